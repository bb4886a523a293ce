/** What words begin, by hash: a table for look-up, and one bit per hash that says whether a look-up is worth it. */

/** Each slot has two fields: the hash, and what stands for it; 0 there for a free slot. */
const slotFields = 2

export class EntryTable {
  /** Small, so that it stays in the processor's cache. */
  readonly filter: Uint32Array
  #slots: Int32Array
  #used = 0

  /** `filterBits`: a power of two; sixteen times the number of hashes leaves few that pass for nothing. */
  constructor(filterBits: number, expected: number) {
    this.filter = new Uint32Array(filterBits >>> 5)
    let size = 16
    while (size < expected * 2) size *= 2
    this.#slots = new Int32Array(size * slotFields)
  }

  /** What stands for a hash; 0 for one that is not here. */
  get(hash: number): number {
    const slots = this.#slots
    const mask = slots.length - slotFields
    let slot = (hash * slotFields) & mask
    for (;;) {
      const value = slots[slot + 1]!
      if (value === 0 || slots[slot] === hash) return value
      slot = (slot + slotFields) & mask
    }
  }

  /** `value` is not 0. */
  set(hash: number, value: number): void {
    if (this.#used * 2 * slotFields >= this.#slots.length) this.#grow()
    this.filter[(hash >>> 5) & (this.filter.length - 1)]! |= 1 << (hash & 31)
    this.#put(hash, value)
  }

  #put(hash: number, value: number): void {
    const slots = this.#slots
    const mask = slots.length - slotFields
    let slot = (hash * slotFields) & mask
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + slotFields) & mask
    if (slots[slot + 1] === 0) this.#used++
    slots[slot] = hash
    slots[slot + 1] = value
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    this.#used = 0
    for (let slot = 0; slot < old.length; slot += slotFields) {
      if (old[slot + 1] !== 0) this.#put(old[slot]!, old[slot + 1]!)
    }
  }
}

/** Does a hash pass the filter of a table? Kept apart from the class so that the scan can inline it. */
export function isAdmitted(filter: Uint32Array, hash: number): boolean {
  return ((filter[(hash >>> 5) & (filter.length - 1)]! >>> (hash & 31)) & 1) !== 0
}
