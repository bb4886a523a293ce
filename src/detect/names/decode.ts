/** From label probabilities to findings: runs of tokens above their threshold, trimmed and split where a name ends. */
import type { Finding } from '../../types.ts'
import * as flags from './flags.ts'
import { NONE, PERSON } from './labels.ts'
import { isParticle } from './particles.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, SPACE_BEFORE, type Tokens } from './tokens.ts'

export function isWord(shape: number): boolean {
  return shape <= shapes.WORD_LIMIT
}

/**
 * Cleans the marks of people, run by run: titles, roles and labels in front of a name are not part of it, small words around
 * capitalised ones neither (particles are), a full stop ends it, and a run of nothing but labels is none.
 */
export function trim(tokens: Tokens, marks: Uint8Array): void {
  let at = 0
  while (at < tokens.count) {
    if (marks[at] !== PERSON) {
      at++
      continue
    }
    const start = at
    while (at < tokens.count && marks[at] === PERSON && (at === start || !hasGap(tokens, at))) {
      if (tokens.shape[at] === shapes.DOT && endsSentence(tokens, marks, at)) break
      at++
    }
    trimRun(tokens, marks, start, at)
    if (at < tokens.count && tokens.shape[at] === shapes.DOT) marks[at++] = NONE
  }
}

/** A line break, blanks as wide as between columns, or a dash between blanks. */
function hasGap(tokens: Tokens, at: number): boolean {
  if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return true
  if (isDash(tokens, at)) return true
  return at > 0 && tokens.start[at]! - tokens.end[at - 1]! >= WIDE && (tokens.spacing[at]! & SPACE_BEFORE) !== 0
}

const WIDE = 2

function isDash(tokens: Tokens, at: number): boolean {
  if (tokens.shape[at] !== shapes.HYPHEN || (tokens.spacing[at]! & SPACE_BEFORE) === 0) return false
  return at + 1 < tokens.count && (tokens.spacing[at + 1]! & SPACE_BEFORE) !== 0
}

function trimRun(tokens: Tokens, marks: Uint8Array, start: number, end: number): void {
  let capitals = 0
  for (let at = start; at < end; at++) if (isCapitalised(tokens.shape[at]!)) capitals++
  // All that stands in quotation marks is one name: `"Nico il Lungo"`.
  const isQuoted = tokens.shape[start - 1] === shapes.QUOTE && end < tokens.count && tokens.shape[end] === shapes.QUOTE
  if (capitals > 0 && !isQuoted)
    for (let at = start; at < end; at++) if (isStray(tokens, at, start, end)) marks[at] = NONE
  let first = start
  while (first < end && (marks[first] === NONE || !isWord(tokens.shape[first]!))) first++
  while (first < end && isFrame(tokens, first) && hasMore(tokens, marks, first + 1, end)) {
    marks[first++] = NONE
    while (first < end && (marks[first] === NONE || !isWord(tokens.shape[first]!))) marks[first++] = NONE
  }
  // `de Tom\u00e1s`, `di Sartori`: a preposition, since a first name takes no particle.
  if (first < end && isPreposition(tokens, first) && hasMore(tokens, marks, first + 1, end)) marks[first++] = NONE
  let last = end - 1
  while (last > first && isFirmEnd(tokens, last)) marks[last--] = NONE
  const isAlone = first < end && !hasMore(tokens, marks, first + 1, end)
  if (isAlone && (isLabel(tokens.flags[first]!) || isSpeaker(tokens, first) || isAbbreviatedTitle(tokens, first)))
    marks[first] = NONE
}

function isPreposition(tokens: Tokens, at: number): boolean {
  const about = tokens.flags[at]!
  if (tokens.shape[at] !== shapes.LOWER_WORD || at + 1 >= tokens.count || (about & flags.FIRST_NAME) !== 0) return false
  return (about & (flags.PARTICLE | flags.COMMON)) !== 0 && (tokens.flags[at + 1]! & flags.FIRST_NAME) !== 0
}

/** `Salonen Tmi`: the legal form of a sole trader. */
function isFirmEnd(tokens: Tokens, at: number): boolean {
  const about = tokens.flags[at]!
  return (about & flags.FIRM_WORD) !== 0 && (about & (flags.FIRST_NAME | flags.LAST_NAME)) === 0
}

function isCapitalised(shape: number): boolean {
  return shape === shapes.CAPITALISED || shape === shapes.ALL_CAPITALS || shape === shapes.MIXED
}

/** A small word in a run that has capitals: only particles between or before names belong to it. */
function isStray(tokens: Tokens, at: number, start: number, end: number): boolean {
  if (tokens.shape[at] !== shapes.LOWER_WORD) return false
  if (!isParticle(tokens, at)) return (tokens.spacing[at]! & SPACE_BEFORE) !== 0 || at === start
  return at === end - 1
}

/** `signora`, `Vater`, `Kunde`, `Dr`: says who follows, names nobody. */
function isFrame(tokens: Tokens, at: number): boolean {
  const about = tokens.flags[at]!
  if (tokens.shape[at] === shapes.INITIAL || isHyphened(tokens, at)) return false
  // `Mac Suibhne`
  if ((about & flags.PARTICLE) !== 0 && (about & flags.LAST_NAME) !== 0 && isCapitalised(tokens.shape[at]!))
    return false
  if ((about & (flags.TITLE | flags.ROLE | flags.FIELD)) !== 0)
    return (about & flags.FIRST_NAME) === 0 || tokens.length[at]! > 2
  return (about & (flags.GREETING | flags.SIGN_OFF)) !== 0 && (about & (flags.FIRST_NAME | flags.LAST_NAME)) === 0
}

/** `Veli-Matti`: half of a name, though the word means brother. */
function isHyphened(tokens: Tokens, at: number): boolean {
  const next = at + 1
  if (next >= tokens.count || tokens.shape[next] !== shapes.HYPHEN) return false
  return (tokens.spacing[next]! & (SPACE_BEFORE | BREAK_BEFORE)) === 0
}

/** A word that labels or greets and is no name besides. */
function isLabel(about: number): boolean {
  if ((about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0) return false
  return (about & (flags.TITLE | flags.FIELD | flags.GREETING | flags.CALENDAR)) !== 0
}

/** `Mag.`, `Cllr.`: says who follows, though it may be a surname elsewhere. */
function isAbbreviatedTitle(tokens: Tokens, at: number): boolean {
  return (tokens.flags[at]! & flags.TITLE) !== 0 && at + 1 < tokens.count && tokens.shape[at + 1] === shapes.DOT
}

/** `Kunde:` opens a line of a transcript, though it may be a surname elsewhere. */
function isSpeaker(tokens: Tokens, at: number): boolean {
  return (
    (tokens.flags[at]! & (flags.FIELD | flags.ROLE)) !== 0 &&
    tokens.shape[at + 1] === shapes.COLON &&
    at + 1 < tokens.count
  )
}

/** Is there another word? Where the run has capitals, it needs one too. */
function hasMore(tokens: Tokens, marks: Uint8Array, from: number, end: number): boolean {
  const isSmall = from > 0 && tokens.shape[from - 1] === shapes.LOWER_WORD
  for (let at = from; at < end; at++) {
    if (marks[at] !== PERSON || !isWord(tokens.shape[at]!)) continue
    if (isSmall || tokens.shape[at] !== shapes.LOWER_WORD) return true
  }
  return false
}

/** A full stop after a word of more than three letters, not an initial or `Jr.`. */
function endsSentence(tokens: Tokens, marks: Uint8Array, at: number): boolean {
  if (at === 0 || marks[at - 1] !== PERSON) return true
  return tokens.length[at - 1]! > 3 && isWord(tokens.shape[at - 1]!)
}

/**
 * Turns marked tokens (`marks[at]` is a label, 0 for none) into findings. A run ends at a line break; symbols at its edges are
 * left out, except the dot of an initial.
 */
export function collect(
  tokens: Tokens,
  marks: Uint8Array,
  label: number,
  type: string,
  scoreOf: (from: number, to: number) => number,
  findings: Finding[],
): void {
  let at = 0
  while (at < tokens.count) {
    if (marks[at] !== label || !isWord(tokens.shape[at]!)) {
      at++
      continue
    }
    let last = at
    for (let next = at + 1; next < tokens.count && marks[next] === label; next++) {
      if (hasGap(tokens, next)) break
      if (isWord(tokens.shape[next]!)) last = next
    }
    const end = endOf(tokens, last)
    // One letter alone names nobody.
    const isLetter = last === at && tokens.shape[at] === shapes.INITIAL
    if (!isLetter) findings.push({ start: tokens.start[at]!, end, type, score: scoreOf(at, last), recognizer: 'names' })
    at = last + 1
  }
}

/** The dot after a final initial belongs to the name: `Anna K.` */
function endOf(tokens: Tokens, last: number): number {
  const next = last + 1
  const isInitial = tokens.shape[last] === shapes.INITIAL
  if (!isInitial || next >= tokens.count || tokens.shape[next] !== shapes.DOT) return tokens.end[last]!
  return (tokens.spacing[next]! & (SPACE_BEFORE | BREAK_BEFORE)) === 0 ? tokens.end[next]! : tokens.end[last]!
}
