/**
 * A place in one of the lists of offsets that a scan has noted: recognizers ask for one place of a text after the other, so that
 * each search begins where the last one ended.
 */
import type { Offsets } from './offsets.ts'
import type { View } from './view.ts'

export class Cursor {
  /** Offsets of an entry, of which the first is its start. */
  readonly #stride: number
  #view = 0
  #index = 0

  constructor(stride: number) {
    this.#stride = stride
  }

  /** Index of the first entry that starts at or behind an offset, their number where none does. In steps that double. */
  indexFrom(view: View, list: Offsets, offset: number): number {
    const stride = this.#stride
    const length = list.length / stride
    if (this.#view !== view.id) {
      this.#view = view.id
      this.#index = 0
    }
    let low = this.#index
    let high = low
    for (let step = 1; high < length && list.at(high * stride) < offset; step *= 2) {
      low = high + 1
      high += step
    }
    for (let step = 1; low > 0 && list.at((low - 1) * stride) >= offset; step *= 2) {
      high = low - 1
      low = Math.max(0, low - step)
    }
    high = Math.min(high, length)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (list.at(middle * stride) < offset) low = middle + 1
      else high = middle
    }
    this.#index = low
    return low
  }
}
