/**
 * Reads the ids out of an answer under which a provider will know it again. Looks at the first events of a stream, or at
 * a whole JSON answer, and never changes a byte.
 */
import { lastSegment } from './state.ts'

/** Providers name a stream's object in its first events. */
const mostEvents = 24
const mostUnits = 1 << 20

const idFields = [
  'id',
  'name',
  'conversation_id',
  'error_file_id',
  'output_file',
  'output_file_id',
  'request_id',
  'thread_id',
]
const objectFields = ['response', 'interaction', 'conversation', 'message']

export class StateIds {
  readonly #found = new Set<string>()
  #held = ''
  #events = 0
  #kind: 'unknown' | 'json' | 'events' | 'over' = 'unknown'

  /** The ids so far. */
  get found(): ReadonlySet<string> {
    return this.#found
  }

  read(text: string): void {
    if (this.#kind === 'over' || text === '') return
    this.#held += text
    if (this.#kind === 'unknown') this.#kind = /^[\s\uFEFF]*\{/.test(this.#held) ? 'json' : 'events'
    if (this.#kind === 'events') this.#readEvents()
    if (this.#held.length > mostUnits) this.#stop()
  }

  end(): void {
    if (this.#kind === 'json') this.#readObject(this.#held)
    this.#stop()
  }

  #readEvents(): void {
    const lines = this.#held.split(/\r\n|\n|\r/)
    this.#held = lines.pop() ?? ''
    for (const line of lines) {
      const data = /^data: ?(\{.*)$/.exec(line)?.[1]
      if (data === undefined) continue
      this.#readObject(data)
      if (++this.#events < mostEvents) continue
      this.#stop()
      return
    }
  }

  #readObject(text: string): void {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return
    }
    if (!isRecord(value)) return
    this.#take(value)
    for (const field of objectFields) {
      const inner = value[field]
      if (isRecord(inner)) this.#take(inner)
    }
  }

  #take(object: Readonly<Record<string, unknown>>): void {
    for (const field of idFields) {
      const id = object[field]
      if (typeof id === 'string' && id !== '' && id.length <= 500) this.#found.add(lastSegment(id))
    }
  }

  #stop(): void {
    this.#kind = 'over'
    this.#held = ''
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
