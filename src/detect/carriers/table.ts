/**
 * Tables written as text: CSV with commas, semicolons or tabs, Markdown and psql tables. A column whose head is a label names
 * every cell below it.
 */

import { isLetter } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import type { LentText } from '../units.ts'
import { type Cell, cellValue, endOfLine, splitCells } from './cells.ts'

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
  let done = 0
  for (const hit of hits) {
    if (hit.start < done || !fillsCell(source, hit)) continue
    const lineStart = text.lastIndexOf('\n', hit.start) + 1
    const lineEnd = endOfLine(text, hit.start)
    done = lineEnd
    if (lineEnd === text.length || lineEnd - Math.max(lineStart, hit.start - longestHead) > longestHead) continue
    const delimiter = delimiterOf(text, lineStart, lineEnd)
    if (delimiter === null) continue
    done = readTable(text, lineStart, lineEnd, delimiter, readHead, values)
  }
}

/** Nothing but a few words stands between the label and the borders of its cell. Most labels stand in sentences. */
function fillsCell({ units, length }: LentText, { start, end }: LabelHit): boolean {
  let after = end
  while (after < end + longestRest && isHeadUnit(units[after]!)) after++
  if (after < length && !isBorder(units[after]!)) return false
  let before = start
  const furthest = Math.max(0, start - longestRest)
  while (before > furthest && isHeadUnit(units[before - 1]!)) before--
  return before === 0 || isBorder(units[before - 1]!)
}

function isHeadUnit(unit: number): boolean {
  return (
    isLetter(unit) ||
    (unit >= 0x23 && unit <= 0x2f && unit !== 0x2c) ||
    unit === 0x20 ||
    unit === 0x22 ||
    unit === 0x5f ||
    unit === 0x60
  )
}

function isBorder(unit: number): boolean {
  return unit === 0x2c || unit === 0x3b || unit === 0x09 || unit === 0x7c || unit === 0x0a || unit === 0x0d
}

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
  if (countFilled(heads) < 2 || !heads.every(({ start, end }) => isHead(text, start, end))) return lineEnd
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
