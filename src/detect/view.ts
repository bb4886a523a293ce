/**
 * What recognizers see of a text: the normal text and what one scan noted in it. Everything here is bounded look-up; nothing
 * searches the text.
 */
import { isDigit } from './characters.ts'
import type { LabelledValue } from './labelled-values.ts'
import type { LabelHit, Lexicon } from './lexicon.ts'
import { Offsets } from './offsets.ts'
import type { LentText, Units } from './units.ts'

export interface Notes {
  /** Runs of letters and digits that hold a digit, or of capitals only: start and end, in turn. */
  readonly runs: Offsets
  /** What each run is made of; see run-filter.ts. */
  readonly kinds: Offsets
  /** Places of the units that some recognizer starts from. */
  readonly signs: Offsets
  /** Words that may be labels or landmarks, until they are looked up: start, end, hash, and whether it is that of the first letters. */
  readonly words: Offsets
  /** Label words, by start. */
  readonly labels: LabelHit[]
  /** Starts of the words without which some recognizer finds nothing. */
  readonly landmarks: Offsets
}

export function emptyNotes(): Notes {
  return {
    runs: new Offsets(),
    kinds: new Offsets(),
    signs: new Offsets(),
    words: new Offsets(),
    labels: [],
    landmarks: new Offsets(),
  }
}

/** Gives the buffers of notes back. The notes are not to be used any more. */
export function releaseNotes(notes: Notes): void {
  notes.runs.release()
  notes.kinds.release()
  notes.words.release()
  notes.landmarks.release()
  notes.signs.release()
}

/** Labels of one value: usually none or one. */
const mostLabels = 8

let views = 0

export class View {
  /** Tells this view from all others, where a recognizer remembers what it read: numbers keep no text alive. */
  readonly id = ++views | 0
  readonly text: string
  /** The units of the text, zeros behind them. */
  readonly units: Units
  readonly length: number
  readonly notes: Notes
  /** Values that a label, key, column or hint names, by start. */
  readonly values: readonly LabelledValue[]
  readonly #lexicon: Lexicon
  /** Made when the first recognizer asks. */
  #present: Uint8Array | null = null
  #hitStarts: Int32Array | null = null
  #hitFinger = 0
  #landmarkFinger = 0
  /** No digit stands from the first of these to the second. */
  #plainFrom = 0
  #plainTo = 0

  constructor({ text, units, length }: LentText, notes: Notes, values: readonly LabelledValue[], lexicon: Lexicon) {
    this.text = text
    this.units = units
    this.length = length
    this.notes = notes
    this.values = values
    this.#lexicon = lexicon
  }

  /** The unit at an offset; 0 outside the text. */
  unit(offset: number): number {
    return offset >= 0 && offset < this.length ? this.units[offset]! : 0
  }

  /** Does a digit stand within so many units? Those of a text that are looked at for one place are not looked at for the next. */
  hasDigitWithin(reach: number, offset: number): boolean {
    const { units } = this
    if (offset < this.#plainFrom || offset > this.#plainTo) {
      this.#plainFrom = offset
      this.#plainTo = offset
    }
    const stop = Math.min(this.length, offset + reach)
    let at = this.#plainTo
    while (at < stop && !isDigit(units[at]!)) at++
    this.#plainTo = at
    return at < stop
  }

  /** Does a label of this group name the value that begins at, or holds, this offset? */
  isLabelled(group: string, offset: number): boolean {
    const last = this.lastValueAt(offset)
    for (let index = last; index >= 0 && index > last - mostLabels; index--) {
      const value = this.values[index]!
      if (value.limit > offset && value.group === group) return true
    }
    return false
  }

  /** Does a word of this group stand at most `distance` units before `offset`? */
  isNear(group: string, offset: number, distance: number): boolean {
    const { labels } = this.notes
    const wanted = this.#lexicon.groupIndex(group)
    if (this.#isAbsent(wanted)) return false
    let index = this.#lastHitBefore(offset)
    for (let steps = 0; index >= 0 && steps < 16; index--, steps++) {
      const hit = labels[index]!
      if (hit.start < offset - distance) return false
      if (hit.group === wanted && hit.end <= offset) return true
    }
    return false
  }

  /** Where the last landmark before an offset begins; -1 where none does. */
  landmarkBefore(offset: number): number {
    const index = this.#landmarkIndex(offset)
    return index === 0 ? -1 : this.notes.landmarks.at(index - 1)
  }

  /** Where the first landmark at or behind an offset begins; infinity where none does. */
  landmarkFrom(offset: number): number {
    const index = this.#landmarkIndex(offset)
    const { landmarks } = this.notes
    return index === landmarks.length ? Number.POSITIVE_INFINITY : landmarks.at(index)
  }

  #landmarkIndex(offset: number): number {
    const { landmarks } = this.notes
    this.#landmarkFinger = fingerAt(this.#landmarkFinger, landmarks.reserve(0), landmarks.length, offset)
    return this.#landmarkFinger
  }

  /** Nothing of this group stands anywhere in the text. */
  #isAbsent(group: number): boolean {
    this.#present ??= presentGroups(this.notes.labels)
    return group < 0 || this.#present[group] !== 1
  }

  #lastHitBefore(offset: number): number {
    this.#hitStarts ??= startsOf(this.notes.labels)
    this.#hitFinger = fingerAt(this.#hitFinger, this.#hitStarts, this.#hitStarts.length, offset)
    return this.#hitFinger - 1
  }

  /** Index of the last value that begins at or before an offset; -1 where none does. */
  lastValueAt(offset: number): number {
    let low = 0
    let high = this.values.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.values[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

function startsOf(hits: readonly LabelHit[]): Int32Array {
  const starts = new Int32Array(hits.length)
  for (let index = 0; index < hits.length; index++) starts[index] = hits[index]!.start
  return starts
}

/** One for each index of a group that some hit is of. */
function presentGroups(hits: readonly LabelHit[]): Uint8Array {
  let most = 0
  for (const { group } of hits) if (group > most) most = group
  const present = new Uint8Array(most + 1)
  for (const { group } of hits) present[group] = 1
  return present
}

/**
 * The first index of a sorted list with this offset or a later one, searched from where the last search ended in steps that
 * double: recognizers ask for one place after the other.
 */
function fingerAt(finger: number, sorted: Int32Array, length: number, offset: number): number {
  let low = 0
  let high = length
  if (finger < length && sorted[finger]! < offset) {
    low = finger + 1
    for (let step = 1; low + step < length; step *= 2) {
      if (sorted[low + step]! >= offset) {
        high = low + step
        break
      }
      low += step + 1
    }
  } else {
    high = Math.min(finger, length)
    for (let step = 1; high - step >= 0; step *= 2) {
      if (sorted[high - step]! < offset) {
        low = high - step + 1
        break
      }
      high -= step
    }
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
