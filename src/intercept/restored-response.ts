/**
 * The IncomingMessage that the client gets: Node's own object, whose `push` is the one place where the parser hands bytes
 * in. Backpressure works as ever: what `push` returns stops the socket, `_read` starts it again.
 */
import type { IncomingMessage } from 'node:http'
import type { AnswerPlan } from '../types.ts'
import { type AnswerSink, AnswerStream } from './answer-stream.ts'
import type { Outcome } from './close-once.ts'
import { replaceResponseHeaders } from './http-headers.ts'

export function restoreResponse(
  response: IncomingMessage,
  plan: AnswerPlan,
  close: (outcome: Outcome) => void,
  clientGaveUp: () => boolean,
): void {
  const restored = new RestoredResponse(response, plan, close)
  response.statusCode = plan.status
  replaceResponseHeaders(response, plan.headers)
  const watched: WatchedResponse = response
  watched[restoredKey] = restored
  watched.push = pushRestored
  watched._read = readRestored
  response.once('close', () => {
    restored.destroy()
    // Node says 'aborted' with ECONNRESET both when upstream broke and when the client destroyed the request.
    close(isReset(response.errored) && !clientGaveUp() ? 'failed' : 'aborted')
  })
}

const restoredKey = Symbol('llm-gdpr-guard.restored')

interface WatchedResponse extends IncomingMessage {
  [restoredKey]?: RestoredResponse
}

// One function for all answers, as those of held-request.ts.

function pushRestored(this: WatchedResponse, chunk: Uint8Array | null): boolean {
  return this[restoredKey]!.push(chunk)
}

function readRestored(this: WatchedResponse, size: number): void {
  this[restoredKey]!.read(size)
}

class RestoredResponse implements AnswerSink {
  readonly #response: IncomingMessage
  readonly #push: IncomingMessage['push']
  readonly #read: IncomingMessage['_read']
  readonly #close: (outcome: Outcome) => void
  readonly #stream: AnswerStream

  constructor(response: IncomingMessage, plan: AnswerPlan, close: (outcome: Outcome) => void) {
    this.#response = response
    this.#push = response.push
    this.#read = response._read
    this.#close = close
    this.#stream = new AnswerStream(plan, this)
  }

  push(chunk: Uint8Array | null): boolean {
    if (chunk !== null) return this.#stream.write(chunk)
    this.#stream.end()
    return false
  }

  read(size: number): void {
    this.#stream.resume()
    Reflect.apply(this.#read, this.#response, [size])
  }

  destroy(): void {
    this.#stream.destroy()
  }

  data(bytes: Uint8Array | null): boolean {
    return Reflect.apply(this.#push, this.#response, [bytes])
  }

  end(): void {
    this.#close('done')
    this.data(null)
  }

  fail(error: unknown): void {
    this.#close('failed')
    breakResponse(this.#response, error)
  }

  ready(): void {
    Reflect.apply(this.#read, this.#response, [0])
  }
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
