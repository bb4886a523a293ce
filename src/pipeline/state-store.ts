/**
 * Maps that outlive their request, for providers that remember it: a stored response, a conversation, a file, a batch.
 * Kept under the provider's own id, encrypted, for a time, up to a number. The store sees neither ids nor values.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import type { VaultRecord } from '../mask/index.ts'

/** Where sealed maps lie. Keys are keyed hashes; a durable store has the same shape. */
export interface StateStore {
  save(key: string, sealed: Uint8Array, expiresAt: number): void | Promise<void>
  /** `null` where nothing is kept, or no longer. */
  load(key: string): Uint8Array | null | Promise<Uint8Array | null>
  remove(key: string): void | Promise<void>
}

interface Kept {
  readonly sealed: Uint8Array
  readonly expiresAt: number
}

/** In the memory of this process. The oldest is dropped when there are too many. */
export class MemoryStateStore implements StateStore {
  readonly #most: number
  readonly #now: () => number
  readonly #kept = new Map<string, Kept>()

  constructor(most: number, now: () => number) {
    this.#most = most
    this.#now = now
  }

  get size(): number {
    return this.#kept.size
  }

  save(key: string, sealed: Uint8Array, expiresAt: number): void {
    this.#kept.delete(key)
    this.#kept.set(key, { sealed, expiresAt })
    for (const [oldest, { expiresAt: end }] of this.#kept) {
      if (this.#kept.size <= this.#most && end > this.#now()) return
      this.#kept.delete(oldest)
    }
  }

  load(key: string): Uint8Array | null {
    const kept = this.#kept.get(key)
    if (kept === undefined) return null
    if (kept.expiresAt > this.#now()) return kept.sealed
    this.#kept.delete(key)
    return null
  }

  remove(key: string): void {
    this.#kept.delete(key)
  }

  [inspect.custom](): string {
    return 'MemoryStateStore [redacted]'
  }
}

const nonceBytes = 12
const tagBytes = 16

/** Seals maps under a key of the process, which is never written down: with the process, the maps are gone. */
export class States {
  readonly #store: StateStore
  readonly #lifetime: number
  readonly #now: () => number
  readonly #key = randomBytes(32)

  /** `lifetime` in milliseconds. */
  constructor(store: StateStore, lifetime: number, now: () => number) {
    this.#store = store
    this.#lifetime = lifetime
    this.#now = now
  }

  async save(provider: string, id: string, records: readonly VaultRecord[]): Promise<void> {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    const sealed = Buffer.concat([nonce, cipher.update(JSON.stringify(records), 'utf8'), cipher.final()])
    await this.#store.save(
      this.#keyOf(provider, id),
      Buffer.concat([sealed, cipher.getAuthTag()]),
      this.#now() + this.#lifetime,
    )
  }

  async load(provider: string, id: string): Promise<readonly VaultRecord[] | null> {
    const sealed = await this.#store.load(this.#keyOf(provider, id))
    if (sealed === null) return null
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, nonceBytes))
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    const text = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes))
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as readonly VaultRecord[]
  }

  async forget(provider: string, id: string): Promise<void> {
    await this.#store.remove(this.#keyOf(provider, id))
  }

  #keyOf(provider: string, id: string): string {
    return createHmac('sha256', this.#key).update(`${provider}\n${id}`).digest('base64')
  }

  [inspect.custom](): string {
    return 'States [redacted]'
  }
}
