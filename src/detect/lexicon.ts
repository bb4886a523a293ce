/**
 * The label words of all recognizers, compiled for look-up by hash while a text is scanned. A word of the text is looked up
 * as a whole and by its first letters (for entries with any ending); phrases are compared from their first word on.
 */
import { foldWord, isMark } from './characters.ts'
import { connectorAt, longestConnector, numberWords } from './connectors.ts'
import type { LabelGroup } from './recognizer.ts'
import { hashSpan, hashWord, isWordAt, longPrefixLength, prefixLength, wordEnd } from './words.ts'

/** What may follow a word of a phrase in one: nothing, any short ending, or a word for "number". */
type Ending = 'none' | 'any' | 'number'

/** A word of a phrase, folded. */
interface PhraseWord {
  readonly word: string
  readonly ending: Ending
  /** Hash of the word, or of its first letters where something may follow. */
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
  /** The same for look-up: places in `#lists` by hash, in pairs of hash and place plus one; 0 is free. */
  readonly #places: Int32Array
  readonly #lists: readonly (readonly Entry[])[]

  constructor(groups: Iterable<LabelGroup>) {
    for (const group of groups) this.#addGroup(group)
    this.#lists = [...this.#entries.values()]
    for (const { longer } of this.#lists.flat()) longer.sort((left, right) => right.words.length - left.words.length)
    this.#places = placesOf([...this.#entries.keys()])
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
  match(
    text: string,
    start: number,
    end: number,
    wordHash: number,
    prefixHash: number,
    longPrefixHash: number,
    hits: LabelHit[],
  ): void {
    const from = hits.length
    this.#matchEntries(wordHash, text, start, end, hits, from)
    if (prefixHash !== 0 && prefixHash !== wordHash) this.#matchEntries(prefixHash, text, start, end, hits, from)
    if (longPrefixHash !== 0 && longPrefixHash !== wordHash)
      this.#matchEntries(longPrefixHash, text, start, end, hits, from)
  }

  #matchEntries(hash: number, text: string, start: number, end: number, hits: LabelHit[], from: number): void {
    const place = placeOf(this.#places, hash)
    if (place < 0) return
    const entries = this.#lists[place]!
    for (const { first, whole, longer } of entries) {
      if (!isPhraseWordAt(text, start, end, first)) continue
      for (const phrase of whole) addHit(hits, from, start, end, phrase)
      if (longer.length > 0) matchLonger(text, start, end, longer, hits, from)
    }
  }

  #addGroup(group: LabelGroup): void {
    const index = this.#groups.get(group.name) ?? this.#groups.size
    this.#groups.set(group.name, index)
    for (const list of Object.values(group.words)) {
      for (const entry of list.split('|')) {
        const written = entry.trim()
        this.#addEntry(written, index)
        const short = abbreviated(written)
        if (short !== written) this.#addEntry(short, index)
      }
    }
  }

  #addEntry(written: string, group: number): void {
    if (!written.endsWith('~')) {
      this.#addPhrase(readPhrase(written, 'none'), {
        group,
        hasNumberWord: saysNumber(written),
        needsNumberWord: false,
      })
      return
    }
    const stem = written.slice(0, -1)
    this.#addPhrase(readPhrase(stem, 'none'), { group, hasNumberWord: true, needsNumberWord: true })
    for (const fused of fusedWords(stem)) {
      this.#addPhrase(fused, { group, hasNumberWord: true, needsNumberWord: false })
    }
  }

  #addPhrase(words: readonly PhraseWord[], kind: Omit<Phrase, 'words'>): void {
    const { whole, longer } = this.#entryFor(words[0]!)
    const list = words.length === 1 && !kind.needsNumberWord ? whole : longer
    const isKnown = list.some(other => other.group === kind.group && isSamePhrase(other, words, kind))
    if (!isKnown) list.push({ words, ...kind })
  }

  #entryFor(first: PhraseWord): Entry {
    const entries = this.#entries.get(first.hash) ?? []
    this.#entries.set(first.hash, entries)
    const known = entries.find(other => other.first.word === first.word && other.first.ending === first.ending)
    if (known !== undefined) return known
    const entry: Entry = { first, whole: [], longer: [] }
    entries.push(entry)
    const bit = first.hash & (filterBits - 1)
    this.filter[bit >>> 5]! |= 1 << (bit & 31)
    return entry
  }
}

/** Words for "number" and how people shorten them: "č. smlouvy", "n.º de cliente", "nr umowy", "αρ. πελάτη", "št. naročila". */
const shortForms: Readonly<Record<string, string>> = {
  číslo: 'č',
  broj: 'br',
  numer: 'nr',
  numeris: 'nr',
  numero: 'n',
  number: 'no',
  numru: 'nru',
  numurs: 'nr',
  număr: 'nr',
  numărul: 'nr',
  numéro: 'n',
  número: 'n',
  nummer: 'nr',
  številka: 'št',
  száma: 'sz',
  uimhir: 'uimh',
  αριθμός: 'αρ',
  κωδικός: 'κωδ',
}

/** The phrase with its word for "number" cut short; the same phrase where it has none. */
function abbreviated(phrase: string): string {
  if (!phrase.includes(' ')) return phrase
  return phrase
    .split(' ')
    .map(word => shortForms[word] ?? word)
    .join(' ')
}

/** "customer no", "numéro client", "laskunumero": the phrase itself says that a number follows. */
function saysNumber(entry: string): boolean {
  const words = entry.split(/[ -]+/).map(foldWord)
  return fusedNumber.test(words.at(-1)!) || (words.length > 1 && words.some(word => numberWords.includes(word)))
}

const fusedNumber = /.(?:nummer|numer|number|numero|numurs|numeris|szama?|nr|nro)$/

function isSamePhrase(other: Phrase, words: readonly PhraseWord[], kind: Omit<Phrase, 'words'>): boolean {
  if (other.needsNumberWord !== kind.needsNumberWord || other.words.length !== words.length) return false
  return other.words.every((word, index) => word.word === words[index]!.word && word.ending === words[index]!.ending)
}

/** Open addressing, at most half full: a look-up of a hash that is not there costs one or two reads. */
function placesOf(hashes: readonly number[]): Int32Array {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const places = new Int32Array(size * 2)
  for (const [place, hash] of hashes.entries()) {
    let slot = (hash & (size - 1)) * 2
    while (places[slot + 1] !== 0) slot = (slot + 2) & (places.length - 1)
    places[slot] = hash
    places[slot + 1] = place + 1
  }
  return places
}

function placeOf(places: Int32Array, hash: number): number {
  let slot = (hash & ((places.length >>> 1) - 1)) * 2
  while (places[slot + 1] !== 0) {
    if (places[slot] === hash) return places[slot + 1]! - 1
    slot = (slot + 2) & (places.length - 1)
  }
  return -1
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
  const longPrefixHash = hashSpan(text, secondStart, Math.min(secondEnd, secondStart + longPrefixLength))
  for (const phrase of phrases) {
    const second = phrase.words[1]
    if (second !== undefined && second.hash !== hash && second.hash !== prefixHash && second.hash !== longPrefixHash)
      continue
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
    if (!isPhraseWordAt(text, wordStart, wordStop, words[index]!)) return -1
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

/** Reads a phrase as it is written in a group; `ending` is that of its last word. */
function readPhrase(written: string, ending: Ending): PhraseWord[] {
  const words = written.split(/[ -]+/)
  return words.map((word, index) => readPhraseWord(word, index === words.length - 1 ? ending : 'none'))
}

function readPhraseWord(written: string, ending: Ending): PhraseWord {
  const isOpen = written.endsWith('*')
  const word = foldWord(isOpen ? written.slice(0, -1) : written)
  const actual = isOpen ? 'any' : ending
  if (word === '' || (actual !== 'none' && word.length < prefixLength)) {
    throw new TypeError(`Label word "${written}" is too short`)
  }
  return { word, ending: actual, hash: hashWord(actual === 'none' ? word : prefixOf(word)) }
}

function prefixOf(word: string): string {
  return word.slice(0, word.length < longPrefixLength ? prefixLength : longPrefixLength)
}

/** `kunden~` in one word. Stems shorter than a prefix are written out with each word for "number". */
function fusedWords(stem: string): PhraseWord[][] {
  const last = stem.split(/[ -]+/).at(-1) ?? ''
  if (foldWord(last).length >= prefixLength) return [readPhrase(stem, 'number')]
  return numberWords.map(number => readPhrase(`${stem}${number}`, 'none'))
}

function isPhraseWordAt(text: string, start: number, end: number, { word, ending }: PhraseWord): boolean {
  if (ending === 'none') return isWordAt(text, start, end, word, 0)
  if (!isWordAt(text, start, end, word, ending === 'any' ? longestEnding : longestConnector)) return false
  return ending === 'any' || connectorAt(text, letterAfter(text, start, word.length), end)?.isNumberWord === true
}

/** Offset behind so many letters: combining accents are not counted. */
function letterAfter(text: string, start: number, letters: number): number {
  let at = start
  for (let count = 0; count < letters || isMark(text.charCodeAt(at)); at++) if (!isMark(text.charCodeAt(at))) count++
  return at
}

/** Words of a phrase may be joined by a blank, `_`, `-`, `.`, `/`, an apostrophe, a line break, or by nothing (camelCase). */
function nextWordStart(text: string, end: number): number {
  let index = end
  if (text[index] === '.') index++
  // "n.º de cliente", "n° client"
  if (text[index] === '\u00ba' || text[index] === '\u00b0') index++
  const joint = text[index]
  if (
    joint === ' ' ||
    joint === '_' ||
    joint === '-' ||
    joint === '/' ||
    joint === "'" ||
    joint === '\u2019' ||
    joint === '\n'
  )
    index++
  return index
}
