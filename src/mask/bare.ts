/** Reads placeholders that lost a bracket, or both. */
import type { EscapeLevel } from '../types.ts'
import { skipBackslashes, startOfBackslashes } from './brackets.ts'
import { isDigit, isPercentEscape, isUpper, isWord, isWordBefore, underscore, unicodeEscapeAt } from './characters.ts'
import { mostDigits, typeKey } from './placeholder.ts'
import { parseNumber, type Reader, type Reading } from './token.ts'

/** No type with its underscores escaped is longer. */
const longestWord = 64

/** A bracket without partner belongs to the token unless a partner stands within so many characters on the line. */
const partnerReach = 64

/** A token without brackets (or with one) whose last underscore stands at `at`. */
export function readBare(text: string, at: number, floor: number, reader: Reader): Reading {
  let digitsEnd = at + 1
  while (digitsEnd <= at + mostDigits && isDigit(text.charCodeAt(digitsEnd))) digitsEnd++
  const number = parseNumber(text.slice(at + 1, digitsEnd))
  if (number === null) return null
  const start = startOfWord(text, startOfBackslashes(text, at, 0), reader.level)
  if (start === null || start < floor) return null
  const key = typeKey(text.slice(start, at).replaceAll('\\', ''))
  const after = skipBackslashes(text, digitsEnd)
  const opens = start > floor && text.charAt(start - 1) === '['
  const pending = { pendingFrom: opens ? start - 1 : start }
  if (after === text.length && !reader.final) return reader.mayBecome(key + number) ? pending : null
  if (isWord(text.charCodeAt(digitsEnd)) || text.charCodeAt(after) === underscore) return null

  const closes = text.charAt(digitsEnd) === ']'
  const token = { key, number, start, end: digitsEnd, innerStart: start, innerEnd: digitsEnd }
  if (opens && !closes) {
    const alone = isAlone(text, digitsEnd, reader.final)
    if (alone === 'more') return reader.mayBecome(key + number) ? pending : null
    return alone ? { ...token, start: start - 1, innerStart: start - 1 } : token
  }
  if (closes && !opens && !opensBefore(text, start)) return { ...token, end: digitsEnd + 1, innerEnd: digitsEnd + 1 }
  return token
}

/** Where a bare token begins that is cut off by the end of the text, or null. */
export function unfinishedWord(text: string, floor: number, reader: Reader): number | null {
  const end = startOfBackslashes(text, text.length, floor)
  const start = startOfWord(text, end, reader.level)
  if (start === null || start < floor) return null
  return reader.mayBecome(typeKey(text.slice(start, end).replaceAll('\\', ''))) ? start : null
}

/** Walks back over upper-case letters, digits and underscores (escaped or not) to where the word, and a type, may begin. */
function startOfWord(text: string, end: number, level: EscapeLevel): number | null {
  let start = end
  while (start > 0 && end - start <= longestWord) {
    const code = text.charCodeAt(start - 1)
    if (!isUpper(code) && !isDigit(code) && code !== underscore) break
    start = code === underscore ? startOfBackslashes(text, start - 1, 0) : start - 1
  }
  // `%20EMAIL_1` and, in JSON, `\u00E9EMAIL_1` begin with the digits of an escape, which are no part of the word.
  const escaped = unicodeEscapeAt(text, start - 1, level)
  if (escaped !== null && !isWord(escaped)) start += 4
  else if (isPercentEscape(text, start - 1)) start += 2
  else if (isWordBefore(text, start, level)) return null
  return start < end && isUpper(text.charCodeAt(start)) ? start : null
}

/** No `]` follows on this line within reach, so that a `[` before has no other use. */
function isAlone(text: string, from: number, final: boolean): boolean | 'more' {
  const stop = Math.min(text.length, from + partnerReach)
  for (let position = from; position < stop; position++) {
    const character = text.charAt(position)
    if (character === ']') return false
    if (character === '[' || character === '\n') return true
  }
  return stop < from + partnerReach && !final ? 'more' : true
}

/** A `[` that is still open stands before `at` on this line, within reach. */
function opensBefore(text: string, at: number): boolean {
  for (let position = at - 1; position >= Math.max(0, at - partnerReach); position--) {
    const character = text.charAt(position)
    if (character === '[') return true
    if (character === ']' || character === '\n') return false
  }
  return false
}
