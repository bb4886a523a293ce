/**
 * The values known so far in a scope, with a mark of what they are: two scopes with the same mark find the same in a text.
 * So what was found in a message is found again at once when the same history comes with the next turn.
 */
import { hash, randomBytes } from 'node:crypto'
import { KnownValues } from '../detect/index.ts'
import type { EntityType, Finding } from '../types.ts'

/** Marks are kept beyond the scope and must not tell what they were made of. */
const key = randomBytes(32).toString('base64')

/** Answers what does not depend on values. */
const judge = new KnownValues()

export class KnownSoFar {
  #values: KnownValues | null = null
  /** Learnt, but not looked for yet: most requests hold one text, and none after it. */
  #waiting: (readonly [value: string, type: EntityType, score: number])[] = []
  #mark = ''
  /** What has been learnt since the mark was made. */
  #fresh: string[] = []

  get size(): number {
    return this.#read()?.size ?? 0
  }

  get mark(): string {
    this.#read()
    if (this.#fresh.length > 0) {
      this.#mark = hash('sha256', key + JSON.stringify([this.#mark, this.#fresh]), 'base64')
      this.#fresh = []
    }
    return this.#mark
  }

  /** Whether a value is replaced wherever it stands, so that it must not stand in what leaves. */
  accepts(value: string, type: EntityType): boolean {
    return judge.accepts(value, type) && this.#read()?.leaves(value) !== true
  }

  /** Where known values stand in a text. */
  find(text: string): Finding[] {
    const values = this.#read()
    if (values === null) return []
    const before = values.ordinaryNames
    const findings = values.find(text)
    // The text showed that a name is a word as well.
    if (values.ordinaryNames > before) this.#fresh.push(text)
    return findings
  }

  add(value: string, type: EntityType, score = 1): void {
    this.#waiting.push([value, type, score])
  }

  clear(): void {
    this.#values?.clear()
    this.#values = null
    this.#waiting = []
    this.#mark = ''
    this.#fresh = []
  }

  /** Takes in what waits; `null` as long as nothing was ever learnt. */
  #read(): KnownValues | null {
    if (this.#waiting.length === 0) return this.#values
    this.#values ??= new KnownValues()
    const values = this.#values
    for (const [value, type, score] of this.#waiting) {
      const before = values.size + values.unsureNames
      values.add(value, type, score)
      // One value is remembered as one or two, by its score.
      if (values.size + values.unsureNames > before) this.#fresh.push(type, value, String(values.size))
    }
    this.#waiting = []
    return values
  }
}
