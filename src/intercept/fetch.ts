/**
 * Hook: `globalThis.fetch`, and the explicit `guard.fetch`, which is the same function around a base.
 * Apply: a wrapper that scrubs, sends by the base with `redirect: 'manual'`, and answers with a restored Response.
 * Undo: the descriptor is put back.
 * Cannot see: references taken before it was installed; those end in the dispatcher hook (undici.ts).
 */
import type { Exchange, ExchangeOpener, HeaderPairs } from '../types.ts'
import { onAbort } from './abort-signals.ts'
import { withoutStaleLength } from './answer-stream.ts'
import { closeOnce } from './close-once.ts'
import {
  atOrigin,
  endpointUrl,
  findGuard,
  findHeader,
  type Guarded,
  isRuledOut,
  withoutFraming,
} from './destination.ts'
import { type FetchRequest, readFetchRequest } from './fetch-request.ts'
import { restoredResponse } from './fetch-response.ts'
import { endMark, issueMark, markHeader, passMark } from './marks.ts'
import { hooksAreInstalled, installedOpeners, keepBareFetch, replaceProperty } from './patches.ts'
import { redirectTarget } from './redirect.ts'
import { UpstreamFetch } from './upstream-fetch.ts'

type Fetch = typeof fetch
type FetchInput = Parameters<Fetch>[0]

// RFC 9110 leaves the number open; the fetch standard stops after 20.
const redirectLimit = 20

/** Replaces `globalThis.fetch`. Gives back how that is undone. */
export function hookFetch(): () => void {
  const original = globalThis.fetch
  keepBareFetch(original)
  const undo = replaceProperty(globalThis, 'fetch', wrapFetch(original, installedOpeners))
  return () => {
    keepBareFetch(undefined)
    undo()
  }
}

/** A fetch that guards the calls `opener` asks for, whether or not hooks are installed. */
export function guardedFetch(opener: ExchangeOpener, base: Fetch = globalThis.fetch): Fetch {
  const openers = [opener]
  return wrapFetch(base, () => openers)
}

function wrapFetch(base: Fetch, openers: () => readonly ExchangeOpener[]): Fetch {
  return function fetch(input: FetchInput, init?: RequestInit): Promise<Response> {
    const guarded = findFetchGuard(openers(), input, init)
    if (guarded === null) return base(input, init)
    return exchangeByFetch(base, guarded, input, init)
  }
}

function findFetchGuard(openers: readonly ExchangeOpener[], input: FetchInput, init?: RequestInit): Guarded | null {
  if (openers.length === 0 || isForeign(openers, input, init)) return null
  const url = endpointUrl(isRequest(input) ? input.url : String(input))
  if (url === null) return null
  const method = (init?.method ?? (isRequest(input) ? input.method : 'GET')).toUpperCase()
  const own = init?.headers ?? (isRequest(input) ? input.headers : undefined)
  const headers = () => [...new Headers(own)]
  const host = headerIn(own, 'host')
  const guarded = findGuard(openers, { url, method, headers, aliases: [host] })
  if (guarded === null || own === undefined) return guarded
  return passMark(headerIn(own, markHeader), 'fetch') ? null : guarded
}

/** Most calls of a process go to hosts that nobody guards. */
function isForeign(openers: readonly ExchangeOpener[], input: FetchInput, init: RequestInit | undefined): boolean {
  if (typeof input !== 'string') return false
  const start = input.startsWith('https://') ? 8 : input.startsWith('http://') ? 7 : -1
  if (start === -1) return false
  const slash = input.indexOf('/', start)
  const name = slash === -1 ? input.slice(start) : input.slice(start, slash)
  return isRuledOut(openers, [name, headerIn(init?.headers, 'host')], slash === -1 ? '/' : input.slice(slash))
}

/** One header of a call, by its lower-case name. A Headers object for it costs more than all else that a foreign host costs. */
function headerIn(own: RequestInit['headers'], name: string): string | undefined {
  if (own === undefined) return undefined
  if (own instanceof Headers) return own.get(name) ?? undefined
  if (Object.getPrototypeOf(own) !== Object.prototype) return findHeader([...new Headers(own)], name)
  for (const key in own) {
    if (key.length === name.length && key.toLowerCase() === name && Object.hasOwn(own, key))
      return String(Reflect.get(own, key))
  }
  return undefined
}

/** By shape, not by class: the Request of another undici copy is a class of its own. */
export function isRequest(input: FetchInput): input is Request {
  return typeof input === 'object' && !(input instanceof URL) && 'url' in input && 'headers' in input
}

async function exchangeByFetch(base: Fetch, guarded: Guarded, input: FetchInput, init?: RequestInit) {
  const signal = callerSignal(input, init)
  const request = await unlessAborted(signal, readFetchRequest(input, init, guarded))
  const opening = guarded.opener.open(request)
  const exchange = await unlessAborted(signal, opening, late => late.close('aborted'))
  const upstream = new UpstreamFetch(signal !== null || exchange.standsAlone !== true)
  const close = closeOnce(exchange, reason => upstream.abort(reason))
  const forget = signal === null ? null : onAbort(signal, () => stop())
  const finish: typeof close = outcome => {
    forget?.()
    close(outcome)
  }
  const stop = () => {
    finish('aborted')
    upstream.abort(signal?.reason)
  }
  if (signal?.aborted) stop()
  try {
    const answer = await sendAndFollow(base, exchange, request, upstream)
    const plan = withoutStaleLength(exchange.answer(answer.response.status, answer.headers))
    return restoredResponse(answer, plan, request, upstream, finish)
  } catch (error) {
    finish(upstream.isAborted ? 'aborted' : 'failed')
    upstream.abort(error)
    throw error
  }
}

function callerSignal(input: FetchInput, init?: RequestInit): AbortSignal | null {
  const signal: unknown = init?.signal ?? (isRequest(input) ? input.signal : null)
  // Anything else is refused where the platform reads the call.
  return signal instanceof AbortSignal ? signal : null
}

/** Rejects as soon as the caller gives up; what is ready only after that goes to `discard`. */
function unlessAborted<T>(
  signal: AbortSignal | null,
  work: Promise<T>,
  discard: (late: T) => void = () => undefined,
): Promise<T> {
  if (signal === null) return work
  return new Promise<T>((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    const forget = onAbort(signal, giveUp)
    if (signal.aborted) giveUp()
    work.finally(forget).then(result => {
      if (signal.aborted) discard(result)
      resolve(result)
    }, reject)
  })
}

export interface FetchAnswer {
  readonly response: Response
  readonly headers: HeaderPairs
  /** Where the last redirect led, `null` without one. */
  readonly redirectedTo: URL | null
}

/** Sends the scrubbed request, and sends it again where the answer points inside the same origin. */
async function sendAndFollow(
  base: Fetch,
  exchange: Exchange,
  request: FetchRequest,
  upstream: UpstreamFetch,
): Promise<FetchAnswer> {
  let { method, body } = exchange.request
  let headers: HeaderPairs = withoutFraming(exchange.request.headers)
  let url = atOrigin(exchange.request.url, request.connection)
  let redirectedTo: URL | null = null
  for (let hops = 0; ; hops++) {
    const response = await sendOnce(base, request, { url, method, headers, body, signal: upstream.signal })
    upstream.answered(response)
    const answerHeaders = readAnswerHeaders(response)
    const target = redirectTarget(response.status, answerHeaders, url)
    if (target === null || request.redirect === 'manual') return { response, headers: answerHeaders, redirectedTo }
    await response.body?.cancel()
    if (request.redirect === 'error') throw fetchFailed('unexpected redirect')
    if (hops === redirectLimit) throw fetchFailed('redirect count exceeded')
    url = target
    redirectedTo = target
    if (!becomesGet(response.status, method)) continue
    method = 'GET'
    body = null
    headers = headers.filter(([name]) => !/^content-/i.test(name))
  }
}

interface Hop {
  readonly url: URL
  readonly method: string
  readonly headers: HeaderPairs
  readonly body: Uint8Array | null
  readonly signal: AbortSignal | null
}

async function sendOnce(base: Fetch, request: FetchRequest, hop: Hop): Promise<Response> {
  const target = templateFor(request, hop) ?? hop.url.href
  if (!hooksAreInstalled()) return base(target, initFor(request, hop, null))
  // Taken off by the stop, which is always there, also below a dispatcher that was put in since.
  const mark = issueMark()
  try {
    return await base(target, initFor(request, hop, mark))
  } finally {
    endMark(mark)
  }
}

function initFor({ host, dispatcher, integrity }: FetchRequest, hop: Hop, mark: string | null): RequestInit {
  const init: RequestInit = {
    method: hop.method,
    body: hop.body,
    // Never 'error': undici 6, which is in Node 20 and 22, then loses the signal to the garbage collector.
    redirect: 'manual',
    signal: hop.signal,
    // Without a referrer the platform sends none; the caller's own would be a client identifier.
    referrer: '',
    headers: headersFor(hop.headers, host, mark),
  }
  if (dispatcher !== undefined) init.dispatcher = dispatcher
  if (integrity !== undefined) init.integrity = integrity
  return init
}

/** A record is read by the platform with half the work of pairs; names that come twice stay pairs. */
function headersFor(
  headers: HeaderPairs,
  host: string | null,
  mark: string | null,
): Record<string, string> | [string, string][] {
  const pairs = headers.map(([name, value]): [string, string] => [name, value])
  if (host !== null) pairs.push(['host', host])
  if (mark !== null) pairs.push([markHeader, mark])
  const record: Record<string, string> = {}
  for (const [name, value] of pairs) {
    if (name in record) return pairs
    record[name] = value
  }
  return record
}

/** The caller's own Request where it still fits: it may carry a dispatcher that nobody can read from outside. */
function templateFor(request: FetchRequest, hop: Hop): Request | null {
  const { template } = request
  if (template === null || template.url !== hop.url.href) return null
  return hop.body !== null || template.body === null ? template : null
}

// fetch decodes these itself and leaves the headers as they were, so nobody must decode again.
const decodedByFetch = /^\s*(?:x-)?(?:gzip|deflate|br)\s*(?:,\s*(?:x-)?(?:gzip|deflate|br)\s*)*$/i

function readAnswerHeaders(response: Response): HeaderPairs {
  const coding = response.headers.get('content-encoding')
  const headers = [...response.headers]
  if (coding === null || !decodedByFetch.test(coding)) return headers
  return headers.filter(([name]) => name !== 'content-encoding' && name !== 'content-length')
}

/** Fetch standard, HTTP-redirect fetch, step 12. */
function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}

/** What the platform's fetch rejects with. */
function fetchFailed(reason: string): TypeError {
  return new TypeError('fetch failed', { cause: new Error(reason) })
}
