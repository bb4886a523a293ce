/** One guarded call through a dispatcher: body collected, scrubbed, sent; the answer restored for the caller's handler. */
import { GuardError, type GuardErrorCode } from '../errors.ts'
import type { AnswerPlan, Exchange, HeaderPairs } from '../types.ts'
import { type AnswerSink, AnswerStream, withoutStaleLength } from './answer-stream.ts'
import { collectBody } from './body.ts'
import { closeOnce, type Outcome } from './close-once.ts'
import { findHeader, type Guarded, isAbsoluteForm, withoutFraming } from './destination.ts'
import { noteScrubbed } from './handed-on.ts'
import { endMark, issueMark, markHeader } from './marks.ts'
import { redirectTarget } from './redirect.ts'
import { type Caller, openCaller } from './undici-caller.ts'
import { readHeaders } from './undici-headers.ts'
import { notePending } from './undici-pending.ts'
import type { CallerHandler, Dispatcher, DispatchOptions } from './undici-types.ts'
import { dispatchUrl } from './undici-url.ts'

/** What the exchange tells the running upstream call. */
export interface Upstream {
  abort(reason: unknown): void
  resume(): void
}

/** `owner` is what the caller made the call by. */
export function startDispatchExchange(
  dispatcher: Dispatcher,
  owner: object,
  options: DispatchOptions,
  handler: CallerHandler,
  guarded: Guarded,
): boolean {
  const exchange = new DispatchExchange(dispatcher, options, handler, guarded)
  notePending(owner, exchange.start())
  // True: the dispatcher takes further calls; this one waits for the scrub, not for a free connection.
  return true
}

export function refuseDispatch(options: DispatchOptions, handler: CallerHandler, code: GuardErrorCode): boolean {
  const caller = openCaller(handler)
  caller.begin({ abort: () => undefined, resume: () => undefined })
  discardBody(options.body)
  queueMicrotask(() => caller.fail(new GuardError(code)))
  return true
}

export class DispatchExchange implements AnswerSink {
  readonly #dispatcher: Dispatcher
  readonly #options: DispatchOptions
  readonly #guarded: Guarded
  readonly #caller: Caller
  readonly #mark = issueMark('dispatch')
  #exchange: Exchange | null = null
  #close: (outcome: Outcome) => void = () => undefined
  #upstream: Upstream | null = null
  #stream: AnswerStream | null = null
  #sentTo: URL | null = null
  #settled = false
  #trailers: HeaderPairs = []

  constructor(dispatcher: Dispatcher, options: DispatchOptions, handler: CallerHandler, guarded: Guarded) {
    this.#dispatcher = dispatcher
    this.#options = options
    this.#guarded = guarded
    this.#caller = openCaller(handler)
  }

  /** Fulfils when the dispatcher has the call, or never will. */
  start(): Promise<void> {
    // At once, so that the caller can abort while the request is still being scrubbed.
    this.#caller.begin({ abort: reason => this.abort(reason), resume: () => this.#resume() })
    if (this.#settled) return Promise.resolve()
    return this.#send().catch((error: unknown) => this.fail(error))
  }

  async #send(): Promise<void> {
    const { opener, url } = this.#guarded
    const { bytes, contentType } = await collectBody(this.#options.body, opener.bodyBytes)
    if (this.#settled) return
    const headers = readHeaders(this.#options.headers)
    if (contentType !== null && findHeader(headers, 'content-type') === undefined)
      headers.push(['content-type', contentType])
    const exchange = await opener.open({ method: this.#options.method, url, headers, body: bytes })
    if (this.#settled) return exchange.close('aborted')
    this.#exchange = exchange
    this.#close = closeOnce(exchange, reason => this.abort(reason))
    this.#sentTo = exchange.request.url
    this.#dispatcher.dispatch(this.#scrubbedOptions(exchange), this.#caller.listen(this))
  }

  #scrubbedOptions({ request }: Exchange): DispatchOptions {
    const connection = dispatchUrl(this.#options)
    const headers = withoutFraming(request.headers).flat()
    if (connection?.host !== this.#guarded.url.host) headers.push('host', this.#guarded.url.host)
    headers.push(markHeader, this.#mark)
    const path = request.url.pathname + request.url.search
    const options = {
      ...this.#options,
      method: request.method,
      path: isAbsoluteForm(this.#options.path) ? this.#guarded.url.origin + path : path,
      query: undefined,
      headers,
      body: request.body,
    }
    noteScrubbed(options, this.#mark)
    return options
  }

  /** The upstream call has a connection. A retry below us comes here again. */
  connected(upstream: Upstream): void {
    this.#upstream = upstream
    if (this.#settled) upstream.abort(abortReason(undefined))
  }

  /** The answer's head. Gives back what the caller is told, `null` where the answer is refused. */
  answered(status: number, headers: HeaderPairs): AnswerPlan | null {
    if (this.#settled || this.#exchange === null) return null
    try {
      redirectTarget(status, headers, this.#sentTo!)
      const plan = withoutStaleLength(this.#exchange.answer(status, headers))
      this.#stream = new AnswerStream(plan, this)
      return plan
    } catch (error) {
      this.fail(error)
      return null
    }
  }

  received(chunk: Uint8Array): boolean {
    return this.#settled || this.#stream === null || this.#stream.write(chunk)
  }

  completed(trailers: HeaderPairs): void {
    this.#trailers = trailers
    this.#stream?.end()
  }

  broke(error: unknown): void {
    if (this.#settle('failed')) this.#caller.fail(error)
  }

  /** The upstream switched to another protocol, though nobody asked it to. */
  upgraded(): void {
    this.fail(new GuardError('ERR_GDPR_UPGRADE_REFUSED'))
  }

  /** The caller, or the scope, gives up. */
  abort(reason: unknown): void {
    if (!this.#settle('aborted')) return
    const error = abortReason(reason)
    this.#upstream?.abort(error)
    discardBody(this.#options.body)
    this.#caller.fail(error)
  }

  #resume(): void {
    this.#stream?.resume()
    this.#upstream?.resume()
  }

  data(bytes: Uint8Array): boolean {
    return this.#settled || this.#caller.data(bytes)
  }

  end(): void {
    if (this.#settle('done')) this.#caller.end(this.#trailers)
  }

  ready(): void {
    this.#upstream?.resume()
  }

  fail(error: unknown): void {
    if (!this.#settle('failed')) return
    this.#upstream?.abort(error)
    discardBody(this.#options.body)
    this.#caller.fail(error)
  }

  #settle(outcome: Outcome): boolean {
    if (this.#settled) return false
    this.#settled = true
    endMark(this.#mark)
    this.#stream?.destroy()
    this.#close(outcome)
    return true
  }
}

function abortReason(reason: unknown): unknown {
  return reason ?? new DOMException('This operation was aborted', 'AbortError')
}

/** A stream that is not read must be destroyed, or its source stays open. */
function discardBody(body: unknown): void {
  if (typeof body === 'object' && body !== null && 'destroy' in body && typeof body.destroy === 'function')
    body.destroy()
}
