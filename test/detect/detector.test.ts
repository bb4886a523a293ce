import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'
import type { Finding, Recognizer } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'
import { detectNow, mark } from './marked.ts'

const mailText = 'Send a refund to john.doe@example.com for order #12345'

function recognizer(recognize: Recognizer['recognize']): Recognizer {
  return { name: 'mine', types: ['BADGE'], recognize }
}

function badge(start: number, end: number, more: Partial<Finding> = {}): Finding {
  return { start, end, type: 'BADGE', score: 0.9, recognizer: 'mine', ...more }
}

describe('createDetector', () => {
  it('finds the values of the reference example, the order number with its frame', () => {
    expect(detectNow(mailText, { profile: 'balanced' })).toEqual([
      { start: 17, end: 37, type: 'EMAIL', score: 0.99, recognizer: 'email' },
      {
        start: 48,
        end: 54,
        type: 'ORDER_NUMBER',
        score: 0.83,
        recognizer: 'order-number',
        canonicalStart: 49,
        canonicalEnd: 54,
      },
    ])
  })

  it('leaves types without a fixed form alone in the structured profile', () => {
    expect(mark(mailText, detectNow(mailText, { profile: 'structured' }))).toBe(
      'Send a refund to «john.doe@example.com» for order #12345',
    )
  })

  it('turns a type on beyond its profile when an action names it', () => {
    const findings = detectNow(mailText, { profile: 'structured', entities: { ORDER_NUMBER: 'redact' } })
    expect(findings.map(({ type }) => type)).toEqual(['EMAIL', 'ORDER_NUMBER'])
  })

  it('leaves a type alone that is set to allow, and what lies inside its values', () => {
    const entities = { EMAIL: 'allow' } as const
    expect(detectNow('mail order 12345@firm.example', { profile: 'balanced', entities })).toEqual([])
  })

  it('never reports allowed values, given as strings or as expressions over the whole value', () => {
    expect(detectNow(mailText, { profile: 'balanced', allow: ['john.doe@example.com', /\d{5}|#\d{5}/g] })).toEqual([])
    expect(detectNow(mailText, { profile: 'balanced', allow: ['example.com', /12/] })).toHaveLength(2)
  })

  it('always reports denied values: strings as whole words, expressions anywhere', () => {
    const deny = { PROJECT: ['Bluebird', /zx-\d+/] }
    const text = 'Bluebirds and Bluebird, zx-1 and azx-22 (Bluebird)'
    expect(mark(text, detectNow(text, { profile: 'structured', deny }))).toBe(
      'Bluebirds and «Bluebird», «zx-1» and a«zx-22» («Bluebird»)',
    )
  })

  it('reads the hint of the field a text comes from', () => {
    const options = { profile: 'balanced' } as const
    const types = (text: string, path: string[]) =>
      detectNow(text, options, { key: path.at(-1) ?? '', path }).map(({ type }) => type)
    expect(types('SO-1006374', ['order', 'number'])).toEqual(['ORDER_NUMBER'])
    expect(types('77120', ['items', 'orderId'])).toEqual(['ORDER_NUMBER'])
    expect(types('77120', ['order', 'total'])).toEqual([])
    expect(types('shipped', ['order', 'number'])).toEqual([])
  })

  it('never takes a placeholder, or a part of one, for a value', () => {
    const text =
      'order [ORDER_NUMBER_1], order #[ORDER_NUMBER_2], [EMAIL_1]@firm.example, order number: [ORDER_NUMBER_12345]'
    for (const { start, end } of detectNow(text)) expect(text.slice(start, end)).not.toMatch(/[[\]]|_/)
  })
})

describe('user recognizers', () => {
  it('add findings of their own types, and get text and hint', () => {
    const seen: unknown[] = []
    const mine = recognizer((text, context) => {
      seen.push(text, context.hint?.key)
      return [badge(0, 4)]
    })
    const findings = detectNow('B-17 here', { profile: 'structured', recognizers: [mine] }, { key: 'badge' })
    expect(findings).toEqual([badge(0, 4)])
    expect(seen).toEqual(['B-17 here', 'badge'])
  })

  it('may be asynchronous', async () => {
    const detector = createDetector({ profile: 'balanced', recognizers: [recognizer(async () => [badge(0, 4)])] })
    await expect(detector.detect('B-17 order #12345')).resolves.toMatchObject([
      { type: 'BADGE' },
      { type: 'ORDER_NUMBER' },
    ])
  })

  it('are ignored below the common threshold', () => {
    expect(
      detectNow('B-17', { profile: 'balanced', recognizers: [recognizer(() => [badge(0, 4, { score: 0.2 })])] }),
    ).toEqual([])
  })

  const secret = 'planted-value'
  it.each<[string, Recognizer['recognize']]>([
    [
      'throws',
      () => {
        throw new Error(secret)
      },
    ],
    ['rejects', () => Promise.reject(new Error(secret))],
    ['returns no list', () => ({}) as never],
    ['returns offsets outside the text', () => [badge(0, 99)]],
    ['returns a reversed span', () => [badge(3, 1)]],
    ['returns fractions', () => [badge(0.5, 2)]],
    ['returns a score out of range', () => [badge(0, 2, { score: Number.NaN })]],
    ['returns a canonical span outside its finding', () => [badge(0, 2, { canonicalStart: 0, canonicalEnd: 3 })]],
    ['returns a type that is no label', () => [badge(0, 2, { type: 'my badge' })]],
  ])('stop the call with a coded error when one %s', async (_case, recognize) => {
    const detector = createDetector({ profile: 'balanced', recognizers: [recognizer(recognize)] })
    const error: unknown = await (async () => detector.detect('some text'))().catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'ERR_GDPR_RECOGNIZER_FAILED' })
    expect(String(error)).toContain('"mine"')
    expect(JSON.stringify([String(error), (error as Error).cause ?? ''])).not.toContain(secret)
  })
})

describe('long texts', () => {
  const long = `${'Nothing to see here, move on. '.repeat(6000)}${mailText}`

  it('are searched at once without a pause function', () => {
    expect(detectNow(long).map(({ type }) => type)).toEqual(['EMAIL', 'ORDER_NUMBER'])
  })

  it('are searched in slices with one, with the same result', async () => {
    let pauses = 0
    const pause = async () => {
      pauses++
    }
    const findings = await createDetector({ profile: 'strict', pause }).detect(long)
    expect(findings).toEqual(detectNow(long))
    expect(pauses).toBeGreaterThanOrEqual(2)
  })

  it('pause between the numbers of a text as between its units', async () => {
    let pauses = 0
    const pause = async () => {
      pauses++
    }
    const numbers = '12345 '.repeat(20_000)
    const words = 'apple '.repeat(20_000)
    const { detect } = createDetector({ profile: 'structured', pause })
    await detect(words)
    const pausesOfWords = pauses
    await detect(numbers)
    // Two offsets each, 8,192 at once.
    expect(pauses - 2 * pausesOfWords).toBeGreaterThanOrEqual(4)
  })

  it('are decoded in slices too', async () => {
    let pauses = 0
    const pause = async () => {
      pauses++
    }
    const written = `${'Ren\\u00e9 '.repeat(12_000)}jo\\u0040firm.example`
    const findings = await createDetector({ profile: 'structured', pause }).detect(written)
    expect(findings.map(({ start, end }) => written.slice(start, end))).toEqual(['jo\\u0040firm.example'])
    // What is searched is short by then.
    expect(pauses).toBe(1)
  })

  it('are searched at once where they are short, pause or not', () => {
    expect(createDetector({ profile: 'strict', pause: async () => {} }).detect(mailText)).toHaveLength(2)
  })
})

describe('hidden and odd units', () => {
  const zeroWidth = '\u200b'
  const softHyphen = '\u00ad'
  it.each([
    ['full-width digits', `order #${'\uff11\uff12\uff13\uff14\uff15'}`, `order «#${'\uff11\uff12\uff13\uff14\uff15'}»`],
    [
      'zero-width units',
      `jo${zeroWidth}.doe@fi${zeroWidth}rm.example`,
      `«jo${zeroWidth}.doe@fi${zeroWidth}rm.example»`,
    ],
    ['soft hyphens', `or${softHyphen}der #12${softHyphen}345!`, `or${softHyphen}der «#12${softHyphen}345»!`],
    [
      'narrow blanks',
      'DE89\u202f3704\u00a00044\u20090532\u00a00130\u00a000',
      '«DE89\u202f3704\u00a00044\u20090532\u00a00130\u00a000»',
    ],
    [
      'mathematical digits',
      'order #\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}\u{1d7d3}.',
      'order «#\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}\u{1d7d3}».',
    ],
    ['quoted mail', 'IBAN DE89 3704 0044\n> 0532 0130 00', 'IBAN «DE89 3704 0044\n> 0532 0130 00»'],
  ])('do not hide a value: %s', (_case, text, expected) => {
    expect(mark(text, detectNow(text))).toBe(expected)
  })
})

describe('for any text', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'order #12345',
      'a@b.example',
      '[EMAIL_1]',
      '@',
      '\ud83d\ude00',
      '\ud800',
      '\udc00',
      '\u200b',
      '\uff11',
      ' ',
      '\n',
      ': ',
      '"',
      'nr',
      'DE89',
      '4111 1111',
    ),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map(units => String.fromCharCode(...units)),
  )
  const texts = fc.array(pieces, { maxLength: 24 }).map(list => list.join(''))

  it('findings are sorted, never overlap, and lie on code-point borders', () => {
    fc.assert(
      fc.property(texts, text => {
        let last = 0
        for (const { start, end } of detectNow(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          for (const border of [start, end]) {
            const pair = text.slice(Math.max(0, border - 1), border + 1)
            expect(pair.length === 2 && pair.codePointAt(0)! > 0xffff).toBe(false)
          }
          last = end
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('finds the same in slices as at once', async () => {
    const detector = createDetector({ profile: 'strict', pause: async () => {} })
    await fc.assert(
      fc.asyncProperty(texts, async text => {
        const long = `${'x '.repeat(33_000)}${text}`
        expect(await detector.detect(long)).toEqual(detectNow(long))
      }),
      { numRuns: 5 },
    )
  })
})
