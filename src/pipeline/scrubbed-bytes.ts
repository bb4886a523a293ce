import type { ScrubbedBytes } from '../types.ts'
import type { JsonDocument } from '../wire/index.ts'

/** For text whose every part went through scrubbing. */
export function bytesOf(text: string): ScrubbedBytes {
  return Buffer.from(text, 'utf8') as Uint8Array as ScrubbedBytes
}

/** For a document whose every leaf went through scrubbing. */
export function bytesOfDocument(document: JsonDocument): ScrubbedBytes {
  return document.toBytes() as ScrubbedBytes
}
