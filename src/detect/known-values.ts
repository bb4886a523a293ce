/**
 * Values found once are found everywhere in the exchange, whether or not a label stands beside them again. A text is walked
 * word by word; whether a word can be part of a known value at all is one look at its first letter, last letter and length,
 * so that the cost neither grows with the number of values nor with what they look like.
 */
import type { EntityType, Finding } from '../types.ts'
import * as characters from './characters.ts'
import { mergeOverlaps } from './overlaps.ts'
import { LABELLED } from './scores.ts'
import { hashText } from './words.ts'

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
/** One word that is a name is repeated from this length and this score on; a full name is from any. */
const shortestName = 4
const sureName = 0.8
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
  /** Names of one word by their small form: a name that also stands in small letters is a word (`Rose`, `Berg`). */
  readonly #bySmallForm = new Map<string, string>()
  readonly #ordinary = new Set<string>()
  /** Names of one word that are looked for nowhere else, since what spoke for them was too little. */
  readonly #unsure = new Set<string>()

  /** How many values are remembered. Grows only, until `clear`. */
  get size(): number {
    return this.#seen.size
  }

  /** How many names turned out to be words as well. Grows only, until `clear`: `find` learns it from texts. */
  get ordinaryNames(): number {
    return this.#ordinary.size
  }

  /** Whether a value is safe to repeat: long enough, and no common word. */
  accepts(value: string, type: EntityType): boolean {
    return isRepeatable(value.trim(), type)
  }

  /** How many names were not sure enough to be looked for. Grows only, until `clear`. */
  get unsureNames(): number {
    return this.#unsure.size
  }

  /** True for a name that is left where nothing speaks for it: it turned out to be a word, or was never sure. */
  leaves(value: string): boolean {
    const trimmed = value.trim()
    return this.#ordinary.has(trimmed) || (this.#unsure.has(trimmed) && !this.#seen.has(trimmed))
  }

  /** Remembers a value, if it is safe to repeat, and the surname of a full name. `score` is that of its finding. */
  add(value: string, type: EntityType, score = 1): void {
    const trimmed = value.trim()
    this.#remember(trimmed, type, score)
    const surname = type === 'PERSON' ? surnameOf(trimmed) : undefined
    if (surname !== undefined) this.#remember(surname, type, score)
  }

  #remember(trimmed: string, type: EntityType, score: number): void {
    if (this.#seen.has(trimmed)) return
    if (!isRepeatable(trimmed, type, score)) {
      if (words.has(type)) this.#unsure.add(trimmed)
      return
    }
    this.#seen.add(trimmed)
    const [offset, stop] = this.#keyWord(trimmed)
    const key = hashText(trimmed, offset, stop)
    const buckets = this.#buckets.get(key) ?? []
    this.#buckets.set(key, buckets)
    this.#admit(trimmed, offset, stop)
    const { length } = trimmed
    if (words.has(type) && offset === 0 && stop === length) this.#watch(trimmed)
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
      else if (this.#bySmallForm.size > 0) this.#noteSmallForm(text.slice(start, at))
    }
    const isName = ({ start, end }: Finding) => !this.#ordinary.has(text.slice(start, end))
    return mergeOverlaps(this.#ordinary.size === 0 ? findings : findings.filter(isName))
  }

  /** Forgets everything. */
  clear(): void {
    this.#buckets.clear()
    this.#filter.fill(0)
    this.#seen.clear()
    this.#bySmallForm.clear()
    this.#ordinary.clear()
    this.#unsure.clear()
  }

  #admit(text: string, start: number, stop: number): void {
    const bit = formOf(text, start, stop)
    this.#filter[bit >>> 5]! |= 1 << (bit & 31)
  }

  /** Looks out for the small form of a name of one word. */
  #watch(name: string): void {
    const small = name.toLowerCase()
    if (small === name) return
    this.#bySmallForm.set(small, name)
    this.#admit(small, 0, small.length)
  }

  #noteSmallForm(word: string): void {
    const name = this.#bySmallForm.get(word)
    if (name !== undefined) this.#ordinary.add(name)
  }

  /** The longest word that few other values have for a key. */
  #keyWord(value: string): readonly [start: number, stop: number] {
    const spans = wordsOf(value)
    const isFree = ([start, stop]: readonly [number, number]) =>
      (this.#buckets.get(hashText(value, start, stop))?.length ?? 0) < mostBuckets
    return spans.find(isFree) ?? spans[0]!
  }

  /** The longest known value whose key word stands between two offsets. */
  #findAround(text: string, wordStart: number, stop: number): Finding | null {
    for (const { offset, length, types } of this.#buckets.get(hashText(text, wordStart, stop)) ?? []) {
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
  return formOfUnits(text.charCodeAt(start), text.charCodeAt(stop - 1), stop - start)
}

export function formOfUnits(first: number, last: number, length: number): number {
  return (Math.imul(first, 0x9e5) ^ Math.imul(last, 0x3b) ^ Math.imul(length, 0x2f1)) & (filterBits - 1)
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
export function isRepeatable(value: string, type: EntityType, score = 1): boolean {
  if (neverRepeated.has(type) || value.length < shortest || nextWord(value, 0) >= value.length) return false
  if (value.includes('@')) return true
  const digits = countDigits(value)
  if (digits === value.length) return digits >= shortestDigitsOnly
  if (digits > 0) return true
  if (/^\p{Nd}+$/u.test(value)) return value.length >= shortestDigitsOnly
  if (/\p{Nd}/u.test(value)) return true
  if (words.has(type)) return /^\p{Lu}/u.test(value) && (value.includes(' ') || isSureName(value, type, score))
  return value.length >= shortestWord && !/^\p{L}\p{Ll}+$/u.test(value)
}

function countDigits(value: string): number {
  let digits = 0
  for (let index = 0; index < value.length; index++) if (isDigit(value.charCodeAt(index))) digits++
  return digits
}

/** `Doe` of `Jo Doe` and of `Doe, Jo`; none of initials, and no ending behind an apostrophe. */
function surnameOf(name: string): string | undefined {
  const [, before] = /^(\p{Lu}[\p{L}\p{M}-]+), \p{Lu}/u.exec(name) ?? []
  return before ?? / (\p{Lu}[\p{L}\p{M}-]+)$/u.exec(name)?.[1]
}

function isSureName(word: string, type: EntityType, score: number): boolean {
  return score >= sureName && word.length >= (type === 'PERSON' ? shortestName : shortestWord)
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
