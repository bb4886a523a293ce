/**
 * Which finding wins where two overlap. What any of them covers stays covered (nothing leaks since two recognizers disagree
 * about its end); the stronger one says what it is.
 */
import type { Finding } from '../types.ts'

/** Sorted, without overlaps. */
export function mergeOverlaps(candidates: readonly Finding[]): Finding[] {
  const merged: Finding[] = []
  for (const finding of inOrder(candidates)) {
    const last = merged[merged.length - 1]
    if (last === undefined || finding.start >= last.end) merged.push(finding)
    else merged[merged.length - 1] = union(last, finding)
  }
  return merged
}

function compare(left: Finding, right: Finding): number {
  return left.start - right.start || right.end - left.end
}

/**
 * The findings by `compare`, those that are equal as they came. Each kind of anchor finds from left to right, so that a list is a few
 * runs that are in order: they are merged two by two, and nothing is left to do where there is one.
 */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  let starts = runStarts(findings)
  let from: readonly Finding[] = findings
  while (starts.length > 2) {
    const to: Finding[] = []
    const merged = [0]
    for (let run = 0; run + 1 < starts.length; run += 2) {
      const middle = starts[run + 1]!
      mergeRuns(from, starts[run]!, middle, starts[run + 2] ?? middle, to)
      merged.push(to.length)
    }
    from = to
    starts = merged
  }
  return from
}

/** Where each run begins that is in order, and the end of the last. */
function runStarts(findings: readonly Finding[]): number[] {
  const starts = [0]
  for (let index = 1; index < findings.length; index++) {
    if (compare(findings[index - 1]!, findings[index]!) > 0) starts.push(index)
  }
  starts.push(findings.length)
  return starts
}

/** Two neighbouring runs as one, behind what is in `to`. */
function mergeRuns(from: readonly Finding[], start: number, middle: number, end: number, to: Finding[]): void {
  let left = start
  let right = middle
  while (left < middle && right < end) to.push(compare(from[right]!, from[left]!) < 0 ? from[right++]! : from[left++]!)
  while (left < middle) to.push(from[left++]!)
  while (right < end) to.push(from[right++]!)
}

function union(first: Finding, second: Finding): Finding {
  const winner = isStronger(second, first) ? second : first
  const start = Math.min(first.start, second.start)
  const end = Math.max(first.end, second.end)
  if (winner.start === start && winner.end === end) return winner
  const { type, score, recognizer, canonicalStart = winner.start, canonicalEnd = winner.end } = winner
  return { start, end, type, score, recognizer, canonicalStart, canonicalEnd }
}

/** Score decides (check digits have the highest), then length, then the names, so that the result never hangs on order. */
export function isStronger(one: Finding, other: Finding): boolean {
  if (one.score !== other.score) return one.score > other.score
  const difference = one.end - one.start - (other.end - other.start)
  if (difference !== 0) return difference > 0
  return `${one.type} ${one.recognizer}` < `${other.type} ${other.recognizer}`
}

/** Leaves out what lies whole inside a stronger finding of a type that is left alone. Both lists in any order. */
export function withoutShielded(candidates: readonly Finding[], shields: readonly Finding[]): Finding[] {
  if (shields.length === 0) return [...candidates]
  const areas = mergeOverlaps(shields)
  return candidates.filter(finding => {
    const area = lastStartingBefore(areas, finding.start)
    return area === undefined || area.end < finding.end || area.score < finding.score
  })
}

function lastStartingBefore(sorted: readonly Finding[], offset: number): Finding | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}
