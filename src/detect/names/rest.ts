/** What the chain says inside an endless row of closed tokens, where nothing is left of what stands before or behind. */
import { CLOSED } from './gate.ts'
import { LABELS } from './labels.ts'

export interface Rest {
  /** Per label: what has been learned from the left, what from the right, and the probability. */
  readonly forward: Float64Array
  readonly backward: Float64Array
  readonly probabilities: Float64Array
}

/** More than enough: one step takes all but a few thousandths of the rest. */
const STEPS = 40

/** `transitions` are those within a line, not their logarithms. */
export function restOf(transitions: Float64Array): Rest {
  const emissions = [1, ...CLOSED.map(Math.exp)]
  let forward = [1, 0, 0, 0]
  let backward = [1, 1, 1, 1]
  for (let step = 0; step < STEPS; step++) {
    forward = scaled(
      emissions.map((emission, to) => emission * sum(from => forward[from]! * transitions[from * LABELS + to]!)),
    )
    backward = scaled(
      emissions.map((_, from) => sum(to => transitions[from * LABELS + to]! * emissions[to]! * backward[to]!)),
    )
  }
  const probabilities = scaled(forward.map((value, label) => value * backward[label]!))
  return {
    forward: Float64Array.from(forward),
    backward: Float64Array.from(backward),
    probabilities: Float64Array.from(probabilities),
  }
}

function sum(term: (label: number) => number): number {
  let total = 0
  for (let label = 0; label < LABELS; label++) total += term(label)
  return total
}

function scaled(values: readonly number[]): number[] {
  const total = values.reduce((whole, value) => whole + value, 0)
  return values.map(value => value / total)
}
