/** JSON in base64 that holds an e-mail address, a password or a token: what is read decides, what is encoded is taken as a whole. */
import { isWord } from './characters.ts'
import { matchAt } from './patterns.ts'
import type { View } from './view.ts'

export const encoded = /[A-Za-z0-9+/]{8,4000}={0,2}/y
const holdsSecret = /@[\w-]+\.\w{2}|"(?:password|passwd|pwd|token|secret|api_?key|email|auth|phone|iban|ssn)"\s{0,2}:/i

/** End of such JSON; -1 where none begins. `{"` in base64 begins with `eyJ`, `{ ` and `{\n` with `ewo` and `eyA`. */
export function encodedJsonEnd(view: View, start: number): number {
  if (view.unit(start) !== 0x65 || !/^e(?:yJ|wo|yA|w0)/.test(view.text.slice(start, start + 3))) return -1
  const before = view.unit(start - 1)
  if (isWord(before) || before === 0x2b || before === 0x2f || before === 0x2d || before === 0x2e) return -1
  const stop = matchAt(view, encoded, start)
  if (stop < start + 24 || (view.unit(stop) === 0x2e && isWord(view.unit(stop + 1)))) return -1
  const text = decoded(view.text.slice(start, stop))
  return text !== null && holdsSecret.test(text) ? stop : -1
}

/** What base64 says, if that is text. */
export function decoded(written: string): string | null {
  const plain = written.replace(/=+$/, '')
  if (plain.length % 4 === 1) return null
  const text = atob(plain)
  return /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(text) ? text : null
}
