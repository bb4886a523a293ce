/**
 * One guarded ClientRequest: collects what the client writes, has it scrubbed, then really sends it, and restores what
 * comes back. The object the client holds stays the same; agent, socket, timeouts and signals are left to Node.
 */
import type { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { GuardError } from '../errors.ts'
import type { Exchange } from '../types.ts'
import { withoutStaleLength } from './answer-stream.ts'
import { asBytes, BodyCollector } from './body.ts'
import { closeOnce, type Outcome } from './close-once.ts'
import { type Guarded, isAbsoluteForm, withoutFraming } from './destination.ts'
import {
  type OpenRequest,
  readRequestHeader,
  readRequestHeaders,
  readResponseHeaders,
  replaceRequestHeaders,
} from './http-headers.ts'
import { redirectTarget } from './redirect.ts'
import { breakResponse, restoreResponse } from './restored-response.ts'

const heldKey = Symbol('llm-gdpr-guard.held')

interface WatchedRequest extends OpenRequest {
  [heldKey]?: HeldRequest
}

/** The methods of a request as the client, and whoever watches it too, knew them. */
interface Original {
  readonly emit: (...args: never[]) => boolean
  readonly destroy: (...args: never[]) => unknown
  readonly send: (...args: never[]) => unknown
}

// One function for all requests. With functions of its own, to define them costs each request more than its other hooks.

function emitHeld(this: WatchedRequest, ...all: unknown[]): boolean {
  return this[heldKey]!.emit(all)
}

function destroyHeld(this: WatchedRequest, ...args: unknown[]): WatchedRequest {
  return this[heldKey]!.destroy(args)
}

function sendHeld(this: WatchedRequest, ...args: unknown[]): unknown {
  return this[heldKey]!.send(args)
}

type Phase = 'collecting' | 'scrubbing' | 'sent' | 'refused'

export class HeldRequest {
  readonly #request: OpenRequest
  readonly #guarded: Guarded
  #context: AsyncResource | null
  readonly #end: (...args: unknown[]) => unknown
  readonly #body: BodyCollector
  #phase: Phase = 'collecting'
  #exchange: Exchange | null = null
  #close: (outcome: Outcome) => void = () => undefined
  #gaveUp = false
  #original: Original | null = null

  constructor(
    request: OpenRequest,
    guarded: Guarded,
    context: AsyncResource | null,
    end: (...args: unknown[]) => unknown,
  ) {
    this.#request = request
    this.#guarded = guarded
    this.#context = context
    this.#end = end
    this.#body = new BodyCollector(guarded.opener.bodyBytes)
    this.#watch()
    if (request.method === 'CONNECT' || readRequestHeader(request, 'upgrade') !== undefined) {
      this.#refuse(new GuardError('ERR_GDPR_UPGRADE_REFUSED'))
    }
  }

  get isHolding(): boolean {
    return this.#phase !== 'sent'
  }

  /** What Node itself refuses (wrong type, after the end, destroyed) it may refuse itself: nothing leaves by that. */
  holdsWrite([chunk]: readonly unknown[]): boolean {
    return this.isHolding && this.#takes(chunk)
  }

  holdsEnd([chunk]: readonly unknown[]): boolean {
    if (!this.isHolding || this.#request.finished) return false
    return chunk === undefined || chunk === null || chunk === '' || typeof chunk === 'function' || this.#takes(chunk)
  }

  #takes(chunk: unknown): boolean {
    if (this.#request.finished || (this.#request.destroyed && this.#phase !== 'refused')) return false
    return typeof chunk === 'string' || chunk instanceof Uint8Array
  }

  /** Always true: everything is collected up to the limit, so there is nothing to wait for. */
  write(args: readonly unknown[]): boolean {
    const { chunk, encoding, callback } = readArguments(args)
    this.#collect(chunk, encoding)
    if (callback !== null) process.nextTick(callback)
    return true
  }

  end(args: readonly unknown[]): OpenRequest {
    const request = this.#request
    const { chunk, encoding, callback } = readArguments(args)
    if (chunk !== null) this.#collect(chunk, encoding)
    if (callback !== null) request.once('finish', callback)
    request.finished = true
    if (this.#phase === 'collecting') this.#scrub()
    return request
  }

  /** Bytes that came by none of the known methods: they cannot be held in order, so the request ends. */
  #holdStray(): boolean {
    this.#refuse(new GuardError('ERR_GDPR_UNGUARDED_CARRIER', 'node:http'))
    return false
  }

  /**
   * Takes back headers that are queued for the socket. The client that sent `Expect: 100-continue` waits for leave to
   * send its body; we give it, since we are the one who collects it.
   */
  withdraw(): void {
    if (!this.isHolding) return
    const request = this.#request
    request.outputData = []
    request.outputSize = 0
    request._headerSent = false
    if (readRequestHeader(request, 'expect') === undefined || this.#phase !== 'collecting') return
    process.nextTick(() => request.emit('continue'))
  }

  #collect(chunk: unknown, encoding: BufferEncoding | null): void {
    if (this.#phase !== 'collecting') return
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding ?? 'utf8') : new Uint8Array(asBytes(chunk)!)
    try {
      this.#body.add(bytes)
    } catch (error) {
      this.#refuse(error)
    }
  }

  #scrub(): void {
    this.#phase = 'scrubbing'
    const { opener, url } = this.#guarded
    const { method } = this.#request
    const headers = readRequestHeaders(this.#request)
    const open = async () => opener.open({ method, url, headers, body: this.#body.take() })
    const opening = this.#context === null ? open() : this.#context.runInAsyncScope(open)
    this.#context = null
    opening.then(exchange => this.#send(exchange)).catch((error: unknown) => this.#refuse(error))
  }

  #send(exchange: Exchange): void {
    const request = this.#request
    if (request.destroyed) {
      exchange.close('aborted')
      return
    }
    this.#exchange = exchange
    this.#close = closeOnce(exchange, reason => this.#abandon(reason))
    const { body, url } = exchange.request
    replaceRequestHeaders(request, this.#outboundHeaders(exchange))
    const path = url.pathname + url.search
    request.path = isAbsoluteForm(request.path) ? this.#guarded.url.origin + path : path
    request.method = exchange.request.method
    request.finished = false
    this.#phase = 'sent'
    Reflect.apply(this.#end, request, body === null ? [] : endArguments(body))
  }

  #outboundHeaders({ request }: Exchange): [string, string][] {
    const headers = withoutFraming(request.headers).filter(([name]) => name.toLowerCase() !== 'proxy-authorization')
    headers.push(['Host', this.#guarded.url.host])
    const connection = readRequestHeader(this.#request, 'connection')?.toLowerCase()
    if (connection === 'close' || connection === 'keep-alive') headers.push(['Connection', connection])
    // For the proxy that is addressed in absolute form; it takes the header off, so no provider would let it pass.
    const proxyKey = isAbsoluteForm(this.#request.path)
      ? readRequestHeader(this.#request, 'proxy-authorization')
      : undefined
    if (proxyKey !== undefined) headers.push(['Proxy-Authorization', proxyKey])
    // Node frames the bodies of GET and DELETE by nothing at all unless it is told the length.
    if (request.body !== null) headers.push(['Content-Length', String(request.body.byteLength)])
    return headers
  }

  /** Listens on the object itself: a listener of ours would be counted, and would come after the client's. */
  #watch(): void {
    const request: WatchedRequest = this.#request
    this.#original = { emit: request.emit, destroy: request.destroy, send: request._send }
    request[heldKey] = this
    request.emit = emitHeld
    request.destroy = destroyHeld
    // Holds also when the hooks are taken off while this request is open.
    request._send = sendHeld
  }

  /** @internal */
  emit(all: readonly unknown[]): boolean {
    const [event, first, second] = all
    if (event === 'response' && this.#exchange !== null) return this.#respond(first as IncomingMessage)
    if (event === 'upgrade' || event === 'connect') return this.#refuseUpgrade(second)
    if (event === 'error') this.#close(this.#gaveUp ? 'aborted' : 'failed')
    if (event === 'close' && this.#request.res === null) this.#close('aborted')
    return Reflect.apply(this.#original!.emit, this.#request, all)
  }

  /** @internal */
  destroy(args: readonly unknown[]): OpenRequest {
    this.#gaveUp = true
    return Reflect.apply(this.#original!.destroy, this.#request, args) as OpenRequest
  }

  /** @internal */
  send(args: readonly unknown[]): unknown {
    return this.isHolding ? this.#holdStray() : Reflect.apply(this.#original!.send, this.#request, args)
  }

  #respond(response: IncomingMessage): boolean {
    const exchange = this.#exchange!
    const headers = readResponseHeaders(response)
    try {
      redirectTarget(response.statusCode ?? 0, headers, exchange.request.url)
      const plan = withoutStaleLength(exchange.answer(response.statusCode ?? 0, headers))
      restoreResponse(
        response,
        plan,
        outcome => this.#close(outcome),
        () => this.#gaveUp,
      )
    } catch (error) {
      this.#close('failed')
      this.#request.destroy(asError(error))
      return true
    }
    return Reflect.apply(this.#original!.emit, this.#request, ['response', response])
  }

  #refuseUpgrade(socket: unknown): boolean {
    this.#close('failed')
    const error = new GuardError('ERR_GDPR_UPGRADE_REFUSED')
    if (typeof socket === 'object' && socket !== null && 'destroy' in socket && typeof socket.destroy === 'function') {
      socket.destroy()
    }
    return this.#request.emit('error', error)
  }

  #abandon(reason: unknown): void {
    this.#gaveUp = true
    const response = this.#request.res
    if (response === null) this.#request.destroy(asError(reason))
    else breakResponse(response, reason)
  }

  #refuse(error: unknown): void {
    if (this.#phase === 'refused') return
    this.#phase = 'refused'
    this.#body.take()
    this.#close('failed')
    this.#request.destroy(asError(error))
  }
}

// Up to here Node joins headers and body into one piece for the socket when the body is latin1 text, byte for byte.
const joinedBytes = 16_384

function endArguments(body: Uint8Array): unknown[] {
  if (body.byteLength > joinedBytes) return [body]
  return [Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'latin1']
}

interface WriteArguments {
  readonly chunk: unknown
  readonly encoding: BufferEncoding | null
  readonly callback: (() => void) | null
}

/** (chunk, encoding, callback), each of which may be left out. */
function readArguments(args: readonly unknown[]): WriteArguments {
  const callback = args.find(argument => typeof argument === 'function')
  const [chunk, encoding] = args
  return {
    chunk: typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : null,
    encoding: typeof encoding === 'string' ? (encoding as BufferEncoding) : null,
    callback: callback === undefined ? null : (callback as () => void),
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('The call was aborted', { cause: error })
}
