/**
 * Values found once are found everywhere in the exchange, whether or not a label stands beside them again. A text is walked
 * word by word; whether a word can be part of a known value at all is one look at its first letter, last letter and length,
 * so that the cost neither grows with the number of values nor with what they look like.
 */
import type { EntityType, Finding } from '../types.ts'
import * as characters from './characters.ts'
import { mergeOverlaps } from './overlaps.ts'
import { LABELLED } from './scores.ts'
import { hashSpan } from './words.ts'

// Constants of the module itself are folded into the loop, imported bindings are not (see scan.ts).
const table = characters.unitTable
const { isDigit, WORD } = characters

/** Types whose values are common words or short numbers: repeating them by sight would hit innocent text. */
const neverRepeated: ReadonlySet<EntityType> = new Set(['AGE', 'CARD_CVV', 'SALARY'])
/** Types whose values are words; the name tagger repeats them with its own care. */
const words: ReadonlySet<EntityType> = new Set(['LOCATION', 'ORGANIZATION', 'PERSON'])
const shortest = 4
const shortestDigitsOnly = 5
const shortestWord = 6
const filterBits = 1 << 15
/** Values that share their key word but differ in place or length. With more of them another word becomes the key. */
const mostBuckets = 16

/** Values that have their key word at the same offset and are equally long: one look-up tells all of them apart. */
interface Bucket {
  readonly offset: number
  readonly length: number
  readonly types: Map<string, EntityType>
}

export class KnownValues {
  /** By hash of the value's key word: its longest, which is shared least often. Longest values first. */
  readonly #buckets = new Map<number, Bucket[]>()
  /** One bit per form of a key word. */
  readonly #filter = new Uint32Array(filterBits >>> 5)
  readonly #seen = new Set<string>()

  /** How many values are remembered. Grows only, until `clear`. */
  get size(): number {
    return this.#seen.size
  }

  /** Whether a value is safe to repeat: long enough, and no common word. */
  accepts(value: string, type: EntityType): boolean {
    return isRepeatable(value.trim(), type)
  }

  /** Remembers a value, if it is safe to repeat. */
  add(value: string, type: EntityType): void {
    const trimmed = value.trim()
    if (this.#seen.has(trimmed) || !isRepeatable(trimmed, type)) return
    this.#seen.add(trimmed)
    const [offset, stop] = this.#keyWord(trimmed)
    const key = hashSpan(trimmed, offset, stop)
    const buckets = this.#buckets.get(key) ?? []
    this.#buckets.set(key, buckets)
    const bit = formOf(trimmed, offset, stop)
    this.#filter[bit >>> 5]! |= 1 << (bit & 31)
    const { length } = trimmed
    const bucket = buckets.find(other => other.offset === offset && other.length === length)
    if (bucket !== undefined) bucket.types.set(trimmed, type)
    else {
      buckets.push({ offset, length, types: new Map([[trimmed, type]]) })
      buckets.sort((left, right) => right.length - left.length)
    }
  }

  /** Where known values stand in a text as whole words: sorted, without overlaps. */
  find(text: string): Finding[] {
    if (this.#seen.size === 0) return []
    const filter = this.#filter
    const findings: Finding[] = []
    const { length } = text
    let at = 0
    while (at < length) {
      if ((table[text.charCodeAt(at)]! & WORD) === 0) {
        at++
        continue
      }
      const start = at++
      while (at < length && (table[text.charCodeAt(at)]! & WORD) !== 0) at++
      const bit = formOf(text, start, at)
      if (((filter[bit >>> 5]! >>> (bit & 31)) & 1) === 0) continue
      const found = this.#findAround(text, start, at)
      if (found !== null) findings.push(found)
    }
    return mergeOverlaps(findings)
  }

  /** Forgets everything. */
  clear(): void {
    this.#buckets.clear()
    this.#filter.fill(0)
    this.#seen.clear()
  }

  /** The longest word that few other values have for a key. */
  #keyWord(value: string): readonly [start: number, stop: number] {
    const spans = wordsOf(value)
    const isFree = ([start, stop]: readonly [number, number]) =>
      (this.#buckets.get(hashSpan(value, start, stop))?.length ?? 0) < mostBuckets
    return spans.find(isFree) ?? spans[0]!
  }

  /** The longest known value whose key word stands between two offsets. */
  #findAround(text: string, wordStart: number, stop: number): Finding | null {
    for (const { offset, length, types } of this.#buckets.get(hashSpan(text, wordStart, stop)) ?? []) {
      const start = wordStart - offset
      const end = start + length
      if (start < 0 || end > text.length || !isWholeValue(text, start, end)) continue
      const type = types.get(text.slice(start, end))
      if (type !== undefined) return { start, end, type, score: LABELLED, recognizer: 'known-values' }
    }
    return null
  }
}

/** First letter, last letter and length of a word in fifteen bits. */
export function formOf(text: string, start: number, stop: number): number {
  const first = text.charCodeAt(start)
  const last = text.charCodeAt(stop - 1)
  return (Math.imul(first, 0x9e5) ^ Math.imul(last, 0x3b) ^ Math.imul(stop - start, 0x2f1)) & (filterBits - 1)
}

/** Start and end of each word, the longest first; of equally long ones the last first. */
export function wordsOf(value: string): (readonly [start: number, stop: number])[] {
  const spans: (readonly [number, number])[] = []
  for (let at = nextWord(value, 0); at < value.length; ) {
    const stop = wordStop(value, at)
    spans.push([at, stop])
    at = nextWord(value, stop)
  }
  return spans.sort((left, right) => right[1] - right[0] - (left[1] - left[0]) || right[0] - left[0])
}

/** Is the value long enough, and no common word? */
export function isRepeatable(value: string, type: EntityType): boolean {
  if (neverRepeated.has(type) || value.length < shortest || nextWord(value, 0) >= value.length) return false
  if (value.includes('@')) return true
  if (/^\p{Nd}+$/u.test(value)) return value.length >= shortestDigitsOnly
  if (/\p{Nd}/u.test(value)) return true
  if (words.has(type)) return /^\p{Lu}/u.test(value) && (value.includes(' ') || value.length >= shortestWord)
  return value.length >= shortestWord && !/^\p{L}\p{Ll}+$/u.test(value)
}

/** No letter or digit touches the value, and it is no part of a decimal number. */
export function isWholeValue(text: string, start: number, end: number): boolean {
  const touchesBefore = isWordUnit(text, start) && isWordUnit(text, start - 1)
  const touchesAfter = isWordUnit(text, end - 1) && isWordUnit(text, end)
  // `12345` is no part of `12345.67` or `9-12345`.
  const isDecimal =
    isDigit(text.charCodeAt(end + 1)) && /[.,]/.test(text.charAt(end)) && isDigit(text.charCodeAt(end - 1))
  return !touchesBefore && !touchesAfter && !isDecimal
}

function isWordUnit(text: string, index: number): boolean {
  return index >= 0 && index < text.length && (table[text.charCodeAt(index)]! & WORD) !== 0
}

function nextWord(text: string, from: number): number {
  let at = from
  while (at < text.length && !isWordUnit(text, at)) at++
  return at
}

function wordStop(text: string, from: number): number {
  let at = from
  while (isWordUnit(text, at)) at++
  return at
}
