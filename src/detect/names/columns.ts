/** Columns of tables whose header names people: CSV, Markdown, database tables, and the columns of SQL inserts. */
import type { Surroundings } from './features.ts'
import * as flags from './flags.ts'
import { NONE } from './labels.ts'
import { fieldStrength } from './name-fields.ts'
import { addPerson, COLUMN, COMMON_IN_COLUMN, SEPARATOR } from './odds.ts'
import * as shapes from './shapes.ts'
import { hashWord, TAB_BEFORE, type Tokens } from './tokens.ts'

const OTHER_COLUMN = -1

const TAB_LIKE = -1
const separators = [shapes.PIPE, shapes.SEMICOLON, shapes.COMMA, TAB_LIKE]

/** Raises the cells below a header that names people: CSV, Markdown and database tables. */
export function addColumns(tokens: Tokens, { nextLine }: Surroundings, scores: Float64Array): void {
  let header: Header | undefined
  for (let line = 0, next = 0; line < tokens.count; line = next) {
    next = nextLine[line]!
    if (header !== undefined) {
      const cells = countCells(tokens, line, next, header.separator)
      const isRule = tokens.shape[line]! > shapes.WORD_LIMIT && next - line < 200 && !hasWord(tokens, line, next)
      if (cells > 1 && Math.abs(cells - header.cells) <= 2) raiseRow(tokens, line, next, header, scores)
      else if (!isRule) header = undefined
    }
    if (header === undefined) {
      header = readHeader(tokens, line, next)
      if (header !== undefined && !hasRow(tokens, nextLine, next, header)) header = undefined
      if (header !== undefined) for (let at = line; at < next; at++) addPerson(scores, at, SEPARATOR)
    }
  }
}

interface Header {
  readonly separator: number
  readonly cells: number
  readonly strengths: number[]
}

/** Does one of the next two lines have as many cells? A sentence with commas has no rows below. */
function hasRow(tokens: Tokens, nextLine: Int32Array, from: number, header: Header): boolean {
  let line = from
  for (let lines = 0; lines < 2 && line < tokens.count; lines++) {
    const next = nextLine[line]!
    const cells = countCells(tokens, line, next, header.separator)
    if (cells > 1 && Math.abs(cells - header.cells) <= 2) return true
    line = next
  }
  return false
}

function hasWord(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens.shape[at]! <= shapes.CODE) return true
  return false
}

function isSeparator(tokens: Tokens, at: number, first: number, separator: number): boolean {
  if (separator !== TAB_LIKE) return tokens.shape[at] === separator
  return at > first && (tokens.spacing[at]! & TAB_BEFORE) !== 0
}

function countCells(tokens: Tokens, from: number, to: number, separator: number): number {
  let cells = 1
  for (let at = from; at < to; at++) if (isSeparator(tokens, at, from, separator)) cells++
  return cells
}

const MOST_HEADER_TOKENS = 160

/** Most lines are prose: one comma, no other separator. */
function mayHaveCells({ shape, spacing }: Tokens, from: number, to: number): boolean {
  let commas = 0
  for (let at = from; at < to; at++) {
    const one = shape[at]!
    if (one === PIPE || one === SEMICOLON || (one === COMMA && ++commas > 1)) return true
    if (at > from && (spacing[at]! & TAB_BEFORE) !== 0) return true
  }
  return false
}

const { COMMA, PIPE, SEMICOLON } = shapes

/** A header names things and holds none: `Patient: Hyv\u00e4rinen, Pentti, hetu 220446-441H` is none. */
function holdsValue(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const shape = tokens.shape[at]!
    if ((shape >= shapes.EMAIL && shape <= shapes.USER_NAME) || tokens.given[at] !== NONE) return true
  }
  return false
}

function readHeader(tokens: Tokens, from: number, to: number): Header | undefined {
  if (to - from < 3 || to - from > MOST_HEADER_TOKENS) return undefined
  if (!mayHaveCells(tokens, from, to) || fieldStrength(tokens, from, to) === 0) return undefined
  if (holdsValue(tokens, from, to)) return undefined
  for (const separator of separators) {
    const cells = countCells(tokens, from, to, separator)
    if (cells < 2) continue
    const strengths: number[] = []
    let cellStart = from
    let longest = 0
    for (let at = from; at <= to; at++) {
      if (at < to && !isSeparator(tokens, at, from, separator)) continue
      strengths.push(fieldStrength(tokens, cellStart, at))
      longest = Math.max(longest, at - cellStart)
      cellStart = separator === TAB_LIKE ? at : at + 1
    }
    // Prose has long stretches between its commas.
    if (longest > 8 || !strengths.some(strength => strength > 0)) continue
    if (separator === shapes.COMMA && (cells < 3 || longest > 3)) continue
    return { separator, cells, strengths }
  }
  return undefined
}

function raiseRow(tokens: Tokens, from: number, to: number, header: Header, scores: Float64Array): void {
  let column = 0
  let isQuoted = false
  for (let at = from; at < to; at++) {
    const shape = tokens.shape[at]!
    if (shape === shapes.QUOTE) isQuoted = !isQuoted
    if (!isQuoted && isSeparator(tokens, at, from, header.separator)) {
      column++
      if (header.separator !== TAB_LIKE) {
        addPerson(scores, at, SEPARATOR)
        continue
      }
    }
    const strength = header.strengths[column] ?? 0
    if (shape > shapes.WORD_LIMIT) continue
    if (strength === 0) addPerson(scores, at, OTHER_COLUMN)
    else if (strength === 2) addPerson(scores, at, (tokens.flags[at]! & flags.COMMON) === 0 ? COLUMN : COMMON_IN_COLUMN)
    else if (shape !== shapes.LOWER_WORD) addPerson(scores, at, 1)
  }
}

/** The hash of `values`, before the rows of an insert. */
const VALUES = hashWord('values')
const MOST_INSERTED_TOKENS = 2000

/** `INSERT INTO people (id, last_name) VALUES (411, 'Quinn')`: raises the values of columns that name people. `close` is a bracket. */
export function addInsert(tokens: Tokens, close: number, scores: Float64Array): void {
  if (close + 1 >= tokens.count || tokens.word[close + 1] !== VALUES) return
  const open = openingOf(tokens, close)
  if (open >= 0) raiseRows(tokens, close + 2, strengthsOf(tokens, open, close), scores)
}

function openingOf(tokens: Tokens, close: number): number {
  for (let at = close - 1; at >= Math.max(0, close - MOST_HEADER_TOKENS); at--) {
    if (tokens.shape[at] === shapes.OPEN) return at
  }
  return -1
}

function strengthsOf(tokens: Tokens, open: number, close: number): number[] {
  const strengths: number[] = []
  let start = open + 1
  for (let at = start; at <= close; at++) {
    if (at < close && tokens.shape[at] !== shapes.COMMA) continue
    strengths.push(fieldStrength(tokens, start, at))
    start = at + 1
  }
  return strengths
}

/** Commas inside quotes part nothing; a doubled quote opens and closes. */
function raiseRows(tokens: Tokens, from: number, strengths: readonly number[], scores: Float64Array): void {
  let column = -1
  let isQuoted = false
  const stop = Math.min(tokens.count, from + MOST_INSERTED_TOKENS)
  for (let at = from; at < stop; at++) {
    const shape = tokens.shape[at]!
    if (shape === shapes.APOSTROPHE || shape === shapes.QUOTE) isQuoted = !isQuoted
    else if (isQuoted && shape <= shapes.WORD_LIMIT) raiseCell(tokens, at, strengths[column] ?? 0, scores)
    else if (isQuoted) continue
    else if (shape === shapes.OPEN) column = 0
    else if (shape === shapes.CLOSE) column = -1
    else if (shape === shapes.COMMA && column >= 0) column++
    else if (shape === shapes.SEMICOLON) return
  }
}

function raiseCell(tokens: Tokens, at: number, strength: number, scores: Float64Array): void {
  if (strength === 2) addPerson(scores, at, (tokens.flags[at]! & flags.COMMON) === 0 ? COLUMN : COMMON_IN_COLUMN)
}
