/** Content encodings and text encodings of bodies (RFC 9110 section 8.4). What cannot be decoded is refused. */
import { isAscii } from 'node:buffer'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib'
import { GuardError } from '../errors.ts'
import type { ContentCoding } from '../types.ts'

const decoders = {
  br: promisify<Uint8Array, ZlibOptions, Uint8Array>(brotliDecompress),
  deflate: promisify<Uint8Array, ZlibOptions, Uint8Array>(inflate),
  // Some clients send deflate without the zlib frame that RFC 9110 section 8.4.1.2 asks for.
  rawDeflate: promisify<Uint8Array, ZlibOptions, Uint8Array>(inflateRaw),
  gzip: promisify<Uint8Array, ZlibOptions, Uint8Array>(gunzip),
}

/** More codings than this on one body serve nobody but an attacker. */
const mostCodings = 3

/**
 * What a `content-encoding` field lists, in the order in which it was applied; `null` where one of them is unknown.
 * `identity` says nothing and is left out.
 */
export function parseContentCodings(field: string | null): readonly ContentCoding[] | null {
  if (field === null) return []
  const names = field
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => name !== '' && name !== 'identity')
  if (names.length > mostCodings) return null
  const codings: ContentCoding[] = []
  for (const name of names) {
    if (name === 'gzip' || name === 'x-gzip') codings.push('gzip')
    else if (name === 'br' || name === 'deflate' || name === 'zstd') codings.push(name)
    else return null
  }
  return codings
}

/**
 * Undoes codings, the last one first. Never makes more than `limit` bytes in any step (ERR_GDPR_BODY_TOO_LARGE), so a
 * small body cannot become a large one. Broken data is ERR_GDPR_BODY_UNREADABLE.
 */
export async function decodeBody(
  bytes: Uint8Array,
  codings: readonly ContentCoding[],
  limit: number,
): Promise<Uint8Array> {
  let decoded = bytes
  for (const coding of codings.toReversed()) decoded = await decodeOnce(decoded, coding, limit)
  if (decoded.length > limit) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
  return decoded
}

async function decodeOnce(bytes: Uint8Array, coding: ContentCoding, limit: number): Promise<Uint8Array> {
  // zstd came with Node 22.15; the oldest Node supported here has none.
  if (coding === 'zstd') throw new GuardError('ERR_GDPR_ENCODING_UNSUPPORTED', 'zstd')
  const decoder = coding === 'deflate' && !hasZlibFrame(bytes) ? 'rawDeflate' : coding
  try {
    return await decoders[decoder](bytes, { maxOutputLength: limit })
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new GuardError(tooLarge ? 'ERR_GDPR_BODY_TOO_LARGE' : 'ERR_GDPR_BODY_UNREADABLE', `${coding} data`)
  }
}

/** RFC 1950 section 2.2: method 8, and the first two bytes are a multiple of 31. */
function hasZlibFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** A body as text: UTF-8 only, a byte order mark is dropped. Anything else is ERR_GDPR_BODY_UNREADABLE. */
export function readText(bytes: Uint8Array): string {
  // Several times as fast as the decoder, and most bodies are nothing else.
  if (isAscii(bytes)) return latin1Of(bytes)
  try {
    return strictUtf8.decode(bytes)
  } catch {
    throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'not UTF-8')
  }
}

/** Bytes of ASCII as text. */
export function latin1Of(bytes: Uint8Array): string {
  // A second view costs a short text as much as reading it does.
  const view = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.toString('latin1')
}
