/** Sorting of lists that are in order but for a few places, as what one pass after the other finds from left to right. */

type Compare<T> = (one: T, other: T) => number

/** The list by `compare`, those that are equal as they came; the list itself where it is in order. Its runs are merged two by two. */
export function inOrder<T>(list: readonly T[], compare: Compare<T>): readonly T[] {
  let starts = runStarts(list, compare)
  let from = list
  while (starts.length > 2) {
    const to: T[] = []
    const merged = [0]
    for (let run = 0; run + 1 < starts.length; run += 2) {
      const middle = starts[run + 1]!
      mergeRuns(from, starts[run]!, middle, starts[run + 2] ?? middle, compare, to)
      merged.push(to.length)
    }
    from = to
    starts = merged
  }
  return from
}

/** Where each run begins that is in order, and the end of the last. */
function runStarts<T>(list: readonly T[], compare: Compare<T>): number[] {
  const starts = [0]
  for (let index = 1; index < list.length; index++) {
    if (compare(list[index - 1]!, list[index]!) > 0) starts.push(index)
  }
  starts.push(list.length)
  return starts
}

/** Two neighbouring runs as one, behind what is in `to`. */
function mergeRuns<T>(
  from: readonly T[],
  start: number,
  middle: number,
  end: number,
  compare: Compare<T>,
  to: T[],
): void {
  let left = start
  let right = middle
  while (left < middle && right < end) to.push(compare(from[right]!, from[left]!) < 0 ? from[right++]! : from[left++]!)
  while (left < middle) to.push(from[left++]!)
  while (right < end) to.push(from[right++]!)
}
