/** Collects a request body up to the limit. Streams are read to their end here, before any of our own marks exist. */
import { GuardError } from '../errors.ts'

export interface CollectedBody {
  readonly bytes: Uint8Array | null
  /** The content type that belongs to the bytes, where the body itself determines it (FormData, Blob). */
  readonly contentType: string | null
}

/** Gathers pieces; refuses what grows over the limit. */
export class BodyCollector {
  readonly #limit: number
  #pieces: Uint8Array[] = []
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Throws ERR_GDPR_BODY_TOO_LARGE when the body has grown over the limit. */
  add(piece: Uint8Array): void {
    this.#size += piece.byteLength
    if (this.#size > this.#limit) {
      this.#pieces = []
      throw new GuardError('ERR_GDPR_BODY_TOO_LARGE', 'request')
    }
    if (piece.byteLength > 0) this.#pieces.push(piece)
  }

  take(): Uint8Array | null {
    const pieces = this.#pieces
    this.#pieces = []
    if (pieces.length === 0) return null
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, this.#size)
  }
}

/** Every form of body that undici and fetch accept. The source is cancelled when the limit is passed. */
export async function collectBody(body: unknown, limit: number): Promise<CollectedBody> {
  const collector = new BodyCollector(limit)
  if (body === null || body === undefined) return { bytes: null, contentType: null }
  const whole = asBytes(body)
  if (whole !== null) {
    collector.add(whole)
    return { bytes: collector.take(), contentType: null }
  }
  if (isBlob(body) && body.size > limit) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE', 'request')
  if (isIterable(body) && !isFormData(body)) {
    await collectPieces(body, collector)
    return { bytes: collector.take(), contentType: null }
  }
  return collectEncoded(body, collector)
}

/** FormData and Blob: only the platform knows how they are written down. */
async function collectEncoded(body: unknown, collector: BodyCollector): Promise<CollectedBody> {
  if (!(isFormData(body) || isBlob(body))) throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'request body object')
  const encoded = new Response(body)
  if (encoded.body !== null) await collectPieces(encoded.body, collector)
  return { bytes: collector.take(), contentType: encoded.headers.get('content-type') }
}

async function collectPieces(source: Iterable<unknown> | AsyncIterable<unknown>, collector: BodyCollector) {
  for await (const piece of source) {
    const bytes = asBytes(piece)
    if (bytes === null) throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'piece of a streamed request body')
    // A copy: the source may use its buffer again for the next piece.
    collector.add(typeof piece === 'string' ? bytes : new Uint8Array(bytes))
  }
}

export function asBytes(value: unknown): Uint8Array | null {
  if (typeof value === 'string') return Buffer.from(value)
  if (value instanceof Uint8Array) return value
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  return null
}

function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value)
}

// By name, not by class: the FormData and Blob of another undici copy are classes of their own.
function isFormData(value: unknown): value is FormData {
  return Object.prototype.toString.call(value) === '[object FormData]'
}

function isBlob(value: unknown): value is Blob {
  const name = Object.prototype.toString.call(value)
  return name === '[object Blob]' || name === '[object File]'
}
