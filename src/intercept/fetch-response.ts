/** The Response that the caller gets: the upstream's, with a body that is restored while it is read. */
import { Duplex } from 'node:stream'
import type { AnswerPlan, BodyRestorer } from '../types.ts'
import type { Outcome } from './close-once.ts'
import { assertDecodable, openDecoders } from './decoders.ts'
import type { FetchAnswer } from './fetch.ts'
import type { FetchRequest } from './fetch-request.ts'

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
  if (!hasBody) finish('done')
  const restored = hasBody ? restoredBody(openBody(response, plan), plan.body, upstream, finish) : null
  const answer = new Response(restored, {
    status: plan.status,
    statusText: response.statusText,
    headers: answerHeaders(plan),
  })
  return withIdentity(answer, {
    url: (redirectedTo ?? request.connection).href,
    redirected: redirectedTo !== null,
    type: response.type,
  })
}

function answerHeaders(plan: AnswerPlan): [string, string][] {
  const headers: [string, string][] = []
  for (const [name, value] of plan.headers) {
    // A length that is no longer true makes SDKs take the answer for empty.
    if (plan.body !== null && name.toLowerCase() === 'content-length') continue
    headers.push([name, value])
  }
  return headers
}

/**
 * Opens the body at the first read. The function holds the Response on purpose: the platform cancels the body of one
 * that was collected, and does so too when the caller drops ours unread.
 */
function openBody(response: Response, plan: AnswerPlan): () => ReadableStreamDefaultReader<Uint8Array> {
  const codings = plan.body === null ? [] : plan.decode
  assertDecodable(codings)
  return () => {
    let stream: ReadableStream<Uint8Array> = response.body!
    for (const decoder of openDecoders(codings, new Uint8Array([0x78]))) {
      stream = stream.pipeThrough(Duplex.toWeb(decoder))
    }
    return stream.getReader()
  }
}

/**
 * Reads one upstream chunk per pull, so it holds nothing beyond what the restorer holds. Ends when the upstream ends;
 * errors when it breaks; cancelling it aborts the upstream call.
 */
function restoredBody(
  open: () => ReadableStreamDefaultReader<Uint8Array>,
  restorer: BodyRestorer | null,
  upstream: AbortController,
  finish: (outcome: Outcome) => void,
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      try {
        reader ??= open()
        const bytes = await nextBytes(reader, restorer)
        if (bytes.done) finish('done')
        if (bytes.value.length > 0) controller.enqueue(ownBuffer(bytes.value))
        if (!bytes.done) return
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
      await reader?.cancel(reason).catch(() => undefined)
    },
  })
}

/** Reads until there is something to show: a chunk may restore to nothing yet. */
async function nextBytes(reader: ReadableStreamDefaultReader<Uint8Array>, restorer: BodyRestorer | null) {
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { done, value: restorer?.end() ?? new Uint8Array() }
    const bytes = restorer === null ? value : restorer.write(value)
    if (bytes.length > 0) return { done: false, value: bytes }
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
