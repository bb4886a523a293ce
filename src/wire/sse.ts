/**
 * Server-sent events (WHATWG HTML section 9.2.6), read as leniently as the strictest client at hand demands and written
 * back as they came: an event whose data does not change keeps its bytes, comments and unknown fields pass in place.
 */
import { GuardError } from '../errors.ts'
import type { Frame } from './event-queue.ts'
import type { EventRewriter } from './event-rewriter.ts'
import type { WireLimits } from './format.ts'
import { type Line, LineReader } from './line-reader.ts'
import type { TextRewriter } from './text-rewriter.ts'

/** More lines than any event has; a bound on what is kept for each line. */
const mostLines = 65_536

export class SseRewriter implements TextRewriter {
  readonly #events: EventRewriter
  readonly #limits: WireLimits
  readonly #reader = new LineReader()
  #lines: Line[] = []
  #units = 0

  constructor(events: EventRewriter, limits: WireLimits) {
    this.#events = events
    this.#limits = limits
  }

  write(piece: string): string {
    let shown = ''
    for (const line of this.#reader.read(piece)) {
      this.#lines.push(line)
      this.#units += line.text.length
      const isBlank = line.text === '' && line.isLateFeed !== true
      if (isBlank) shown += this.#dispatch()
    }
    const units = this.#units + this.#reader.pendingUnits
    if (units > this.#limits.bodyBytes || this.#lines.length > mostLines)
      throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
    return shown
  }

  end(): string {
    const rest = this.#reader.finish()
    if (rest !== '') this.#lines.push({ text: rest, end: '' })
    // Clients take an event that the end of the body cuts short of its blank line.
    const shown = this.#lines.length > 0 ? this.#dispatch() : ''
    return shown + this.#events.end()
  }

  #dispatch(): string {
    const lines = this.#lines
    this.#lines = []
    this.#units = 0
    return this.#events.take(new SseFrame(lines))
  }
}

class SseFrame implements Frame {
  readonly name: string
  readonly data: string | null
  readonly #lines: readonly Line[]

  constructor(lines: readonly Line[]) {
    this.#lines = lines
    const data = lines.filter(isData)
    this.data = data.length === 0 ? null : data.map(fieldValue).join('\n')
    const name = lines.findLast(line => line.text.startsWith('event') && fieldOf(line) === 'event')
    this.name = name === undefined ? '' : fieldValue(name)
  }

  write(data: string | null): string {
    let written = ''
    let rest = data
    for (const line of this.#lines) {
      if (data === null || !isData(line)) {
        written += line.text + line.end
      } else if (rest !== null) {
        written += writeData(line, rest)
        rest = null
      }
    }
    return written
  }
}

function fieldOf({ text }: Line): string {
  const colon = text.indexOf(':')
  return colon === -1 ? text : text.slice(0, colon)
}

function isData(line: Line): boolean {
  return line.text.startsWith('data') && fieldOf(line) === 'data'
}

/** One blank behind the colon is no part of the value. */
function fieldValue({ text }: Line): string {
  const colon = text.indexOf(':')
  if (colon === -1) return ''
  return text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1)
}

/** Data with line breaks takes several lines; a CR cannot be said in this framing and becomes a line break too. */
function writeData(line: Line, data: string): string {
  const prefix = line.text.startsWith('data: ') ? 'data: ' : 'data:'
  const end = line.end === '' ? '\n' : line.end
  const lines = data.split(/\r\n|\n|\r/).map(text => prefix + text)
  return lines.join(end) + line.end
}
