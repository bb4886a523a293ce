/** Lets other requests have their turn while a large body is read leaf by leaf. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds. Beside 120 texts of 100 KB another request waited for all of them, a fifth of a second. */
const longestTurn = 8

export class Breath {
  #since = performance.now()

  get isDue(): boolean {
    return performance.now() - this.#since > longestTurn
  }

  async take(): Promise<void> {
    await setImmediate()
    this.#since = performance.now()
  }
}
