/** Telephone numbers with a calling code, and with the code of a town in brackets. */
import { isDigit, isWord } from '../characters.ts'
import { countDigits, type DigitGroup, digitsOf, lengthsOf, readDigitGroups } from '../digit-groups.ts'
import { fitOf, type PlanFit } from '../phone-plans.ts'
import type { Findings } from '../recognizer.ts'
import { CERTAIN, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { isNearCall } from './cues.ts'
import { addNumber } from './desks.ts'
import { fewestInternational, fewestNational, isNorthAmerican, mostDigits } from './groups.ts'

/** `+` and a calling code. */
export function findInternational(view: View, plus: number, _end: number, findings: Findings): void {
  const first = view.unit(plus + 1)
  if (!isDigit(first) || first === 0x30 || isWord(view.unit(plus - 1))) return
  if (countDigits(view, plus + 1, fewestInternational) < fewestInternational) return
  const number = internationalNumber(view, plus + 1, view.text.length)
  if (number === null) return
  const { end, fit, digits } = number
  const start = view.unit(plus - 1) === 0x28 ? openBracket(view, plus, end) : plus
  const isPlain = end - plus === digits + 1
  if (fit === 'valid') addNumber(view, start, end, isPlain && digits < fewestNational ? LIKELY : CERTAIN, findings)
  else if (fit === 'possible') addNumber(view, start, end, isPlain ? LIKELY : TYPICAL, findings)
  else if (!isPlain || isNearCall(view, plus)) addNumber(view, start, end, LIKELY, findings)
}

/** The bracket in `(+48) 512 550 347` belongs to the number when it closes inside it. */
function openBracket(view: View, plus: number, end: number): number {
  const close = view.text.slice(plus, end).indexOf(')')
  return close < 0 ? plus : plus - 1
}

interface InternationalNumber {
  readonly end: number
  readonly fit: PlanFit
  readonly digits: number
}

/** The longest number from `start` that fits its plan best; what follows it in further groups is left. */
function internationalNumber(view: View, start: number, limit: number): InternationalNumber | null {
  const groups = readDigitGroups(view, start, limit, mostDigits + 1, fewestInternational)
  let best: InternationalNumber | null = null
  for (let count = groups.length; count > 0; count--) {
    const digits = withoutTrunk(view, groups.slice(0, count))
    if (digits.length < fewestInternational) break
    const { end } = groups[count - 1]!
    if (isWord(view.unit(end))) continue
    const fit = fitOf(digits)
    if (fit === 'valid') return { end, fit, digits: digits.length }
    if (best === null || (best.fit === 'none' && fit === 'possible')) best = { end, fit, digits: digits.length }
  }
  return best
}

/** `(0)` behind the calling code is dialled only inside the country. */
function withoutTrunk(view: View, groups: readonly DigitGroup[]): string {
  const isTrunk = ({ start, end }: DigitGroup) =>
    end === start + 1 && view.unit(start) === 0x30 && view.unit(start - 1) === 0x28
  return digitsOf(
    view,
    groups.filter(group => !isTrunk(group)),
  )
}

/** `(0221) 555 0134`, `(503) 555-0148`. */
export function findBracketed(view: View, bracket: number, _end: number, findings: Findings): void {
  if (!isDigit(view.unit(bracket + 1)) || isWord(view.unit(bracket - 1))) return
  if (countDigits(view, bracket + 1, fewestNational) < fewestNational) return
  const groups = readDigitGroups(view, bracket, view.text.length, mostDigits, fewestInternational)
  const [first, second] = groups
  if (first === undefined || second === undefined) return
  // "(06 30) 555 0403"
  const closing = view.unit(first.end) === 0x29 ? first : second
  if (view.unit(closing.end) !== 0x29 || (closing === second && groups.length === 2)) return
  const end = groups.at(-1)!.end
  if (isWord(view.unit(end))) return
  const digits = digitsOf(view, groups)
  // A mask: "(055) 000-0000".
  if (/0{6}$/.test(digits)) return
  // "(0)171 5550 3409"
  const isLoneTrunk = first.end === first.start + 1 && second.start === first.end + 1
  const isTrunk =
    digits[0] === '0' &&
    digits.length >= fewestNational &&
    (first.end - first.start >= 3 || isLoneTrunk || closing === second)
  if (isTrunk || isNorthAmerican(lengthsOf(groups), digits)) addNumber(view, bracket, end, TYPICAL, findings)
  else if (isBrazilian(view, first, lengthsOf(groups), digits)) addNumber(view, bracket, end, TYPICAL, findings)
  else if (digits.length >= fewestNational && isNearCall(view, bracket)) addNumber(view, bracket, end, LIKELY, findings)
}

/** `(85) 95550-3336`, `(11) 3555-0147`, `(11) 9 5550-3368`: the brackets hold a code of two digits. */
function isBrazilian(view: View, first: DigitGroup, lengths: string, digits: string): boolean {
  return /^2-(?:5|4|1-4)-4$/.test(lengths) && /^[1-9]/.test(digits) && view.unit(first.end + 1) === 0x20
}
