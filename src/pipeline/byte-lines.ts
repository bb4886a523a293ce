/** Lines of a text on their way to becoming bytes: never all of them at once as text. */
const pieceUnits = 65_536

export class ByteLines {
  readonly #pieces: Buffer[] = []
  #lines: string[] = []
  #units = 0
  #isFirst = true

  add(line: string): void {
    this.#lines.push(this.#isFirst ? line : `\n${line}`)
    this.#isFirst = false
    this.#units += line.length + 1
    if (this.#units >= pieceUnits) this.#flush()
  }

  /** The bytes of all lines, with line feeds between them. */
  join(): Uint8Array {
    this.#flush()
    return this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces)
  }

  #flush(): void {
    this.#pieces.push(Buffer.from(this.#lines.join(''), 'utf8'))
    this.#lines = []
    this.#units = 0
  }
}
