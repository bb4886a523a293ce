/**
 * Restoring text that is JSON itself: tool arguments, and answers asked for as JSON. A value put into it has to be escaped
 * once, and twice where it lands in a string that holds JSON again (agents calling agents). Works on any cut, since
 * arguments are streamed in pieces, and on broken JSON, since models write that too.
 */
import type { ChannelRestorer, TextRestorer } from '../types.ts'

/** Text that may turn out to be JSON: decided by its first units, treated as plain text until then. */
export function textChannel(restorer: TextRestorer): ChannelRestorer {
  return new TextChannel(restorer)
}

/** Text that is known to be JSON. */
export function jsonChannel(restorer: TextRestorer): ChannelRestorer {
  return new JsonChannel(restorer)
}

export function restoreText(restorer: TextRestorer, text: string): string {
  return jsonStart.test(text) ? restoreJsonText(restorer, text) : restorer.whole(text, 0)
}

export function restoreJsonText(restorer: TextRestorer, text: string): string {
  // Without an escaped quote there is no JSON inside its strings.
  if (!text.includes('\\"')) return restorer.whole(text, 1)
  const channel = new JsonChannel(restorer)
  return channel.write(text) + channel.end()
}

/** How JSON objects and lists begin, and no placeholder or prose does. */
const jsonStart = /^\s*(?:\{\s*["}]|\[\s*["{])/

/** What has been seen of the beginning of a text or of a string. */
type Beginning = 'blank' | 'brace' | 'bracket' | 'json' | 'other'

function nextBeginning(seen: Beginning, unit: string): Beginning {
  if (unit === ' ' || unit === '\n' || unit === '\r' || unit === '\t') return seen
  if (seen === 'blank') return unit === '{' ? 'brace' : unit === '[' ? 'bracket' : 'other'
  if (seen === 'brace') return unit === '"' || unit === '}' ? 'json' : 'other'
  if (seen === 'bracket') return unit === '"' || unit === '{' ? 'json' : 'other'
  return seen
}

class TextChannel implements ChannelRestorer {
  readonly #restorer: TextRestorer
  #channel: ChannelRestorer
  #beginning: Beginning = 'blank'

  constructor(restorer: TextRestorer) {
    this.#restorer = restorer
    this.#channel = restorer.channel(0)
  }

  get holding(): boolean {
    return this.#channel.holding
  }

  write(piece: string): string {
    let shown = ''
    let from = 0
    for (let at = 0; at < piece.length && this.#beginning !== 'other' && this.#beginning !== 'json'; at++) {
      this.#beginning = nextBeginning(this.#beginning, piece.charAt(at))
      if (this.#beginning !== 'json') continue
      shown = this.#channel.write(piece.slice(0, at)) + this.#channel.end()
      this.#channel = new JsonChannel(this.#restorer)
      from = at
    }
    return shown + this.#channel.write(piece.slice(from))
  }

  end(): string {
    const rest = this.#channel.end()
    this.#channel = this.#restorer.channel(0)
    this.#beginning = 'blank'
    return rest
  }
}

const quote = 0x22
const backslash = 0x5c

class JsonChannel implements ChannelRestorer {
  readonly #outer: ChannelRestorer
  readonly #inner: ChannelRestorer
  #current: ChannelRestorer
  #inString = false
  #escaped = false
  #beginning: Beginning = 'other'

  constructor(restorer: TextRestorer) {
    this.#outer = restorer.channel(1)
    this.#inner = restorer.channel(2)
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
      this.#begin(unescapedUnits.get(piece.charAt(at)) ?? 'x')
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
const unescapedUnits: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])
