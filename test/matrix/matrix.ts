/** What a cell of the matrix is, and how it is tried: one planted mail per call, looked for in every byte that arrived. */
import { planted } from '../kit/planted.ts'
import type { Model } from './model.ts'

export type Place = Pick<Model, 'ca' | 'http2Origin' | 'origin' | 'tlsOrigin'>

/** Sends the text, and gives the text that the model answered; `null` where answers hold none. */
export type Ask = (text: string) => Promise<string | null>

export interface Client {
  readonly name: string
  /** The name under which it is installed, `null` for what comes with Node. */
  readonly installed: string | null
  build(place: Place): { readonly whole: Ask; readonly streamed?: Ask }
}

/** `scrubbed`: nothing planted arrived, and the answer came back with the values. Else the code of the refusal. */
export type Outcome = string

/** One row of `table.json`; the page docs/clients.md is written from it. */
export interface Row {
  readonly client: string
  readonly installed: string | null
  readonly group: string
  readonly before: Cell
  readonly after: Cell
}

/** `streamed` is `null` where the client has no stream, or is not called with one. */
export interface Cell {
  readonly whole: Outcome
  readonly streamed: Outcome | null
}

/** Every call has values of its own, so that what arrives late is not taken for another's. */
let seed = 6_000

export async function tryAsk(ask: Ask, model: Model): Promise<Outcome> {
  const { text, values } = planted(seed++)
  model.take()
  const answered = await ask(text).catch((error: unknown) => ({ error }))
  const arrived = model.take()
  const left = values.filter(value => arrived.includes(value))
  if (left.length > 0) return `LEAKED ${left.length} values`
  if (typeof answered === 'object' && answered !== null) return refusalOf(answered.error)
  if (!arrived.includes('[EMAIL_1]')) return 'nothing arrived'
  return answered === null || answered === text ? 'scrubbed' : 'scrubbed, NOT restored'
}

/** The code of ours, however deep a client has wrapped it. */
function refusalOf(error: unknown): Outcome {
  const seen: unknown[] = [error]
  for (let at = 0; at < seen.length && at < 20; at++) {
    const each = seen[at]
    if (typeof each !== 'object' || each === null) continue
    const code: unknown = Reflect.get(each, 'code')
    if (typeof code === 'string' && code.startsWith('ERR_GDPR_')) return code
    seen.push(Reflect.get(each, 'cause'), Reflect.get(each, 'lastError'), Reflect.get(each, 'error'))
  }
  return `FAILED: ${error instanceof Error ? `${error.name} ${error.message}` : typeof error}`.slice(0, 300)
}
