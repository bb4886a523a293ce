/** The whole body of a request to the proxy, also where a body parser before us has read it. */
import type { IncomingMessage } from 'node:http'
import { GuardError } from '../errors.ts'

export interface InboundBody {
  readonly bytes: Uint8Array | null
  /** A parser has undone the content coding with the rest. */
  readonly isDecoded: boolean
}

export async function readInboundBody(req: IncomingMessage, parsed: unknown, limit: number): Promise<InboundBody> {
  if (req.readableDidRead) return { bytes: writeParsed(req, parsed), isDecoded: true }
  if (Number(req.headers['content-length'] ?? 0) > limit) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE', 'request')
  const bytes = await collect(req, limit)
  // A client that went away in the middle ends its stream too; half a body is not what it meant.
  if (!req.complete) throw new GuardError('ERR_GDPR_SCOPE_CLOSED')
  return { bytes, isDecoded: false }
}

/** By events: an iterator costs several turns of the event loop for what is usually one chunk. */
function collect(req: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let size = 0
    const onData = (chunk: Uint8Array) => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= limit) return
      req.off('data', onData)
      req.pause()
      reject(new GuardError('ERR_GDPR_BODY_TOO_LARGE', 'request'))
    }
    req.on('data', onData)
    req.once('end', () => resolve(chunks.length > 1 ? Buffer.concat(chunks, size) : (chunks[0] ?? null)))
    req.once('error', reject)
    req.once('close', () => {
      if (!req.complete) reject(new GuardError('ERR_GDPR_SCOPE_CLOSED'))
    })
  })
}

/** `express.json()`, `express.raw()` and their like leave the value; the bytes are gone. */
function writeParsed({ headers }: IncomingMessage, parsed: unknown): Uint8Array | null {
  if (Number(headers['content-length']) === 0) return null
  if (parsed instanceof Uint8Array) return parsed
  if (typeof parsed === 'string') return Buffer.from(parsed)
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(headers['content-type'] ?? '')
  if (isJson && parsed !== undefined) return Buffer.from(JSON.stringify(parsed))
  throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'the body was read before the proxy; mount it before body parsers')
}
