/** Parts of an address between commas and lines, read to the left. */
import { isDigit, isWord } from '../characters.ts'
import type { View } from '../view.ts'
import { prepositionStart } from './street-before.ts'
import { endingOf } from './street-endings.ts'
import { BEFORE_NAME, BOX, STREET, UNIT, WEAK } from './street-words.ts'
import { OF_STREETS } from './word-facts.ts'
import { isCapital, isDwelling, isLeadIn, isLink, isNameWord, isStop, type Word, wordAt, wordBefore } from './words.ts'

const longestSegment = 70
const mostSegmentWords = 8

export interface Segment {
  readonly start: number
  readonly end: number
  /** Words before it on the line are none of an address: nothing to the left can belong to it. */
  readonly isLast: boolean
}

/** The part of an address that ends before `from`; `null` where none does. */
export function segmentBefore(view: View, from: number): Segment | null {
  const end = jointStart(view, from)
  if (end === from || end <= 0) return null
  let start = end
  let at = end
  for (let count = 0; count < mostSegmentWords; count++) {
    const word = segmentWord(view, at)
    if (word === null || end - word.start > longestSegment) break
    if (start < end && !belongs(view, word)) {
      const opened = prepositionStart(view, word)
      if (opened >= 0) start = opened
      break
    }
    // "La Mora": a verb has the address behind it, it does not close one.
    const isVerb = isDwelling(word) && !(start === end && isCapital(view, word.start))
    if (!belongs(view, word) || isStop(word) || isVerb) break
    if (isLeadIn(view, word) && !isIrishArticle(view, word)) break
    if (start < end && endsSentence(view, word)) break
    if (start < end && isLink(word) && opensStreet(view, start)) break
    start = word.start
    at = skipInside(view, start)
    if (at === start) break
  }
  start = withoutLinks(view, start, end)
  if (start >= end) return null
  const quote = view.unit(start - 1)
  if ((quote === 0x22 || quote === 0x27) && view.unit(end - 1) === quote) start--
  return { start, end, isLast: !isJoint(view, start) }
}

/** "Co. na Gaillimhe", "Baile na hAbhann" */
function isIrishArticle(view: View, { start, end }: Word): boolean {
  return /^(?:(?:Co\.|[\p{L}.]{2}\p{Ll}) )na (?:h?\p{Lu})/u.test(view.text.slice(start - 4, end + 3))
}

/** Goes left over comma, line break or dash; the same offset where neither stands. */
function jointStart(view: View, from: number): number {
  let at = from
  let breaks = 0
  while (at > from - 10 && isBlankOrQuote(view.unit(at - 1))) {
    if (view.unit(at - 1) === 0x0a) breaks++
    at--
  }
  // An empty line ends what is above it.
  if (breaks > 1) return from
  const unit = view.unit(at - 1)
  if (unit === 0x2c) return at < from ? at - 1 : from
  // "Süderende 14 · 25938 Oldsum"
  const isDash = unit === 0x2d || unit === 0xb7 || unit === 0x7c || unit === 0x2022
  if (isDash && view.unit(at - 2) === 0x20 && at < from) return at - 2
  return breaks > 0 ? at : from
}

function isBlankOrQuote(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09 || unit === 0x3e
}

function isJoint(view: View, start: number): boolean {
  return jointStart(view, start) < start
}

/** The word ending at `at`; quotes, brackets and ordinal signs around it aside. */
function segmentWord(view: View, at: number): Word | null {
  let end = at
  while (end > at - 3 && isTrim(view.unit(end - 1))) end--
  return wordBefore(view, end)
}

/** `.` `"` `'` `º` `ª` `°` */
function isTrim(unit: number): boolean {
  return unit === 0x2e || unit === 0x22 || unit === 0x27 || unit === 0xba || unit === 0xaa || unit === 0xb0
}

/** A dot behind a whole word and a blank: not "Str. 5", "St. Pölten". */
function endsSentence(view: View, { start, end, facts }: Word): boolean {
  if (view.unit(end) !== 0x2e || view.unit(end + 1) !== 0x20) return false
  return end - start > 4 && (facts & OF_STREETS) === 0 && endingOf(view.units, start, end) === null
}

/** A street or unit word begins here: what stands before it is no part of its name. */
function opensStreet(view: View, start: number): boolean {
  const word = wordAt(view, start)
  if (word === null || word.end - word.start < 2) return false
  const kind = word.facts
  return (kind & (BEFORE_NAME | UNIT)) !== 0 && (kind & WEAK) === 0
}

function skipInside(view: View, start: number): number {
  let at = start
  if (view.unit(at - 1) === 0x22 || view.unit(at - 1) === 0x27 || view.unit(at - 1) === 0x28) at--
  if (view.unit(at - 1) === 0x20 || view.unit(at - 1) === 0x2f || view.unit(at - 1) === 0x2e) return at - 1
  return start
}

function belongs(view: View, word: Word): boolean {
  if (isNameWord(view, word) || isLink(word)) return true
  // "12 b"
  const isLetterOfNumber = word.end - word.start === 1 && isDigit(view.unit(word.start - 2))
  if (isLetterOfNumber || isBox(view, word)) return true
  return (word.facts & OF_STREETS) !== 0 || rural.test(view.text.slice(word.start, word.end))
}

/** "Oja talu" */
const rural = /^(?:talu|k\u00fcla|alevik)$/

/** Belgian boxes: "44 b2" */
function isBox(view: View, { start, end }: Word): boolean {
  return view.unit(start) === 0x62 && end - start < 5 && isDigit(view.unit(start - 2)) && isDigit(view.unit(start + 1))
}

/** Small words at the beginning belong to the sentence: "in der", "de". Street and unit words stay. */
function withoutLinks(view: View, start: number, end: number): number {
  let at = start
  for (let count = 0; count < 4; count++) {
    const word = wordAt(view, at)
    if (word === null || word.start >= end) return end
    const kind = word.facts
    const isShort = word.end - word.start <= 2
    const isStreetWord =
      (kind & (STREET | UNIT | BOX)) !== 0 && (!isShort || view.unit(word.end) === 0x2e || view.unit(word.end) === 0x2f)
    if (isNameWord(view, word) || isStreetWord) return at
    if (!isLink(word)) return at
    at = word.end
    while (at < end && !isWord(view.unit(at))) at++
  }
  return at
}
