/** zstd came with Node 22.15; where Node lacks it, the bytes of a frame that stores its content as it is. */
import * as zlib from 'node:zlib'

export { gzipSync } from 'node:zlib'

export function zstdCompressSync(text: string | Uint8Array): Uint8Array {
  const compress: unknown = Reflect.get(zlib, 'zstdCompressSync')
  if (typeof compress === 'function') return compress(text)
  const content = Buffer.from(text)
  // RFC 8878, section 3.1.1: magic number, a frame of one segment with its size in a byte, one last raw block.
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, content.length, 0, 0, 0])
  frame.writeUIntLE((content.length << 3) | 1, 6, 3)
  return Buffer.concat([frame, content])
}
