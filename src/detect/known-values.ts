/**
 * Values found once are found everywhere later in the exchange, whether or not a label stands beside them again. Values are
 * looked up by the hash of one word, so the cost does not grow with their number.
 */
import type { EntityType, Finding } from '../types.ts'
import { classOf, isDigit, WORD } from './characters.ts'
import { mergeOverlaps } from './overlaps.ts'
import { LABELLED } from './scores.ts'
import { hashSpan } from './words.ts'

/** Types whose values are common words or short numbers: repeating them by sight would hit innocent text. */
const neverRepeated: ReadonlySet<EntityType> = new Set(['AGE', 'CARD_CVV', 'SALARY'])
/** Types whose values are words; the name tagger repeats them with its own care. */
const words: ReadonlySet<EntityType> = new Set(['LOCATION', 'ORGANIZATION', 'PERSON'])
const shortest = 4
const shortestDigitsOnly = 5
const shortestWord = 6

/** Values that have their key word at the same offset and are equally long: one look-up tells all of them apart. */
interface Bucket {
  readonly offset: number
  readonly length: number
  readonly types: Map<string, EntityType>
}

export class KnownValues {
  /** By hash of the value's longest word, which is shared least often. Longest values first. */
  readonly #buckets = new Map<number, Bucket[]>()
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
    const offset = longestWord(trimmed)
    const key = hashSpan(trimmed, offset, wordStop(trimmed, offset))
    const buckets = this.#buckets.get(key) ?? []
    this.#buckets.set(key, buckets)
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
    const findings: Finding[] = []
    let at = nextWord(text, 0)
    while (at < text.length) {
      const stop = wordStop(text, at)
      const found = this.#findAround(text, at, stop)
      if (found !== null) findings.push(found)
      at = nextWord(text, stop)
    }
    return mergeOverlaps(findings)
  }

  /** Forgets everything. */
  clear(): void {
    this.#buckets.clear()
    this.#seen.clear()
  }

  /** The longest known value whose longest word stands between two offsets. */
  #findAround(text: string, wordStart: number, stop: number): Finding | null {
    for (const { offset, length, types } of this.#buckets.get(hashSpan(text, wordStart, stop)) ?? []) {
      const start = wordStart - offset
      const end = start + length
      if (start < 0 || end > text.length) continue
      const type = types.get(text.slice(start, end))
      if (type !== undefined && isWhole(text, start, end)) {
        return { start, end, type, score: LABELLED, recognizer: 'known-values' }
      }
    }
    return null
  }
}

/** Start of the longest word; the last one of several. */
function longestWord(value: string): number {
  let best = nextWord(value, 0)
  let longest = 0
  for (let at = best; at < value.length; at = nextWord(value, wordStop(value, at))) {
    const length = wordStop(value, at) - at
    if (length < longest) continue
    longest = length
    best = at
  }
  return best
}

function isRepeatable(value: string, type: EntityType): boolean {
  if (neverRepeated.has(type) || value.length < shortest || nextWord(value, 0) >= value.length) return false
  if (value.includes('@')) return true
  if (/^\p{Nd}+$/u.test(value)) return value.length >= shortestDigitsOnly
  if (/\p{Nd}/u.test(value)) return true
  if (words.has(type)) return /^\p{Lu}/u.test(value) && (value.includes(' ') || value.length >= shortestWord)
  return value.length >= shortestWord && !/^\p{L}\p{Ll}+$/u.test(value)
}

function isWhole(text: string, start: number, end: number): boolean {
  const touchesBefore = isWordUnit(text, start) && isWordUnit(text, start - 1)
  const touchesAfter = isWordUnit(text, end - 1) && isWordUnit(text, end)
  // `12345` is no part of `12345.67` or `9-12345`.
  const isDecimal =
    isDigit(text.charCodeAt(end + 1)) && /[.,]/.test(text.charAt(end)) && isDigit(text.charCodeAt(end - 1))
  return !touchesBefore && !touchesAfter && !isDecimal
}

function isWordUnit(text: string, index: number): boolean {
  return index >= 0 && index < text.length && (classOf(text.charCodeAt(index)) & WORD) !== 0
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
