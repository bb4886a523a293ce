/**
 * The one pass over a text. It notes runs of digits and capitals, signs that recognizers start from, label words and landmarks,
 * and makes no strings on the way. Everything later starts from these notes.
 */
import * as characters from './characters.ts'
import { isAdmitted } from './entry-table.ts'
import { JOINED, type Lexicon, MARKED, notedFields, PREFIX, WHOLE } from './lexicon.ts'
import { prefixKey } from './phrase-list.ts'
import { CAPITALS, DIGIT_LED, DIGITS, LETTER_LED } from './run-filter.ts'
import { bitOfUnit, type SignTable } from './signs.ts'
import type { Units } from './units.ts'
import type { Notes } from './view.ts'
import * as words from './words.ts'

// V8 reads an imported binding as a variable, but folds a constant of the module itself: the loop is 1.6 times as fast with these.
const table = characters.unitTable
const foldShift = characters.foldShift
const LETTER_OR_MARK = characters.LETTER | characters.MARK
const { DIGIT, LETTER, LOWER, MARK, ODD, UPPER, WORD } = characters
const { hashPrime, hashSeed, longPrefixLength, prefixLength } = words
const bits = bitOfUnit

/** Longer words are no landmarks. */
const longestLandmark = 20
/** Runs of capitals longer than this are no codes. */
const longestCapitals = 11

export interface ScanTables {
  readonly lexicon: Lexicon
  readonly signs: SignTable
}

/**
 * Scans from `from` at least to `to` (a run is finished). Returns where it stopped: at or behind `to`; or before it, where the
 * text is not normal, if it is to be `checked` for that. Zeros stand behind the units of the text.
 */
export function scan(
  units: Units,
  notes: Notes,
  tables: ScanTables,
  from: number,
  to: number,
  checked: boolean,
): number {
  let at = from
  while (at < to) {
    const stop = Math.min(to, at + stretch)
    at = scanUnits(units, notes, tables, at, stop, checked ? ODD : 0)
    tables.lexicon.lookUp(units, notes)
    if (at < stop) break
  }
  return at
}

/**
 * Units in one go. V8 replaces a function that runs for long while it runs, by code that knows nothing of what comes behind the loop
 * and is thrown away there, call after call; a function that is called often is compiled as a whole.
 */
const stretch = 2_048

/**
 * One function without calls, since it is a good part of the whole cost: a loop over runs, in it one over the words of a run
 * (`orderNo` has two), in it loops over the letters of one kind. Measured against a single loop with a state per unit it is
 * twice as fast; a call of the lexicon for each word that may be a label takes half of that back.
 */
function scanUnits(
  units: Units,
  notes: Notes,
  { lexicon, signs }: ScanTables,
  from: number,
  to: number,
  odd: number,
): number {
  const { filter } = lexicon
  const room = to - from + longestRoom
  const signList = notes.signs.reserve(room)
  const runList = notes.runs.reserve(room)
  const kindList = notes.kinds.reserve(room)
  const wordList = notes.words.reserve(room * notedFields)
  let signCount = notes.signs.length
  let runCount = notes.runs.length
  let kindCount = notes.kinds.length
  let wordCount = notes.words.length
  // In a loop of this size V8 asks anew for an array of the module at each access, but not for one of the function: a tenth of the time.
  const classes = table
  let at = from
  while (at < to) {
    const unit = units[at]!
    let entry = classes[unit]!
    if ((entry & WORD) === 0) {
      if (unit < 128) {
        const wanted = signs[unit]!
        if (wanted !== 0) {
          const next = units[at + 1]!
          if ((wanted & bits[next < 128 ? next : 128]!) !== 0) signList[signCount++] = at
        }
      } else if ((entry & odd) !== 0) break
      at++
      continue
    }
    const start = at
    const wordsBefore = wordCount
    let seen = 0
    let parts = 0
    for (;;) {
      const word = at
      const prefixEnd = at + prefixLength
      const longPrefixEnd = at + longPrefixLength
      let hash = hashSeed
      let prefixHash = 0
      let longPrefixHash = 0
      let last = 0
      // Nearly all words are capitals, then small letters.
      while ((entry & UPPER) !== 0) {
        hash = Math.imul(hash ^ (entry >>> foldShift), hashPrime)
        last = UPPER
        at++
        if (at === prefixEnd) prefixHash = hash
        else if (at === longPrefixEnd) longPrefixHash = hash
        entry = classes[units[at]!]!
      }
      seen |= last
      if ((entry & LOWER) !== 0) {
        last = LOWER
        do {
          hash = Math.imul(hash ^ (entry >>> foldShift), hashPrime)
          at++
          if (at === prefixEnd) prefixHash = hash
          else if (at === longPrefixEnd) longPrefixHash = hash
          entry = classes[units[at]!]!
        } while ((entry & LOWER) !== 0)
        seen |= LOWER
      }
      while ((entry & LETTER_OR_MARK) !== 0) {
        if ((entry & UPPER) !== 0 && (last & LOWER) !== 0) break
        last = entry
        seen |= entry
        if ((entry & MARK) === 0) hash = Math.imul(hash ^ (entry >>> foldShift), hashPrime)
        at++
        if (at === prefixEnd) prefixHash = hash
        else if (at === longPrefixEnd) longPrefixHash = hash
        entry = classes[units[at]!]!
      }
      // Letters behind a digit are part of a code: `0A1B2C`.
      if (at > word && (seen & DIGIT) === 0) {
        if (isAdmitted(filter, hash) !== 0) {
          wordList[wordCount] = word
          wordList[wordCount + 1] = at
          wordList[wordCount + 2] = hash
          wordList[wordCount + 3] = WHOLE
          wordCount = (wordCount + notedFields) | 0
        }
        if (prefixHash !== 0) {
          const short = prefixKey(prefixHash)
          if (isAdmitted(filter, short) !== 0) {
            wordList[wordCount] = word
            wordList[wordCount + 1] = at
            wordList[wordCount + 2] = short
            wordList[wordCount + 3] = PREFIX
            wordCount = (wordCount + notedFields) | 0
          }
          const long = prefixKey(longPrefixHash)
          if (longPrefixHash !== 0 && isAdmitted(filter, long) !== 0) {
            wordList[wordCount] = word
            wordList[wordCount + 1] = at
            wordList[wordCount + 2] = long
            wordList[wordCount + 3] = PREFIX
            wordCount = (wordCount + notedFields) | 0
          }
        }
      }
      parts++
      if ((entry & LETTER) !== 0) continue
      if ((entry & DIGIT) === 0) break
      seen |= DIGIT
      while ((entry & DIGIT) !== 0) {
        at++
        entry = classes[units[at]!]!
      }
    }
    if ((entry & odd) !== 0) {
      // The run may be broken off by an invisible unit only: it is scanned again when the text is normal.
      wordCount = wordsBefore
      at = start
      break
    }
    if ((seen & DIGIT) !== 0) {
      runList[runCount] = start
      runList[runCount + 1] = at
      runCount += 2
      const isLed = (classes[unit]! & DIGIT) !== 0
      kindList[kindCount++] = (seen & LETTER) === 0 ? DIGITS : isLed ? DIGIT_LED : LETTER_LED
    } else {
      if ((seen & WORD) === UPPER && at - start <= longestCapitals) {
        runList[runCount] = start
        runList[runCount + 1] = at
        runCount += 2
        kindList[kindCount++] = CAPITALS
      }
      // A landmark may be written `StrassE`, or end at a combining accent.
      if ((parts > 1 && at - start <= longestLandmark) || (seen & MARK) !== 0) {
        wordList[wordCount] = start
        wordList[wordCount + 1] = at
        wordList[wordCount + 2] = 0
        wordList[wordCount + 3] = (seen & MARK) === 0 ? JOINED : MARKED
        wordCount = (wordCount + notedFields) | 0
      }
    }
  }
  notes.signs.resize(signCount)
  notes.runs.resize(runCount)
  notes.kinds.resize(kindCount)
  notes.words.resize(wordCount)
  return at
}

/** More than the last run may write: a word has two letters at least where it has more than one. */
const longestRoom = 16
