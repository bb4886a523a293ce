import type { ScrubbedBytes } from '../types.ts'

/** For text whose every part went through scrubbing. */
export function bytesOf(text: string): ScrubbedBytes {
  return Buffer.from(text, 'utf8') as Uint8Array as ScrubbedBytes
}
