/**
 * Which tokens are worth scoring. Seven in ten are small common words, numbers and symbols that no name can begin with; they
 * get a fixed score, and only those beside a candidate are looked at (`van`, the comma of `Last, First`).
 */
import * as flags from './flags.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, type Tokens } from './tokens.ts'

/** Score of person, place and organisation for a token that is not looked at. */
export const CLOSED = [-9, -7, -7] as const

const CANDIDATE = 1
const NEIGHBOUR = 2

/**
 * Writes to `open` whether each token is to be scored. `casing` is that of each token's line. Where people alone are looked for,
 * a capitalised word that is ordinary and in no list of names is looked at only beside another. `list` is scratch.
 */
export function openTokens(
  tokens: Tokens,
  casing: Uint8Array,
  open: Uint8Array,
  list: Int32Array,
  isForPeople: boolean,
): void {
  const { count, spacing } = tokens
  open.fill(0, 0, count)
  const candidates = listCandidates(tokens, casing, list, isForPeople)
  for (let index = 0; index < candidates; index++) open[list[index]!] = CANDIDATE
  for (let index = 0; index < candidates; index++) {
    const at = list[index]!
    if (at > 0 && open[at - 1] === 0 && (spacing[at]! & BREAK_BEFORE) === 0 && joins(tokens, at - 1, isForPeople)) {
      open[at - 1] = NEIGHBOUR
      openBefore(tokens, at - 1, open)
    }
    const next = at + 1
    if (next >= count || open[next] !== 0 || (spacing[next]! & BREAK_BEFORE) !== 0) continue
    if (joins(tokens, next, isForPeople)) open[next] = NEIGHBOUR
  }
}

/**
 * Words that a name may begin with; returns how many. One letter names nobody by itself: it is a variable, a list item, a part of
 * a name beside it. Reckoned in bits: of each word nobody can guess what comes of it, and a wrong guess costs more than all of this.
 */
function listCandidates(tokens: Tokens, casing: Uint8Array, list: Int32Array, isForPeople: boolean): number {
  const { shape: shapesOf, length, flags: about, words, wordCount } = tokens
  let found = 0
  for (let word = 0; word < wordCount; word++) {
    const at = words[word]!
    const known = about[at]!
    const isCommon = (known >>> COMMON_BIT) & 1
    const isListed = ((known & LISTED) + LISTED) >>> 2
    const isSmall = (shapesOf[at]! - 1) >>> 31
    const isInSmallText = casing[at]! & 1
    const isOfName = isListed & (isInSmallText | (isCommon ^ 1))
    let isCandidate = (1 - length[at]!) >>> 31
    isCandidate &= (isSmall ^ 1) | isOfName | (isInSmallText & (isCommon ^ 1))
    if (isForPeople && (isCandidate & isCommon & (isListed ^ 1)) !== 0 && isOrdinary(tokens, at)) continue
    list[found] = at
    found += isCandidate
  }
  return found
}

const LISTED = flags.FIRST_NAME | flags.LAST_NAME
const COMMON_BIT = Math.log2(flags.COMMON)

/** `van den Heuvel`, `J. R. R. Hill`: a particle before a particle, an initial before an initial. */
function openBefore(tokens: Tokens, from: number, open: Uint8Array): void {
  for (let at = from - 1; at >= 0 && open[at] === 0 && mayStandBefore(tokens, at); at--) {
    if ((tokens.spacing[at + 1]! & BREAK_BEFORE) !== 0) return
    open[at] = NEIGHBOUR
  }
}

function joins(tokens: Tokens, at: number, isForPeople: boolean): boolean {
  return mayJoin(tokens, at) || (isForPeople && tokens.shape[at] === shapes.CAPITALISED)
}

function isOrdinary(tokens: Tokens, at: number): boolean {
  if (tokens.shape[at] !== shapes.CAPITALISED) return false
  return (tokens.flags[at]! & (flags.COMMON | flags.ANY_NAME)) === flags.COMMON && !isAnnounced(tokens, at)
}

/** A title, a relation, a colon before: here ordinary words are surnames. */
function isAnnounced(tokens: Tokens, at: number): boolean {
  if (at === 0 || (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return false
  const shape = tokens.shape[at - 1]!
  if (shape === shapes.COLON || shape === shapes.QUOTE || shape === shapes.EQUALS) return true
  const before = shape === shapes.DOT && at > 1 ? at - 2 : at - 1
  return (tokens.flags[before]! & announcing) !== 0
}

const announcing = flags.TITLE | flags.ROLE | flags.GREETING | flags.INTRODUCTION | flags.FIELD

function mayStandBefore(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]!
  if (shape === shapes.LOWER_WORD) return (tokens.flags[at]! & flags.PARTICLE) !== 0
  if (shape === shapes.INITIAL) return true
  return shape === shapes.DOT && at > 0 && tokens.shape[at - 1] === shapes.INITIAL
}

function mayJoin(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]!
  if (shape === shapes.INITIAL) return true
  if (shape === shapes.LOWER_WORD) return (tokens.flags[at]! & (flags.COMMON | flags.PARTICLE)) !== flags.COMMON
  return shape === shapes.HYPHEN || shape === shapes.APOSTROPHE || shape === shapes.DOT || shape === shapes.COMMA
}
