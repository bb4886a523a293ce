/** Reads a value that is written in groups: `DE89 3704 0044 0532 0130 00`, over line breaks too. */
import { isAsciiLetter, isDigit } from './characters.ts'
import type { View } from './view.ts'

/** Longest gap inside a value: a line break with its indent. */
const widestGap = 12

/**
 * End of the next `length` ASCII letters and digits from `start`, with single separators and line wraps between them; -1 where
 * another sign stands before. `separators` lists the units that may stand between groups.
 */
export function compactEnd(view: View, start: number, length: number, separators: string): number {
  let at = start
  for (let count = 0; count < length; ) {
    const unit = view.unit(at)
    if (isDigit(unit) || isAsciiLetter(unit)) {
      count++
      at++
      continue
    }
    const next = count === 0 ? -1 : skipGap(view, at, separators)
    if (next < 0) return -1
    at = next
  }
  return at
}

/** The letters and digits of a span, in upper case, without what stands between them. */
export function compact(view: View, start: number, end: number): string {
  return view.text
    .slice(start, end)
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
}

/** Behind one separator, or behind a line break with the blanks and quote marks around it; -1 where neither stands. */
export function skipGap(view: View, at: number, separators: string): number {
  let index = at
  let hasBreak = false
  while (index < at + widestGap) {
    const unit = view.unit(index)
    if (unit === 0x0a) {
      if (hasBreak) return -1
      hasBreak = true
    } else if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d && !(unit === 0x3e && hasBreak)) break
    index++
  }
  if (hasBreak) return index
  if (index > at + 1) return -1
  if (index === at + 1) return separators.includes(' ') ? index : -1
  return at < view.text.length && separators.includes(view.text.charAt(at)) ? at + 1 : -1
}
