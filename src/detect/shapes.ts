/**
 * All written forms of all recognizers (`9999 9999 9999 9999`, `999999-9999`) in one tree of runs and separators, so that a
 * run of the text is compared with all of them at once, however many recognizers there are.
 */
import { isAsciiLetter, isDigit } from './characters.ts'
import { DIGITS, isNamed, type KindName, pairs, type RunAnchor, type RunSize } from './run-filter.ts'
import type { Units } from './units.ts'
import type { View } from './view.ts'
import { hashPrime, hashSeed } from './words.ts'

const digitClass = 0x39
const letterClass = 0x41
/** Longest run in a shape; longer runs of a text are in none. */
const longestRun = 40
const smallestTable = 1024
const unknown = -2
const HAS_ENDS = 1
const IS_INNER = 2

/** Inside of a longer number or word no shape stands alone; see `standsAlone`. */
const notBefore = pairs('9a', '-./_+')

/**
 * A tree whose branches are found by hash of (node, separator, form of the run) in one flat table: a run that begins no shape
 * costs one look-up.
 */
export class ShapeTree<T> {
  /** Items whose shape ends at a node, by node. Node 0 is the root. */
  readonly #ends: T[][] = [[]]
  /** By node, whether items end there and whether shapes go on: most nodes are passed with a look at this. */
  #flags = new Uint8Array(smallestTable)
  /** Triples: parent, hash, child; the parent is one higher than its number, so that 0 means free. */
  #table = new Int32Array(smallestTable * 3)
  #branches = 0
  /** The runs that shapes begin with, by the sign behind them; an empty string for shapes of one run. */
  readonly #beginnings = new Map<string, RunSize[]>()
  /** By length; filled when one is asked for, which is when all shapes are there. */
  readonly #digitBranches = new Int32Array(longestRun + 1).fill(unknown)

  add(shape: string, item: T): void {
    const parts = shape.match(/[A9]+|[^A9]/g) ?? []
    this.#addBeginning(parts[0] ?? '', parts[1] ?? '')
    let node = 0
    let separator = 0
    for (const part of parts) {
      if (!/[A9]/.test(part)) {
        if (separator !== 0) throw new TypeError(`Shape "${shape}" has two separators in a row`)
        separator = part.charCodeAt(0)
        continue
      }
      node = this.#branch(node, hashRun(part, separator))
      separator = 0
    }
    this.#ends[node]!.push(item)
    this.#flags[node]! |= HAS_ENDS
  }

  /** Anchors of the runs that shapes begin with. */
  beginnings(): RunAnchor<null>[] {
    return [...this.#beginnings].map(([sign, sizes]) => {
      // A blank may also be the end of a line.
      const after = sign === ' ' ? ' \t\n' : sign !== '' && isNamed(sign) ? pairs(sign, '9a') : undefined
      return { sizes, filter: after === undefined ? { notBefore } : { after, notBefore }, step: null }
    })
  }

  #addBeginning(run: string, sign: string): void {
    const sizes = this.#beginnings.get(sign) ?? []
    this.#beginnings.set(sign, sizes)
    if (run.length <= longestRun) sizes.push([kindOfRun(run), run.length])
  }

  /** Calls `found` for each shape that starts with the run `index` of the view, with the end of the shape's text. */
  match(view: View, index: number, found: (item: T, start: number, end: number) => void): void {
    const { runs, kinds } = view.notes
    const start = runs.at(index)
    const firstEnd = runs.at(index + 1)
    if (firstEnd - start > longestRun) return
    const isDigits = kinds.at(index >>> 1) === DIGITS
    let node = isDigits
      ? this.#digitBranch(firstEnd - start)
      : this.#child(0, hashUnits(view.units, start, firstEnd, 0))
    for (let run = index, end = firstEnd; node >= 0; ) {
      const flags = this.#flags[node]!
      if ((flags & HAS_ENDS) !== 0) for (const item of this.#ends[node]!) found(item, start, end)
      run += 2
      if ((flags & IS_INNER) === 0 || run >= runs.length) return
      const separator = separatorBetween(view, end, runs.at(run))
      if (separator < 0) return
      const from = runs.at(run)
      end = runs.at(run + 1)
      if (end - from > longestRun) return
      node = this.#child(node, hashUnits(view.units, from, end, separator))
    }
  }

  /** The branch of a first run of so many digits: what most runs are. */
  #digitBranch(length: number): number {
    const known = this.#digitBranches[length]!
    if (known !== unknown) return known
    const run = '9'.repeat(length)
    const branch = this.#child(0, hashRun(run, 0))
    this.#digitBranches[length] = branch
    return branch
  }

  #branch(parent: number, hash: number): number {
    const known = this.#child(parent, hash)
    if (known >= 0) return known
    if (++this.#branches * 3 > this.#table.length / 2) this.#grow()
    const child = this.#ends.length
    this.#ends.push([])
    if (child === this.#flags.length) this.#flags = twice(this.#flags)
    this.#flags[parent]! |= IS_INNER
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

function twice(flags: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(flags.length * 2)
  larger.set(flags)
  return larger
}

function kindOfRun(run: string): KindName {
  if (!run.includes('A')) return '9'
  return run.includes('9') ? (run.startsWith('9') ? '9A' : 'A9') : 'A'
}

/** The table has three times a power of two places. */
function slotOf(parent: number, hash: number, length: number): number {
  const mixed = Math.imul(hash ^ Math.imul(parent + 1, 0x9e3779b1), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 15)) & (length / 3 - 1)) * 3
}

/** Hash of a run of a shape, which is written in classes already. */
function hashRun(run: string, separator: number): number {
  let hash = Math.imul(hashSeed ^ separator, hashPrime)
  for (let index = 0; index < run.length; index++) hash = Math.imul(hash ^ run.charCodeAt(index), hashPrime)
  return hash
}

function hashUnits(units: Units, start: number, end: number, separator: number): number {
  let hash = Math.imul(hashSeed ^ separator, hashPrime)
  for (let index = start; index < end; index++) {
    const unit = units[index]!
    const unitClass = isDigit(unit) ? digitClass : isAsciiLetter(unit) ? letterClass : unit
    hash = Math.imul(hash ^ unitClass, hashPrime)
  }
  return hash
}

/** The one unit between two runs; a blank for a line break with its indent or quote mark; -1 for anything longer. */
export function separatorBetween({ units }: View, end: number, start: number): number {
  if (start === end + 1) {
    const unit = units[end]!
    return unit === 0x0a || unit === 0x09 ? 0x20 : unit
  }
  return isWrap(units, end, start) ? 0x20 : -1
}

/** Blanks with one line break among them, and the `>` of quoted mail. */
function isWrap(units: Units, end: number, start: number): boolean {
  if (start - end > 12) return false
  let breaks = 0
  for (let index = end; index < start; index++) {
    const unit = units[index]!
    if (unit === 0x0a) breaks++
    else if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d && !(unit === 0x3e && breaks > 0)) return false
  }
  return breaks === 1
}
