/**
 * What a file is, by its first bytes and, where those do not tell, by being text at all. Content types and names are
 * claims of the sender: a `File` without a type goes out as `application/octet-stream`, whatever is in it.
 */
import { isUtf8 } from 'node:buffer'

/** `lines`: one JSON value a line. `media`: nobody here can read it. */
export type FileKind = 'json' | 'lines' | 'media' | 'text'

/** Formats whose first bytes are plain characters although the rest is not text. */
const binaryStarts = ['%PDF-', '%!PS', 'PK\x03\x04', 'GIF8', 'RIFF', 'OggS', 'ID3', 'fLaC', '{\\rtf']

export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (!isText(bytes)) return 'media'
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'lines'
  const start = latin1(bytes.subarray(0, 65_536)).trimStart()
  if (start[0] !== '{' && start[0] !== '[') return 'text'
  // An object that ends on the first line with another one behind it: lines, whatever the file is called.
  return /^\{[^\n]*\}[ \t\r]*\n\s*\{/.test(start) ? 'lines' : 'json'
}

function isText(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, 16))
  if (binaryStarts.some(magic => start.startsWith(magic)) || bytes.includes(0) || !isUtf8(bytes)) return false
  return !encodedMail.test(latin1(bytes))
}

/** A saved mail whose parts are written in base64 or quoted-printable (RFC 2045 section 6). */
const encodedMail = /^content-transfer-encoding:[ \t]*(?:base64|quoted-printable)/im

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
