/**
 * Rows of one piece ("rue 1 rue 1 rue 1 …"), as loops of models, floods of log lines and hostile texts have them: what a look found one
 * piece before, in the same surroundings, it finds again. It is not done again there, but what it found is moved.
 */
import { Candidates } from './candidates.ts'
import type { LabelledValue, Link } from './labelled-values.ts'
import type { Finder, LabelFinder } from './recognizer.ts'
import type { View } from './view.ts'

/** Farther than any look sees to one side. */
const sight = 2_048
/** Pieces are at most so long. */
const longestPiece = 256
/** Where one of these begins it is asked whether a row goes on there. */
const block = 1_024
/** So many units are the same in two pieces that follow each other. */
const sample = 16

/** Each unit from `from` to `to` is the same as that one piece before. */
const row = { view: 0, piece: 0, from: 0, to: 0 }
/** From `from` to `to` all that a look sees is a row of this piece; of none where it is 0. */
const known = { view: 0, piece: 0, from: 0, to: 0 }

/** Length of the piece of which all around `at` is a row; 0 nearly always. */
function pieceAround(view: View, at: number): number {
  if (view.id !== known.view || at < known.from || at >= known.to) askRow(view, at)
  return known.piece
}

/** Blocks of the last view in which no row begins, one bit each: many finders ask for the same, one after the other. */
const empty = { view: 0, bits: new Uint32Array(128) }

function isKnownEmpty(view: View, start: number): boolean {
  if (view.id !== empty.view) {
    empty.view = view.id
    empty.bits.fill(0)
  }
  const number = start / block
  return number < 32 * empty.bits.length && ((empty.bits[number >>> 5]! >>> (number & 31)) & 1) !== 0
}

function askRow(view: View, at: number): void {
  known.view = view.id
  known.piece = 0
  if (view.id !== row.view || at < row.from || at >= row.to) {
    const start = at - (at % block)
    known.from = start
    known.to = start + block
    if (isKnownEmpty(view, start)) return
    const piece = pieceBefore(view.text, start)
    if (piece === 0) {
      const number = start / block
      if (number < 32 * empty.bits.length) empty.bits[number >>> 5]! |= 1 << (number & 31)
      return
    }
    readRow(view, start, piece)
    if (at >= row.to) return
  }
  const first = row.from + sight
  const last = row.to - sight
  known.from = at < first ? at : at < last ? first : at
  known.to = at < first ? Math.min(first, row.to) : at < last ? last : row.to
  if (at >= first && at < last) known.piece = row.piece
}

/** How far before `start` the same units stand; 0 where they do not. */
function pieceBefore(text: string, start: number): number {
  const from = Math.max(0, start - longestPiece)
  const found = text.slice(from, start + sample - 1).lastIndexOf(text.slice(start, start + sample))
  return found < 0 ? 0 : start - from - found
}

function readRow({ id, units, length }: View, start: number, piece: number): void {
  let to = start
  while (to < length && units[to] === units[to - piece]) to++
  const least = Math.max(piece, start - 2 * sight)
  let from = start
  while (from > least && units[from - 1] === units[from - 1 - piece]) from--
  row.view = id
  row.piece = piece
  row.from = from
  row.to = to
}

/** A piece may hold some places of one kind. A power of two. */
const mostKept = 8

/** Where the last looks of one recognizer in a row were, and what they found. Numbers only, no text. */
class Looks {
  #view = 0
  #next = 0
  readonly #starts = new Int32Array(mostKept)
  /** The same for looks that may repeat each other. */
  readonly #forms = new Int32Array(mostKept)
  /** What was found: the first finding and the one behind the last. */
  readonly #firsts = new Int32Array(mostKept)
  readonly #lasts = new Int32Array(mostKept)

  /** Is it the look of one piece before again? Moves what that one has found. */
  repeat(view: View, start: number, form: number, piece: number, findings: Candidates): boolean {
    if (view.id !== this.#view) {
      this.#view = view.id
      this.#next = 0
    }
    const least = Math.max(0, this.#next - mostKept)
    for (let look = this.#next - 1; look >= least; look--) {
      const slot = look & (mostKept - 1)
      if (this.#starts[slot] !== start - piece || this.#forms[slot] !== form) continue
      const first = findings.count
      findings.repeat(this.#firsts[slot]!, this.#lasts[slot]!, piece)
      this.note(start, form, first, findings.count)
      return true
    }
    return false
  }

  note(start: number, form: number, first: number, last: number): void {
    const slot = this.#next++ & (mostKept - 1)
    this.#starts[slot] = start
    this.#forms[slot] = form
    this.#firsts[slot] = first
    this.#lasts[slot] = last
  }
}

/** The same finder, which does not look again at each piece of a row. */
export function onceInRows(find: Finder): Finder {
  const looks = new Looks()
  return (view, start, end, findings) => {
    const piece = pieceAround(view, start)
    // Another look may ask this one, and keep what it finds for itself.
    if (piece === 0 || !(findings instanceof Candidates)) {
      find(view, start, end, findings)
      return
    }
    if (looks.repeat(view, start, end - start, piece, findings)) return
    const first = findings.count
    find(view, start, end, findings)
    looks.note(start, end - start, first, findings.count)
  }
}

/** The same for a finder at values. */
export function onceInRowsOfValues(find: LabelFinder): LabelFinder {
  const looks = new Looks()
  return (view, value, findings) => {
    const piece = pieceAround(view, value.start)
    const form = piece === 0 ? -1 : formOf(value)
    if (form < 0 || !(findings instanceof Candidates)) {
      find(view, value, findings)
      return
    }
    if (looks.repeat(view, value.start, form, piece, findings)) return
    const first = findings.count
    find(view, value, findings)
    looks.note(value.start, form, first, findings.count)
  }
}

/** All that a finder is told of a value, as one number; -1 where it is more than one holds. */
function formOf({ start, limit, frameStart, labelStart, labelEnd, link, quoted, numbered }: LabelledValue): number {
  const length = limit - start
  const way = start - labelEnd
  const label = labelEnd - labelStart
  const frame = start - frameStart
  if (length >= 512 || way < 0 || way >= 256 || label < 0 || label >= 64 || frame < 0 || frame >= 8) return -1
  const signs = (quoted ? 2 : 0) | (numbered ? 1 : 0)
  return (((((((length << 8) | way) << 6) | label) << 3) | frame) << 5) | (links.indexOf(link) << 2) | signs
}

const links: readonly Link[] = ['bare', 'number', 'pair', 'cell', 'hint']
