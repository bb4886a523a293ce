import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'
import { cacheDetections } from '../../src/pipeline/detection-cache.ts'
import { KnownSoFar } from '../../src/pipeline/known-so-far.ts'
import { ScopeState } from '../../src/pipeline/scope.ts'
import { type ScrubTools, scrubOne } from '../../src/pipeline/scrub.ts'
import fc from '../kit/fast-check.ts'

const detector = createDetector({ profile: 'balanced' })
const actionOf = () => 'replace' as const

/** One exchange: its texts in their order, in a scope of its own. */
async function exchange(texts: readonly string[], tools: ScrubTools): Promise<string[]> {
  const scope = new ScopeState(1_000)
  scope.vault.beginExchange()
  const scrubbed: string[] = []
  for (const text of texts) scrubbed.push((await scrubOne(text, undefined, scope, tools)).text)
  // What the restorer will know of each value, its surroundings included.
  const records = JSON.stringify(scope.vault.records())
  scope.release()
  return [...scrubbed, records]
}

// Long enough to be remembered; what one text says changes what is found in another.
const filler = 'The goods were delivered in good order and the forms are signed. '.repeat(9)
const said = [
  'My order number is 48213377.',
  'The label reads 48213377 and nothing else.',
  'Kind regards, Rosalind Petal',
  'Then Petal wrote again.',
  'Each petal fell.',
  'Mail jo@mailbox.example or EMAIL_1.',
  'There is nothing here.',
  'See [it](https://host.example/?m=kim@mailbox.example).',
  'Call (kim@mailbox.example)(1) or [kim@mailbox.example].',
  'A plain kim@mailbox.example once.',
]

describe('what is known so far', () => {
  it('makes a remembered text no other than one that is read anew', { timeout: 60_000 }, async () => {
    const text = fc.subarray(said, { minLength: 1 }).map(sentences => `${sentences.join(' ')} ${filler}`)
    const turns = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(turns, async exchanges => {
        const cached = cacheDetections(detector)
        const remembering = { detector: cached, memoOf: cached.memoOf, actionOf }
        for (const texts of [...exchanges, ...exchanges]) {
          expect(await exchange(texts, remembering)).toEqual(await exchange(texts, { detector, actionOf }))
        }
      }),
      { numRuns: 12 },
    )
  })

  it('has one mark for the same values learnt in the same order, and others for others', () => {
    const markOf = (...values: (readonly [string, string])[]) => {
      const known = new KnownSoFar()
      for (const [type, value] of values) known.add(value, type)
      return known.mark
    }
    const mail = ['EMAIL', 'jo@mailbox.example'] as const
    const order = ['ORDER_NUMBER', '48213377'] as const
    expect(markOf(mail, order)).toBe(markOf(mail, order, mail))
    const marks = [markOf(), markOf(mail), markOf(order), markOf(mail, order), markOf(order, mail)]
    expect(new Set(marks).size).toBe(marks.length)
    expect(markOf(mail)).not.toContain('jo@mailbox')
  })

  it('has another mark once a text showed that a name is a word', () => {
    const known = new KnownSoFar()
    known.add('Petal', 'PERSON')
    const before = known.mark
    known.find('Petal wrote.')
    expect(known.mark).toBe(before)
    known.find('Each petal fell.')
    expect(known.mark).not.toBe(before)
  })

  it('forgets all of it at the end of the scope', () => {
    const known = new KnownSoFar()
    known.add('jo@mailbox.example', 'EMAIL')
    known.clear()
    expect(known.mark).toBe(new KnownSoFar().mark)
    expect(known.find('jo@mailbox.example')).toEqual([])
  })
})
