/**
 * Which runs a recognizer looks at, by what they are made of and by the two units on either side. Each recognizer has a bit;
 * one table by length, one by what stands before and one by what stands behind say which bits are left, so that a run of the
 * text is handed only to recognizers that can use it.
 */
import { classOf, DIGIT, LETTER, LOWER, UPPER } from './characters.ts'
import type { Units } from './units.ts'

/** Digits only: `2031`. */
export const DIGITS = 0
/** A digit first, letters too: `10kg`. */
export const DIGIT_LED = 1
/** A letter first, digits too: `DE89`. */
export const LETTER_LED = 2
/** Capitals only: `BIC`. */
export const CAPITALS = 3
const kinds = 4

/** `9` digits only, `9A` digits and letters with a digit first, `A9` with a letter first, `A` capitals only. */
export type KindName = '9' | '9A' | 'A9' | 'A'
const kindNames: readonly KindName[] = ['9', '9A', 'A9', 'A']

export interface RunFilter {
  /** Default: all. */
  readonly made?: readonly KindName[]
  /** What must stand right behind the run: one of these patterns. Default: anything. */
  readonly after?: Patterns
  /** What must not stand right behind it. Default: nothing. */
  readonly notAfter?: Patterns
  /** What must stand right before the run, and what must not, in the same way. */
  readonly before?: Patterns
  readonly notBefore?: Patterns
}

/**
 * One or two units each, as written from left to right: a sign stands for itself, `\n` for any end of a line and of the text,
 * `9` for a digit, `a` for a letter, `A` for a capital. A string is a list of single units.
 */
export type Patterns = string | readonly string[]

/** All pairs of a unit of one list and a unit of the other. */
export function pairs(first: string, second: string): string[] {
  return [...first].flatMap(left => [...second].map(right => left + right))
}

/** Signs that filters may name. Everything else is one class. */
const signs = ' \n\t.,:;-/()+_$"\'\u00b0\u00ba#\u2116=|!@%'
const [lower, upper, digit, letter] = [1, 2, 3, 4]
const firstSign = 5
const classes = 32

/** The class of each unit up to U+00FF: 0 for those that no filter names. */
const classOfLow = Uint8Array.from({ length: 256 }, (_, unit) => readClass(unit))

function readClass(unit: number): number {
  if (unit === 0 || unit === 0x0d) return readClass(0x0a)
  const bits = classOf(unit)
  if ((bits & LOWER) !== 0) return lower
  if ((bits & UPPER) !== 0) return upper
  if ((bits & DIGIT) !== 0) return digit
  if ((bits & LETTER) !== 0) return letter
  const sign = signs.indexOf(String.fromCharCode(unit))
  return sign < 0 ? 0 : sign + firstSign
}

function classOfUnit(unit: number): number {
  return unit < 256 ? classOfLow[unit]! : readClass(unit)
}

/** Longest run that an anchor can name. */
const longestRun = 256
/** Bits are in three words. */
const wordBits = 32
const bitWords = 3
const mostAnchors = bitWords * wordBits

/** What a run is made of, and how long it is. */
export type RunSize = readonly [made: KindName, length: number]

export interface RunAnchor<S> {
  readonly sizes: readonly RunSize[]
  readonly filter: Omit<RunFilter, 'made'>
  readonly step: S
}

export function sizesBetween(shortest: number, longest: number, made: readonly KindName[] = kindNames): RunSize[] {
  const lengths = Array.from({ length: longest - shortest + 1 }, (_, more) => shortest + more)
  return made.flatMap(name => lengths.map(length => [name, length] as const))
}

/** The steps for each run, as bits. */
export class RunTable<S> {
  /** By the number of their bit. */
  readonly steps: readonly S[]
  /** What `look` found: the bits of steps 0 to 31, 32 to 63, and of those behind them. */
  low = 0
  middle = 0
  high = 0
  /** Three words each: by length and kind, and by the classes of two units. */
  readonly #sizes = new Int32Array((longestRun + 1) * kinds * bitWords)
  readonly #before: Int32Array
  readonly #after: Int32Array

  constructor(anchors: readonly RunAnchor<S>[]) {
    if (anchors.length > mostAnchors) throw new RangeError(`More than ${mostAnchors} anchors start at runs`)
    this.steps = anchors.map(({ step }) => step)
    for (const [index, { sizes }] of anchors.entries()) this.#addSizes(sizes, index)
    const filters = anchors.map(({ filter }) => filter)
    this.#before = allowedPairs(
      filters.map(({ before, notBefore }) => [before, notBefore]),
      true,
    )
    this.#after = allowedPairs(
      filters.map(({ after, notAfter }) => [after, notAfter]),
      false,
    )
  }

  /** Sets `low`, `middle` and `high` for the run between two offsets. */
  look(units: Units, start: number, end: number, kind: number): void {
    const length = end - start
    if (length > longestRun) {
      this.low = 0
      this.middle = 0
      this.high = 0
      return
    }
    const before = start > 0 ? classOfUnit(units[start - 1]!) : endOfText
    const second = start > 1 ? classOfUnit(units[start - 2]!) : endOfText
    const after = classOfUnit(units[end]!)
    const next = classOfUnit(units[end + 1]!)
    const size = (length * kinds + kind) * bitWords
    const left = (second * classes + before) * bitWords
    const right = (after * classes + next) * bitWords
    this.low = this.#sizes[size]! & this.#before[left]! & this.#after[right]!
    this.middle = this.#sizes[size + 1]! & this.#before[left + 1]! & this.#after[right + 1]!
    this.high = this.#sizes[size + 2]! & this.#before[left + 2]! & this.#after[right + 2]!
  }

  #addSizes(sizes: readonly RunSize[], index: number): void {
    for (const [made, length] of sizes) {
      if (length <= longestRun) setBit(this.#sizes, length * kinds + kindNames.indexOf(made), index)
    }
  }
}

/** Words of bits for each pair of classes: the filters that let it pass, which are nearly all of them for nearly all pairs. */
function allowedPairs(
  filters: readonly (readonly [only: Patterns | undefined, not: Patterns | undefined])[],
  isBefore: boolean,
): Int32Array {
  const words = new Int32Array(classes * classes * bitWords).fill(-1)
  for (const [index, [only]] of filters.entries()) if (only !== undefined) clearBit(words, 0, index)
  for (let place = bitWords; place < words.length; place++) words[place] = words[place - bitWords]!
  for (const [index, [only = '']] of filters.entries()) {
    for (const place of placesOf(only, isBefore)) setBit(words, place, index)
  }
  for (const [index, [, not = '']] of filters.entries()) {
    for (const place of placesOf(not, isBefore)) clearBit(words, place, index)
  }
  return words
}

function setBit(words: Int32Array, place: number, bit: number): void {
  words[place * bitWords + Math.floor(bit / wordBits)]! |= 1 << (bit % wordBits)
}

function clearBit(words: Int32Array, place: number, bit: number): void {
  words[place * bitWords + Math.floor(bit / wordBits)]! &= ~(1 << (bit % wordBits))
}

/** The pairs of classes that a list of patterns names, as places in a table. */
function placesOf(patterns: Patterns, isBefore: boolean): number[] {
  const places: number[] = []
  for (const pattern of patterns) {
    if (pattern.length < 1 || pattern.length > 2) throw new TypeError(`A filter of runs cannot name "${pattern}"`)
    const named = [...pattern].map(classesOfSign)
    const [first, second] = named.length === 2 ? named : isBefore ? [everyClass, named[0]!] : [named[0]!, everyClass]
    for (const left of first!) for (const right of second!) places.push(left * classes + right)
  }
  return places
}

/** Can a filter name this sign? */
export function isNamed(sign: string): boolean {
  return signs.includes(sign)
}

const everyClass = Array.from({ length: classes }, (_, unitClass) => unitClass)

function classesOfSign(sign: string): readonly number[] {
  if (sign === '9') return [digit]
  if (sign === 'A') return [upper]
  if (sign === 'a') return [lower, upper, letter]
  if (!signs.includes(sign)) throw new TypeError(`A filter of runs cannot name "${sign}"`)
  return [signs.indexOf(sign) + firstSign]
}

const endOfText = signs.indexOf('\n') + firstSign
