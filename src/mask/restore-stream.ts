/**
 * One text that grows piece by piece. Gives out everything but an end that can still become a placeholder of this scope;
 * what it gives, taken together, equals the restored whole, wherever the text was cut.
 */
import type { ChannelRestorer } from '../types.ts'
import { backslash } from './characters.ts'
import type { InventionCounter } from './inventions.ts'
import { type RestoreContext, restoreFrom } from './restore.ts'

/** Characters before the current position that a token's surroundings are judged by: a word, or a line's open bracket. */
const memory = 128

/** A text has begun: what is known of it beside its last characters. */
export interface OpenText {
  readonly context: RestoreContext
  readonly inventions: InventionCounter
}

export class RestoreChannel implements ChannelRestorer {
  readonly #open: () => OpenText
  #current: OpenText | null = null
  /** What was dealt with last, as it came. */
  #lead = ''
  #held = ''

  constructor(open: () => OpenText) {
    this.#open = open
  }

  get holding(): boolean {
    return this.#held !== ''
  }

  write(piece: string): string {
    const current = this.#text()
    current.context.tally.invented += current.inventions.feed(piece)
    return this.#take(piece, false, current)
  }

  flush(): string {
    return this.#take('', true, this.#text())
  }

  end(): string {
    const current = this.#text()
    current.context.tally.invented += current.inventions.finish()
    const output = this.#take('', true, current)
    this.#current = null
    this.#lead = ''
    return output
  }

  #text(): OpenText {
    this.#current ??= this.#open()
    return this.#current
  }

  #take(piece: string, final: boolean, { context }: OpenText): string {
    const text = this.#lead + this.#held + piece
    if (context.book.empty) {
      context.guard.feed(piece)
      context.log?.kept(piece)
      this.#lead = leadOf(text)
      return piece
    }
    const { output, rest } = restoreFrom(text, this.#lead.length, final, context)
    this.#held = text.slice(rest)
    this.#lead = leadOf(text.slice(0, rest))
    return output
  }
}

/** The last characters, with all backslashes they begin with; of a long run only so many that its parity is kept. */
function leadOf(text: string): string {
  if (text.length <= memory) return text
  const start = text.length - memory
  if (text.charCodeAt(start) !== backslash) return text.slice(start)
  let run = start
  while (run > 0 && text.charCodeAt(run - 1) === backslash) run--
  return '\\'.repeat((start - run) % 4) + text.slice(start)
}
