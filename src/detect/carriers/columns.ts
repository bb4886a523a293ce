/**
 * Tables whose columns stand below each other, divided by blanks: printed reports, the output of database tools, text taken
 * from PDF files. A head names what stands below it, flush left or right.
 */
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import type { LentText, Units } from '../units.ts'
import { type Cell, cellValue, endOfLine, trim } from './cells.ts'
import type { HeadReader } from './table.ts'

const longestLine = 400
const longestHead = 40
const mostRows = 5_000
/** Blanks that divide two columns; one alone stands inside a cell. */
const gap = /\s{2,}/g
const rule = /^[\s=-]{5,}$/

/** Cells of all such tables of the text. */
export function addValuesOfColumns(
  source: LentText,
  hits: readonly LabelHit[],
  readHead: HeadReader,
  values: LabelledValue[],
): void {
  const { text, units } = source
  let done = 0
  for (const hit of hits) {
    if (hit.start < done || !standsInColumn(units, hit)) continue
    const lineStart = text.lastIndexOf('\n', hit.start - 1) + 1
    const lineEnd = endOfLine(text, hit.end)
    done = lineEnd
    if (lineEnd - lineStart > longestLine || lineEnd === text.length) continue
    done = readColumns(text, lineStart, lineEnd, readHead, values)
  }
}

/** Two blanks or an end of the line on both sides, and two blanks on one: most labels are passed with two looks. */
function standsInColumn(units: Units, { start, end }: LabelHit): boolean {
  let behind = end
  while (behind < end + 3 && (units[behind] === 0x2e || units[behind] === 0x3a)) behind++
  const isLast = units[behind] === 0x0a || units[behind] === 0x0d
  return isLast ? units[start - 1] === 0x20 : units[behind] === 0x20 && units[behind + 1] === 0x20
}

function readColumns(
  text: string,
  lineStart: number,
  lineEnd: number,
  readHead: HeadReader,
  values: LabelledValue[],
): number {
  const heads = cellsOf(text, lineStart, lineEnd)
  if (heads.length < 2 || heads.some(({ start, end }) => end - start > longestHead)) return lineEnd
  let row = lineEnd + 1
  let bounds: readonly Cell[] | null = null
  const first = text.slice(row, Math.min(endOfLine(text, row), row + longestLine))
  if (rule.test(first)) {
    bounds = runsOf(first)
    row = endOfLine(text, row) + 1
  }
  let groups: (readonly string[])[] | null = null
  let read = lineEnd
  for (let count = 0; count < mostRows && row < text.length; count++) {
    const rowEnd = endOfLine(text, row)
    const cells = rowEnd - row > longestLine ? [] : rowCells(text, row, rowEnd, bounds)
    if (cells.length < 2) break
    groups ??= heads.map(({ start, end }) => readHead(text.slice(start, end)))
    for (const cell of cells) {
      const head = headOver(heads, cell, lineStart, row)
      if (head < 0) continue
      for (const group of groups[head]!) {
        const value = cellValue(text, cell, group)
        if (value !== null) values.push(value)
      }
    }
    read = rowEnd
    row = rowEnd + 1
  }
  return read
}

/** By the rule below the head where it has a run for each column; else by the blanks between. */
function rowCells(text: string, start: number, end: number, bounds: readonly Cell[] | null): Cell[] {
  if (bounds === null || bounds.length < 2) return cellsOf(text, start, end)
  const cells: Cell[] = []
  for (const bound of bounds) {
    const from = start + bound.start
    if (from >= end) break
    const cell = trim(text, from, Math.min(end, start + bound.end))
    if (cell.end > cell.start) cells.push(cell)
  }
  return cells
}

/** The head whose place in its line the cell shares; -1 where none does, or more than one. */
function headOver(heads: readonly Cell[], cell: Cell, headLine: number, row: number): number {
  const from = cell.start - row
  const to = cell.end - row
  let found = -1
  for (let index = 0; index < heads.length; index++) {
    const head = heads[index]!
    if (head.start - headLine < to && head.end - headLine > from) {
      if (found >= 0) return -1
      found = index
    }
  }
  return found
}

function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = []
  const line = text.slice(start, end)
  gap.lastIndex = 0
  let from = 0
  for (let match = gap.exec(line); match !== null; match = gap.exec(line)) {
    if (match.index > from) cells.push({ start: start + from, end: start + match.index })
    from = gap.lastIndex
  }
  if (from < line.length) cells.push(trim(text, start + from, end))
  return cells
}

function runsOf(line: string): Cell[] {
  return [...line.matchAll(/[=-]+/g)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }))
}
