/** Text in base64, told from files that are no text. */
import { fileKind } from './file-kind.ts'

/** Keeps a byte order mark: what is written back must be what came. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const base64Shape = /^[A-Za-z0-9+/_-]*={0,2}$/

/** `null` where the string is no base64, or its bytes are no text in UTF-8. */
export function readBase64Text(base64: string): string | null {
  if (!base64Shape.test(base64)) return null
  const bytes = Buffer.from(base64, 'base64')
  return fileKind('', bytes) === 'media' ? null : utf8.decode(bytes)
}
