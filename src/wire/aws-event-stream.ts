/**
 * Amazon event streams (`application/vnd.amazon.eventstream`), read and written back frame by frame, whatever the cuts. A
 * frame, big-endian: length of all, length of the headers, CRC-32 of those eight bytes, headers, payload, CRC-32 of all
 * before it. A frame whose data does not change keeps its bytes. A wrong checksum, or an end inside a frame, is an error:
 * the AWS SDK refuses both too. Source: smithy.io, "Event Stream Specification" of `aws.protocols`.
 */
import { crc32 } from 'node:zlib'
import { GuardError } from '../errors.ts'
import type { BodyRestorer, TextRestorer } from '../types.ts'
import { BytesEvent, isBytesEvent } from './aws-event-bytes.ts'
import { readAwsHeaders, type StringHeaders } from './aws-event-headers.ts'
import type { Frame } from './event-queue.ts'
import type { EventRewriter } from './event-rewriter.ts'
import type { WireLimits } from './format.ts'

export const awsEventStream = 'application/vnd.amazon.eventstream'

const preludeLength = 12
const checksumLength = 4

/** Holds at most one frame, which `limits.bodyBytes` bounds. */
export class AwsEventStreamRewriter implements BodyRestorer {
  readonly #events: EventRewriter
  readonly #restorer: TextRestorer
  readonly #limits: WireLimits
  readonly #prelude = Buffer.alloc(preludeLength)
  /** The frame that is being filled, once its length is known. */
  #frame: Buffer | null = null
  #filled = 0

  constructor(events: EventRewriter, restorer: TextRestorer, limits: WireLimits) {
    this.#events = events
    this.#restorer = restorer
    this.#limits = limits
  }

  write(chunk: Uint8Array): Uint8Array {
    let shown = ''
    let at = 0
    while (at < chunk.length) {
      const target = this.#frame ?? this.#prelude
      const taken = Math.min(target.length - this.#filled, chunk.length - at)
      target.set(chunk.subarray(at, at + taken), this.#filled)
      this.#filled += taken
      at += taken
      if (this.#filled === target.length) shown += this.#filledUp()
    }
    return Buffer.from(shown, 'latin1')
  }

  end(): Uint8Array {
    if (this.#filled > 0) throw unreadable('an event stream that ends inside a frame')
    return Buffer.from(this.#events.end(), 'latin1')
  }

  #filledUp(): string {
    if (this.#frame === null) {
      this.#frame = this.#openFrame()
      if (this.#frame.length > preludeLength) return ''
    }
    const frame = this.#frame
    this.#frame = null
    this.#filled = 0
    return this.#events.take(readFrame(frame, this.#restorer, this.#limits))
  }

  #openFrame(): Buffer {
    const prelude = this.#prelude
    const length = prelude.readUInt32BE(0)
    const headers = prelude.readUInt32BE(4)
    if (crc32(prelude.subarray(0, 8)) !== prelude.readUInt32BE(8)) throw unreadable('the checksum of a frame')
    if (length < preludeLength + headers + checksumLength) throw unreadable('the length of a frame')
    if (length > this.#limits.bodyBytes) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
    const frame = Buffer.alloc(length)
    frame.set(prelude)
    return frame
  }
}

function readFrame(bytes: Buffer, restorer: TextRestorer, limits: WireLimits): Frame {
  const end = bytes.length - checksumLength
  if (crc32(bytes.subarray(0, end)) !== bytes.readUInt32BE(end)) throw unreadable('the checksum of a frame')
  const split = preludeLength + bytes.readUInt32BE(4)
  const headers = readAwsHeaders(bytes.subarray(preludeLength, split))
  if (headers === null) throw unreadable('the headers of a frame')
  const payload = bytes.toString('utf8', split, end)
  const frame = new AwsFrame(bytes, bytes.subarray(preludeLength, split), payload, headers, restorer)
  return isBytesEvent(frame) ? BytesEvent.open(frame, restorer, limits) : frame
}

/** Text in and out of it is the payload's; what it writes are bytes, as one latin1 unit each. */
class AwsFrame implements Frame {
  readonly name: string
  readonly data: string | null
  readonly #bytes: Buffer
  readonly #headers: Buffer
  readonly #payload: string
  readonly #isChanged: boolean

  constructor(bytes: Buffer, headers: Buffer, payload: string, strings: StringHeaders, restorer: TextRestorer) {
    this.name = strings.get(':event-type') ?? strings.get(':exception-type') ?? strings.get(':message-type') ?? ''
    this.data = payload === '' ? null : payload
    this.#bytes = bytes
    this.#payload = payload
    // An error outside the modelled ones has no payload: its message, which may quote the input, is a header.
    const restored = strings.restored(':error-message', text => restorer.whole(text, 0))
    this.#isChanged = restored !== null
    this.#headers = restored ?? headers
  }

  write(data: string | null): string {
    if (data === null && !this.#isChanged) return this.#bytes.toString('latin1')
    return writeFrame(this.#headers, Buffer.from(data ?? this.#payload, 'utf8')).toString('latin1')
  }
}

function writeFrame(headers: Buffer, payload: Buffer): Buffer {
  const length = preludeLength + headers.length + payload.length + checksumLength
  const frame = Buffer.alloc(length)
  frame.writeUInt32BE(length, 0)
  frame.writeUInt32BE(headers.length, 4)
  frame.writeUInt32BE(crc32(frame.subarray(0, 8)), 8)
  frame.set(headers, preludeLength)
  frame.set(payload, preludeLength + headers.length)
  frame.writeUInt32BE(crc32(frame.subarray(0, length - checksumLength)), length - checksumLength)
  return frame
}

function unreadable(place: string): GuardError {
  return new GuardError('ERR_GDPR_ANSWER_UNREADABLE', place)
}
