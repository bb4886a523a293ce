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

/**
 * Four numbers for each word: its hash, what stands for it (0 for a free slot), and the bits of the letters with which the word behind
 * it must begin, -1 where any may follow. All in one line of the processor's cache. At most two thirds of a power of two are full.
 */
export type WordSlots = Int32Array

const wordSlotFields = 4
export const SLOT = { HASH: 0, VALUE: 1, BITS: 2 } as const

export function wordSlotsOf(values: ReadonlyMap<number, number>, bitsOf: (value: number) => number): WordSlots {
  let size = 16
  while (size * 2 < values.size * 3) size *= 2
  const slots = new Int32Array(size * wordSlotFields)
  const mask = slots.length - wordSlotFields
  for (const [hash, value] of values) {
    let slot = (hash * wordSlotFields) & mask
    while (slots[slot + SLOT.VALUE] !== 0) slot = (slot + wordSlotFields) & mask
    slots[slot + SLOT.HASH] = hash
    slots[slot + SLOT.VALUE] = value
    slots[slot + SLOT.BITS] = bitsOf(value)
  }
  return slots
}

/** Where the numbers of a hash begin; -1 for one that is not here. */
export function wordSlotOf(slots: WordSlots, hash: number): number {
  const mask = slots.length - wordSlotFields
  let slot = (hash * wordSlotFields) & mask
  while (slots[slot + SLOT.VALUE] !== 0) {
    if (slots[slot] === hash) return slot
    slot = (slot + wordSlotFields) & mask
  }
  return -1
}

/** `bits`: a power of two; sixteen times the number of hashes leaves few that pass for nothing. */
export function filterOf(hashes: Iterable<number>, bits: number): Filter {
  const filter = new Uint32Array(bits >>> 5)
  for (const hash of hashes) filter[(hash >>> 5) & (filter.length - 1)]! |= 1 << (hash & 31)
  return filter
}

/** One where a hash passes the filter of a table, else 0. */
export function isAdmitted(filter: Filter, hash: number): number {
  return (filter[(hash >>> 5) & (filter.length - 1)]! >>> (hash & 31)) & 1
}
