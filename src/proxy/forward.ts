/**
 * One request to the proxy: collect it, scrub it, send it, relay the answer. The guard's pipeline does the body; a sender
 * (http-proxy-middleware, undici or node:http) does the connection; this file only joins them.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { problemAnswer } from '../api/index.ts'
import { GuardError } from '../errors.ts'
import { endMark, hooksAreInstalled, issueMark, markHeader } from '../intercept/index.ts'
import type { Exchange, ExchangeOpener, HeaderPairs, ScrubbedRequest } from '../types.ts'
import type { Send } from './call.ts'
import { endToEnd } from './headers.ts'
import { readInboundBody } from './inbound-body.ts'
import { AnswerRelay } from './relay.ts'
import type { FindTarget } from './targets.ts'
import { turnOfRequests } from './turns.ts'

/** What a proxy needs of the scope of one request. */
export type ScopedOpener = Pick<ExchangeOpener, 'guards' | 'bodyBytes' | 'open'>

export interface ForwardParts {
  /** Begins the scope of a request, which ends with its response. */
  readonly begin: (res: ServerResponse) => ScopedOpener
  readonly findTarget: FindTarget
  readonly send: Send
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Settles when the request has been sent or refused; never rejects. `parsed` is what a body parser before us has left. */
export async function forward(
  parts: ForwardParts,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  parsed: unknown,
): Promise<void> {
  try {
    const start = performance.now()
    const exchange = await openExchange(parts, req, res, path, parsed)
    if (performance.now() - start > longWork) await afterClosings()
    sendAndRelay(parts, exchange, req, res)
  } catch (error) {
    refuse(error, req, res)
  }
}

/** Milliseconds. Providers close idle connections after seconds. */
const longWork = 500

/**
 * While a large body is read, timers wait and nothing is heard of connections that the provider has closed meanwhile: the
 * next call would be sent on one of them and fail. Two turns, since the events of the first were collected before.
 */
async function afterClosings(): Promise<void> {
  await setImmediate()
  await setImmediate()
}

async function openExchange(
  { begin, findTarget }: ForwardParts,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  parsed: unknown,
): Promise<Exchange> {
  const opener = begin(res)
  const { method = 'GET' } = req
  if (!methods.has(method)) throw new GuardError('ERR_GDPR_METHOD_NOT_ALLOWED')
  const url = findTarget(path)
  const headers = endToEnd(req.rawHeaders)
  // Nothing is sent that the guard would not read.
  if (!opener.guards(url, method, () => headers)) throw new GuardError('ERR_GDPR_UNGUARDED_CARRIER')
  const { bytes, isDecoded } = await readInboundBody(req, parsed, opener.bodyBytes)
  const kept = isDecoded ? headers.filter(([name]) => name.toLowerCase() !== 'content-encoding') : headers
  await turnOfRequests()
  return opener.open({ method, url, headers: kept, body: bytes })
}

function sendAndRelay({ send }: ForwardParts, exchange: Exchange, req: IncomingMessage, res: ServerResponse): void {
  const mark = hooksAreInstalled() ? issueMark() : null
  const settle = () => {
    if (mark !== null) endMark(mark)
  }
  const relay = new AnswerRelay(exchange, res, { refuse: error => refuse(error, req, res), settle })
  try {
    send(withMark(exchange.request, mark), relay, req)
  } catch (error) {
    relay.fail(error)
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
