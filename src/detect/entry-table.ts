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
}

export class EntryTable {
  /** Small, so that it stays in the processor's cache. */
  readonly filter: Uint32Array
  readonly #entries = new Map<number, Entry[]>()
  /** Places in `#lists` by hash, in pairs of hash and place plus one; 0 is free. */
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
    const entry: Entry = { first, whole: [], longer: [], seconds: noSeconds }
    entries.push(entry)
    this.admit(first.hash)
    return entry
  }

  /** Lets a hash pass the filter. */
  admit(hash: number): void {
    this.filter[(hash >>> 5) & (this.filter.length - 1)]! |= 1 << (hash & 31)
  }

  /** To be called once, when all entries are there. */
  close(): void {
    this.#lists = [...this.#entries.values()]
    for (const entry of this.#lists.flat()) {
      entry.longer.sort((left, right) => right.words.length - left.words.length)
      entry.seconds = Int32Array.from(entry.longer, ({ words }) => words[1]?.hash ?? 0)
    }
    this.#places = placesOf([...this.#entries.keys()])
  }

  /** The entries whose first word has this hash. */
  entriesOf(hash: number): readonly Entry[] {
    const places = this.#places
    let slot = (hash & ((places.length >>> 1) - 1)) * 2
    while (places[slot + 1] !== 0) {
      if (places[slot] === hash) return this.#lists[places[slot + 1]! - 1]!
      slot = (slot + 2) & (places.length - 1)
    }
    return none
  }
}

const none: readonly Entry[] = []
const noSeconds = new Int32Array(0)

/** Open addressing, at most half full: a look-up of a hash that is not there costs one or two reads. */
function placesOf(hashes: readonly number[]): Int32Array<ArrayBuffer> {
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

/** Does a hash pass the filter of a table? Kept apart from the class so that the scan can inline it. */
export function isAdmitted(filter: Uint32Array, hash: number): boolean {
  return ((filter[(hash >>> 5) & (filter.length - 1)]! >>> (hash & 31)) & 1) !== 0
}
