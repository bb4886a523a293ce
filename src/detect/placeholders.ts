/** Placeholders that stand in the text already are no values. mask/ has the full grammar; here the plain form is enough. */
import { knownTypes } from '../entity-types.ts'
import type { Finding } from '../types.ts'
import { matchesAt } from './patterns.ts'

/** `[EMAIL_1]`, and the one-way `[EMAIL]` of a known type: any other word in brackets may be a value. */
const form = `\\[(?:[A-Z][A-Z0-9_]{1,39}_\\d{1,7}|${Object.keys(knownTypes).join('|')})\\]`
const here = new RegExp(form, 'y')
const longestPlaceholder = 50

/** All placeholders of a text, as findings of their own type: sorted, without overlaps. */
export function findPlaceholders(text: string): Finding[] {
  const found: Finding[] = []
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    if (!isCapital(text.charCodeAt(open + 1))) continue
    const end = matchesAt(text, here, open)
    if (end >= 0) found.push(findingOf(text, open, end))
  }
  return found
}

function findingOf(text: string, start: number, end: number): Finding {
  const type = text.slice(start + 1, end - 1).replace(/_\d+$/, '')
  return { start, end, type, score: 1, recognizer: 'placeholder' }
}

/** Does the word at this offset belong to a placeholder? Words of placeholders are no labels. */
export function isInPlaceholder(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  if (before !== 0x5b && before !== 0x5f) return false
  let open = offset - 1
  while (open > offset - longestPlaceholder && isInner(text.charCodeAt(open))) open--
  if (text.charCodeAt(open) !== 0x5b || !isCapital(text.charCodeAt(open + 1))) return false
  here.lastIndex = open
  return here.test(text)
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a
}

function isInner(unit: number): boolean {
  return isCapital(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f
}

/** The findings without the placeholders in them. Placeholders are sorted. */
export function besidePlaceholders(
  text: string,
  findings: readonly Finding[],
  placeholders: readonly Finding[],
): readonly Finding[] {
  if (placeholders.length === 0) return findings
  return findings.map(finding => cut(text, finding, placeholders)).filter(finding => finding !== null)
}

/** The longer part stays; `null` where no letter or digit is left. */
function cut(text: string, finding: Finding, placeholders: readonly Finding[]): Finding | null {
  let { start, end } = finding
  for (let index = firstEndingBehind(placeholders, start); index < placeholders.length; index++) {
    const placeholder = placeholders[index]!
    if (placeholder.start >= end) break
    if (placeholder.start - start >= end - placeholder.end) end = placeholder.start
    else start = placeholder.end
  }
  if (start === finding.start && end === finding.end) return finding
  if (end <= start || !/[\p{L}\p{Nd}]/u.test(text.slice(start, end))) return null
  const { type, score, recognizer } = finding
  return { start, end, type, score, recognizer }
}

function firstEndingBehind(sorted: readonly Finding[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
