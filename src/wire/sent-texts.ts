/** The documents of the request as the provider got them, for citations that count in those. Read when the first one comes. */
import type { TextRestorer } from '../types.ts'
import type { WireLimits } from './format.ts'
import { JsonDocument } from './json-document.ts'
import type { Documents, Positions } from './positions.ts'
import { ShownText } from './shown-text.ts'

export class SentTexts {
  readonly #body: () => Uint8Array | null
  readonly #restorer: TextRestorer
  readonly #limits: WireLimits
  #documents: Documents | null = null
  readonly #shown = new Map<string, ShownText | null>()

  constructor(body: () => Uint8Array | null, restorer: TextRestorer, limits: WireLimits) {
    this.#body = body
    this.#restorer = restorer
    this.#limits = limits
  }

  /** A document, by its numbers, beside the client's own; `null` where either cannot be known. */
  find(numbers: readonly number[], { documents }: Positions): ShownText | null {
    if (documents === undefined) return null
    const name = numbers.join()
    const known = this.#shown.get(name)
    if (known !== undefined) return known
    this.#documents ??= this.#read(documents)
    const text = textAt(this.#documents, numbers)
    const shown = text === null ? null : this.#trace(text)
    this.#shown.set(name, shown)
    return shown
  }

  #read(documents: NonNullable<Positions['documents']>): Documents {
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

function textAt(documents: Documents, numbers: readonly number[]): string | null {
  let found: string | null | undefined | Documents = documents
  for (const number of numbers) {
    if (typeof found === 'string' || found === null || found === undefined) return null
    found = found[number]
  }
  return typeof found === 'string' ? found : null
}
