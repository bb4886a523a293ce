/**
 * Sends a scrubbed request by the undici that Node itself holds, for half of what node:http costs
 * (docs/decisions/2026-11-21-proxy-leg.md). Its classes cannot be imported; the dispatcher that Node's fetch uses is an
 * instance of the one that is needed.
 */
import { GuardError } from '../errors.ts'
import type { ScrubbedRequest } from '../types.ts'
import type { AnswerReceiver, AnswerSource } from './call.ts'
import { type Sender, type SenderOptions, sendDirect } from './send-direct.ts'

interface Agent {
  dispatch(options: object, handler: UndiciCall): boolean
  destroy(): Promise<void>
}
type AgentClass = new (options: object) => Agent

/** How long a connection is kept for the next call where the provider does not say, in milliseconds. */
const idleMs = 30_000
/** How long it may take to connect, in milliseconds. */
const connectMs = 10_000

/** By node:http where the application has put a dispatcher of another kind in the place of Node's own. */
export function sendUndici(options: SenderOptions): Sender {
  const Agent = findAgentClass()
  if (Agent === null) return sendDirect(options)
  const { timeoutMs } = options
  const agent = new Agent({
    allowH2: false,
    bodyTimeout: timeoutMs,
    connect: { timeout: Math.min(connectMs, timeoutMs) },
    headersTimeout: timeoutMs,
    keepAliveTimeout: idleMs,
    pipelining: 1,
  })
  return {
    send: (request, receiver) => void agent.dispatch(dispatchOptions(request), new UndiciCall(receiver)),
    close: () => void agent.destroy(),
  }
}

/** `.2` where handlers of the new kind have a place of their own. */
const globalKeys = [Symbol.for('undici.globalDispatcher.2'), Symbol.for('undici.globalDispatcher.1')]

function findAgentClass(): AgentClass | null {
  // Node loads its undici with the first use of one of its classes.
  void globalThis.Response
  for (const key of globalKeys) {
    const dispatcher: unknown = Reflect.get(globalThis, key)
    if (typeof dispatcher !== 'object' || dispatcher === null) continue
    const found = dispatcher.constructor
    return found.name === 'Agent' ? (found as AgentClass) : null
  }
  return null
}

function dispatchOptions({ url, method, headers, body }: ScrubbedRequest): object {
  const flat: string[] = []
  for (const [name, value] of headers) flat.push(name, value)
  return { origin: url.origin, path: url.pathname + url.search, method, headers: flat, body }
}

interface Controller {
  readonly rawHeaders?: readonly unknown[] | null
  pause(): void
  resume(): void
  abort(reason: Error): void
}

/** A handler in both dialects: that of undici 6, in Node 20 and 22, and that of 7 and later. */
class UndiciCall implements AnswerSource {
  readonly #receiver: AnswerReceiver
  #abort: (reason: Error) => void = () => undefined
  #controller: Controller | null = null
  #resume: () => void = () => undefined
  #isPaused = false
  #isDestroyed = false

  constructor(receiver: AnswerReceiver) {
    this.#receiver = receiver
    receiver.hold(this)
  }

  pause(): void {
    this.#isPaused = true
    this.#controller?.pause()
  }

  resume(): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    if (this.#controller === null) this.#resume()
    else this.#controller.resume()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#abort(new GuardError('ERR_GDPR_SCOPE_CLOSED'))
  }

  onConnect(abort: (reason: Error) => void): void {
    this.#abort = abort
    if (this.#isDestroyed) abort(new GuardError('ERR_GDPR_SCOPE_CLOSED'))
  }

  onHeaders(status: number, rawHeaders: readonly unknown[], resume: () => void): boolean {
    // 103 and its like come before the answer.
    if (status < 200) return true
    this.#resume = resume
    this.#receiver.head(status, rawHeaders.map(asText), this)
    return !this.#isPaused
  }

  onData(chunk: Uint8Array): boolean {
    this.#receiver.data(chunk)
    return !this.#isPaused
  }

  onComplete(): void {
    this.#isDestroyed = true
    this.#receiver.end()
  }

  onError(error: unknown): void {
    this.#isDestroyed = true
    this.#receiver.fail(isTimeout(error) ? new GuardError('ERR_GDPR_UPSTREAM_TIMEOUT') : error)
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller
    this.onConnect(reason => controller.abort(reason))
  }

  onResponseStart(controller: Controller, status: number, headers: Readonly<Record<string, string | string[]>>): void {
    this.onHeaders(status, controller.rawHeaders ?? Object.entries(headers).flatMap(written), () => undefined)
  }

  onResponseData(_controller: Controller, chunk: Uint8Array): void {
    this.onData(chunk)
  }

  onResponseEnd(): void {
    this.onComplete()
  }

  onResponseError(_controller: Controller, error: unknown): void {
    this.onError(error)
  }
}

function written([name, value]: [string, string | string[]]): string[] {
  return [value].flat().flatMap(single => [name, single])
}

function asText(part: unknown): string {
  return Buffer.isBuffer(part) ? part.toString('latin1') : String(part)
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^UND_ERR_(?:BODY|CONNECT|HEADERS)_TIMEOUT$/.test(String(error.code))
  )
}
