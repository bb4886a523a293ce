/**
 * The words the model knows something about, as a hash table of 16-bit fingerprints and flag bits. No spelling is kept.
 * Neighbouring slots are looked at up to the first free one; with table index and fingerprint together a stranger is mistaken
 * for an entry in about one look-up of 10,000.
 */

import { foldOf } from './characters.ts'
import * as flags from './flags.ts'
import { NAME_STEM } from './flags.ts'
import { NONE } from './labels.ts'
import * as shapes from './shapes.ts'
import { hashLetters, type Tokens } from './tokens.ts'

export interface Lexicon {
  /** Power of two. */
  readonly size: number
  readonly marks: Uint16Array
  readonly bits: Uint16Array
}

export const NEIGHBOURS = 8

export function lookUp(lexicon: Lexicon, word: number): number {
  const mixed = mixWord(word)
  const mark = (mixed >>> 16) | 1
  const base = slotOf(mixed, lexicon.size)
  for (let step = 0; step < NEIGHBOURS; step++) {
    const slot = base + step
    const held = lexicon.marks[slot]!
    if (held === mark) return lexicon.bits[slot]!
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

/**
 * Writes the flags of every word of the text; a capitalised word that is not listed is looked up without its ending, and one
 * that is no ordinary word without its beginning.
 */
export function flagTokens(text: string, tokens: Tokens, lexicon: Lexicon): void {
  for (let at = 0; at < tokens.count; at++) {
    const shape = tokens.shape[at]!
    if (shape > shapes.WORD_LIMIT) continue
    if (tokens.given[at] !== NONE) {
      tokens.flags[at] = givenFlags[tokens.given[at]!]!
      continue
    }
    let found = lookUp(lexicon, tokens.word[at]!)
    const hasName = (found & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
    if (!hasName && shape !== shapes.LOWER_WORD && shape !== shapes.INITIAL) found |= stemFlags(tokens, at, lexicon)
    if ((found & flags.COMMON) === 0 && isCompound(text, tokens, at, lexicon)) found |= flags.COMPOUND
    tokens.flags[at] = found
  }
}

/** By label: what is said of a token that is known to be a name. */
const givenFlags = [0, flags.FIRST_NAME | flags.LAST_NAME, flags.PLACE, flags.FIRM_WORD]

const SHORTEST_HEAD = 3
const SHORTEST_TAIL = 4
const LONGEST_TAIL = 10

/** `Aktenvermerk`, `tikfoutje`: another word stands before an ordinary one that is no name. */
function isCompound(text: string, tokens: Tokens, at: number, lexicon: Lexicon): boolean {
  const length = tokens.length[at]!
  const end = tokens.end[at]!
  if (length < SHORTEST_HEAD + SHORTEST_TAIL || end - tokens.start[at]! !== length) return false
  const longest = Math.min(LONGEST_TAIL, length - SHORTEST_HEAD)
  for (let index = 0; index < longest; index++) letters[index] = foldOf(text.charCodeAt(end - longest + index))
  for (let tail = SHORTEST_TAIL; tail <= longest; tail++) {
    const found = lookUp(lexicon, hashLetters(letters, longest - tail, longest))
    if ((found & flags.COMMON) !== 0 && (found & flags.ANY_NAME) === 0) return true
  }
  return false
}

/** Scratch: the last letters of a word, folded. */
const letters = new Uint16Array(LONGEST_TAIL)

function stemFlags(tokens: Tokens, at: number, lexicon: Lexicon): number {
  if (tokens.stem1[at] === 0) return 0
  if ((lookUp(lexicon, tokens.stem1[at]!) & flags.ANY_NAME) !== 0) return NAME_STEM
  if (tokens.stem2[at] === 0) return 0
  if ((lookUp(lexicon, tokens.stem2[at]!) & flags.ANY_NAME) !== 0) return NAME_STEM
  if (tokens.stem3[at] === 0) return 0
  return (lookUp(lexicon, tokens.stem3[at]!) & flags.ANY_NAME) !== 0 ? NAME_STEM : 0
}
