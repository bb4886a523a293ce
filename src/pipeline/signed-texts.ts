/**
 * Providers sign some of their text (thinking) and reject it on the next turn when one byte differs. The application is
 * shown restored text, so what the provider signed is remembered here, by signature: placeholders, no values. Kept in memory only, bounded in
 * number and size; after a restart the text is scrubbed again, which gives the same bytes wherever numbering repeats.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'

const mostTexts = 10_000
const mostUnits = 16_777_216

export class SignedTexts {
  readonly #key = randomBytes(32)
  readonly #texts = new Map<string, string>()
  #units = 0

  /** `text` as the provider wrote it. */
  remember(signature: string, text: string): void {
    const name = this.#nameOf(signature)
    this.#forget(name)
    if (text.length > mostUnits / 4) return
    this.#texts.set(name, text)
    this.#units += text.length
    for (const [oldest] of this.#texts) {
      if (this.#texts.size <= mostTexts && this.#units <= mostUnits) return
      this.#forget(oldest)
    }
  }

  recall(signature: string): string | undefined {
    return this.#texts.get(this.#nameOf(signature))
  }

  #forget(name: string): void {
    this.#units -= this.#texts.get(name)?.length ?? 0
    this.#texts.delete(name)
  }

  #nameOf(signature: string): string {
    return createHmac('sha256', this.#key).update(signature).digest('base64')
  }

  [inspect.custom](): string {
    return 'SignedTexts [redacted]'
  }
}
