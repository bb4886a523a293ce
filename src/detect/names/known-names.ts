/** Names found in a text, by the hashes of their words and stems, so that later mentions are found in any form. */
import * as flags from './flags.ts'
import { GrowingSet } from './hash-set.ts'
import * as shapes from './shapes.ts'
import { SPELLING, STEM1, STEM2, STEM3, spellSmall, type Tokens } from './tokens.ts'

export interface KnownNames {
  /** Words of found names. */
  readonly words: GrowingSet
  /** The same without one to three last letters. */
  readonly stems: GrowingSet
  /** A bit for each of both. */
  readonly filter: Uint32Array
}

const FILTER_MASK = 255

export function makeKnownNames(): KnownNames {
  return { words: new GrowingSet(), stems: new GrowingSet(), filter: new Uint32Array(FILTER_MASK + 1) }
}

/** Forgets every name. */
export function forget(known: KnownNames): void {
  if (known.words.size === 0) return
  known.words.clear()
  known.stems.clear()
  known.filter.fill(0)
}

const SHORTEST = 3
/** A text with more names than this is a list; remembering more would only cost. */
const MOST_WORDS = 20_000

/** Remembers a word of a name, unless it is too short or a title, a field, a month. */
export function remember(known: KnownNames, tokens: Tokens, at: number): void {
  const shape = tokens.shape[at]!
  if (shape > shapes.MIXED || tokens.length[at]! < SHORTEST || known.words.size > MOST_WORDS) return
  const about = tokens.flags[at]!
  const isTrigger =
    (about & (flags.TITLE | flags.FIELD | flags.ROLE | flags.FIRM_WORD | flags.PARTICLE | flags.CALENDAR)) !== 0
  if (isTrigger && (about & flags.ANY_NAME) === 0) return
  if (shape === shapes.LOWER_WORD && (about & flags.COMMON) !== 0) return
  known.words.add(tokens.word[at]!)
  admit(known, tokens.word[at]!)
  if (shape === shapes.LOWER_WORD) spellSmall(tokens, at)
  const row = at * SPELLING
  addStem(known, tokens.spelling[row + STEM1]!)
  addStem(known, tokens.spelling[row + STEM2]!)
  addStem(known, tokens.spelling[row + STEM3]!)
}

/** Remembers the stems that a name has in other cases, where they differ from the name without its last letters. */
export function rememberStem(known: KnownNames, stem: number): void {
  addStem(known, stem)
}

function addStem(known: KnownNames, stem: number): void {
  if (stem === 0) return
  known.stems.add(stem)
  admit(known, stem)
}

function admit({ filter }: KnownNames, hash: number): void {
  filter[(hash >>> 5) & FILTER_MASK]! |= 1 << (hash & 31)
}

/** Most words are none of the names; one bit says so. */
function mayHold({ filter }: KnownNames, hash: number): boolean {
  return ((filter[(hash >>> 5) & FILTER_MASK]! >>> (hash & 31)) & 1) !== 0
}

export const NO_MATCH = 0
export const STEM_MATCH = 1
export const WORD_MATCH = 2

/** How a token agrees with the names known. */
export function match(known: KnownNames, tokens: Tokens, at: number): number {
  const shape = tokens.shape[at]!
  if (shape > shapes.MIXED || tokens.length[at]! < SHORTEST) return NO_MATCH
  const word = tokens.word[at]!
  const mayBeWord = mayHold(known, word)
  if (mayBeWord && known.words.has(word)) return WORD_MATCH
  if (shape === shapes.LOWER_WORD) return NO_MATCH
  if (mayBeWord && tokens.length[at]! > 3 && known.stems.has(word)) return STEM_MATCH
  const { spelling } = tokens
  const row = at * SPELLING
  const isStem =
    holds(known, spelling[row + STEM1]!) || holds(known, spelling[row + STEM2]!) || holds(known, spelling[row + STEM3]!)
  return isStem ? STEM_MATCH : NO_MATCH
}

function holds(known: KnownNames, stem: number): boolean {
  return stem !== 0 && mayHold(known, stem) && (known.words.has(stem) || known.stems.has(stem))
}
