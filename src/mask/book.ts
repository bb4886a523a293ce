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
  /** By key and number: a key holds no underscore. */
  readonly #entries = new Map<string, Entry>()
  /** The highest number by key. */
  readonly #highest = new Map<string, number>()
  /** Of all keys; made when a text is cut where a placeholder may begin. */
  #beginnings: Set<string> | null = null

  get empty(): boolean {
    return this.#entries.size === 0
  }

  add(entry: Entry): void {
    const { key, number } = entry
    const highest = this.#highest.get(key)
    if (highest === undefined) this.#beginnings = null
    if (highest === undefined || number > highest) this.#highest.set(key, number)
    this.#entries.set(`${key}_${number}`, entry)
  }

  find(key: string, number: number): Entry | undefined {
    return this.#entries.get(`${key}_${number}`)
  }

  /** Is text of this type a placeholder at all? */
  knowsType(key: string): boolean {
    return this.#highest.has(key) || knownTypeKeys.has(key)
  }

  /** Can letters and digits that begin so still become a placeholder of this book? */
  mayBecome(squeezed: string): boolean {
    this.#beginnings ??= beginningsOf(this.#highest.keys())
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
    this.#entries.clear()
    this.#highest.clear()
    this.#beginnings = null
  }
}

function beginningsOf(keys: Iterable<string>): Set<string> {
  const beginnings = new Set([''])
  for (const key of keys) for (let length = 1; length <= key.length; length++) beginnings.add(key.slice(0, length))
  return beginnings
}
