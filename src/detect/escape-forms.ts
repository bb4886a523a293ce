/** The forms in which a character is written out in text that people paste. Each reader looks at one lead and is bounded. */
import { entityCharacter } from './html-entities.ts'

export interface Escape {
  readonly start: number
  readonly end: number
  /** What a reader sees there; may be empty. */
  readonly shown: string
}

export interface EscapeReader {
  /** The character that every escape of this form begins with. */
  readonly lead: string
  /** `null` where no escape begins. */
  read(text: string, at: number): Escape | null
}

/** RFC 8259 section 7, and what most languages write: `\u00e9`, `\xc3\xa9`, `\/`, `\n`; twice in JSON within JSON. */
function readBackslash(text: string, at: number): Escape | null {
  let letter = at
  while (letter < at + 4 && text.charCodeAt(letter) === 0x5c) letter++
  const kind = text.charAt(letter)
  if (kind === 'u') return readUnit(text, at, letter + 1)
  if (kind === 'x') return readBytes(text, at, text.slice(at, letter + 1), true)
  if (kind === '/') return { start: at, end: letter + 1, shown: '/' }
  if (kind !== 'n' && kind !== 'r' && kind !== 't') return null
  return isInPath(text, at) ? null : { start: at, end: letter + 1, shown: kind === 't' ? '\t' : '\n' }
}

/**
 * `C:\Users\nina` holds no line break. A path is told by what stands before: a drive, or a part that itself begins with a
 * backslash and is no escape.
 */
function isInPath(text: string, at: number): boolean {
  let before = at - 1
  for (const limit = at - longestPath; before > limit; before--) {
    const unit = text.charCodeAt(before)
    if (unit === 0x5c && !/[nrtux"\\]/.test(text.charAt(before + 1))) return true
    if (unit !== 0x5c && !isPartUnit(unit)) break
  }
  return (
    text.charAt(before + 1) === '\\' &&
    /(?:^|[^A-Za-z])[A-Za-z]:$/.test(text.slice(Math.max(0, before - 2), before + 1))
  )
}

const longestPath = 64

function isPartUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x2d || unit === 0x2e || unit === 0x24 || unit === 0x7e || unit >= 0x80
}

/** ASCII letters, digits and the underscore. */
function isWordUnit(unit: number): boolean {
  const letter = unit | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f
}

function readUnit(text: string, start: number, at: number): Escape | null {
  const digits = text.slice(at, at + 4)
  if (!/^[0-9A-Fa-f]{4}$/.test(digits)) return null
  const unit = Number.parseInt(digits, 16)
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
function readPlus(text: string, at: number): Escape | null {
  if (!endsInLetter(text, at) || !/[A-Za-z%]/.test(text.charAt(at + 1))) return null
  return isParameter.test(text.slice(Math.max(0, at - longestParameter), at))
    ? { start: at, end: at + 1, shown: ' ' }
    : null
}

function endsInLetter(text: string, end: number): boolean {
  return /(?:[A-Za-z]|%[0-9A-Fa-f]{2})$/.test(text.slice(Math.max(0, end - 3), end))
}

const longestParameter = 96
const isParameter = /[?&][\w.[\]-]{1,40}=[\w%.+~-]{1,80}$/

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
  const name = text.slice(at + 1, at + longestEntity)
  const length = name.indexOf(';')
  const shown = length < 0 ? null : entityCharacter(name.slice(0, length))
  return shown === null ? null : { start: at, end: at + length + 2, shown }
}

const longestEntity = 10

/** ECMA-48 section 5.4: what a terminal takes for a colour. */
function readControlSequence(text: string, at: number): Escape | null {
  controlSequence.lastIndex = at
  const [found] = controlSequence.exec(text) ?? []
  return found === undefined ? null : { start: at, end: at + found.length, shown: '' }
}

const controlSequence = /\u001b\[[0-?]{0,32}[ -/]{0,2}[@-~]/y

/** Breaks and tabs are shown, other controls are nothing a reader sees. */
function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0)
}

export const escapeReaders: readonly EscapeReader[] = [
  { lead: '\\', read: readBackslash },
  { lead: '%', read: readPercent },
  { lead: '&', read: readEntity },
  { lead: '+', read: readPlus },
  { lead: '=', read: readEquals },
  { lead: '\u001b', read: readControlSequence },
]
