/** Findings as people read them: each line that holds some, with the values highlighted. */
import type { Finding } from '../types.ts'
import type { Colors } from './colors.ts'

export interface ReportStyle {
  readonly colors: Colors
  /** Show the type in place of the value, for logs that others read. */
  readonly hide: boolean
}

/** Units of text shown around a value; longer stretches between values are cut. */
const margin = 50

/** Where lines begin, asked in rising order. */
class LineCounter {
  readonly #text: string
  /** From 1. */
  number: number
  start = 0

  constructor(text: string, firstLine: number) {
    this.#text = text
    this.number = firstLine
  }

  moveTo(offset: number): void {
    for (let feed = this.#text.indexOf('\n', this.start); feed !== -1 && feed < offset; ) {
      this.number++
      this.start = feed + 1
      feed = this.#text.indexOf('\n', this.start)
    }
  }
}

/** `findings` are sorted and do not overlap. `firstLine` is the number of the first line of `text`. */
export function reportLines(text: string, findings: readonly Finding[], style: ReportStyle, firstLine = 1): string {
  const lines = new LineCounter(text, firstLine)
  let report = ''
  for (let from = 0; from < findings.length; ) {
    lines.moveTo(findings[from]!.start)
    let lineEnd = endOfLine(text, findings[from]!.end)
    let to = from + 1
    while (to < findings.length && findings[to]!.start < lineEnd) lineEnd = endOfLine(text, findings[to++]!.end)
    report += lineReport(
      text,
      findings.slice(from, to),
      { number: lines.number, start: lines.start, end: lineEnd },
      style,
    )
    from = to
  }
  return report
}

interface Line {
  readonly number: number
  readonly start: number
  readonly end: number
}

function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset)
  return feed === -1 ? text.length : feed
}

function lineReport(text: string, findings: readonly Finding[], line: Line, { colors, hide }: ReportStyle): string {
  let shown = ''
  let at = line.start
  for (const { start, end, type } of findings) {
    shown += shorten(text.slice(at, start), at > line.start, true)
    shown += colors.value(hide ? type : visible(text.slice(start, end)))
    at = end
  }
  shown += shorten(text.slice(at, line.end), true, false)
  const places = findings.map(({ start, type }) => `${type} ${line.number}:${start - line.start + 1}`)
  return `${gutter(String(line.number), colors)}${shown}\n${gutter('', colors)}${colors.faint(places.join(', '))}\n`
}

function gutter(label: string, colors: Colors): string {
  return colors.faint(`${label.padStart(7)} | `)
}

/** Keeps what stands next to a value: at the head, at the tail, or both. */
function shorten(text: string, keepHead: boolean, keepTail: boolean): string {
  const room = (keepHead ? margin : 0) + (keepTail ? margin : 0)
  if (text.length <= room + 1) return visible(text)
  const head = keepHead ? text.slice(0, margin) : ''
  const tail = keepTail ? text.slice(text.length - margin) : ''
  return visible(`${head}\u2026${tail}`)
}

/** Control characters would move the cursor or colour the terminal; lone surrogates would break the output. */
function visible(text: string): string {
  return text
    .replace(/\r?\n/g, '\u23ce')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '\u00b7')
    .toWellFormed()
}

/** `3 findings in 1 of 2 inputs: EMAIL 2, IBAN 1` */
export function summaryLine(counts: ReadonlyMap<string, number>, inputs: number, touched: number): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return `No findings in ${inputs} ${plural('input', inputs)}.`
  const kinds = [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([type, count]) => `${type} ${count}`)
    .join(', ')
  return `${total} ${plural('finding', total)} in ${touched} of ${inputs} ${plural('input', inputs)}: ${kinds}`
}

function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`
}
