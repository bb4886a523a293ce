/**
 * The words the model knows something about, as a hash table of 16-bit fingerprints and flag bits. No spelling is kept.
 * Neighbouring slots are looked at up to the first free one; with table index and fingerprint together a stranger is mistaken
 * for an entry in about one look-up of 10,000.
 */

import * as flags from './flags.ts'
import { NONE } from './labels.ts'
import * as shapes from './shapes.ts'
import { hashEndings, SPELLING, STEM1, STEM3, type Tokens } from './tokens.ts'

export interface Lexicon {
  /** Power of two. */
  readonly size: number
  /** One per slot: fingerprint above, flags in the lower 16 bits; 0 where it is free. */
  readonly slots: Uint32Array
}

export const NEIGHBOURS = 8

export function lookUp({ slots, size }: Lexicon, word: number): number {
  const mixed = mixWord(word)
  const mark = (mixed >>> 16) | 1
  const base = slotOf(mixed, size)
  for (let slot = base; slot < base + NEIGHBOURS; slot++) {
    const held = slots[slot]!
    if (held >>> 16 === mark) return held & 0xffff
    if (held === 0) return 0
  }
  return 0
}

export function mixWord(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return mixed ^ (mixed >>> 15)
}

export function slotOf(mixed: number, size: number): number {
  return mixed & (size - 1) & ~(NEIGHBOURS - 1)
}

/** Writes the flags of every word; a capitalised word that is not listed is looked up without its ending. */
export function flagTokens(tokens: Tokens, lexicon: Lexicon): void {
  const { wordCount } = tokens
  for (let from = 0; from < wordCount; from += AHEAD) flagSome(tokens, from, Math.min(from + AHEAD, wordCount), lexicon)
}

function flagSome(tokens: Tokens, from: number, to: number, lexicon: Lexicon): void {
  const { shape: shapesOf, given, word: hashes, words, flags: about } = tokens
  // Places of the table come from far away: asked for together, they come together.
  bringNear(tokens, from, to, lexicon)
  let stems = 0
  for (let index = from; index < to; index++) {
    const at = words[index]!
    const found = lookUp(lexicon, hashes[at]!)
    about[at] = found
    unlisted[stems] = at
    stems += mayHaveStem[shapesOf[at]!]! & (((found & LISTED) - 1) >>> 31)
    if (given[at] !== NONE) about[at] = givenFlags[given[at]!]!
  }
  for (let index = 0; index < stems; index++) {
    const at = unlisted[index]!
    if (given[at] === NONE) about[at]! |= stemFlags(tokens, at, lexicon)
  }
}

const AHEAD = 32
const unlisted = new Int32Array(AHEAD)
const brought = new Uint32Array(1)

/** Reads the places of words, whatever they hold. */
function bringNear({ word: hashes, words }: Tokens, from: number, to: number, { slots, size }: Lexicon): void {
  let sum = 0
  for (let index = from; index < to; index++) sum ^= slots[slotOf(mixWord(hashes[words[index]!]!), size)]!
  brought[0] = sum
}

const { INITIAL, LOWER_WORD, WORD_LIMIT } = shapes
/** By shape of a word. */
const mayHaveStem = Uint8Array.from({ length: WORD_LIMIT + 1 }, (_, shape) =>
  shape === LOWER_WORD || shape === INITIAL ? 0 : 1,
)
const LISTED = flags.FIRST_NAME | flags.LAST_NAME

/** By label: what is said of a token that is known to be a name. */
const givenFlags = [0, flags.FIRST_NAME | flags.LAST_NAME, flags.PLACE, flags.FIRM_WORD]

const SHORTEST_HEAD = 3
const SHORTEST_TAIL = 4
const LONGEST_TAIL = 12

/** Marks `Aktenvermerk`, `tikfoutje`: open tokens in which another word stands before an ordinary one that is no name. */
export function flagCompounds(tokens: Tokens, { opened, openCount }: OpenTokens, lexicon: Lexicon): void {
  const { flags: about, given, length, shape } = tokens
  for (let index = 0; index < openCount; index++) {
    const at = opened[index]!
    if (shape[at]! > WORD_LIMIT || length[at]! < SHORTEST_HEAD + SHORTEST_TAIL) continue
    const isKnown = (about[at]! & flags.COMMON) !== 0 || given[at] !== NONE
    if (!isKnown && isCompound(tokens, at, lexicon)) about[at]! |= flags.COMPOUND
  }
}

/** Which tokens are worth a look: see `Surroundings`. */
interface OpenTokens {
  readonly opened: Int32Array
  readonly openCount: number
}

function isCompound(tokens: Tokens, at: number, lexicon: Lexicon): boolean {
  const length = tokens.length[at]!
  const start = tokens.start[at]! - tokens.base
  const end = tokens.end[at]! - tokens.base
  if (end - start !== length) return false
  const longest = Math.min(LONGEST_TAIL, length - SHORTEST_HEAD)
  hashEndings(tokens, end - longest, end, endings)
  for (let tail = SHORTEST_TAIL; tail <= longest; tail++) {
    const found = lookUp(lexicon, endings[tail - 1]!)
    if ((found & flags.COMMON) !== 0 && (found & flags.ANY_NAME) === 0) return true
  }
  return false
}

/** Scratch: hashes of the endings of a word. */
const endings = new Int32Array(LONGEST_TAIL)

function stemFlags({ spelling }: Tokens, at: number, lexicon: Lexicon): number {
  for (let stem = at * SPELLING + STEM1; stem <= at * SPELLING + STEM3 && spelling[stem] !== 0; stem++) {
    if ((lookUp(lexicon, spelling[stem]!) & flags.ANY_NAME) !== 0) return flags.NAME_STEM
  }
  return 0
}
