import { describe, expect, it } from 'vitest'
import { decodeEscapes, decodeInSteps } from '../../src/detect/escapes.ts'
import { createDetector } from '../../src/detect/index.ts'
import type { Finding } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'

const detector = createDetector({ profile: 'balanced' })

function found(text: string): string[] {
  return (detector.detect(text) as readonly Finding[]).map(
    ({ start, end, type }) => `${type} ${text.slice(start, end)}`,
  )
}

describe('personal data in written-out characters', () => {
  it.each([
    [
      'JSON in ASCII',
      String.raw`{"customer":"Ren\u00e9e M\u00fcller","mail":"ren\u00e9e\u0040post.example"}`,
      [String.raw`PERSON Ren\u00e9e M\u00fcller`, String.raw`EMAIL ren\u00e9e\u0040post.example`],
    ],
    [
      'JSON within JSON',
      String.raw`"{\"customer\":\"Ren\\u00e9e M\\u00fcller\"}"`,
      [String.raw`PERSON Ren\\u00e9e M\\u00fcller`],
    ],
    [
      'line breaks of JSON',
      String.raw`{"note":"Called on Monday.\nJana Nováková said so.\nPhone: 030 1234567"}`,
      ['PERSON Jana Nováková', 'PHONE 030 1234567'],
    ],
    ['slashes of JSON', String.raw`{"date_of_birth":"12\/03\/1980"}`, [String.raw`DATE_OF_BIRTH 12\/03\/1980`]],
    [
      'bytes in a log',
      String.raw`customer name: Ren\xc3\xa9e M\xc3\xbcller`,
      [String.raw`PERSON Ren\xc3\xa9e M\xc3\xbcller`],
    ],
    [
      'a query',
      'GET /s?name=J%C3%B6rg+Schr%C3%B6der&email=j%40post.example&phone=%2B48%20601%20234%20567 HTTP/1.1',
      ['PERSON J%C3%B6rg+Schr%C3%B6der', 'EMAIL j%40post.example', 'PHONE %2B48%20601%20234%20567'],
    ],
    [
      'HTML',
      '<p>Dear Mr.&nbsp;Andr&eacute; Lef&egrave;vre, we wrote to &lt;andre&#64;post.example&gt;</p>',
      ['PERSON Andr&eacute; Lef&egrave;vre', 'EMAIL andre&#64;post.example'],
    ],
    [
      'a mail header',
      'From: =?utf-8?Q?J=C3=B6rg_Schr=C3=B6der?= <js@post.example>',
      ['PERSON =?utf-8?Q?J=C3=B6rg_Schr=C3=B6der?=', 'EMAIL js@post.example'],
    ],
    [
      'a mail header in base64',
      `From: =?utf-8?B?${Buffer.from('Jörg Schröder').toString('base64')}?= <js@post.example>`,
      [`PERSON =?utf-8?B?${Buffer.from('Jörg Schröder').toString('base64')}?=`, 'EMAIL js@post.example'],
    ],
    ['a body of mail', 'Name: J=C3=B6rg Schr=C3=B6der', ['PERSON J=C3=B6rg Schr=C3=B6der']],
    [
      'colours of a terminal',
      'user \u001b[1mJana Nováková\u001b[22m paid with \u001b[33m4111111111111111\u001b[39m',
      ['PERSON Jana Nováková', 'CREDIT_CARD 4111111111111111'],
    ],
  ])('is found in %s', (_, text, findings) => {
    expect(found(text)).toEqual(findings)
  })
})

describe('what only looks written out', () => {
  it.each([
    String.raw`C:\new\tables`,
    String.raw`\\server\nina\reports`,
    '100%de',
    'a&b;c',
    '?a=1&copy=2',
    'x == y',
    '50% of',
    String.raw`\alpha \beta`,
    'a =C3 b',
  ])('is left as it is: %s', text => {
    expect(decodeEscapes(text)).toBeNull()
  })

  it('is a part of a path', () => {
    expect(found(String.raw`open C:\Users\nina.horakova\notes.txt`)).toEqual(['USERNAME nina.horakova'])
  })
})

describe('the decoded text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\\u00e9',
      '\\\\u00fc',
      '%C3%A9',
      '%20',
      '&eacute;',
      '&#x41;',
      '=C3=A9',
      '\u001b[31m',
      '\\n',
      '\\/',
      '&',
      '%',
      '\\',
      '=',
      '=?utf-8?Q?=C3?=',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const text = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''))

  it('is mapped back in order, and what is no escape to itself', () => {
    fc.assert(
      fc.property(text, raw => {
        const decoded = decodeEscapes(raw)
        if (decoded === null) return
        let last = 0
        for (let at = 0; at < decoded.text.length; at++) {
          const start = decoded.originalStart(at)
          const end = decoded.originalEnd(at + 1)
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(last)
          if (end === start + 1) expect(raw.charAt(start)).toBe(decoded.text.charAt(at))
          last = start
        }
        expect(decoded.originalEnd(decoded.text.length)).toBeLessThanOrEqual(raw.length)
      }),
    )
  })

  it('gives findings on code points of the text as it came, without overlaps', () => {
    fc.assert(
      fc.property(text, raw => {
        let last = 0
        for (const { start, end } of detector.detect(
          `${raw} Jana Nováková, ${raw}@post.example`,
        ) as readonly Finding[]) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
      { numRuns: 50 },
    )
  })

  it.each(['\\', '%', '&', '=', '\\\\u00', '%C3', '&#', '=?utf-8?Q?', '\u001b[', '\\n', 'a+', '?a=a+', '%41'])(
    'is made in linear time of %j over and over',
    unit => {
      const time = (count: number) => {
        const hostile = unit.repeat(count)
        const start = process.cpuUsage().user
        decodeEscapes(hostile)
        return process.cpuUsage(undefined).user - start
      }
      time(5_000)
      const small = Math.min(time(5_000), time(5_000), time(5_000))
      expect(Math.min(time(40_000), time(40_000), time(40_000))).toBeLessThan(small * 40 + 20_000)
    },
  )
})

describe('the decoded text', () => {
  const pieces = [
    '\\',
    '\\u00e9',
    '\\n',
    '\\x41',
    '%',
    '%C3%A9',
    '&',
    '&amp;',
    '&#xe9;',
    '+',
    '?q=a',
    '=',
    '=C3=A9',
    '\u001b[1m',
    'a',
    'é',
    ' ',
    '/',
    '5',
  ]
  const written = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join(''))

  /** What decoding gives when it may pause, in the text and in its offsets. */
  function inSteps(text: string): ReturnType<typeof decodeEscapes> {
    const steps = decodeInSteps(text)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }

  it('is the same with pauses and without, and keeps what is not written out', () => {
    fc.assert(
      fc.property(written, text => {
        const [atOnce, stepwise] = [decodeEscapes(text), inSteps(text)]
        expect(atOnce?.text).toBe(stepwise?.text)
        if (atOnce === null || stepwise === null) return
        for (let offset = 0; offset <= atOnce.text.length; offset++) {
          expect(atOnce.originalStart(offset)).toBe(stepwise.originalStart(offset))
          expect(atOnce.originalEnd(offset)).toBe(stepwise.originalEnd(offset))
        }
      }),
    )
  })

  it('ends rows of backslashes with the escape that their last ones begin', () => {
    expect(decodeEscapes(`${'\\'.repeat(40)}u00e9`)?.text).toBe(`${'\\'.repeat(36)}é`)
    expect(decodeEscapes('\\'.repeat(40))).toBeNull()
  })
})
