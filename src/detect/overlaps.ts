/**
 * Which finding wins where two overlap. What any of them covers stays covered (nothing leaks since two recognizers disagree
 * about its end); the stronger one says what it is.
 */
import type { Finding } from '../types.ts'
import { inOrder } from './in-order.ts'

/** Sorted, without overlaps. */
export function mergeOverlaps(candidates: readonly Finding[]): Finding[] {
  const merged: Finding[] = []
  if (candidates.length === 0) return merged
  for (const finding of inOrder(candidates, compare)) {
    const last = merged[merged.length - 1]
    if (last === undefined || finding.start >= last.end) merged.push(finding)
    else merged[merged.length - 1] = union(last, finding)
  }
  return merged
}

function compare(left: Finding, right: Finding): number {
  return left.start - right.start || right.end - left.end
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
