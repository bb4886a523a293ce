/** Birth dates in words, as people say or spell them: "the third of May nineteen eighty", "neunter Juni vierundachtzig", "9-VI-1984". */
import { isDigit, isLetter, isWord } from './characters.ts'
import { monthEndAt, type ReadDate } from './dates.ts'
import { isNumberWord } from './number-morphemes.ts'
import type { View } from './view.ts'
import { wordEnd } from './words.ts'

const mostWords = 16
const longestDate = 110
/** Between day, month and year: articles and "of", "and", "year", "in the". */
const links = new Set(
  'of the and in de del du d da di do den der des het le la e et y i u og och en und a an az ta ik il l r rok roku roka leta godine год година године года р anno anul al dem on ja és στις του και της στα ir un gads gada metų m aasta aastal vuonna year jahr jahre am'.split(
    ' ',
  ),
)

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
  const written = view.text.slice(start, end)
  if (isDigit(view.unit(start))) return isDayOrYear(written) ? 'digits' : 'other'
  if (links.has(written.toLowerCase())) return 'link'
  if (isNumberWord(written)) return 'word'
  if (monthEndAt(view, start) === end) return 'month'
  return numbers > 0 && /^(?:st|nd|rd|th|er|ter|ten|te|e)$/.test(written) ? 'link' : 'other'
}

function isDayOrYear(written: string): boolean {
  return /^(?:[0-3]?\d|['\u2019]?\d\d|(?:1[89]|20)\d\d)$/.test(written)
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
