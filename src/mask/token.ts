/**
 * Reads one placeholder, exact or as a model bends it. Two forms:
 *
 *   bracketed   `[EMAIL_1]`, `[email 1]`, `[[EMAIL_1]]`, `\[EMAIL\_1\]`, `[**EMAIL_1**]`, `&#91;EMAIL_1&#93;`, `%5BEMAIL_1%5D`
 *   bare        `EMAIL_1`, `EMAIL\_1`, `[EMAIL_1`, `EMAIL_1]`: upper case only and whole words only, since `person_1` is a
 *               name that programs use
 *
 * The same reader finds placeholders in answers and placeholder-like text in requests; that no bent form can be taken for
 * a placeholder it is not rests on the two being equal. Every loop here has a bound, so reading costs constant time.
 */
import type { EscapeLevel } from '../types.ts'
import { closerAt, openerAt, skipBackslashes, startOfBackslashes } from './brackets.ts'
import {
  isAlphanumeric,
  isDigit,
  isLower,
  isPercentEscape,
  isUpper,
  isWord,
  isWordBefore,
  underscore,
  unicodeEscapeAt,
} from './characters.ts'
import { longestType, mostDigits, typeKey } from './placeholder.ts'

export interface Token {
  /** What is replaced, with all bent brackets that belong to it. */
  readonly start: number
  readonly end: number
  /** The innermost pair of brackets; equal to start and end for a bare token. */
  readonly innerStart: number
  readonly innerEnd: number
  readonly key: string
  readonly number: number
  /** Brackets are percent-encoded, so the value should be too where it lands in a URL. */
  readonly encoded: boolean
}

/** The text ends before it can be told; what may be a token begins here. */
export interface Pending {
  readonly pendingFrom: number
}

export type Reading = Token | Pending | null

export interface Reader {
  readonly level: EscapeLevel
  /** No further text will come. */
  readonly final: boolean
  /** Can letters and digits that begin so become a placeholder? Asked only where the text ends. */
  mayBecome(squeezed: string): boolean
}

/** Brackets, marks and underscores aside, nothing longer is a placeholder. */
const longestCore = 96
const longestKey = longestType + mostDigits
const mostMarks = 12
const longestWord = 64

/** A bracket without partner belongs to the token unless a partner stands within so many characters on the line. */
export const partnerReach = 64

const marks = '*_`~ \u00a0\\'
const separators = /^[-_ \u00a0\\]{1,6}$/
const hyphen = 0x2d

/**
 * A token whose opening bracket, escapes aside, stands at `at`. Nothing before `floor` is taken; it is only looked at.
 */
export function readBracketed(text: string, at: number, floor: number, reader: Reader): Reading {
  const { final, level } = reader
  const start = startOfBackslashes(text, at, floor)
  const pending = { pendingFrom: start }
  const first = openerAt(text, at)
  if (first <= 0) return first < 0 && !final ? pending : null
  let position = at + first
  const secondAt = skipBackslashes(text, position)
  const second = openerAt(text, secondAt)
  if (!final && (second < 0 || secondAt === text.length)) return pending
  if (second > 0) position = secondAt + second
  const core = readCore(text, skipMarks(text, position), reader)
  if (core === null) return null
  if (core === 'more') return pending
  if (core.lower && isIndexBefore(text, start, level)) return null

  const innerStart = second > 0 ? secondAt : at
  const inner = {
    innerStart,
    innerEnd: core.end,
    key: core.key,
    number: core.number,
    encoded: text.charAt(innerStart) === '%',
  }
  if (second <= 0) return { ...inner, start: escapesBelong(text, start, core, level) ? start : at, end: core.end }
  const outerAt = skipBackslashes(text, core.end)
  const outer = closerAt(text, outerAt)
  const end = outerAt + outer
  if (!final && (outer < 0 || outerAt === text.length || end === text.length)) return pending
  const next = text.charAt(end)
  // `[[PERSON_1]](https://…)` is a Markdown link whose text is the placeholder: the outer pair is the link's.
  if (outer <= 0 || next === '(' || next === '[') return { ...inner, start: innerStart, end: core.end }
  return { ...inner, start: escapesBelong(text, start, core, level) ? start : at, end }
}

interface Core {
  readonly key: string
  readonly number: number
  readonly end: number
  readonly lower: boolean
  /** The closing bracket is escaped with backslashes. */
  readonly escaped: boolean
}

/** Type, number and the first closing bracket. */
function readCore(text: string, from: number, reader: Reader): Core | 'more' | null {
  let position = from
  let squeezed = ''
  let lower = false
  for (let parts = 0; position - from <= longestCore; parts++) {
    const partStart = position
    while (position - from <= longestCore && isAlphanumeric(text.charCodeAt(position))) {
      if (isLower(text.charCodeAt(position))) lower = true
      position++
    }
    const part = text.slice(partStart, position)
    if (position === text.length)
      return reader.final || !reader.mayBecome((squeezed + part).toUpperCase()) ? null : 'more'
    if (part === '' || (parts === 0 && isDigit(part.charCodeAt(0))) || squeezed.length + part.length > longestKey)
      return null
    const gapStart = position
    position = text.charCodeAt(position) === hyphen ? position + 1 : skipMarks(text, position)
    if (position === text.length)
      return reader.final || !reader.mayBecome((squeezed + part).toUpperCase()) ? null : 'more'
    if (isAlphanumeric(text.charCodeAt(position))) {
      if (!separators.test(text.slice(gapStart, position))) return null
      squeezed += part
      continue
    }
    const closer = closerAt(text, position)
    if (closer < 0 && !reader.final) return reader.mayBecome((squeezed + part).toUpperCase()) ? 'more' : null
    if (closer <= 0 || text.charCodeAt(gapStart) === hyphen) return null
    const parsed = parseCore(squeezed, part, lower)
    if (parsed === null) return null
    return { ...parsed, end: position + closer, lower, escaped: text.charAt(position - 1) === '\\' }
  }
  return null
}

/** `EMAIL` and `1`; or `EMAIL1` in upper case, where the separator was lost. */
function parseCore(squeezed: string, last: string, lower: boolean): { key: string; number: number } | null {
  let digits = last.length
  while (digits > 0 && isDigit(last.charCodeAt(digits - 1))) digits--
  const number = parseNumber(last.slice(digits))
  if (number === null) return null
  if (digits === 0) return squeezed === '' ? null : { key: squeezed.toUpperCase(), number }
  return lower ? null : { key: squeezed + last.slice(0, digits), number }
}

function parseNumber(digits: string): number | null {
  if (digits === '' || digits.length > mostDigits || digits.startsWith('0')) return null
  return Number(digits)
}

function skipMarks(text: string, from: number): number {
  let position = from
  while (position < text.length && position - from < mostMarks && marks.includes(text.charAt(position))) position++
  return position
}

/** `list[person_1]` is an index expression of a program, not a placeholder in lower case. */
function isIndexBefore(text: string, at: number, level: EscapeLevel): boolean {
  return text.charAt(at - 1) === ')' || isWordBefore(text, at, level)
}

/** Backslashes before the bracket are its escape, unless they look like the end of a path: `C:\Users\[USERNAME_1]`. */
function escapesBelong(text: string, start: number, core: Core, level: EscapeLevel): boolean {
  if (core.escaped || start === 0) return true
  return !isWordBefore(text, start, level) && !':.\\'.includes(text.charAt(start - 1))
}

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
  const token = { key, number, encoded: false, start, end: digitsEnd, innerStart: start, innerEnd: digitsEnd }
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
