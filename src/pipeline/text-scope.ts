/** A scope as users hold it: text and JSON in, placeholders out, and back. */
import { inspect } from 'node:util'
import { createTextRestorer, RestoreTally } from '../mask/index.ts'
import type { Finding, TextRestorer } from '../types.ts'
import { JsonDocument, valueRules } from '../wire/index.ts'
import type { Pipeline } from './exchange.ts'
import type { ScopeState } from './scope.ts'
import { scrubOne } from './scrub.ts'

export interface Scope {
  /** Replaces what is found. Offsets of the findings are UTF-16 code units of `text` as given. */
  scrub(text: string): Promise<{ text: string; findings: Finding[] }>
  /** The same for every string of a JSON value: keys that are no plain names included. */
  scrubJson<T>(value: T): Promise<T>
  /** Puts values back: one pass, tolerant of what models do to placeholders, only those of this scope. */
  restore(text: string): string
  restoreJson<T>(value: T): T
  /** The same for text that comes in pieces, safe for any cut. Holds at most one placeholder length. */
  restoreStream(): TransformStream<string, string>
  /** `EMAIL_1` -> canonical value (`12345`). */
  readonly entities: Readonly<Record<string, string>>
  /** `[EMAIL_1]` -> exact source text (`#12345`). */
  readonly placeholders: Readonly<Record<string, string>>
  /** Wipes the map. Any later use throws ERR_GDPR_SCOPE_CLOSED. */
  close(): void
}

export class TextScope implements Scope {
  readonly #state: ScopeState
  readonly #pipeline: Pipeline
  readonly #restorer: TextRestorer

  constructor(state: ScopeState, pipeline: Pipeline) {
    this.#state = state
    this.#pipeline = pipeline
    this.#restorer = createTextRestorer(state.vault, new RestoreTally())
  }

  scrub(text: string): Promise<{ text: string; findings: Finding[] }> {
    return this.#state.inTurn(async () => {
      this.#state.vault.beginExchange()
      const result = await scrubOne(text, undefined, this.#state, this.#pipeline.tools)
      return { text: result.text, findings: [...result.findings] }
    })
  }

  scrubJson<T>(value: T): Promise<T> {
    const { tools, settings } = this.#pipeline
    return this.#state.inTurn(async () => {
      this.#state.vault.beginExchange()
      const document = JsonDocument.parse(JSON.stringify(value), settings.limits)
      for (const leaf of document.leaves(valueRules)) {
        const { text } = await scrubOne(leaf.text, leaf.hint, this.#state, tools)
        if (text !== leaf.text) leaf.replace(text)
      }
      return JSON.parse(document.toText()) as T
    })
  }

  restore(text: string): string {
    return this.#restorer.whole(text, 0)
  }

  restoreJson<T>(value: T): T {
    const document = JsonDocument.parse(JSON.stringify(value), this.#pipeline.settings.limits)
    for (const leaf of document.leaves(valueRules)) {
      const text = this.#restorer.whole(leaf.text, 0)
      if (text !== leaf.text) leaf.replace(text)
    }
    return JSON.parse(document.toText()) as T
  }

  restoreStream(): TransformStream<string, string> {
    const channel = this.#restorer.channel(0)
    return new TransformStream({
      transform: (piece, controller) => enqueue(controller, channel.write(piece)),
      flush: controller => enqueue(controller, channel.end()),
    })
  }

  get entities(): Readonly<Record<string, string>> {
    return this.#state.vault.entities()
  }

  get placeholders(): Readonly<Record<string, string>> {
    return this.#state.vault.placeholders()
  }

  /** Distinct values replaced, per type. */
  get counts(): Readonly<Record<string, number>> {
    return this.#state.vault.counts()
  }

  close(): void {
    this.#state.release()
  }

  toJSON(): string {
    return '[redacted]'
  }

  [inspect.custom](): string {
    return 'Scope [redacted]'
  }
}

function enqueue(controller: TransformStreamDefaultController<string>, text: string): void {
  if (text !== '') controller.enqueue(text)
}
