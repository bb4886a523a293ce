/** Words of a text as label words see them: letters only, split where `camelCase` and `snake_case` split. */
import * as characters from './characters.ts'
import type { Units } from './units.ts'

// Constants of the module itself are folded into loops, imported bindings are not (see scan.ts).
const table = characters.unitTable
const foldShift = characters.foldShift
const LETTER_OR_MARK = characters.LETTER | characters.MARK
const { LOWER, MARK, UPPER } = characters

/** FNV-1a, 32 bit. */
export const hashSeed = 0x811c9dc5 | 0
export const hashPrime = 0x01000193
/** A word is also known by the hash of its first letters: as many as an open entry (`zamowieni*`) has at least … */
export const prefixLength = 4
/** … and, since four letters begin too many words, as many as most of them have. */
export const longPrefixLength = 6

/** End of the word that starts at `start`; `start` itself where no letter stands there. */
export function wordEnd(units: Units, start: number): number {
  let index = start
  let last = 0
  for (;;) {
    const entry = table[units[index]!]!
    if ((entry & LETTER_OR_MARK) === 0) break
    if ((entry & UPPER) !== 0 && (last & LOWER) !== 0) break
    last = entry
    index++
  }
  return index
}

/** Hash of a folded word. */
export function hashWord(word: string): number {
  let hash = hashSeed
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), hashPrime)
  return hash
}

/** Hash of the word between two offsets, folded on the way. */
export function hashSpan(units: Units, start: number, end: number): number {
  let hash = hashSeed
  for (let index = start; index < end; index++) {
    const entry = table[units[index]!]!
    if ((entry & MARK) === 0) hash = Math.imul(hash ^ (entry >>> foldShift), hashPrime)
  }
  return hash
}

/** The same in a string. */
export function hashText(text: string, start: number, end: number): number {
  let hash = hashSeed
  for (let index = start; index < end; index++) {
    const entry = table[text.charCodeAt(index)]!
    if ((entry & MARK) === 0) hash = Math.imul(hash ^ (entry >>> foldShift), hashPrime)
  }
  return hash
}

/** Is the word between two offsets, folded, this word? With `longer`, up to that many letters may follow. */
export function isWordAt(units: Units, start: number, end: number, word: string, longer: number): boolean {
  let matched = 0
  let beyond = 0
  for (let index = start; index < end; index++) {
    const entry = table[units[index]!]!
    if ((entry & MARK) !== 0) continue
    if (matched < word.length) {
      if (entry >>> foldShift !== word.charCodeAt(matched)) return false
      matched++
    } else if (++beyond > longer) return false
  }
  return matched === word.length
}
