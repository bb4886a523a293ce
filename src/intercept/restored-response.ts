/**
 * The IncomingMessage that the client gets: Node's own object, whose `push` is the one place where the parser hands bytes
 * in. Backpressure works as ever: what `push` returns stops the socket, `_read` starts it again.
 */
import type { IncomingMessage } from 'node:http'
import type { AnswerPlan } from '../types.ts'
import { AnswerStream } from './answer-stream.ts'
import type { Outcome } from './close-once.ts'
import { replaceResponseHeaders } from './http-headers.ts'

export function restoreResponse(
  response: IncomingMessage,
  plan: AnswerPlan,
  close: (outcome: Outcome) => void,
  clientGaveUp: () => boolean,
): void {
  const push = response.push
  const read = response._read
  const deliver = (bytes: Uint8Array | null) => Reflect.apply(push, response, [bytes])
  const stream = new AnswerStream(plan, {
    data: deliver,
    end() {
      close('done')
      deliver(null)
    },
    fail(error) {
      close('failed')
      breakResponse(response, error)
    },
    ready: () => Reflect.apply(read, response, [0]),
  })
  response.statusCode = plan.status
  replaceResponseHeaders(response, plan.headers)
  const own = {
    push(chunk: Uint8Array | null) {
      if (chunk !== null) return stream.write(chunk)
      stream.end()
      return false
    },
    _read(size: number) {
      stream.resume()
      Reflect.apply(read, response, [size])
    },
  }
  for (const [name, value] of Object.entries(own)) {
    Object.defineProperty(response, name, { value, configurable: true, writable: true })
  }
  response.once('close', () => {
    stream.destroy()
    // Node says 'aborted' with ECONNRESET both when upstream broke and when the client destroyed the request.
    close(isReset(response.errored) && !clientGaveUp() ? 'failed' : 'aborted')
  })
}

/**
 * Errors the answer alone. Destroyed with the error, its socket would pass it to the request too, whose listeners have
 * done their work by then.
 */
export function breakResponse(response: IncomingMessage, error: unknown): void {
  response.socket?.destroy()
  response.destroy(error instanceof Error ? error : new Error('The answer ended early', { cause: error }))
}

function isReset(error: Error | null): boolean {
  return error !== null && 'code' in error && error.code === 'ECONNRESET'
}
