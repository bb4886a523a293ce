/** The Response that the caller gets: the upstream's, with a body that is restored while it is read. */
import { Duplex } from 'node:stream'
import type { AnswerPlan } from '../types.ts'
import type { Outcome } from './close-once.ts'
import { assertDecodable, isStillEncoded, longestMagic, openDecoders } from './decoders.ts'
import type { FetchAnswer } from './fetch.ts'
import type { FetchRequest } from './fetch-request.ts'
import { createLazyResponse } from './lazy-response.ts'
import { peek } from './peek.ts'
import type { UpstreamFetch } from './upstream-fetch.ts'

// Fetch standard, "null body status": a Response with a body throws for these.
const statusesWithoutBody = new Set([101, 103, 204, 205, 304])

export function restoredResponse(
  { response, redirectedTo }: FetchAnswer,
  plan: AnswerPlan,
  request: FetchRequest,
  upstream: UpstreamFetch,
  finish: (outcome: Outcome) => void,
): Response {
  const hasBody = response.body !== null && !statusesWithoutBody.has(plan.status)
  const answer = hasBody ? new RestoredAnswer(new AnswerReader(response, plan, upstream), upstream, finish) : null
  if (!hasBody) finish('done')
  return createLazyResponse(answer, {
    status: plan.status,
    statusText: response.statusText,
    headers: plan.headers,
    url: (redirectedTo ?? request.connection).href,
    redirected: redirectedTo !== null,
    type: response.type,
  })
}

/**
 * Reads one upstream chunk after the other, so it holds nothing beyond what the restorer holds. Ends when the upstream
 * ends and fails when it breaks; to cancel it aborts the upstream call.
 */
export class RestoredAnswer {
  readonly #reader: AnswerReader
  readonly #upstream: UpstreamFetch
  readonly #finish: (outcome: Outcome) => void

  constructor(reader: AnswerReader, upstream: UpstreamFetch, finish: (outcome: Outcome) => void) {
    this.#reader = reader
    this.#upstream = upstream
    this.#finish = finish
  }

  /** The next piece; the last one may be empty. */
  async read(): Promise<{ done: boolean; bytes: Uint8Array }> {
    try {
      const piece = await this.#reader.read()
      if (piece.done) this.#finish('done')
      return piece
    } catch (error) {
      this.#finish(this.#upstream.isAborted ? 'aborted' : 'failed')
      this.#upstream.abort(error)
      throw error
    }
  }

  cancel(reason: unknown): void {
    this.#finish('aborted')
    this.#upstream.abort(reason)
  }

  /** The same as a byte stream, which reads when it is read. */
  toStream(): ReadableStream<Uint8Array> {
    return new ReadableStream({
      type: 'bytes',
      pull: async controller => {
        try {
          const { done, bytes } = await this.read()
          if (bytes.length > 0) controller.enqueue(ownBuffer(bytes))
          if (!done) return
          controller.close()
          controller.byobRequest?.respond(0)
        } catch (error) {
          controller.error(error)
        }
      },
      cancel: async reason => this.cancel(reason),
    })
  }

  /** All that is left of it. */
  async toBytes(): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    for (;;) {
      const { done, bytes } = await this.read()
      if (bytes.length > 0) pieces.push(bytes)
      if (done) return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
    }
  }
}

/**
 * Opens the body at the first read. It holds the Response on purpose: the platform cancels the body of one that was
 * collected, and does so too when the caller drops ours unread.
 */
class AnswerReader {
  readonly #response: Response
  readonly #plan: AnswerPlan
  readonly #upstream: UpstreamFetch
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null
  #received = false

  /** Throws where this Node version lacks a coding. */
  constructor(response: Response, plan: AnswerPlan, upstream: UpstreamFetch) {
    if (plan.body !== null) assertDecodable(plan.decode)
    this.#response = response
    this.#plan = plan
    this.#upstream = upstream
  }

  /** Reads until there is something to show: a chunk may restore to nothing yet. */
  async read(): Promise<{ done: boolean; bytes: Uint8Array }> {
    const { body: restorer } = this.#plan
    const reader = this.#reader ?? (await this.#open())
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { done, bytes: (this.#received ? restorer?.end() : undefined) ?? new Uint8Array() }
      this.#received = true
      const bytes = restorer === null ? value : restorer.write(value)
      if (bytes.length > 0) return { done: false, bytes }
    }
  }

  async #open(): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    const body: ReadableStream<Uint8Array> = this.#response.body!
    const { decode } = this.#plan
    const source = body.getReader()
    this.#upstream.readBy(source)
    this.#reader = this.#plan.body === null || decode.length === 0 ? source : await decoded(source, decode)
    return this.#reader
  }
}

async function decoded(
  source: ReadableStreamDefaultReader<Uint8Array>,
  decode: AnswerPlan['decode'],
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const { beginning, whole } = await peek(source, longestMagic)
  if (!isStillEncoded(decode, beginning)) return whole.getReader()
  let stream = whole
  for (const decoder of openDecoders(decode, beginning)) stream = stream.pipeThrough(Duplex.toWeb(decoder))
  return stream.getReader()
}

/** A byte stream takes the memory of what it is handed; what a restorer gives may be part of a shared pool. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
