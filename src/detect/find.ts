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

/** Units scanned, or eight times the anchors visited, between two pauses. */
const slice = 65_536

/** Fills `candidates`, with offsets of the normal text that it returns. */
export function* findCandidates(
  text: string,
  hint: FieldHint | undefined,
  tables: Tables,
  candidates: Candidates,
): Generator<void, NormalText> {
  const notes = emptyNotes()
  const { normal, lent } = yield* scanAll(text, notes, tables)
  const words = takeWords(normal.text, notes, tables)
  const named = labelledValues(lent, notes, tables)
  const hinted = valuesOfHint(normal.text, hint, tables)
  const values = inOrder(hinted.length === 0 ? named : [...hinted, ...named], byStart)
  const view = new View(lent, notes, values, tables.lexicon)
  yield* visitSigns(view, tables, candidates)
  yield* visitRuns(view, tables, candidates)
  yield* visitValues(view, tables, candidates)
  yield* visitWords(words, view, tables, candidates)
  addRepeated(view, candidates)
  releaseNotes(notes)
  lent.release()
  return normal
}

function byStart(one: LabelledValue, other: LabelledValue): number {
  return one.start - other.start
}

interface Scanned {
  readonly normal: NormalText
  readonly lent: LentText
}

function* scanAll(text: string, notes: Notes, tables: Tables): Generator<void, Scanned> {
  let normal = plainText(text)
  let lent = new LentText(text)
  let isChecked = true
  let at = 0
  while (at < normal.text.length) {
    const to = Math.min(normal.text.length, at + slice)
    const stopped = scan(lent.units, notes, tables, at, to, isChecked)
    if (stopped < to) {
      normal = normalize(text, stopped)
      lent.release()
      lent = new LentText(normal.text)
      isChecked = false
    } else if (stopped < normal.text.length) yield
    at = stopped
  }
  return { normal, lent }
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

function* visitSigns(view: View, tables: Tables, candidates: Candidates): Generator<void, void> {
  const { signs } = view.notes
  for (let from = 0; from < signs.length; from += slice >>> 3) {
    if (from > 0) yield
    visitSignsBetween(from, Math.min(signs.length, from + (slice >>> 3)), view, tables, candidates)
  }
}

function visitSignsBetween(from: number, to: number, view: View, tables: Tables, candidates: Candidates): void {
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

function* visitRuns(view: View, tables: Tables, candidates: Candidates): Generator<void, void> {
  const { runs } = view.notes
  for (let from = 0; from < runs.length; from += slice >>> 2) {
    if (from > 0) yield
    visitRunsBetween(from, Math.min(runs.length, from + (slice >>> 2)), view, tables, candidates)
  }
}

function visitRunsBetween(from: number, to: number, view: View, tables: Tables, candidates: Candidates): void {
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
    const { low, high } = table
    const begins = visitSteps(low, 0, table.steps, view, start, end, candidates)
    if (visitSteps(high, 32, table.steps, view, start, end, candidates) || begins)
      tables.shapes.match(view, index, visitShape)
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

function* visitValues(view: View, tables: Tables, candidates: Candidates): Generator<void, void> {
  const { values } = view
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    for (const step of tables.labels.get(value.group) ?? []) {
      candidates.recognizer = step.recognizer
      step.find(view, value, candidates)
    }
    if (index % (slice >>> 3) === (slice >>> 3) - 1) yield
  }
}

function* visitWords(
  words: readonly LabelHit[],
  view: View,
  tables: Tables,
  candidates: Candidates,
): Generator<void, void> {
  for (let index = 0; index < words.length; index++) {
    const { group, start, end } = words[index]!
    for (const step of tables.words[group]!) {
      candidates.recognizer = step.recognizer
      step.find(view, start, end, candidates)
    }
    if (index % (slice >>> 3) === (slice >>> 3) - 1) yield
  }
}
