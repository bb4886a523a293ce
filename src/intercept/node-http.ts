/**
 * Hook: `ClientRequest.prototype`, which http.request, https.request and every client built on them share.
 * Apply: `write`, `end` and `flushHeaders` of a guarded request are held until it is scrubbed (held-request.ts); `_send`
 * and `onSocket` are the net below them; `Agent.prototype.addRequest` tells the real destination.
 * Undo: the methods that ClientRequest had inherited are deleted again, the others put back.
 * Cannot see: bytes written to a socket by hand.
 */
import { AsyncResource } from 'node:async_hooks'
import * as http from 'node:http'
import type { ExchangeOpener } from '../types.ts'
import { absoluteHost, findGuard, isAbsoluteForm, isRuledOut, joinEndpoint, parseUrl } from './destination.ts'
import { HeldRequest } from './held-request.ts'
import { type OpenRequest, readRequestHeader, readRequestHeaders } from './http-headers.ts'
import { markHeader, passMark } from './marks.ts'
import { installedOpeners, replaceProperty } from './patches.ts'
import { takeSocket } from './sockets.ts'

interface RequestState {
  /** What the agent was told to connect to: the Host header may say something else. */
  readonly target: Target | null
  /** By what a call was ruled out as it was made. All of it may change before it is sent. */
  readonly foreign: Foreign | null
  /** Where the client made the call: the scope is found from there, `end` may run anywhere. */
  context: AsyncResource | null
  /** Undefined until the first byte asks. */
  verdict: HeldRequest | 'pass' | undefined
}

interface Foreign {
  readonly openers: readonly ExchangeOpener[]
  readonly path: string
  readonly host: string | undefined
}

interface Target {
  readonly host?: unknown
  readonly port?: unknown
  readonly servername?: unknown
}

type Method = (this: OpenRequest, ...args: unknown[]) => unknown

// A hidden property, not a WeakMap: with one entry per request the collector spent 30 microseconds a call on the map.
const stateKey = Symbol('llm-gdpr-guard.request')

interface NotedRequest extends OpenRequest {
  [stateKey]?: RequestState
}

/** Patches the prototypes. Gives back how that is undone. */
export function hookClientRequest(): () => void {
  const prototype: object = http.ClientRequest.prototype
  const method = (name: string): Method => Reflect.get(prototype, name)
  const original = {
    write: method('write'),
    end: method('end'),
    flushHeaders: method('flushHeaders'),
    send: method('_send'),
    onSocket: method('onSocket'),
  }
  const undo = [
    replaceProperty(prototype, 'write', function write(this: OpenRequest, ...args: unknown[]) {
      const held = judge(this, original.end)
      return held?.holdsWrite(args) ? held.write(args) : Reflect.apply(original.write, this, args)
    }),
    replaceProperty(prototype, 'end', function end(this: OpenRequest, ...args: unknown[]) {
      const held = judge(this, original.end)
      return held?.holdsEnd(args) ? held.end(args) : Reflect.apply(original.end, this, args)
    }),
    replaceProperty(prototype, 'flushHeaders', function flushHeaders(this: OpenRequest, ...args: unknown[]) {
      if (judge(this, original.end)?.isHolding) return
      Reflect.apply(original.flushHeaders, this, args)
    }),
    replaceProperty(prototype, '_send', function _send(this: OpenRequest, ...args: unknown[]) {
      // Before the agent is asked, inside the constructor, nothing can leave; `onSocket` looks again.
      const isHeld = stateOf(this)?.verdict === undefined && stateOf(this) !== undefined && judge(this, original.end)
      // A request that is held has a `_send` of its own by now.
      return Reflect.apply(isHeld ? this._send : original.send, this, args)
    }),
    replaceProperty(prototype, 'onSocket', function onSocket(this: OpenRequest, ...args: unknown[]) {
      takeSocket(args[0])
      withdrawEarlyHeaders(this, original.end)
      Reflect.apply(original.onSocket, this, args)
    }),
    hookAddRequest(),
  ]
  return () => {
    for (const step of undo.reverse()) step()
  }
}

function hookAddRequest(): () => void {
  const prototype: object = http.Agent.prototype
  const addRequest: (...args: unknown[]) => unknown = Reflect.get(prototype, 'addRequest')
  return replaceProperty(prototype, 'addRequest', function (this: http.Agent, ...args: unknown[]) {
    const [request, target] = args
    if (request instanceof http.ClientRequest) {
      const open = request as OpenRequest
      if (stateOf(open) === undefined) noteRequest(open, typeof target === 'object' ? target : null)
    }
    return Reflect.apply(addRequest, this, args)
  })
}

function stateOf(request: NotedRequest): RequestState | undefined {
  return request[stateKey]
}

function noteRequest(request: NotedRequest, target: Target | null): RequestState {
  const foreign = isForeign(request, target)
    ? { openers: installedOpeners(), path: request.path, host: readRequestHeader(request, 'host') }
    : null
  // Costs as much as all else that a foreign call costs. One that is led to a provider later belongs where that is done.
  const context = foreign === null ? new AsyncResource('GuardedRequest') : null
  const state: RequestState = { target, foreign, context, verdict: undefined }
  request[stateKey] = state
  return state
}

/** With `Expect: 100-continue` the constructor has queued the headers for the socket. A held request takes them back. */
function withdrawEarlyHeaders(request: OpenRequest, end: Method): void {
  if (request.outputData.length > 0) judge(request, end)?.withdraw()
}

/** Decides once per request, when its first byte asks to leave. `null`: nobody guards it. */
function judge(request: OpenRequest, end: Method): HeldRequest | null {
  const state = stateOf(request) ?? noteRequest(request, null)
  if (state.verdict === undefined) {
    state.verdict = decide(request, state, end)
    // A pooled socket remembers its last request; the scope must not stay alive by that.
    state.context = null
  }
  return state.verdict === 'pass' ? null : state.verdict
}

function decide(request: OpenRequest, state: RequestState, end: Method): HeldRequest | 'pass' {
  const openers = installedOpeners()
  if (openers.length === 0 || isStillForeign(request, state)) return 'pass'
  const connection = connectionUrl(request, state.target)
  if (connection === null) return 'pass'
  const headers = () => readRequestHeaders(request)
  const isConnect = request.method === 'CONNECT'
  // A tunnel through a proxy names the provider in path and Host; what goes through it is seen on its own.
  const aliases = isConnect ? [] : [readRequestHeader(request, 'host'), serverName(state.target)]
  const target = isConnect ? undefined : absoluteHost(request.path)
  const guarded = findGuard(openers, { url: connection, method: request.method, headers, target, aliases })
  if (guarded === null || passMark(takeMark(request), 'http')) return 'pass'
  if (isWebSocket(request) && guarded.opener.allowsWebSockets === true) return 'pass'
  return new HeldRequest(request, guarded, state.context, end)
}

function isStillForeign(request: OpenRequest, { target, foreign }: RequestState): boolean {
  // Not ruled out as it was made: what it is now, its URL tells.
  if (foreign === null) return false
  const isUnchanged =
    foreign.openers === installedOpeners() &&
    request.path === foreign.path &&
    readRequestHeader(request, 'host') === foreign.host
  return isUnchanged ? !request.hasHeader(markHeader) : isForeign(request, target)
}

/** Most calls of a process go to hosts that nobody guards. */
function isForeign(request: OpenRequest, target: Target | null): boolean {
  // A mark would have to be taken off.
  if (request.method === 'CONNECT' || request._header !== null || request.hasHeader(markHeader)) return false
  const names = [target?.host ?? request.host, readRequestHeader(request, 'host'), serverName(target)]
  return isRuledOut(installedOpeners(), names, request.path)
}

function isWebSocket(request: OpenRequest): boolean {
  return readRequestHeader(request, 'upgrade')?.toLowerCase() === 'websocket'
}

/** The connection target with path and query. */
function connectionUrl(request: OpenRequest, target: Target | null): URL | null {
  const host = String(target?.host ?? request.host)
  const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  const port = target === null ? portOfHostHeader(request) : target.port
  const origin = `${request.protocol}//${bracketed}${port === undefined ? '' : `:${port}`}`
  const path = isAbsoluteForm(request.path) ? parseUrl(request.path) : request.path
  if (request.method === 'CONNECT' || path === null) return parseUrl(origin)
  return joinEndpoint(origin, typeof path === 'string' ? path : path.pathname + path.search)
}

/** Agents with an `addRequest` of their own hide the port; Node writes it into the Host header unless told otherwise. */
function portOfHostHeader(request: OpenRequest): string | undefined {
  const named = parseUrl(`${request.protocol}//${readRequestHeader(request, 'host')}`)
  return named === null || named.port === '' || named.hostname !== request.host ? undefined : named.port
}

function serverName(target: Target | null): string | undefined {
  return typeof target?.servername === 'string' && target.servername !== '' ? target.servername : undefined
}

/** A guarded fetch whose base is built on http hands its mark down to here. */
function takeMark(request: OpenRequest): string | undefined {
  if (request._header !== null) return undefined
  const mark = request.getHeader(markHeader)
  if (mark !== undefined) request.removeHeader(markHeader)
  return mark === undefined ? undefined : String(mark)
}
