/**
 * One text as the provider wrote it, beside where its parts are in the text as it is shown: so that a position in the one
 * becomes a position in the other, in the provider's own unit. Looking a position up takes no walk over the text.
 */
import type { RestoreLog } from '../types.ts'
import { type Extent, extentOf, indexAt, nothing, sum, type Unit } from './extent.ts'

/** Which border of a citation a position is. */
export type Edge = 'end' | 'start'

/** A placeholder and the value in its place. */
interface Change {
  readonly start: Extent
  readonly end: Extent
  readonly shownStart: Extent
  readonly shownEnd: Extent
}

interface Chunk {
  readonly start: Extent
  text: string
}

/** Of a text that is looked at, at most so much is read. */
const chunkUnits = 1_024

export class ShownText implements RestoreLog {
  readonly #changes: Change[] = []
  readonly #chunks: Chunk[] = []
  #raw = nothing
  #shown = nothing

  /** How long it is so far, as the provider wrote it. */
  get length(): Extent {
    return this.#raw
  }

  kept(text: string): void {
    const extent = this.#add(text)
    this.#shown = sum(this.#shown, extent)
  }

  replaced(placeholder: string, value: string): void {
    const start = this.#raw
    this.#add(placeholder)
    const shownStart = this.#shown
    this.#shown = sum(shownStart, extentOf(value))
    this.#changes.push({ start, end: this.#raw, shownStart, shownEnd: this.#shown })
  }

  /** Where a position of the provider's text is now. Inside of a placeholder it becomes a border of the value. */
  shownAt(position: number, unit: Unit, edge: Edge): number {
    const change = lastBefore(this.#changes, ({ start }) => start[unit], position)
    if (change === undefined) return position
    if (position < change.end[unit]) return edge === 'start' ? change.shownStart[unit] : change.shownEnd[unit]
    return position - change.end[unit] + change.shownEnd[unit]
  }

  /** The way back: where a position of the shown text was. */
  writtenAt(position: number, unit: Unit, edge: Edge): number {
    const change = lastBefore(this.#changes, ({ shownStart }) => shownStart[unit], position)
    if (change === undefined) return position
    if (position < change.shownEnd[unit]) return edge === 'start' ? change.start[unit] : change.end[unit]
    return position - change.shownEnd[unit] + change.end[unit]
  }

  /** Are these the words between two positions of the provider's text? */
  reads(words: string, start: number, end: number, unit: Unit): boolean {
    const from = this.#indexAt(start, unit)
    const to = this.#indexAt(end, unit)
    return to - from === words.length && this.#slice(from, to) === words
  }

  #add(text: string): Extent {
    const start = this.#raw
    for (let at = 0; at < text.length; at += chunkUnits) this.#addChunk(text.slice(at, at + chunkUnits))
    return {
      bytes: this.#raw.bytes - start.bytes,
      characters: this.#raw.characters - start.characters,
      units: this.#raw.units - start.units,
    }
  }

  #addChunk(text: string): void {
    const last = this.#chunks.at(-1)
    if (last !== undefined && last.text.length + text.length <= chunkUnits) last.text += text
    else this.#chunks.push({ start: this.#raw, text })
    this.#raw = sum(this.#raw, extentOf(text))
  }

  #indexAt(position: number, unit: Unit): number {
    const chunk = lastBefore(this.#chunks, ({ start }) => start[unit], position)
    return chunk === undefined ? 0 : chunk.start.units + indexAt(chunk.text, position - chunk.start[unit], unit)
  }

  #slice(from: number, to: number): string {
    let text = ''
    let at = lastIndexBefore(this.#chunks, ({ start }) => start.units, from + 1)
    for (; at >= 0 && at < this.#chunks.length && this.#chunks[at]!.start.units < to; at++) {
      const { start, text: chunk } = this.#chunks[at]!
      text += chunk.slice(Math.max(0, from - start.units), to - start.units)
    }
    return text
  }
}

/** The last entry that begins before a position; entries are in order. */
function lastBefore<T>(entries: readonly T[], startOf: (entry: T) => number, position: number): T | undefined {
  return entries[lastIndexBefore(entries, startOf, position)]
}

function lastIndexBefore<T>(entries: readonly T[], startOf: (entry: T) => number, position: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(entries[middle]!) < position) low = middle + 1
    else high = middle
  }
  return low - 1
}
