/** Parts that belong to a name whatever their own score: initials, particles, nicknames, what a hyphen or apostrophe joins. */
import * as flags from './flags.ts'
import { PERSON } from './labels.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, GAP_BEFORE, SPACE_BEFORE, type Tokens } from './tokens.ts'

/** More than these before a surname are no part of a name; without a bound, a row of initials would cost its square. */
const MOST_PARTICLES = 4
const MOST_INITIALS = 5

/** Marks the parts around what is marked as a person. */
export function joinParts(tokens: Tokens, marks: Uint8Array): void {
  for (let at = 0; at < tokens.count; at++) {
    if (marks[at] !== PERSON || tokens.shape[at]! > shapes.WORD_LIMIT) continue
    markJoined(tokens, marks, at)
    if (at === 0 || marks[at - 1] !== PERSON) markInitials(tokens, marks, at)
    markFirstName(tokens, marks, at)
    markSurname(tokens, marks, at)
  }
  for (let at = 1; at < tokens.count; at++) markNickname(tokens, marks, at)
}

/** `Veli-Matti`, `O'Shea`, `O''Shea` in SQL: the word before a hyphen or apostrophe without a blank. */
function markJoined(tokens: Tokens, marks: Uint8Array, at: number): void {
  let before = at - 1
  if (before < 1 || isApart(tokens, at) || isApart(tokens, before)) return
  if (tokens.shape[before] === shapes.HYPHEN) {
    if (isCapital(tokens, before - 1) && isFirstName(tokens, before - 1)) marks.fill(PERSON, before - 1, at)
    else if (tokens.shape[at] === shapes.INITIAL && isInitialDot(tokens, before - 1)) marks.fill(PERSON, before - 2, at)
    return
  }
  if (tokens.shape[before] !== shapes.APOSTROPHE) return
  if (before > 1 && tokens.shape[before - 1] === shapes.APOSTROPHE && !isApart(tokens, before - 1)) before--
  if (tokens.shape[before - 1] === shapes.INITIAL) marks.fill(PERSON, before - 1, at)
}

/** `T. van den Akker`, `P.J.M. Smit`, `A.-L. Berg`: initials and particles before a surname. */
function markInitials(tokens: Tokens, marks: Uint8Array, at: number): void {
  let before = at - 1
  while (before > Math.max(0, at - MOST_PARTICLES) && !isNewLine(tokens, before + 1) && isParticle(tokens, before))
    before--
  if (before < 1 || !isInitialDot(tokens, before) || isNewLine(tokens, before + 1)) return
  let first = before
  for (let count = 0; count < MOST_INITIALS && first > 0; count++) {
    const isHyphened = tokens.shape[first] === shapes.HYPHEN && !isApart(tokens, first) && !isApart(tokens, first + 1)
    const dot = isHyphened ? first - 1 : first
    if (!isInitialDot(tokens, dot) || isNewLine(tokens, dot)) break
    first = dot - 2
  }
  // One letter alone tells little, and `M. Garnier`, `D. Ortega` are titles.
  const isSingle = before - first === 2
  marks.fill(PERSON, isSingle ? before + 1 : first + 1, at)
}

/** `SALU, Endel` in a form: the first name behind the comma, where a line, a label or a cell begins and the next word is no part of a sentence. */
function markFirstName(tokens: Tokens, marks: Uint8Array, at: number): void {
  const comma = at + 1
  const first = at + 2
  if (first >= tokens.count || tokens.shape[comma] !== shapes.COMMA || isNewLine(tokens, first)) return
  // Without a blank the comma parts two cells.
  if (!isApart(tokens, first)) return
  if (!isCapital(tokens, first) || isFirstName(tokens, at)) return
  if (!isCapital(tokens, at) || (tokens.flags[first]! & flags.COMMON) !== 0) return
  let start = at
  while (start > 0 && marks[start - 1] === PERSON && !isNewLine(tokens, start)) start--
  // Behind a label that names people, the first name need not be known.
  const isKnown = isFirstName(tokens, first) ? opensEntry(tokens, start) : isLabelled(tokens, start, first)
  if (!isKnown || !endsEntry(tokens, first + 1)) return
  marks.fill(PERSON, comma, first + 1)
}

function opensEntry(tokens: Tokens, at: number): boolean {
  if (at === 0 || isNewLine(tokens, at)) return true
  const before = tokens.shape[at - 1]!
  if (before === shapes.COLON || before === shapes.PIPE || before === shapes.QUOTE || before === shapes.SEMICOLON)
    return true
  return (tokens.flags[at - 1]! & flags.FIELD) !== 0
}

/** The same the other way: the surname before the comma of a first name that is listed. */
function markSurname(tokens: Tokens, marks: Uint8Array, at: number): void {
  const comma = at - 1
  const last = at - 2
  if (last < 0 || tokens.shape[comma] !== shapes.COMMA || marks[last] === PERSON || !isApart(tokens, at)) return
  if (isNewLine(tokens, at) || isNewLine(tokens, comma) || !isFirstName(tokens, at) || !isCapital(tokens, last)) return
  // Capitals are how forms set the surname off, though a village may be called so.
  const excluded = tokens.shape[last] === shapes.ALL_CAPITALS ? notSurname : notSurname | flags.PLACE
  if ((tokens.flags[last]! & excluded) !== 0) return
  if (opensEntry(tokens, last) && endsEntry(tokens, at + 1)) marks.fill(PERSON, last, at)
}

const notSurname = flags.COMMON | flags.FIRM_WORD | flags.FIELD

function isLabelled(tokens: Tokens, at: number, first: number): boolean {
  if (tokens.shape[first] !== shapes.CAPITALISED) return false
  for (let part = at; part < first; part++) if (isFirstName(tokens, part)) return false
  if ((tokens.flags[first]! & (flags.PLACE | flags.FIRM_WORD | flags.TITLE | flags.ROLE | flags.COMPOUND)) !== 0)
    return false
  const isColon = at > 1 && !isNewLine(tokens, at) && tokens.shape[at - 1] === shapes.COLON
  return isColon && (tokens.flags[at - 2]! & flags.FIELD) !== 0
}

function endsEntry(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count || isNewLine(tokens, at) || (tokens.spacing[at]! & GAP_BEFORE) !== 0) return true
  const shape = tokens.shape[at]!
  if (shape <= shapes.WORD_LIMIT) return tokens.start[at]! - tokens.end[at - 1]! > 1
  return shape !== shapes.HYPHEN && shape !== shapes.APOSTROPHE && shape !== shapes.DOT
}

/** `Johannes (Joop) Wiersma`: what stands in brackets or quotes between two parts of a name is a nickname. */
function markNickname(tokens: Tokens, marks: Uint8Array, at: number): void {
  const isEnclosed = tokens.shape[at] === shapes.OPEN || tokens.shape[at] === shapes.QUOTE
  if (!isEnclosed || (marks[at - 1] !== PERSON && !isInitialDot(tokens, at - 1))) return
  const closing = tokens.shape[at] === shapes.OPEN ? shapes.CLOSE : shapes.QUOTE
  for (let end = at + 2; end < tokens.count - 1 && end <= at + 4; end++) {
    if (tokens.shape[end] !== closing) continue
    const isInside = marks[end + 1] === PERSON || (tokens.flags[end + 1]! & flags.PARTICLE) !== 0
    if (!isInside || !isCapital(tokens, at + 1)) return
    marks.fill(PERSON, at + 1, end)
    // `Robert (Bob) de Wit`: the particle says that the surname follows, whatever else the word means.
    if (end + 2 < tokens.count && marks[end + 1] !== PERSON && isCapital(tokens, end + 2))
      marks.fill(PERSON, end + 1, end + 3)
    return
  }
}

function isCapital(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] === shapes.CAPITALISED || tokens.shape[at] === shapes.ALL_CAPITALS
}

function isFirstName(tokens: Tokens, at: number): boolean {
  return (tokens.flags[at]! & flags.FIRST_NAME) !== 0
}

function isParticle(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] === shapes.LOWER_WORD && (tokens.flags[at]! & flags.PARTICLE) !== 0
}

function isInitialDot(tokens: Tokens, at: number): boolean {
  return at > 0 && tokens.shape[at] === shapes.DOT && tokens.shape[at - 1] === shapes.INITIAL
}

/** Does a blank or a line break stand before the token? */
function isApart(tokens: Tokens, at: number): boolean {
  return (tokens.spacing[at]! & (SPACE_BEFORE | BREAK_BEFORE)) !== 0
}

function isNewLine(tokens: Tokens, at: number): boolean {
  return (tokens.spacing[at]! & BREAK_BEFORE) !== 0
}
