/** Signs that recognizers start from, and what may follow each: most colons and dots of a text begin nothing. */
import type { Units } from './units.ts'

/** For each ASCII sign the bits of the units that may follow it; 0 for what is no sign of any recognizer. */
export type SignTable = Uint8Array

const LETTER = 1
const DIGIT = 2
const BLANK = 4
const QUOTE = 8
const OTHER = 16
const JOINT = 32
const ANY = LETTER | DIGIT | BLANK | QUOTE | OTHER | JOINT

/** The bit of each ASCII unit; behind them that of all others, which may be letters, or invisible units before the right one. */
export const bitOfUnit = Uint8Array.from({ length: 129 }, (_, unit) => (unit < 128 ? bitOf(unit) : ANY))

function bitOf(unit: number): number {
  const written = String.fromCharCode(unit)
  if (/[A-Za-z]/.test(written)) return LETTER
  if (/\d/.test(written)) return DIGIT
  if (written === ' ') return BLANK
  if (/["'`]/.test(written)) return QUOTE
  return /[-./:@]/.test(written) ? JOINT : OTHER
}

/** Notes in the table that a recognizer starts from `text`. */
export function addSign(table: SignTable, text: string, next: string | undefined): void {
  table[text.charCodeAt(0)]! |= bitsBehind(text, next)
}

/**
 * The bits of what may follow the first unit of `text`. `next` says it where the text is one unit long: `A` a letter, `9` a digit,
 * any other sign itself (and those like it).
 */
export function bitsBehind(text: string, next: string | undefined): number {
  return bitsOf(text.length > 1 ? text.charAt(1) : next)
}

/** The bits of units that are named in the same way; all where none is named. */
export function bitsOf(named: string | undefined): number {
  let bits = named === undefined ? ANY : 0
  for (let index = 0; named !== undefined && index < named.length; index++) {
    bits |= bitOfUnit[named.charCodeAt(index)] ?? ANY
  }
  return bits
}

/** The bits of the unit before a sign; all at the start of the text. */
export function bitsBefore(units: Units, at: number): number {
  if (at === 0) return ANY
  const unit = units[at - 1]!
  return bitOfUnit[unit < 128 ? unit : 128]!
}
