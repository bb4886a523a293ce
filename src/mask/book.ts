/** Placeholders by type and number: what a restorer asks for each token it reads. */
import { knownTypeKeys, mostDigits } from './placeholder.ts'

export interface Entry {
  readonly type: string
  /** The type, as types are compared. */
  readonly key: string
  readonly number: number
  /** `EMAIL_1` */
  readonly name: string
  /** `[EMAIL_1]` */
  readonly placeholder: string
  /** The exact text that was replaced. */
  readonly source: string
  /** The value itself, without its frame: `12345` of `#12345`. */
  readonly canonical: string
  /** Counts up over all entries of a vault. */
  readonly order: number
  /** Stands for placeholder-like text of the request, not for a detected value. */
  readonly literal: boolean
  /** In a scrubbed text a bracket or a backslash stood right before it, so that only its exact form may be replaced. */
  framed: boolean
  /** In a scrubbed text a `(` stood right after it, so that this does not make it the text of a Markdown link. */
  called: boolean
  /** Where it stood inside URLs of scrubbed texts. */
  places: Set<string> | null
}

export class PlaceholderBook {
  readonly #byType = new Map<string, Map<number, Entry>>()
  readonly #highest = new Map<string, number>()
  readonly #beginnings = new Set<string>([''])

  get empty(): boolean {
    return this.#byType.size === 0
  }

  add(entry: Entry): void {
    const { key } = entry
    const entries = this.#byType.get(key) ?? new Map<number, Entry>()
    if (entries.size === 0) {
      this.#byType.set(key, entries)
      for (let length = 1; length <= key.length; length++) this.#beginnings.add(key.slice(0, length))
    }
    entries.set(entry.number, entry)
    this.#highest.set(key, Math.max(entry.number, this.#highest.get(key) ?? 0))
  }

  find(key: string, number: number): Entry | undefined {
    return this.#byType.get(key)?.get(number)
  }

  /** Is text of this type a placeholder at all? */
  knowsType(key: string): boolean {
    return this.#byType.has(key) || knownTypeKeys.has(key)
  }

  /** Can letters and digits that begin so still become a placeholder of this book? */
  mayBecome(squeezed: string): boolean {
    if (this.#beginnings.has(squeezed)) return true
    for (let digits = 1; digits <= Math.min(mostDigits, squeezed.length); digits++) {
      const highest = this.#highest.get(squeezed.slice(0, -digits))
      if (highest === undefined) continue
      const number = squeezed.slice(-digits)
      if (!number.startsWith('0') && Number(number) <= highest) return true
    }
    return false
  }

  clear(): void {
    this.#byType.clear()
    this.#highest.clear()
    this.#beginnings.clear()
  }
}
