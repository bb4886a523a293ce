/** People by what is theirs or what they are called: `hamish-ipad`, `("Alva Muirden", "alva@firm.example")`, `alias "Slim Joe"`. */
import { aliases, devices, ownDevices } from './cue-words.ts'
import * as flags from './flags.ts'
import { addPerson, addToField } from './odds.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, type Tokens } from './tokens.ts'

/** Natural-log odds: enough for a word in small letters, and in technical text. */
const OWNER = 16
const BESIDE_ADDRESS = 9
const CALLED = 8
const MOST_WORDS = 4

/** `henry-laptop`, `henrys-laptop`, `henry's-laptop`: a listed first name before the hyphen at `at`. Says whether it is one. */
export function addOwner(tokens: Tokens, at: number, scores: Float64Array): boolean {
  const device = at + 1
  if (at === 0 || device >= tokens.count || tokens.spacing[at] !== 0 || tokens.spacing[device] !== 0) return false
  if (!devices.has(tokens.word[device]!)) return false
  // The letter behind an apostrophe belongs to the owner.
  const isGenitive = at > 2 && tokens.length[at - 1] === 1 && tokens.shape[at - 2] === shapes.APOSTROPHE
  const owner = isGenitive ? at - 3 : at - 1
  if (tokens.shape[owner]! > shapes.MIXED || (tokens.flags[owner]! & (flags.FIRST_NAME | flags.NAME_STEM)) === 0)
    return false
  const isOrdinary = (tokens.flags[owner]! & flags.COMMON) !== 0
  if (isOrdinary && !ownDevices.has(tokens.word[device]!)) return false
  addToField(scores, owner, OWNER)
  addPerson(scores, device, -OWNER)
  return true
}

/** What stands in the quotes that open at `at`. */
export function addQuoted(tokens: Tokens, at: number, scores: Float64Array): void {
  let end = at + 1
  while (end < tokens.count && end <= at + MOST_WORDS && tokens.shape[end]! <= shapes.MIXED) end++
  if (end === at + 1 || end >= tokens.count || tokens.shape[end] !== shapes.QUOTE || hasBreak(tokens, at + 1, end))
    return
  const amount = isAlias(tokens, at, end) ? CALLED : isBesideAddress(tokens, at + 1, end) ? BESIDE_ADDRESS : 0
  if (amount > 0) for (let word = at + 1; word < end; word++) addToField(scores, word, amount)
}

function hasBreak(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return true
  return false
}

/** `known as "..."`, `detto "..."`: what opens with a capital, with a word that means nothing else. */
function isAlias(tokens: Tokens, at: number, end: number): boolean {
  const word = at > 1 && tokens.shape[at - 1]! > shapes.WORD_LIMIT ? at - 2 : at - 1
  if (word < 0 || !aliases.has(tokens.word[word]!) || tokens.shape[word] !== shapes.LOWER_WORD) return false
  if (tokens.shape[at + 1] !== shapes.CAPITALISED) return false
  for (let part = at + 1; part < end; part++) {
    const about = tokens.flags[part]!
    const isName = (about & flags.FIRST_NAME) !== 0 || (about & (flags.COMMON | flags.PLACE | flags.FIRM_WORD)) === 0
    if (isName && tokens.shape[part] === shapes.CAPITALISED && (about & flags.CALENDAR) === 0) return true
  }
  return false
}

/** Two or three words with capitals in a cell, none of them ordinary, and an e-mail address in the next. */
function isBesideAddress(tokens: Tokens, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 3) return false
  for (let at = start; at < end; at++) {
    if (tokens.shape[at] !== shapes.CAPITALISED || (tokens.flags[at]! & notOfPeople) !== 0) return false
  }
  const next = end + 1
  if (next + 1 >= tokens.count || tokens.shape[next] !== shapes.COMMA) return false
  return (
    tokens.shape[next + 1] === shapes.EMAIL ||
    (tokens.shape[next + 1] === shapes.QUOTE && tokens.shape[next + 2] === shapes.EMAIL)
  )
}

const notOfPeople = flags.COMMON | flags.FIRM_WORD | flags.THING | flags.CALENDAR | flags.FIELD | flags.ROLE
