/**
 * How much surer than usual the model has to be of a word, by what is known of it. Its probabilities are right on the whole, not
 * for each class of words: at the same score nine in ten capitalised ordinary words that open a sentence are no names, and half of
 * the listed first names are some. Natural-log odds, from counts of right and wrong by class (development and foreign texts).
 */
import type { Surroundings } from './features.ts'
import * as flags from './flags.ts'
import * as shapes from './shapes.ts'
import type { TextKind } from './text-kind.ts'
import { BREAK_BEFORE, type Tokens } from './tokens.ts'

/** Natural-log odds as a factor of odds. */
const odds = Math.exp

/** Prose has fewer people and more capitals than records; in technical text nothing is made easier. */
const easierInProse = { firstName: odds(0.4), lastName: odds(-0.4) }
const easierInRecords = { firstName: odds(-1.2), lastName: odds(-0.5) }
const harderInProse = {
  small: odds(6),
  capitals: odds(6),
  listedCapitals: odds(3),
  compound: odds(1),
  ordinary: odds(1.5),
  ordinaryInside: odds(0.5),
  opening: odds(1),
  inside: odds(0),
}
const harderInRecords = {
  small: odds(1.4),
  capitals: odds(1.1),
  listedCapitals: odds(0.4),
  compound: odds(1.5),
  ordinary: odds(1.1),
  ordinaryInside: odds(0.5),
  opening: odds(0.3),
  inside: odds(0),
}
const OPENING_SURNAME = odds(0.5)

/** In a line in small letters where other lines have capitals. */
const LISTED_IN_SMALL_LINE = odds(1.4)
const UNKNOWN_IN_SMALL_LINE = odds(3)

const LABEL = odds(1.5)
/** Beyond other words in capitals. */
const IN_HEADING = odds(3)

/** The least that any class gets, for a first look. */
export const EASIEST = odds(-1.2)

/** By what factor the odds of a word must be higher than those of the threshold of the text. */
export function surplus(tokens: Tokens, around: Surroundings, at: number, kind: TextKind): number {
  const harder = kind === 'record' ? harderInRecords : harderInProse
  const shape = tokens.shape[at]!
  const about = tokens.flags[at]!
  if (shape === shapes.LOWER_WORD)
    return around.casing[at] === 1 ? 1 : around.casing[at] === 3 ? inSmallLine(about) : harder.small
  if (around.casing[at] !== 0) return 1
  const isListed = (about & (flags.FIRST_NAME | flags.LAST_NAME)) !== 0
  if (shape === shapes.ALL_CAPITALS) {
    if (isBesideName(tokens, at)) return 1
    if (isListed) return harder.listedCapitals
    return isInHeading(tokens, at) ? harder.capitals * IN_HEADING : harder.capitals
  }
  if (isBesideName(tokens, at)) return kind === 'technical' ? 1 : easierIn(kind).firstName
  const isCommon = (about & (flags.COMMON | flags.CALENDAR)) !== 0
  const isOpening = opensSentence(tokens, at)
  if (isOpening && !isListed && isLabel(tokens, at)) return harder.opening * LABEL
  if (isCommon) return isOpening ? harder.ordinary : isListed ? 1 : harder.ordinaryInside
  if ((about & flags.FIRST_NAME) !== 0) return kind === 'technical' ? 1 : easierIn(kind).firstName
  if ((about & (flags.LAST_NAME | flags.NAME_STEM)) !== 0)
    return kind === 'technical' ? 1 : easierIn(kind).lastName * (isOpening ? OPENING_SURNAME : 1)
  if ((about & flags.COMPOUND) !== 0) return harder.compound
  return isOpening ? harder.opening : harder.inside
}

/** `Carrier: ...`: an unlisted word before a colon labels what follows; speakers have been raised by then. */
function isLabel(tokens: Tokens, at: number): boolean {
  const colon = at + 1
  return colon < tokens.count && tokens.shape[colon] === shapes.COLON && tokens.spacing[colon] === 0
}

/** `MOTOR CLAIM`: among words in capitals one is ordinary, and none a name. */
function isInHeading(tokens: Tokens, at: number): boolean {
  for (let word = at - 1; word <= at + 1; word++) {
    if (word < 0 || word >= tokens.count || tokens.shape[word] !== shapes.ALL_CAPITALS) continue
    const later = Math.max(word, at)
    if (word !== at && (tokens.spacing[later]! & BREAK_BEFORE) !== 0) continue
    const about = tokens.flags[word]!
    const isOrdinary = (about & (flags.COMMON | flags.COMPOUND | flags.CALENDAR)) !== 0
    if (isOrdinary && (about & (flags.FIRST_NAME | flags.LAST_NAME)) === 0) return true
  }
  return false
}

function inSmallLine(about: number): number {
  return (about & flags.ANY_NAME) === 0 ? UNKNOWN_IN_SMALL_LINE : LISTED_IN_SMALL_LINE
}

function easierIn(kind: TextKind): typeof easierInProse {
  return kind === 'record' ? easierInRecords : easierInProse
}

/** Does a listed first name stand beside, as in a name in full? */
function isBesideName(tokens: Tokens, at: number): boolean {
  return isListedName(tokens, at - 1, at) || isListedName(tokens, at + 1, at + 1)
}

function isListedName(tokens: Tokens, at: number, later: number): boolean {
  if (at < 0 || at >= tokens.count || (tokens.spacing[later]! & BREAK_BEFORE) !== 0) return false
  const shape = tokens.shape[at]!
  if (shape === shapes.INITIAL) return true
  const about = tokens.flags[at]!
  return (
    shape !== shapes.LOWER_WORD &&
    shape <= shapes.MIXED &&
    (about & (flags.FIRST_NAME | flags.COMMON)) === flags.FIRST_NAME
  )
}

function opensSentence(tokens: Tokens, at: number): boolean {
  if (at === 0 || (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return true
  const before = tokens.shape[at - 1]!
  if (before === shapes.DOT && at > 1 && isAbbreviated(tokens, at - 2)) return false
  return before > shapes.CODE && before !== shapes.COMMA && before !== shapes.OPEN && before !== shapes.HYPHEN
}

/** `Dr.`, `K.`, `Ph.`: what follows opens no sentence. */
function isAbbreviated(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]!
  if (shape !== shapes.CAPITALISED && shape !== shapes.INITIAL) return false
  return tokens.length[at]! <= 2 || ((tokens.flags[at]! & flags.TITLE) !== 0 && tokens.length[at]! <= 4)
}
