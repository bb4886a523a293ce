/** Findings lie on code-point borders: half a surrogate pair is no text. */
import type { Finding } from '../types.ts'

/** Widens a finding that would cut a surrogate pair. */
export function onCodePoints(text: string, finding: Finding): Finding {
  const start = cutsPair(text, finding.start) ? finding.start - 1 : finding.start
  const end = cutsPair(text, finding.end) ? finding.end + 1 : finding.end
  return start === finding.start && end === finding.end ? finding : { ...finding, start, end }
}

function cutsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const isHigh = (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
  return isHigh && (text.charCodeAt(offset) & 0xfc00) === 0xdc00
}
