/** The documents of the request as the provider got them, for citations that count in those. Read when the first one comes. */
import type { TextRestorer } from '../types.ts'
import type { WireLimits } from './format.ts'
import { JsonDocument } from './json-document.ts'
import type { Positions } from './positions.ts'
import { ShownText } from './shown-text.ts'

export class SentTexts {
  readonly #body: () => Uint8Array | null
  readonly #restorer: TextRestorer
  readonly #limits: WireLimits
  #texts: readonly (string | null)[] | null = null
  readonly #shown = new Map<number, ShownText | null>()

  constructor(body: () => Uint8Array | null, restorer: TextRestorer, limits: WireLimits) {
    this.#body = body
    this.#restorer = restorer
    this.#limits = limits
  }

  /** A document beside the client's own; `null` where either cannot be known. */
  find(index: number, { documents }: Positions): ShownText | null {
    if (documents === undefined) return null
    const known = this.#shown.get(index)
    if (known !== undefined) return known
    this.#texts ??= this.#read(documents)
    const text = this.#texts[index]
    const shown = text === undefined || text === null ? null : this.#trace(text)
    this.#shown.set(index, shown)
    return shown
  }

  #read(documents: NonNullable<Positions['documents']>): readonly (string | null)[] {
    const body = this.#body()
    const request = body === null ? null : JsonDocument.tryParse(Buffer.from(body).toString('utf8'), this.#limits)
    return request === null ? [] : documents(request)
  }

  #trace(text: string): ShownText | null {
    if (this.#restorer.holdsRedacted(text)) return null
    const shown = new ShownText()
    const channel = this.#restorer.exact().channel(0, shown)
    channel.write(text)
    channel.end()
    return shown
  }
}
