/** An answer on its way back: which headers stay true, what has to be decoded, and who puts the values back. */
import { GuardError } from '../errors.ts'
import type { Limits } from '../options.ts'
import type { AnswerPlan, BodyRestorer, HeaderPairs, TextRestorer } from '../types.ts'
import { createAnswerRewriter, parseContentCodings, parseContentType, type WireFormat } from '../wire/index.ts'
import { headerOf } from './identifiers.ts'

export interface InboundTools {
  readonly format: WireFormat
  readonly restorer: TextRestorer
  readonly limits: Limits
  /** Called with each text the provider signed, as the provider wrote it. */
  readonly onSigned: (signature: string, text: string, shown: string | null) => void
  /** The request as it left: answers cite its documents by positions. */
  readonly sent: Uint8Array | null
}

export function planAnswer(method: string, status: number, headers: HeaderPairs, tools: InboundTools): AnswerPlan {
  const type = parseContentType(headerOf(headers, 'content-type'))
  if (hasNoBody(method, status, headers) || isMedia(type.essence)) return { status, headers, decode: [], body: null }
  const codings = parseContentCodings(headerOf(headers, 'content-encoding'))
  if (codings === null) throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE', 'a content encoding that is not known')
  return {
    status,
    headers: headers.filter(([name]) => !bodyHeaders.has(name.toLowerCase())),
    decode: codings.toReversed(),
    body: createAnswerRewriter(
      tools.format,
      type.essence,
      tools.restorer,
      tools.limits,
      tools.onSigned,
      () => tools.sent,
    ),
  }
}

/** They describe bytes that change. Trailers and digests of the old body would be wrong too (RFC 9530). */
const bodyHeaders = new Set([
  'content-length',
  'content-encoding',
  'content-digest',
  'repr-digest',
  'content-md5',
  'etag',
])

/** RFC 9110 section 6.4.1: no body after HEAD, nor in 204 and 304. `content-length: 0` is kept: clients act on it. */
function hasNoBody(method: string, status: number, headers: HeaderPairs): boolean {
  return method === 'HEAD' || status === 204 || status === 304 || headerOf(headers, 'content-length') === '0'
}

/** Speech and pictures hold no placeholders that could be put back. */
function isMedia(essence: string): boolean {
  return /^(?:audio|image|video|font)\//.test(essence)
}

/** Counts bytes and time around a restorer. */
export function meter(
  body: BodyRestorer,
  now: () => number,
  onWork: (bytes: number, milliseconds: number) => void,
): BodyRestorer {
  return new Meter(body, now, onWork)
}

class Meter implements BodyRestorer {
  readonly #body: BodyRestorer
  readonly #now: () => number
  readonly #onWork: (bytes: number, milliseconds: number) => void

  constructor(body: BodyRestorer, now: () => number, onWork: (bytes: number, milliseconds: number) => void) {
    this.#body = body
    this.#now = now
    this.#onWork = onWork
  }

  write(chunk: Uint8Array): Uint8Array {
    const start = this.#now()
    const result = this.#body.write(chunk)
    this.#onWork(chunk.length, this.#now() - start)
    return result
  }

  end(): Uint8Array {
    const start = this.#now()
    const result = this.#body.end()
    this.#onWork(0, this.#now() - start)
    return result
  }
}
