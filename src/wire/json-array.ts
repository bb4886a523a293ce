/**
 * A JSON array whose elements are the events of a stream (Gemini and Vertex without `alt=sse`): `[{…}`, `,\r\n{…}`, `]`.
 * Elements may be cut anywhere. What stands between them goes with the element behind it.
 */
import { GuardError } from '../errors.ts'
import type { Frame } from './event-queue.ts'
import type { EventRewriter } from './event-rewriter.ts'
import type { WireLimits } from './format.ts'
import type { TextRewriter } from './text-rewriter.ts'

export class JsonArrayRewriter implements TextRewriter {
  readonly #events: EventRewriter
  readonly #limits: WireLimits
  readonly #borders = new ElementBorders()
  #pending = ''
  #between = beginning

  constructor(events: EventRewriter, limits: WireLimits) {
    this.#events = events
    this.#limits = limits
  }

  write(piece: string): string {
    let shown = ''
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      if (!this.#borders.endsBehind(piece.charCodeAt(at))) continue
      shown += this.#dispatch(piece.slice(from, at + 1))
      from = at + 1
    }
    this.#pending += piece.slice(from)
    if (this.#pending.length > this.#limits.bodyBytes) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
    return shown
  }

  end(): string {
    const shown = this.#pending === '' ? '' : this.#dispatch('')
    return shown + this.#events.end()
  }

  #dispatch(rest: string): string {
    const text = this.#pending + rest
    this.#pending = ''
    const frame = new ElementFrame(text, this.#between)
    this.#between = separator
    return this.#events.take(frame)
  }
}

const quote = 0x22
const backslash = 0x5c
const openers: ReadonlySet<number> = new Set([0x5b, 0x7b])
const closers: ReadonlySet<number> = new Set([0x5d, 0x7d])
/** The array itself is one level. */
const elementDepth = 2

/** Tells, one unit at a time, where an object or a list directly in the array is complete. */
class ElementBorders {
  #depth = 0
  #inString = false
  #escaped = false

  endsBehind(unit: number): boolean {
    if (this.#inString) this.#readInString(unit)
    else if (unit === quote) this.#inString = true
    else if (openers.has(unit)) this.#depth++
    else if (closers.has(unit)) return this.#depth-- === elementDepth
    return false
  }

  #readInString(unit: number): void {
    if (this.#escaped) this.#escaped = false
    else if (unit === backslash) this.#escaped = true
    else if (unit === quote) this.#inString = false
  }
}

class ElementFrame implements Frame {
  readonly name = ''
  readonly data: string | null
  readonly #between: string

  constructor(text: string, between: RegExp) {
    this.#between = between.exec(text)?.[0] ?? ''
    this.data = text.length === this.#between.length ? null : text.slice(this.#between.length)
  }

  write(data: string | null): string {
    return this.#between + (data ?? this.data ?? '')
  }
}

/** What stands in front of the first element, and in front of any other or behind the last. */
const beginning = /^\s*\[[\s,\]]*/
const separator = /^[\s,\]]*/
