/** Addresses as they are said on the telephone: "Mühlenstraße zwölf", "sept rue du Four", "eleven saint aldhelms close". */
import { isWord } from '../characters.ts'
import { isNumberWord } from '../number-morphemes.ts'
import { lazily, matchAt } from '../patterns.ts'
import { spokenNumberEnd } from '../spoken-numbers.ts'
import { OTHER_WORD, SPELT, spokenKindsOf } from '../spoken-signs.ts'
import type { View } from '../view.ts'
import { wordEnd } from '../words.ts'
import { addressWords } from './labels.ts'
import { tailFrom } from './parts.ts'
import { streetBehind } from './street-after.ts'
import { streetEndingBefore } from './street-before.ts'
import { ENGLISH, UNIT } from './street-words.ts'
import { townBefore } from './town-before.ts'
import { isCapital, isLink, isStop, wordAt, wordBefore } from './words.ts'

/** A postal code that is spelled: "B S nine three T K". */
export const spelled = lazily(
  () =>
    /(?:(?:[a-z]|zero|oh|one|two|three|four|five|six|seven|eight|nine|double [a-z])[ ,.-]{1,2}){4,8}(?:[a-z]|zero|one|two|three|four|five|six|seven|eight|nine)(?!\p{L})/iuy,
)

export interface SpokenAddress {
  readonly start: number
  readonly end: number
}

/** How far back the address may have been asked for. */
const askedWithin = 64

/** The address whose house number begins with the number word between two offsets; `null` where none does. */
export function spokenAddress(view: View, start: number, end: number): SpokenAddress | null {
  // Within "fifty-eight" the first word counts.
  if (isWord(view.unit(start - 1)) || view.unit(start - 1) === 0x2d) return null
  const number = spokenNumberEnd(view, end)
  const isAsked = view.isNear(addressWords.name, start, askedWithin)
  const before = streetEndingBefore(view, start)
  if (before !== null && (before.isSure || isAsked)) {
    const end = placeBehind(view, unitBehind(view, number), isAsked)
    return { start: townBefore(view, before.start, isAsked), end }
  }
  const after = streetBehind(view, start, number)
  if (after !== null) return { start, end: placeBehind(view, after.end, isAsked) }
  return isAsked ? askedAddress(view, start, number) : null
}

const shortestNumber = 2
const mostMarks = 3
const mostClauses = 4
const longestClause = 48
/** "in 7 3 2 5 7 Köngen" */
const dictatedCode = lazily(() => /,? (?:\p{L}{1,3} )?\d(?: \d){3,5} \p{Lu}[\p{L}-]{1,24}/uy)

/** The town behind a number in words; where the address was asked for, all that follows up to the end of the sentence. */
function placeBehind(view: View, end: number, isAsked: boolean): number {
  const code = matchAt(view, dictatedCode(), end)
  if (code >= 0) return code
  const isTown = view.unit(end) === 0x2c && isCapital(view, end + 2)
  if (!isAsked) return isTown ? tailFrom(view, end).end : end
  let at = Math.max(tailFrom(view, end).end, marksBehind(view, end))
  for (let count = 0; count < mostClauses && view.unit(at) === 0x2c && view.unit(at + 1) === 0x20; count++) {
    const stop = clauseEnd(view, at + 2)
    if (stop < 0) break
    at = stop
  }
  return at
}

/** "neljätoista aa kolme": letters and numbers of a stair and a door. */
function marksBehind(view: View, end: number): number {
  let at = end
  for (let count = 0; count < mostMarks && view.unit(at) === 0x20; count++) {
    const stop = wordEnd(view.units, at + 1)
    if (stop === at + 1) break
    const word = view.text.slice(at + 1, stop)
    const kinds = spokenKindsOf(word)
    if ((kinds & OTHER_WORD) !== 0 || ((kinds & SPELT) === 0 && !isNumberWord(word))) break
    at = stop
  }
  return at
}

/** End of a few words up to the next comma or the end of the sentence, a number, a letter or a capital among the first; -1 for others. */
function clauseEnd(view: View, start: number): number {
  let at = start
  while (at < start + longestClause && isClauseUnit(view, at)) at++
  const after = view.unit(at)
  const closes = after === 0 || after === 0x2c || after === 0x2e || after === 0x3f || after === 0x0a || after === 0x3b
  const words = view.text.slice(start, at).split(/[ -]/)
  const isPlace = words.some(
    word => /^\p{Lu}/u.test(word) || ((spokenKindsOf(word) & OTHER_WORD) === 0 && isNumberWord(word)),
  )
  return closes && isPlace && words.length <= mostClauses ? at : -1
}

function isClauseUnit(view: View, at: number): boolean {
  const unit = view.unit(at)
  return isWord(unit) || unit === 0x20 || unit === 0x2d || unit === 0x27
}

/** Only where it was asked for: "Polna dwanaście", "eleven saint aldhelms close in frome". */
function askedAddress(view: View, start: number, number: number): SpokenAddress | null {
  const name = wordBefore(view, start - 1)
  // "Hospitalisée du 2 avril": "du" is two in Lithuanian.
  const isNumber = number - start > shortestNumber
  if (isNumber && name !== null && isCapital(view, name.start) && !isStop(name) && view.unit(name.end) === 0x20) {
    const named = placeBehind(view, unitBehind(view, number), true)
    return { start: townBefore(view, name.start, true), end: named }
  }
  const end = streetInSmallLetters(view, number)
  return end < 0 ? null : { start, end }
}

const mostWords = 5

function streetInSmallLetters(view: View, number: number): number {
  let word = view.unit(number) === 0x20 ? wordAt(view, number + 1) : null
  for (let count = 0; count < mostWords && word !== null; count++) {
    if (count > 0 && (word.facts & ENGLISH) !== 0) return townBehind(view, word.end)
    word = view.unit(word.end) === 0x20 ? wordAt(view, word.end + 1) : null
  }
  return -1
}

/** " in morpeth" */
function townBehind(view: View, end: number): number {
  const link = view.unit(end) === 0x20 ? wordAt(view, end + 1) : null
  if (link === null || !isLink(link) || view.unit(link.end) !== 0x20) return end
  return wordAt(view, link.end + 1)?.end ?? end
}

/** ", mieszkania trzy", ", appartement deux" */
function unitBehind(view: View, number: number): number {
  let at = number
  if (view.unit(at) === 0x2c) at++
  if (view.unit(at) !== 0x20) return number
  const word = wordAt(view, at + 1)
  if (word === null || (word.facts & UNIT) === 0 || view.unit(word.end) !== 0x20) return number
  const end = wordEnd(view.units, word.end + 1)
  return end > word.end + 1 && !isWord(view.unit(end)) ? end : number
}
