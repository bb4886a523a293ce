/**
 * Credentials in base64 (RFC 4648): user and password of Basic authentication in configuration (RFC 7617), and JSON that holds an
 * e-mail address, a password or a token. Only what is read decides; what is encoded is taken as a whole.
 */
import { isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onRun, onWord } from '../recognizer.ts'
import { CHECKED } from '../scores.ts'
import type { View } from '../view.ts'

const authWords: LabelGroup = { name: 'ENCODED_AUTH', words: { '*': 'auth|basic|dockerconfigjson|basic auth|base64' } }

const encoded = /[A-Za-z0-9+/_-]{8,4000}={0,2}/y
const between = /["']?\s{0,2}[:=]?\s{0,2}["']?/y
const pair = /^[\w.@+-]{2,64}:[\x20-\x7e]{4,100}$/
const holdsSecret = /@[\w-]+\.\w{2}|"(?:password|passwd|pwd|token|secret|api_?key|email|auth|phone|iban|ssn)"\s{0,2}:/i

export const encodedCredentials: BuiltInRecognizer = {
  name: 'encoded-credentials',
  source: 'https://www.rfc-editor.org/rfc/rfc4648#section-4',
  types: ['SECRET'],
  anchors: [onWord(authWords, findPair), onRun(6, 256, findJson, { made: ['A9'] })],
  isEmbedded: true,
  examples: {
    match: [
      `_auth=«${toBase64('kerro:otterflow77')}»`,
      `"auths": {"registry.example": {"auth": "«${toBase64('kerro:otterflow77')}»"}}`,
      `payload «${toBase64('{"id":4,"email":"jo@mail.example","n":"x"}')}» sent`,
    ],
    miss: [
      `icon ${toBase64('{"version":3,"sources":["a.ts","b.ts"],"names":[]}')} end`,
      'basic authentication is off, auth: required',
      `auth=${'0123456789abcdef'.repeat(2)}`,
    ],
  },
}

/** For the examples: without secrets in the source. */
function toBase64(text: string): string {
  return btoa(text)
}

function findPair(view: View, _start: number, end: number, findings: Findings): void {
  const at = matchAt(view, between, end)
  if (at <= end) return
  const stop = matchAt(view, encoded, at)
  if (stop < 0 || isWord(view.unit(stop))) return
  const text = decoded(view.text.slice(at, Math.min(stop, at + 400)))
  if (text !== null && pair.test(text)) findings.add(at, stop, 'SECRET', CHECKED)
}

/** `{"` in base64 begins with `eyJ`, `{ ` and `{\n` with `ewo` and `eyA`. */
function findJson(view: View, start: number, _end: number, findings: Findings): void {
  if (view.unit(start) !== 0x65 || !/^e(?:yJ|wo|yA|w0)/.test(view.text.slice(start, start + 3))) return
  const before = view.unit(start - 1)
  if (isWord(before) || before === 0x2b || before === 0x2f || before === 0x2d || before === 0x2e || before === 0x5f)
    return
  const stop = matchAt(view, encoded, start)
  if (stop < start + 24 || view.unit(stop) === 0x2e) return
  const text = decoded(view.text.slice(start, stop))
  if (text !== null && holdsSecret.test(text)) findings.add(start, stop, 'SECRET', CHECKED)
}

/** What base64 of either alphabet says, if that is text. */
function decoded(written: string): string | null {
  const plain = written.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/')
  if (plain.length % 4 === 1) return null
  const text = atob(plain)
  return /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(text) ? text : null
}
