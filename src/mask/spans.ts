/** Findings as a detector gives them, made safe to cut a text with: in order, apart, on code-point borders, off placeholders. */
import { GuardError } from '../errors.ts'
import type { Finding } from '../types.ts'
import { isPlaceholderType } from './placeholder.ts'

/** A part of a text that will be replaced. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly canonicalStart: number
  readonly canonicalEnd: number
  /** Placeholder-like text of the request, no detected value. */
  readonly literal: boolean
}

export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Nothing that a finding covers is lost: where two overlap the later one keeps the rest, and where one covers a
 * placeholder the parts before and after it remain. `kept` is sorted and free of overlaps.
 */
export function spansOf(text: string, findings: readonly Finding[], kept: readonly Range[]): Span[] {
  const spans: Span[] = []
  let covered = 0
  let next = 0
  for (const finding of inOrder(text, findings)) {
    let start = Math.max(covered, startOfCodePoint(text, finding.start))
    const end = endOfCodePoint(text, finding.end)
    while (next < kept.length && kept[next]!.end <= start) next++
    for (let index = next; index < kept.length && kept[index]!.start < end; index++) {
      addSpan(spans, text, finding, start, kept[index]!.start)
      start = Math.max(start, kept[index]!.end)
    }
    addSpan(spans, text, finding, start, end)
    covered = Math.max(covered, end)
  }
  return spans
}

function addSpan(spans: Span[], text: string, finding: Finding, start: number, end: number): void {
  if (start >= end) return
  const whole = start <= finding.start && end >= finding.end
  if (!whole && text.slice(start, end).trim() === '') return
  let canonicalStart = Math.max(start, finding.canonicalStart ?? start)
  let canonicalEnd = Math.min(end, finding.canonicalEnd ?? end)
  if (canonicalStart >= canonicalEnd) {
    canonicalStart = start
    canonicalEnd = end
  }
  spans.push({ start, end, type: finding.type, canonicalStart, canonicalEnd, literal: false })
}

/** What lies between spans, empty parts left out. */
export function gapsBetween(spans: readonly Range[], length: number): Range[] {
  const gaps: Range[] = []
  let start = 0
  for (const span of spans) {
    if (span.start > start) gaps.push({ start, end: span.start })
    start = span.end
  }
  if (length > start) gaps.push({ start, end: length })
  return gaps
}

function inOrder(text: string, findings: readonly Finding[]): readonly Finding[] {
  let sorted = true
  let previous = 0
  for (const { start, end, type } of findings) {
    if (!isPlaceholderType(type)) {
      throw new GuardError('ERR_GDPR_RECOGNIZER_FAILED', 'entity types are upper-case letters, digits and underscores')
    }
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
      throw new GuardError('ERR_GDPR_RECOGNIZER_FAILED', 'a finding lies outside of its text')
    }
    if (start < previous) sorted = false
    previous = start
  }
  return sorted ? findings : findings.toSorted((one, other) => one.start - other.start || one.end - other.end)
}

function startOfCodePoint(text: string, at: number): number {
  return splitsPair(text, at) ? at - 1 : at
}

function endOfCodePoint(text: string, at: number): number {
  return splitsPair(text, at) ? at + 1 : at
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
