/**
 * The one pass over a text. It notes runs of digits and capitals, signs that recognizers start from, and label words, and
 * makes no strings on the way. Everything later starts from these notes.
 */
import * as characters from './characters.ts'
import { type Lexicon, mayStartLabel } from './lexicon.ts'
import type { Notes } from './view.ts'
import * as words from './words.ts'

// V8 reads an imported binding as a variable, but folds a constant of the module itself: the loop is 1.6 times as fast with these.
const table = characters.unitTable
const foldShift = characters.foldShift
const LETTER_OR_MARK = characters.LETTER | characters.MARK
const { DIGIT, LETTER, LOWER, MARK, ODD, UPPER, WORD } = characters
const { hashPrime, hashSeed, longPrefixLength, prefixLength } = words

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
 *
 * One function, since it is two thirds of the whole cost: a loop over runs, in it one over the words of a run (`orderNo` has
 * two), in it one over letters. Measured against a single loop with a state per unit it is twice as fast.
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
    const unit = text.charCodeAt(at)
    let entry = table[unit]!
    if ((entry & WORD) === 0) {
      if (unit < 128) {
        if (signs[unit] !== 0) notes.signs.push(at)
      } else if (checked && (entry & ODD) !== 0) return at
      at++
      continue
    }
    const start = at
    const labelsBefore = notes.labels.length
    let seen = 0
    for (;;) {
      const word = at
      const prefixEnd = at + prefixLength
      const longPrefixEnd = at + longPrefixLength
      let hash = hashSeed
      let prefixHash = 0
      let longPrefixHash = 0
      let last = 0
      while ((entry & LETTER_OR_MARK) !== 0) {
        if ((entry & UPPER) !== 0 && (last & LOWER) !== 0) break
        last = entry
        seen |= entry
        if ((entry & MARK) === 0) hash = Math.imul(hash ^ (entry >>> foldShift), hashPrime)
        at++
        if (at === prefixEnd) prefixHash = hash
        else if (at === longPrefixEnd) longPrefixHash = hash
        entry = at < length ? table[text.charCodeAt(at)]! : 0
      }
      // Letters behind a digit are part of a code: `0A1B2C`.
      if (
        at > word &&
        (seen & DIGIT) === 0 &&
        (mayStartLabel(filter, hash) ||
          (prefixHash !== 0 && mayStartLabel(filter, prefixHash)) ||
          (longPrefixHash !== 0 && mayStartLabel(filter, longPrefixHash)))
      ) {
        lexicon.match(text, word, at, hash, prefixHash, longPrefixHash, notes.labels)
      }
      if ((entry & LETTER) !== 0) continue
      if ((entry & DIGIT) === 0) break
      seen |= DIGIT
      while ((entry & DIGIT) !== 0) {
        at++
        entry = at < length ? table[text.charCodeAt(at)]! : 0
      }
    }
    if (checked && (entry & ODD) !== 0) {
      // The run may be broken off by an invisible unit only: it is scanned again when the text is normal.
      notes.labels.length = labelsBefore
      return start
    }
    const isCapitals = (seen & WORD) === UPPER && at - start <= longestCapitals
    if ((seen & DIGIT) !== 0 || isCapitals) {
      notes.runs.push(start)
      notes.runs.push(at)
    }
  }
  return at
}
