/** The forms in which a character is written out in text that people paste. Each reader looks at one lead and is bounded. */
import { isAsciiLetter } from './characters.ts'
import { entityCharacter } from './html-entities.ts'

export interface Escape {
  readonly start: number
  readonly end: number
  /** What a reader sees there; may be empty. */
  readonly shown: string
}

/** `null` where no escape begins. Called at each lead of a text, from left to right, but for those inside an escape that it has read. */
export type ReadEscape = (text: string, at: number) => Escape | null

export interface EscapeForm {
  /** The character that every escape of this form begins with. */
  readonly lead: string
  /** The reader of one text: some remember how far they have looked back, so that each unit is looked at once. */
  readonly reader: () => ReadEscape
}

const backslash = 0x5c
const mostBackslashes = 4

/** RFC 8259 section 7, and what most languages write: `\u00e9`, `\xc3\xa9`, `\/`, `\n`; twice in JSON within JSON. */
function backslashReader(): ReadEscape {
  const paths = new PathFinder()
  let runEnd = 0
  return (text, at) => {
    if (runEnd <= at) runEnd = at + 1
    while (runEnd <= at + mostBackslashes && text.charCodeAt(runEnd) === backslash) runEnd++
    if (runEnd > at + mostBackslashes) return null
    const letter = runEnd
    switch (text.charCodeAt(letter)) {
      case 0x75: // u
        return readUnit(text, at, letter + 1)
      case 0x78: // x
        return readBytes(text, at, text.slice(at, letter + 1), true)
      case 0x2f: // /
        return { start: at, end: letter + 1, shown: '/' }
      case 0x6e: // n
      case 0x72: // r
        return paths.isInPath(text, at) ? null : { start: at, end: letter + 1, shown: '\n' }
      case 0x74: // t
        return paths.isInPath(text, at) ? null : { start: at, end: letter + 1, shown: '\t' }
      default:
        return null
    }
  }
}

/**
 * `C:\Users\nina` holds no line break. A path is told by what stands before: a drive, or a part that itself begins with a
 * backslash and is no escape.
 */
class PathFinder {
  /** Where the last look began … */
  #last = -1
  /** … and the unit that decided: a backslash that begins a part, or the first that is of no path. */
  #decisive = -1

  isInPath(text: string, at: number): boolean {
    let before = at - 1
    for (let next = backslash; before > this.#last; before--) {
      const unit = text.charCodeAt(before)
      if (unit === backslash ? !isEscaped(next) : !isPartUnit(unit)) break
      next = unit
    }
    if (before > this.#last) this.#decisive = before
    this.#last = at
    const decisive = this.#decisive
    if (text.charCodeAt(decisive) === backslash) return decisive > at - longestPath
    return decisive >= at - longestPath && text.charCodeAt(decisive + 1) === backslash && endsInDrive(text, decisive)
  }
}

const longestPath = 64

/** `n` `r` `t` `u` `x` `"` or a backslash */
function isEscaped(unit: number): boolean {
  return (
    unit === backslash ||
    unit === 0x6e ||
    unit === 0x72 ||
    unit === 0x74 ||
    unit === 0x75 ||
    unit === 0x78 ||
    unit === 0x22
  )
}

/** `C:` up to and with the colon at `at`, no longer word. */
function endsInDrive(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 0x3a && isAsciiLetter(text.charCodeAt(at - 1)) && !isAsciiLetter(text.charCodeAt(at - 2))
  )
}

function isPartUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x2d || unit === 0x2e || unit === 0x24 || unit === 0x7e || unit >= 0x80
}

/** ASCII letters, digits and the underscore. */
function isWordUnit(unit: number): boolean {
  return isAsciiLetter(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f
}

function readUnit(text: string, start: number, at: number): Escape | null {
  let unit = 0
  for (let place = at; place < at + 4; place++) {
    const digit = hexDigit(text.charCodeAt(place))
    if (digit < 0) return null
    unit = unit * 16 + digit
  }
  return isControl(unit) ? null : { start, end: at + 4, shown: String.fromCharCode(unit) }
}

/** RFC 3986 section 2.1. A lone byte above ASCII is no UTF-8 and is left: `100%de`. */
function readPercent(text: string, at: number): Escape | null {
  return readBytes(text, at, '%', false)
}

/** RFC 2045 section 6.7, as far as it is told from other text: an equals sign and two capitals or digits above ASCII, in UTF-8. */
function readEquals(text: string, at: number): Escape | null {
  if (text.charAt(at + 1) === '?') return readEncodedWord(text, at)
  return byteAt(text, at, '=') < 0x80 ? null : readBytes(text, at, '=', false)
}

/** RFC 2047 section 2: a word of a mail header in another character set. It is one escape, and goes as a whole. */
function readEncodedWord(text: string, at: number): Escape | null {
  encodedWord.lastIndex = at
  const [found, charset, encoding, content] = encodedWord.exec(text) ?? []
  if (found === undefined || charset === undefined || content === undefined) return null
  const bytes = encoding?.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : bytesOfQ(content)
  try {
    return { start: at, end: at + found.length, shown: new TextDecoder(charset).decode(bytes) }
  } catch {
    return null
  }
}

const encodedWord = /=\?([\w.-]{1,40})(?:\*[\w-]{0,20})?\?([BbQq])\?([!->@-~]{1,500})\?=/y

function bytesOfQ(content: string): Uint8Array {
  const latin = content.replace(/_|=([0-9A-Fa-f]{2})/g, (_, hex?: string) =>
    hex === undefined ? ' ' : String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(latin, 'latin1')
}

/** WHATWG URL standard, section 5.1: a plus between two letters of a parameter is a blank. */
function plusReader(): ReadEscape {
  const parameters = new ParameterFinder()
  return (text, at) => {
    const next = text.charCodeAt(at + 1)
    if (!isAsciiLetter(next) && next !== 0x25) return null
    return endsInLetter(text, at) && parameters.isInValue(text, at) ? { start: at, end: at + 1, shown: ' ' } : null
  }
}

/** A letter, or one that is written out: `%C3`. */
function endsInLetter(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1)
  return isAsciiLetter(last) || (hexDigit(last) >= 0 && byteAt(text, end - 3, '%') >= 0)
}

const longestKey = 40
const longestParameterValue = 80
const longestParameter = 96

class ParameterFinder {
  /** The last value that was looked at stands between these offsets … */
  #valueStart = 0
  #valueEnd = 0
  /** … and its parameter begins here: -1 where it is of none. */
  #parameter = -1

  /** `?key=value` or `&key=value` up to `end`. */
  isInValue(text: string, end: number): boolean {
    let start = end
    while (start > this.#valueEnd && isValueUnit(text.charCodeAt(start - 1))) start--
    if (start > this.#valueEnd || this.#valueEnd === 0) {
      this.#valueStart = start
      this.#parameter = parameterStart(text, start)
    }
    this.#valueEnd = end
    const length = end - this.#valueStart
    if (this.#parameter < 0 || length < 1 || length > longestParameterValue) return false
    return this.#parameter >= end - longestParameter
  }
}

/** Start of the parameter whose value starts at `value`; -1 where none does. */
function parameterStart(text: string, value: number): number {
  if (text.charCodeAt(value - 1) !== 0x3d) return -1
  const key = value - 1
  let start = key
  while (start > key - longestKey && isKeyUnit(text.charCodeAt(start - 1))) start--
  const lead = text.charCodeAt(start - 1)
  return (lead === 0x3f || lead === 0x26) && start < key ? start - 1 : -1
}

/** Word characters and `%` `.` `+` `~` `-` */
function isValueUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x25 || unit === 0x2e || unit === 0x2b || unit === 0x7e || unit === 0x2d
}

/** Word characters and `.` `[` `]` `-` */
function isKeyUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x2e || unit === 0x5b || unit === 0x5d || unit === 0x2d
}

/** One character of bytes that are written with a mark before each. */
function readBytes(text: string, at: number, mark: string, orLatin: boolean): Escape | null {
  const step = mark.length + 2
  const first = byteAt(text, at, mark)
  if (first < 0 || isControl(first)) return null
  if (first < 0x80) return { start: at, end: at + step, shown: String.fromCharCode(first) }
  const bytes = [first]
  while (bytes.length < lengthOfUtf8(first)) bytes.push(byteAt(text, at + bytes.length * step, mark))
  const shown = decodeUtf8(bytes)
  if (shown !== null) return { start: at, end: at + bytes.length * step, shown }
  return orLatin ? { start: at, end: at + step, shown: String.fromCharCode(first) } : null
}

function lengthOfUtf8(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
}

/** Least code points of two, three and four bytes (RFC 3629 section 3). */
const leastOf = [0x80, 0x800, 0x10000]

function decodeUtf8([first = 0, ...others]: readonly number[]): string | null {
  let code = first & (0x3f >> others.length)
  for (const byte of others) {
    if ((byte & 0xc0) !== 0x80) return null
    code = (code << 6) | (byte & 0x3f)
  }
  const isScalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return first >= 0xc2 && isScalar && code >= leastOf[others.length - 1]! ? String.fromCodePoint(code) : null
}

/** -1 where none is written. */
function byteAt(text: string, at: number, mark: string): number {
  if (!text.startsWith(mark, at)) return -1
  const high = hexDigit(text.charCodeAt(at + mark.length))
  const low = hexDigit(text.charCodeAt(at + mark.length + 1))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  const letter = unit | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** HTML standard, section 13.5. Without the semicolon it may be the next parameter of a URL. */
function readEntity(text: string, at: number): Escape | null {
  const first = text.charCodeAt(at + 1)
  if (!isAsciiLetter(first) && first !== 0x23) return null
  const name = text.slice(at + 1, at + longestEntity)
  const length = name.indexOf(';')
  const shown = length < 0 ? null : entityCharacter(name.slice(0, length))
  return shown === null ? null : { start: at, end: at + length + 2, shown }
}

const longestEntity = 10

/** ECMA-48 section 5.4: what a terminal takes for a colour. */
function readControlSequence(text: string, at: number): Escape | null {
  if (text.charCodeAt(at + 1) !== 0x5b) return null
  let end = at + 2
  while (end < at + 2 + mostParameters && isBetween(text.charCodeAt(end), 0x30, 0x3f)) end++
  const behind = end
  while (end < behind + mostIntermediates && isBetween(text.charCodeAt(end), 0x20, 0x2f)) end++
  return isBetween(text.charCodeAt(end), 0x40, 0x7e) ? { start: at, end: end + 1, shown: '' } : null
}

const mostParameters = 32
const mostIntermediates = 2

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last
}

/** Breaks and tabs are shown, other controls are nothing a reader sees. */
function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0)
}

export const escapeForms: readonly EscapeForm[] = [
  { lead: '\\', reader: backslashReader },
  { lead: '%', reader: () => readPercent },
  { lead: '&', reader: () => readEntity },
  { lead: '+', reader: plusReader },
  { lead: '=', reader: () => readEquals },
  { lead: '\u001b', reader: () => readControlSequence },
]
