/**
 * Rows of one piece ("rue 1 rue 1 rue 1 …"), as loops of models, floods of log lines and hostile texts have them: what a look found one
 * piece before, in the same surroundings, it finds again. It is not done again there, but what it found is moved.
 */
import { Candidates } from './candidates.ts'
import type { LabelledValue, Link } from './labelled-values.ts'
import type { Finder, LabelFinder } from './recognizer.ts'
import type { Units } from './units.ts'
import type { View } from './view.ts'

/** Farther than any look sees to one side. */
const sight = 2_048
/** Pieces are at most so long. */
const longestPiece = 256
/** Looks that are remembered: a piece may hold some places of one kind. A power of two. */
const mostKept = 8
/** Units that one call compares beyond one piece. */
const stride = 64

/** Where the last looks of one recognizer were, and what they found. Numbers only, no text. */
class Looks {
  #view = 0
  #next = 0
  readonly #starts = new Int32Array(mostKept)
  /** The same for looks that may repeat each other. */
  readonly #forms = new Int32Array(mostKept)
  /** What was found: the first finding and the one behind the last. */
  readonly #firsts = new Int32Array(mostKept)
  readonly #lasts = new Int32Array(mostKept)
  /** Each unit from the first of these to the second is the same as that one piece before. */
  #piece = 0
  #sameFrom = 0
  #sameTo = 0

  /** The look that this one repeats, as a number for `moved`; -1 where it has to be done. */
  find(view: View, start: number, end: number, form: number): number {
    if (view.id !== this.#view) {
      this.#view = view.id
      this.#next = 0
      this.#piece = 0
      return -1
    }
    const { units } = view
    const least = Math.max(0, this.#next - mostKept)
    for (let look = this.#next - 1; look >= least; look--) {
      const slot = look & (mostKept - 1)
      const piece = start - this.#starts[slot]!
      if (piece > longestPiece || piece <= 0) return -1
      if (this.#forms[slot] !== form || !isAlike(units, start, end, piece)) continue
      return this.#isRow(view, start, piece) ? slot : -1
    }
    return -1
  }

  /** Moves what a look found to where it is repeated. */
  move(slot: number, start: number, findings: Candidates): void {
    const first = findings.count
    findings.repeat(this.#firsts[slot]!, this.#lasts[slot]!, start - this.#starts[slot]!)
    this.note(start, this.#forms[slot]!, first, findings.count)
  }

  note(start: number, form: number, first: number, last: number): void {
    const slot = this.#next++ & (mostKept - 1)
    this.#starts[slot] = start
    this.#forms[slot] = form
    this.#firsts[slot] = first
    this.#lasts[slot] = last
  }

  /** Is all that a look sees the same as one piece before? What was compared for one look is not compared again for the next. */
  #isRow({ units, length }: View, start: number, piece: number): boolean {
    if (piece !== this.#piece || start > this.#sameTo) {
      this.#piece = piece
      this.#sameFrom = start
      this.#sameTo = start
    }
    const furthest = start + sight
    const least = start - sight
    if (furthest > length || least < piece) return false
    let to = this.#sameTo
    const stop = Math.min(furthest, to + piece + stride)
    while (to < stop && units[to] === units[to - piece]) to++
    this.#sameTo = to
    let from = this.#sameFrom
    const back = Math.max(least, from - stride)
    while (from > back && units[from - 1] === units[from - 1 - piece]) from--
    this.#sameFrom = from
    return to >= furthest && from <= least
  }
}

/** The units at its ends: nearly all looks of usual texts differ in one of them. */
function isAlike(units: Units, start: number, end: number, piece: number): boolean {
  return (
    units[start] === units[start - piece] &&
    units[end] === units[end - piece] &&
    units[start - 1] === units[start - 1 - piece] &&
    units[end + 1] === units[end + 1 - piece]
  )
}

/** The same finder, which does not look again at each piece of a row. */
export function onceInRows(find: Finder): Finder {
  const looks = new Looks()
  return (view, start, end, findings) => {
    // Another look asks this one, and keeps what it finds for itself.
    if (!(findings instanceof Candidates)) {
      find(view, start, end, findings)
      return
    }
    const known = looks.find(view, start, end, end - start)
    if (known >= 0) {
      looks.move(known, start, findings)
      return
    }
    const first = findings.count
    find(view, start, end, findings)
    looks.note(start, end - start, first, findings.count)
  }
}

/** The same for a finder at values. */
export function onceInRowsOfValues(find: LabelFinder): LabelFinder {
  const looks = new Looks()
  return (view, value, findings) => {
    if (!(findings instanceof Candidates)) {
      find(view, value, findings)
      return
    }
    const { start } = value
    const form = formOf(value)
    const known = form < 0 ? -1 : looks.find(view, start, value.limit, form)
    if (known >= 0) {
      looks.move(known, start, findings)
      return
    }
    const first = findings.count
    find(view, value, findings)
    looks.note(start, form, first, findings.count)
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
