/**
 * Cuts a stretch of text into tokens in one pass, without making strings: words, numbers, single symbols, and each structured
 * finding as one token. Words carry hashes of their folded letters, so that features need no text.
 */
import type { Finding } from '../../types.ts'
import * as characters from './characters.ts'
import { LOCATION, NONE, ORGANIZATION, PERSON } from './labels.ts'
import * as shapes from './shapes.ts'

// V8 reads an imported binding as a variable, but folds a constant of the module itself.
const table = characters.unitTable
const { CAPITALISED, INITIAL, LOWER_WORD, WORD_LIMIT } = shapes
const { CASELESS, DIGIT, FOLD_SHIFT, IGNORABLE, KIND, LOWER, NEWLINE, OTHER, SPACE, UPPER } = characters

/** Bits of `Tokens.spacing`. */
export const SPACE_BEFORE = 1
export const BREAK_BEFORE = 2
/** An empty line before. */
export const GAP_BEFORE = 4
/** A tab right before. */
export const TAB_BEFORE = 8

/** Hashes of parts of a word: so many per token in `Tokens.spelling`, each at its place. See `spellSmall`. */
export const SPELLING = 8
export const PREFIX2 = 0
export const PREFIX4 = 1
export const SUFFIX2 = 2
export const SUFFIX3 = 3
export const SUFFIX4 = 4
/** The word without its last one, two and three letters, for names with an ending; 0 where too little would be left. */
export const STEM1 = 5
export const STEM2 = 6
export const STEM3 = 7

/** One row per token. All hashes are of folded letters. */
export interface Tokens {
  count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
  readonly spacing: Uint8Array
  readonly length: Uint8Array
  readonly word: Int32Array
  readonly spelling: Int32Array
  /** What the lexicon knows of the word. */
  readonly flags: Int32Array
  /** Which tokens are words, in their order: half of them are. */
  readonly words: Int32Array
  wordCount: number
  /** The label of a token that is known to be a name: found by others, or a placeholder that stands for one. */
  readonly given: Uint8Array
  /** The stretch: its units, zeros behind them, and where it begins. Reading them costs a third of `charCodeAt`. */
  readonly units: Uint16Array
  base: number
  /** Scratch of `tokenize`: the units as bytes, and the hash of each beginning of a word. */
  readonly bytes: Buffer
  readonly hashes: Int32Array
}

/** Zeros behind the units, so that a look ahead ends there. */
const PADDING = 4

export function makeTokens(capacity: number): Tokens {
  const integers = () => new Int32Array(capacity)
  const bytes = Buffer.alloc((capacity + PADDING) * 2)
  return {
    count: 0,
    start: integers(),
    end: integers(),
    shape: new Uint8Array(capacity),
    spacing: new Uint8Array(capacity),
    length: new Uint8Array(capacity),
    word: integers(),
    spelling: new Int32Array(capacity * SPELLING),
    flags: integers(),
    words: integers(),
    wordCount: 0,
    given: new Uint8Array(capacity),
    units: new Uint16Array(bytes.buffer, bytes.byteOffset, capacity + PADDING),
    base: 0,
    bytes,
    hashes: new Int32Array(capacity + 1).fill(SEED, 0, 1),
  }
}

/**
 * The hash of a word is a polynomial of its letters: that of its end follows from those of two beginnings, without another look
 * at the letters.
 */
const SEED = 0x811c9dc5 | 0
const FACTOR = 0x5bd1e995
const FACTOR2 = Math.imul(FACTOR, FACTOR)
const FACTOR3 = Math.imul(FACTOR2, FACTOR)
const FACTOR4 = Math.imul(FACTOR3, FACTOR)

/** The hash a word has in `Tokens.word`. */
export function hashWord(word: string): number {
  return hashPart(word, 0, word.length)
}

/** The same for a part of a text; perhaps without the `e` of transliterated umlauts. */
export function hashPart(text: string, from: number, to: number, withoutUmlauts = false): number {
  let hash = SEED
  for (let at = from; at < to; at++) {
    if (withoutUmlauts && at > from && characters.isOfUmlaut(text, at)) continue
    const entry = characters.entryOf(text.charCodeAt(at))
    if ((entry & KIND) !== IGNORABLE) hash = (Math.imul(hash, FACTOR) + (entry >>> FOLD_SHIFT)) | 0
  }
  return hash
}

/** The same for folded letters. */
export function hashLetters(letters: Uint16Array, start: number, end: number): number {
  let hash = SEED
  for (let at = start; at < end; at++) hash = (Math.imul(hash, FACTOR) + letters[at]!) | 0
  return hash
}

/**
 * Writes the hash of each ending of the letters between two offsets of the units, shortest first: one of a single letter, one of two …
 * They are those the endings have as words. Letters that are no part of the spelling must not be among them.
 */
export function hashEndings(tokens: Tokens, start: number, end: number, hashes: Int32Array): void {
  let hash = 0
  let power = 1
  for (let at = end - 1, length = 0; at >= start; at--) {
    hash = (hash + Math.imul(table[tokens.units[at]!]! >>> FOLD_SHIFT, power)) | 0
    power = Math.imul(power, FACTOR)
    hashes[length++] = (hash + Math.imul(SEED, power)) | 0
  }
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
  copyUnits(text, from, to, tokens)
  tokens.wordCount = 0
  const { units, start, end, spacing: spacings } = tokens
  const length = to - from
  let count = 0
  let position = 0
  let spacing = BREAK_BEFORE | GAP_BEFORE
  let finding = firstFinding
  let findingStart = finding < findings.length ? findings[finding]!.start - from : length
  while (position < length) {
    if (position >= findingStart) {
      const { end: absolute, type } = findings[finding]!
      const stop = Math.min(absolute - from, length)
      finding++
      findingStart = finding < findings.length ? findings[finding]!.start - from : length
      if (stop <= position) continue
      start[count] = from + position
      end[count] = from + stop
      spacings[count] = spacing
      writeFinding(tokens, count++, type)
      position = stop
      spacing = 0
      continue
    }
    const unit = units[position]!
    const kind = (table[unit]! || characters.entryOf(unit)) & KIND
    if (kind === SPACE || kind === IGNORABLE) {
      spacing = (spacing & ~TAB_BEFORE) | (unit === 9 ? SPACE_BEFORE | TAB_BEFORE : SPACE_BEFORE)
      position++
      continue
    }
    if (kind === NEWLINE) {
      const isPair = unit === 0x0d && units[position + 1] === 0x0a
      spacing = (spacing & ~TAB_BEFORE) | ((spacing & BREAK_BEFORE) === 0 ? BREAK_BEFORE : GAP_BEFORE)
      position += isPair ? 2 : 1
      continue
    }
    const limit = findingStart < length ? findingStart : length
    spacings[count] = spacing
    start[count] = from + position
    if (kind === OTHER) position = readSymbol(position, limit, unit, tokens, count)
    else if (kind === DIGIT) position = readNumber(position, limit, tokens, count)
    else position = readPlain(position, limit, kind, tokens, count)
    end[count] = from + position
    count++
    // Mostly a blank follows: taken along without asking, since whether it does is hard to guess.
    spacing = isBlank(units[position]!)
    position += spacing
  }
  tokens.count = count
}

/** 1 for a blank: `SPACE_BEFORE`. */
function isBlank(unit: number): number {
  return ((unit ^ 0x20) - 1) >>> 31
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

function copyUnits(text: string, from: number, to: number, tokens: Tokens): void {
  const { units, bytes } = tokens
  const length = to - from
  tokens.base = from
  if (isLittleEndian) bytes.write(length === text.length ? text : text.slice(from, to), 0, 'utf16le')
  else for (let at = 0; at < length; at++) units[at] = text.charCodeAt(from + at)
  units.fill(0, length, length + PADDING)
}

/** No text is kept. */
export function wipeUnits(tokens: Tokens, length: number): void {
  tokens.units.fill(0, 0, length)
}

function shapeOfFinding(type: string): number {
  if (type === 'EMAIL') return shapes.EMAIL
  if (type === 'PERSONAL_URL') return shapes.URL_LIKE
  if (type === 'ADDRESS') return shapes.ADDRESS
  return type === 'USERNAME' ? shapes.USER_NAME : shapes.STRUCTURED
}

/** One token for the whole finding. A name looks like one, so that the words around it are judged as if it were spelt out. */
function writeFinding(tokens: Tokens, at: number, type: string): void {
  const label = givenLabels[type] ?? NONE
  const shape = label === NONE ? shapeOfFinding(type) : shapes.CAPITALISED
  writeHashless(tokens, at, shape, shape)
  if (label === NONE) return
  tokens.words[tokens.wordCount++] = at
  tokens.length[at] = USUAL_LENGTH
  tokens.given[at] = label
  tokens.spelling.fill(0, at * SPELLING + STEM1, (at + 1) * SPELLING)
}

const givenLabels: Readonly<Record<string, number | undefined>> = { PERSON, LOCATION, ORGANIZATION }
/** Of a name, as features count it. */
const USUAL_LENGTH = 6

function writeHashless(tokens: Tokens, at: number, shape: number, word: number): void {
  tokens.shape[at] = shape
  tokens.length[at] = 1
  tokens.word[at] = word
  // Of what is no word, nothing else is looked at.
  tokens.spelling[at * SPELLING + SUFFIX3] = word
  tokens.flags[at] = 0
  tokens.given[at] = NONE
}

function readSymbol(position: number, limit: number, unit: number, tokens: Tokens, at: number): number {
  const { units } = tokens
  const isPair = unit >= 0xd800 && unit < 0xdc00 && position + 1 < limit && isLowSurrogate(units[position + 1]!)
  const isAddress = unit === 0x3a && units[position + 1] === 0x2f && units[position + 2] === 0x2f
  if (isAddress) return readUrl(position, limit, tokens, at)
  writeHashless(tokens, at, shapes.shapeOfSymbol(unit), unit)
  return position + (isPair ? 2 : 1)
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** From `://` to the next blank, quote, bracket or to the query, which may name people. The scheme stays a word of its own. */
function readUrl(position: number, limit: number, tokens: Tokens, at: number): number {
  const { units } = tokens
  let end = position + 3
  while (end < limit) {
    const unit = units[end]!
    if (unit === 0x22 || unit === 0x3e || unit === 0x29 || unit === 0x27 || unit === 0x3f) break
    const kind = characters.kindOf(unit)
    if (kind === SPACE || kind === NEWLINE) break
    end++
  }
  if (end > limit) end = limit
  writeHashless(tokens, at, shapes.URL_LIKE, shapes.URL_LIKE)
  return end
}

/** Digits with dots, commas and colons between them, and letters glued to their end. */
function readNumber(position: number, limit: number, tokens: Tokens, at: number): number {
  const { units } = tokens
  let end = position + 1
  let shape = shapes.NUMBER
  while (end < limit) {
    const unit = units[end]!
    const kind = characters.kindOf(unit)
    if (kind === LOWER || kind === UPPER) shape = shapes.CODE
    else if (kind !== DIGIT) {
      const isInner = unit === 0x2e || unit === 0x2c || unit === 0x3a
      if (!isInner || end + 1 >= limit || characters.kindOf(units[end + 1]!) !== DIGIT) break
    }
    end++
  }
  writeHashless(tokens, at, shape, shape * 64 + Math.min(end - position, 20))
  return end
}

/** A word in small letters, perhaps with a capital in front, as nearly all are. */
function readPlain(position: number, limit: number, kind: number, tokens: Tokens, at: number): number {
  const { units, hashes } = tokens
  const isCapitalised = kind === UPPER
  if (kind !== LOWER && !isCapitalised) return readWord(position, limit, tokens, at)
  let entry = table[units[position]!]!
  let hash = SEED
  let length = 0
  let end = position
  do {
    hash = (Math.imul(hash, FACTOR) + (entry >>> FOLD_SHIFT)) | 0
    hashes[++length] = hash
    end++
    entry = table[units[end]!]!
  } while (end < limit && (entry & KIND) === LOWER)
  if (end < limit && !endsWord(entry)) return readWord(position, limit, tokens, at)
  tokens.shape[at] = isCapitalised ? (length === 1 ? INITIAL : CAPITALISED) : LOWER_WORD
  tokens.length[at] = length > 255 ? 255 : length
  tokens.word[at] = hash
  tokens.flags[at] = 0
  tokens.given[at] = NONE
  tokens.words[tokens.wordCount++] = at
  if (isCapitalised) writeSpelling(tokens, at, length, hash)
  return end
}

/** Is it known of the unit that it stands in no word? */
function endsWord(entry: number): boolean {
  const kind = entry & KIND
  return entry !== 0 && (kind === OTHER || kind === SPACE || kind === NEWLINE)
}

function readWord(position: number, limit: number, tokens: Tokens, at: number): number {
  const { units, hashes } = tokens
  let hash = SEED
  let length = 0
  let capitals = 0
  let caseless = 0
  let digits = 0
  let isFirstUpper = false
  let end = position
  for (; end < limit; end++) {
    const unit = units[end]!
    const entry = table[unit]! || characters.entryOf(unit)
    const kind = entry & KIND
    if (kind !== LOWER) {
      if (kind === UPPER) {
        capitals++
        if (length === 0) isFirstUpper = true
      } else if (kind === IGNORABLE) continue
      else if (kind === DIGIT) digits++
      else if (kind === CASELESS) caseless++
      else break
    }
    hash = (Math.imul(hash, FACTOR) + (entry >>> FOLD_SHIFT)) | 0
    hashes[++length] = hash
  }
  const shape = shapeOfWord(length, capitals, caseless, digits, isFirstUpper)
  tokens.shape[at] = shape
  tokens.words[tokens.wordCount] = at
  tokens.wordCount += shape <= WORD_LIMIT ? 1 : 0
  tokens.length[at] = length > 255 ? 255 : length
  tokens.word[at] = hash
  if (capitals + caseless + digits > 0) writeSpelling(tokens, at, length, hash)
  tokens.flags[at] = 0
  tokens.given[at] = NONE
  return end
}

/**
 * From the hashes of the beginnings of the word. What is too short for a part has the whole word there, and no stem: said by
 * masks, since a branch at the length of a word is mistaken half of the time.
 */
function writeSpelling({ hashes, spelling }: Tokens, at: number, length: number, hash: number): void {
  const row = at * SPELLING
  const has2 = (1 - length) >> 31
  const has3 = (2 - length) >> 31
  const has4 = (3 - length) >> 31
  spelling[row + PREFIX2] = hashes[(2 & has2) | (length & ~has2)]!
  spelling[row + PREFIX4] = hashes[(4 & has4) | (length & ~has4)]!
  spelling[row + SUFFIX2] = hash - (Math.imul(hashes[(length - 2) & has2]!, FACTOR2) & has2)
  spelling[row + SUFFIX3] = hash - (Math.imul(hashes[(length - 3) & has3]!, FACTOR3) & has3)
  spelling[row + SUFFIX4] = hash - (Math.imul(hashes[(length - 4) & has4]!, FACTOR4) & has4)
  const has5 = (4 - length) >> 31
  const has6 = (5 - length) >> 31
  const has7 = (6 - length) >> 31
  spelling[row + STEM1] = hashes[(length - 1) & has5]! & has5
  spelling[row + STEM2] = hashes[(length - 2) & has6]! & has6
  spelling[row + STEM3] = hashes[(length - 3) & has7]! & has7
}

/** Words in small letters have no spelling at first, since few are looked at. Writes it. */
export function spellSmall(tokens: Tokens, at: number): void {
  const length = hashBeginnings(tokens, at)
  writeSpelling(tokens, at, length, tokens.hashes[length]!)
}

/** Reads a word again: `tokens.hashes` then has the hash of each beginning, by its length. Returns how many letters there are. */
export function hashBeginnings(tokens: Tokens, at: number): number {
  const { base, hashes, units } = tokens
  const end = tokens.end[at]! - base
  let hash = SEED
  let length = 0
  for (let position = tokens.start[at]! - base; position < end; position++) {
    const entry = table[units[position]!]!
    if ((entry & KIND) === IGNORABLE) continue
    hash = (Math.imul(hash, FACTOR) + (entry >>> FOLD_SHIFT)) | 0
    hashes[++length] = hash
  }
  return length
}

/** Longer endings have no hash of their own. */
export const LONGEST_ENDING = 6
const powers = Int32Array.from({ length: LONGEST_ENDING + 1 }, (_, exponent) => powerOf(exponent))

function powerOf(exponent: number): number {
  let power = 1
  for (let step = 0; step < exponent; step++) power = Math.imul(power, FACTOR)
  return power
}

/** The hash of the letters between two lengths, whatever stands before them. */
export function hashBetween(hashes: Int32Array, from: number, to: number): number {
  return (hashes[to]! - Math.imul(hashes[from]!, powers[to - from]!)) | 0
}

/** The same for an ending by itself. */
export function hashEnding(letters: string): number {
  return (hashWord(letters) - Math.imul(SEED, powers[letters.length]!)) | 0
}

/** The hash of the word that a beginning and an ending make. */
export function hashJoined(beginning: number, ending: number, length: number): number {
  return (Math.imul(beginning, powers[length]!) + ending) | 0
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
