/**
 * The values known so far in a scope, with a mark of what they are: two scopes with the same mark find the same in a text.
 * So what was found in a message is found again at once when the same history comes with the next turn.
 */
import { hash, randomBytes } from 'node:crypto'
import { KnownValues } from '../detect/index.ts'
import type { EntityType, Finding } from '../types.ts'

/** Marks are kept beyond the scope and must not tell what they were made of. */
const key = randomBytes(32).toString('base64')

export class KnownSoFar {
  readonly #values = new KnownValues()
  #mark = ''
  /** What has been learnt since the mark was made. */
  #fresh: string[] = []

  get size(): number {
    return this.#values.size
  }

  get mark(): string {
    if (this.#fresh.length > 0) {
      this.#mark = hash('sha256', key + JSON.stringify([this.#mark, this.#fresh]), 'base64')
      this.#fresh = []
    }
    return this.#mark
  }

  accepts(value: string, type: EntityType): boolean {
    return this.#values.accepts(value, type)
  }

  /** Where known values stand in a text. */
  find(text: string): Finding[] {
    const before = this.#values.ordinaryNames
    const findings = this.#values.find(text)
    // The text showed that a name is a word as well.
    if (this.#values.ordinaryNames > before) this.#fresh.push(text)
    return findings
  }

  add(value: string, type: EntityType, score = 1): void {
    const before = this.#values.size
    this.#values.add(value, type, score)
    // One value is remembered as one or two, by its score.
    if (this.#values.size > before) this.#fresh.push(type, value, String(this.#values.size))
  }

  clear(): void {
    this.#values.clear()
    this.#mark = ''
    this.#fresh = []
  }
}
