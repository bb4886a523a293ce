/** One text, start to end: scan, then call each recognizer at its anchors. Pauses at each `yield`, for those who slice. */
import type { FieldHint } from '../types.ts'
import { standsAlone } from './boundaries.ts'
import type { Candidates } from './candidates.ts'
import { labelledValues } from './carriers/index.ts'
import { valuesOfHint } from './hints.ts'
import { inOrder } from './in-order.ts'
import type { LabelledValue } from './labelled-values.ts'
import type { LabelHit } from './lexicon.ts'
import { type NormalText, normalize, plainText } from './normalize.ts'
import { matchAt } from './patterns.ts'
import { isInPlaceholder } from './placeholders.ts'
import type { Finder } from './recognizer.ts'
import { addRepeated } from './repetition.ts'
import { scan } from './scan.ts'
import { bitsBefore } from './signs.ts'
import { placeOfSign, type Step, type Tables } from './tables.ts'
import { LentText } from './units.ts'
import { emptyNotes, type Notes, releaseNotes, View } from './view.ts'

/** Units scanned between two pauses. */
const slice = 65_536

/** Fills `candidates`, with offsets of the normal text that it returns. Short texts, which are most, need no pause and no generators. */
export function* findCandidates(
  text: string,
  hint: FieldHint | undefined,
  tables: Tables,
  candidates: Candidates,
): Generator<void, NormalText> {
  const notes = emptyNotes()
  const scanned = new Scanned(text)
  while (scanned.goOn(notes, tables)) yield
  const { normal, lent } = scanned
  const words = takeWords(normal.text, notes, tables)
  const named = labelledValues(lent, notes, tables)
  const hinted = valuesOfHint(normal.text, hint, tables)
  const values = inOrder(hinted.length === 0 ? named : [...hinted, ...named], byStart)
  const view = new View(lent, notes, values, tables.lexicon)
  const { signs, runs } = notes
  if (signs.length <= most) visitSigns(0, signs.length, view, tables, candidates)
  else yield* inSlices(signs.length, (from, to) => visitSigns(from, to, view, tables, candidates))
  if (runs.length <= most) visitRuns(0, runs.length, view, tables, candidates)
  else yield* inSlices(runs.length, (from, to) => visitRuns(from, to, view, tables, candidates))
  if (values.length <= most) visitValues(0, values.length, view, tables, candidates)
  else yield* inSlices(values.length, (from, to) => visitValues(from, to, view, tables, candidates))
  if (words.length <= most) visitWords(0, words.length, words, view, tables, candidates)
  else yield* inSlices(words.length, (from, to) => visitWords(from, to, words, view, tables, candidates))
  addRepeated(view, candidates)
  releaseNotes(notes)
  lent.release()
  return normal
}

/** Anchors visited between two pauses. Even: a run has two offsets. */
const most = 8_192

function* inSlices(length: number, visit: (from: number, to: number) => void): Generator<void, void> {
  for (let from = 0; from < length; from += most) {
    if (from > 0) yield
    visit(from, Math.min(length, from + most))
  }
}

function byStart(one: LabelledValue, other: LabelledValue): number {
  return one.start - other.start
}

/** A text on its way through the scan, and its normal form where it turns out to need one. */
class Scanned {
  readonly #text: string
  #normal: NormalText
  #lent: LentText
  #isChecked = true
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#normal = plainText(text)
    this.#lent = new LentText(text)
  }

  get normal(): NormalText {
    return this.#normal
  }

  get lent(): LentText {
    return this.#lent
  }

  /** Scans a slice; is there more? */
  goOn(notes: Notes, tables: Tables): boolean {
    const { length } = this.#normal.text
    const to = Math.min(length, this.#at + slice)
    this.#at = scan(this.#lent.units, notes, tables, this.#at, to, this.#isChecked)
    if (this.#at >= to) return this.#at < length
    this.#normal = normalize(this.#text, this.#at)
    this.#lent.release()
    this.#lent = new LentText(this.#normal.text)
    this.#isChecked = false
    return this.#at < this.#normal.text.length && this.goOn(notes, tables)
  }
}

/** Takes the words that name no value out of the labels, and those of placeholders. */
function takeWords(text: string, { labels }: Notes, tables: Tables): readonly LabelHit[] {
  const words: LabelHit[] = []
  let kept = 0
  for (const hit of labels) {
    if (isInPlaceholder(text, hit.start)) continue
    if (tables.words[hit.group] === undefined) labels[kept++] = hit
    else words.push(hit)
  }
  labels.length = kept
  return words
}

function visitSigns(from: number, to: number, view: View, tables: Tables, candidates: Candidates): void {
  const { units, notes } = view
  const { textLists, texts, textsBefore } = tables
  for (let index = from; index < to; index++) {
    const at = notes.signs.at(index)
    const list = textLists[placeOfSign(units[at]!, units[at + 1]!)]!
    if (list === 0) continue
    const standsBefore = bitsBefore(units, at)
    if ((textsBefore[list]! & standsBefore) === 0) continue
    const steps = texts[list]!
    for (let step = 0; step < steps.length; step++) {
      const { recognizer, rest, second, before, find } = steps[step]!
      if ((before & standsBefore) === 0) continue
      if (second !== 0 && (units[at + 2] !== second || !view.text.startsWith(rest, at + 1))) continue
      candidates.recognizer = recognizer
      find(view, at, at + 1 + rest.length, candidates)
    }
  }
}

function visitRuns(from: number, to: number, view: View, tables: Tables, candidates: Candidates): void {
  const { units, notes } = view
  const { runs, kinds } = notes
  const table = tables.runs
  const visitShape = (step: Step<Finder>, start: number, end: number): void => {
    if (!standsAlone(view, start, end)) return
    candidates.recognizer = step.recognizer
    step.find(view, start, end, candidates)
  }
  let stampEnd = 0
  for (let index = from; index < to; index += 2) {
    const start = runs.at(index)
    const end = runs.at(index + 1)
    if (start < stampEnd) continue
    stampEnd = timeStampEnd(view, start, end)
    if (stampEnd > 0) continue
    table.look(units, start, end, kinds.at(index >>> 1))
    const { low, middle, high, steps } = table
    let begins = visitSteps(low, 0, steps, view, start, end, candidates)
    if (visitSteps(middle, 32, steps, view, start, end, candidates)) begins = true
    if (visitSteps(high, 64, steps, view, start, end, candidates)) begins = true
    if (begins) tables.shapes.match(view, index, visitShape)
  }
}

/** Calls the steps whose bits are set; may a shape begin here? */
function visitSteps(
  bits: number,
  first: number,
  steps: readonly (Step<Finder> | null)[],
  view: View,
  start: number,
  end: number,
  candidates: Candidates,
): boolean {
  let begins = false
  for (let left = bits; left !== 0; left &= left - 1) {
    const step = steps[first + 31 - Math.clz32(left & -left)]!
    if (step === null) {
      begins = true
      continue
    }
    candidates.recognizer = step.recognizer
    step.find(view, start, end, candidates)
  }
  return begins
}

/** End of a date with a time; 0 where none starts. Logs hold more of their numbers than of all others, and none is a value. */
function timeStampEnd(view: View, start: number, end: number): number {
  if (end - start !== 4) return 0
  const { units } = view
  if (units[end] !== 0x2d || units[start + 7] !== 0x2d || units[start + 13] !== 0x3a) return 0
  if (units[start + 10] === 0x0a) return 0
  return Math.max(0, matchAt(view, timeStamp, start))
}

const timeStamp =
  /(?:19|20)\d\d-[01]\d-[0-3]\d(?:T| )[0-2]\d:[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?![\w:])/y

function visitValues(from: number, to: number, view: View, tables: Tables, candidates: Candidates): void {
  const { values } = view
  for (let index = from; index < to; index++) {
    const value = values[index]!
    const steps = tables.labels.get(value.group)
    if (steps === undefined) continue
    for (let step = 0; step < steps.length; step++) {
      const { recognizer, find } = steps[step]!
      candidates.recognizer = recognizer
      find(view, value, candidates)
    }
  }
}

function visitWords(
  from: number,
  to: number,
  words: readonly LabelHit[],
  view: View,
  tables: Tables,
  candidates: Candidates,
): void {
  for (let index = from; index < to; index++) {
    const { group, start, end } = words[index]!
    for (const { recognizer, find } of tables.words[group]!) {
      candidates.recognizer = recognizer
      find(view, start, end, candidates)
    }
  }
}
