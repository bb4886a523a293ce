/**
 * The label words of all recognizers, for look-up by hash while a text is scanned. A word of the text is looked up as a whole
 * and by its first letters (for entries with any ending); phrases are compared from their first word on. Everything is kept in
 * typed arrays: a look-up follows no pointers, and thousands of phrases are no work for the garbage collector.
 */
import * as characters from './characters.ts'
import { connectorAt } from './connectors.ts'
import { type Filter, SLOT, wordSlotOf } from './entry-table.ts'
import {
  ANY_ENDING,
  bitOfLetter,
  ENTRY,
  endingBits,
  entryFields,
  groupShift,
  HAS_NUMBER_WORD,
  type LandmarkForm,
  landmarkForms,
  markBits,
  markMask,
  NEEDS_NUMBER_WORD,
  NUMBER_ENDING,
  PHRASE,
  type PhraseList,
  phraseFields,
  restMask,
  restShift,
  wordFields,
} from './phrase-list.ts'
import type { Units } from './units.ts'
import type { Notes } from './view.ts'
import * as words from './words.ts'

// Constants of the module itself are folded into loops, imported bindings are not (see scan.ts).
const table = characters.unitTable
const foldShift = characters.foldShift
const LETTER_OR_MARK = characters.LETTER | characters.MARK
const { LOWER, MARK, UPPER } = characters
const { ALONE, FORM, HIGH_BITS, HIGH_NEXT, LONGER, LOW_BITS, LOW_NEXT, STOP } = ENTRY
const { PACKED, SECOND, REST } = PHRASE
const { BITS, VALUE } = SLOT
const { hashPrime, hashSeed, hashSpan, longPrefixLength, prefixLength, wordEnd } = words

/** Numbers that the scan notes of a word that may be here: start, end, hash, and what it is the hash of. */
export const notedFields = 4
/** The whole word, its first letters; a run of several words, or one with combining accents, of which there is no hash yet. */
export const WHOLE = 0
export const PREFIX = 1
export const JOINED = 2
export const MARKED = 3

export interface LabelHit {
  readonly start: number
  readonly end: number
  readonly group: number
  readonly hasNumberWord: boolean
}

const endingMask = (1 << endingBits) - 1
/** Letters an open entry (`zamowieni*`) may have behind it. */
const longestEnding = 5

export class Lexicon {
  readonly #list: PhraseList
  readonly #groups: ReadonlyMap<string, number>
  /** By index of a group; the others are as if they were not there. */
  readonly #isWanted: Uint8Array
  readonly #hasLandmarks: boolean

  /** Of the phrases of a list those of the groups with these names; landmarks or none. */
  constructor(list: PhraseList, wanted: Iterable<string>, hasLandmarks: boolean) {
    const names = new Set(wanted)
    this.#list = list
    this.#groups = new Map(list.groups.map((name, index) => [name, names.has(name) ? index : -1]))
    this.#isWanted = Uint8Array.from(list.groups, name => (names.has(name) ? 1 : 0))
    this.#hasLandmarks = hasLandmarks
  }

  /** Index of a group, -1 where no recognizer brought it. */
  groupIndex(name: string): number {
    return this.#groups.get(name) ?? -1
  }

  /** Admits all words that are here, and few others. */
  get filter(): Filter {
    return this.#list.filter
  }

  /**
   * Adds to the labels and landmarks of `notes` what starts with the words that the scan has noted there: per group the longest phrase.
   * The words are forgotten.
   */
  lookUp(units: Units, notes: Notes): void {
    const { length } = notes.words
    const list = notes.words.reserve(0)
    for (let index = 0; index < length; index += notedFields) {
      const start = list[index]!
      const kind = list[index + 3]!
      if (kind <= PREFIX) this.#match(units, start, list[index + 1]!, list[index + 2]!, kind, notes)
      else if (kind === MARKED || this.#isLandmark(units, start, list[index + 1]!)) notes.landmarks.push(start)
    }
    notes.words.resize(0)
  }

  #match(units: Units, start: number, end: number, hash: number, kind: number, notes: Notes): void {
    const { slots } = this.#list
    const slot = wordSlotOf(slots, hash)
    if (slot < 0 || !goesOn(units, end, slots[slot + BITS]!)) return
    const value = slots[slot + VALUE]!
    this.#matchEntries(value >>> markBits, units, start, end, notes.labels)
    const mark = value & markMask
    if (mark === 0 || kind !== WHOLE || !this.#hasLandmarks) return
    if (hasForm(units, start, end, landmarkForms[mark]!)) notes.landmarks.push(start)
  }

  /** Is the run between two offsets a landmark as a whole, however it is written? */
  #isLandmark(units: Units, start: number, end: number): boolean {
    if (!this.#hasLandmarks) return false
    const { slots } = this.#list
    const slot = wordSlotOf(slots, hashSpan(units, start, end))
    return slot >= 0 && (slots[slot + VALUE]! & markMask) !== 0
  }

  /** `first`: where an entry begins plus one, 0 for none. */
  #matchEntries(first: number, units: Units, start: number, end: number, hits: LabelHit[]): void {
    const { entries } = this.#list
    for (let place = first; place !== 0; ) {
      const at = (place - 1) | 0
      place = entries[at + LOW_NEXT]! | (entries[at + HIGH_NEXT]! << 16)
      const longer = entries[at + LONGER]!
      const stop = entries[at + STOP]!
      const alone = entries[at + ALONE]!
      const bits = entries[at + LOW_BITS]! | (entries[at + HIGH_BITS]! << 16)
      const mayGoOn = stop > longer && readSecond(units, end, bits)
      if (alone === 0 && !mayGoOn) continue
      const form = entries[at + FORM]!
      const letters = at + entryFields
      if (!isWordAt(units, start, end, entries, letters, form)) continue
      const from = firstHitAt(hits, start)
      const packed = letters + (form >>> endingBits)
      for (let phrase = packed; phrase < packed + alone; phrase++) this.#add(hits, from, start, end, entries[phrase]!)
      if (mayGoOn) this.#matchLonger(units, start, end, longer, stop, hits, from)
    }
  }

  /** Nearly all phrases fall out by the hash of their second word. */
  #matchLonger(
    units: Units,
    start: number,
    end: number,
    longer: number,
    stop: number,
    hits: LabelHit[],
    from: number,
  ): void {
    const { phrases } = this.#list
    const { hash, prefixHash, longPrefixHash } = second
    for (let at = longer * phraseFields; at < stop * phraseFields; at += phraseFields) {
      const wanted = phrases[at + SECOND]!
      if (wanted !== hash && wanted !== prefixHash && wanted !== longPrefixHash && wanted !== 0) continue
      const packed = phrases[at + PACKED]!
      const phraseEnd = this.#restEnd(units, end, phrases[at + REST]!, packed)
      if (phraseEnd > 0) this.#add(hits, from, start, phraseEnd, packed)
    }
  }

  /** End of the phrase whose first word ends at `end`, with the word behind it read already; -1 where it does not go on. */
  #restEnd(units: Units, end: number, rest: number, packed: number): number {
    const { letters, words, phraseWords } = this.#list
    const needsNumberWord = (packed & NEEDS_NUMBER_WORD) !== 0
    const stop = rest + ((packed >>> restShift) & restMask)
    let wordStart = second.start
    let wordStop = second.end
    let last = end
    for (let index = rest; index < stop; index++) {
      const word = phraseWords[index]! * wordFields
      if (!isWordAt(units, wordStart, wordStop, letters, words[word]!, words[word + 1]!)) return -1
      last = wordStop
      if (index + 1 === stop && !needsNumberWord) return last
      wordStart = nextWordStart(units, wordStop)
      wordStop = wordEnd(units, wordStart)
    }
    if (!needsNumberWord) return last
    return wordStop > wordStart && connectorAt(units, wordStart, wordStop)?.isNumberWord ? wordStop : -1
  }

  /** Keeps the longest hit per group. `from`: the first hit that starts with the same word. */
  #add(hits: LabelHit[], from: number, start: number, end: number, packed: number): void {
    const group = packed >>> groupShift
    if (this.#isWanted[group] === 0) return
    let index = from
    while (index < hits.length && hits[index]!.group !== group) index++
    if (index < hits.length && hits[index]!.end >= end) return
    hits[index] = { start, end, group, hasNumberWord: (packed & HAS_NUMBER_WORD) !== 0 }
  }
}

function hasForm(units: Units, start: number, end: number, form: LandmarkForm): boolean {
  if (form === 'any') return true
  if (form === 'capital') return (characters.classOf(units[start]!) & UPPER) !== 0
  if (form === 'tail') return units[start - 1] === 0x2e
  return units[end] === 0x2e || units[end] === 0x2f
}

/** Is the word between two offsets this word of a phrase? */
function isWordAt(
  units: Units,
  start: number,
  end: number,
  letters: Uint16Array,
  from: number,
  lengthAndEnding: number,
): boolean {
  const stop = from + (lengthAndEnding >>> endingBits)
  let index = start
  for (let letter = from; letter < stop; index++) {
    if (index >= end) return false
    const entry = table[units[index]!]!
    if ((entry & MARK) !== 0) continue
    if (entry >>> foldShift !== letters[letter]) return false
    letter++
  }
  while (index < end && (table[units[index]!]! & MARK) !== 0) index++
  const ending = lengthAndEnding & endingMask
  if (ending === NUMBER_ENDING) return connectorAt(units, index, end)?.isNumberWord === true
  let beyond = 0
  for (; index < end; index++) if ((table[units[index]!]! & MARK) === 0) beyond++
  return beyond <= (ending === ANY_ENDING ? longestEnding : 0)
}

/** The word behind the one that is looked up, read once for all its phrases: its bounds, and the hashes it may be known by. */
const second = { start: 0, end: 0, hash: 0, prefixHash: 0, longPrefixHash: 0 }

/** May the word behind `end` begin with one of these letters? Two thirds of the words looked up only begin longer phrases. */
function goesOn(units: Units, end: number, bits: number): boolean {
  if (bits === -1) return true
  const first = table[units[nextWordStart(units, end)]!]!
  return (first & MARK) !== 0 || ((first & LETTER_OR_MARK) !== 0 && (bits & bitOfLetter(first >>> foldShift)) !== 0)
}

/** Reads the word behind `end`; is there one that begins with one of these letters? */
function readSecond(units: Units, end: number, bits: number): boolean {
  const start = nextWordStart(units, end)
  const first = table[units[start]!]!
  if ((first & LETTER_OR_MARK) === 0) return false
  if ((bits & bitOfLetter(first >>> foldShift)) === 0 && (first & MARK) === 0) return false
  const prefixEnd = start + prefixLength
  const longPrefixEnd = start + longPrefixLength
  let hash = hashSeed
  let prefixHash = 0
  let longPrefixHash = 0
  let last = 0
  let at = start
  for (;;) {
    const entry = table[units[at]!]!
    if ((entry & LETTER_OR_MARK) === 0 || ((entry & UPPER) !== 0 && (last & LOWER) !== 0)) break
    last = entry
    if ((entry & MARK) === 0) hash = Math.imul(hash ^ (entry >>> foldShift), hashPrime)
    at++
    if (at === prefixEnd) prefixHash = hash
    else if (at === longPrefixEnd) longPrefixHash = hash
  }
  second.start = start
  second.end = at
  second.hash = hash
  second.prefixHash = at < prefixEnd ? hash : prefixHash
  second.longPrefixHash = at < longPrefixEnd ? hash : longPrefixHash
  return true
}

/** The first hit that starts with the same word. */
function firstHitAt(hits: readonly LabelHit[], start: number): number {
  let index = hits.length
  while (index > 0 && hits[index - 1]!.start === start) index--
  return index
}

/** Words of a phrase may be joined by a blank, `_`, `-`, `.`, `/`, an apostrophe, a line break, or by nothing (camelCase). */
function nextWordStart(units: Units, end: number): number {
  let index = units[end] === 0x2e ? end + 1 : end
  // "n.º de cliente", "n° client"
  if (units[index] === 0xba || units[index] === 0xb0) index++
  const joint = units[index]!
  const isJoint =
    joint === 0x20 ||
    joint === 0x5f ||
    joint === 0x2d ||
    joint === 0x2f ||
    joint === 0x27 ||
    joint === 0x2019 ||
    joint === 0x0a
  return isJoint ? index + 1 : index
}
