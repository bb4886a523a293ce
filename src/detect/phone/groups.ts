/** Which groups of digits make a telephone number, and what else looks like one. */
import { isDigit, isWord } from '../characters.ts'
import { type DigitGroup, isDividedBy } from '../digit-groups.ts'
import type { View } from '../view.ts'
import { closesClause } from './cues.ts'

/** E.164 numbers have at most 15 digits; with a trunk zero written too. */
export const mostDigits = 15
export const fewestInternational = 7
export const fewestNational = 9

export function endsNumber(view: View, end: number, isCut: boolean): boolean {
  const after = view.unit(end)
  if (isWord(after) || after === 0x25 || (after === 0x5f && isWord(view.unit(end + 1)))) return false
  if ((after === 0x2c || after === 0x3a) && isDigit(view.unit(end + 1)))
    return after === 0x2c && !isDigit(view.unit(end + 3))
  return isCut || after !== 0x2d || !isWord(view.unit(end + 1))
}

/** How many of the groups belong together: a time, a second number or a lone digit behind them does not. */
export function plausibleGroups(view: View, groups: readonly DigitGroup[]): number {
  for (let index = 1; index < groups.length; index++) {
    const { start, end } = groups[index]!
    const { end: from } = groups[index - 1]!
    const isLone = end === start + 1
    const isSecondNumber =
      index > 1 &&
      view.unit(start) === 0x30 &&
      holdsSlash(view, from, start) &&
      // "06/55/50/03/49" is one.
      !(end === start + 2 && isDividedBy(view, groups, 1, 0x2f))
    const isSpaced =
      index > 1 && start > from + 1 && !areBlanks(view, from, start) && !isDeskBehind(view, groups, index)
    // "03671 / 630 69-2": the last digit behind a hyphen is the line of one desk.
    const isDesk =
      isLone &&
      index > 1 &&
      index === groups.length - 1 &&
      isDividedBy(view, groups, index, 0x2d) &&
      view.unit(groups[0]!.start) === 0x30
    // "8 5 255 0374" (lt), "06-1-555-0364" (hu), "00 33 6 55 …" (fr): the code of a capital or of mobile telephones.
    const isCapitalCode = isLone && index < 3 && isDialledBefore(view, groups, index)
    const isOdd = isLone && index > 1 && isDividedBy(view, groups, index, 0x20) && isOddlyGrouped(view, groups, index)
    if ((isLone && !isDesk && !isCapitalCode && !isOdd) || isSecondNumber || isSpaced || view.unit(end) === 0x3a)
      return index
  }
  return groups.length
}

function holdsSlash(view: View, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (view.unit(at) === 0x2f) return true
  return false
}

function areBlanks(view: View, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (view.unit(at) !== 0x20 && view.unit(at) !== 0x0a) return false
  return true
}

const mostNational = 13

/** "0211 558 13 91 5", "01295 496 0 752": groups as they come, of a number with its trunk zero that ends its clause or goes on. */
function isOddlyGrouped(view: View, groups: readonly DigitGroup[], index: number): boolean {
  if (view.unit(groups[0]!.start) !== 0x30) return false
  const last = groups[groups.length - 1]!
  const digits = groups.reduce((sum, { start, end }) => sum + end - start, 0)
  if (digits > mostNational) return false
  return closesClause(view, last.end) || (index < groups.length - 1 && digits > mostNational - 3)
}

/** "069 / 900 9177 - 40": the last group, of two or three digits, of a number with its trunk zero. */
function isDeskBehind(view: View, groups: readonly DigitGroup[], index: number): boolean {
  const { start, end } = groups[index]!
  const isLast = index === groups.length - 1 && index > 1 && end - start > 1 && end - start < 4
  if (
    !isLast ||
    view.unit(groups[0]!.start) !== 0x30 ||
    !/^ ?- ?$/.test(view.text.slice(groups[index - 1]!.end, start))
  )
    return false
  return closesClause(view, end) || !/^ (?:Uhr|h\b|hrs|%|a\.?m|p\.?m)/.test(view.text.slice(end, end + 6))
}

/** What Lithuanians and Hungarians dial before the code of a town; the code of a country, with the exit code or behind it. */
function isDialledBefore(view: View, groups: readonly DigitGroup[], index: number): boolean {
  const dialled = view.text.slice(groups[0]!.start, groups[0]!.end)
  if (index === 1 && /^00\d{2,3}$/.test(dialled)) return groups.length > 2
  return groups.length > 3 && (index === 1 ? dialled === '8' || dialled === '06' : dialled === '00')
}

export function isNorthAmerican(lengths: string, digits: string): boolean {
  return lengths === '3-3-4' && /^[2-9]\d\d[2-9]/.test(digits)
}

/** `28-10-2024`, `2024 10 28`, and two dates in a row. */
export function isDate(view: View, groups: readonly DigitGroup[]): boolean {
  const [first, second, third] = groups
  if (first === undefined || second === undefined || third === undefined) return false
  const lengths = [first, second, third].map(lengthOf)
  const isYearFirst = lengths[0] === 4 && lengths[1] === 2 && lengths[2] === 2
  const isYearLast = lengths[0]! <= 2 && lengths[1] === 2 && lengths[2] === 4
  if (!isYearFirst && !isYearLast) return false
  const numbers = [first, second, third].map(({ start, end }) => Number(view.text.slice(start, end)))
  if (isYearFirst) return isYear(numbers[0]!) && numbers[1]! <= 12 && numbers[2]! <= 31
  return numbers[0]! <= 31 && numbers[1]! <= 31 && isYear(numbers[2]!)
}

function lengthOf({ start, end }: DigitGroup): number {
  return end - start
}

function isYear(number: number): boolean {
  return number >= 1900 && number <= 2100
}
