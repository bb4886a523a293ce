/**
 * Restoring text that is JSON itself: tool arguments, and answers asked for as JSON. A value put into it has to be escaped
 * once, and twice where it lands in a string that holds JSON again (agents calling agents). Works on any cut, since
 * arguments are streamed in pieces, and on broken JSON, since models write that too.
 */
import type { ChannelRestorer, RestoreLog, TextRestorer } from '../types.ts'
import { type Beginning, nextBeginning } from './json-beginning.ts'

const quote = 0x22
const backslash = 0x5c

export class JsonChannel implements ChannelRestorer {
  readonly #outer: ChannelRestorer
  readonly #inner: ChannelRestorer
  #current: ChannelRestorer
  #inString = false
  #escaped = false
  #beginning: Beginning = 'other'

  constructor(restorer: TextRestorer, log?: RestoreLog) {
    this.#outer = restorer.channel(1, log)
    this.#inner = restorer.channel(2, log)
    this.#current = this.#outer
  }

  get holding(): boolean {
    return this.#current.holding
  }

  write(piece: string): string {
    let shown = ''
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const before = this.#current
      this.#read(piece, at)
      if (before === this.#current) continue
      shown += before.write(piece.slice(from, at)) + before.end()
      from = at
    }
    return shown + this.#current.write(piece.slice(from))
  }

  flush(): string {
    return this.#current.flush()
  }

  end(): string {
    const rest = this.#current.end()
    this.#current = this.#outer
    this.#inString = false
    this.#escaped = false
    return rest
  }

  #read(piece: string, at: number): void {
    const unit = piece.charCodeAt(at)
    if (!this.#inString) {
      if (unit !== quote) return
      this.#inString = true
      this.#beginning = 'blank'
    } else if (this.#escaped) {
      this.#escaped = false
      this.#begin(unescaped.get(piece.charAt(at)) ?? 'x')
    } else if (unit === backslash) {
      this.#escaped = true
    } else if (unit === quote) {
      this.#inString = false
      this.#current = this.#outer
    } else {
      this.#begin(piece.charAt(at))
    }
  }

  #begin(unit: string): void {
    if (this.#beginning === 'other' || this.#beginning === 'json') return
    this.#beginning = nextBeginning(this.#beginning, unit)
    if (this.#beginning === 'json') this.#current = this.#inner
  }
}

/** Escapes that matter for telling how a string begins. */
const unescaped: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])
