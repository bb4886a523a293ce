/** Phrases by the hash of their first word: a table for look-up, and one bit per hash that says whether a look-up is worth it. */
import type { Phrase, PhraseWord } from './phrases.ts'

/** Phrases that begin with the same word. */
export interface Entry {
  readonly first: PhraseWord
  /** Those of this word alone. */
  readonly whole: Phrase[]
  /** Those that go on, longest first. */
  readonly longer: Phrase[]
  /** Hash of the second word of each of them, 0 for those that have none of their own. */
  seconds: Int32Array
  /** One bit for five bits of each of these hashes: most second words are none of them. */
  secondBits: number
}

export class EntryTable {
  /** Small, so that it stays in the processor's cache. */
  readonly filter: Uint32Array
  readonly #entries = new Map<number, Entry[]>()
  /** By hash, what else a word is; see `mark`. */
  readonly #marks = new Map<number, number>()
  /** Places by hash, in fours: hash, place in `#lists` plus one, mark, nothing; a place of 0 is free. */
  #places = new Int32Array(0)
  #lists: readonly (readonly Entry[])[] = []

  /** `bits`: a power of two; sixteen times the number of words leaves few that pass for nothing. */
  constructor(bits: number) {
    this.filter = new Uint32Array(bits >>> 5)
  }

  /** The entry for phrases with this first word. */
  entryFor(first: PhraseWord): Entry {
    const entries = this.#entries.get(first.hash) ?? []
    this.#entries.set(first.hash, entries)
    const known = entries.find(other => other.first.word === first.word && other.first.ending === first.ending)
    if (known !== undefined) return known
    const entry: Entry = { first, whole: [], longer: [], seconds: noSeconds, secondBits: 0 }
    entries.push(entry)
    this.#admit(first.hash)
    return entry
  }

  /** Notes a number other than 0 for a hash, which `find` gives back beside the entries. */
  mark(hash: number, mark: number): void {
    this.#marks.set(hash, mark)
    this.#admit(hash)
  }

  /** Lets a hash pass the filter. */
  #admit(hash: number): void {
    this.filter[(hash >>> 5) & (this.filter.length - 1)]! |= 1 << (hash & 31)
  }

  /** To be called once, when all entries are there. */
  close(): void {
    const hashes = [...new Set([...this.#entries.keys(), ...this.#marks.keys()])]
    this.#lists = hashes.map(hash => this.#entries.get(hash) ?? none)
    for (const entry of this.#lists.flat()) {
      if (entry.longer.length === 0) continue
      entry.longer.sort((left, right) => right.words.length - left.words.length)
      entry.seconds = Int32Array.from(entry.longer, ({ words }) => words[1]?.hash ?? 0)
      // Phrases without a second word of their own may go on with any.
      for (const second of entry.seconds) entry.secondBits |= second === 0 ? -1 : bitOfSecond(second)
    }
    this.#places = placesOf(hashes, this.#marks)
  }

  /** The place of a hash; -1 for one that is not here. */
  find(hash: number): number {
    const places = this.#places
    let slot = (hash & ((places.length >>> 2) - 1)) * 4
    while (places[slot + 1] !== 0) {
      if (places[slot] === hash) return slot
      slot = (slot + 4) & (places.length - 1)
    }
    return -1
  }

  /** The entries whose first word has the hash of this place. */
  entriesAt(place: number): readonly Entry[] {
    return this.#lists[this.#places[place + 1]! - 1]!
  }

  /** The mark of the hash of this place, 0 for none. */
  markAt(place: number): number {
    return this.#places[place + 2]!
  }
}

export function bitOfSecond(hash: number): number {
  return 1 << ((hash >>> 7) & 31)
}

const none: readonly Entry[] = []
const noSeconds = new Int32Array(0)

/** Open addressing, at most half full: a look-up of a hash that is not there costs one or two reads. */
function placesOf(hashes: readonly number[], marks: ReadonlyMap<number, number>): Int32Array<ArrayBuffer> {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const places = new Int32Array(size * 4)
  for (const [place, hash] of hashes.entries()) {
    let slot = (hash & (size - 1)) * 4
    while (places[slot + 1] !== 0) slot = (slot + 4) & (places.length - 1)
    places[slot] = hash
    places[slot + 1] = place + 1
    places[slot + 2] = marks.get(hash) ?? 0
  }
  return places
}

/** Does a hash pass the filter of a table? Kept apart from the class so that the scan can inline it. */
export function isAdmitted(filter: Uint32Array, hash: number): boolean {
  return ((filter[(hash >>> 5) & (filter.length - 1)]! >>> (hash & 31)) & 1) !== 0
}
