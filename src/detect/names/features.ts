/**
 * What the model sees of a token: about forty hashes of the token, its neighbours and its line. Trainer and run time share this
 * file, so they cannot drift apart.
 */
import * as flags from './flags.ts'
import { openTokens } from './gate.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, GAP_BEFORE, SPACE_BEFORE, type Tokens } from './tokens.ts'

/** No token has more features than this. */
export const MAXIMUM_FEATURES = 48
/** How many features at the end of a word's list are of the word itself. */
export const OWN_FEATURES = 2

/** What is known of a stretch before its tokens are looked at one by one. */
export interface Surroundings {
  /** Per token: 0 where capitals stand as usual, 1 in a text almost without, 2 in one of capitals, 3 in a line without. */
  readonly casing: Uint8Array
  /** Per token: the word before the nearest `:` or `=` of the line, and how far away it is (0: none). */
  readonly label: Int32Array
  readonly labelDistance: Uint8Array
  /** What the lexicon knows of that word. */
  readonly labelFlags: Int32Array
  /** Per token: first token of its line, and of the line before (-1: none). */
  readonly line: Int32Array
  readonly lineBefore: Int32Array
  /** Per token: tokens to the end of the line, at most 7. */
  readonly toEnd: Uint8Array
  /** Per token: 1 where the word also stands in the stretch in small letters, 2 where capitalised inside a sentence. */
  readonly elsewhere: Uint8Array
  /** Per token: 0 where it is not worth scoring. */
  readonly open: Uint8Array
  /** Scratch of `lookAround`: an open hash set of words. */
  readonly seen: Int32Array
  readonly seenBits: Uint8Array
}

export function makeSurroundings(capacity: number): Surroundings {
  let seen = 16
  while (seen < capacity * 2) seen *= 2
  return {
    casing: new Uint8Array(capacity),
    label: new Int32Array(capacity),
    labelDistance: new Uint8Array(capacity),
    labelFlags: new Int32Array(capacity),
    line: new Int32Array(capacity),
    lineBefore: new Int32Array(capacity),
    toEnd: new Uint8Array(capacity),
    elsewhere: new Uint8Array(capacity),
    open: new Uint8Array(capacity),
    seen: new Int32Array(seen),
    seenBits: new Uint8Array(seen),
  }
}

/** Fills `around` for all tokens. `isForPeople` opens fewer of them: see `openTokens`. */
export function lookAround(tokens: Tokens, around: Surroundings, isForPeople = false): void {
  markCasing(tokens, around.casing)
  openTokens(tokens, around.casing, around.open, isForPeople)
  markLines(tokens, around)
  markLabels(tokens, around)
  markElsewhere(tokens, around)
}

function casingOf(tokens: Tokens): number {
  let words = 0
  let capitals = 0
  let shouted = 0
  for (let at = 0; at < tokens.count; at++) {
    const shape = tokens.shape[at]!
    if (shape > shapes.WORD_LIMIT || tokens.length[at]! < 2) continue
    words++
    if (shape === shapes.ALL_CAPITALS) shouted++
    else if (shape !== shapes.LOWER_WORD && shape !== shapes.CAMEL) capitals++
  }
  if (words >= 4 && shouted * 10 > words * 7) return 2
  return words >= 4 && (capitals + shouted) * 25 < words ? 1 : 0
}

const FEWEST_SMALL_WORDS = 2
/** Of the lines with words, so many in ten have no capital where people write without them. Wrapped prose has one or two. */
const SMALL_LINES_IN_TEN = 4

/**
 * A line of a chat in small letters stays one when others around it are not: behind a speaker's name, or among many such lines.
 * What stands before a colon does not count.
 */
function markCasing(tokens: Tokens, casing: Uint8Array): void {
  const whole = casingOf(tokens)
  casing.fill(whole, 0, tokens.count)
  if (whole !== 0) return
  let small = 0
  let lines = 0
  for (let line = 0, next = 0; line < tokens.count; line = next) {
    next = endOfLine(tokens, line)
    const kind = kindOfLine(tokens, line, next)
    if (kind === WORDLESS) continue
    lines++
    if (kind === WITH_CAPITALS) continue
    small++
    casing.fill(kind, line, next)
  }
  const isHabit = small * 10 >= lines * SMALL_LINES_IN_TEN
  for (let at = 0; at < tokens.count; at++) if (casing[at] === SMALL) casing[at] = isHabit ? SPOKEN : 0
}

const WITH_CAPITALS = 0
const SPOKEN = 3
const SMALL = 4
const WORDLESS = 5

function endOfLine(tokens: Tokens, line: number): number {
  let next = line + 1
  while (next < tokens.count && (tokens.spacing[next]! & BREAK_BEFORE) === 0) next++
  return next
}

function kindOfLine(tokens: Tokens, line: number, next: number): number {
  let words = 0
  let capitals = 0
  let isSpoken = false
  for (let at = line; at < next; at++) {
    const shape = tokens.shape[at]!
    if (shape === shapes.COLON) {
      words = capitals = 0
      isSpoken = true
    } else if (shape === shapes.LOWER_WORD) words++
    else if (shape <= shapes.WORD_LIMIT) capitals++
  }
  if (capitals > 0) return WITH_CAPITALS
  if (words < FEWEST_SMALL_WORDS) return words === 0 ? WORDLESS : WITH_CAPITALS
  return isSpoken ? SPOKEN : SMALL
}

function markLines(tokens: Tokens, around: Surroundings): void {
  let line = 0
  let before = -1
  for (let at = 0; at < tokens.count; at++) {
    if (at > 0 && (tokens.spacing[at]! & BREAK_BEFORE) !== 0) {
      before = line
      line = at
    }
    around.line[at] = line
    around.lineBefore[at] = before
  }
  let left = 0
  for (let at = tokens.count - 1; at >= 0; at--) {
    around.toEnd[at] = left
    left = around.line[at] === at ? 0 : Math.min(left + 1, 7)
  }
}

const LABEL_REACH = 9

function markLabels(tokens: Tokens, around: Surroundings): void {
  let label = 0
  let distance = 0
  let lastWord = 0
  let known = 0
  let lastKnown = 0
  for (let at = 0; at < tokens.count; at++) {
    const shape = tokens.shape[at]!
    if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) {
      distance = 0
      lastWord = 0
    }
    around.label[at] = distance > 0 ? label : 0
    around.labelFlags[at] = distance > 0 ? known : 0
    around.labelDistance[at] = distance > 3 ? 3 : distance
    if (shape <= shapes.WORD_LIMIT) {
      lastWord = tokens.word[at]!
      lastKnown = tokens.flags[at]!
      if (distance > 0) distance = distance >= LABEL_REACH ? 0 : distance + 1
    } else if (shape === shapes.COLON || shape === shapes.EQUALS) {
      if (lastWord !== 0) {
        label = lastWord
        known = lastKnown
        distance = 1
      }
    } else if (shape === shapes.SEMICOLON || shape === shapes.PIPE || shape === shapes.CLOSE_BRACE) distance = 0
  }
}

function markElsewhere(tokens: Tokens, around: Surroundings): void {
  const { seen, seenBits } = around
  let mask = 15
  while (mask < tokens.count * 2) mask = mask * 2 + 1
  if (mask >= seen.length) mask = seen.length - 1
  seen.fill(0, 0, mask + 1)
  seenBits.fill(0, 0, mask + 1)
  for (let at = 0; at < tokens.count; at++) {
    const shape = tokens.shape[at]!
    if (shape > shapes.CAPITALISED || tokens.length[at]! < 2) continue
    const word = tokens.word[at]! | 1
    const slot = slotOf(seen, mask, word)
    seen[slot] = word
    if (shape === shapes.LOWER_WORD) seenBits[slot]! |= 1
    else if (at > 0 && (tokens.spacing[at]! & BREAK_BEFORE) === 0 && isInner(tokens.shape[at - 1]!))
      seenBits[slot]! |= 2
  }
  for (let at = 0; at < tokens.count; at++) {
    around.elsewhere[at] = 0
    const shape = tokens.shape[at]!
    if (shape > shapes.MIXED || tokens.length[at]! < 2) continue
    const word = tokens.word[at]! | 1
    const slot = slotOf(seen, mask, word)
    if (seen[slot] === word) around.elsewhere[at] = seenBits[slot]!
  }
}

/** The word's slot, or a free one. Bounded, so that words made to collide cost no more than others. */
function slotOf(seen: Int32Array, mask: number, word: number): number {
  let slot = (Math.imul(word, 0x9e3779b1) >>> 7) & mask
  for (let step = 0; step < 12 && seen[slot] !== 0 && seen[slot] !== word; step++) slot = (slot + 1) & mask
  return slot
}

function isInner(shape: number): boolean {
  return shape === shapes.LOWER_WORD || shape === shapes.COMMA
}

/** 32-bit hash of a feature: its template and up to three facts. */
function feature(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
  return hash ^ (hash >>> 16)
}

/** Writes the features of token `at` to `out`; returns how many. */
export function extract(tokens: Tokens, around: Surroundings, at: number, out: Int32Array): number {
  const { word, shape, flags: known, suffix2, suffix3, spacing } = tokens
  const last = tokens.count - 1
  const s0 = shape[at]!
  const before1 = at > 0
  const before2 = at > 1
  const after1 = at < last
  const after2 = at < last - 1
  const s1 = before1 ? joined(shape[at - 1]!, spacing[at]!) : shapes.EDGE
  const s2 = before2 ? joined(shape[at - 2]!, spacing[at - 1]!) : shapes.EDGE
  const n1 = after1 ? joined(shape[at + 1]!, spacing[at + 1]!) : shapes.EDGE
  const n2 = after2 ? joined(shape[at + 2]!, spacing[at + 2]!) : shapes.EDGE
  const k0 = known[at]!
  const k1 = before1 ? known[at - 1]! : 0
  const kn = after1 ? known[at + 1]! : 0
  const w1 = before1 ? word[at - 1]! : 1
  const w2 = before2 ? word[at - 2]! : 1
  const v1 = after1 ? word[at + 1]! : 1
  const v2 = after2 ? word[at + 2]! : 1
  const lineStart = around.line[at]!
  const inLine = Math.min(at - lineStart, 3)
  const place = inLine * 8 + around.toEnd[at]!
  let n = 0

  out[n++] = feature(1, s0, s1, n1)
  out[n++] = feature(2, s0, s1, s2)
  out[n++] = feature(3, s0, n1, n2)
  out[n++] = feature(4, s0 * 64 + s1, s2 * 64 + n1, n2)
  out[n++] = feature(5, k0, k1, s0 * 64 + s1)
  out[n++] = feature(6, k0, kn, s0 * 64 + n1)
  out[n++] = feature(7, k0, k1, kn)
  out[n++] = feature(9, around.label[at]!, around.labelDistance[at]!, s0)
  out[n++] = feature(10, place, s0, s1)
  if (s0 > shapes.CODE) {
    out[n++] = feature(11, w1, s0, n1)
    out[n++] = feature(12, v1, s0, s1)
    out[n++] = feature(13, k1, kn, s0)
    return n
  }

  const w0 = word[at]!
  const x3 = suffix3[at]!
  out[n++] = feature(16, tokens.suffix1[at]!, s0, s1)
  out[n++] = feature(17, suffix2[at]!, s0, 0)
  out[n++] = feature(18, x3, s0, 0)
  out[n++] = feature(19, tokens.suffix4[at]!, s0, 0)
  out[n++] = feature(20, tokens.prefix2[at]!, s0, 0)
  out[n++] = feature(21, tokens.prefix4[at]!, s0, 0)
  out[n++] = feature(22, w1, s0, s1)
  out[n++] = feature(23, v1, s0, n1)
  out[n++] = feature(24, w2, s0, s1)
  out[n++] = feature(25, v2, s0, n1)
  out[n++] = feature(26, w1, w2, s0)
  out[n++] = feature(28, before1 ? suffix3[at - 1]! : 0, s1, s0)
  out[n++] = feature(29, after1 ? suffix3[at + 1]! : 0, n1, s0)
  out[n++] = feature(31, k0, s0, around.elsewhere[at]! * 4 + around.casing[at]!)
  out[n++] = feature(32, s0, around.casing[at]!, around.elsewhere[at]! * 8 + Math.min(tokens.length[at]!, 7))
  out[n++] = feature(34, k0, before2 ? known[at - 2]! : 0, s0 * 64 + s1)
  out[n++] = feature(35, k0, around.labelFlags[at]!, around.labelDistance[at]!)
  out[n++] = feature(36, at > lineStart ? word[lineStart]! : 2, s0, inLine)
  if (inLine < 3) {
    const above = around.lineBefore[at]!
    const gap = spacing[lineStart]! & GAP_BEFORE
    out[n++] = feature(37, above < 0 ? 3 : word[above]!, inLine * 8 + gap, s0)
    out[n++] = feature(38, lineStart > 0 ? shape[lineStart - 1]! : 0, place, s0 * 8 + gap)
    out[n++] = feature(39, above < 0 ? 0 : flagsOfLine(tokens, above), place, s0 * 64 + (k0 & flags.ANY_NAME))
  }
  // Last, so that training can hide them: what the model knows of this very word.
  out[n++] = feature(14, w0, 0, 0)
  out[n++] = feature(15, w0, s0, 0)
  return n
}

/** A neighbour's shape, told apart by whether a blank or a line break lies between. */
function joined(shape: number, spacing: number): number {
  if ((spacing & BREAK_BEFORE) !== 0) return shape + 128
  return (spacing & SPACE_BEFORE) !== 0 ? shape : shape + 64
}

/** The trigger flags of the first three words of a line: a greeting or a sign-off above. */
function flagsOfLine(tokens: Tokens, start: number): number {
  let found = 0
  for (let at = start; at < tokens.count && at < start + 3; at++) found |= tokens.flags[at]!
  return found & (flags.GREETING | flags.SIGN_OFF | flags.FIELD | flags.TITLE)
}
