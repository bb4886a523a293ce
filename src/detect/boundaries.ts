/** Where a value may begin and end. */
import { isDigit, isWord } from './characters.ts'
import type { View } from './view.ts'

/** No letter, digit or combining accent touches the span. */
export function isWholeToken(view: View, start: number, end: number): boolean {
  return !isWord(view.unit(start - 1)) && !isWord(view.unit(end))
}

/**
 * A whole token that is no part of a longer number either: not `123-45` in `123-45-6789`, not `12` in `12.5`. A dot, comma or
 * colon behind it counts only where a digit follows, since it may as well end a sentence or a clause.
 */
export function standsAlone(view: View, start: number, end: number): boolean {
  if (!isWholeToken(view, start, end)) return false
  if (isJoint(view.unit(start - 1)) && isWord(view.unit(start - 2))) return false
  const after = view.unit(end)
  if (after === 0x2c) return end - start > longestAmount || !isDecimalPart(view, end + 1)
  return !(isJoint(after) && isDigit(view.unit(end + 1)))
}

/** Longer numbers have no decimal part; a comma behind them divides cells. */
const longestAmount = 10

function isDecimalPart(view: View, start: number): boolean {
  return isDigit(view.unit(start)) && !isDigit(view.unit(start + 2))
}

/** `-` `.` `/` `_` `+` join the parts of longer numbers and words. A comma before a value divides cells. */
function isJoint(unit: number): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x2f || unit === 0x5f || unit === 0x2b
}

/** Start of the letters and digits around `at`, not before `least`: a label may have taken "c" in `sid=c9da` for "no.". */
export function runStart(view: View, at: number, least: number): number {
  let start = at
  while (start > least && isWord(view.unit(start - 1))) start--
  return start
}
