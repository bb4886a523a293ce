/**
 * Most numbers of a text stand far from every word that says "street": one look at what the scan has noted passes them. What is
 * noted here must be all that street-before.ts and street-after.ts can start from; it checks the words again.
 */
import { classOf, isDigit, isMark, isWord, LETTER } from '../characters.ts'
import { Cursor } from '../cursor.ts'
import type { LandmarkForm } from '../phrase-list.ts'
import type { View } from '../view.ts'
import { hashWord, wordEnd } from '../words.ts'
import { skipBlank } from './house-number.ts'
import { endingOf, isAdjective, mayBeAdjective, mayBeEnding } from './street-endings.ts'
import {
  AFTER_NAME,
  BEFORE_NAME,
  BOX,
  ENGLISH,
  NUMBER_FIRST,
  needsArticle,
  PREPOSITION,
  streetWords,
  WEAK,
} from './street-words.ts'
import { factsOf } from './word-facts.ts'
import { isCapital, wordBefore } from './words.ts'

/** Letters, digits and what joins the words of a street, up to U+00FF; a comma divides them from the number. */
const joints = ' ./"\'-#\u00b0\u00ba\u00aa\u00b7'
const inside = Uint8Array.from({ length: 256 }, (_, unit) =>
  isWord(unit) || joints.includes(String.fromCharCode(unit)) ? 1 : 0,
)
/** Farther from its number than the words of a street reach: seven words of forty letters. */
const reach = 360
/** Short words that need no dot behind them. */
const bareWords: ReadonlySet<string> = new Set(['ul', 'ut', 'tn'])
/** The second halves of "C.so", "V.le", "\u0436.\u043a.". */
const tails = 'so le zza za go da lo \u043a la'.split(' ')

/** Words that say "street", for the scan. */
export const streetLandmarks: readonly (readonly [hash: number, form: LandmarkForm])[] = [...listLandmarks()]

function listLandmarks(): ReadonlyMap<number, LandmarkForm> {
  const landmarks = new Map<number, LandmarkForm>(tails.map(tail => [hashWord(tail), 'tail']))
  for (const [word, kind] of streetWords()) {
    const form = formOf(word, kind)
    if (form === null) continue
    // A joined word is noted by each of its parts.
    for (const part of word.split('-')) note(landmarks, hashWord(part), form)
  }
  return landmarks
}

function formOf(word: string, kind: number): LandmarkForm | null {
  if ((kind & (BOX | NUMBER_FIRST)) !== 0 || bareWords.has(word)) return 'any'
  const isNamed = (kind & (BEFORE_NAME | AFTER_NAME)) !== 0
  if (isNamed && (word.length > 2 || (kind & ENGLISH) !== 0)) return 'any'
  if ((kind & PREPOSITION) !== 0) return isNamed ? 'any' : 'capital'
  if (isNamed) return 'short'
  return (kind & ENGLISH) === 0 ? null : 'capital'
}

/** Two forms of one word: noted anywhere. */
function note(landmarks: Map<number, LandmarkForm>, hash: number, form: LandmarkForm): void {
  const known = landmarks.get(hash)
  landmarks.set(hash, known === undefined || known === form ? form : 'any')
}

/** May a street end before the number? */
export function mayFollowStreet(view: View, number: number): boolean {
  if (mayEndStreet(view, number)) return true
  const index = cursor.indexFrom(view, view.notes.landmarks, number) - 1
  if (index < 0) return false
  const landmark = view.notes.landmarks.at(index)
  if (number - landmark > reach || !reachesBack(view, number, landmark)) return false
  return opensStreet(view, landmark) || hasOpening(view, index, number - reach)
}

const cursor = new Cursor(1)

/**
 * The landmarks among which the last look found none that opens a street, by index, and in what view. Numbers and English streets may
 * follow each other for long ("1 St 1 St"): each of these words is looked at once.
 */
let [clearView, clearFrom, clearTo] = [0, 0, 0]

/** Does a landmark before this one, at `least` or behind it, open a street before a number? The landmark itself does not. */
function hasOpening(view: View, index: number, least: number): boolean {
  const { landmarks } = view.notes
  let at = index
  for (;;) {
    if (clearView === view.id && clearFrom < at && at <= clearTo) at = clearFrom
    if (at === 0 || landmarks.at(at - 1) < least || opensStreet(view, landmarks.at(at - 1))) break
    at--
  }
  ;[clearView, clearFrom, clearTo] = [view.id, at, index + 1]
  return at > 0 && landmarks.at(at - 1) >= least
}

/**
 * What the last looks at landmarks found, by place: numbers stand close together, and each looks at those around it. A power of two;
 * places are kept with the answer in their lowest bit.
 */
const mostKept = 8
const keptLooks = new Int32Array(mostKept)
let keptView = 0

/** Nearly all landmarks may open a street before its number; "St", "Road" and the like stand behind the number only. */
function opensStreet(view: View, landmark: number): boolean {
  if (keptView !== view.id) {
    keptView = view.id
    keptLooks.fill(-1)
  }
  const kept = keptLooks[landmark & (mostKept - 1)]!
  if (kept >>> 1 === landmark) return (kept & 1) === 1
  const opens = readsAsOpening(view, landmark)
  keptLooks[landmark & (mostKept - 1)] = (landmark << 1) | (opens ? 1 : 0)
  return opens
}

function readsAsOpening(view: View, landmark: number): boolean {
  const end = wordEnd(view.units, landmark)
  const after = view.unit(end)
  // A longer word may be another one.
  if (isWord(after) || isMark(after) || after === 0x2d || after === 0x27) return true
  if (
    after === 0x20 &&
    view.unit(end + 1) !== 0x64 &&
    end - landmark <= longestOpening &&
    isGermanPreposition(view, landmark, end)
  )
    return false
  const facts = factsOf(view.units, landmark, end)
  return (facts & ENGLISH) === 0 || (facts & (BEFORE_NAME | AFTER_NAME | BOX | NUMBER_FIRST | PREPOSITION)) !== 0
}

const longestOpening = 6

/** "In Room 3", "Auf Seite 4": an article follows where they open a street. */
function isGermanPreposition(view: View, start: number, end: number): boolean {
  const first = view.unit(start)
  // A, B, H, I, O, U, V
  const mayBe =
    first === 0x49 ||
    first === 0x41 ||
    first === 0x42 ||
    first === 0x48 ||
    first === 0x4f ||
    first === 0x55 ||
    first === 0x56
  return mayBe && needsArticle.test(view.text.slice(start, end))
}

/** May a street begin behind the number that ends here? */
export function mayLeadStreet(view: View, end: number): boolean {
  const { landmarks } = view.notes
  const index = cursor.indexFrom(view, landmarks, end)
  if (index === landmarks.length) return false
  const landmark = landmarks.at(index)
  if (landmark >= end + reach || !reachesOn(view, end, landmark)) return false
  // "12 St": an English street has its name before this word.
  const isFirst = landmark <= end + 1
  if (!isFirst || opensStreet(view, landmark)) return true
  return index + 1 < landmarks.length && isOneName(view, landmark, Math.min(landmarks.at(index + 1), end + reach))
}

/** More than the words of a street that are read: no number looks further back or ahead. */
const mostBlanks = 9

/** Is there nothing but words of a street between the landmark and the number behind it? */
function reachesBack({ units }: View, number: number, landmark: number): boolean {
  let blanks = 0
  for (let at = number; at > landmark; at--) {
    const unit = units[at - 1]!
    if (unit === 0x20 ? ++blanks > mostBlanks : !isInside(unit, number - at <= widestComma)) return false
  }
  return true
}

/** The same for a landmark behind the number. */
function reachesOn({ units }: View, end: number, landmark: number): boolean {
  let blanks = 0
  for (let at = end; at <= landmark; at++) {
    const unit = units[at]!
    if (unit === 0x20 ? ++blanks > mostBlanks : !isInside(unit, at - end <= widestSuffix)) return false
  }
  return true
}

/** Are there only words of one street between two landmarks, no further number? */
function isOneName(view: View, landmark: number, further: number): boolean {
  let isNumber = false
  for (let at = landmark; at < further; at++) {
    const unit = view.unit(at)
    if (!isInside(unit, false) || (isNumber && unit === 0x20 && isDigit(view.unit(at - 1)))) return false
    if (view.unit(at - 1) === 0x20) isNumber = isDigit(unit)
  }
  return true
}

/** A comma stands at most so far before the number ("Rua Augusta, nr. 12") … */
const widestComma = 10
/** … and behind it ("34 bis, rue"). */
const widestSuffix = 24

function isInside(unit: number, mayBeComma: boolean): boolean {
  return unit < 256
    ? inside[unit] === 1 || (mayBeComma && unit === 0x2c)
    : isWord(unit) || isMark(unit) || unit === 0x2116
}

/** Does the word before the number end like "Lindenstra\u00dfe"? A sign or a word for "number" may stand between. */
function mayEndStreet(view: View, number: number): boolean {
  const at = skipBlank(view, number)
  const end = view.unit(at - 1) === 0x2e ? at - 1 : at
  const last = view.unit(end - 1)
  if ((classOf(last) & LETTER) === 0) return last === 0x23 || last === 0xb0 || last === 0xba || last === 0x2116
  if (endsLikeStreet(view, end)) return true
  if (!isSignEnd(last)) return false
  let start = end
  while (start > end - longestSign && isWord(view.unit(start - 1))) start--
  const before = view.unit(start - 1)
  if (before === 0x2d || before === 0x27) return true
  const street = skipBlank(view, start)
  // "Molenstraat, nummer 14"
  return start > end - longestSign && endsLikeStreet(view, view.unit(street - 1) === 0x2c ? street - 1 : street)
}

const longestSign = 11
/** Last letters of the words for "number" in house-number.ts. */
const signEnds = new Uint8Array(0x500)
for (const letter of 'nNrRoOmMa\u03c2\u010c\u010dpPjJ\u0440\u0420\u0434\u0414\u03c1\u03b8')
  signEnds[letter.charCodeAt(0)] = 1

function isSignEnd(unit: number): boolean {
  return unit < signEnds.length && signEnds[unit] === 1
}

function endsLikeStreet(view: View, end: number): boolean {
  const stop = view.unit(end - 1) === 0x2e ? end - 1 : end
  const isEnding = mayBeEnding(view.unit(stop - 3), view.unit(stop - 2), view.unit(stop - 1))
  if (!isEnding && !mayBeAdjective(view.unit(stop - 3), view.unit(stop - 2), view.unit(stop - 1))) return false
  const word = wordBefore(view, stop)
  if (word === null) return false
  const ending = isEnding ? endingOf(view.units, word.start, word.end) : null
  if (ending === 'strong') return true
  if (!isCapital(view, word.start)) return false
  // "Argyle Street 24": the number behind an English street, which is seldom.
  const isEnglish = word.end - word.start > 3 && (word.facts & (ENGLISH | WEAK)) === ENGLISH
  return ending === 'weak' || isEnglish || isAdjective(view.units, word.start, word.end)
}
