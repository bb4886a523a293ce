/** Streams that undo content codings. Truncated input is an error of the stream, never a clean end. */
import type { Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { GuardError } from '../errors.ts'
import type { ContentCoding } from '../types.ts'

// zstd came with Node 22.15; the types of Node 20 do not know it.
const openZstd: unknown = Reflect.get(zlib, 'createZstdDecompress')

/** Throws ERR_GDPR_ANSWER_UNREADABLE for a coding that this Node version lacks. */
export function assertDecodable(codings: readonly ContentCoding[]): void {
  if (codings.includes('zstd') && typeof openZstd !== 'function') {
    throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE', 'content encoding zstd on this Node version')
  }
}

/** One stream for each coding, in the order in which they are undone. */
export function openDecoders(codings: readonly ContentCoding[], firstChunk: Uint8Array): Transform[] {
  return codings.map((coding, index) => openDecoder(coding, index === 0 ? firstChunk : null))
}

// RFC 8878 sections 3.1.1 and 3.1.2 (a skippable frame may come first), RFC 1952 section 2.3.1.
const zstdFrame = /^(?:\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18)/
const gzipMember = /^\x1f\x8b/
export const longestMagic = 4

/**
 * Tells by its first bytes whether a body that came through `fetch` is as it was sent: undici learned zstd with 7.11, so
 * the header alone does not say who decodes it. Text begins with none of these bytes. Throws ERR_GDPR_ANSWER_UNREADABLE
 * where the outer coding has no mark to tell by.
 */
export function isStillEncoded(codings: readonly ContentCoding[], beginning: Uint8Array): boolean {
  const bytes = Buffer.from(beginning.subarray(0, longestMagic)).toString('latin1')
  if (bytes === '') return false
  if (codings[0] === 'zstd') return zstdFrame.test(bytes)
  if (codings[0] === 'gzip') return gzipMember.test(bytes)
  throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE', 'content encoding zstd under another one')
}

function openDecoder(coding: ContentCoding, firstChunk: Uint8Array | null): Transform {
  if (coding === 'gzip') return zlib.createGunzip()
  if (coding === 'br') return zlib.createBrotliDecompress()
  if (coding === 'zstd' && typeof openZstd === 'function') return openZstd()
  // Some servers send raw deflate data where RFC 9110 section 8.4.1.2 asks for the zlib format; browsers take both.
  return firstChunk === null || isZlibFormat(firstChunk) ? zlib.createInflate() : zlib.createInflateRaw()
}

function isZlibFormat(chunk: Uint8Array): boolean {
  return chunk[0] !== undefined && (chunk[0] & 0x0f) === 0x08
}
