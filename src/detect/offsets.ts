/**
 * A growing list of offsets in a typed array. Buffers are lent and taken back, since making and collecting them would cost
 * more than the scan on texts full of anchors. They hold offsets, never text.
 */

const smallest = 4096
/** Larger buffers are not kept. */
const largestKept = 1 << 20
const mostKept = 8
const kept: Int32Array[] = []

export class Offsets {
  #buffer = kept.pop() ?? new Int32Array(smallest)
  #length = 0

  get length(): number {
    return this.#length
  }

  at(index: number): number {
    return this.#buffer[index]!
  }

  push(offset: number): void {
    if (this.#length === this.#buffer.length) this.#grow()
    this.#buffer[this.#length++] = offset
  }

  /** The buffer, with room for so many more offsets behind those that are there: for loops that cannot afford a call for each. */
  reserve(count: number): Int32Array {
    while (this.#buffer.length < this.#length + count) this.#grow()
    return this.#buffer
  }

  /** Says how many offsets there are after something was written to the reserved room. */
  resize(length: number): void {
    this.#length = length
  }

  /** Gives the buffer back. The list is empty then and stays usable. */
  release(): void {
    const buffer = this.#buffer
    this.#length = 0
    this.#buffer = empty
    if (kept.length < mostKept && buffer.length <= largestKept && buffer.length > 0) kept.push(buffer)
  }

  #grow(): void {
    const larger = new Int32Array(Math.max(smallest, this.#buffer.length * 2))
    larger.set(this.#buffer)
    this.#buffer = larger
  }
}

const empty = new Int32Array(0)
