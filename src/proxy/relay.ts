/**
 * An answer of the provider on its way to the client: restored, with backpressure, never ended cleanly after a failure.
 * Whoever calls `relayAnswer` has opened the exchange; it is closed through `close`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GuardError } from '../errors.ts'
import { AnswerStream } from '../intercept/index.ts'
import type { Exchange, HeaderPairs } from '../types.ts'
import { endToEnd } from './headers.ts'

export interface RelayEnds {
  /** Closes the exchange. */
  close(outcome: 'done' | 'aborted' | 'failed'): void
  /** Answers the client in place of the provider. Called at most once, before anything was sent. */
  refuse(error: unknown): void
}

export function relayAnswer(upstream: IncomingMessage, exchange: Exchange, res: ServerResponse, ends: RelayEnds): void {
  const status = upstream.statusCode ?? 502
  const headers = endToEnd(upstream)
  if (isRedirect(status, headers)) throw new GuardError('ERR_GDPR_REDIRECT_REFUSED')
  const plan = exchange.answer(status, headers)
  /** JSON is given back when it has come in whole: it then goes out in one piece, with its length. */
  let whole: Uint8Array | null = null
  let hasFailed = false
  let waits = plan.body !== null && isJson(headers)

  function sendHead(length: number | null): void {
    const fields: string[] = []
    for (const [name, value] of plan.headers) {
      // A length that is no longer true makes clients wait for bytes, or take the answer for empty.
      if (plan.body === null || name.toLowerCase() !== 'content-length') fields.push(name, value)
    }
    if (length !== null) fields.push('content-length', String(length))
    res.writeHead(status, fields)
  }

  const stream = new AnswerStream(plan, {
    data(bytes) {
      if (!waits) return res.write(bytes)
      if (whole === null) {
        whole = bytes
        return true
      }
      waits = false
      sendHead(null)
      res.write(whole)
      return res.write(bytes)
    },
    end() {
      if (waits) sendHead(whole?.length ?? 0)
      if (waits && whole !== null) res.end(whole)
      else res.end()
      ends.close('done')
    },
    fail,
    ready: () => upstream.resume(),
  })

  function fail(error: unknown): void {
    if (hasFailed) return
    hasFailed = true
    stream.destroy()
    ends.close('failed')
    upstream.destroy()
    // A client that saw the head of an answer must not take its beginning for the whole.
    if (res.headersSent) res.destroy()
    else ends.refuse(error instanceof GuardError ? error : new GuardError('ERR_GDPR_UPSTREAM_ERROR'))
  }

  // The client learns at once that a stream has begun; the head of a whole answer goes with its body.
  if (!waits) {
    sendHead(null)
    if (!isJson(headers)) res.flushHeaders()
  }
  res.on('drain', () => {
    stream.resume()
    upstream.resume()
  })
  upstream.on('data', (chunk: Buffer) => {
    if (!stream.write(chunk)) upstream.pause()
  })
  upstream.on('end', () => (upstream.complete ? stream.end() : fail(null)))
  upstream.on('error', fail)
  upstream.on('close', () => {
    if (!upstream.complete) fail(null)
  })
}

function isJson(headers: HeaderPairs): boolean {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return /^\s*application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)
}

/** A client that follows one sends its own, raw body to wherever it points: past the proxy. */
function isRedirect(status: number, headers: readonly (readonly [string, string])[]): boolean {
  return status >= 300 && status < 400 && status !== 304 && headers.some(([name]) => name.toLowerCase() === 'location')
}
