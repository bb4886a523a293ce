/** Reads groups of digits as telephone numbers are written: `(0)151 64820937`, `06131/555 02 46`, `088 - 555 02 64`. */
import { isDigit } from './characters.ts'
import type { View } from './view.ts'

export interface DigitGroup {
  readonly start: number
  readonly end: number
}

const mostGroups = 9
/** Widest separator: ` (0) `. */
const widestSeparator = 4

/**
 * Groups from `start` on (a digit or an opening bracket), until `mostDigits` are read, something else than a separator comes,
 * or `limit`. A line break counts as a blank while fewer than `wrapBelow` digits have been read.
 */
export function readDigitGroups(
  view: View,
  start: number,
  limit: number,
  mostDigits: number,
  wrapBelow: number,
): DigitGroup[] {
  const groups: DigitGroup[] = []
  let digits = 0
  let at = view.unit(start) === 0x28 ? start + 1 : start
  while (groups.length < mostGroups && isDigit(view.unit(at))) {
    const end = digitsEnd(view, at, limit)
    digits += end - at
    if (digits > mostDigits) break
    groups.push({ start: at, end })
    at = separatorEnd(view, end, limit, digits < wrapBelow)
    if (at < 0) break
  }
  return groups
}

/** How many digits stand from `start` on, blanks, `-`, `.`, `/` and brackets between them; stops counting at `most`. */
export function countDigits(view: View, start: number, most: number): number {
  let digits = 0
  let separators = 0
  for (let at = start; digits < most && separators <= widestSeparator; at++) {
    const unit = view.unit(at)
    if (isDigit(unit)) {
      digits++
      separators = 0
    } else if (unit === 0x20 || unit === 0x2d || unit === 0x2e || unit === 0x2f || unit === 0x28 || unit === 0x29)
      separators++
    else if (unit === 0x0a && digits < 7) separators++
    else break
  }
  return digits
}

function digitsEnd(view: View, start: number, limit: number): number {
  let at = start
  while (at < limit && isDigit(view.unit(at))) at++
  return at
}

/** Behind blank, `-`, `.`, `/`, brackets and their combinations; -1 where something else stands or no digit follows. */
function separatorEnd(view: View, end: number, limit: number, mayWrap: boolean): number {
  let at = end
  let signs = 0
  const furthest = Math.min(limit, end + widestSeparator)
  while (at < furthest) {
    const unit = view.unit(at)
    if (unit === 0x2d || unit === 0x2e || unit === 0x2f) signs++
    else if (unit === 0x0a) {
      if (!mayWrap) return -1
    } else if (unit !== 0x20 && unit !== 0x28 && unit !== 0x29) break
    at++
  }
  return at > end && at < limit && signs <= 1 && isDigit(view.unit(at)) ? at : -1
}

/** Is this sign, alone, what stands before the group with this index? */
export function isDividedBy(view: View, groups: readonly DigitGroup[], index: number, sign: number): boolean {
  const { end } = groups[index - 1]!
  return groups[index]!.start === end + 1 && view.unit(end) === sign
}

/** Is it what stands between all groups? */
export function areDividedBy(view: View, groups: readonly DigitGroup[], sign: number): boolean {
  for (let index = 1; index < groups.length; index++) if (!isDividedBy(view, groups, index, sign)) return false
  return true
}

/** The digits of all groups. */
export function digitsOf(view: View, groups: readonly DigitGroup[]): string {
  let digits = ''
  for (const { start, end } of groups) digits += view.text.slice(start, end)
  return digits
}

/** The lengths of the groups: `3-2-2-2`. */
export function lengthsOf(groups: readonly DigitGroup[]): string {
  let lengths = ''
  for (const { start, end } of groups) lengths += lengths === '' ? end - start : `-${end - start}`
  return lengths
}
