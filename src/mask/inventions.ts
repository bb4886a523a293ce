/**
 * Counts placeholders that a model made up: of a known type, but neither issued nor written in the request. It reads the
 * answer beside the restorer and some hundred characters behind it, so that counting never delays the text.
 */
import { AnchorSearch } from './anchors.ts'
import { readBare } from './bare.ts'
import { readBracketed } from './bracketed.ts'
import type { Reader, Token } from './token.ts'

/** More than the longest token, with what is looked at before and after it. */
const margin = 256
/** How much text may wait before it is read. */
const longestPending = 4_096

export class InventionCounter {
  readonly #isInvented: (token: Token) => boolean
  readonly #level: Reader['level']
  #text = ''
  /** Where the last counted token ended: no other begins before it. */
  #read = 0
  /** Anchors before this position have been visited. A token may begin before its anchor. */
  #visited = 0

  constructor(level: Reader['level'], isInvented: (token: Token) => boolean) {
    this.#level = level
    this.#isInvented = isInvented
  }

  /** Takes the next piece of the answer; gives how many were found meanwhile. */
  feed(piece: string): number {
    this.#text += piece
    return this.#text.length > longestPending ? this.#count(this.#text.length - margin) : 0
  }

  /** Gives how many the rest of the text held, and begins anew. */
  finish(): number {
    const found = this.#count(this.#text.length)
    this.#text = ''
    this.#read = 0
    this.#visited = 0
    return found
  }

  /** Counts tokens whose anchor stands before `limit`. */
  #count(limit: number): number {
    const text = this.#text
    const reader: Reader = { level: this.#level, final: true, mayBecome: () => false }
    const anchors = new AnchorSearch(text, this.#visited)
    let found = 0
    for (let at = anchors.next(this.#visited); at < limit; at = anchors.next(Math.max(at + 1, this.#read))) {
      const token = anchors.isBare(at)
        ? readBare(text, at, this.#read, reader)
        : readBracketed(text, at, this.#read, reader)
      if (token === null || 'pendingFrom' in token || !this.#isInvented(token)) continue
      found++
      this.#read = token.end
    }
    const kept = Math.max(0, limit - margin)
    this.#text = text.slice(kept)
    this.#visited = Math.max(this.#read, limit) - kept
    this.#read = Math.max(0, this.#read - kept)
    return found
  }
}
