/**
 * The label words of some recognizers, read, as numbers in typed arrays: what a lexicon looks words up in. Reading the written lists
 * takes a tenth of a second, so the published package holds these arrays instead of them (see built.ts).
 */
import { type Filter, filterOf, type WordSlots, wordSlotsOf } from './entry-table.ts'
import { formsOf } from './inflections.ts'
import { type Ending, type Phrase, type PhraseWord, readPhrases } from './phrases.ts'
import type { LabelGroup } from './recognizer.ts'

export interface PhraseList {
  /** Names of the groups, by index. */
  readonly groups: readonly string[]
  /** The letters of all words that stand behind the first of a phrase, folded, one word after the other. */
  readonly letters: Uint16Array
  /** Two fields for each word: where its letters begin; how many there are, and its ending. */
  readonly words: Int32Array
  /** The words of all phrases by number, one phrase after the other. */
  readonly phraseWords: Uint16Array
  /** For each phrase of several words the fields that `PHRASE` names. */
  readonly phrases: Int32Array
  /** For each first word of phrases the fields that `ENTRY` names, its letters, and its phrases without further words, packed. */
  readonly entries: Uint16Array
  /** By the hash of a word, or by `prefixKey` of that of its first letters where it has an ending: where its entry begins. */
  readonly slots: WordSlots
  /** The hashes of this table. */
  readonly filter: Filter
}

/** Where a landmark counts: anywhere, with a capital, before `.` or `/`, behind `.`. */
export type LandmarkForm = 'any' | 'capital' | 'short' | 'tail'
/** By the mark that stands for it. */
export const landmarkForms = [undefined, 'any', 'capital', 'short', 'tail'] as const

export const wordFields = 2
export const endingBits = 2
export const NO_ENDING = 0
export const ANY_ENDING = 1
export const NUMBER_ENDING = 2
const endings: readonly Ending[] = ['none', 'any', 'number']

export const phraseFields = 3
/** Fields of a phrase: what `pack` gives, the hash of its second word (0 where it has none of its own), where the words behind its first stand. */
export const PHRASE = { PACKED: 0, SECOND: 1, REST: 2 } as const
/** In a packed phrase: two flags, how many words stand behind the first, and from `groupShift` on its group. */
export const NEEDS_NUMBER_WORD = 1
export const HAS_NUMBER_WORD = 2
export const restShift = 2
export const restMask = 15
export const groupShift = 6

/**
 * Fields of an entry: where the next entry with the same hash begins, plus one, in two halves; bits of the letters that the second
 * words of its phrases begin with, in two halves; how many letters its word has, and its ending; how many phrases it is by itself; from
 * LONGER to STOP its phrases that go on, longest first. Its letters follow, so that nothing else has to be read for most words.
 */
export const ENTRY = {
  LOW_NEXT: 0,
  HIGH_NEXT: 1,
  LOW_BITS: 2,
  HIGH_BITS: 3,
  FORM: 4,
  ALONE: 5,
  LONGER: 6,
  STOP: 7,
} as const
export const entryFields = 8
const mostNumbers = 1 << 16

/** What stands in the slots for the hash of a word's first letters: other words are these letters. */
export function prefixKey(hash: number): number {
  return hash ^ 0x2545f491
}

/** In a slot: the mark of a landmark, and where the first entry begins plus one. */
export const markBits = 3
export const markMask = (1 << markBits) - 1

/** One bit of 32 for a folded letter. Most words that follow the first one of a phrase begin with another letter than its second. */
export function bitOfLetter(letter: number): number {
  return 1 << (letter & 31)
}

/**
 * Reads the words of groups, whose names all differ. Everything is in order of names and words, so that a lexicon finds the same in
 * the same order whatever other groups are in its list.
 */
export function listPhrases(
  groups: Iterable<LabelGroup>,
  landmarks: Iterable<readonly [hash: number, form: LandmarkForm]> = [],
): PhraseList {
  const list = new PhraseWriter()
  for (const group of [...groups].sort((one, other) => (one.name < other.name ? -1 : 1))) list.addGroup(group)
  return list.finish(landmarks)
}

interface ListedPhrase {
  readonly words: readonly PhraseWord[]
  readonly packed: number
  /** Phrases of one word come first, then those of most words. */
  readonly rank: number
}

class PhraseWriter {
  readonly #groups: string[] = []
  readonly #letters: number[] = []
  readonly #words: number[] = []
  readonly #numbers = new Map<string, number>()
  /** By their first word. */
  readonly #listed = new Map<string, ListedPhrase[]>()
  readonly #phraseWords: number[] = []
  readonly #phrases: number[] = []
  readonly #entries: number[] = []
  readonly #slots = new Map<number, number>()

  addGroup(group: LabelGroup): void {
    if (this.#groups.includes(group.name)) throw new TypeError(`Two groups of labels are called ${group.name}`)
    const index = this.#groups.push(group.name) - 1
    const seen = new Set<string>()
    for (const phrase of phrasesOf(group)) this.#list(phrase, index, seen)
  }

  finish(landmarks: Iterable<readonly [hash: number, form: LandmarkForm]>): PhraseList {
    // The last of some entries with the same hash is asked first.
    for (const first of [...this.#listed.keys()].sort().reverse()) this.#addEntry(this.#listed.get(first)!)
    for (const [hash, form] of landmarks) {
      const known = this.#slots.get(hash) ?? 0
      this.#slots.set(hash, (known & ~markMask) | landmarkForms.indexOf(form))
    }
    if (
      Math.max(this.#numbers.size, this.#phrases.length / phraseFields, this.#groups.length << groupShift) >=
      mostNumbers
    ) {
      throw new RangeError(
        `More than ${mostNumbers} words or phrases in labels, or ${mostNumbers >>> groupShift} groups`,
      )
    }
    return {
      groups: this.#groups,
      letters: Uint16Array.from(this.#letters),
      words: Int32Array.from(this.#words),
      phraseWords: Uint16Array.from(this.#phraseWords),
      phrases: Int32Array.from(this.#phrases),
      entries: Uint16Array.from(this.#entries),
      slots: wordSlotsOf(this.#slots, value => this.#bitsBehind(value)),
      filter: filterOf(this.#slots.keys(), 1 << 18),
    }
  }

  /** Of phrases that differ in nothing but what they say, the first counts. */
  #list({ words, needsNumberWord, hasNumberWord }: Phrase, group: number, seen: Set<string>): void {
    const key = `${words.map(keyOf).join()} ${needsNumberWord}`
    if (seen.has(key)) return
    seen.add(key)
    const rest = words.length - 1
    if (rest > restMask) throw new RangeError(`A phrase has more than ${restMask + 1} words`)
    const flags = (needsNumberWord ? NEEDS_NUMBER_WORD : 0) | (hasNumberWord ? HAS_NUMBER_WORD : 0)
    const packed = (group << groupShift) | (rest << restShift) | flags
    const phrase = { words, packed, rank: rest === 0 && !needsNumberWord ? 0 : 1 + restMask - rest }
    const first = keyOf(words[0]!)
    const alike = this.#listed.get(first)
    if (alike === undefined) this.#listed.set(first, [phrase])
    else alike.push(phrase)
  }

  #addEntry(phrases: ListedPhrase[]): void {
    phrases.sort((one, other) => one.rank - other.rank)
    const first = phrases[0]!.words[0]!
    const alone = phrases.filter(({ rank }) => rank === 0).map(({ packed }) => packed)
    const longer = this.#phrases.length / phraseFields
    let bits = 0
    for (const { words, packed } of phrases.slice(alone.length)) {
      // Phrases without a second word of their own may go on with any.
      bits |= words[1] === undefined ? -1 : bitOfLetter(words[1].word.charCodeAt(0))
      this.#phrases.push(packed, words[1]?.hash ?? 0, this.#phraseWords.length)
      for (const word of words.slice(1)) this.#phraseWords.push(this.#numberOf(word))
    }
    const stop = this.#phrases.length / phraseFields
    const key = first.ending === 'none' ? first.hash : prefixKey(first.hash)
    const next = (this.#slots.get(key) ?? 0) >>> markBits
    this.#slots.set(key, (this.#entries.length + 1) << markBits)
    this.#entries.push(next & 0xffff, next >>> 16, bits & 0xffff, bits >>> 16)
    this.#entries.push(formOf(first), alone.length, longer, stop, ...lettersOf(first), ...alone)
  }

  /** Bits of the letters with which the word behind a word must begin; -1 where it is a landmark, or a phrase by itself. */
  #bitsBehind(value: number): number {
    if ((value & markMask) !== 0) return -1
    const entries = this.#entries
    let bits = 0
    for (let place = value >>> markBits; place !== 0; ) {
      const at = place - 1
      if (entries[at + ENTRY.ALONE] !== 0) return -1
      bits |= entries[at + ENTRY.LOW_BITS]! | (entries[at + ENTRY.HIGH_BITS]! << 16)
      place = entries[at + ENTRY.LOW_NEXT]! | (entries[at + ENTRY.HIGH_NEXT]! << 16)
    }
    return bits
  }

  #numberOf(phraseWord: PhraseWord): number {
    const key = keyOf(phraseWord)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(key, number)
    this.#words.push(this.#letters.length, formOf(phraseWord))
    this.#letters.push(...lettersOf(phraseWord))
    return number
  }
}

/** How many letters a word has, and its ending. */
function formOf({ word, ending }: PhraseWord): number {
  return (word.length << endingBits) | endings.indexOf(ending)
}

function lettersOf({ word }: PhraseWord): number[] {
  return Array.from(word, letter => letter.charCodeAt(0))
}

function keyOf({ word, ending }: PhraseWord): string {
  return `${ending} ${word}`
}

/** Kept, since reading takes long and detectors for other types share most groups. */
const known = new WeakMap<LabelGroup, readonly Phrase[]>()

function phrasesOf(group: LabelGroup): readonly Phrase[] {
  const phrases = known.get(group) ?? readGroup(group)
  known.set(group, phrases)
  return phrases
}

function readGroup({ words }: LabelGroup): Phrase[] {
  return Object.entries(words).flatMap(([language, list]) =>
    list.split('|').flatMap(written => formsOf(language, written.trim()).flatMap(readPhrases)),
  )
}
