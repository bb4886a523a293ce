/**
 * Words that say that a person's name follows or stands alone below: titles, greetings, sign-offs, relations. The model knows many of
 * them, yet a name never seen before often stays below the threshold beside one. Natural-log odds.
 */
import type { Surroundings } from './features.ts'
import * as flags from './flags.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, type Tokens } from './tokens.ts'

const AFTER_TITLE = 3
/** `Frau Mag.`, `Prof. Dr.` */
const AFTER_TITLES = 8
const AFTER_SMALL_TITLE = 1.5
const GREETED = 3.5
const SIGNED = 2.5
const AFTER_ROLE = 1.5
/** A word that is ordinary elsewhere gets this share. */
const COMMON_SHARE = 0.3

const LONGEST_GREETING = 5
const LONGEST_SIGNATURE = 3

/** What the words before and above add to the score of a capitalised word. */
export function cueFor(tokens: Tokens, around: Surroundings, at: number): number {
  const about = tokens.flags[at]!
  const isName = (about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
  if (!isName && (about & notNames) !== 0) return 0
  const amount = Math.max(afterTitle(tokens, at), greeted(tokens, around, at), signed(tokens, around, at))
  return (about & flags.COMMON) !== 0 && (about & flags.FIRST_NAME) === 0 ? amount * COMMON_SHARE : amount
}

const notNames =
  flags.TITLE |
  flags.ROLE |
  flags.FIELD |
  flags.GREETING |
  flags.SIGN_OFF |
  flags.FIRM_WORD |
  flags.CALENDAR |
  flags.THING

function afterTitle(tokens: Tokens, at: number): number {
  const title = wordBefore(tokens, at)
  if (title < 0) return 0
  const about = tokens.flags[title]!
  if ((about & flags.ROLE) !== 0 && (about & flags.TITLE) === 0) return AFTER_ROLE
  if ((about & flags.TITLE) === 0) return 0
  const isAbbreviated = title < at - 1
  const other = wordBefore(tokens, title)
  if (other >= 0 && (tokens.flags[other]! & flags.TITLE) !== 0 && isCapital(tokens, other)) return AFTER_TITLES
  if ((about & flags.FIRST_NAME) !== 0) return 0
  if (isAbbreviated || isCapital(tokens, title)) return AFTER_TITLE
  return tokens.length[title]! > 2 ? AFTER_SMALL_TITLE : 0
}

/** The word before on the same line, over the full stop of an abbreviation; -1 where none stands. */
function wordBefore(tokens: Tokens, at: number): number {
  if (at === 0 || (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return -1
  const isDot = tokens.shape[at - 1] === shapes.DOT && at > 1 && (tokens.spacing[at - 1]! & BREAK_BEFORE) === 0
  const before = isDot ? at - 2 : at - 1
  return tokens.shape[before]! <= shapes.WORD_LIMIT && tokens.given[before] === 0 ? before : -1
}

/** `Dear Tamsin,`: nothing but words of greeting before, and the end of the line or a sign behind. */
function greeted(tokens: Tokens, around: Surroundings, at: number): number {
  const line = around.line[at]!
  if (at === line || at - line > LONGEST_GREETING || (tokens.flags[line]! & flags.GREETING) === 0) return 0
  for (let word = line + 1; word < at; word++) {
    if (tokens.shape[word] === shapes.DOT) continue
    if ((tokens.flags[word]! & (flags.GREETING | flags.TITLE | flags.FIRST_NAME)) === 0) return 0
  }
  return around.toEnd[at] === 0 || closesGreeting(tokens.shape[at + 1]!) ? GREETED : 0
}

function closesGreeting(shape: number): boolean {
  return shape === shapes.COMMA || shape === shapes.COLON || shape === shapes.EXCLAMATION || shape <= shapes.MIXED
}

/** A short line below one that takes leave: `Thanks,` and `Ros`. */
function signed(tokens: Tokens, around: Surroundings, at: number): number {
  const above = around.lineBefore[at]!
  const line = around.line[at]!
  if (above < 0 || at - line >= LONGEST_SIGNATURE || around.toEnd[at]! >= LONGEST_SIGNATURE) return 0
  if (line - above > LONGEST_GREETING) return 0
  for (let word = above; word < line; word++) if ((tokens.flags[word]! & flags.SIGN_OFF) !== 0) return SIGNED
  return 0
}

function isCapital(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] === shapes.CAPITALISED || tokens.shape[at] === shapes.ALL_CAPITALS
}
