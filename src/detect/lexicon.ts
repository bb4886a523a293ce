/**
 * The label words of all recognizers, for look-up by hash while a text is scanned. A word of the text is looked up as a whole
 * and by its first letters (for entries with any ending); phrases are compared from their first word on. Everything is kept in
 * typed arrays: a look-up follows no pointers, and thousands of phrases are no work for the garbage collector.
 */
import * as characters from './characters.ts'
import { connectorAt } from './connectors.ts'
import { EntryTable } from './entry-table.ts'
import {
  ANY_ENDING,
  countMask,
  countShift,
  endingBits,
  groupShift,
  HAS_NUMBER_WORD,
  NEEDS_NUMBER_WORD,
  NO_ENDING,
  NUMBER_ENDING,
  type PhraseList,
  wordFields,
} from './phrase-list.ts'
import type { Units } from './units.ts'
import type { Notes } from './view.ts'
import { hashPrime, hashSeed, hashSpan, longPrefixLength, prefixLength, wordEnd } from './words.ts'

// Constants of the module itself are folded into loops, imported bindings are not (see scan.ts).
const table = characters.unitTable
const foldShift = characters.foldShift
const LETTER_OR_MARK = characters.LETTER | characters.MARK
const { LOWER, MARK, UPPER } = characters

export interface LabelHit {
  readonly start: number
  readonly end: number
  readonly group: number
  readonly hasNumberWord: boolean
}

/** Where a landmark counts: anywhere, with a capital, before `.` or `/`, behind `.`. */
export type LandmarkForm = 'any' | 'capital' | 'short' | 'tail'
/** By the number that a word is marked with. */
const landmarkForms = [undefined, 'any', 'capital', 'short', 'tail'] as const

/** What stands for a hash: the number of its first entry plus one, and the mark of a landmark. */
const markBits = 3
const markMask = (1 << markBits) - 1

/** The phrases with one first word. */
const entryFields = 7
const LETTERS = 0
const LENGTH_AND_ENDING = 1
/** Its phrases: from here to LONGER the word alone, from there to STOP those that go on, longest first. */
const ALONE = 2
const LONGER = 3
const STOP = 4
/** One bit for five bits of the hash of each second word: most second words are none of them. */
const SECOND_BITS = 5
/** The next entry with the same hash plus one. */
const NEXT = 6

const phraseFields = 4
/** The group, and whether the phrase says "number". */
const GROUP = 0
/** The hash of the second word, 0 where the phrase has none of its own. */
const SECOND = 1
/** Where the words behind the first stand among the words of all phrases; how many there are, and whether one for "number" must follow. */
const REST = 2
const REST_COUNT = 3

const endingMask = (1 << endingBits) - 1
/** Letters an open entry (`zamowieni*`) may have behind it. */
const longestEnding = 5

export class Lexicon {
  readonly #groups: ReadonlyMap<string, number>
  readonly #list: PhraseList
  readonly #words: EntryTable
  /** Entries with an ending, by their first letters. */
  readonly #prefixes: EntryTable
  readonly #entries: Int32Array
  readonly #phrases: Int32Array
  /** The filters of words and of first letters, for the scan. */
  readonly wordFilter: Uint32Array
  readonly prefixFilter: Uint32Array

  /** Of all phrases those of the groups with these names. */
  constructor(
    list: PhraseList,
    groups: readonly string[],
    landmarks: Iterable<readonly [hash: number, form: LandmarkForm]> = [],
  ) {
    this.#list = list
    this.#groups = new Map(groups.map((name, index) => [name, index]))
    this.#words = new EntryTable(1 << 18, list.words.length / wordFields)
    this.#prefixes = new EntryTable(1 << 16, 1 << 10)
    this.wordFilter = this.#words.filter
    this.prefixFilter = this.#prefixes.filter
    const indexes = Int32Array.from(list.groups, name => this.groupIndex(name))
    const { entries, phrases } = readList(list, indexes)
    this.#entries = entries
    this.#phrases = phrases
    // Entries with the same hash are asked in their order.
    for (let entry = entries.length / entryFields - 1; entry >= 0; entry--) this.#place(entry)
    for (const [hash, form] of landmarks) {
      this.#words.set(hash, (this.#words.get(hash) & ~markMask) | landmarkForms.indexOf(form))
    }
  }

  /** Index of a group, -1 where no recognizer brought it. */
  groupIndex(name: string): number {
    return this.#groups.get(name) ?? -1
  }

  /** Adds to the labels of `notes` what starts with the word at `start`, that has this hash: per group the longest phrase. */
  match(units: Units, start: number, end: number, hash: number, notes: Notes): void {
    const value = this.#words.get(hash)
    if (value === 0) return
    this.#matchEntries(value >>> markBits, units, start, end, notes.labels)
    const form = landmarkForms[value & markMask]
    if (form !== undefined && hasForm(units, start, end, form)) notes.landmarks.push(start)
  }

  /** The same for the hash of the word's first letters. */
  matchPrefix(units: Units, start: number, end: number, hash: number, notes: Notes): void {
    this.#matchEntries(this.#prefixes.get(hash) >>> markBits, units, start, end, notes.labels)
  }

  /** Notes the run between two offsets if it is a landmark as a whole, however it is written. */
  matchLandmark(units: Units, start: number, end: number, notes: Notes): void {
    if ((this.#words.get(hashSpan(units, start, end)) & markMask) !== 0) notes.landmarks.push(start)
  }

  #place(entry: number): void {
    const at = entry * entryFields
    const hash = this.#entries[at + NEXT]!
    const isWhole = (this.#entries[at + LENGTH_AND_ENDING]! & endingMask) === NO_ENDING
    const table = isWhole ? this.#words : this.#prefixes
    this.#entries[at + NEXT] = table.get(hash) >>> markBits
    table.set(hash, (entry + 1) << markBits)
  }

  /** `first`: the number of an entry plus one, 0 for none. */
  #matchEntries(first: number, units: Units, start: number, end: number, hits: LabelHit[]): void {
    const entries = this.#entries
    const { letters } = this.#list
    for (let number = first; number !== 0; ) {
      const at = (number - 1) * entryFields
      number = entries[at + NEXT]!
      const alone = entries[at + ALONE]!
      const longer = entries[at + LONGER]!
      const stop = entries[at + STOP]!
      const mayGoOn = stop > longer && readSecond(units, end) && (entries[at + SECOND_BITS]! & second.bits) !== 0
      if (alone === longer && !mayGoOn) continue
      if (!isWordAt(units, start, end, letters, entries[at + LETTERS]!, entries[at + LENGTH_AND_ENDING]!)) continue
      const from = firstHitAt(hits, start)
      for (let phrase = alone; phrase < longer; phrase++) {
        addHit(hits, from, start, end, this.#phrases[phrase * phraseFields + GROUP]!)
      }
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
    const phrases = this.#phrases
    const { hash, prefixHash, longPrefixHash } = second
    for (let at = longer * phraseFields; at < stop * phraseFields; at += phraseFields) {
      const wanted = phrases[at + SECOND]!
      if (wanted !== hash && wanted !== prefixHash && wanted !== longPrefixHash && wanted !== 0) continue
      const phraseEnd = this.#restEnd(units, end, phrases[at + REST]!, phrases[at + REST_COUNT]!)
      if (phraseEnd > 0) addHit(hits, from, start, phraseEnd, phrases[at + GROUP]!)
    }
  }

  /** End of the phrase whose first word ends at `end`, with the word behind it read already; -1 where it does not go on. */
  #restEnd(units: Units, end: number, rest: number, countAndNeed: number): number {
    const { letters, words, phraseWords } = this.#list
    const needsNumberWord = (countAndNeed & 1) !== 0
    const stop = rest + (countAndNeed >>> 1)
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
}

/** The phrases of the groups that have an index, and the entries of their first words; in NEXT stands the hash of each for now. */
function readList(list: PhraseList, indexes: Int32Array): { entries: Int32Array; phrases: Int32Array } {
  const { words, phraseWords, phrases: listed } = list
  const entries = new Int32Array((words.length / wordFields) * entryFields)
  const phrases = new Int32Array(listed.length * phraseFields)
  let entry = -entryFields
  let first = -1
  let taken = 0
  for (let index = 0, place = 0, count = 0; index < listed.length; index++, place += count) {
    const packed = listed[index]!
    count = (packed >>> countShift) & countMask
    const group = indexes[packed >>> groupShift]!
    if (group < 0) continue
    if (phraseWords[place] !== first) {
      first = phraseWords[place]!
      const word = first * wordFields
      entry += entryFields
      entries[entry + LETTERS] = words[word]!
      entries[entry + LENGTH_AND_ENDING] = words[word + 1]!
      entries[entry + ALONE] = taken
      entries[entry + LONGER] = taken
      entries[entry + NEXT] = words[word + 2]!
    }
    const needsNumberWord = packed & NEEDS_NUMBER_WORD
    const at = taken * phraseFields
    taken++
    phrases[at + GROUP] = (group << 1) | ((packed & HAS_NUMBER_WORD) === 0 ? 0 : 1)
    phrases[at + REST] = place + 1
    phrases[at + REST_COUNT] = ((count - 1) << 1) | needsNumberWord
    entries[entry + STOP] = taken
    if (count === 1 && needsNumberWord === 0) {
      entries[entry + LONGER] = taken
      continue
    }
    const wanted = count === 1 ? 0 : words[phraseWords[place + 1]! * wordFields + 2]!
    phrases[at + SECOND] = wanted
    // Phrases without a second word of their own may go on with any.
    entries[entry + SECOND_BITS]! |= wanted === 0 ? -1 : bitOfSecond(wanted)
  }
  return { entries: entries.subarray(0, entry + entryFields), phrases: phrases.subarray(0, taken * phraseFields) }
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
const second = { start: 0, end: 0, hash: 0, prefixHash: 0, longPrefixHash: 0, bits: 0 }

/** Reads the word behind `end`; is there one? */
function readSecond(units: Units, end: number): boolean {
  const start = nextWordStart(units, end)
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
  if (at === start) return false
  second.start = start
  second.end = at
  second.hash = hash
  second.prefixHash = at < prefixEnd ? hash : prefixHash
  second.longPrefixHash = at < longPrefixEnd ? hash : longPrefixHash
  second.bits = bitOfSecond(hash) | bitOfSecond(second.prefixHash) | bitOfSecond(second.longPrefixHash)
  return true
}

function bitOfSecond(hash: number): number {
  return 1 << ((hash >>> 7) & 31)
}

/** The first hit that starts with the same word. */
function firstHitAt(hits: readonly LabelHit[], start: number): number {
  let index = hits.length
  while (index > 0 && hits[index - 1]!.start === start) index--
  return index
}

/** Keeps the longest hit per group. */
function addHit(hits: LabelHit[], from: number, start: number, end: number, groupAndNumber: number): void {
  const group = groupAndNumber >>> 1
  let index = from
  while (index < hits.length && hits[index]!.group !== group) index++
  if (index < hits.length && hits[index]!.end >= end) return
  hits[index] = { start, end, group, hasNumberWord: (groupAndNumber & 1) !== 0 }
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
