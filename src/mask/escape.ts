/** Values that go back into JSON text are escaped once for each string level they lie under. */
import type { EscapeLevel } from '../types.ts'

/** What JSON.stringify changes (ECMA-262 QuoteJSONString): quotes, backslashes, controls and lone surrogates. */
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/

export function escapeForLevel(value: string, level: EscapeLevel): string {
  if (level === 0 || !needsEscape.test(value)) return value
  const once = insideOfJsonString(value)
  return level === 1 ? once : insideOfJsonString(once)
}

function insideOfJsonString(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
