/** Amazon event streams as the AWS SDK itself writes and reads them: an independent judge of ours. */
import { EventStreamCodec } from '@smithy/eventstream-codec'

const codec = new EventStreamCodec(
  bytes => Buffer.from(bytes as Uint8Array).toString('utf8'),
  text => Buffer.from(text, 'utf8'),
)

export interface AwsEvent {
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string
}

export function awsFrame(headers: Readonly<Record<string, string>>, payload: string): Buffer {
  const values = Object.entries(headers).map(([name, value]) => [name, { type: 'string', value } as const])
  return Buffer.from(codec.encode({ headers: Object.fromEntries(values), body: Buffer.from(payload, 'utf8') }))
}

/** One event of a modelled stream. */
export function awsEvent(type: string, value: unknown): Buffer {
  const headers = { ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' }
  return awsFrame(headers, JSON.stringify(value))
}

export function awsException(type: string, value: unknown): Buffer {
  const headers = { ':exception-type': type, ':content-type': 'application/json', ':message-type': 'exception' }
  return awsFrame(headers, JSON.stringify(value))
}

/** A model's own event, as InvokeModelWithResponseStream wraps it. */
export function awsChunk(value: unknown, padding = 'abcdef'): Buffer {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8').toString('base64')
  return awsEvent('chunk', { bytes, p: padding })
}

/** Every frame of a complete stream; throws at a wrong length or checksum. */
export function readAwsFrames(stream: Uint8Array): AwsEvent[] {
  const events: AwsEvent[] = []
  const bytes = Buffer.from(stream)
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    const { headers, body } = codec.decode(bytes.subarray(at, at + bytes.readUInt32BE(at)))
    const texts = Object.entries(headers).map(([name, { value }]) => [name, String(value)])
    events.push({ headers: Object.fromEntries(texts), payload: Buffer.from(body).toString('utf8') })
  }
  return events
}

/** The JSON inside each `chunk`, and of all other events. */
export function awsValues(stream: Uint8Array): unknown[] {
  return readAwsFrames(stream).map(({ payload }) => {
    const value = JSON.parse(payload) as { bytes?: string }
    return value.bytes === undefined ? value : JSON.parse(Buffer.from(value.bytes, 'base64').toString('utf8'))
  })
}
