/** Addresses as they are said on the telephone: "Mühlenstraße zwölf", "sept rue du Four", "eleven saint aldhelms close". */
import { isWord } from '../characters.ts'
import { lazily } from '../patterns.ts'
import { spokenNumberEnd } from '../spoken-numbers.ts'
import type { View } from '../view.ts'
import { wordEnd } from '../words.ts'
import { addressWords } from './labels.ts'
import { streetBehind } from './street-after.ts'
import { streetEndingBefore } from './street-before.ts'
import { ENGLISH, UNIT } from './street-words.ts'
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
  if (before !== null && (before.isSure || isAsked)) return { start: before.start, end: unitBehind(view, number) }
  const after = streetBehind(view, start, number)
  if (after !== null) return { start, end: after.end }
  return isAsked ? askedAddress(view, start, number) : null
}

/** Only where it was asked for: "Polna dwanaście", "eleven saint aldhelms close in frome". */
function askedAddress(view: View, start: number, number: number): SpokenAddress | null {
  const name = wordBefore(view, start - 1)
  if (name !== null && isCapital(view, name.start) && !isStop(name) && view.unit(name.end) === 0x20) {
    return { start: name.start, end: unitBehind(view, number) }
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
