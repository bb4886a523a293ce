/**
 * The caller's handler, spoken to in one way whichever of undici's two dialects it is written in. Towards the upstream
 * the same dialect is used: a dispatcher that took the caller's handler takes ours.
 */
import type { HeaderPairs } from '../types.ts'
import type { DispatchExchange, Upstream } from './undici-exchange.ts'
import { readRawHeaders, writeHeaderRecord, writeRawHeaders } from './undici-headers.ts'
import type { CallerHandler, ControlledHandler, Controller, LegacyHandler } from './undici-types.ts'

export interface Caller {
  begin(upstream: Upstream): void
  data(bytes: Uint8Array): boolean
  end(trailers: HeaderPairs): void
  fail(error: unknown): void
  /** The handler to hand to the dispatcher below. */
  listen(exchange: DispatchExchange): CallerHandler
}

export function openCaller(handler: CallerHandler): Caller {
  return 'onRequestStart' in handler && typeof handler.onRequestStart === 'function'
    ? new ControlledCaller(handler)
    : new LegacyCaller(handler as LegacyHandler)
}

class LegacyCaller implements Caller {
  readonly #handler: LegacyHandler
  #upstream: Upstream | null = null

  constructor(handler: LegacyHandler) {
    this.#handler = handler
  }

  begin(upstream: Upstream): void {
    this.#upstream = upstream
    this.#handler.onConnect?.(reason => upstream.abort(reason))
  }

  data(bytes: Uint8Array): boolean {
    return this.#handler.onData?.(bytes) !== false
  }

  end(trailers: HeaderPairs): void {
    this.#handler.onComplete?.(writeRawHeaders(trailers))
  }

  fail(error: unknown): void {
    if (this.#handler.onError === undefined) throw error
    this.#handler.onError(error)
  }

  listen(exchange: DispatchExchange): LegacyHandler {
    const handler = this.#handler
    let abort: (reason: unknown) => void = () => undefined
    let resume = () => {}
    return {
      onConnect(abortUpstream) {
        abort = abortUpstream
        exchange.connected({ abort: reason => abort(reason), resume: () => resume() })
      },
      onHeaders: (status, rawHeaders, resumeUpstream, message) => {
        resume = resumeUpstream
        if (status < 200) return handler.onHeaders?.(status, rawHeaders, resumeUpstream, message)
        const plan = exchange.answered(status, readRawHeaders(rawHeaders))
        if (plan === null) return false
        return handler.onHeaders?.(plan.status, writeRawHeaders(plan.headers), () => this.#upstream?.resume(), message)
      },
      onData: chunk => exchange.received(chunk),
      onComplete: trailers => exchange.completed(readRawHeaders(trailers)),
      onError: error => exchange.broke(error),
      onUpgrade: (_status, _headers, socket) => {
        socket.destroy()
        exchange.upgraded()
      },
      onResponseStarted: () => handler.onResponseStarted?.(),
      onBodySent: chunk => handler.onBodySent?.(chunk),
      onRequestSent: () => handler.onRequestSent?.(),
    }
  }
}

/** What the caller holds from the start on, before there is an upstream call to control. */
class EarlyController implements Controller {
  readonly #upstream: Upstream
  paused = false
  aborted = false
  reason: unknown = null
  rawHeaders: unknown = null
  rawTrailers: unknown = null

  constructor(upstream: Upstream) {
    this.#upstream = upstream
  }

  pause(): void {
    this.paused = true
  }

  resume(): void {
    if (!this.paused) return
    this.paused = false
    this.#upstream.resume()
  }

  abort(reason?: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    this.#upstream.abort(reason)
  }
}

class ControlledCaller implements Caller {
  readonly #handler: ControlledHandler
  #controller: EarlyController | null = null

  constructor(handler: ControlledHandler) {
    this.#handler = handler
  }

  get #control(): EarlyController {
    this.#controller ??= new EarlyController({ abort: () => undefined, resume: () => undefined })
    return this.#controller
  }

  begin(upstream: Upstream): void {
    this.#controller = new EarlyController(upstream)
    this.#handler.onRequestStart(this.#controller)
  }

  data(bytes: Uint8Array): boolean {
    this.#handler.onResponseData?.(this.#control, bytes)
    return !this.#control.paused
  }

  end(trailers: HeaderPairs): void {
    this.#control.rawTrailers = writeRawHeaders(trailers)
    this.#handler.onResponseEnd?.(this.#control, writeHeaderRecord(trailers))
  }

  fail(error: unknown): void {
    if (this.#handler.onResponseError === undefined) throw error
    this.#handler.onResponseError(this.#control, error)
  }

  listen(exchange: DispatchExchange): ControlledHandler {
    const handler = this.#handler
    return {
      onRequestStart(controller) {
        exchange.connected({ abort: reason => controller.abort(reason), resume: () => controller.resume() })
      },
      onResponseStart: (controller, status, headers, message) => {
        if (status < 200) return handler.onResponseStart?.(this.#control, status, headers, message)
        const plan = exchange.answered(status, readRawHeaders(Object.entries(headers).flat() as string[]))
        if (plan === null) return
        this.#control.rawHeaders = writeRawHeaders(plan.headers)
        handler.onResponseStart?.(this.#control, plan.status, writeHeaderRecord(plan.headers), message)
        if (this.#control.paused) controller.pause()
      },
      onResponseData: (controller, chunk) => {
        if (!exchange.received(chunk)) controller.pause()
      },
      onResponseEnd: (_controller, trailers) =>
        exchange.completed(readRawHeaders(Object.entries(trailers).flat() as string[])),
      onResponseError: (_controller, error) => exchange.broke(error),
      onRequestUpgrade: (_controller, _status, _headers, socket) => {
        socket.destroy()
        exchange.upgraded()
      },
      onResponseStarted: () => handler.onResponseStarted?.(),
      onBodySent: chunk => handler.onBodySent?.(chunk),
      onRequestSent: () => handler.onRequestSent?.(),
    }
  }
}
