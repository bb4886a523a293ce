/** Placeholders that stand in the text already are no values. mask/ has the full grammar; here the plain form is enough. */
import type { Finding } from '../types.ts'

/** Longest placeholder looked for around a finding. */
const reach = 56
const placeholder = /\[[A-Z][A-Z0-9_]{1,45}\]/g

/** The finding without the placeholders in it; `null` where nothing is left. */
export function besidePlaceholders(text: string, finding: Finding): Finding | null {
  const from = Math.max(0, finding.start - reach)
  const around = text.slice(from, finding.end + reach)
  if (!around.includes('[')) return finding
  let { start, end } = finding
  for (const match of around.matchAll(placeholder)) {
    const left = from + match.index
    const right = left + match[0].length
    if (right <= start || left >= end) continue
    // The longer part stays.
    if (left - start >= end - right) end = left
    else start = right
    if (end <= start) return null
  }
  if (start === finding.start && end === finding.end) return finding
  if (!/[\p{L}\p{Nd}]/u.test(text.slice(start, end))) return null
  const { type, score, recognizer } = finding
  return { start, end, type, score, recognizer }
}
