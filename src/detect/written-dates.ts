/** Birth dates in words, as people say or spell them: "the third of May nineteen eighty", "neunter Juni vierundachtzig", "9-VI-1984". */
import { isDigit, isLetter, isWord } from './characters.ts'
import { monthEndAt, type ReadDate } from './dates.ts'
import { HashTable } from './hash-table.ts'
import { isNumberWordAt } from './number-morphemes.ts'
import type { Units } from './units.ts'
import type { View } from './view.ts'
import { hashSpan, hashText, wordEnd } from './words.ts'

const mostWords = 16
const longestDate = 110
/** Between day, month and year: articles and "of", "and", "year", "in the". */
const links = new Set(
  'of the and in de del du d da di do den der des het le la e et y i u og och en und a an az ta ik il l r rok roku roka leta godine год година године года р anno anul al dem on ja és στις του και της στα ir un gads gada metų m aasta aastal vuonna year jahr jahre am'.split(
    ' ',
  ),
)

/** What they look like without their accents: nearly all words are none of these, and need not be cut out. */
const linkHashes = new HashTable([...links].map(word => [hashText(word, 0, word.length), 1]))

/** The date in words, or with words in it, that starts at `start`; `null` where none does. */
export function readWrittenDate(view: View, start: number): ReadDate | null {
  let at = start
  let end = -1
  let numbers = 0
  let inWords = 0
  let months = 0
  for (let count = 0; count < mostWords && at - start < longestDate; count++) {
    const stop = isDigit(view.unit(at)) ? digitsEnd(view, at) : wordEnd(view.units, at)
    if (stop === at) break
    const kind = kindOfWord(view, at, stop, numbers)
    if (kind === 'other' || (kind === 'month' && months > 0)) break
    if (kind === 'month') months++
    else if (kind !== 'link') {
      numbers++
      if (kind === 'word') inWords++
    }
    if (kind !== 'link') end = stop
    else if (end < 0) return null
    at = behindJoint(view, stop)
    if (at < 0) break
  }
  // A day and a year beside the name of the month; without one the month is a number as well.
  const isWhole = months === 1 ? numbers >= 2 : numbers >= 3
  if (!isWhole || inWords === 0 || end < 0 || isWord(view.unit(end))) return null
  return { end, year: 0 }
}

type Kind = 'word' | 'digits' | 'month' | 'link' | 'other'

function kindOfWord(view: View, start: number, end: number, numbers: number): Kind {
  const { units } = view
  if (isDigit(units[start]!)) return isDayOrYear(units, start, end) ? 'digits' : 'other'
  if (linkHashes.get(hashSpan(units, start, end)) !== 0 && links.has(view.text.slice(start, end).toLowerCase()))
    return 'link'
  if (isNumberWordAt(units, start, end)) return 'word'
  if (monthEndAt(view, start) === end) return 'month'
  return numbers > 0 && end - start <= longestEnding && isEnding.test(view.text.slice(start, end)) ? 'link' : 'other'
}
const isEnding = /^(?:st|nd|rd|th|er|ter|ten|te|e)$/
const longestEnding = 3

/** Two digits at most, or a year from 1800 on. */
function isDayOrYear(units: Units, start: number, end: number): boolean {
  if (end - start <= 2) return true
  if (end - start !== 4) return false
  const first = units[start]!
  const second = units[start + 1]!
  return first === 0x31 ? second >= 0x38 : first === 0x32 && second === 0x30
}

function digitsEnd(view: View, start: number): number {
  let at = start
  while (isDigit(view.unit(at))) at++
  return at
}

/** Where the next word begins: behind blanks, hyphens, commas, dots, apostrophes, or none ("3rd"); -1 where the date ends. */
function behindJoint(view: View, end: number): number {
  let at = end
  while (at < end + 3 && isJoint(view.unit(at))) at++
  return at > end && (isLetter(view.unit(at)) || isDigit(view.unit(at)))
    ? at
    : at === end && isDigit(view.unit(at))
      ? at
      : -1
}

function isJoint(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d || unit === 0x2c || unit === 0x2e || unit === 0x27
}
