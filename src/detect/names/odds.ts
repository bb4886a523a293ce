/** Adds evidence to the score of PERSON, in natural-log odds, set on the development corpus. */
import { LABELS, PERSON } from './labels.ts'

/** The value of a column or field that names people. */
export const COLUMN = 5
export const COMMON_IN_COLUMN = 4
/** A separator ends the name. */
export const SEPARATOR = -6

export function addPerson(scores: Float64Array, at: number, amount: number): void {
  scores[at * LABELS + PERSON]! += amount
}

/** What is not looked at otherwise (see gate.ts) starts from here where a field says that it is a name. */
const LOWEST_IN_FIELD = -3

/** The same for a value of a field that names people. */
export function addToField(scores: Float64Array, at: number, amount: number): void {
  const person = scores[at * LABELS + PERSON]!
  scores[at * LABELS + PERSON] = Math.max(person, LOWEST_IN_FIELD) + amount
}
