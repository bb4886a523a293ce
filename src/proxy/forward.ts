/**
 * One request to the proxy: collect it, scrub it, send it, relay the answer. The guard's pipeline does the body; a sender
 * (http-proxy-middleware or node:http) does the connection; this file only joins them.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { problemAnswer } from '../api/index.ts'
import { GuardError, isGuardError } from '../errors.ts'
import { closeOnce, endMark, hooksAreInstalled, issueMark, markHeader } from '../intercept/index.ts'
import type { Exchange, ExchangeOpener, HeaderPairs, ScrubbedRequest } from '../types.ts'
import { endToEnd, headerPairs } from './headers.ts'
import { readInboundBody } from './inbound-body.ts'
import { relayAnswer } from './relay.ts'
import type { FindTarget } from './targets.ts'

export interface Connection {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  /** Aborts when the client has gone or the scope has ended. */
  readonly signal: AbortSignal
}

/** Sends what was scrubbed and gives the answer, unread. */
export type Send = (request: ScrubbedRequest, connection: Connection) => Promise<IncomingMessage>

export interface ForwardParts {
  readonly opener: ExchangeOpener
  readonly findTarget: FindTarget
  readonly send: Send
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Call it inside the scope of the request. `parsed` is what a body parser before us has left. Never rejects. */
export async function forward(
  parts: ForwardParts,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  parsed: unknown,
): Promise<void> {
  const aborter = new AbortController()
  // After an answer that went out whole, an abort would close the connection to the provider that is kept open.
  res.once('close', () => {
    if (!res.writableFinished) aborter.abort()
  })
  try {
    const exchange = await openExchange(parts, req, path, parsed)
    await sendAndRelay(parts, exchange, { req, res, signal: aborter.signal }, aborter)
  } catch (error) {
    refuse(error, req, res)
  }
}

async function openExchange(
  { opener, findTarget }: ForwardParts,
  req: IncomingMessage,
  path: string,
  parsed: unknown,
): Promise<Exchange> {
  const { method = 'GET' } = req
  if (!methods.has(method)) throw new GuardError('ERR_GDPR_METHOD_NOT_ALLOWED')
  const url = findTarget(path)
  const headers = endToEnd(headerPairs(req))
  // Nothing is sent that the guard would not read.
  if (!opener.guards(url, method, () => headers)) throw new GuardError('ERR_GDPR_UNGUARDED_CARRIER')
  const { bytes, isDecoded } = await readInboundBody(req, parsed, opener.bodyBytes)
  const kept = isDecoded ? headers.filter(([name]) => name.toLowerCase() !== 'content-encoding') : headers
  return opener.open({ method, url, headers: kept, body: bytes })
}

async function sendAndRelay(
  { send }: ForwardParts,
  exchange: Exchange,
  connection: Connection,
  aborter: AbortController,
): Promise<void> {
  const close = closeOnce(exchange, () => aborter.abort())
  const { res, signal } = connection
  const mark = hooksAreInstalled() ? issueMark() : null
  let answer: IncomingMessage | null = null
  const stop = () => {
    close('aborted')
    answer?.destroy()
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    answer = await send(withMark(exchange.request, mark), connection)
    if (signal.aborted) return stop()
    relayAnswer(answer, exchange, res, close)
  } catch (error) {
    answer?.destroy()
    close(signal.aborted ? 'aborted' : 'failed')
    throw isGuardError(error) ? error : new GuardError('ERR_GDPR_UPSTREAM_ERROR')
  } finally {
    if (mark !== null) endMark(mark)
  }
}

/** Hooks of this process let a marked call through: it is scrubbed already. They take the mark off. */
function withMark(request: ScrubbedRequest, mark: string | null): ScrubbedRequest {
  if (mark === null) return request
  const headers: HeaderPairs = [...request.headers, [markHeader, mark]]
  return { ...request, headers }
}

function refuse(error: unknown, req: IncomingMessage, res: ServerResponse): void {
  if (res.destroyed) return
  if (res.headersSent) return void res.destroy()
  const { status, headers, body } = problemAnswer(error, randomUUID())
  // What is left of a body that was refused must not be taken for the next request.
  if (!req.complete) res.setHeader('connection', 'close')
  const fixed = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  res.writeHead(status, { ...fixed, ...headers, 'content-length': Buffer.byteLength(String(body)) })
  res.end(req.method === 'HEAD' ? undefined : String(body))
}
