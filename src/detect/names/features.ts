/**
 * What the model sees of a token: about forty hashes of the token, its neighbours and its line. Trainer and run time share this
 * file, so they cannot drift apart.
 */
import * as flags from './flags.ts'
import { openTokens } from './gate.ts'
import * as shapes from './shapes.ts'
import {
  BREAK_BEFORE,
  GAP_BEFORE,
  PREFIX2,
  PREFIX4,
  SPACE_BEFORE,
  SPELLING,
  SUFFIX2,
  SUFFIX3,
  SUFFIX4,
  spellSmall,
  type Tokens,
} from './tokens.ts'

/** No token has more features than this. */
export const MAXIMUM_FEATURES = 48
/** How many features at the end of a word's list are of the word itself. */
export const OWN_FEATURES = 2

/** What is known of a stretch before its tokens are looked at one by one. */
export interface Surroundings {
  /** Per token: 0 where capitals stand as usual, 1 in a text almost without, 2 in one of capitals, 3 in a line without. */
  readonly casing: Uint8Array
  /** Per token: the word before the nearest `:` or `=` of the line (-1: none), and how far away it is, at most 3. */
  readonly label: Int32Array
  readonly labelDistance: Uint8Array
  /** Per token: first token of its line. */
  readonly line: Int32Array
  /** Of each first token of a line: that of the line before (-1: none), that of the next line, and how the line is written. */
  readonly lineBefore: Int32Array
  readonly nextLine: Int32Array
  readonly lineKind: Uint8Array
  /** Per open token: 1 where the word also stands in the stretch in small letters, 2 where capitalised inside a sentence. */
  readonly elsewhere: Uint8Array
  /** Per token: 0 where it is not worth scoring. */
  readonly open: Uint8Array
  /** The open tokens, in their order. */
  readonly opened: Int32Array
  openCount: number
  /** Scratch of `lookAround`: an open hash set of words, a bit for each, and where each open token has its word there. */
  readonly seen: Int32Array
  readonly seenBits: Uint8Array
  readonly slots: Int32Array
  readonly filter: Uint32Array
}

export function makeSurroundings(capacity: number): Surroundings {
  let seen = 16
  while (seen < capacity * 2) seen *= 2
  const integers = () => new Int32Array(capacity)
  const bytes = () => new Uint8Array(capacity)
  return {
    casing: bytes(),
    label: integers(),
    labelDistance: bytes(),
    line: integers(),
    lineBefore: integers(),
    nextLine: integers(),
    lineKind: bytes(),
    elsewhere: bytes(),
    open: bytes(),
    opened: integers(),
    openCount: 0,
    slots: integers(),
    seen: new Int32Array(seen),
    seenBits: new Uint8Array(seen),
    filter: new Uint32Array(FILTER_WORDS),
  }
}

/** Fills `around` for all tokens. `isForPeople` opens fewer of them: see `openTokens`. */
export function lookAround(tokens: Tokens, around: Surroundings, isForPeople = false): void {
  survey(tokens, around)
  openTokens(tokens, around.casing, around.open, around.opened, isForPeople)
  listOpen(tokens, around)
  spellOpen(tokens, around)
  markElsewhere(tokens, around)
}

function listOpen({ count }: Tokens, around: Surroundings): void {
  const { open, opened } = around
  let listed = 0
  for (let at = 0; at < count; at++) {
    opened[listed] = at
    listed += open[at] === 0 ? 0 : 1
  }
  around.openCount = listed
}

/** Open tokens are looked at letter by letter, and so are the ends of the words beside them. */
function spellOpen(tokens: Tokens, { opened, openCount }: Surroundings): void {
  const { count, shape } = tokens
  let next = 0
  for (let index = 0; index < openCount; index++) {
    const last = Math.min(opened[index]! + 1, count - 1)
    for (let at = Math.max(next, opened[index]! - 1); at <= last; at++)
      if (shape[at] === LOWER_WORD) spellSmall(tokens, at)
    next = last + 1
  }
}

/** Tokens behind this one in its line, at most 7. */
export function toEndOf(around: Surroundings, at: number): number {
  const left = around.nextLine[around.line[at]!]! - at - 1
  return left < 7 ? left : 7
}

const FEWEST_SMALL_WORDS = 2
/** Of the lines with words, so many in ten have no capital where people write without them. Wrapped prose has one or two. */
const SMALL_LINES_IN_TEN = 4
const LABEL_REACH = 9

const WITH_CAPITALS = 0
const SPOKEN = 3
const SMALL = 4
const WORDLESS = 5

/**
 * Lines, labels and casing in one pass. A line of a chat in small letters stays one when others around it are not: behind a
 * speaker's name, or among many such lines. What stands before a colon does not count.
 */
function survey(tokens: Tokens, around: Surroundings): void {
  const { count, shape: shapesOf, spacing, length } = tokens
  const { label, labelDistance, line, lineBefore, nextLine, lineKind } = around
  let words = 0
  let capitals = 0
  let shouted = 0
  let lines = 0
  let smallLines = 0
  let first = 0
  let wordsOfLine = 0
  let capitalsOfLine = 0
  let isSpoken = false
  let lastWord = -1
  let named = -1
  let distance = 0
  if (count > 0) lineBefore[0] = -1
  for (let at = 0; at <= count; at++) {
    if (at === count || (at > 0 && (spacing[at]! & BREAK_BEFORE) !== 0)) {
      nextLine[first] = at
      const kind = kindOfLine(wordsOfLine, capitalsOfLine, isSpoken)
      lineKind[first] = kind
      if (kind !== WORDLESS) lines++
      if (kind === SPOKEN || kind === SMALL) smallLines++
      if (at === count) break
      lineBefore[at] = first
      first = at
      wordsOfLine = 0
      capitalsOfLine = 0
      isSpoken = false
      lastWord = -1
      distance = 0
    }
    line[at] = first
    label[at] = distance > 0 ? named : -1
    labelDistance[at] = distance > 3 ? 3 : distance
    const about = manners[shapesOf[at]!]!
    const isLong = length[at]! > 1 ? 1 : 0
    const isWord = about & WORD
    words += isWord & isLong
    shouted += (about >>> SHOUTED) & isLong
    capitals += (about >>> CAPITAL) & isLong
    wordsOfLine += (about >>> SMALL_LETTERS) & 1
    capitalsOfLine += (about >>> ANY_CAPITAL) & 1
    // Without a branch: whether a token is a word is anybody's guess.
    lastWord += (at - lastWord) & -isWord
    distance += isWord & (-distance >>> 31)
    if (distance > LABEL_REACH) distance = 0
    if (about < LABEL_SIGN) continue
    if ((about & END_OF_LABEL) !== 0) distance = 0
    else {
      if (lastWord >= 0) {
        named = lastWord
        distance = 1
      }
      if (shapesOf[at] === COLON) {
        wordsOfLine = 0
        capitalsOfLine = 0
        isSpoken = true
      }
    }
  }
  const whole = casingOf(words, capitals, shouted)
  around.casing.fill(whole, 0, count)
  const isHabit = smallLines * 10 >= lines * SMALL_LINES_IN_TEN
  if (whole === 0 && smallLines > 0) markSmallLines(around, count, isHabit)
}

// V8 reads an imported binding as a variable, but folds a constant of the module itself.
const { ALL_CAPITALS, CAMEL, CAPITALISED, CLOSE_BRACE, CODE, COLON, COMMA, EQUALS, LOWER_WORD } = shapes
const { EDGE, MIXED, PIPE, SEMICOLON, WORD_LIMIT } = shapes

/** By shape, one bit each: what the survey counts and where labels end, so that it need not ask token by token. */
const manners = new Uint8Array(256)
const WORD = 1
const SMALL_LETTERS = 1
const ANY_CAPITAL = 2
const SHOUTED = 3
const CAPITAL = 4
const LABEL_SIGN = 32
const END_OF_LABEL = 64
for (let shape = 0; shape <= WORD_LIMIT; shape++) {
  const isCapital = shape !== LOWER_WORD && shape !== ALL_CAPITALS && shape !== CAMEL
  manners[shape] =
    WORD |
    (shape === LOWER_WORD ? 1 << SMALL_LETTERS : 1 << ANY_CAPITAL) |
    (shape === ALL_CAPITALS ? 1 << SHOUTED : 0) |
    (isCapital ? 1 << CAPITAL : 0)
}
for (const shape of [COLON, EQUALS]) manners[shape] = LABEL_SIGN
for (const shape of [SEMICOLON, PIPE, CLOSE_BRACE]) manners[shape] = END_OF_LABEL

function casingOf(words: number, capitals: number, shouted: number): number {
  if (words >= 4 && shouted * 10 > words * 7) return 2
  return words >= 4 && (capitals + shouted) * 25 < words ? 1 : 0
}

function kindOfLine(words: number, capitals: number, isSpoken: boolean): number {
  if (capitals > 0) return WITH_CAPITALS
  if (words < FEWEST_SMALL_WORDS) return words === 0 ? WORDLESS : WITH_CAPITALS
  return isSpoken ? SPOKEN : SMALL
}

function markSmallLines({ casing, lineKind, nextLine }: Surroundings, count: number, isHabit: boolean): void {
  for (let line = 0; line < count; line = nextLine[line]!) {
    if (lineKind[line] === SPOKEN || (lineKind[line] === SMALL && isHabit)) casing.fill(SPOKEN, line, nextLine[line])
  }
}

const FILTER_WORDS = 64
/** As a shift of a hash: the filter has a bit for each of its highest bits. */
const FILTER_SHIFT = 32 - 11

/** How the words of open tokens stand elsewhere. One bit tells most of the other words apart. */
function markElsewhere(tokens: Tokens, around: Surroundings): void {
  const { shape: shapesOf, spacing, length, word: hashes, words, wordCount } = tokens
  const { elsewhere, filter, opened, openCount, seen, seenBits, slots } = around
  if (openCount === 0) return
  let mask = 15
  while (mask < openCount * 2) mask = mask * 2 + 1
  if (mask >= seen.length) mask = seen.length - 1
  seen.fill(0, 0, mask + 1)
  seenBits.fill(0, 0, mask + 1)
  filter.fill(0)
  for (let index = 0; index < openCount; index++) {
    const at = opened[index]!
    elsewhere[at] = 0
    if (shapesOf[at]! > MIXED || length[at]! < 2) continue
    const word = hashes[at]! | 1
    const bit = Math.imul(word, SCATTER) >>> FILTER_SHIFT
    filter[bit >>> 5]! |= 1 << (bit & 31)
    const slot = slotOf(seen, mask, word)
    seen[slot] = word
    slots[index] = slot
  }
  for (let index = 0; index < wordCount; index++) {
    const at = words[index]!
    const word = hashes[at]! | 1
    const bit = Math.imul(word, SCATTER) >>> FILTER_SHIFT
    if (((filter[bit >>> 5]! >>> (bit & 31)) & 1) === 0) continue
    const shape = shapesOf[at]!
    if (shape > CAPITALISED || length[at]! < 2) continue
    const slot = slotOf(seen, mask, word)
    if (seen[slot] !== word) continue
    if (shape === LOWER_WORD) seenBits[slot]! |= 1
    else if (at > 0 && (spacing[at]! & BREAK_BEFORE) === 0 && isInner(shapesOf[at - 1]!)) seenBits[slot]! |= 2
  }
  for (let index = 0; index < openCount; index++) {
    const at = opened[index]!
    if (shapesOf[at]! > MIXED || length[at]! < 2) continue
    const slot = slots[index]!
    if (seen[slot] === (hashes[at]! | 1)) elsewhere[at] = seenBits[slot]!
  }
}

const SCATTER = 0x9e3779b1 | 0

/** The word's slot, or a free one. Bounded, so that words made to collide cost no more than others. */
function slotOf(seen: Int32Array, mask: number, word: number): number {
  let slot = (Math.imul(word, SCATTER) >>> 7) & mask
  for (let step = 0; step < 12 && seen[slot] !== 0 && seen[slot] !== word; step++) slot = (slot + 1) & mask
  return slot
}

function isInner(shape: number): boolean {
  return shape === LOWER_WORD || shape === COMMA
}

/**
 * A feature is a template and some facts, its hash the sum of their products with numbers of their own: each product serves all
 * features that know the fact. `finish` makes the sum a hash whose every bit depends on all.
 */
const TEMPLATE = 0x2545f491
export const FINISHER = 0x2c1b3c6d

export function finish(sum: number): number {
  const hash = Math.imul(sum ^ (sum >>> 15), FINISHER)
  return hash ^ (hash >>> 13)
}

/** Writes the features of token `at` to `out`, not finished; returns how many. */
export function extract(tokens: Tokens, around: Surroundings, at: number, out: Int32Array): number {
  const { word, shape, flags: known, spelling, spacing } = tokens
  const last = tokens.count - 1
  const before1 = at > 0
  const before2 = at > 1
  const after1 = at < last
  const after2 = at < last - 1
  const own = shape[at]!
  const s0 = Math.imul(own, 0x85ebca6b)
  const s1 = Math.imul(before1 ? joined(shape[at - 1]!, spacing[at]!) : EDGE, 0xc2b2ae35)
  const s2 = Math.imul(before2 ? joined(shape[at - 2]!, spacing[at - 1]!) : EDGE, 0x27d4eb2f)
  const n1 = Math.imul(after1 ? joined(shape[at + 1]!, spacing[at + 1]!) : EDGE, 0x165667b1)
  const n2 = Math.imul(after2 ? joined(shape[at + 2]!, spacing[at + 2]!) : EDGE, 0x9e3779b1)
  const about = known[at]!
  const k0 = Math.imul(about, 0x7feb352d)
  const k1 = Math.imul(before1 ? known[at - 1]! : 0, 0x846ca68b)
  const k2 = Math.imul(before2 ? known[at - 2]! : 0, 0x31848bab)
  const kn = Math.imul(after1 ? known[at + 1]! : 0, 0x68e31da5)
  const w1 = Math.imul(before1 ? word[at - 1]! : 1, 0x5851f42d)
  const v1 = Math.imul(after1 ? word[at + 1]! : 1, 0x14057b7f)
  const first = around.line[at]!
  const inLine = Math.min(at - first, 3)
  const place = Math.imul(inLine * 8 + toEndOf(around, at), 0x1b873593)
  const label = around.label[at]!
  const distance = Math.imul(around.labelDistance[at]!, 0x4cf5ad43)
  let n = 0

  out[n++] = 1 * TEMPLATE + s0 + s1 + n1
  out[n++] = 2 * TEMPLATE + s0 + s1 + s2
  out[n++] = 3 * TEMPLATE + s0 + n1 + n2
  out[n++] = 4 * TEMPLATE + s0 + s1 + s2 + n1 + n2
  out[n++] = 5 * TEMPLATE + k0 + k1 + s0 + s1
  out[n++] = 6 * TEMPLATE + k0 + kn + s0 + n1
  out[n++] = 7 * TEMPLATE + k0 + k1 + kn
  out[n++] = 9 * TEMPLATE + Math.imul(label < 0 ? 0 : word[label]!, 0x3c6ef373) + distance + s0
  out[n++] = 10 * TEMPLATE + place + s0 + s1
  if (own > CODE) {
    out[n++] = 11 * TEMPLATE + w1 + s0 + n1
    out[n++] = 12 * TEMPLATE + v1 + s0 + s1
    out[n++] = 13 * TEMPLATE + k1 + kn + s0
    return n
  }

  const row = at * SPELLING
  const manner = Math.imul(around.elsewhere[at]! * 4 + around.casing[at]!, 0x6a09e667)
  const w2 = Math.imul(before2 ? word[at - 2]! : 1, 0x38b34ae5)
  const v2 = Math.imul(after2 ? word[at + 2]! : 1, 0x510e527f)
  out[n++] = 17 * TEMPLATE + Math.imul(spelling[row + SUFFIX2]!, 0x41c64e6d) + s0 + s1
  out[n++] = 18 * TEMPLATE + Math.imul(spelling[row + SUFFIX3]!, 0x41c64e6d) + s0
  out[n++] = 19 * TEMPLATE + Math.imul(spelling[row + SUFFIX4]!, 0x41c64e6d) + s0
  out[n++] = 20 * TEMPLATE + Math.imul(spelling[row + PREFIX2]!, 0x41c64e6d) + s0
  out[n++] = 21 * TEMPLATE + Math.imul(spelling[row + PREFIX4]!, 0x41c64e6d) + s0
  out[n++] = 22 * TEMPLATE + w1 + s0 + s1
  out[n++] = 23 * TEMPLATE + v1 + s0 + n1
  out[n++] = 24 * TEMPLATE + w2 + s0 + s1
  out[n++] = 25 * TEMPLATE + v2 + s0 + n1
  out[n++] = 26 * TEMPLATE + w1 + w2 + s0
  out[n++] = 28 * TEMPLATE + Math.imul(before1 ? spelling[row - SPELLING + SUFFIX3]! : 0, 0x41c64e6d) + s1 + s0
  out[n++] = 29 * TEMPLATE + Math.imul(after1 ? spelling[row + SPELLING + SUFFIX3]! : 0, 0x41c64e6d) + n1 + s0
  out[n++] = 31 * TEMPLATE + k0 + s0 + manner
  out[n++] = 32 * TEMPLATE + s0 + manner + Math.imul(Math.min(tokens.length[at]!, 7), 0x1f83d9ab)
  out[n++] = 34 * TEMPLATE + k0 + k2 + s0 + s1
  out[n++] = 35 * TEMPLATE + k0 + Math.imul(label < 0 ? 0 : known[label]!, 0x5be0cd19) + distance
  out[n++] = 36 * TEMPLATE + Math.imul(at > first ? word[first]! : 2, 0x3c6ef373) + s0 + Math.imul(inLine, 0x1b873593)
  if (inLine < 3) {
    const above = around.lineBefore[first]!
    const signed = Math.imul(above < 0 ? 0 : flagsOfLine(tokens, above), 0x5be0cd19)
    const gap = Math.imul(spacing[first]! & GAP_BEFORE, 0x52dce729)
    out[n++] =
      37 * TEMPLATE + Math.imul(above < 0 ? 3 : word[above]!, 0x3c6ef373) + Math.imul(inLine, 0x1b873593) + gap + s0
    out[n++] = 38 * TEMPLATE + Math.imul(first > 0 ? shape[first - 1]! : 0, 0x3ad8025f) + place + s0 + gap
    out[n++] = 39 * TEMPLATE + signed + place + s0 + Math.imul(about & flags.ANY_NAME, 0x7feb352d)
  }
  // Last, so that training can hide them: what the model knows of this very word.
  const w0 = Math.imul(word[at]!, 0x1656a9f3)
  out[n++] = 15 * TEMPLATE + w0 + s0
  return n
}

/** A neighbour's shape, told apart by whether a blank or a line break lies between. */
function joined(shape: number, spacing: number): number {
  return shape + gaps[spacing]!
}

/** By the bits of `Tokens.spacing`. */
const gaps = Uint8Array.from({ length: 16 }, (_, spacing) =>
  (spacing & BREAK_BEFORE) !== 0 ? 128 : (spacing & SPACE_BEFORE) !== 0 ? 0 : 64,
)

/** The trigger flags of the first three words of a line: a greeting or a sign-off above. */
function flagsOfLine(tokens: Tokens, start: number): number {
  let found = 0
  for (let at = start; at < tokens.count && at < start + 3; at++) found |= tokens.flags[at]!
  return found & (flags.GREETING | flags.SIGN_OFF | flags.FIELD | flags.TITLE)
}
