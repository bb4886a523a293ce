/**
 * Finds JSON blocks in Markdown (three backticks, `json`, a line end … three backticks at the start of a line), one unit
 * at a time. Programs cut such blocks out and parse them, so values in them have to be escaped.
 */
const fence = 3
const longestInfo = 8

export class JsonFence {
  /** Inside a block. */
  isOpen = false
  #ticks = 0
  /** What follows the backticks, `null` when no block can begin here. */
  #info: string | null = null
  #atLineStart = true

  /** Whether nothing has been seen that the next units could make a fence of. */
  get isIdle(): boolean {
    return !this.isOpen && this.#ticks === 0 && this.#info === null
  }

  /** Takes the next unit; true where a block begins with or ends before what follows it. */
  read(unit: string): boolean {
    return this.isOpen ? this.#readInside(unit) : this.#readOutside(unit)
  }

  #readOutside(unit: string): boolean {
    if (unit === '`') {
      this.#ticks++
      this.#info = this.#ticks >= fence ? '' : null
      return false
    }
    this.#ticks = 0
    if (this.#info === null) return false
    if (unit !== '\n') {
      this.#info = this.#info.length < longestInfo ? this.#info + unit : null
      return false
    }
    this.isOpen = /^\s*json\s*$/i.test(this.#info)
    this.#info = null
    this.#atLineStart = true
    return this.isOpen
  }

  #readInside(unit: string): boolean {
    if (unit === '`' && (this.#atLineStart || this.#ticks > 0)) {
      this.#atLineStart = false
      this.#ticks++
      this.isOpen = this.#ticks < fence
      if (!this.isOpen) this.#ticks = 0
      return !this.isOpen
    }
    this.#ticks = 0
    this.#atLineStart = unit === '\n' || (this.#atLineStart && (unit === ' ' || unit === '\t' || unit === '\r'))
    return false
  }
}
