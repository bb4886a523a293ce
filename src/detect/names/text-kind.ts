/**
 * What kind of text it is, since the same evidence means more in one than in another: a record that holds other personal data,
 * running prose, or technical text (recipes, manuals, logs, code), where names are mostly those of things.
 */
import type { Finding } from '../../types.ts'
import * as flags from './flags.ts'
import { LABELS, NONE, PERSON } from './labels.ts'
import * as shapes from './shapes.ts'
import type { Tokens } from './tokens.ts'

export type TextKind = 'record' | 'prose' | 'technical'

/** Numbers and codes per word from which a text is technical. News has 0.02 to 0.08, recipes and manuals 0.1 to 1. */
const NUMBERS_PER_WORD = 0.1
/** The same for symbols other than full stop and comma. */
const SYMBOLS_PER_WORD = 0.6
/** Too short to count anything. */
const FEW_WORDS = 12

/** Names say nothing of the kind: in a text that was scrubbed before, they are placeholders. */
function isNameType(type: string): boolean {
  return type === 'PERSON' || type === 'LOCATION' || type === 'ORGANIZATION'
}

/** `probabilities` are those of the tokens' labels. */
export function kindOfText(findings: readonly Finding[], tokens: Tokens, probabilities: Float64Array): TextKind {
  if (findings.some(({ type }) => !isNameType(type))) return 'record'
  let words = 0
  let numbers = 0
  let symbols = 0
  for (let at = 0; at < tokens.count; at++) {
    const shape = tokens.shape[at]!
    if (shape <= shapes.WORD_LIMIT) words++
    else if (shape === shapes.NUMBER) numbers += isYear(tokens, at) ? 0 : 1
    else if (shape === shapes.CODE) numbers++
    else if (shape !== shapes.DOT && shape !== shapes.COMMA) symbols++
  }
  if (words < FEW_WORDS) return 'prose'
  const isTechnical = numbers > words * NUMBERS_PER_WORD || symbols > words * SYMBOLS_PER_WORD
  if (!isTechnical) return 'prose'
  return sureNames(tokens, probabilities) * WORDS_PER_SURE_NAME >= words ? 'record' : 'technical'
}

/** From 1900 to 2099: prose tells when something was, `from 2019 to 2022`. */
function isYear(tokens: Tokens, at: number): boolean {
  if (tokens.end[at]! - tokens.start[at]! !== 4) return false
  const start = tokens.start[at]! - tokens.base
  const century = (tokens.units[start]! - ZERO) * 10 + tokens.units[start + 1]! - ZERO
  return century === 19 || century === 20
}

const ZERO = 0x30

/** Names in full that leave no doubt: a known first name and a word no dictionary has. */
function sureNames(tokens: Tokens, probabilities: Float64Array): number {
  let count = 0
  for (let at = 1; at < tokens.count; at++) {
    if (!isSure(at, probabilities) || !isSure(at - 1, probabilities)) continue
    const pair = tokens.flags[at - 1]! | tokens.flags[at]!
    if ((pair & flags.FIRST_NAME) === 0 || (pair & flags.COMMON) !== 0) continue
    if (tokens.given[at] !== NONE || tokens.given[at - 1] !== NONE) continue
    if (tokens.shape[at]! <= shapes.WORD_LIMIT && tokens.shape[at - 1]! <= shapes.WORD_LIMIT) count++
  }
  return count
}

const SURE = 0.97
/** One such name in so many words makes a record of a technical text. */
const WORDS_PER_SURE_NAME = 60

function isSure(at: number, probabilities: Float64Array): boolean {
  return probabilities[at * LABELS + PERSON]! >= SURE
}
