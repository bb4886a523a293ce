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
const MEAN_OF_PEOPLE = 0.65
/** Natural-log odds. */
const AMONG_THINGS = Math.exp(-4.5)

/** Lowers the probabilities of people among things. */
export function lowerAmongThings(tokens: Tokens, probabilities: Float64Array): void {
  let at = 0
  while (at < tokens.count) {
    const first = at
    let members = 0
    let things = 0
    let sum = 0
    let end = at
    for (let start = at; start < tokens.count; ) {
      const stop = endOfMember(tokens, start)
      if (stop === start || stop - start > LONGEST_MEMBER) break
      if (hasOrdinaryWord(tokens, start, stop)) things++
      sum += likeliest(probabilities, start, stop)
      members++
      end = stop
      if (!isSeparator(tokens, stop)) break
      start = stop + 1
    }
    if (members >= FEWEST_MEMBERS && things > 0 && sum < members * MEAN_OF_PEOPLE) lower(probabilities, first, end)
    at = Math.max(end, at + 1)
    while (at < tokens.count && tokens.shape[at]! > shapes.WORD_LIMIT) at++
  }
}

function hasOrdinaryWord(tokens: Tokens, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) {
    const about = tokens.flags[at]!
    if ((about & (flags.COMMON | flags.THING)) !== 0 && (about & (flags.FIRST_NAME | flags.LAST_NAME)) === 0)
      return true
  }
  return false
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
