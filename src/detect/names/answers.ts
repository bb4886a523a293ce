/** What is said to be a name: `What is your name?`, and on the next line `pixel_nan: yeah it's nan quintarosk`. */
import * as flags from './flags.ts'
import { fieldStrength } from './name-fields.ts'
import { addToField, COLUMN, COMMON_IN_COLUMN } from './odds.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, type Tokens } from './tokens.ts'

const QUESTION_REACH = 8
/** `[19:26] <pixel_nan>:` */
const LONGEST_SPEAKER = 12
const MOST_OPENING = 5
const MOST_PARTS = 4

/** Raises the words of a name in the line below the question mark at `mark`. */
export function addAnswer(tokens: Tokens, mark: number, scores: Float64Array): void {
  const line = mark + 1
  if (line >= tokens.count || (tokens.spacing[line]! & BREAK_BEFORE) === 0) return
  if (fieldStrength(tokens, startOfQuestion(tokens, mark), mark) === 0) return
  const first = startOfName(tokens, startOfAnswer(tokens, line))
  let end = first
  let about = 0
  let isUnusual = false
  while (end < tokens.count && end < first + MOST_PARTS && isPart(tokens, end)) {
    if (end > first && !isInLine(tokens, end)) break
    about |= tokens.flags[end]!
    isUnusual ||= (tokens.flags[end]! & flags.COMMON) === 0
    end++
  }
  // `Mio nipote`: a name and a word besides.
  if (!isUnusual || (about & (flags.FIRST_NAME | flags.LAST_NAME)) === 0) return
  for (let at = first; at < end; at++)
    addToField(scores, at, (tokens.flags[at]! & flags.COMMON) === 0 ? COLUMN : COMMON_IN_COLUMN)
}

function startOfQuestion(tokens: Tokens, mark: number): number {
  let start = mark
  while (start > 0 && mark - start < QUESTION_REACH && isInLine(tokens, start)) start--
  return start
}

/** Behind who speaks: the last colon near the beginning of the line that is none of a time. */
function startOfAnswer(tokens: Tokens, line: number): number {
  let start = line
  for (let at = line; at + 1 < tokens.count && at < line + LONGEST_SPEAKER; at++) {
    if (at > line && !isInLine(tokens, at)) break
    if (tokens.shape[at] === shapes.COLON && tokens.shape[at + 1] !== shapes.NUMBER) start = at + 1
  }
  return start
}

/** Over `yeah it's`, `tak`, `az. a nevem`. */
function startOfName(tokens: Tokens, from: number): number {
  let at = from
  while (
    at < tokens.count &&
    at < from + MOST_OPENING &&
    opensAnswer(tokens, at) &&
    (at === from || isInLine(tokens, at))
  )
    at++
  return at
}

function opensAnswer(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]!
  if (shape > shapes.WORD_LIMIT) return shape === shapes.DOT || shape === shapes.COMMA || shape === shapes.APOSTROPHE
  return !isName(tokens, at) && (tokens.flags[at]! & flags.COMMON) !== 0
}

/** A word that no dictionary has, or one of a name. */
function isPart(tokens: Tokens, at: number): boolean {
  if (tokens.shape[at]! > shapes.MIXED || tokens.length[at]! < 2) return false
  return isName(tokens, at) || (tokens.flags[at]! & flags.COMMON) === 0
}

function isName(tokens: Tokens, at: number): boolean {
  return (tokens.flags[at]! & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
}

function isInLine(tokens: Tokens, at: number): boolean {
  return (tokens.spacing[at]! & BREAK_BEFORE) === 0
}
