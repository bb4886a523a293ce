/** `INSERT INTO table (a, b) VALUES (1, 'x'), (2, 'y')`: the columns name the values of every tuple. */
import { INSERT } from '../context-words.ts'
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import { matchesAt } from '../patterns.ts'
import { type Cell, cellValue, splitCells } from './cells.ts'
import type { HeadReader } from './table.ts'

const columnsStart = /\s{1,8}[\w."`[\]]{1,120}\s{0,8}\(/y
const valuesStart = /\s{0,8}VALUES\s{0,40}\(/iy
const nextTuple = /\s{0,8},(?:\s|--[^\n]{0,200}\n){0,40}\(/y
const longestColumns = 4_000
const longestTuple = 20_000

export function addValuesOfInserts(
  text: string,
  hits: readonly LabelHit[],
  groups: readonly string[],
  readHead: HeadReader,
  values: LabelledValue[],
): void {
  let done = 0
  for (const hit of hits) {
    if (groups[hit.group] !== INSERT.name || hit.start < done) continue
    done = readInsert(text, hit.end, readHead, values)
  }
}

function readInsert(text: string, from: number, readHead: HeadReader, values: LabelledValue[]): number {
  const open = matchesAt(text, columnsStart, from)
  if (open < 0) return from
  const close = text.slice(open, open + longestColumns).indexOf(')')
  if (close < 0) return open
  const columns = splitCells(text, open, open + close, ',')
  const heads = columns.map(({ start, end }) => readHead(text.slice(start, end)))
  let at = matchesAt(text, valuesStart, open + close + 1)
  let end = open
  while (at >= 0) {
    const tuple = readTuple(text, at)
    if (tuple === null) break
    addTuple(text, tuple.cells, heads, values)
    end = tuple.end
    at = matchesAt(text, nextTuple, end)
  }
  return end
}

interface Tuple {
  readonly cells: readonly Cell[]
  readonly end: number
}

/** Values up to the closing bracket; quotes are doubled inside quotes. */
function readTuple(text: string, from: number): Tuple | null {
  const cells: Cell[] = []
  let start = from
  let isQuoted = false
  const stop = Math.min(text.length, from + longestTuple)
  for (let at = from; at < stop; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x27) isQuoted = !isQuoted
    else if (!isQuoted && (unit === 0x2c || unit === 0x29)) {
      cells.push(...splitCells(text, start, at, '\u0000'))
      start = at + 1
      if (unit === 0x29) return { cells, end: at + 1 }
    }
  }
  return null
}

function addTuple(
  text: string,
  cells: readonly Cell[],
  heads: readonly (readonly string[])[],
  values: LabelledValue[],
): void {
  for (let column = 0; column < heads.length && column < cells.length; column++) {
    for (const group of heads[column]!) {
      const value = cellValue(text, cells[column]!, group)
      if (value !== null) values.push(value)
    }
  }
}
