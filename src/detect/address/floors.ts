/** Floors, doors, sides, stairs and entrances in words, as they stand between street and town: "quarto piano", "vchod B, 4. poschodie". */
import { isDigit, isWord } from '../characters.ts'
import type { View } from '../view.ts'
import { UNIT } from './street-words.ts'
import { FLOOR, SIDE } from './word-facts.ts'
import { isCapital, type Word, wordAt } from './words.ts'

const mostWords = 6
const longestMark = 3

/**
 * End of the part of an address that starts at `start` where it is nothing but a floor, a door, a stair: up to six words, numbers
 * and single letters, a word for a floor or a side among them; -1 for any other.
 */
export function floorEnd(view: View, start: number): number {
  let word = wordAt(view, start)
  let seen = 0
  let unknown = 0
  let end = -1
  for (let count = 0; count < mostWords && word !== null; count++) {
    // "3. kat 10000 Zagreb"
    if (isLongNumber(view, word)) return isFloor(seen, unknown) ? end : -1
    seen |= word.facts & (FLOOR | SIDE)
    if ((word.facts & (FLOOR | SIDE | UNIT)) === 0 && !isMark(view, word)) unknown++
    end = behindDot(view, word.end)
    if (endsPart(view, end)) return isFloor(seen, unknown) ? end : -1
    word = wordAt(view, nextStart(view, end))
  }
  return -1
}

/** An ordinal in words stands before a floor only: "quarto piano", not "then left". */
function isFloor(seen: number, unknown: number): boolean {
  return unknown === 0 ? seen !== 0 : unknown === 1 && (seen & FLOOR) !== 0
}

function isLongNumber(view: View, { start, end }: Word): boolean {
  return end - start > longestMark && isDigit(view.unit(start)) && isDigit(view.unit(start + longestMark))
}

/** "12", "3B", "H0302", "B", "IV", "2ª": what a floor or a door is called by. */
function isMark(view: View, { start, end }: Word): boolean {
  return isDigit(view.unit(start)) || isDigit(view.unit(end - 1)) || end - start === 1 || isCapitals(view, start, end)
}

function isCapitals(view: View, start: number, end: number): boolean {
  if (end - start > longestMark) return false
  for (let at = start; at < end; at++) if (!isCapital(view, at)) return false
  return true
}

function behindDot(view: View, end: number): number {
  let at = end
  while (at < end + longestMark && isMarkSign(view.unit(at))) at++
  return at
}

/** `.` `º` `ª` `°` */
function isMarkSign(unit: number): boolean {
  return unit === 0x2e || unit === 0xba || unit === 0xaa || unit === 0xb0
}

function nextStart(view: View, end: number): number {
  return joinsWords(view.unit(end)) ? end + 1 : end
}

/** Blank, hyphen, slash, apostrophe. */
function joinsWords(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d || unit === 0x2f || unit === 0x27
}

function endsPart(view: View, end: number): boolean {
  const unit = view.unit(end)
  if (isWord(unit)) return false
  return !joinsWords(unit) || !isWord(view.unit(end + 1))
}
