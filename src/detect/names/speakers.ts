/**
 * The speakers of a chat or transcript: words before a colon that open several lines, where some are surely people. What such a
 * word means elsewhere counts little then (`Pika:`, `Ludo:`).
 */
import { speakersByRole } from './cue-words.ts'
import * as flags from './flags.ts'
import { LABELS, NONE, PERSON } from './labels.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, type Tokens } from './tokens.ts'

/** Tokens before the speaker: a time, a date, brackets. */
const LONGEST_STAMP = 10
const MOST_WORDS = 3
/** Lines beyond are of the same speakers. */
const MOST_TURNS = 500
/** Of the lines, so many in ten open with a speaker. */
const TURNS_IN_TEN = 5
/** Lines before the first turns. */
const MOST_LINES_BEFORE = 8
const SURE = 0.75

/** Factors on the odds. */
const REPEATED = Math.exp(6)
const ONCE = Math.exp(1.5)
/** The least that is assumed of a word that was not looked at. */
const LEAST = 0.05

interface Turn {
  readonly start: number
  readonly end: number
}

/** Raises the probabilities of speakers. */
export function raiseSpeakers(tokens: Tokens, probabilities: Float64Array): void {
  const turns: Turn[] = []
  let lines = 0
  let handles = 0
  for (let line = 0; line < tokens.count && turns.length < MOST_TURNS; line = nextLine(tokens, line)) {
    lines++
    const turn = turnAt(tokens, line)
    if (turn !== undefined) turns.push(turn)
    else if (isTurnOfHandle(tokens, line)) handles++
    else if ((turns.length + handles) * 10 < (lines - MOST_LINES_BEFORE) * TURNS_IN_TEN) return
  }
  const all = turns.length + handles
  if (all < 3 || all * 10 < lines * TURNS_IN_TEN) return
  const counts = new Map<number, number>()
  for (const { start } of turns) counts.set(tokens.word[start]!, (counts.get(tokens.word[start]!) ?? 0) + 1)
  if (!isDialogue(tokens, turns, counts, probabilities) && !(handles > 1 && isAnswered(tokens, turns, counts))) return
  for (const turn of turns) raiseTurn(tokens, turn, counts.get(tokens.word[turn.start]!)!, probabilities)
}

function nextLine(tokens: Tokens, line: number): number {
  let next = line + 1
  while (next < tokens.count && (tokens.spacing[next]! & BREAK_BEFORE) === 0) next++
  return next
}

/** `[12:01] Nea:`, `mille:`, `Jonas K:`, `Gwenaëlle 🌸 :`, `Helpdesk (Imre):` */
function turnAt(tokens: Tokens, line: number): Turn | undefined {
  let start = line
  while (start < tokens.count && start < line + LONGEST_STAMP && isStamp(tokens, start)) start++
  if (start >= tokens.count || (start > line && (tokens.spacing[start]! & BREAK_BEFORE) !== 0)) return undefined
  for (let at = start; at < tokens.count && at <= start + MOST_WORDS; at++) {
    if (at > start && (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return undefined
    if (tokens.shape[at] === shapes.COLON) return at > start ? { start, end: at } : undefined
    if (at > start && tokens.shape[at] === shapes.OPEN) return turnInBrackets(tokens, at + 1)
    if (at > start && tokens.shape[at] === shapes.SYMBOL) return turnWithPicture(tokens, start, at)
    if (tokens.shape[at]! > shapes.MIXED || tokens.given[at] !== NONE) return undefined
  }
  return undefined
}

function turnInBrackets(tokens: Tokens, start: number): Turn | undefined {
  for (let at = start; at + 1 < tokens.count && at <= start + MOST_WORDS; at++) {
    if (tokens.shape[at] === shapes.CLOSE)
      return at > start && tokens.shape[at + 1] === shapes.COLON ? { start, end: at } : undefined
    if (tokens.shape[at]! > shapes.MIXED || tokens.given[at] !== NONE) return undefined
  }
  return undefined
}

/** Pictures are symbols, several to one where it has a colour. */
function turnWithPicture(tokens: Tokens, start: number, end: number): Turn | undefined {
  for (let at = end; at < tokens.count && at < end + LONGEST_PICTURE; at++) {
    if (tokens.shape[at] === shapes.COLON) return { start, end }
    if (tokens.shape[at] !== shapes.SYMBOL || (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return undefined
  }
  return undefined
}

const LONGEST_PICTURE = 8

function isStamp(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]!
  return shape > shapes.WORD_LIMIT && (shape < shapes.EMAIL || shape === shapes.STRUCTURED || shape > shapes.SYMBOL)
}

/** Two speakers at least that come back, or one and a listed first name; and one of them surely a person. */
function isDialogue(
  tokens: Tokens,
  turns: readonly Turn[],
  counts: ReadonlyMap<number, number>,
  probabilities: Float64Array,
): boolean {
  const people = new Set<number>()
  const back = new Set<number>()
  for (const { start } of turns) {
    const word = tokens.word[start]!
    if (isRole(tokens, start)) continue
    const isListed = (tokens.flags[start]! & flags.FIRST_NAME) !== 0
    if (isListed && probabilities[start * LABELS + PERSON]! >= SURE) people.add(word)
    if (counts.get(word)! > 1) back.add(word)
  }
  if (people.size === 0 || back.size === 0) return false
  return people.size > 1 || [...people].some(word => back.has(word))
}

/** `+33 6 39 98 44 62 : ...`, `wolfi_85: ...`: a line of somebody who is called by a number or an account. */
function isTurnOfHandle(tokens: Tokens, line: number): boolean {
  for (let at = line; at + 1 < tokens.count && at < line + LONGEST_STAMP; at++) {
    if (at > line && (tokens.spacing[at]! & BREAK_BEFORE) !== 0) return false
    const isHandle = tokens.shape[at] === shapes.USER_NAME || tokens.shape[at] === shapes.STRUCTURED
    if (isHandle && tokens.shape[at + 1] === shapes.COLON) return true
  }
  return false
}

/** Who speaks with accounts: somebody who comes back under a word that is not ordinary. */
function isAnswered(tokens: Tokens, turns: readonly Turn[], counts: ReadonlyMap<number, number>): boolean {
  const ordinary = flags.COMMON | flags.COMPOUND | flags.FIRM_WORD
  return turns.some(({ start }) => {
    const about = tokens.flags[start]!
    const isName = (about & flags.FIRST_NAME) !== 0 || (about & ordinary) === 0
    const isNamed = tokens.shape[start] === shapes.CAPITALISED && isName
    return isNamed && counts.get(tokens.word[start]!)! > 1 && !isRole(tokens, start)
  })
}

/** `Kunde`, `Frage`, `System`; words that name fields, unless they are first names too. */
function isRole(tokens: Tokens, at: number): boolean {
  const about = tokens.flags[at]!
  if (speakersByRole.has(tokens.word[at]!)) return true
  return (about & (flags.FIELD | flags.ROLE | flags.TITLE)) !== 0 && (about & flags.FIRST_NAME) === 0
}

function raiseTurn(tokens: Tokens, { start, end }: Turn, count: number, probabilities: Float64Array): void {
  for (let at = start; at < end; at++) if (isRole(tokens, at)) return
  const isOrdinary = (tokens.flags[start]! & (flags.COMMON | flags.FIRST_NAME)) === flags.COMMON
  if (isOrdinary && (count < 2 || tokens.shape[start] === shapes.LOWER_WORD)) return
  const factor = count > 1 ? REPEATED : ONCE
  for (let at = start; at < end; at++) {
    const person = Math.max(probabilities[at * LABELS + PERSON]!, LEAST)
    const odds = (person / (1 - person + 1e-9)) * factor
    probabilities[at * LABELS + PERSON] = odds / (1 + odds)
  }
}
