/** Reads a value that is written in groups: collects its letters and digits and tells where the last one stands. */
import { isAsciiLetter, isDigit } from './characters.ts'
import type { View } from './view.ts'

export interface Compact {
  /** Letters and digits in upper case, without separators. */
  readonly value: string
  readonly end: number
}

/** Longest gap inside a value: a line break with its indent. */
const widestGap = 12

/**
 * The next `length` ASCII letters and digits from `start`, single separators and line wraps between them left out; `null`
 * where the text has another sign before. `separators` lists the units that may stand between groups.
 */
export function readCompact(view: View, start: number, length: number, separators: string): Compact | null {
  let value = ''
  let at = start
  while (value.length < length) {
    const unit = view.unit(at)
    if (isDigit(unit) || isAsciiLetter(unit)) {
      value += String.fromCharCode(isDigit(unit) ? unit : unit & 0x5f)
      at++
      continue
    }
    const next = value === '' ? -1 : skipGap(view, at, separators)
    if (next < 0) return null
    at = next
  }
  return { value, end: at }
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
