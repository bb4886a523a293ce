/**
 * The label words of some recognizers, read, as numbers in typed arrays: what a lexicon is made of. Reading the written lists takes
 * a tenth of a second, so the published package holds this list instead of them (see built.ts).
 */
import { formsOf } from './inflections.ts'
import { type Ending, type Phrase, type PhraseWord, readPhrases } from './phrases.ts'
import type { LabelGroup } from './recognizer.ts'

export interface PhraseList {
  /** Names of the groups, by index. */
  readonly groups: readonly string[]
  /** The letters of all words, folded, one word after the other. */
  readonly letters: Uint16Array
  /** Three fields for each word: where its letters begin, how many there are and its ending, its hash. */
  readonly words: Int32Array
  /** The words of all phrases by number, one phrase after the other. */
  readonly phraseWords: Uint16Array
  /**
   * For each phrase its group, how many words it has, and two flags. Those with the same first word stand together: first the
   * word alone, then the longer ones, longest first.
   */
  readonly phrases: Uint16Array
}

export const wordFields = 3
const endings: readonly Ending[] = ['none', 'any', 'number']
export const endingBits = 2
export const NO_ENDING = 0
export const ANY_ENDING = 1
export const NUMBER_ENDING = 2

/** In a phrase: bits of its flags, of the number of its words, and behind them its group. */
export const NEEDS_NUMBER_WORD = 1
export const HAS_NUMBER_WORD = 2
export const countShift = 2
export const countMask = 15
export const groupShift = 6
const mostGroups = 1 << (16 - groupShift)
const mostWords = 1 << 16

/**
 * Reads the words of groups, whose names all differ. Everything is in order of names and words, so that a lexicon finds the same in
 * the same order whatever other groups are in its list.
 */
export function listPhrases(groups: Iterable<LabelGroup>): PhraseList {
  const list = new PhraseWriter()
  for (const group of [...groups].sort((one, other) => (one.name < other.name ? -1 : 1))) list.addGroup(group)
  return list.finish()
}

interface ListedPhrase {
  readonly numbers: readonly number[]
  readonly packed: number
  /** Phrases of one word come first, then those of most words. */
  readonly rank: number
}

class PhraseWriter {
  readonly #groups: string[] = []
  readonly #letters: number[] = []
  readonly #words: number[] = []
  readonly #numbers = new Map<string, number>()
  readonly #byFirst = new Map<string, ListedPhrase[]>()

  addGroup(group: LabelGroup): void {
    const index = this.#groups.length
    if (this.#groups.includes(group.name)) throw new TypeError(`Two groups of labels are called ${group.name}`)
    if (index === mostGroups) throw new RangeError(`More than ${mostGroups} groups of labels`)
    this.#groups.push(group.name)
    const seen = new Set<string>()
    for (const phrase of phrasesOf(group)) this.#addPhrase(phrase, index, seen)
  }

  finish(): PhraseList {
    const firsts = [...this.#byFirst.keys()].sort()
    const phrases = firsts.flatMap(first => this.#byFirst.get(first)!.sort((one, other) => one.rank - other.rank))
    return {
      groups: this.#groups,
      letters: Uint16Array.from(this.#letters),
      words: Int32Array.from(this.#words),
      phraseWords: Uint16Array.from(phrases.flatMap(({ numbers }) => numbers)),
      phrases: Uint16Array.from(phrases, ({ packed }) => packed),
    }
  }

  /** Of phrases that differ in nothing but what they say, the first counts. */
  #addPhrase({ words, needsNumberWord, hasNumberWord }: Phrase, group: number, seen: Set<string>): void {
    if (words.length > countMask) throw new RangeError(`A phrase has more than ${countMask} words`)
    const numbers = words.map(word => this.#numberOf(word))
    const key = `${numbers} ${needsNumberWord}`
    if (seen.has(key)) return
    seen.add(key)
    const flags = (needsNumberWord ? NEEDS_NUMBER_WORD : 0) | (hasNumberWord ? HAS_NUMBER_WORD : 0)
    const packed = (group << groupShift) | (words.length << countShift) | flags
    const rank = words.length === 1 && !needsNumberWord ? 0 : 1 + countMask - words.length
    const first = keyOf(words[0]!)
    const alike = this.#byFirst.get(first)
    if (alike === undefined) this.#byFirst.set(first, [{ numbers, packed, rank }])
    else alike.push({ numbers, packed, rank })
  }

  #numberOf(phraseWord: PhraseWord): number {
    const { word, ending, hash } = phraseWord
    const key = keyOf(phraseWord)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#numbers.size
    if (number === mostWords) throw new RangeError(`More than ${mostWords} words in labels`)
    this.#numbers.set(key, number)
    this.#words.push(this.#letters.length, (word.length << endingBits) | endings.indexOf(ending), hash)
    for (let at = 0; at < word.length; at++) this.#letters.push(word.charCodeAt(at))
    return number
  }
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
