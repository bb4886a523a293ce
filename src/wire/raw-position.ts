/** Where a unit of a string stands in the JSON that it is written in. Asked for in ascending order only. */
export class RawPosition {
  readonly #json: string
  readonly #end: number
  /** A place of the text and the same place in the JSON. */
  #text = 0
  #place: number
  #nextEscape: number

  /** The string stands, with its quotes, from `start` to `end`. */
  constructor(json: string, start: number, end: number, hasEscapes: boolean) {
    this.#json = json
    this.#end = end
    this.#place = start + 1
    this.#nextEscape = hasEscapes ? this.#escapeFrom(start + 1) : end
  }

  of(offset: number): number {
    while (this.#nextEscape - this.#place < offset - this.#text) {
      this.#text += this.#nextEscape - this.#place + 1
      this.#place = this.#nextEscape + (this.#json.charCodeAt(this.#nextEscape + 1) === 0x75 ? 6 : 2)
      this.#nextEscape = this.#escapeFrom(this.#place)
    }
    return this.#place + offset - this.#text
  }

  #escapeFrom(from: number): number {
    const at = this.#json.indexOf('\\', from)
    return at === -1 ? this.#end : at
  }
}
