/** Words of a text as label words see them: letters only, split where `camelCase` and `snake_case` split. */
import { classOf, fold, LETTER, LOWER, MARK, UPPER } from './characters.ts'

/** FNV-1a, 32 bit. */
export const hashSeed = 0x811c9dc5 | 0
export const hashPrime = 0x01000193
/** A word is also known by the hash of its first letters: as many as an open entry (`zamowieni*`) has at least … */
export const prefixLength = 4
/** … and, since four letters begin too many words, as many as most of them have. */
export const longPrefixLength = 6

/** End of the word that starts at `start`; `start` itself where no letter stands there. */
export function wordEnd(text: string, start: number): number {
  let index = start
  let last = 0
  while (index < text.length) {
    const unitClass = classOf(text.charCodeAt(index))
    if ((unitClass & (LETTER | MARK)) === 0) break
    if ((unitClass & UPPER) !== 0 && (last & LOWER) !== 0) break
    last = unitClass
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

/** Hash of the word in `text` between two offsets, folded on the way. */
export function hashSpan(text: string, start: number, end: number): number {
  let hash = hashSeed
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    if ((classOf(unit) & MARK) === 0) hash = Math.imul(hash ^ fold(unit), hashPrime)
  }
  return hash
}

/** Is the word between two offsets, folded, this word? With `longer`, up to that many letters may follow. */
export function isWordAt(text: string, start: number, end: number, word: string, longer: number): boolean {
  let matched = 0
  let beyond = 0
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    if ((classOf(unit) & MARK) !== 0) continue
    if (matched < word.length) {
      if (fold(unit) !== word.charCodeAt(matched)) return false
      matched++
    } else if (++beyond > longer) return false
  }
  return matched === word.length
}
