/**
 * What an HTTP/2 session is connected to, and its calls that are still being scrubbed: the session does not know them yet, so
 * a `close()` that waits for open streams has to wait for them too.
 */
import type { ClientHttp2Session } from 'node:http2'
import { parseUrl } from './destination.ts'

interface SessionState {
  readonly origin: string | null
  readonly names: readonly string[]
  /** undici's own: the stop judges each of its calls before this hook could. */
  readonly isJudged: boolean
  readonly held: Set<{ sessionClosed(): void }>
  watches: boolean
  /** Somebody asked for a close that waits. */
  isClosing: boolean
}

// A hidden property, as in node-http.ts: cheaper than a WeakMap.
const stateKey = Symbol('llm-gdpr-guard.session')

interface NotedSession extends ClientHttp2Session {
  [stateKey]?: SessionState
}

function stateOf(session: NotedSession): SessionState {
  const known = session[stateKey]
  if (known !== undefined) return known
  const state = { ...readTarget(session), held: new Set<never>(), watches: false, isClosing: false }
  Object.defineProperty(session, stateKey, { value: state })
  return state
}

/** `https://host:port` of the connection; `null` where this Node version does not tell. */
export function sessionOrigin(session: ClientHttp2Session): string | null {
  return stateOf(session).origin
}

/** Other names under which the connection was made. */
export function sessionNames(session: ClientHttp2Session): readonly string[] {
  return stateOf(session).names
}

// undici's connections, which it tells of once they are made.
const judgedSockets = new WeakSet<object>()

export function noteJudgedSocket(socket: object): void {
  judgedSockets.add(socket)
}

/** True where every call of this session has passed the stop: it is scrubbed by then, or refused. */
export function isJudgedSession(session: ClientHttp2Session): boolean {
  return stateOf(session).isJudged
}

/**
 * The authority is kept under a symbol that is the same from Node 20 to 26. It holds the TLS server name where one was
 * given, which may be any; the socket knows the host that was really looked up.
 */
function readTarget(session: ClientHttp2Session): Pick<SessionState, 'isJudged' | 'names' | 'origin'> {
  const authority = readSymbol(session, 'authority')
  const protocol = readSymbol(session, 'protocol') ?? (session.encrypted === false ? 'http:' : 'https:')
  const url = authority === null ? null : parseUrl(`${protocol}//${authority}`)
  const names = ['servername', '_host'].flatMap(name => readSocket(session, name) ?? [])
  // `session.socket` is a stand-in; the socket itself lies under a symbol.
  const socket = readHidden(session, 'socket')
  const isJudged = typeof socket === 'object' && socket !== null && judgedSockets.has(socket)
  return { origin: url?.origin ?? null, names, isJudged }
}

function readSymbol(session: object, description: string): string | null {
  const value = readHidden(session, description)
  return typeof value === 'string' && value !== '' ? value : null
}

function readHidden(session: object, description: string): unknown {
  const symbol = Object.getOwnPropertySymbols(session).find(candidate => candidate.description === description)
  return symbol === undefined ? null : Reflect.get(session, symbol)
}

function readSocket({ destroyed, socket }: ClientHttp2Session, name: string): string | null {
  const value: unknown = destroyed || socket === undefined ? null : Reflect.get(socket, name)
  return typeof value === 'string' && value !== '' ? value : null
}

/** Keeps the session open for a call until the function given back is called. */
export function holdSession(session: ClientHttp2Session, call: { sessionClosed(): void }): () => void {
  const state = stateOf(session)
  watchSession(session, state)
  state.held.add(call)
  if (state.held.size === 1) {
    const close = (callback?: () => void) => {
      if (callback !== undefined) session.once('close', callback)
      state.isClosing = true
    }
    Object.defineProperty(session, 'close', { value: close, configurable: true, writable: true })
  }
  return () => {
    if (!state.held.delete(call) || state.held.size > 0) return
    Reflect.deleteProperty(session, 'close')
    if (!state.isClosing) return
    state.isClosing = false
    if (!session.destroyed) session.close()
  }
}

/** One listener for all calls: a session may carry hundreds. */
function watchSession(session: ClientHttp2Session, state: SessionState): void {
  if (state.watches) return
  state.watches = true
  session.once('close', () => {
    for (const call of [...state.held]) call.sessionClosed()
  })
  // A pushed answer belongs to no request that was scrubbed: nobody could put values back into it.
  session.prependListener('stream', pushed => pushed.close(cancelled))
}

/** NGHTTP2_CANCEL, RFC 9113 section 7. */
export const cancelled = 8
