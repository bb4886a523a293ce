/**
 * Names in the names of files: `cv_anna_kowalska.pdf`, `invoice-jan-de-vries.docx`. Nothing there has a capital, so only a listed
 * first name with a word beside it, or a name that the text holds elsewhere, is one.
 */
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import { type KnownNames, match, WORD_MATCH } from './known-names.ts'
import { LABELS, NONE, PERSON } from './labels.ts'
import * as shapes from './shapes.ts'
import { hashWord, type Tokens } from './tokens.ts'

/** Of documents, pictures and recordings that people send, not of code and settings. */
const extensions = new HashSet(
  'pdf doc docx xls xlsx odt ods rtf txt csv jpg jpeg png heic tif tiff msg eml vcf zip mp3 mp4 wav m4a ppt pptx pages'
    .split(' ')
    .map(hashWord),
)
const MOST_PARTS = 20
const SHORTEST = 3
const FOUND = 0.9999

/** Raises the probabilities of names in the names of files. */
export function raiseFileNames(tokens: Tokens, known: KnownNames, probabilities: Float64Array): void {
  for (let at = 2; at < tokens.count; at++) {
    if (tokens.spacing[at] !== 0 || tokens.shape[at - 1] !== shapes.DOT || tokens.spacing[at - 1] !== 0) continue
    if (tokens.shape[at] !== shapes.LOWER_WORD || !extensions.has(tokens.word[at]!)) continue
    raiseParts(tokens, startOf(tokens, at - 1), at - 1, known, probabilities)
  }
}

function startOf(tokens: Tokens, end: number): number {
  let start = end
  while (start > Math.max(0, end - MOST_PARTS) && isPart(tokens, start - 1)) {
    start--
    if (tokens.spacing[start] !== 0) break
  }
  return start
}

function isPart(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]!
  if (tokens.given[at] !== NONE) return false
  return shape <= shapes.NUMBER || isJoint(shape)
}

function isJoint(shape: number): boolean {
  return shape === shapes.UNDERSCORE || shape === shapes.HYPHEN || shape === shapes.DOT
}

function raiseParts(tokens: Tokens, start: number, end: number, known: KnownNames, probabilities: Float64Array): void {
  for (let at = start; at < end; at++) {
    if (!isWord(tokens, at)) continue
    if (match(known, tokens, at) === WORD_MATCH) probabilities[at * LABELS + PERSON] = FOUND
    if (isFirstName(tokens, at)) raiseBeside(tokens, at, start, end, probabilities)
  }
}

function isWord(tokens: Tokens, at: number): boolean {
  return tokens.shape[at]! <= shapes.MIXED && tokens.length[at]! >= SHORTEST
}

/** Listed, and no word, month or place besides; or a word beside which a surname stands. */
function isFirstName(tokens: Tokens, at: number): boolean {
  const about = tokens.flags[at]!
  return (about & flags.FIRST_NAME) !== 0 && (about & flags.CALENDAR) === 0
}

/** A first name and its neighbour, over particles: one of both must be nothing else than a name. */
function raiseBeside(tokens: Tokens, at: number, start: number, end: number, probabilities: Float64Array): void {
  for (const step of [2, -2]) {
    let other = at + step
    while (other >= start && other < end && isParticle(tokens, other)) other += step
    if (other < start || other >= end || !isWord(tokens, other)) continue
    if (!isJoint(tokens.shape[other - Math.sign(step)]!) || !isPair(tokens.flags[at]!, tokens.flags[other]!)) continue
    // `payslip_jan`: before a first name, only a listed surname.
    if (step < 0 && (tokens.flags[other]! & flags.LAST_NAME) === 0) continue
    const from = Math.min(at, other)
    for (let part = from; part <= Math.max(at, other); part++) probabilities[part * LABELS + PERSON] = FOUND
  }
}

function isParticle(tokens: Tokens, at: number): boolean {
  return (tokens.flags[at]! & flags.PARTICLE) !== 0 && tokens.length[at]! <= SHORTEST
}

const otherwise = flags.COMMON | flags.PLACE | flags.COMPOUND | flags.FIRM_WORD | flags.FIELD | flags.ROLE

function isPair(first: number, other: number): boolean {
  if ((first & otherwise) === 0) return (other & otherwise) === 0 || (other & flags.LAST_NAME) !== 0
  return (other & flags.LAST_NAME) !== 0 && (other & otherwise) === 0
}
