/** Character questions that the placeholder grammar asks, on UTF-16 code units. */
import type { EscapeLevel } from '../types.ts'

export const backslash = 0x5c
export const underscore = 0x5f

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

export function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}

export function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

export function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isUpper(code) || isLower(code)
}

/**
 * ASCII word characters. Letters beyond ASCII do not count on purpose: case endings of Greek, Cyrillic and other
 * languages may follow a placeholder directly, and JSON may write them as escapes, which must give the same answer.
 */
export function isWord(code: number): boolean {
  return isAlphanumeric(code) || code === underscore
}

/** How many backslashes stand right before `at`. */
export function backslashesBefore(text: string, at: number): number {
  let start = at
  while (start > 0 && text.charCodeAt(start - 1) === backslash) start--
  return at - start
}

/** In text that is JSON (level 1) or JSON within JSON (level 2): do so many backslashes begin an escape? */
function beginsEscape(backslashes: number, level: EscapeLevel): boolean {
  return level === 1 ? backslashes % 2 === 1 : backslashes % 4 !== 0
}

/** Is the character before `at` a word character? An escape such as `%20` or `\n` is judged by what it stands for. */
export function isWordBefore(text: string, at: number, level: EscapeLevel): boolean {
  if (at === 0 || !isWord(text.charCodeAt(at - 1))) return false
  if (isPercentEscape(text, at - 3)) return false
  if (level === 0) return true
  if ('bfnrt'.includes(text.charAt(at - 1)) && beginsEscape(backslashesBefore(text, at - 1), level)) return false
  const escaped = unicodeEscapeAt(text, at - 5, level)
  return escaped === null || isWord(escaped)
}

/** The code that `\uXXXX` stands for, where `at` is the position of the `u`; null where there is no such escape. */
export function unicodeEscapeAt(text: string, at: number, level: EscapeLevel): number | null {
  if (level === 0 || at < 1 || text.charAt(at) !== 'u') return null
  if (!beginsEscape(backslashesBefore(text, at), level)) return null
  const digits = text.slice(at + 1, at + 5)
  return /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : null
}

/** `%20` and the like stand for something that is no part of a word. */
export function isPercentEscape(text: string, at: number): boolean {
  return text.charAt(at) === '%' && /^[0-9a-f]{2}$/i.test(text.slice(at + 1, at + 3))
}
