/** exp() of scores. The one of the language is a call of a function that cannot be compiled along, and each open token needs three. */

/** Scores beyond these bounds leave no doubt either. */
const MOST = 40
const STEPS = 16

const wholes = Float64Array.from({ length: 2 * MOST * STEPS + 1 }, (_, index) => Math.exp(index / STEPS - MOST))

/** To twelve digits: the nearest of the table, and the series for what is left. */
export function expOf(score: number): number {
  const value = score > MOST ? MOST : score < -MOST ? -MOST : score
  const index = Math.round((value + MOST) * STEPS)
  const left = value + MOST - index / STEPS
  return wholes[index]! * (1 + left * (1 + (left / 2) * (1 + (left / 3) * (1 + (left / 4) * (1 + left / 5)))))
}
