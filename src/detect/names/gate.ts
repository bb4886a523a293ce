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

/** Writes to `open` whether each token is to be scored. `casing` is that of each token's line. */
export function openTokens(tokens: Tokens, casing: Uint8Array, open: Uint8Array): void {
  for (let at = 0; at < tokens.count; at++) open[at] = isCandidate(tokens, at, casing[at]!) ? CANDIDATE : 0
  for (let at = 0; at < tokens.count; at++) {
    if (open[at] !== 0 || !mayJoin(tokens, at)) continue
    const isAfter = at > 0 && open[at - 1] === CANDIDATE && (tokens.spacing[at]! & BREAK_BEFORE) === 0
    const isBefore =
      at + 1 < tokens.count && open[at + 1] === CANDIDATE && (tokens.spacing[at + 1]! & BREAK_BEFORE) === 0
    if (isAfter || isBefore) open[at] = NEIGHBOUR
  }
  // `van den Heuvel`, `J. R. R. Hill`: a particle before a particle, an initial before an initial.
  for (let at = tokens.count - 2; at >= 0; at--) {
    if (open[at] !== 0 || open[at + 1] !== NEIGHBOUR || !mayStandBefore(tokens, at)) continue
    if ((tokens.spacing[at + 1]! & BREAK_BEFORE) === 0) open[at] = NEIGHBOUR
  }
}

function isCandidate(tokens: Tokens, at: number, casing: number): boolean {
  const shape = tokens.shape[at]!
  if (shape > shapes.WORD_LIMIT) return false
  // One letter names nobody by itself: it is a variable, a list item, a part of a name beside it.
  if (tokens.length[at] === 1) return false
  if (shape !== shapes.LOWER_WORD) return true
  const about = tokens.flags[at]!
  if ((about & flags.COMMON) === 0) return casing % 2 === 1 || (about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
  return casing % 2 === 1 && (about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
}

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
