/**
 * Names told letter by letter: `K-O-W-A-L-S-K-I`, `S C H M I D T`, `j.a.n.s.e.n` behind words that say so in 24 languages, or
 * where the letters make a listed name.
 */
import { foldOf } from './characters.ts'
import { spelling } from './cue-words.ts'
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import { LABELS, NONE, PERSON } from './labels.ts'
import { type Lexicon, lookUp } from './lexicon.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, hashLetters, hashWord, SPACE_BEFORE, type Tokens } from './tokens.ts'

const FEWEST_ANNOUNCED = 3
const FEWEST = 4
const MOST = 24
/** How far before the letters a word may say that they are told. */
const REACH = 14
const FOUND = 0.99999

/** Raises the probabilities of letters that make a name. */
export function raiseSpelt(text: string, tokens: Tokens, lexicon: Lexicon, probabilities: Float64Array): void {
  for (let at = 0; at + 2 < tokens.count; at++) {
    if (!isLetter(tokens, at) || !(isLetter(tokens, at + 1) || isLetter(tokens, at + 2))) continue
    const end = endOfLetters(tokens, at)
    const letters = countLetters(tokens, at, end)
    const isFew = letters < FEWEST_ANNOUNCED
    if (!isFew && (isAnnounced(tokens, at, letters) || (letters >= FEWEST && isName(text, tokens, at, end, lexicon)))) {
      for (let part = at; part < end; part++) probabilities[part * LABELS + PERSON] = FOUND
    }
    at = end - 1
  }
}

function isLetter(tokens: Tokens, at: number): boolean {
  // `that's P I ...`
  if (at > 0 && tokens.shape[at - 1] === shapes.APOSTROPHE && tokens.spacing[at] === 0) return false
  return tokens.length[at] === 1 && tokens.shape[at]! <= shapes.INITIAL && tokens.given[at] === NONE
}

/** Letters with the same sign between all of them, or blanks alone. */
function endOfLetters(tokens: Tokens, start: number): number {
  const step = isLetter(tokens, start + 1) ? 1 : 2
  const sign = step === 1 ? NONE : tokens.shape[start + 1]!
  if (step === 2 && sign !== shapes.HYPHEN && sign !== shapes.DOT && sign !== shapes.COMMA) return start + 1
  let end = start + 1
  for (let letters = 1; letters < MOST; letters++) {
    // `P I G double T`
    if (step === 1 && end + 1 < tokens.count && doubling.has(tokens.word[end]!) && isLetter(tokens, end + 1)) end++
    const next = end + step - 1
    if (next >= tokens.count || !isLetter(tokens, next) || hasBreak(tokens, end, next)) break
    if (step === 2 && (tokens.shape[end] !== sign || (tokens.spacing[end]! & SPACE_BEFORE) !== 0)) break
    end = next + 1
  }
  return end
}

function hasBreak(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return true
  return false
}

function countLetters(tokens: Tokens, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (isLetter(tokens, at)) count++
  return count
}

/** In the same line, or asked for in the line before. */
function isAnnounced(tokens: Tokens, start: number, letters: number): boolean {
  let breaks = letters < FEWEST || tokens.shape[start + 1] === shapes.DOT ? 1 : 0
  for (let at = start; at >= Math.max(0, start - REACH); at--) {
    if (tokens.shape[at]! <= shapes.WORD_LIMIT && spelling.has(tokens.word[at]!)) return true
    if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0 && ++breaks > 1) return false
  }
  return false
}

/** Say that the letter behind them comes twice. */
const doubling = new HashSet(
  'double doble deux due dos dwa dwie doppel dubbel dobbelt kaksois dvojit\u00e9 dupl\u00f3 duplo dublu'
    .split(' ')
    .map(hashWord),
)

const scratch = new Uint16Array(MOST)

/** A listed name, or a word that was said just before: `Piggott, that is P I G G O double T`. */
function isName(text: string, tokens: Tokens, start: number, end: number, lexicon: Lexicon): boolean {
  let length = 0
  for (let at = start; at < end && length < MOST; at++) {
    if (!isLetter(tokens, at)) continue
    const letter = foldOf(text.charCodeAt(tokens.start[at]!))
    scratch[length++] = letter
    if (length < MOST && at > start && doubling.has(tokens.word[at - 1]!)) scratch[length++] = letter
  }
  const word = hashLetters(scratch, 0, length)
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) if (tokens.word[at] === word) return true
  const found = lookUp(lexicon, word)
  return (found & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0 && (found & flags.COMMON) === 0
}
