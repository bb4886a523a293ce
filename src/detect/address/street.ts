/** A street with its house number: street-before.ts and street-after.ts read it from the number to the left and to the right. */
import { isDigit } from '../characters.ts'
import type { View } from '../view.ts'
import { endingOf } from './street-endings.ts'
import { STREET, WEAK } from './street-words.ts'
import { type Word, wordAt } from './words.ts'

export interface Street {
  readonly start: number
  readonly end: number
  /** It is an address without anything else. */
  readonly isSure: boolean
  /** No word for a street: a flat or a town has to follow, a word for an address before it is not enough. */
  readonly isBare?: boolean
}

/** Does one of the words between two offsets say "street"? */
export function namesStreet(view: View, start: number, end: number): boolean {
  let word = wordAt(view, start)
  for (let count = 0; count < 9 && word !== null && word.end <= end; count++) {
    const kind = word.facts
    const length = word.end - word.start
    if ((kind & STREET) !== 0 && (kind & WEAK) === 0 && (length > 2 || (length > 1 && view.unit(word.end) === 0x2e)))
      return true
    if (endingOf(view.units, word.start, word.end) === 'strong') return true
    word = wordRightOf(view, word)
  }
  return false
}

/** "42nd Street" has a number in its name, but not a plain one. */
export function isPlainNumber(view: View, { start, end }: Word): boolean {
  return isDigit(view.unit(start)) && isDigit(view.unit(end - 1))
}

/** The next word, behind a blank, a dot or both. */
export function wordRightOf(view: View, word: Word): Word | null {
  let at = word.end
  if (view.unit(at) === 0x2e) at++
  if (view.unit(at) === 0x20) at++
  else if (at === word.end) return null
  return wordAt(view, at)
}
