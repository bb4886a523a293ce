/**
 * The label words of all recognizers, compiled for look-up by hash while a text is scanned. A word of the text is looked up
 * as a whole and by its first letters (for entries with any ending); phrases are compared from their first word on.
 */
import { foldWord } from './characters.ts'
import { connectorAt, numberWords } from './connectors.ts'
import type { LabelGroup } from './recognizer.ts'
import { hashSpan, hashWord, isWordAt, prefixLength, wordEnd } from './words.ts'

/** A word of a phrase: the folded word, and whether any ending may follow. */
interface PhraseWord {
  readonly word: string
  readonly open: boolean
  /** Hash of the word, or of its first letters where any ending may follow. */
  readonly hash: number
}

interface Phrase {
  readonly words: readonly PhraseWord[]
  /** A word for "number" must follow as a word of its own. */
  readonly needsNumberWord: boolean
  /** Index of the label group. */
  readonly group: number
  /** The phrase itself says "number": a plain number may follow. */
  readonly hasNumberWord: boolean
}

/** Phrases that begin with the same word. */
interface Entry {
  readonly first: PhraseWord
  /** Those of this word alone. */
  readonly whole: Phrase[]
  /** Those that go on, longest first. */
  readonly longer: Phrase[]
}

export interface LabelHit {
  readonly start: number
  readonly end: number
  readonly group: number
  readonly hasNumberWord: boolean
}

/** Letters an open entry (`zamowieni*`) may have behind it. */
const longestEnding = 5
const filterBits = 1 << 17

export class Lexicon {
  /** One bit per hash: the first word of some phrase may have it. 16 KiB, so that it stays in the processor's cache. */
  readonly filter = new Uint32Array(filterBits >>> 5)
  readonly #groups = new Map<string, number>()
  readonly #entries = new Map<number, Entry[]>()

  constructor(groups: Iterable<LabelGroup>) {
    for (const group of groups) this.#addGroup(group)
    for (const entry of [...this.#entries.values()].flat()) {
      entry.longer.sort((left, right) => right.words.length - left.words.length)
    }
  }

  /** Index of a group, -1 where no recognizer brought it. */
  groupIndex(name: string): number {
    return this.#groups.get(name) ?? -1
  }

  /** Names of the groups, by index. */
  groupNames(): readonly string[] {
    return [...this.#groups.keys()]
  }

  /** Adds to `hits` what starts with the word at `start`: per group the longest phrase. */
  match(text: string, start: number, end: number, wordHash: number, prefixHash: number, hits: LabelHit[]): void {
    const from = hits.length
    this.#matchEntries(this.#entries.get(wordHash), text, start, end, hits, from)
    if (prefixHash !== wordHash) this.#matchEntries(this.#entries.get(prefixHash), text, start, end, hits, from)
  }

  #matchEntries(
    entries: readonly Entry[] | undefined,
    text: string,
    start: number,
    end: number,
    hits: LabelHit[],
    from: number,
  ) {
    if (entries === undefined) return
    for (const { first, whole, longer } of entries) {
      if (!isWordAt(text, start, end, first.word, first.open ? longestEnding : 0)) continue
      for (const phrase of whole) addHit(hits, from, start, end, phrase)
      if (longer.length > 0) matchLonger(text, start, end, longer, hits, from)
    }
  }

  #addGroup(group: LabelGroup): void {
    const index = this.#groups.get(group.name) ?? this.#groups.size
    this.#groups.set(group.name, index)
    for (const list of Object.values(group.words)) {
      for (const entry of list.split('|')) this.#addEntry(entry.trim(), index)
    }
  }

  #addEntry(entry: string, group: number): void {
    if (!entry.endsWith('~')) {
      this.#addPhrase(entry, { group, hasNumberWord: false, needsNumberWord: false })
      return
    }
    const stem = entry.slice(0, -1)
    this.#addPhrase(stem, { group, hasNumberWord: true, needsNumberWord: true })
    for (const number of numberWords) {
      this.#addPhrase(`${stem}${number}`, { group, hasNumberWord: true, needsNumberWord: false })
    }
  }

  #addPhrase(written: string, kind: Omit<Phrase, 'words'>): void {
    const words = written.split(/[ -]+/).map(readPhraseWord)
    const first = words[0]!
    const { whole, longer } = this.#entryFor(first)
    const list = words.length === 1 && !kind.needsNumberWord ? whole : longer
    const isKnown = list.some(other => other.group === kind.group && isSamePhrase(other, words, kind))
    if (!isKnown) list.push({ words, ...kind })
  }

  #entryFor(first: PhraseWord): Entry {
    const entries = this.#entries.get(first.hash) ?? []
    this.#entries.set(first.hash, entries)
    const known = entries.find(other => other.first.word === first.word && other.first.open === first.open)
    if (known !== undefined) return known
    const entry: Entry = { first, whole: [], longer: [] }
    entries.push(entry)
    const bit = first.hash & (filterBits - 1)
    this.filter[bit >>> 5]! |= 1 << (bit & 31)
    return entry
  }
}

function isSamePhrase(other: Phrase, words: readonly PhraseWord[], kind: Omit<Phrase, 'words'>): boolean {
  if (other.needsNumberWord !== kind.needsNumberWord || other.words.length !== words.length) return false
  return other.words.every((word, index) => word.word === words[index]!.word && word.open === words[index]!.open)
}

/** Keeps the longest hit per group. */
function addHit(hits: LabelHit[], from: number, start: number, end: number, phrase: Phrase): void {
  const { group, hasNumberWord } = phrase
  let index = from
  while (index < hits.length && hits[index]!.group !== group) index++
  if (index < hits.length && hits[index]!.end >= end) return
  hits[index] = { start, end, group, hasNumberWord }
}

/** The second word is looked at once for all phrases; nearly all of them fall out by its hash. */
function matchLonger(
  text: string,
  start: number,
  end: number,
  phrases: readonly Phrase[],
  hits: LabelHit[],
  from: number,
): void {
  const secondStart = nextWordStart(text, end)
  const secondEnd = wordEnd(text, secondStart)
  if (secondEnd === secondStart) return
  const hash = hashSpan(text, secondStart, secondEnd)
  const prefixHash = hashSpan(text, secondStart, Math.min(secondEnd, secondStart + prefixLength))
  for (const phrase of phrases) {
    const second = phrase.words[1]
    if (second !== undefined && second.hash !== (second.open ? prefixHash : hash)) continue
    const phraseEnd = matchRest(text, end, secondStart, secondEnd, phrase)
    if (phraseEnd > 0) addHit(hits, from, start, phraseEnd, phrase)
  }
}

/** End of the phrase whose first word ends at `end`, with the bounds of the word behind it; -1 where it does not go on. */
function matchRest(text: string, end: number, secondStart: number, secondEnd: number, phrase: Phrase): number {
  const { words, needsNumberWord } = phrase
  let wordStart = secondStart
  let wordStop = secondEnd
  let last = end
  for (let index = 1; index < words.length; index++) {
    const { word, open } = words[index]!
    if (!isWordAt(text, wordStart, wordStop, word, open ? longestEnding : 0)) return -1
    last = wordStop
    if (index + 1 === words.length && !needsNumberWord) return last
    wordStart = nextWordStart(text, wordStop)
    wordStop = wordEnd(text, wordStart)
  }
  if (!needsNumberWord) return last
  return wordStop > wordStart && connectorAt(text, wordStart, wordStop)?.isNumberWord ? wordStop : -1
}

/** Is the bit of this hash set? Kept apart from the class so that the scan can inline it. */
export function mayStartLabel(filter: Uint32Array, hash: number): boolean {
  const bit = hash & (filterBits - 1)
  return ((filter[bit >>> 5]! >>> (bit & 31)) & 1) !== 0
}

function readPhraseWord(written: string): PhraseWord {
  const open = written.endsWith('*')
  const word = foldWord(open ? written.slice(0, -1) : written)
  if (word === '' || (open && word.length < prefixLength)) throw new TypeError(`Label word "${written}" is too short`)
  return { word, open, hash: hashWord(open ? word.slice(0, prefixLength) : word) }
}

/** Words of a phrase may be joined by a blank, `_`, `-`, `.`, `/`, an apostrophe, a line break, or by nothing (camelCase). */
function nextWordStart(text: string, end: number): number {
  let index = end
  if (text[index] === '.') index++
  const joint = text[index]
  if (joint === ' ' || joint === '_' || joint === '-' || joint === '/' || joint === "'" || joint === '\n') index++
  return index
}
