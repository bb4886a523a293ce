/** One text, start to end: scan, then call each recognizer at its anchors. Pauses at each `yield`, for those who slice. */
import type { FieldHint } from '../types.ts'
import { standsAlone } from './boundaries.ts'
import type { Candidates } from './candidates.ts'
import { valuesOfHint } from './hints.ts'
import { valuesOfLabels } from './labelled-values.ts'
import { type NormalText, normalize, plainText } from './normalize.ts'
import { scan } from './scan.ts'
import type { Tables } from './tables.ts'
import { type Notes, View } from './view.ts'

/** Units scanned, or eight times the anchors visited, between two pauses. */
const slice = 65_536

/** Fills `candidates`, with offsets of the normal text that it returns. */
export function* findCandidates(
  text: string,
  hint: FieldHint | undefined,
  tables: Tables,
  candidates: Candidates,
): Generator<void, NormalText> {
  const notes: Notes = { runs: [], signs: [], labels: [] }
  const normal = yield* scanAll(text, notes, tables)
  const values = [
    ...valuesOfHint(normal.text, hint, tables),
    ...valuesOfLabels(normal.text, notes.labels, tables.groups),
  ]
  values.sort((left, right) => left.start - right.start)
  const view = new View(normal.text, notes, values, tables.lexicon)
  yield* visitSigns(view, tables, candidates)
  yield* visitRuns(view, tables, candidates)
  yield* visitValues(view, tables, candidates)
  return normal
}

function* scanAll(text: string, notes: Notes, tables: Tables): Generator<void, NormalText> {
  let normal = plainText(text)
  let isChecked = true
  let at = 0
  while (at < normal.text.length) {
    const to = Math.min(normal.text.length, at + slice)
    const stopped = scan(normal.text, notes, tables, at, to, isChecked)
    if (stopped < to) {
      normal = normalize(text, stopped)
      isChecked = false
    } else if (stopped < normal.text.length) yield
    at = stopped
  }
  return normal
}

function* visitSigns(view: View, tables: Tables, candidates: Candidates): Generator<void, void> {
  const { signs } = view.notes
  for (let index = 0; index < signs.length; index++) {
    const at = signs[index]!
    for (const step of tables.texts[view.text.charCodeAt(at)]!) {
      if (step.rest !== '' && !view.text.startsWith(step.rest, at + 1)) continue
      candidates.recognizer = step.recognizer
      step.find(view, at, at + 1 + step.rest.length, candidates)
    }
    if (index % (slice >>> 3) === (slice >>> 3) - 1) yield
  }
}

function* visitRuns(view: View, tables: Tables, candidates: Candidates): Generator<void, void> {
  const { runs } = view.notes
  for (let index = 0; index < runs.length; index += 2) {
    const start = runs[index]!
    const end = runs[index + 1]!
    const steps = tables.runs[end - start]
    if (steps !== undefined) {
      for (const step of steps) {
        candidates.recognizer = step.recognizer
        step.find(view, start, end, candidates)
      }
    }
    tables.shapes.match(view, index, (step, from, to) => {
      if (!standsAlone(view, from, to)) return
      candidates.recognizer = step.recognizer
      step.find(view, from, to, candidates)
    })
    if (index % (slice >>> 2) === (slice >>> 2) - 2) yield
  }
}

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
