/** A street to the right of its house number: "23 Orchard Row", "34 bis, rue des Deux-Ponts". */
import { isDigit, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { houseNumberEnd } from './house-number.ts'
import { isPlainNumber, type Street, wordRightOf } from './street.ts'
import { ENGLISH, NUMBER_FIRST, WEAK } from './street-words.ts'
import { isCapital, isLink, isNameWord, isStop, type Word, wordAt, wordBefore } from './words.ts'

const mostWords = 7
/** "rue du 11 novembre 1918" has its year last; what is longer is a postal code. */
const longestNumbered = 4

/** The street behind the number that starts at `number`: "23 Orchard Row", "34 bis, rue des Deux-Ponts". */
export function streetAfter(view: View, number: number): Street | null {
  const end = houseNumberEnd(view, number)
  if (end < 0) return null
  let at = end
  if (view.unit(at) === 0x2c) at++
  if (view.unit(at) !== 0x20) return null
  const first = wordAt(view, at + 1)
  if (first === null) return null
  const kind = first.facts
  if ((kind & NUMBER_FIRST) !== 0) {
    const street = romanceStreet(view, number, first, kind)
    if (street !== null) return street
  }
  return at > end ? null : englishStreet(view, number, first)
}

/** "rue" and its name. */
function romanceStreet(view: View, number: number, first: Word, kind: number): Street | null {
  let end = -1
  let word = first
  let names = 0
  for (let count = 0; count < mostWords; count++) {
    const next = wordRightOf(view, word)
    if (next === null || isStop(next)) break
    const isName = isNameWord(view, next)
    // "8 rue Pasteur à Lyon"
    if (view.unit(next.start) === 0xe0 && next.end === next.start + 1) break
    // "du 3 rue Haute au 17 rue Basse"
    if (isLink(next) && isDigit(view.unit(next.end + 1))) break
    if (!isName && !isLink(next)) {
      // In lower case: "12 rue voltaire".
      if (names > 0 || count > 1) break
    }
    if (isName || !isLink(next)) {
      if (isDigit(view.unit(next.start)) && (count > 2 || next.end - next.start > longestNumbered)) break
      names++
      end = next.end
    }
    word = next
  }
  if (end < 0) return null
  const isSure = (kind & WEAK) === 0 && (isCapital(view, lastNameStart(view, end)) || names === 1)
  return { start: number, end, isSure }
}

function lastNameStart(view: View, end: number): number {
  return wordBefore(view, end)?.start ?? end
}

const direction = /,? (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?(?![\p{L}\d])/uy

/** Capitalised words of which one says "street". */
function englishStreet(view: View, number: number, first: Word): Street | null {
  let word: Word | null = first
  let end = -1
  let isWeak = true
  for (let count = 0; count < 6 && word !== null; count++) {
    if (!isNameWord(view, word) && !(isLink(word) && count > 0)) break
    const kind = word.facts
    // "2208 Magnolia Ridge Dr, Apt 4C": not the title.
    const isDrive = (kind & ENGLISH) !== 0 && isStop(word) && /[,\n]/.test(view.text.charAt(word.end))
    if ((isStop(word) && !isDrive) || isPlainNumber(view, word)) break
    // "12345678 9 ZZ4. Moro na Av. …": a number ends its sentence.
    if (view.unit(word.end) === 0x2e && isDigit(view.unit(word.end - 1))) break
    if (count > 0 && (kind & ENGLISH) !== 0 && isCapital(view, word.start)) {
      end = word.end
      isWeak = (kind & WEAK) !== 0
    }
    if (isDrive) break
    word = wordRightOf(view, word)
  }
  if (end < 0) return null
  const turned = matchAt(view, direction, end)
  if (turned >= 0) end = turned
  // "14 Main St., Ramelton"
  else if (view.unit(end) === 0x2e && view.unit(end + 1) === 0x2c) end++
  return { start: number, end, isSure: !isWeak || endsClause(view, end) }
}

/** What follows is no further word of the sentence: "3 High Court judges" is no address. */
function endsClause(view: View, end: number): boolean {
  const after = view.unit(end)
  if (after === 0x20) return isCapital(view, end + 1) || view.unit(end + 1) === 0x2d || isDigit(view.unit(end + 1))
  return !isWord(after)
}

/** The street behind a number in words that ends at `end`. */
export function streetBehind(view: View, number: number, end: number): Street | null {
  if (view.unit(end) !== 0x20) return null
  const first = wordAt(view, end + 1)
  if (first === null) return null
  const kind = first.facts
  const street =
    (kind & NUMBER_FIRST) === 0 ? englishStreet(view, number, first) : romanceStreet(view, number, first, kind)
  return street !== null && street.isSure ? street : null
}
