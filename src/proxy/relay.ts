/**
 * An answer of the provider on its way to the client: restored, with backpressure, never ended cleanly after a failure.
 * Whoever calls `relayAnswer` has opened the exchange; it is closed through `close`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GuardError } from '../errors.ts'
import { AnswerStream, withoutStaleLength } from '../intercept/index.ts'
import type { Exchange, HeaderPairs } from '../types.ts'
import { endToEnd, headerPairs } from './headers.ts'

export function relayAnswer(
  upstream: IncomingMessage,
  exchange: Exchange,
  res: ServerResponse,
  close: (outcome: 'done' | 'aborted' | 'failed') => void,
): void {
  const status = upstream.statusCode ?? 502
  const headers = headerPairs(upstream)
  if (isRedirect(status, headers)) throw new GuardError('ERR_GDPR_REDIRECT_REFUSED')
  const plan = withoutStaleLength(exchange.answer(status, headers))
  const stream = new AnswerStream(plan, {
    data: bytes => res.write(bytes),
    end: () => {
      res.end()
      close('done')
    },
    fail: fail,
    ready: () => upstream.resume(),
  })

  function fail(): void {
    stream.destroy()
    close('failed')
    upstream.destroy()
    // A client that saw the head of an answer must not take its beginning for the whole.
    res.destroy()
  }

  res.writeHead(status, endToEnd(plan.headers).flat())
  // The client learns at once that a stream has begun; the head of a whole answer goes with its body.
  if (!isWhole(headers)) res.flushHeaders()
  res.on('drain', () => {
    stream.resume()
    upstream.resume()
  })
  upstream.on('data', (chunk: Buffer) => {
    if (!stream.write(chunk)) upstream.pause()
  })
  upstream.on('end', () => (upstream.complete ? stream.end() : fail()))
  upstream.on('error', fail)
  upstream.on('close', () => {
    if (!upstream.complete) fail()
  })
}

/** JSON is given back when it has come in whole. */
function isWhole(headers: HeaderPairs): boolean {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return /^\s*application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)
}

/** A client that follows one sends its own, raw body to wherever it points: past the proxy. */
function isRedirect(status: number, headers: readonly (readonly [string, string])[]): boolean {
  return status >= 300 && status < 400 && status !== 304 && headers.some(([name]) => name.toLowerCase() === 'location')
}
