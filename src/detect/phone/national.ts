/** Telephone numbers without a calling code: what they look like decides how much else must speak for them. */
import { THINGS } from '../context-words.ts'
import {
  areDividedBy,
  countDigits,
  type DigitGroup,
  digitsOf,
  isDividedBy,
  lengthsOf,
  readDigitGroups,
} from '../digit-groups.ts'
import { fitOf } from '../phone-plans.ts'
import type { Findings } from '../recognizer.ts'
import { LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { isNearCall, isReached } from './cues.ts'
import { addNumber } from './desks.ts'
import { strengthOf } from './formats.ts'
import {
  endsNumber,
  fewestInternational,
  fewestNational,
  isDate,
  isNorthAmerican,
  mostDigits,
  plausibleGroups,
} from './groups.ts'

/** A thing's name before a number is meant only when it stands right before it. */
const rightBefore = 14

/** A number without calling code, in groups or in one: what it looks like decides how much else must speak for it. */
export function findNational(view: View, start: number, end: number, findings: Findings): void {
  if (isShort(view, start, end)) return
  const wrapBelow = view.unit(start) === 0x30 ? fewestInternational : 0
  // Twice as many as a number has, so that longer ones are told from it.
  const groups = readDigitGroups(view, start, view.text.length, 2 * mostDigits, wrapBelow)
  if (groups.length === 0 || groups[0]!.end !== end) return
  const count = plausibleGroups(view, groups)
  const read = groups.slice(0, count)
  const last = read.at(-1)
  if (last === undefined || !endsNumber(view, last.end, groups.length > count)) return
  const score = nationalScore(view, read)
  if (score > 0) addNumber(view, start, last.end, score, findings)
}

/** Nine digits behind the 8 or 0 that is dialled inside the country. */
export function findLithuanian(view: View, start: number, end: number, findings: Findings): void {
  const trunk = view.unit(start)
  if (trunk === 0x31) findAmerican(view, start, end, findings)
  if (trunk !== 0x38 && trunk !== 0x30) return
  const groups = readDigitGroups(view, start, view.text.length, 2 * mostDigits, 0)
  if (groups[0]?.end !== end || !lithuanian.test(lengthsOf(groups)) || !endsNumber(view, groups.at(-1)!.end, false))
    return
  if (fitOf(`370${digitsOf(view, groups.slice(1))}`) !== 'valid') return
  const stop = groups.at(-1)!.end
  if (isNearCall(view, start) || isReached(view, start, stop, 'odd')) addNumber(view, start, stop, LIKELY, findings)
}
const lithuanian = /^1-(?:3-5|3-2-3|1-3-4|1-7|8|2-6|3-3-2)$/

/** "1-917-555-0431" */
function findAmerican(view: View, start: number, end: number, findings: Findings): void {
  const groups = readDigitGroups(view, start, view.text.length, 2 * mostDigits, 0)
  if (groups[0]?.end !== end || lengthsOf(groups) !== '1-3-3-4' || !areDividedBy(view, groups, 0x2d)) return
  const stop = groups.at(-1)!.end
  if (/^1[2-9]\d\d[2-9]/.test(digitsOf(view, groups)) && endsNumber(view, stop, false))
    addNumber(view, start, stop, TYPICAL, findings)
}

/** Passed before anything is made of it. */
function isShort(view: View, start: number, end: number): boolean {
  if (end - start >= fewestInternational) return false
  if (isYearOfDate(view, start, end)) return true
  return countDigits(view, start, fewestInternational) < fewestInternational
}

/** `2031-02-11`: time stamps are the most frequent numbers of all. */
function isYearOfDate(view: View, start: number, end: number): boolean {
  const century = view.unit(start + 1) - 0x30 + 10 * (view.unit(start) - 0x30)
  return (
    end - start === 4 && (century === 19 || century === 20) && view.unit(end) === 0x2d && view.unit(end + 3) === 0x2d
  )
}

/** The register of companies: "RCS Nanterre 552 081 317", "SIREN". */
const register = /(?:RCS|R\.C\.S\.|SIREN|SIRET|HRB|HRA|REA|KRS|CVR|KvK)(?: [\p{L}-]{1,20}){0,2}[ :]{1,2}$/u

/** The expression above closes with a blank or a colon. */
function isRegistered(view: View, start: number): boolean {
  const before = view.unit(start - 1)
  return (before === 0x20 || before === 0x3a) && register.test(view.text.slice(Math.max(0, start - 30), start))
}

function nationalScore(view: View, groups: readonly DigitGroup[]): number {
  const score = scoreOfForm(view, groups)
  return score > 0 && isRegistered(view, groups[0]!.start) ? 0 : score
}

function scoreOfForm(view: View, groups: readonly DigitGroup[]): number {
  const { start } = groups[0]!
  const digits = digitsOf(view, groups)
  // A mask: "000-0000".
  if (digits.length < 7 || digits.endsWith('000000')) return 0
  // "418/2021" is a decision of a court.
  if (
    groups.length === 2 &&
    /^(?:19|20)\d\d$/.test(view.text.slice(groups[1]!.start, groups[1]!.end)) &&
    view.unit(groups[1]!.start - 1) === 0x2f
  )
    return 0
  if (isDate(view, groups) || view.isNear(THINGS.name, start, rightBefore)) return 0
  if (digits.startsWith('00')) return exitCodeScore(view, digits, groups, start)
  const lengths = lengthsOf(groups)
  if (digits[0] === '0') return trunkScore(view, digits, groups, start)
  const dashed = isNorthAmerican(lengths, digits) && groups.length === 3 ? dashedScore(view, groups, start) : 0
  if (dashed > 0) return dashed
  const isGrouped = groups.length > 1 && digits.length <= 11 && !holdsDot(view, groups)
  // `size=958422342`: another key names it.
  const isWhole = groups.length === 1 && digits.length >= 8 && digits.length <= 11 && view.unit(start - 1) !== 0x3d
  if ((isGrouped || isWhole) && isNearCall(view, start)) return LIKELY
  return isWritten(view, groups) && isReached(view, start, groups.at(-1)!.end, strengthOf(lengths, digits)) ? LIKELY : 0
}

/** One kind of separator, dots only where no amount has them; `size=958422342` names something else. */
function isWritten(view: View, groups: readonly DigitGroup[]): boolean {
  if (groups.length < 2) return view.unit(groups[0]!.start - 1) !== 0x3d
  if (isDividedBy(view, groups, 1, 0x2e)) return lengthsOf(groups).endsWith('-2-2') && areDividedBy(view, groups, 0x2e)
  return areDividedByBlankOrHyphen(view, groups) || (isDividedBy(view, groups, 1, 0x2f) && groups.length < 4)
}

function areDividedByBlankOrHyphen(view: View, groups: readonly DigitGroup[]): boolean {
  for (let index = 1; index < groups.length; index++)
    if (!isDividedBy(view, groups, index, 0x20) && !isDividedBy(view, groups, index, 0x2d)) return false
  return true
}

/** Is one group divided from the next by a dot alone? */
function holdsDot(view: View, groups: readonly DigitGroup[]): boolean {
  for (let index = 1; index < groups.length; index++) if (isDividedBy(view, groups, index, 0x2e)) return true
  return false
}

/** `0034 967 …`: the exit code of most of the world. */
function exitCodeScore(view: View, digits: string, groups: readonly DigitGroup[], start: number): number {
  const rest = digits.slice(2)
  if (digits.length < 10 || rest[0] === '0') return 0
  const fit = fitOf(rest)
  const isNear = isNearCall(view, start)
  if (groups.length === 1) return fit === 'valid' && isNear ? LIKELY : 0
  if (fit === 'valid') return TYPICAL
  return fit === 'possible' && isNear ? LIKELY : 0
}

/** A national number with its trunk zero. */
function trunkScore(view: View, digits: string, groups: readonly DigitGroup[], start: number): number {
  if (digits.length > 13) return 0
  const isNear = isNearCall(view, start)
  if (groups.length === 1) {
    if (digits.length < fewestNational || digits.length > 12) return 0
    if (isNear || isMobile(digits)) return LIKELY
    return view.unit(start - 1) !== 0x3d && isReached(view, start, start + digits.length, 'amount') ? LIKELY : 0
  }
  if (digits.length < fewestNational) return isNear ? LIKELY : 0
  const first = groups[0]!
  if (first.end - first.start < 2 || first.end - first.start > 6) return isNear ? LIKELY : 0
  // `056-1893-45`: parts of machines are numbered so, telephones are not.
  if (lengthsOf(groups) === '3-4-2' && areDividedBy(view, groups, 0x2d) && !isNear) return 0
  const isDotted = areDividedBy(view, groups, 0x2e)
  return isDotted && groups.length < 3 && !isNear ? 0 : TYPICAL
}

/** Mobile numbers written in one: German and British ones are long enough to be told from other numbers, so are 06 and 07. */
function isMobile(digits: string): boolean {
  return /^(?:01[567]\d{8,9}|07\d{9}|0[67]\d{8})$/.test(digits)
}

function dashedScore(view: View, groups: readonly DigitGroup[], start: number): number {
  if (areDividedBy(view, groups, 0x2d)) return TYPICAL
  return areDividedBy(view, groups, 0x2e) || isNearCall(view, start) ? LIKELY : 0
}
