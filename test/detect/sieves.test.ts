import { describe, expect, it } from 'vitest'
import { Candidates } from '../../src/detect/candidates.ts'
import { sharedGroups } from '../../src/detect/context-words.ts'
import { findCandidates } from '../../src/detect/find.ts'
import type { BuiltInRecognizer } from '../../src/detect/recognizer.ts'
import { builtInRecognizers } from '../../src/detect/recognizers/index.ts'
import { compileTables, type Tables } from '../../src/detect/tables.ts'
import type { Finding } from '../../src/types.ts'
import { readMarked } from './marked.ts'

/** The recognizer, called at each of its signs whatever stands around. */
function unsieved(recognizer: BuiltInRecognizer): BuiltInRecognizer {
  const anchors = recognizer.anchors.map(anchor =>
    anchor.kind === 'text' ? { ...anchor, next: undefined, before: undefined } : anchor,
  )
  return { ...recognizer, anchors }
}

function search(text: string, tables: Tables): readonly Finding[] {
  const candidates = new Candidates(() => true)
  const steps = findCandidates(text, undefined, tables, candidates)
  while (!steps.next().done);
  return candidates.list
}

const examples = builtInRecognizers.flatMap(({ examples: { match, miss } }) => [...match, ...miss])
const texts = [...new Set(examples.map(example => readMarked(example).text))]
const sieving = compileTables(builtInRecognizers, sharedGroups)
const calling = compileTables(builtInRecognizers.map(unsieved), sharedGroups)
/** One of each kind of unit that a sieve tells apart. */
const units = ['a', '7', ' ', '"', '=', '-', '\n', '\u00e9']

describe('the sieves of signs', () => {
  it('pass over nothing that a recognizer would find, in all examples', () => {
    for (const text of texts) expect(search(text, sieving), text).toEqual(search(text, calling))
  })

  it.each(units)('nor with %j before each sign', unit => {
    for (const text of texts) {
      const changed = text.replace(/[+([.:/~@{<>"-]/g, sign => `${unit}${sign}`)
      expect(search(changed, sieving), changed).toEqual(search(changed, calling))
    }
  })
})
