/** A number for each of some hundreds of word hashes, in one typed array: a look-up costs a fifth of that in a Map of numbers. */
export class HashTable {
  /** Pairs of a hash and its number; a number of 0 is a free place. At most a quarter is full. */
  readonly #pairs: Int32Array
  readonly #mask: number

  /** Numbers of one hash are joined bit by bit; none is 0. */
  constructor(entries: Iterable<readonly [hash: number, bits: number]>) {
    const bitsOf = new Map<number, number>()
    for (const [hash, bits] of entries) bitsOf.set(hash, (bitsOf.get(hash) ?? 0) | bits)
    let size = 16
    while (size < bitsOf.size * 4) size *= 2
    this.#mask = size * 2 - 1
    this.#pairs = new Int32Array(size * 2)
    for (const [hash, bits] of bitsOf) {
      const place = this.#placeOf(hash)
      this.#pairs[place] = hash
      this.#pairs[place + 1] = bits
    }
  }

  /** The number of a hash; 0 for one that is not here. */
  get(hash: number): number {
    return this.#pairs[this.#placeOf(hash) + 1]!
  }

  #placeOf(hash: number): number {
    const pairs = this.#pairs
    const mask = this.#mask
    let place = ((hash ^ (hash >>> 15)) * 2) & mask
    while (pairs[place + 1] !== 0 && pairs[place] !== hash) place = (place + 2) & mask
    return place
  }
}
