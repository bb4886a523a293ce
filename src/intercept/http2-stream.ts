/**
 * The stream that the client of a guarded HTTP/2 call gets: it collects what is written, has it scrubbed, opens the real
 * stream, and gives back what that one answers, restored. Only the public interface of node:http2 is used on either side.
 * It ends when the answer ends. An abort on either side cancels the other; backpressure goes through in both directions.
 */
import { AsyncResource } from 'node:async_hooks'
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2'
import { Duplex } from 'node:stream'
import { GuardError } from '../errors.ts'
import type { Exchange } from '../types.ts'
import { onAbort } from './abort-signals.ts'
import { AnswerStream, withoutStaleLength } from './answer-stream.ts'
import { BodyCollector } from './body.ts'
import { closeOnce, type Outcome } from './close-once.ts'
import { type Guarded, withoutFraming } from './destination.ts'
import { type HeaderObject, headerText, readPairs, toAnswerHeaders, toHeaderObject } from './http2-headers.ts'
import { cancelled, holdSession } from './http2-session.ts'
import { redirectTarget } from './redirect.ts'

/** Opens the real stream. */
export type OpenStream = (headers: HeaderObject, options: { readonly endStream: boolean }) => ClientHttp2Stream

export interface StreamOptions {
  readonly endStream?: boolean
  readonly signal?: AbortSignal
  readonly waitForTrailers?: boolean
}

/** Node ends these at once unless it is told otherwise. */
const withoutPayload: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD'])

/** Events of the real stream that say nothing about the body. */
const passedEvents = ['continue', 'frameError', 'headers', 'ready', 'timeout', 'trailers']

export class HeldStream extends Duplex {
  readonly sentHeaders: HeaderObject
  readonly session: ClientHttp2Session
  readonly #guarded: Guarded
  readonly #options: StreamOptions
  readonly #open: OpenStream
  readonly #body: BodyCollector
  readonly #releaseSession: () => void
  #context: AsyncResource | null = new AsyncResource('GuardedStream')
  #real: ClientHttp2Stream | null = null
  #answer: AnswerStream | null = null
  #close: (outcome: Outcome) => void = () => undefined
  #forgetSignal: () => void = () => undefined
  #idleMs: number | null = null
  #rstCode = 0
  #aborted = false

  constructor(
    session: ClientHttp2Session,
    guarded: Guarded,
    headers: HeaderObject,
    options: StreamOptions,
    open: OpenStream,
  ) {
    super({ allowHalfOpen: true })
    this.session = session
    this.sentHeaders = headers
    this.#guarded = guarded
    this.#options = options
    this.#open = open
    this.#body = new BodyCollector(guarded.opener.bodyBytes)
    this.#releaseSession = holdSession(session, this)
    this.#followSignal(options.signal)
    const method = headerText(headers, ':method') ?? 'GET'
    if (options.endStream ?? withoutPayload.has(method)) this.end()
    else if (headerText(headers, 'expect') !== undefined) process.nextTick(() => this.emit('continue'))
  }

  /** Refused before anything is collected: calls whose body never ends, or that are no HTTP. */
  refuse(error: GuardError): this {
    this.destroy(error)
    return this
  }

  sessionClosed(): void {
    this.destroy()
  }

  get aborted(): boolean {
    return this.#aborted
  }

  get endAfterHeaders(): boolean {
    return this.#real?.endAfterHeaders ?? false
  }

  get id(): number | undefined {
    return this.#real?.id
  }

  get pending(): boolean {
    return this.#real?.pending ?? true
  }

  get rstCode(): number {
    return this.#real?.rstCode || this.#rstCode
  }

  get state(): object {
    return this.#real?.state ?? {}
  }

  get bufferSize(): number {
    return this.writableLength + (this.#real?.bufferSize ?? 0)
  }

  close(code = 0, callback?: () => void): void {
    if (callback !== undefined) this.once('close', callback)
    this.#rstCode = code
    this.destroy()
  }

  priority(): void {
    // Deprecated by RFC 9113 section 5.3, and removed from newer Node versions.
  }

  setTimeout(milliseconds: number, callback?: () => void): this {
    if (callback !== undefined) this.once('timeout', callback)
    this.#idleMs = milliseconds
    this.#real?.setTimeout(milliseconds)
    return this
  }

  /** Trailers of a request would leave unread. */
  sendTrailers(): void {}

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    try {
      this.#body.add(new Uint8Array(chunk))
      done()
    } catch (error) {
      done(asError(error))
    }
  }

  override _final(done: () => void): void {
    const { opener, url } = this.#guarded
    const method = headerText(this.sentHeaders, ':method') ?? 'GET'
    const headers = readPairs(this.sentHeaders)
    const context = this.#context
    this.#context = null
    // The stream behind, and so every event of the answer, belongs to the code that made the call too.
    context?.runInAsyncScope(async () => {
      try {
        this.#send(await opener.open({ method, url, headers, body: this.#body.take() }))
      } catch (error) {
        this.destroy(asError(error))
      }
    })
    done()
  }

  override _read(): void {
    this.#answer?.resume()
    this.#real?.resume()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#forgetSignal()
    this.#releaseSession()
    this.#context = null
    this.#body.take()
    this.#answer?.destroy()
    this.#close('aborted')
    const real = this.#real
    if (real !== null && !real.destroyed && !real.readableEnded) real.close(this.#rstCode || cancelled)
    done(error)
  }

  #send(exchange: Exchange): void {
    if (this.destroyed || this.session.destroyed) {
      exchange.close('aborted')
      this.destroy()
      return
    }
    this.#close = closeOnce(exchange, reason => this.destroy(asError(reason)))
    const { body } = exchange.request
    const real = this.#open(this.#outboundHeaders(exchange), { endStream: body === null })
    this.#real = real
    // Until its first frame has left, a session that closes does not wait for the stream but refuses it.
    real.once('ready', () => setImmediate(this.#releaseSession))
    this.#watch(real, exchange)
    if (this.#idleMs !== null) real.setTimeout(this.#idleMs)
    if (body !== null) real.end(body)
    if (this.#options.waitForTrailers === true) process.nextTick(() => this.emit('wantTrailers'))
  }

  #outboundHeaders({ request }: Exchange): HeaderObject {
    const headers = toHeaderObject(withoutFraming(request.headers))
    if (request.body !== null) headers['content-length'] = String(request.body.byteLength)
    return {
      ':method': request.method,
      ':path': request.url.pathname + request.url.search,
      ':scheme': headerText(this.sentHeaders, ':scheme') ?? this.#guarded.url.protocol.slice(0, -1),
      ':authority': this.#guarded.url.host,
      ...headers,
    }
  }

  #watch(real: ClientHttp2Stream, exchange: Exchange): void {
    for (const event of passedEvents) real.on(event, (...args) => this.emit(event, ...args))
    real.on('response', (headers, flags) => this.#respond(headers, flags, exchange))
    real.on('aborted', () => {
      this.#aborted = true
      this.emit('aborted')
    })
    real.on('error', error => this.#fail(error))
    real.on('close', () => {
      // Before an answer, or in the middle of one that the client closed itself.
      if (!this.readableEnded && this.#answer === null) this.#close('failed')
      if (this.#answer === null || !real.readableEnded) this.destroy()
    })
  }

  #respond(headers: HeaderObject, flags: number, exchange: Exchange): void {
    const status = Number(headers[':status'])
    const real = this.#real!
    try {
      const pairs = readPairs(headers)
      redirectTarget(status, pairs, exchange.request.url)
      const plan = withoutStaleLength(exchange.answer(status, pairs))
      const answer = new AnswerStream(plan, {
        data: bytes => this.push(bytes),
        end: () => {
          this.#close('done')
          this.push(null)
        },
        fail: error => this.#fail(error),
        ready: () => real.resume(),
      })
      this.#answer = answer
      real.on('data', (chunk: Uint8Array) => {
        if (!answer.write(chunk)) real.pause()
      })
      real.on('end', () => this.#finish(real, answer))
      this.emit('response', toAnswerHeaders(plan.status, plan.headers), flags, plan.headers.flat())
    } catch (error) {
      this.#fail(error)
    }
  }

  /** A connection that breaks looks like a clean end in Node: only the code of the reset tells. */
  #finish(real: ClientHttp2Stream, answer: AnswerStream): void {
    if (real.rstCode === 0 && !real.aborted) answer.end()
    else this.#fail(new GuardError('ERR_GDPR_UPSTREAM_ERROR', 'the HTTP/2 stream was reset'))
  }

  #fail(error: unknown): void {
    this.#close('failed')
    this.destroy(asError(error))
  }

  #followSignal(signal: AbortSignal | undefined): void {
    if (signal === undefined) return
    const abort = () => this.destroy(abortError(signal))
    if (signal.aborted) process.nextTick(abort)
    else this.#forgetSignal = onAbort(signal, abort)
  }
}

/** As Node makes it for its own streams. */
function abortError(signal: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason })
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('The call was aborted', { cause: error })
}
