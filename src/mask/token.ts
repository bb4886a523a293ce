/**
 * One placeholder as it stands in a text, exact or as a model bends it. Two forms:
 *
 *   bracketed   `[EMAIL_1]`, `[email 1]`, `[[EMAIL_1]]`, `\[EMAIL\_1\]`, `[**EMAIL_1**]`, `&#91;EMAIL_1&#93;`, `%5BEMAIL_1%5D`
 *   bare        `EMAIL_1`, `EMAIL\_1`, `[EMAIL_1`, `EMAIL_1]`: upper case only and whole words only, since `person_1` is a
 *               name that programs use
 *
 * The same reader finds placeholders in answers and placeholder-like text in requests; that no text is taken for a
 * placeholder that it is not rests on the two being equal. Every loop of a reader has a bound, so one reading costs
 * constant time.
 */
import type { EscapeLevel } from '../types.ts'
import { mostDigits } from './placeholder.ts'

export interface Token {
  /** What is replaced, with all bent brackets that belong to it. */
  readonly start: number
  readonly end: number
  /** The innermost pair of brackets; equal to start and end for a bare token. */
  readonly innerStart: number
  readonly innerEnd: number
  /** The type, as types are compared. */
  readonly key: string
  readonly number: number
}

/** The text ends before it can be told; what may be a token begins here. */
export interface Pending {
  readonly pendingFrom: number
}

export type Reading = Token | Pending | null

export interface Reader {
  readonly level: EscapeLevel
  /** No further text will come. */
  readonly final: boolean
  /** Can letters and digits that begin so become a placeholder? Asked only where the text ends. */
  mayBecome(squeezed: string): boolean
}

/** The number of a placeholder, or null. */
export function parseNumber(digits: string): number | null {
  if (digits === '' || digits.length > mostDigits || digits.startsWith('0')) return null
  return Number(digits)
}
