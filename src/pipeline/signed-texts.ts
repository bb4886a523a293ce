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

  /** `text` as the provider wrote it, `shown` as the application got it, where that is known. */
  remember(signature: string, text: string, shown: string | null = null): void {
    const name = this.#nameOf(signature, shown)
    this.#forget(name)
    if (text.length > mostUnits / 4) return
    this.#texts.set(name, text)
    this.#units += text.length
    for (const [oldest] of this.#texts) {
      if (this.#texts.size <= mostTexts && this.#units <= mostUnits) return
      this.#forget(oldest)
    }
  }

  /** What the provider wrote where `shown` is the text it was shown as: a text that was changed since is not signed. */
  recall(signature: string, shown: string): string | undefined {
    return this.#texts.get(this.#nameOf(signature, shown)) ?? this.#texts.get(this.#nameOf(signature, null))
  }

  #forget(name: string): void {
    this.#units -= this.#texts.get(name)?.length ?? 0
    this.#texts.delete(name)
  }

  #nameOf(signature: string, shown: string | null): string {
    const hash = createHmac('sha256', this.#key).update(signature)
    // A signature holds no line break.
    return (shown === null ? hash : hash.update('\n').update(shown)).digest('base64')
  }

  [inspect.custom](): string {
    return 'SignedTexts [redacted]'
  }
}
