/** Tables of HTML: the `<th>` cells of a row, or the first `<td>` row, name the cells below them. HTML Living Standard 4.9. */
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import { matchesAt } from '../patterns.ts'
import { type Cell, cellValue } from './cells.ts'
import type { HeadReader } from './table.ts'

const restOfHead = /[^<>\n]{0,40}<\/t[hd]>/iuy
/** A row reaches no further. */
const longestRow = 4_000
const longestGap = 200
const mostCells = 60
const cell = /<(t[hd])(?:\s[^<>]{0,200})?>\s{0,40}([^<]{0,400}?)\s{0,40}<\/\1>/giu

export function addValuesOfHtmlTables(
  text: string,
  hits: readonly LabelHit[],
  readHead: HeadReader,
  values: LabelledValue[],
): void {
  // Most texts are no HTML.
  if (!text.includes('</t') && !text.includes('</T')) return
  let done = 0
  for (const hit of hits) {
    if (hit.start < done || matchesAt(text, restOfHead, hit.end) < 0) continue
    const rowEnd = endOfRow(text, hit.start)
    if (rowEnd < 0) continue
    done = rowEnd
    const before = text.slice(Math.max(0, hit.start - longestRow), hit.start)
    const rowStart = hit.start - before.length + Math.max(0, before.toLowerCase().lastIndexOf('<tr'))
    const heads = cellsOf(text, rowStart, rowEnd)
    if (heads.length < 2) continue
    const groups = heads.map(({ start, end }) => readHead(text.slice(start, end)))
    done = readRows(text, rowEnd, groups, values)
  }
}

/** Adds the cells of the rows behind the head; gives the end of the last. */
function readRows(text: string, from: number, groups: readonly (readonly string[])[], values: LabelledValue[]): number {
  let done = from
  for (;;) {
    const open = text
      .slice(done, done + longestGap)
      .toLowerCase()
      .indexOf('<tr')
    const end = open < 0 ? -1 : endOfRow(text, done + open)
    if (end < 0) return done
    for (const [column, found] of cellsOf(text, done + open, end).entries()) {
      for (const group of groups[column] ?? []) {
        const value = cellValue(text, found, group)
        if (value !== null) values.push(value)
      }
    }
    done = end
  }
}

function endOfRow(text: string, from: number): number {
  const end = text
    .slice(from, from + longestRow)
    .toLowerCase()
    .indexOf('</tr')
  return end < 0 ? -1 : from + end + 4
}

function cellsOf(text: string, from: number, to: number): Cell[] {
  const cells: Cell[] = []
  for (const match of text.slice(from, to).matchAll(cell)) {
    const content = match[2]!
    const start = from + match.index + match[0].indexOf('>') + 1 + leadingBlanks(match[0])
    cells.push({ start, end: start + content.length })
    if (cells.length >= mostCells) break
  }
  return cells
}

function leadingBlanks(whole: string): number {
  return /^\s*/.exec(whole.slice(whole.indexOf('>') + 1))![0].length
}
