/** Lets other requests have their turn while a large body is read leaf by leaf. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds. Beside 120 texts of 100 KB another request waited for all of them, a fifth of a second. */
const longestTurn = 8

/** In code units, and in leaves: what is shorter is done before the clock is worth a look. */
const unitsBetween = 2_048
const leavesBetween = 16

export class Breath {
  #since = performance.now()
  #units = 0
  #leaves = 0

  get isDue(): boolean {
    if (this.#units < unitsBetween && this.#leaves < leavesBetween) return false
    this.#units = 0
    this.#leaves = 0
    return performance.now() - this.#since > longestTurn
  }

  /** A leaf with this many code units has been read. */
  spend(units: number): void {
    this.#units += units
    this.#leaves++
  }

  async take(): Promise<void> {
    await setImmediate()
    this.#since = performance.now()
  }
}
