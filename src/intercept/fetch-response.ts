/** The Response that the caller gets: the upstream's, with a body that is restored while it is read. */
import { Duplex } from 'node:stream'
import type { AnswerPlan } from '../types.ts'
import type { Outcome } from './close-once.ts'
import { assertDecodable, isStillEncoded, longestMagic, openDecoders } from './decoders.ts'
import type { FetchAnswer } from './fetch.ts'
import type { FetchRequest } from './fetch-request.ts'
import { peek } from './peek.ts'

// Fetch standard, "null body status": a Response with a body throws for these.
const statusesWithoutBody = new Set([101, 103, 204, 205, 304])

export function restoredResponse(
  { response, redirectedTo }: FetchAnswer,
  plan: AnswerPlan,
  request: FetchRequest,
  upstream: AbortController,
  finish: (outcome: Outcome) => void,
): Response {
  const hasBody = response.body !== null && !statusesWithoutBody.has(plan.status)
  const restored = hasBody ? restoredBody(new AnswerReader(response, plan), upstream, finish) : null
  const answer = new Response(restored, {
    status: plan.status,
    statusText: response.statusText,
    headers: plan.headers.map(([name, value]): [string, string] => [name, value]),
  })
  if (!hasBody) finish('done')
  return withIdentity(answer, {
    url: (redirectedTo ?? request.connection).href,
    redirected: redirectedTo !== null,
    type: response.type,
  })
}

/**
 * Reads one upstream chunk per pull, so it holds nothing beyond what the restorer holds. Ends when the upstream ends;
 * errors when it breaks; cancelling it aborts the upstream call.
 */
function restoredBody(
  answer: AnswerReader,
  upstream: AbortController,
  finish: (outcome: Outcome) => void,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      try {
        const { done, bytes } = await answer.read()
        if (done) finish('done')
        if (bytes.length > 0) controller.enqueue(ownBuffer(bytes))
        if (!done) return
        controller.close()
        controller.byobRequest?.respond(0)
      } catch (error) {
        finish(upstream.signal.aborted ? 'aborted' : 'failed')
        upstream.abort(error)
        controller.error(error)
      }
    },
    async cancel(reason) {
      finish('aborted')
      upstream.abort(reason)
    },
  })
}

/**
 * Opens the body at the first read. It holds the Response on purpose: the platform cancels the body of one that was
 * collected, and does so too when the caller drops ours unread.
 */
class AnswerReader {
  readonly #response: Response
  readonly #plan: AnswerPlan
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null
  #received = false

  /** Throws where this Node version lacks a coding. */
  constructor(response: Response, plan: AnswerPlan) {
    if (plan.body !== null) assertDecodable(plan.decode)
    this.#response = response
    this.#plan = plan
  }

  /** Reads until there is something to show: a chunk may restore to nothing yet. */
  async read(): Promise<{ done: boolean; bytes: Uint8Array }> {
    const { body: restorer } = this.#plan
    this.#reader ??= await this.#open()
    for (;;) {
      const { done, value } = await this.#reader.read()
      if (done) return { done, bytes: (this.#received ? restorer?.end() : undefined) ?? new Uint8Array() }
      this.#received = true
      const bytes = restorer === null ? value : restorer.write(value)
      if (bytes.length > 0) return { done: false, bytes }
    }
  }

  async #open(): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    const body: ReadableStream<Uint8Array> = this.#response.body!
    const { decode } = this.#plan
    if (this.#plan.body === null || decode.length === 0) return body.getReader()
    const { beginning, whole } = await peek(body.getReader(), longestMagic)
    if (!isStillEncoded(decode, beginning)) return whole.getReader()
    let stream = whole
    for (const decoder of openDecoders(decode, beginning)) stream = stream.pipeThrough(Duplex.toWeb(decoder))
    return stream.getReader()
  }
}

/** A byte stream takes the memory of what it is handed; what a restorer gives may be part of a shared pool. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

interface Identity {
  readonly url: string
  readonly redirected: boolean
  readonly type: Response['type']
}

/** A Response made by hand has no URL and the type `default`; clones lose what is set on the object. */
function withIdentity(response: Response, identity: Identity): Response {
  const clone = () => withIdentity(Response.prototype.clone.call(response), identity)
  for (const [name, value] of Object.entries({ ...identity, clone })) {
    Object.defineProperty(response, name, { value, configurable: true, writable: true })
  }
  return response
}
