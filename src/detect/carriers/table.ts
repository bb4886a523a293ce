/**
 * Tables written as text: CSV with commas, semicolons or tabs, Markdown and psql tables. A column whose head is a label names
 * every cell below it.
 */

import { isLetter } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import type { LentText, Units } from '../units.ts'
import { type Cell, cellValue, endOfLine, isBlank, mostCells, splitCells } from './cells.ts'

/** Longer lines are no heads. */
const longestHead = 1_000
const longestHeadCell = 40
/** Units of the cell before and behind its label. */
const longestRest = 24
/** A head of more words than this is a sentence. */
const headCell = /^["'`*]{0,3}[\p{L}\p{N}_#№°º./()*-]{1,30}(?: [\p{L}\p{N}_#№°º./()-]{1,20}){0,3}:?["'`*]{0,3}$/u
const rule = /^[\s|:+=-]{3,}$/
/** Cells a row may have more or less than the head: a comma in a value, empty cells at the end. */
const tolerance = 2

/** Groups of the label words that close a head. */
export type HeadReader = (head: string) => readonly string[]

/** Cells of all tables of the text. `readHead` tells what a column is. */
export function addValuesOfTables(
  source: LentText,
  hits: readonly LabelHit[],
  readHead: HeadReader,
  values: LabelledValue[],
): void {
  const { text } = source
  const ends = new HeadEnds(source)
  let done = 0
  for (const hit of hits) {
    if (hit.start < done || !ends.closes(hit.end) || !opensCell(source, hit.start)) continue
    const lineStart = text.lastIndexOf('\n', hit.start) + 1
    const lineEnd = endOfLine(text, hit.start)
    done = lineEnd
    if (lineEnd === text.length || lineEnd - Math.max(lineStart, hit.start - longestHead) > longestHead) continue
    const delimiter = delimiterOf(text, lineStart, lineEnd)
    if (delimiter === null || holdsSentence(source.units, lineStart, lineEnd, delimiter.charCodeAt(0))) continue
    done = readTable(text, lineStart, lineEnd, delimiter, readHead, values)
  }
}

/**
 * Does nothing but a few words stand between a label and the border behind it? Most labels stand in sentences, close together: what was
 * looked at for one is not looked at again for the next.
 */
class HeadEnds {
  readonly #source: LentText
  /** Only units of heads stand between these two. */
  #from = 0
  #to = 0

  constructor(source: LentText) {
    this.#source = source
  }

  closes(labelEnd: number): boolean {
    const { units, length } = this.#source
    if (labelEnd < this.#from || labelEnd > this.#to) {
      this.#from = labelEnd
      this.#to = labelEnd
    }
    const stop = labelEnd + longestRest
    let at = this.#to
    while (at < stop && isHeadUnit(units[at]!)) at++
    this.#to = at
    const end = Math.min(at, stop)
    return end >= length || isBorder(units[end]!)
  }
}

/** The same before the label. */
function opensCell({ units }: LentText, start: number): boolean {
  let before = start
  const furthest = Math.max(0, start - longestRest)
  while (before > furthest && isHeadUnit(units[before - 1]!)) before--
  return before === 0 || isBorder(units[before - 1]!)
}

/** Is one cell of the line longer than any head? Before the line is cut: most lines with a comma are none of a table. */
function holdsSentence(units: Units, start: number, end: number, delimiter: number): boolean {
  let cellStart = start
  let cells = 0
  for (let at = start; at <= end && cells < mostCells; at++) {
    const unit = units[at]!
    if (unit === 0x22) return false
    if (unit !== delimiter && at < end) continue
    if (at - cellStart > longestHeadCell && isLongCell(units, cellStart, at)) return true
    cellStart = at + 1
    cells++
  }
  return false
}

/** Blanks at its ends left aside. */
function isLongCell(units: Units, start: number, end: number): boolean {
  let from = start
  let to = end
  while (from < to && isBlank(units[from]!)) from++
  while (to > from && isBlank(units[to - 1]!)) to--
  return to - from > longestHeadCell
}

function isHeadUnit(unit: number): boolean {
  return unit < 0x80 ? headUnits[unit] === 1 : isLetter(unit)
}

/** Letters, `#` to `/` but no comma, blank, quote, low line and back-tick. */
const headUnits = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  isLetter(unit) || (unit >= 0x23 && unit <= 0x2f && unit !== 0x2c) || ' "_`'.includes(String.fromCharCode(unit))
    ? 1
    : 0,
)

function isBorder(unit: number): boolean {
  return unit === 0x2c || unit === 0x3b || unit === 0x09 || unit === 0x7c || unit === 0x0a || unit === 0x0d
}

/** `'module', 'owner', 'user',` in a line of its own: a list in program text goes on in the next line. */
function isListOfWords(text: string, lineStart: number, lineEnd: number): boolean {
  return text.charCodeAt(lineEnd - 1) === 0x2c && wordsInQuotes.test(text.slice(lineStart, lineEnd))
}
const wordsInQuotes = /^\s{0,40}(?:'[^',\n]{0,60}',(?: |$)|"[^",\n]{0,60}", )/

/** Adds the cells below a head to `values`; gives the end of what was read. */
function readTable(
  text: string,
  lineStart: number,
  lineEnd: number,
  delimiter: string,
  readHead: HeadReader,
  values: LabelledValue[],
): number {
  const heads = splitCells(text, lineStart, lineEnd, delimiter)
  // `'name',` with one cell and a comma is a line of a list.
  if (
    isListOfWords(text, lineStart, lineEnd) ||
    countFilled(heads) < 2 ||
    !heads.every(({ start, end }) => isHead(text, start, end))
  )
    return lineEnd
  let row = nextRow(text, lineEnd)
  if (rule.test(text.slice(row, Math.min(endOfLine(text, row), row + longestHead))))
    row = nextRow(text, endOfLine(text, row))
  let groups: (readonly string[])[] | null = null
  let read = lineEnd
  while (row < text.length) {
    const rowEnd = endOfLine(text, row)
    const cells = splitCells(text, row, rowEnd, delimiter)
    if (cells.length < 2 || Math.abs(cells.length - heads.length) > tolerance) break
    groups ??= heads.map(({ start, end }) => readHead(text.slice(start, end)))
    addRow(text, cells, groups, values)
    read = rowEnd
    row = nextRow(text, rowEnd)
  }
  return read
}

function countFilled(cells: readonly Cell[]): number {
  let count = 0
  for (const { start, end } of cells) if (end > start) count++
  return count
}

function addRow(
  text: string,
  cells: readonly Cell[],
  groups: readonly (readonly string[])[],
  values: LabelledValue[],
): void {
  const surplus = cells.length - groups.length
  for (let column = 0; column < groups.length; column++) {
    for (const group of groups[column]!) {
      addCell(text, cells[column], group, values)
      // A comma inside a value has moved what follows it: the same cell counted from the right.
      if (surplus > 0) addCell(text, cells[column + surplus], group, values)
    }
  }
}

function addCell(text: string, cell: Cell | undefined, group: string, values: LabelledValue[]): void {
  const value = cell === undefined ? null : cellValue(text, cell, group)
  if (value !== null) values.push(value)
}

function isHead(text: string, start: number, end: number): boolean {
  return end === start || (end - start <= longestHeadCell && headCell.test(text.slice(start, end)))
}

/** The delimiter that divides the line; `null` where none does. */
function delimiterOf(text: string, start: number, end: number): string | null {
  const line = text.slice(start, end)
  for (const delimiter of ['|', '\t', ';', ',']) if (line.includes(delimiter)) return delimiter
  return null
}

function nextRow(text: string, lineEnd: number): number {
  return Math.min(text.length, lineEnd + 1)
}
