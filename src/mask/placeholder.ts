/** What a placeholder is: `[TYPE_n]`. Making one, and comparing types the way a restorer must. */
import { knownTypes } from '../entity-types.ts'

/** Types may have this many characters, as the options say. */
export const longestType = 40

/** Numbers have at most this many digits; longer ones are never issued, so never restored and never counted. */
export const mostDigits = 7

export const highestNumber = 10 ** mostDigits - 1

/**
 * Literal numbers up to this one lift the numbering above themselves; higher ones (which nobody writes in earnest) are
 * only stepped over, so that a text cannot use the numbers up.
 */
const highestLiftingNumber = 99_999

const typeShape = /^[A-Z][A-Z0-9_]{0,39}$/

export function isPlaceholderType(type: string): boolean {
  return typeShape.test(type)
}

export function placeholderName(type: string, number: number): string {
  return `${type}_${number}`
}

/**
 * Models write `ORDER NUMBER`, `order_number` and `ORDERNUMBER` for one type. Types are therefore compared by their
 * letters and digits alone, and types that are equal so share one numbering.
 */
export function typeKey(type: string): string {
  return type.replaceAll('_', '').toUpperCase()
}

/** Keys of the types the package knows: `[PHONE_3]` is a placeholder even where no phone number was replaced. */
export const knownTypeKeys: ReadonlySet<string> = new Set(Object.keys(knownTypes).map(typeKey))

/** Numbers of one type: which were seen as literal text, and which comes next. */
export class Numbering {
  #seen: Set<number> | null = null
  #highest = 0

  /** A number that stands in a text already; it will not be issued. */
  see(number: number): void {
    this.#seen = (this.#seen ?? new Set()).add(number)
    if (number <= highestLiftingNumber && number > this.#highest) this.#highest = number
  }

  wasSeen(number: number): boolean {
    return this.#seen?.has(number) === true
  }

  /** The next free number, or null when there is none. `wanted` is issued instead, or the next free one from it on. */
  issue(wanted?: number): number | null {
    let number = wanted ?? this.#highest + 1
    while (this.wasSeen(number)) number++
    if (number > highestNumber) return null
    if (wanted === undefined) this.#highest = number
    else this.#seen = (this.#seen ?? new Set()).add(number)
    return number
  }
}
