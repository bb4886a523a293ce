/** A regular expression at one place: sticky, with bounded quantifiers only, so that a look costs a bounded time. */
import type { View } from './view.ts'

/** End of the match of a sticky (`y`) expression at `start`, before `limit`; -1 where it does not match. */
export function matchAt(view: View, pattern: RegExp, start: number, limit: number = view.text.length): number {
  pattern.lastIndex = start
  const match = pattern.exec(view.text)
  return match === null || start + match[0].length > limit ? -1 : start + match[0].length
}
