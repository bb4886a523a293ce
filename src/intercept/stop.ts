/**
 * Hook: the diagnostics channel `undici:request:create`, on which every client of every undici copy says what it is about
 * to send. Apply: a call to a guarded host without our mark is refused; the mark is taken off all others.
 * Undo: unsubscribe. Cannot see: dispatchers that do not come from undici.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { GuardError } from '../errors.ts'
import { absoluteHost, findGuard, findHeader, type Guarded, isRuledOut, nameInOrigin } from './destination.ts'
import { isRuledOutNow } from './handed-on.ts'
import { noteJudgedSocket } from './http2-session.ts'
import { isLiveMark, markHeader } from './marks.ts'
import { installedOpeners } from './patches.ts'
import { wrapGlobalDispatchers } from './undici.ts'
import { readHeaders } from './undici-headers.ts'
import { dispatchUrl } from './undici-url.ts'

/** undici's own request object, before it is queued. */
interface CreatedRequest {
  readonly origin: string | URL
  readonly path: string
  readonly method: string
  /** A flat array; one text with line ends in undici 5. */
  headers: unknown[] | string
  /** The Host header: undici keeps it apart from the others. */
  readonly host?: string | null
  /** The protocol to switch to, where the request asks for one. */
  readonly upgrade?: unknown
  aborted: boolean
  onError?(error: unknown): void
  onResponseError?(error: unknown): void
}

const created = 'undici:request:create'
const connected = 'undici:client:connected'

export function hookStop(): () => void {
  subscribe(created, checkCreated)
  subscribe(connected, noteConnected)
  return () => {
    unsubscribe(created, checkCreated)
    unsubscribe(connected, noteConnected)
  }
}

/** HTTP/2 clients of undici end in node:http2, whose hook would scrub again what has been scrubbed already. */
function noteConnected(message: unknown): void {
  const { socket } = message as { socket?: unknown }
  if (typeof socket === 'object' && socket !== null) noteJudgedSocket(socket)
}

function checkCreated(message: unknown): void {
  const { request } = message as { request: CreatedRequest }
  wrapGlobalDispatchers()
  const mark = takeMark(request)
  if (mark !== undefined && isLiveMark(mark)) {
    dropAdded(request)
    return
  }
  if (mark === undefined && !request.host && isRuledOutNow(request.origin, request.path)) return
  const guarded = findCreatedGuard(request)
  if (guarded === null || (request.upgrade === 'websocket' && guarded.opener.allowsWebSockets === true)) return
  refuse(request)
}

/** What fetch adds by itself (Fetch standard, section 4.6): nothing a provider needs, and no part of the allow-list. */
const addedByFetch: ReadonlySet<unknown> = new Set(['accept-language', 'sec-fetch-mode'])

function dropAdded({ headers }: CreatedRequest): void {
  if (typeof headers === 'string') return
  for (let at = headers.length - 2; at >= 0; at -= 2) if (addedByFetch.has(headers[at])) headers.splice(at, 2)
}

function findCreatedGuard(request: CreatedRequest): Guarded | null {
  const name = nameInOrigin(request.origin)
  const isConnecting = request.method === 'CONNECT'
  if (
    name !== null &&
    !isConnecting &&
    isRuledOut(installedOpeners(), [name, request.host ?? undefined], request.path)
  ) {
    return null
  }
  const url = dispatchUrl(request)
  if (url === null) return null
  const headers = () => readHeaders(headerList(request))
  // A tunnel through a proxy names the provider in its path and Host; what goes through it is seen on its own.
  const isConnect = request.method === 'CONNECT'
  const aliases = isConnect ? [] : [request.host ?? undefined]
  const target = isConnect ? undefined : absoluteHost(request.path)
  return findGuard(installedOpeners(), { url, method: request.method, headers, target, aliases })
}

function headerList({ headers }: CreatedRequest): unknown[] {
  if (typeof headers !== 'string') return headers
  return headers.split('\r\n').flatMap(line => {
    const colon = line.indexOf(':')
    return colon < 0 ? [] : [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
}

/** Takes the mark off the request and gives it back. */
function takeMark(request: CreatedRequest): string | undefined {
  if (typeof request.headers === 'string') {
    const mark = findHeader(readHeaders(headerList(request)), markHeader)
    if (mark !== undefined) request.headers = request.headers.replace(`${markHeader}: ${mark}\r\n`, '')
    return mark
  }
  const at = request.headers.indexOf(markHeader)
  return at < 0 ? undefined : String(request.headers.splice(at, 2)[1])
}

function refuse(request: CreatedRequest): void {
  const error = new GuardError('ERR_GDPR_UNGUARDED_CARRIER', 'undici client outside the global dispatcher')
  if (typeof request.onResponseError === 'function') request.onResponseError(error)
  else request.onError?.(error)
  // A request that counts as aborted is dropped from the queue, never written.
  request.aborted = true
}
