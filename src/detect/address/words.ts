/** Words of an address, read to the left and to the right: what may be part of a street's or a town's name. */
import { classOf, isDigit, isLetter, isWord, UPPER } from '../characters.ts'
import type { View } from '../view.ts'
import { DWELLING, factsOf, LEAD_IN, LEAD_IN_BEHIND_NOUN, LINK, STOP } from './word-facts.ts'

export interface Word {
  readonly start: number
  /** Behind its last letter; a dot behind it is not counted. */
  readonly end: number
  /** The bits of street-words.ts and word-facts.ts. */
  readonly facts: number
}

const longestWord = 40
/** A power of two. */
const mostKept = 64

/**
 * The last words that were read, by one of their ends: one street is looked for from each number near by, over the same words.
 * Numbers only, no text.
 */
class KeptWords {
  readonly #views = new Int32Array(mostKept)
  readonly #places = new Int32Array(mostKept)
  readonly #others = new Int32Array(mostKept)
  readonly #facts = new Int32Array(mostKept)

  has(view: number, place: number): boolean {
    const slot = place & (mostKept - 1)
    return this.#places[slot] === place && this.#views[slot] === view
  }

  /** The other end of the word; -1 where no word has an end at this place. */
  other(place: number): number {
    return this.#others[place & (mostKept - 1)]!
  }

  facts(place: number): number {
    return this.#facts[place & (mostKept - 1)]!
  }

  keep(view: number, place: number, other: number, facts: number): void {
    const slot = place & (mostKept - 1)
    this.#views[slot] = view
    this.#places[slot] = place
    this.#others[slot] = other
    this.#facts[slot] = facts
  }
}

const keptByEnd = new KeptWords()
const keptByStart = new KeptWords()

/** The word that ends at `end` (a dot before it is skipped); `null` where none does. */
export function wordBefore(view: View, end: number): Word | null {
  if (end <= 0 || end > view.length) return null
  const to = view.units[end - 1] === 0x2e ? end - 1 : end
  if (!keptByEnd.has(view.id, to)) readBefore(view, to)
  const start = keptByEnd.other(to)
  return start < 0 ? null : { start, end: to, facts: keptByEnd.facts(to) }
}

function readBefore(view: View, to: number): void {
  const { units } = view
  const least = Math.max(0, to - longestWord)
  let start = to
  while (start > least && (isWord(units[start - 1]!) || isInnerSign(view, start - 1))) start--
  while (start < to && !isWord(units[start]!)) start++
  if (start === to || isInner(view, start - 1)) keptByEnd.keep(view.id, to, -1, 0)
  else keptByEnd.keep(view.id, to, start, factsOf(units, start, to))
}

/** The word that starts at `start`; `null` where none does. */
export function wordAt(view: View, start: number): Word | null {
  if (start < 0 || start >= view.length || !isWord(view.units[start]!)) return null
  if (!keptByStart.has(view.id, start)) readAt(view, start)
  const end = keptByStart.other(start)
  return end < 0 ? null : { start, end, facts: keptByStart.facts(start) }
}

function readAt(view: View, start: number): void {
  const { units } = view
  const furthest = start + longestWord
  let end = start + 1
  while (end < furthest && (isWord(units[end]!) || isInnerSign(view, end))) end++
  while (!isWord(units[end - 1]!)) end--
  if (isWord(units[end]!)) keptByStart.keep(view.id, start, -1, 0)
  else keptByStart.keep(view.id, start, end, factsOf(units, start, end))
}

/** Letters and digits, and what joins them. */
function isInner(view: View, at: number): boolean {
  return isWord(view.unit(at)) || isInnerSign(view, at)
}

/** A hyphen or an apostrophe, and a dot in "K.-Marx", between letters and digits. */
function isInnerSign(view: View, at: number): boolean {
  const unit = view.unit(at)
  const isJoint = unit === 0x2d || unit === 0x27
  if (isJoint) return isWord(view.unit(at + 1)) && (isWord(view.unit(at - 1)) || view.unit(at - 1) === 0x2e)
  return unit === 0x2e && view.unit(at + 1) === 0x2d && isLetter(view.unit(at - 1))
}

export function isCapital(view: View, at: number): boolean {
  return (classOf(view.unit(at)) & UPPER) !== 0
}

/** Small words inside names: "rue du Puits", "via dei Mille", "Frankfurt am Main". */
export function isLink(word: Word): boolean {
  return (word.facts & LINK) !== 0
}

/** Begins with a capital (behind "d'", "l'" too), or is a number. */
export function isNameWord(view: View, { start, end }: Word): boolean {
  if (isCapital(view, start) || isDigit(view.unit(start))) return true
  // Irish puts letters before the capital: "na hAbhann", "na gCapall".
  if (isCapital(view, start + 1) && mutations.has(view.unit(start))) return true
  const isElided =
    end - start > 2 &&
    (view.unit(start + 1) === 0x27 ||
      view.unit(start + 2) === 0x27 ||
      view.unit(start + 2) === 0x2d ||
      view.unit(start + 1) === 0x2d)
  // "tal-Qlieg\u0127a"
  const isMaltese = end - start > 5 && view.unit(start + 3) === 0x2d && isCapital(view, start + 4)
  return isMaltese || (isElided && (isCapital(view, start + 2) || isCapital(view, start + 3)))
}

const mutations: ReadonlySet<number> = new Set([...'hngdbmt'].map(letter => letter.charCodeAt(0)))

/** A verb that opens a sentence right before an address. */
export function isDwelling(word: Word): boolean {
  return (word.facts & DWELLING) !== 0
}

const germanPreposition = /^(?:Am|An|Auf|Hinter|Im|In|Ob|Unter|Vor|Zu|Zum|Zur|Beim?) /

/** A preposition before an address. */
export function isLeadIn(view: View, { start, end, facts }: Word): boolean {
  if ((facts & (LEAD_IN | LEAD_IN_BEHIND_NOUN)) === 0 || isCapital(view, start)) return false
  // "Brief an Am Markt 3", but "Mülheim an der Ruhr".
  return (facts & LEAD_IN) !== 0 || germanPreposition.test(view.text.slice(end + 1, end + 9))
}

/** The first word of the next field. */
export function isStop(word: Word): boolean {
  return (word.facts & STOP) !== 0
}
