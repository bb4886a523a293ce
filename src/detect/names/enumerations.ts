/**
 * What stands in a row is of a kind: in `Rose, lily, Paris Nights, Charlotte Plum` the last is no person, since ordinary words
 * stand among the members and few are surely people. For texts that hold no other personal data; a list of contacts mixes people with towns and posts.
 */
import * as flags from './flags.ts'
import { LABELS, PERSON } from './labels.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, SPACE_BEFORE, type Tokens } from './tokens.ts'

const FEWEST_MEMBERS = 4
const LONGEST_MEMBER = 3
/** With ordinary words among them and a lower mean probability than this, no member is a person. */
const MEAN_OF_PEOPLE = 0.75
/** Natural-log odds. */
const AMONG_THINGS = Math.exp(-6.5)

/** Lowers the probabilities of people among things. */
export function lowerAmongThings(tokens: Tokens, probabilities: Float64Array): void {
  let at = 0
  while (at < tokens.count) {
    const first = at
    let members = 0
    let things = 0
    let people = 0
    let sum = 0
    let end = at
    for (let start = at; start < tokens.count; ) {
      const stop = endOfMember(tokens, start)
      if (stop === start || stop - start > LONGEST_MEMBER) break
      if (hasOrdinaryWord(tokens, start, stop)) things++
      if (isFullName(tokens, start, stop)) people++
      sum += likeliest(probabilities, start, stop)
      members++
      end = stop
      if (!isSeparator(tokens, stop)) break
      start = stop + 1
    }
    const isMixed = things > 0 && people * 3 < members * 2 && sum < members * MEAN_OF_PEOPLE
    if (members >= FEWEST_MEMBERS && isMixed) lower(probabilities, first, end)
    at = Math.max(end, at + 1)
    while (at < tokens.count && tokens.shape[at]! > shapes.WORD_LIMIT) at++
  }
}

const AMONG_PEOPLE = 2.5
const SURE = 0.9

/** What a member of two or three capitalised words gets between commas beside a name in full: `"Lyle Cole", "Nandi Cole"`. */
export function amongPeople(tokens: Tokens, at: number, probabilities: Float64Array): number {
  let start = at
  while (start > 0 && at - start < LONGEST_MEMBER && isMemberWord(tokens, start - 1, start)) start--
  let stop = at + 1
  while (stop < tokens.count && stop - at < LONGEST_MEMBER && isMemberWord(tokens, stop, stop)) stop++
  if (stop - start < 2 || stop - start > LONGEST_MEMBER) return 0
  for (let word = start; word < stop; word++) {
    if ((tokens.flags[word]! & notPeople) !== 0 && (tokens.flags[word]! & (flags.FIRST_NAME | flags.LAST_NAME)) === 0)
      return 0
  }
  const isBeside =
    endsInPerson(tokens, overComma(tokens, start - 1, -1), -1, probabilities) ||
    endsInPerson(tokens, overComma(tokens, stop, 1), 1, probabilities)
  return isBeside ? AMONG_PEOPLE : 0
}

const notPeople =
  flags.COMMON |
  flags.COMPOUND |
  flags.FIRM_WORD |
  flags.PLACE |
  flags.CALENDAR |
  flags.THING |
  flags.TITLE |
  flags.FIELD |
  flags.ROLE

function isMemberWord(tokens: Tokens, at: number, later: number): boolean {
  const shape = tokens.shape[at]!
  return (shape === shapes.CAPITALISED || shape === shapes.MIXED) && (tokens.spacing[later]! & BREAK_BEFORE) === 0
}

/** The token beyond a comma and quotes; -1 where no comma stands. */
function overComma(tokens: Tokens, from: number, step: number): number {
  let commas = 0
  let at = from
  while (at >= 0 && at < tokens.count && (tokens.shape[at] === shapes.COMMA || isQuote(tokens, at))) {
    if (tokens.shape[at] === shapes.COMMA) commas++
    at += step
  }
  return commas === 1 && at >= 0 && at < tokens.count ? at : -1
}

function isQuote(tokens: Tokens, at: number): boolean {
  return tokens.shape[at] === shapes.QUOTE || tokens.shape[at] === shapes.APOSTROPHE
}

/** Two words that are surely people's, from the comma on. */
function endsInPerson(tokens: Tokens, at: number, step: number, probabilities: Float64Array): boolean {
  const next = at + step
  if (at < 0 || next < 0 || next >= tokens.count) return false
  return [at, next].every(word => tokens.shape[word]! <= shapes.MIXED && probabilities[word * LABELS + PERSON]! >= SURE)
}

function hasOrdinaryWord(tokens: Tokens, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) {
    const about = tokens.flags[at]!
    if ((about & (flags.COMMON | flags.THING)) !== 0 && (about & (flags.FIRST_NAME | flags.LAST_NAME)) === 0)
      return true
  }
  return false
}

/** A listed first name and a word that is not ordinary: where two members in three are such, the row is one of people. */
function isFullName({ flags: about, shape }: Tokens, start: number, stop: number): boolean {
  const last = stop - 1
  if (last <= start || shape[start] === shapes.LOWER_WORD || shape[last] === shapes.LOWER_WORD) return false
  if ((about[start]! & (flags.FIRST_NAME | flags.COMMON)) !== flags.FIRST_NAME) return false
  return (about[last]! & (flags.COMMON | flags.THING | flags.PLACE | flags.FIRM_WORD)) === 0
}

/** Words on one line, up to a sign; one word too many is enough to know. */
function endOfMember(tokens: Tokens, start: number): number {
  let stop = start
  while (stop < tokens.count && stop <= start + LONGEST_MEMBER && tokens.shape[stop]! <= shapes.WORD_LIMIT) {
    if (stop > start && (tokens.spacing[stop]! & BREAK_BEFORE) !== 0) break
    stop++
  }
  return stop
}

/** A comma with a blank behind it. */
function isSeparator(tokens: Tokens, at: number): boolean {
  if (at + 1 >= tokens.count || tokens.shape[at] !== shapes.COMMA) return false
  return (tokens.spacing[at + 1]! & SPACE_BEFORE) !== 0 && (tokens.spacing[at]! & BREAK_BEFORE) === 0
}

function likeliest(probabilities: Float64Array, start: number, stop: number): number {
  let best = 0
  for (let at = start; at < stop; at++) best = Math.max(best, probabilities[at * LABELS + PERSON]!)
  return best
}

function lower(probabilities: Float64Array, start: number, stop: number): void {
  for (let at = start; at < stop; at++) {
    const person = probabilities[at * LABELS + PERSON]!
    const odds = (person / (1 - person + 1e-9)) * AMONG_THINGS
    probabilities[at * LABELS + PERSON] = odds / (1 + odds)
  }
}
