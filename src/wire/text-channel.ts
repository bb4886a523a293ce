/** Restoring a text that may be JSON, or hold blocks of it: told by its first units and by Markdown fences. */
import type { ChannelRestorer, RestoreLog, TextRestorer } from '../types.ts'
import { type Beginning, nextBeginning } from './json-beginning.ts'
import { JsonChannel } from './json-channel.ts'
import { JsonFence } from './json-fence.ts'

export class TextChannel implements ChannelRestorer {
  readonly #restorer: TextRestorer
  readonly #log: RestoreLog | undefined
  readonly #prose: ChannelRestorer
  #current: ChannelRestorer
  #beginning: Beginning = 'blank'
  #fence = new JsonFence()

  constructor(restorer: TextRestorer, log?: RestoreLog) {
    this.#restorer = restorer
    this.#log = log
    this.#prose = restorer.channel(0, log)
    this.#current = this.#prose
  }

  get holding(): boolean {
    return this.#current.holding
  }

  write(piece: string): string {
    if (this.#isJson || this.#isPlain(piece)) return this.#current.write(piece)
    let shown = ''
    let from = 0
    for (let at = 0; at < piece.length && !this.#isJson; at++) {
      const before = this.#current
      const border = this.#read(piece.charAt(at)) + at
      if (before === this.#current) continue
      shown += before.write(piece.slice(from, border)) + before.end()
      from = border
    }
    return shown + this.#current.write(piece.slice(from))
  }

  flush(): string {
    return this.#current.flush()
  }

  end(): string {
    const rest = this.#current.end()
    this.#current = this.#prose
    this.#beginning = 'blank'
    this.#fence = new JsonFence()
    return rest
  }

  get #isJson(): boolean {
    return this.#beginning === 'json'
  }

  /** Prose in which no block can begin: the usual case, not worth a look at each unit. */
  #isPlain(piece: string): boolean {
    return this.#beginning === 'other' && this.#fence.isIdle && !piece.includes('`')
  }

  /** Takes a unit; gives 1 where what changes with it begins behind it, 0 where it begins with it. */
  #read(unit: string): number {
    if (this.#beginning !== 'other') {
      this.#beginning = nextBeginning(this.#beginning, unit)
      if (this.#beginning === 'json') this.#current = new JsonChannel(this.#restorer, this.#log)
    }
    if (!this.#fence.read(unit) || this.#isJson) return 0
    this.#current = this.#fence.isOpen ? new JsonChannel(this.#restorer, this.#log) : this.#prose
    return 1
  }
}
