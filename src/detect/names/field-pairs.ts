/**
 * Two fields that make one: `{"name": "First name", "value": "Orla"}`, `{"question": "What is your full name?", "answer": "..."}`,
 * `<input name="last_name" value="...">`, and the same in YAML. What the first says is a label: it names nobody, and it says
 * whether the second does.
 */
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import { fieldStrength } from './name-fields.ts'
import { addPerson, COLUMN } from './odds.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, hashWord, type Tokens } from './tokens.ts'

/** Keys whose values say what another field holds. */
const naming = setOf(
  'name label title key field fieldname fieldlabel question prompt property attribute column header caption',
)
/** Keys of what the other field holds. */
const holding = setOf('value values val answer answers response responses content text')
/** Elements and functions whose `name` is that of a field. */
const elements = setOf('field input param parameter column property attribute label option setting variable item entry')

function setOf(words: string): HashSet {
  return new HashSet(words.split(' ').map(hashWord))
}

const LONGEST_LABEL = 12
/** Tokens between the label and the key of its value. */
const REACH = 16
const LABEL = -6
const VALUE_OF_ROLE = 4
const VALUE_OF_OTHER = -4

/** `at` is a colon or an equals sign. */
export function addFieldPair(
  tokens: Tokens,
  at: number,
  raiseValue: (tokens: Tokens, from: number, scores: Float64Array) => void,
  scores: Float64Array,
): void {
  const key = keyBefore(tokens, at)
  if (key < 0 || !naming.has(tokens.word[key]!)) return
  const start = isMark(tokens.shape[at + 1]!) ? at + 2 : at + 1
  const end = endOfValue(tokens, start, at + 1)
  if (end <= start) return
  const value = valueBehind(tokens, end)
  const isElement = key > 1 && tokens.shape[key - 2] === shapes.LESS && elements.has(tokens.word[key - 1]!)
  if (value < 0 && !isElement) return
  for (let word = start; word < end; word++) addPerson(scores, word, LABEL)
  if (value < 0) return
  const strength = strengthOf(tokens, start, end)
  if (strength === 2) raiseValue(tokens, value, scores)
  else addToWords(tokens, value, strength === 1 ? VALUE_OF_ROLE : VALUE_OF_OTHER, scores)
}

/** `Name` alone names people here: the name of a thing has a label of its own. */
function strengthOf(tokens: Tokens, start: number, end: number): number {
  const strength = fieldStrength(tokens, start, end)
  return strength === 1 && end - start === 1 && (tokens.flags[start]! & flags.FIELD) !== 0 ? 2 : strength
}

function isMark(shape: number): boolean {
  return shape === shapes.QUOTE || shape === shapes.APOSTROPHE
}

function keyBefore(tokens: Tokens, at: number): number {
  let key = at - 1
  while (key > 0 && at - key < 4 && tokens.shape[key]! > shapes.WORD_LIMIT) key--
  return key >= 0 && tokens.shape[key]! <= shapes.WORD_LIMIT ? key : -1
}

/** The quote that closes, or the end of the line. */
function endOfValue(tokens: Tokens, start: number, first: number): number {
  const isQuoted = start > first
  for (let at = start; at < tokens.count && at <= start + LONGEST_LABEL; at++) {
    if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0) return isQuoted ? -1 : at
    if (isQuoted && tokens.shape[at] === tokens.shape[start - 1]) return at
  }
  return -1
}

/** Where the value of the next holding key begins. */
function valueBehind(tokens: Tokens, from: number): number {
  for (let at = from; at < Math.min(tokens.count - 1, from + REACH); at++) {
    const shape = tokens.shape[at]!
    if (shape === shapes.CLOSE_BRACE || shape === shapes.GREATER || shape === shapes.LESS) return -1
    if (shape > shapes.WORD_LIMIT) continue
    let sign = at + 1
    if (isMark(tokens.shape[sign]!)) sign++
    const isKey = tokens.shape[sign] === shapes.COLON || tokens.shape[sign] === shapes.EQUALS
    if (isKey && holding.has(tokens.word[at]!)) return sign + 1
    if (isKey && naming.has(tokens.word[at]!)) return -1
  }
  return -1
}

function addToWords(tokens: Tokens, from: number, amount: number, scores: Float64Array): void {
  let words = 0
  for (let at = from; at < Math.min(tokens.count, from + LONGEST_LABEL); at++) {
    const shape = tokens.shape[at]!
    if ((tokens.spacing[at]! & BREAK_BEFORE) !== 0 && words > 0) return
    if (words > 0 && isMark(shape)) return
    if (shape > shapes.WORD_LIMIT) continue
    words++
    const isOrdinary = (tokens.flags[at]! & (flags.COMMON | flags.FIRM_WORD)) !== 0
    if (amount < 0 || !isOrdinary) addPerson(scores, at, Math.min(amount, COLUMN))
  }
}
