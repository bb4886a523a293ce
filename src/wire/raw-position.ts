/** Where a unit of a string stands in the JSON that it is written in. Asked for in ascending order only. */
export class RawPosition {
  readonly #raw: string
  /** A place of the text and the same place in the JSON, behind its opening quote. */
  #text = 0
  #json = 1
  #nextEscape: number

  constructor(raw: string, hasEscapes: boolean) {
    this.#raw = raw
    this.#nextEscape = hasEscapes ? escapeFrom(raw, 1) : raw.length
  }

  of(offset: number): number {
    while (this.#nextEscape - this.#json < offset - this.#text) {
      this.#text += this.#nextEscape - this.#json + 1
      this.#json = this.#nextEscape + (this.#raw.charCodeAt(this.#nextEscape + 1) === 0x75 ? 6 : 2)
      this.#nextEscape = escapeFrom(this.#raw, this.#json)
    }
    return this.#json + offset - this.#text
  }
}

function escapeFrom(raw: string, from: number): number {
  const at = raw.indexOf('\\', from)
  return at === -1 ? raw.length : at
}
