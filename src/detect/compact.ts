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
    if (isCompact(view.unit(at))) {
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
  let compacted = ''
  let from = start
  let hasSmall = false
  for (let at = start; at < end; at++) {
    const unit = view.unit(at)
    if (isCompact(unit)) hasSmall ||= unit > 0x5a
    else {
      if (at > from) compacted += view.text.slice(from, at)
      from = at + 1
    }
  }
  if (end > from) compacted += view.text.slice(from, end)
  return hasSmall ? compacted.toUpperCase() : compacted
}

function isCompact(unit: number): boolean {
  return isDigit(unit) || isAsciiLetter(unit)
}

/** Behind one separator, or behind a line break with the blanks and quote marks around it; -1 where neither stands. */
export function skipGap(view: View, at: number, separators: string): number {
  const unit = view.unit(at)
  if (!isBlank(unit)) return at < view.length && hasUnit(separators, unit) ? at + 1 : -1
  const next = view.unit(at + 1)
  if (unit !== 0x0a && !isBlank(next)) return hasUnit(separators, 0x20) ? at + 1 : -1
  return skipWrap(view, at)
}

function skipWrap(view: View, at: number): number {
  let index = at
  let hasBreak = false
  while (index < at + widestGap) {
    const unit = view.unit(index)
    if (unit === 0x0a) {
      if (hasBreak) return -1
      hasBreak = true
    } else if (!isBlank(unit) && !(unit === 0x3e && hasBreak)) break
    index++
  }
  return hasBreak ? index : -1
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
}

/** `includes`, without a string for the unit. */
function hasUnit(units: string, unit: number): boolean {
  for (let index = 0; index < units.length; index++) if (units.charCodeAt(index) === unit) return true
  return false
}
