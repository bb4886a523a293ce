/**
 * Cuts text that comes in pieces into lines. Ends of line are LF, CRLF and lone CR, and nothing else: U+2028, U+2029 and
 * U+0085 stand inside lines (WHATWG HTML, "Parsing an event stream"). Each unit is looked at once, whatever the cuts.
 */
export interface Line {
  readonly text: string
  /** `''` only for a last line without an end. */
  readonly end: '' | '\n' | '\r' | '\r\n'
  /** Not a line: the LF of a CRLF whose CR came with the piece before and has ended its line already. */
  readonly isLateFeed?: true
}

const lateFeed: Line = { text: '', end: '\n', isLateFeed: true }

export class LineReader {
  #pending = ''
  #afterReturn = false

  /** The lines that end in this piece. A CR at the end of a piece ends its line at once, so that nothing has to wait. */
  read(piece: string): Line[] {
    const lines: Line[] = []
    let from = 0
    if (this.#afterReturn && piece.startsWith('\n')) {
      lines.push(lateFeed)
      from = 1
    }
    let feed = piece.indexOf('\n', from)
    let turn = piece.indexOf('\r', from)
    while (feed !== -1 || turn !== -1) {
      const at = feed === -1 ? turn : turn === -1 ? feed : Math.min(feed, turn)
      const end = at === feed ? '\n' : piece[at + 1] === '\n' ? '\r\n' : '\r'
      lines.push({ text: this.#pending + piece.slice(from, at), end })
      this.#pending = ''
      from = at + end.length
      if (feed !== -1 && feed < from) feed = piece.indexOf('\n', from)
      if (turn !== -1 && turn < from) turn = piece.indexOf('\r', from)
    }
    this.#pending += piece.slice(from)
    if (piece !== '') this.#afterReturn = piece.endsWith('\r')
    return lines
  }

  /** Units of a line whose end has not come yet. */
  get pendingUnits(): number {
    return this.#pending.length
  }

  /** The last line, where it has no end. */
  finish(): string {
    const rest = this.#pending
    this.#pending = ''
    return rest
  }
}
