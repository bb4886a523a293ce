/** Collects what recognizers find. Drops what is not wanted at once, so that later steps see few candidates. */
import type { EntityType, Finding } from '../types.ts'
import type { Findings } from './recognizer.ts'
import { threshold } from './scores.ts'

export class Candidates implements Findings {
  readonly list: Finding[] = []
  /** Who is searching now. */
  recognizer = ''
  readonly #isWanted: (type: EntityType) => boolean
  /** The last type that was asked for, and the answer: most findings are of a few types. */
  #lastType: EntityType = ''
  #lastAnswer = false

  constructor(isWanted: (type: EntityType) => boolean) {
    this.#isWanted = isWanted
  }

  add(start: number, end: number, type: EntityType, score: number): void {
    if (score < threshold || end <= start || !this.#wants(type)) return
    this.list.push({ start, end, type, score, recognizer: this.recognizer })
  }

  addFramed(start: number, end: number, type: EntityType, score: number, innerStart: number, innerEnd: number): void {
    if (score < threshold || end <= start || !this.#wants(type)) return
    if (start === innerStart && end === innerEnd) {
      this.add(start, end, type, score)
      return
    }
    const { recognizer } = this
    this.list.push({ start, end, type, score, recognizer, canonicalStart: innerStart, canonicalEnd: innerEnd })
  }

  /** How many there are. */
  get count(): number {
    return this.list.length
  }

  /** Adds those from the first of these numbers to the second again, so many units further on. */
  repeat(first: number, last: number, distance: number): void {
    for (let index = first; index < last; index++) {
      const finding = this.list[index]!
      const { canonicalStart, canonicalEnd } = finding
      const span = { start: finding.start + distance, end: finding.end + distance }
      if (canonicalStart === undefined || canonicalEnd === undefined) this.list.push({ ...finding, ...span })
      else {
        const canonical = { canonicalStart: canonicalStart + distance, canonicalEnd: canonicalEnd + distance }
        this.list.push({ ...finding, ...span, ...canonical })
      }
    }
  }

  #wants(type: EntityType): boolean {
    if (type !== this.#lastType) {
      this.#lastType = type
      this.#lastAnswer = this.#isWanted(type)
    }
    return this.#lastAnswer
  }
}
