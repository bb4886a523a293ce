/** A regular expression at one place: sticky, with bounded quantifiers only, so that a look costs a bounded time. */
import type { View } from './view.ts'

/** End of the match of a sticky (`y`) expression at `start`, before `limit`; -1 where it does not match. */
export function matchAt(view: View, pattern: RegExp, start: number, limit: number = view.text.length): number {
  const end = matchesAt(view.text, pattern, start)
  return end > limit ? -1 : end
}

/** The same in a text. */
export function matchesAt(text: string, pattern: RegExp, start: number): number {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : -1
}

/**
 * An expression that is made when it is first needed. Reading one with `i` and `u` and a class like `\p{L}` takes
 * milliseconds, the first of a process some twenty: too long for the import of a package.
 */
export function lazily(make: () => RegExp): () => RegExp {
  let made: RegExp | null = null
  return () => {
    made ??= make()
    return made
  }
}
