/** Cells of a line, and values in them. */
import type { LabelledValue } from '../labelled-values.ts'

export interface Cell {
  readonly start: number
  readonly end: number
}

export const mostCells = 200

/** Cells between two offsets, blanks trimmed. A cell in double quotes may hold the delimiter (RFC 4180). */
export function splitCells(text: string, start: number, end: number, delimiter: string): Cell[] {
  const cells: Cell[] = []
  const border = delimiter.charCodeAt(0)
  let cellStart = start
  let isQuoted = false
  let isEmpty = true
  for (let at = start; at <= end && cells.length < mostCells; at++) {
    const unit = at < end ? text.charCodeAt(at) : border
    // A quote opens at the start of a cell only: `14" screen` has none.
    if (unit === 0x22 && isQuoted && at + 1 < end && text.charCodeAt(at + 1) === 0x22) at++
    else if (unit === 0x22 && at < end && (isQuoted || isEmpty)) isQuoted = !isQuoted
    else if (unit === border && (!isQuoted || at === end)) {
      cells.push(trim(text, cellStart, at))
      cellStart = at + 1
      isEmpty = true
      continue
    }
    if (!isBlank(unit)) isEmpty = false
  }
  // `| a | b |` has an empty cell at each border.
  if (delimiter === '|' && cells.at(0)?.start === cells.at(0)?.end) cells.shift()
  if (delimiter === '|' && cells.at(-1)?.start === cells.at(-1)?.end) cells.pop()
  return cells
}

/** The value of a cell, without the quotes around it; `null` for an empty cell. */
export function cellValue(text: string, cell: Cell, group: string): LabelledValue | null {
  let { start, end } = cell
  const first = text.charCodeAt(start)
  if ((first === 0x22 || first === 0x27 || first === 0x60) && text.charCodeAt(end - 1) === first) {
    start++
    end--
  }
  const frameStart = start
  if (text.charCodeAt(start) === 0x23) start++
  if (end <= start) return null
  const { start: labelStart } = cell
  return {
    group,
    start,
    limit: end,
    frameStart,
    labelStart,
    labelEnd: labelStart,
    link: 'cell',
    quoted: true,
    numbered: true,
  }
}

/** The same span without the blanks at its ends. */
export function trim(text: string, start: number, end: number): Cell {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
