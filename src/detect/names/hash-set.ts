/** A few hundred word hashes in one typed array: one look tells most words apart, where a Set of numbers takes ten times as long. */
export class HashSet {
  readonly #slots: Int32Array
  readonly #mask: number

  constructor(hashes: readonly number[]) {
    let size = 64
    while (size < hashes.length * 4) size *= 2
    this.#mask = size - 1
    this.#slots = new Int32Array(size)
    for (const hash of hashes) this.#slots[this.#slotOf(hash)] = hash
  }

  has(hash: number): boolean {
    return hash !== 0 && this.#slots[this.#slotOf(hash)] === hash
  }

  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }
}

const PLACES = 1024
const MOST_STEPS = 8

/** Word hashes that come and go. Some hundred stand in a typed array; the others, and those made to collide there, in a Set. */
export class GrowingSet {
  readonly #places = new Int32Array(PLACES)
  readonly #others = new Set<number>()
  #count = 0

  get size(): number {
    return this.#count + this.#others.size
  }

  add(hash: number): void {
    let place = placeOf(hash)
    for (let step = 0; step < MOST_STEPS; step++) {
      const held = this.#places[place]!
      if (held === hash && hash !== 0) return
      if (held === 0 && hash !== 0 && this.#count * 2 < PLACES) {
        this.#places[place] = hash
        this.#count++
        return
      }
      place = (place + 1) % PLACES
    }
    this.#others.add(hash)
  }

  has(hash: number): boolean {
    let place = placeOf(hash)
    for (let step = 0; step < MOST_STEPS; step++) {
      const held = this.#places[place]!
      if (held === 0) break
      if (held === hash) return true
      place = (place + 1) % PLACES
    }
    return this.#others.size > 0 && this.#others.has(hash)
  }

  clear(): void {
    if (this.#count > 0) this.#places.fill(0)
    if (this.#others.size > 0) this.#others.clear()
    this.#count = 0
  }
}

function placeOf(hash: number): number {
  return Math.imul(hash, SCATTER) >>> 22
}

const SCATTER = 0x9e3779b1
const FILTER_WORDS = 64

/** The same with a bit for each in front: most words are none of them, and one look says so. */
export class FilteredSet {
  readonly #hashes = new GrowingSet()
  readonly #filter = new Uint32Array(FILTER_WORDS)

  get size(): number {
    return this.#hashes.size
  }

  add(hash: number): void {
    this.#hashes.add(hash)
    const bit = bitOf(hash)
    this.#filter[bit >>> 5]! |= 1 << (bit & 31)
  }

  has(hash: number): boolean {
    const bit = bitOf(hash)
    return ((this.#filter[bit >>> 5]! >>> (bit & 31)) & 1) !== 0 && this.#hashes.has(hash)
  }

  clear(): void {
    if (this.#hashes.size === 0) return
    this.#hashes.clear()
    this.#filter.fill(0)
  }
}

/** One of 2,048. */
function bitOf(hash: number): number {
  return Math.imul(hash, SCATTER) >>> 21
}
