/**
 * All written forms of all recognizers (`9999 9999 9999 9999`, `999999-9999`) in one tree of runs and separators, so that a
 * run of the text is compared with all of them at once, however many recognizers there are.
 */
import { isAsciiLetter, isDigit } from './characters.ts'
import type { View } from './view.ts'
import { hashPrime, hashSeed } from './words.ts'

const digitClass = 0x39
const letterClass = 0x41
/** Longest run in a shape; longer runs of a text are in none. */
const longestRun = 40
const smallestTable = 1024

/**
 * A tree whose branches are found by hash of (node, separator, form of the run) in one flat table: a run that begins no shape
 * costs one look-up.
 */
export class ShapeTree<T> {
  /** Items whose shape ends at a node, by node. Node 0 is the root. */
  readonly #ends: T[][] = [[]]
  readonly #isInner: boolean[] = [false]
  /** Triples: parent, hash, child; the parent is one higher than its number, so that 0 means free. */
  #table = new Int32Array(smallestTable * 3)
  #branches = 0

  add(shape: string, item: T): void {
    let node = 0
    let separator = 0
    for (const part of shape.match(/[A9]+|[^A9]/g) ?? []) {
      if (!/[A9]/.test(part)) {
        if (separator !== 0) throw new TypeError(`Shape "${shape}" has two separators in a row`)
        separator = part.charCodeAt(0)
        continue
      }
      node = this.#branch(node, hashRun(part, 0, part.length, separator))
      separator = 0
    }
    this.#ends[node]!.push(item)
  }

  /** Calls `found` for each shape that starts with the run `index` of the view, with the end of the shape's text. */
  match(view: View, index: number, found: (item: T, start: number, end: number) => void): void {
    const { runs } = view.notes
    const start = runs.at(index)
    let node = 0
    let separator = 0
    for (let run = index; run < runs.length; run += 2) {
      const end = runs.at(run + 1)
      if (end - runs.at(run) > longestRun) return
      node = this.#child(node, hashRun(view.text, runs.at(run), end, separator))
      if (node < 0) return
      const ends = this.#ends[node]!
      for (let item = 0; item < ends.length; item++) found(ends[item]!, start, end)
      if (!this.#isInner[node] || run + 2 >= runs.length) return
      separator = separatorBetween(view.text, end, runs.at(run + 2))
      if (separator < 0) return
    }
  }

  #branch(parent: number, hash: number): number {
    const known = this.#child(parent, hash)
    if (known >= 0) return known
    if (++this.#branches * 3 > this.#table.length / 2) this.#grow()
    const child = this.#ends.length
    this.#ends.push([])
    this.#isInner.push(false)
    this.#isInner[parent] = true
    this.#put(parent, hash, child)
    return child
  }

  /** The node that a run leads to; -1 where no shape goes on with it. */
  #child(parent: number, hash: number): number {
    const table = this.#table
    let slot = slotOf(parent, hash, table.length)
    while (table[slot] !== 0) {
      if (table[slot] === parent + 1 && table[slot + 1] === hash) return table[slot + 2]!
      slot = slot + 3 === table.length ? 0 : slot + 3
    }
    return -1
  }

  #put(parent: number, hash: number, child: number): void {
    const table = this.#table
    let slot = slotOf(parent, hash, table.length)
    while (table[slot] !== 0) slot = slot + 3 === table.length ? 0 : slot + 3
    table[slot] = parent + 1
    table[slot + 1] = hash
    table[slot + 2] = child
  }

  #grow(): void {
    const old = this.#table
    this.#table = new Int32Array(old.length * 2)
    for (let slot = 0; slot < old.length; slot += 3) {
      if (old[slot] !== 0) this.#put(old[slot]! - 1, old[slot + 1]!, old[slot + 2]!)
    }
  }
}

/** The table has three times a power of two places. */
function slotOf(parent: number, hash: number, length: number): number {
  const mixed = Math.imul(hash ^ Math.imul(parent + 1, 0x9e3779b1), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 15)) & (length / 3 - 1)) * 3
}

function hashRun(text: string, start: number, end: number, separator: number): number {
  let hash = Math.imul(hashSeed ^ separator, hashPrime)
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    const unitClass = isDigit(unit) ? digitClass : isAsciiLetter(unit) ? letterClass : unit
    hash = Math.imul(hash ^ unitClass, hashPrime)
  }
  return hash
}

/** The one unit between two runs; a blank for a line break with its indent or quote mark; -1 for anything longer. */
export function separatorBetween(text: string, end: number, start: number): number {
  if (start === end + 1) {
    const unit = text.charCodeAt(end)
    return unit === 0x0a || unit === 0x09 ? 0x20 : unit
  }
  return isWrap(text, end, start) ? 0x20 : -1
}

/** Blanks with one line break among them, and the `>` of quoted mail. */
function isWrap(text: string, end: number, start: number): boolean {
  if (start - end > 12) return false
  let breaks = 0
  for (let index = end; index < start; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0x0a) breaks++
    else if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d && !(unit === 0x3e && breaks > 0)) return false
  }
  return breaks === 1
}
