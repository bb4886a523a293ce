/** The answer of an AWS client's handler, whichever transport it came by, with the values back. */
import { Readable } from 'node:stream'
import { GuardError } from '../errors.ts'
import type { Exchange } from '../types.ts'
import { AnswerStream, withoutStaleLength } from './answer-stream.ts'
import type { Outcome } from './close-once.ts'
import { redirectTarget } from './redirect.ts'

/** What handlers give (`HttpResponse` of Smithy). Headers in lower case, repeated ones joined. */
export interface AwsResponse {
  statusCode: number
  headers: Record<string, string>
  body?: unknown
}

/**
 * Replaces headers and body. The body ends when the answer ends, and breaks when the answer breaks; `onEnd` hears of it once.
 * Holds what AnswerStream holds.
 */
export function restoreAwsResponse(response: AwsResponse, exchange: Exchange, onEnd: (outcome: Outcome) => void): void {
  const pairs = Object.entries(response.headers)
  redirectTarget(response.statusCode, pairs, exchange.request.url)
  const plan = withoutStaleLength(exchange.answer(response.statusCode, pairs))
  response.statusCode = plan.status
  response.headers = Object.fromEntries(plan.headers)
  if (response.body === undefined || response.body === null) {
    onEnd('done')
    return
  }
  const source = toReadable(response.body)
  const answer = new AnswerStream(plan, {
    data: bytes => body.push(bytes),
    end() {
      onEnd('done')
      body.push(null)
    },
    fail(error) {
      onEnd('failed')
      body.destroy(asError(error))
    },
    ready: () => source.resume(),
  })
  const body = new Readable({
    read() {
      answer.resume()
      source.resume()
    },
    destroy(error, done) {
      onEnd('aborted')
      answer.destroy()
      source.destroy()
      done(error)
    },
  })
  source.on('data', (chunk: Uint8Array) => {
    if (!answer.write(chunk)) source.pause()
  })
  source.on('end', () => {
    // A connection that breaks looks like a clean end in HTTP/2: only the code of the reset tells.
    if (Number(Reflect.get(source, 'rstCode') ?? 0) === 0) answer.end()
    else breakOff(new GuardError('ERR_GDPR_UPSTREAM_ERROR', 'the HTTP/2 stream was reset'))
  })
  source.on('error', breakOff)
  source.on('close', () => {
    if (!source.readableEnded) breakOff(new GuardError('ERR_GDPR_UPSTREAM_ERROR', 'the answer ended early'))
  })
  source.pause()
  response.body = body

  function breakOff(error: unknown): void {
    if (body.destroyed || body.readableEnded) return
    onEnd('failed')
    body.destroy(asError(error))
  }
}

function toReadable(body: unknown): Readable {
  if (body instanceof Readable) return body
  if (body instanceof ReadableStream) return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
  if (typeof body === 'string' || body instanceof Uint8Array) return Readable.from([Buffer.from(body)])
  throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE', 'a body of a kind that no AWS handler gives')
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('The answer ended early', { cause: error })
}
