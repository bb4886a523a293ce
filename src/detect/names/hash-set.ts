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
