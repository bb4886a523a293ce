/**
 * The label words of all recognizers, compiled for look-up by hash while a text is scanned. A word of the text is looked up
 * as a whole and by its first letters (for entries with any ending); phrases are compared from their first word on.
 */
import { classOf, UPPER } from './characters.ts'
import { connectorAt } from './connectors.ts'
import { bitOfSecond, type Entry, EntryTable } from './entry-table.ts'
import { formsOf } from './inflections.ts'
import { isPhraseWordAt, isSamePhrase, type Phrase, readPhrases } from './phrases.ts'
import type { LabelGroup } from './recognizer.ts'
import type { Units } from './units.ts'
import type { Notes } from './view.ts'
import { hashSpan, longPrefixLength, prefixLength, wordEnd } from './words.ts'

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

export class Lexicon {
  readonly #groups = new Map<string, number>()
  readonly #words = new EntryTable(1 << 18)
  /** Entries with an ending, by their first letters. */
  readonly #prefixes = new EntryTable(1 << 16)
  /** The filters of words and of first letters, for the scan. */
  readonly wordFilter: Uint32Array
  readonly prefixFilter: Uint32Array

  constructor(groups: Iterable<LabelGroup>, landmarks: Iterable<readonly [hash: number, form: LandmarkForm]> = []) {
    for (const group of groups) this.#addGroup(group)
    for (const [hash, form] of landmarks) this.#words.mark(hash, landmarkForms.indexOf(form))
    this.#words.close()
    this.#prefixes.close()
    this.wordFilter = this.#words.filter
    this.prefixFilter = this.#prefixes.filter
  }

  /** Index of a group, -1 where no recognizer brought it. */
  groupIndex(name: string): number {
    return this.#groups.get(name) ?? -1
  }

  /** Names of the groups, by index. */
  groupNames(): readonly string[] {
    return [...this.#groups.keys()]
  }

  /** Adds to the labels of `notes` what starts with the word at `start`, that has this hash: per group the longest phrase. */
  match(units: Units, start: number, end: number, hash: number, notes: Notes): void {
    const place = this.#words.find(hash)
    if (place < 0) return
    matchEntries(this.#words.entriesAt(place), units, start, end, notes.labels)
    const form = landmarkForms[this.#words.markAt(place)]
    if (form !== undefined && hasForm(units, start, end, form)) notes.landmarks.push(start)
  }

  /** The same for the hash of the word's first letters. */
  matchPrefix(units: Units, start: number, end: number, hash: number, notes: Notes): void {
    const place = this.#prefixes.find(hash)
    if (place >= 0) matchEntries(this.#prefixes.entriesAt(place), units, start, end, notes.labels)
  }

  /** Notes the run between two offsets if it is a landmark as a whole, however it is written. */
  matchLandmark(units: Units, start: number, end: number, notes: Notes): void {
    const place = this.#words.find(hashSpan(units, start, end))
    if (place >= 0 && this.#words.markAt(place) !== 0) notes.landmarks.push(start)
  }

  #addGroup(group: LabelGroup): void {
    const index = this.#groups.get(group.name) ?? this.#groups.size
    this.#groups.set(group.name, index)
    for (const [language, list] of Object.entries(group.words)) {
      for (const written of list.split('|')) {
        for (const form of formsOf(language, written.trim())) {
          for (const phrase of readPhrases(form, index)) this.#addPhrase(phrase)
        }
      }
    }
  }

  #addPhrase(phrase: Phrase): void {
    const first = phrase.words[0]!
    const { whole, longer } = (first.ending === 'none' ? this.#words : this.#prefixes).entryFor(first)
    const list = phrase.words.length === 1 && !phrase.needsNumberWord ? whole : longer
    if (!list.some(other => isSamePhrase(other, phrase))) list.push(phrase)
  }
}

function hasForm(units: Units, start: number, end: number, form: LandmarkForm): boolean {
  if (form === 'any') return true
  if (form === 'capital') return (classOf(units[start]!) & UPPER) !== 0
  if (form === 'tail') return units[start - 1] === 0x2e
  return units[end] === 0x2e || units[end] === 0x2f
}

function matchEntries(entries: readonly Entry[], units: Units, start: number, end: number, hits: LabelHit[]): void {
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]!
    const { whole, longer } = entry
    const mayGoOn = longer.length > 0 && readSecond(units, end) && (entry.secondBits & second.bits) !== 0
    if ((whole.length === 0 && !mayGoOn) || !isPhraseWordAt(units, start, end, entry.first)) continue
    const from = firstHitAt(hits, start)
    for (let phrase = 0; phrase < whole.length; phrase++) addHit(hits, from, start, end, whole[phrase]!)
    if (mayGoOn) matchLonger(units, start, end, entry, hits, from)
  }
}

/** The word behind the one that is looked up, read once for all its phrases: its bounds, and the hashes it may be known by. */
const second = { start: 0, end: 0, hash: 0, prefixHash: 0, longPrefixHash: 0, bits: 0 }

/** Reads the word behind `end`; is there one? */
function readSecond(units: Units, end: number): boolean {
  const start = nextWordStart(units, end)
  const stop = wordEnd(units, start)
  if (stop === start) return false
  second.start = start
  second.end = stop
  second.hash = hashSpan(units, start, stop)
  second.prefixHash = stop - start <= prefixLength ? second.hash : hashSpan(units, start, start + prefixLength)
  second.longPrefixHash =
    stop - start <= longPrefixLength ? second.hash : hashSpan(units, start, start + longPrefixLength)
  second.bits = bitOfSecond(second.hash) | bitOfSecond(second.prefixHash) | bitOfSecond(second.longPrefixHash)
  return true
}

/** The first hit that starts with the same word. */
function firstHitAt(hits: readonly LabelHit[], start: number): number {
  let index = hits.length
  while (index > 0 && hits[index - 1]!.start === start) index--
  return index
}

/** Keeps the longest hit per group. */
function addHit(hits: LabelHit[], from: number, start: number, end: number, phrase: Phrase): void {
  const { group, hasNumberWord } = phrase
  let index = from
  while (index < hits.length && hits[index]!.group !== group) index++
  if (index < hits.length && hits[index]!.end >= end) return
  hits[index] = { start, end, group, hasNumberWord }
}

/** Nearly all phrases fall out by the hash of their second word. */
function matchLonger(
  units: Units,
  start: number,
  end: number,
  { longer, seconds }: Entry,
  hits: LabelHit[],
  from: number,
): void {
  const { hash, prefixHash, longPrefixHash } = second
  for (let index = 0; index < seconds.length; index++) {
    const wanted = seconds[index]!
    if (wanted !== hash && wanted !== prefixHash && wanted !== longPrefixHash && wanted !== 0) continue
    const phrase = longer[index]!
    const phraseEnd = matchRest(units, end, second.start, second.end, phrase)
    if (phraseEnd > 0) addHit(hits, from, start, phraseEnd, phrase)
  }
}

/** End of the phrase whose first word ends at `end`, with the bounds of the word behind it; -1 where it does not go on. */
function matchRest(units: Units, end: number, secondStart: number, secondEnd: number, phrase: Phrase): number {
  const { words, needsNumberWord } = phrase
  let wordStart = secondStart
  let wordStop = secondEnd
  let last = end
  for (let index = 1; index < words.length; index++) {
    if (!isPhraseWordAt(units, wordStart, wordStop, words[index]!)) return -1
    last = wordStop
    if (index + 1 === words.length && !needsNumberWord) return last
    wordStart = nextWordStart(units, wordStop)
    wordStop = wordEnd(units, wordStart)
  }
  if (!needsNumberWord) return last
  return wordStop > wordStart && connectorAt(units, wordStart, wordStop)?.isNumberWord ? wordStop : -1
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
