/**
 * All written forms of all recognizers (`9999 9999 9999 9999`, `999999-9999`) in one tree of runs and separators, so that a
 * run of the text is compared with all of them at once, however many recognizers there are.
 */
import { isAsciiLetter, isDigit } from './characters.ts'
import type { View } from './view.ts'
import { hashPrime, hashSeed } from './words.ts'

interface ShapeNode<T> {
  /** By hash of separator and run. */
  readonly next: Map<number, ShapeNode<T>>
  readonly ends: T[]
}

const digitClass = 0x39
const letterClass = 0x41
/** Longest run in a shape; longer runs of a text are in none. */
const longestRun = 40

export class ShapeTree<T> {
  readonly #root: ShapeNode<T> = { next: new Map(), ends: [] }

  add(shape: string, item: T): void {
    let node = this.#root
    let separator = 0
    for (const part of shape.match(/[A9]+|[^A9]/g) ?? []) {
      if (part !== '' && !/[A9]/.test(part)) {
        if (separator !== 0) throw new TypeError(`Shape "${shape}" has two separators in a row`)
        separator = part.charCodeAt(0)
        continue
      }
      const key = hashRun(part, 0, part.length, separator)
      const next = node.next.get(key) ?? { next: new Map(), ends: [] }
      node.next.set(key, next)
      node = next
      separator = 0
    }
    node.ends.push(item)
  }

  /** Calls `found` for each shape that starts with the run `index` of the view, with the end of the shape's text. */
  match(view: View, index: number, found: (item: T, start: number, end: number) => void): void {
    const { runs } = view.notes
    const start = runs[index]!
    let node = this.#root
    let separator = 0
    for (let run = index; run < runs.length; run += 2) {
      const end = runs[run + 1]!
      if (end - runs[run]! > longestRun) return
      const next = node.next.get(hashRun(view.text, runs[run]!, end, separator))
      if (next === undefined) return
      for (const item of next.ends) found(item, start, end)
      if (next.next.size === 0 || run + 2 >= runs.length) return
      separator = separatorBetween(view.text, end, runs[run + 2]!)
      if (separator < 0) return
      node = next
    }
  }
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
