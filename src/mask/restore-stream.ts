/**
 * One text that grows piece by piece. Gives out everything but an end that can still become a placeholder of this scope;
 * what it gives, taken together, equals the restored whole, wherever the text was cut.
 */
import type { ChannelRestorer } from '../types.ts'
import { backslash } from './characters.ts'
import { type RestoreContext, restoreFrom } from './restore.ts'

/** Characters before the current position that a token's surroundings are judged by: a word, or a line's open bracket. */
const memory = 128

export class RestoreChannel implements ChannelRestorer {
  readonly #open: () => RestoreContext
  #context: RestoreContext | null = null
  /** What was dealt with last, as it came. */
  #lead = ''
  #held = ''

  /** `open` begins a text: each one is followed by a guard of its own. */
  constructor(open: () => RestoreContext) {
    this.#open = open
  }

  get holding(): boolean {
    return this.#held !== ''
  }

  write(piece: string): string {
    return this.#take(piece, false)
  }

  end(): string {
    const output = this.#take('', true)
    this.#context = null
    this.#lead = ''
    return output
  }

  #take(piece: string, final: boolean): string {
    this.#context ??= this.#open()
    const from = this.#lead.length
    const text = this.#lead + this.#held + piece
    const { output, rest } = restoreFrom(text, from, final, this.#context)
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
