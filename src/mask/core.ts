/** Type and number between two brackets, with all the marks models put around and between them. */
import { closerAt } from './brackets.ts'
import { backslash, isAlphanumeric, isDigit, isLower, underscore } from './characters.ts'
import { longestType, mostDigits } from './placeholder.ts'
import { parseNumber, type Reader } from './token.ts'

export interface Core {
  readonly key: string
  readonly number: number
  /** After the closing bracket. */
  readonly end: number
  readonly lower: boolean
  /** The closing bracket is escaped with backslashes. */
  readonly escaped: boolean
}

/** Nothing longer is a placeholder, whatever stands between its words. */
const longestCore = 96
const longestKey = longestType + mostDigits
/** Bold and code marks, and backslashes for two levels of JSON. */
const mostMarks = 12
/** An underscore escaped for Markdown inside two levels of JSON. */
const longestSeparator = 6

const hyphen = 0x2d

/** `more`: the text ends first, and what it ends in can still become a placeholder. */
export function readCore(text: string, inside: number, reader: Reader): Core | 'more' | null {
  const from = skipMarks(text, inside)
  const stop = Math.min(text.length, from + longestCore)
  let squeezed = ''
  let position = from
  for (;;) {
    const partStart = position
    while (position < stop && isAlphanumeric(text.charCodeAt(position))) position++
    const gapStart = position
    const isEmpty = position === partStart || (partStart === from && isDigit(text.charCodeAt(from)))
    if (isEmpty && position < text.length) return null
    position = text.charCodeAt(position) === hyphen ? position + 1 : skipMarks(text, position)
    const part = text.slice(partStart, gapStart)
    if (position === text.length) return reader.final ? null : unfinished(squeezed + part, reader)
    if (position >= stop || squeezed.length + part.length > longestKey) return null
    if (!isAlphanumeric(text.charCodeAt(position))) return close(text, squeezed, part, gapStart, position, reader)
    if (!separates(text, gapStart, position)) return null
    squeezed += part
  }
}

function close(
  text: string,
  squeezed: string,
  last: string,
  gapStart: number,
  at: number,
  reader: Reader,
): Core | 'more' | null {
  const closer = closerAt(text, at)
  if (closer < 0 && !reader.final) return unfinished(squeezed + last, reader)
  if (closer <= 0 || text.charCodeAt(gapStart) === hyphen) return null
  const lower = hasLower(squeezed) || hasLower(last)
  const digits = startOfDigits(last)
  const number = parseNumber(last.slice(digits))
  // `[EMAIL1]` lost its separator: taken in upper case only, since `[email1]` may be a list in a program.
  if (number === null || (digits === 0 ? squeezed === '' : lower)) return null
  const letters = squeezed + last.slice(0, digits)
  const key = lower ? letters.toUpperCase() : letters
  return { key, number, end: at + closer, lower, escaped: text.charCodeAt(at - 1) === backslash }
}

function unfinished(squeezed: string, reader: Reader): 'more' | null {
  return reader.mayBecome(squeezed.toUpperCase()) ? 'more' : null
}

function skipMarks(text: string, from: number): number {
  let position = from
  while (position < from + mostMarks && isMark(text.charCodeAt(position))) position++
  return position
}

/** `*`, `_`, `` ` ``, `~`, a blank, a no-break space, a backslash. */
function isMark(code: number): boolean {
  return (
    code === underscore ||
    code === 0x20 ||
    code === backslash ||
    code === 0x2a ||
    code === 0x60 ||
    code === 0x7e ||
    code === 0xa0
  )
}

function separates(text: string, from: number, to: number): boolean {
  if (to - from > longestSeparator) return false
  for (let position = from; position < to; position++) {
    const code = text.charCodeAt(position)
    if (code === 0x2a || code === 0x60 || code === 0x7e) return false
  }
  return true
}

function hasLower(text: string): boolean {
  for (let position = 0; position < text.length; position++) if (isLower(text.charCodeAt(position))) return true
  return false
}

function startOfDigits(text: string): number {
  let start = text.length
  while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--
  return start
}
