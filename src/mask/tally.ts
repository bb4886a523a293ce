/** What restoring did, in counts. It holds no value. */
import type { Entry } from './book.ts'

export class RestoreTally {
  /** Placeholders put back, every occurrence. */
  restored = 0
  /** Placeholder-like words that this scope never issued and the request did not hold. */
  invented = 0
  readonly #used = new Set<number>()

  /** Distinct placeholders put back. */
  used(): number {
    return this.#used.size
  }

  /** One placeholder was put back. */
  count(entry: Entry): void {
    this.restored++
    this.#used.add(entry.order)
  }
}
