/**
 * The label words of all recognizers, compiled for look-up by hash while a text is scanned. A word of the text is looked up
 * as a whole and by its first letters (for entries with any ending); phrases are compared from their first word on.
 */
import { foldWord } from './characters.ts'
import { connectorAt, numberWords } from './connectors.ts'
import type { LabelGroup } from './recognizer.ts'
import { hashWord, isWordAt, prefixLength, wordEnd } from './words.ts'

/** A word of a phrase: the folded word, and whether any ending may follow. */
interface PhraseWord {
  readonly word: string
  readonly open: boolean
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
  readonly #phrases = new Map<number, Phrase[]>()

  constructor(groups: Iterable<LabelGroup>) {
    for (const group of groups) this.#addGroup(group)
    for (const phrases of this.#phrases.values()) phrases.sort((left, right) => right.words.length - left.words.length)
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
    this.#matchAll(this.#phrases.get(wordHash), text, start, end, hits, from)
    if (prefixHash !== wordHash) this.#matchAll(this.#phrases.get(prefixHash), text, start, end, hits, from)
  }

  #matchAll(
    phrases: readonly Phrase[] | undefined,
    text: string,
    start: number,
    end: number,
    hits: LabelHit[],
    from: number,
  ) {
    if (phrases === undefined) return
    for (const phrase of phrases) {
      const phraseEnd = matchPhrase(text, start, end, phrase)
      if (phraseEnd < 0) continue
      const { group, hasNumberWord } = phrase
      const known = indexOfGroup(hits, group, from)
      if (known < hits.length && hits[known]!.end >= phraseEnd) continue
      hits[known] = { start, end: phraseEnd, group, hasNumberWord }
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

  #addPhrase(entry: string, kind: Omit<Phrase, 'words'>): void {
    const words = entry.split(/[ -]+/).map(readPhraseWord)
    const first = words[0]!
    const key = hashWord(first.open ? first.word.slice(0, prefixLength) : first.word)
    const phrases = this.#phrases.get(key) ?? []
    this.#phrases.set(key, phrases)
    const isKnown = phrases.some(other => other.group === kind.group && isSamePhrase(other, words, kind))
    if (!isKnown) phrases.push({ words, ...kind })
    const bit = key & (filterBits - 1)
    this.filter[bit >>> 5]! |= 1 << (bit & 31)
  }
}

function isSamePhrase(other: Phrase, words: readonly PhraseWord[], kind: Omit<Phrase, 'words'>): boolean {
  if (other.needsNumberWord !== kind.needsNumberWord || other.words.length !== words.length) return false
  return other.words.every((word, index) => word.word === words[index]!.word && word.open === words[index]!.open)
}

/** Index of the hit for a group from `from` on; the length of the list where there is none. */
function indexOfGroup(hits: readonly LabelHit[], group: number, from: number): number {
  let index = from
  while (index < hits.length && hits[index]!.group !== group) index++
  return index
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
  return { word, open }
}

function matchPhrase(text: string, start: number, end: number, { words, needsNumberWord }: Phrase): number {
  let wordStart = start
  let wordStop = end
  for (let index = 0; index < words.length; index++) {
    if (index > 0) {
      wordStart = nextWordStart(text, wordStop)
      wordStop = wordEnd(text, wordStart)
    }
    const { word, open } = words[index]!
    if (!isWordAt(text, wordStart, wordStop, word, open ? longestEnding : 0)) return -1
  }
  return needsNumberWord ? numberWordEnd(text, wordStop) : wordStop
}

function numberWordEnd(text: string, end: number): number {
  const start = nextWordStart(text, end)
  const stop = wordEnd(text, start)
  return stop > start && connectorAt(text, start, stop)?.isNumberWord ? stop : -1
}

/** Words of a phrase may be joined by a blank, `_`, `-`, `.`, `/`, an apostrophe, a line break, or by nothing (camelCase). */
function nextWordStart(text: string, end: number): number {
  let index = end
  if (text[index] === '.') index++
  const joint = text[index]
  if (joint === ' ' || joint === '_' || joint === '-' || joint === '/' || joint === "'" || joint === '\n') index++
  return index
}
