/**
 * The one pass over a text. It notes runs of digits and capitals, signs that recognizers start from, and label words, and
 * makes no strings on the way. Everything later starts from these notes.
 */
import { classOf, DIGIT, fold, LETTER, LOWER, MARK, ODD, UPPER } from './characters.ts'
import { type Lexicon, mayStartLabel } from './lexicon.ts'
import type { Notes } from './view.ts'
import { hashPrime, hashSeed, prefixLength } from './words.ts'

/** Runs of capitals longer than this are no codes. */
const longestCapitals = 11

/** One for each ASCII unit that is noted as a sign. */
export type SignTable = Uint8Array

export interface ScanTables {
  readonly lexicon: Lexicon
  readonly signs: SignTable
}

/**
 * Scans from `from` at least to `to` (a run is finished). Returns where it stopped: at or behind `to`; or before it, where the
 * text is not normal, if it is to be `checked` for that.
 */
export function scan(
  text: string,
  notes: Notes,
  tables: ScanTables,
  from: number,
  to: number,
  checked: boolean,
): number {
  const { lexicon, signs } = tables
  const { filter } = lexicon
  const { length } = text
  let at = from
  while (at < to) {
    let unit = text.charCodeAt(at)
    let unitClass = classOf(unit)
    if ((unitClass & (LETTER | DIGIT)) === 0) {
      if (unit < 128) {
        if (signs[unit] !== 0) notes.signs.push(at)
      } else if (checked && (unitClass & ODD) !== 0) return at
      at++
      continue
    }
    const start = at
    const runsBefore = notes.runs.length
    const labelsBefore = notes.labels.length
    let seen = 0
    let last = 0
    let word = at
    let letters = 0
    let wordHash = hashSeed
    let prefixHash = hashSeed
    for (;;) {
      if ((unitClass & LETTER) !== 0) {
        if ((unitClass & UPPER) !== 0 && (last & LOWER) !== 0) {
          if (mayStartLabel(filter, wordHash) || mayStartLabel(filter, prefixHash)) {
            lexicon.match(text, word, at, wordHash, prefixHash, notes.labels)
          }
          letters = 0
        }
        if (letters === 0) {
          word = at
          wordHash = hashSeed
        }
        wordHash = Math.imul(wordHash ^ fold(unit), hashPrime)
        if (++letters <= prefixLength) prefixHash = wordHash
      } else if ((unitClass & DIGIT) !== 0) {
        if (letters > 0) {
          if (mayStartLabel(filter, wordHash) || mayStartLabel(filter, prefixHash)) {
            lexicon.match(text, word, at, wordHash, prefixHash, notes.labels)
          }
          letters = 0
        }
      } else if ((unitClass & MARK) === 0) break
      seen |= unitClass
      last = unitClass
      at++
      if (at >= length) break
      unit = text.charCodeAt(at)
      unitClass = classOf(unit)
    }
    if (letters > 0 && (mayStartLabel(filter, wordHash) || mayStartLabel(filter, prefixHash))) {
      lexicon.match(text, word, at, wordHash, prefixHash, notes.labels)
    }
    if ((seen & DIGIT) !== 0 || (seen === UPPER && at - start <= longestCapitals)) notes.runs.push(start, at)
    if (checked && (unitClass & ODD) !== 0) {
      // The run may be broken off by an invisible unit only: it is scanned again when the text is normal.
      notes.runs.length = runsBefore
      notes.labels.length = labelsBefore
      return start
    }
  }
  return at
}
