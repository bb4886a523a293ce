/**
 * Cuts a stretch of text into tokens in one pass, without making strings: words, numbers, single symbols, and each structured
 * finding as one token. Words carry rolling hashes of their folded letters, so that features need no text.
 */
import type { Finding } from '../../types.ts'
import * as characters from './characters.ts'
import { LOCATION, NONE, ORGANIZATION, PERSON } from './labels.ts'
import * as shapes from './shapes.ts'

/** Bits of `Tokens.spacing`. */
export const SPACE_BEFORE = 1
export const BREAK_BEFORE = 2
/** An empty line before. */
export const GAP_BEFORE = 4

/** One row per token. All hashes are of folded letters. */
export interface Tokens {
  count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
  readonly spacing: Uint8Array
  readonly length: Uint8Array
  readonly word: Int32Array
  readonly prefix2: Int32Array
  readonly prefix4: Int32Array
  readonly suffix1: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly suffix4: Int32Array
  /** Hash of the word without its last one, two and three letters, for names with an ending. */
  readonly stem1: Int32Array
  readonly stem2: Int32Array
  readonly stem3: Int32Array
  /** What the lexicon knows of the word. */
  readonly flags: Int32Array
  /** The label of a token that is known to be a name: found by others, or a placeholder that stands for one. */
  readonly given: Uint8Array
}

export function makeTokens(capacity: number): Tokens {
  const integers = () => new Int32Array(capacity)
  return {
    count: 0,
    start: integers(),
    end: integers(),
    shape: new Uint8Array(capacity),
    spacing: new Uint8Array(capacity),
    length: new Uint8Array(capacity),
    word: integers(),
    prefix2: integers(),
    prefix4: integers(),
    suffix1: integers(),
    suffix2: integers(),
    suffix3: integers(),
    suffix4: integers(),
    stem1: integers(),
    stem2: integers(),
    stem3: integers(),
    flags: integers(),
    given: new Uint8Array(capacity),
  }
}

const SEED = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** The hash a word has in `Tokens.word`. */
export function hashWord(word: string): number {
  let hash = SEED
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    if (characters.kindOf(unit) !== characters.IGNORABLE) hash = Math.imul(hash ^ characters.foldOf(unit), PRIME)
  }
  return hash
}

/** The same for folded letters. */
export function hashLetters(letters: Uint16Array, start: number, end: number): number {
  let hash = SEED
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ letters[at]!, PRIME)
  return hash
}

/**
 * Fills `tokens` with those of `text` from `from` to `to`. `findings` are sorted by start; `firstFinding` is the first that can
 * reach into the stretch. The capacity must be at least `to - from`.
 */
export function tokenize(
  text: string,
  from: number,
  to: number,
  findings: readonly Finding[],
  firstFinding: number,
  tokens: Tokens,
): void {
  let count = 0
  let position = from
  let spacing = BREAK_BEFORE | GAP_BEFORE
  let finding = firstFinding
  let findingStart = finding < findings.length ? findings[finding]!.start : to
  while (position < to) {
    if (position >= findingStart) {
      const { end, type } = findings[finding]!
      finding++
      findingStart = finding < findings.length ? findings[finding]!.start : to
      if (end <= position) continue
      writeFinding(tokens, count++, position, Math.min(end, to), type, spacing)
      position = Math.min(end, to)
      spacing = 0
      continue
    }
    const unit = text.charCodeAt(position)
    const kind = characters.kindOf(unit)
    if (kind === characters.SPACE || kind === characters.IGNORABLE) {
      spacing |= SPACE_BEFORE
      position++
      continue
    }
    if (kind === characters.NEWLINE) {
      const isPair = unit === 0x0d && text.charCodeAt(position + 1) === 0x0a
      spacing |= (spacing & BREAK_BEFORE) === 0 ? BREAK_BEFORE : GAP_BEFORE
      position += isPair ? 2 : 1
      continue
    }
    const limit = findingStart < to ? findingStart : to
    tokens.spacing[count] = spacing
    tokens.start[count] = position
    if (kind === characters.OTHER) position = readSymbol(text, position, limit, unit, tokens, count)
    else if (kind === characters.DIGIT) position = readNumber(text, position, limit, tokens, count)
    else position = readWord(text, position, limit, tokens, count)
    tokens.end[count] = position
    count++
    spacing = 0
  }
  tokens.count = count
}

function shapeOfFinding(type: string): number {
  if (type === 'EMAIL') return shapes.EMAIL
  if (type === 'PERSONAL_URL') return shapes.URL_LIKE
  if (type === 'ADDRESS') return shapes.ADDRESS
  return type === 'USERNAME' ? shapes.USER_NAME : shapes.STRUCTURED
}

/** One token for the whole finding. A name looks like one, so that the words around it are judged as if it were spelt out. */
function writeFinding(tokens: Tokens, at: number, start: number, end: number, type: string, spacing: number): void {
  const label = givenLabels[type] ?? NONE
  const shape = label === NONE ? shapeOfFinding(type) : shapes.CAPITALISED
  tokens.start[at] = start
  tokens.end[at] = end
  tokens.spacing[at] = spacing
  writeHashless(tokens, at, shape, shape)
  if (label === NONE) return
  tokens.length[at] = USUAL_LENGTH
  tokens.given[at] = label
}

const givenLabels: Readonly<Record<string, number | undefined>> = { PERSON, LOCATION, ORGANIZATION }
/** Of a name, as features count it. */
const USUAL_LENGTH = 6

function writeHashless(tokens: Tokens, at: number, shape: number, word: number): void {
  tokens.shape[at] = shape
  tokens.length[at] = 1
  tokens.word[at] = word
  tokens.prefix2[at] = word
  tokens.prefix4[at] = word
  tokens.suffix1[at] = word
  tokens.suffix2[at] = word
  tokens.suffix3[at] = word
  tokens.suffix4[at] = word
  tokens.stem1[at] = 0
  tokens.stem2[at] = 0
  tokens.stem3[at] = 0
  tokens.flags[at] = 0
  tokens.given[at] = NONE
}

function readSymbol(text: string, position: number, limit: number, unit: number, tokens: Tokens, at: number): number {
  const isPair =
    unit >= 0xd800 && unit < 0xdc00 && position + 1 < limit && isLowSurrogate(text.charCodeAt(position + 1))
  const isAddress = unit === 0x3a && text.charCodeAt(position + 1) === 0x2f && text.charCodeAt(position + 2) === 0x2f
  if (isAddress) return readUrl(text, position, limit, tokens, at)
  writeHashless(tokens, at, shapes.shapeOfSymbol(unit), unit)
  return position + (isPair ? 2 : 1)
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** From `://` to the next blank, quote, bracket or to the query, which may name people. The scheme stays a word of its own. */
function readUrl(text: string, position: number, limit: number, tokens: Tokens, at: number): number {
  let end = position + 3
  while (end < limit) {
    const unit = text.charCodeAt(end)
    if (unit === 0x22 || unit === 0x3e || unit === 0x29 || unit === 0x27 || unit === 0x3f) break
    const kind = characters.kindOf(unit)
    if (kind === characters.SPACE || kind === characters.NEWLINE) break
    end++
  }
  if (end > limit) end = limit
  writeHashless(tokens, at, shapes.URL_LIKE, shapes.URL_LIKE)
  return end
}

/** Digits with dots, commas and colons between them, and letters glued to their end. */
function readNumber(text: string, position: number, limit: number, tokens: Tokens, at: number): number {
  let end = position + 1
  let shape = shapes.NUMBER
  while (end < limit) {
    const unit = text.charCodeAt(end)
    const kind = characters.kindOf(unit)
    if (kind === characters.LOWER || kind === characters.UPPER) shape = shapes.CODE
    else if (kind !== characters.DIGIT) {
      const isInner = unit === 0x2e || unit === 0x2c || unit === 0x3a
      if (!isInner || end + 1 >= limit || characters.kindOf(text.charCodeAt(end + 1)) !== characters.DIGIT) break
    }
    end++
  }
  writeHashless(tokens, at, shape, shape * 64 + Math.min(end - position, 20))
  return end
}

function readWord(text: string, position: number, limit: number, tokens: Tokens, at: number): number {
  let hash = SEED
  let hash1 = SEED
  let hash2 = SEED
  let hash3 = SEED
  let last1 = 0
  let last2 = 0
  let last3 = 0
  let last4 = 0
  let length = 0
  let capitals = 0
  let caseless = 0
  let digits = 0
  let isFirstUpper = false
  let prefix2 = 0
  let prefix4 = 0
  let end = position
  for (; end < limit; end++) {
    const unit = text.charCodeAt(end)
    const kind = characters.kindOf(unit)
    if (kind === characters.IGNORABLE) continue
    if (kind === characters.DIGIT) digits++
    else if (kind === characters.UPPER) {
      capitals++
      if (length === 0) isFirstUpper = true
    } else if (kind === characters.CASELESS) caseless++
    else if (kind !== characters.LOWER) break
    const folded = characters.foldOf(unit)
    hash3 = hash2
    hash2 = hash1
    hash1 = hash
    hash = Math.imul(hash ^ folded, PRIME)
    last4 = last3
    last3 = last2
    last2 = last1
    last1 = folded
    length++
    if (length === 2) prefix2 = hash
    else if (length === 4) prefix4 = hash
  }
  tokens.shape[at] = shapeOfWord(length, capitals, caseless, digits, isFirstUpper)
  tokens.length[at] = length > 255 ? 255 : length
  tokens.word[at] = hash
  tokens.prefix2[at] = length < 2 ? hash : prefix2
  tokens.prefix4[at] = length < 4 ? hash : prefix4
  const suffix2 = last1 * 31 + last2 * 8191
  const suffix3 = suffix2 + Math.imul(last3, 1_000_003)
  tokens.suffix1[at] = last1
  tokens.suffix2[at] = suffix2
  tokens.suffix3[at] = suffix3
  tokens.suffix4[at] = suffix3 + Math.imul(last4, 0x01f1_2c1b)
  tokens.stem1[at] = length > 4 ? hash1 : 0
  tokens.stem2[at] = length > 5 ? hash2 : 0
  tokens.stem3[at] = length > 6 ? hash3 : 0
  tokens.flags[at] = 0
  tokens.given[at] = NONE
  return end
}

function shapeOfWord(
  length: number,
  capitals: number,
  caseless: number,
  digits: number,
  isFirstUpper: boolean,
): number {
  if (digits > 0) return shapes.CODE
  if (caseless > 0) return shapes.CASELESS_WORD
  if (capitals === 0) return shapes.LOWER_WORD
  if (!isFirstUpper) return shapes.CAMEL
  if (length === 1) return shapes.INITIAL
  if (capitals === 1) return shapes.CAPITALISED
  return capitals === length ? shapes.ALL_CAPITALS : shapes.MIXED
}
