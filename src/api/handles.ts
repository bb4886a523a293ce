/**
 * Maps kept for callers that want none themselves (governance G-2.9): in memory, bound to the caller, for one use, for a
 * short time, limited in number and size. Another caller's handle is not told from an unknown one, since the caller is part of the key.
 */
import { createHash, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { GuardError } from '../errors.ts'
import type { Caller } from './message.ts'

const lifetimeMs = 900_000
const mostMaps = 10_000
const mostBytes = 67_108_864

interface Kept {
  /** JSON bytes: unlike strings they can be overwritten. */
  readonly bytes: Buffer
  readonly timer: NodeJS.Timeout
}

export class Handles {
  readonly #kept = new Map<string, Kept>()
  #bytes = 0

  /** Gives the handle: 256 random bits. */
  keep(caller: Caller, map: Readonly<Record<string, string>>): string {
    const bytes = Buffer.from(JSON.stringify(map))
    if (this.#kept.size >= mostMaps || this.#bytes + bytes.length > mostBytes)
      throw new GuardError('ERR_GDPR_HANDLES_FULL')
    const handle = randomBytes(32).toString('base64url')
    const key = keyOf(caller, handle)
    const timer = setTimeout(() => this.#drop(key), lifetimeMs)
    timer.unref()
    this.#kept.set(key, { bytes, timer })
    this.#bytes += bytes.length
    return handle
  }

  /** Takes the map out; the handle is used up. */
  take(caller: Caller, handle: string): Record<string, string> {
    const key = keyOf(caller, handle)
    const kept = this.#kept.get(key)
    if (kept === undefined) throw new GuardError('ERR_GDPR_HANDLE_UNKNOWN')
    const map = JSON.parse(kept.bytes.toString('utf8')) as Record<string, string>
    this.#drop(key)
    return map
  }

  clear(): void {
    for (const key of [...this.#kept.keys()]) this.#drop(key)
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key)
    if (kept === undefined) return
    clearTimeout(kept.timer)
    kept.bytes.fill(0)
    this.#bytes -= kept.bytes.length
    this.#kept.delete(key)
  }

  [inspect.custom](): string {
    return 'Handles [redacted]'
  }
}

function keyOf({ role, subjectId = '' }: Caller, handle: string): string {
  return createHash('sha256')
    .update(JSON.stringify([role, subjectId, handle]))
    .digest('base64')
}
