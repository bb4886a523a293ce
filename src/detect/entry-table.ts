/** What words begin, by hash, in typed arrays: a table for look-up, and one bit per hash that says whether a look-up is worth it. */

/** Pairs of a hash and what stands for it; 0 there for a free slot. At most half of a power of two is full. */
export type Slots = Int32Array
/** Small, so that it stays in the processor's cache. */
export type Filter = Uint32Array

const slotFields = 2

/** What stands for a hash; 0 for one that is not here. */
export function slotValue(slots: Slots, hash: number): number {
  const mask = slots.length - slotFields
  let slot = (hash * slotFields) & mask
  for (;;) {
    const value = slots[slot + 1]!
    if (value === 0 || slots[slot] === hash) return value
    slot = (slot + slotFields) & mask
  }
}

export function slotsOf(values: ReadonlyMap<number, number>): Slots {
  let size = 16
  while (size < values.size * 2) size *= 2
  const slots = new Int32Array(size * slotFields)
  for (const [hash, value] of values) {
    let slot = (hash * slotFields) & (slots.length - slotFields)
    while (slots[slot + 1] !== 0) slot = (slot + slotFields) & (slots.length - slotFields)
    slots[slot] = hash
    slots[slot + 1] = value
  }
  return slots
}

/** `bits`: a power of two; sixteen times the number of hashes leaves few that pass for nothing. */
export function filterOf(hashes: Iterable<number>, bits: number): Filter {
  const filter = new Uint32Array(bits >>> 5)
  for (const hash of hashes) filter[(hash >>> 5) & (filter.length - 1)]! |= 1 << (hash & 31)
  return filter
}

/** Does a hash pass the filter of a table? */
export function isAdmitted(filter: Filter, hash: number): boolean {
  return ((filter[(hash >>> 5) & (filter.length - 1)]! >>> (hash & 31)) & 1) !== 0
}
