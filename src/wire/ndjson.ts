/** One JSON value a line (`application/x-ndjson`, JSON lines). Blank lines and lines that are no JSON pass as they are read. */
import { GuardError } from '../errors.ts'
import type { Frame } from './event-queue.ts'
import type { EventRewriter } from './event-rewriter.ts'
import type { WireLimits } from './format.ts'
import { type Line, LineReader } from './line-reader.ts'
import type { TextRewriter } from './text-rewriter.ts'

export class NdjsonRewriter implements TextRewriter {
  readonly #events: EventRewriter
  readonly #limits: WireLimits
  readonly #reader = new LineReader()

  constructor(events: EventRewriter, limits: WireLimits) {
    this.#events = events
    this.#limits = limits
  }

  write(piece: string): string {
    let shown = ''
    for (const line of this.#reader.read(piece)) shown += this.#events.take(new NdjsonFrame(line))
    if (this.#reader.pendingUnits > this.#limits.bodyBytes) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
    return shown
  }

  end(): string {
    const rest = this.#reader.finish()
    const shown = rest === '' ? '' : this.#events.take(new NdjsonFrame({ text: rest, end: '' }))
    return shown + this.#events.end()
  }
}

class NdjsonFrame implements Frame {
  readonly name = ''
  readonly data: string | null
  readonly #line: Line

  constructor(line: Line) {
    this.#line = line
    this.data = line.text === '' ? null : line.text
  }

  write(data: string | null): string {
    return (data ?? this.#line.text) + this.#line.end
  }
}
