/** A strict RFC 8259 scanner: linear time, constant stack, and errors without text. */
import { GuardError, type GuardErrorCode } from '../errors.ts'
import {
  arrayKind,
  escapedKind,
  JsonTape,
  kindOf,
  literalKind,
  numberKind,
  objectKind,
  packEntry,
  plainKind,
} from './json-tape.ts'

/** Below this length a loop over units is quicker than starting the expression. */
const shortString = 48
const stringStop = /["\\\u0000-\u001f]/g

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const minus = 0x2d
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

/** Small texts, events of a stream above all, are scanned on words that are used again; a tape gets a copy of its length. */
const smallText = 4_096
const scratch = new Uint32Array(smallText)

/** Copies stand side by side in one array: memory of its own costs a small tape more than all that is written to it. */
const shelfWords = 16_384
const shelfTape = 512
let shelf = new Uint32Array(shelfWords)
let shelved = 0

function copyOf(words: Uint32Array, length: number): Uint32Array {
  if (length > shelfTape) return words.slice(0, length)
  if (shelved + length > shelfWords) {
    shelf = new Uint32Array(shelfWords)
    shelved = 0
  }
  const start = shelved
  for (let index = 0; index < length; index++) shelf[start + index] = words[index]!
  shelved += length
  return shelf.subarray(start, shelved)
}

/**
 * Throws ERR_GDPR_JSON_INVALID or ERR_GDPR_BODY_TOO_DEEP, never with text. `isClean`: the text is known to hold no control
 * unit at all, so that strings need not be searched for one; long texts are then read in a third of the time.
 */
export function scanJson(text: string, depth: number, isClean = false): JsonTape {
  const result = tryScan(text, depth, isClean)
  if (result instanceof JsonTape) return result
  throw new GuardError(result.code)
}

/** The same for text that may be anything: gives why it cannot be read instead of throwing. */
export function tryScan(text: string, depth: number, isClean = false): JsonTape | Unreadable {
  try {
    return new Scanner(text, depth, isClean).scan()
  } catch (reason) {
    if (reason === invalid) return invalid
    if (reason === tooDeep) return tooDeep
    throw reason
  }
}

/** Thrown inside this file: making an error with its stack for every string that is no JSON would cost more than reading it. */
interface Unreadable {
  readonly code: GuardErrorCode
}
const invalid: Unreadable = { code: 'ERR_GDPR_JSON_INVALID' }
const tooDeep: Unreadable = { code: 'ERR_GDPR_BODY_TOO_DEEP' }

class Scanner {
  readonly #text: string
  readonly #depth: number
  readonly #isClean: boolean
  #position = 0
  #words: Uint32Array
  #length = 0
  /** In a clean text, the next backslash at or after a position that was asked for. */
  #nextBackslash = -1

  constructor(text: string, depth: number, isClean: boolean) {
    this.#text = text
    this.#depth = depth
    this.#isClean = isClean
    this.#words = text.length < smallText ? scratch : new Uint32Array(text.length >>> 5)
  }

  scan(): JsonTape {
    const open: number[] = []
    this.#skipBlanks()
    for (;;) {
      const opened = this.#scanValue()
      if (opened !== -1) {
        if (open.push(opened) > this.#depth) throw tooDeep
        if (this.#enterContainer(opened)) continue
        this.#close(opened)
        open.pop()
      }
      if (!this.#leaveValues(open)) return new JsonTape(this.#text, this.#finish())
    }
  }

  #finish(): Uint32Array {
    return this.#words === scratch ? copyOf(scratch, this.#length) : this.#words.subarray(0, this.#length)
  }

  /** Scans a scalar and gives -1, or opens a container and gives its index. */
  #scanValue(): number {
    const unit = this.#text.charCodeAt(this.#position)
    if (unit === quote) this.#scanString()
    else if (unit === openBrace) return this.#open(objectKind)
    else if (unit === openBracket) return this.#open(arrayKind)
    else if (unit === minus || isDigit(unit)) this.#scanNumber()
    else this.#scanLiteral()
    return -1
  }

  /** Moves to the first value inside; false when there is none. */
  #enterContainer(at: number): boolean {
    this.#skipBlanks()
    const isObject = kindOf(this.#words[at]!) === objectKind
    if (this.#text.charCodeAt(this.#position) === (isObject ? closeBrace : closeBracket)) return false
    if (isObject) this.#scanKey()
    return true
  }

  /** Closes what ends here and moves to the next value; false at the end of the document. */
  #leaveValues(open: number[]): boolean {
    for (;;) {
      this.#skipBlanks()
      const at = open.at(-1)
      if (at === undefined) {
        if (this.#position !== this.#text.length) fail()
        return false
      }
      const isObject = kindOf(this.#words[at]!) === objectKind
      const unit = this.#text.charCodeAt(this.#position)
      if (unit === comma) {
        this.#position++
        this.#skipBlanks()
        if (isObject) this.#scanKey()
        return true
      }
      if (unit !== (isObject ? closeBrace : closeBracket)) fail()
      this.#close(at)
      open.pop()
    }
  }

  #scanKey(): void {
    if (this.#text.charCodeAt(this.#position) !== quote) fail()
    this.#scanString()
    this.#skipBlanks()
    if (this.#text.charCodeAt(this.#position) !== colon) fail()
    this.#position++
    this.#skipBlanks()
  }

  #scanString(): void {
    if (this.#isClean) {
      this.#scanCleanString()
      return
    }
    const text = this.#text
    const start = this.#position
    let position = start + 1
    let kind = plainKind
    for (;;) {
      position = findStringStop(text, position)
      const unit = text.charCodeAt(position)
      if (unit === quote) break
      if (unit !== backslash) fail()
      kind = escapedKind
      position = skipEscape(text, position)
    }
    this.#position = position + 1
    this.#push(kind, start, position + 1)
  }

  /** Two searches for single units run side by side; each unit is passed once by each. */
  #scanCleanString(): void {
    const text = this.#text
    const start = this.#position
    let quoteAt = text.indexOf('"', start + 1)
    if (quoteAt === -1) fail()
    if (this.#nextBackslash <= start) this.#nextBackslash = backslashFrom(text, start + 1)
    let kind = plainKind
    while (this.#nextBackslash < quoteAt) {
      kind = escapedKind
      const behind = skipEscape(text, this.#nextBackslash)
      this.#nextBackslash = backslashFrom(text, behind)
      if (quoteAt < behind) quoteAt = text.indexOf('"', behind)
      if (quoteAt === -1) fail()
    }
    this.#position = quoteAt + 1
    this.#push(kind, start, quoteAt + 1)
  }

  #scanNumber(): void {
    const text = this.#text
    const start = this.#position
    let position = start
    if (text.charCodeAt(position) === minus) position++
    if (text.charCodeAt(position) === 0x30) position++
    else position = skipDigits(text, position)
    if (text.charCodeAt(position) === 0x2e) position = skipDigits(text, position + 1)
    if ((text.charCodeAt(position) | 0x20) === 0x65) {
      const sign = text.charCodeAt(position + 1)
      position = skipDigits(text, position + (sign === 0x2b || sign === minus ? 2 : 1))
    }
    this.#position = position
    this.#push(numberKind, start, position)
  }

  #scanLiteral(): void {
    const start = this.#position
    const literal = ['true', 'false', 'null'].find(word => this.#text.startsWith(word, start))
    if (literal === undefined) fail()
    this.#position = start + literal.length
    this.#push(literalKind, start, this.#position)
  }

  #open(kind: number): number {
    const at = this.#length
    this.#push(kind, this.#position, 0)
    this.#length = at + 3
    this.#position++
    return at
  }

  #close(at: number): void {
    this.#position++
    this.#words[at + 1] = this.#position
    this.#words[at + 2] = this.#length
  }

  #push(kind: number, start: number, end: number): void {
    // Room for the third word of a container as well.
    if (this.#length + 3 > this.#words.length) this.#grow()
    this.#words[this.#length] = packEntry(kind, start)
    this.#words[this.#length + 1] = end
    this.#length += 2
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2)
    words.set(this.#words)
    this.#words = words
  }

  #skipBlanks(): void {
    const text = this.#text
    let position = this.#position
    for (;;) {
      const unit = text.charCodeAt(position)
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break
      position++
    }
    this.#position = position
  }
}

/** The next quote, backslash or control unit, or the end of the text. */
function findStringStop(text: string, from: number): number {
  const shortEnd = from + shortString
  let position = from
  for (; position < shortEnd; position++) {
    const unit = text.charCodeAt(position)
    // The comparison is negated so that NaN, the end of the text, stops as well.
    if (unit === quote || unit === backslash || !(unit >= 0x20)) return position
  }
  stringStop.lastIndex = position
  return stringStop.test(text) ? stringStop.lastIndex - 1 : text.length
}

function backslashFrom(text: string, from: number): number {
  const at = text.indexOf('\\', from)
  return at === -1 ? text.length : at
}

function skipEscape(text: string, at: number): number {
  const unit = text.charCodeAt(at + 1)
  if (unit === 0x75) {
    for (let position = at + 2; position < at + 6; position++) {
      if (!isHexDigit(text.charCodeAt(position))) fail()
    }
    return at + 6
  }
  if (unit > 0x7f || simpleEscapes[unit] !== 1) fail()
  return at + 2
}

const simpleEscapes = new Uint8Array(0x80)
for (const letter of '"\\/bfnrt') simpleEscapes[letter.charCodeAt(0)] = 1

function skipDigits(text: string, from: number): number {
  let position = from
  while (isDigit(text.charCodeAt(position))) position++
  if (position === from) fail()
  return position
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isHexDigit(unit: number): boolean {
  const lower = unit | 0x20
  return isDigit(unit) || (lower >= 0x61 && lower <= 0x66)
}

function fail(): never {
  throw invalid
}
