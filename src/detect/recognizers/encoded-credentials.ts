/** User and password of Basic authentication (RFC 7617) in base64 (RFC 4648), as files of configuration hold them. */
import { isWord } from '../characters.ts'
import { decoded, encoded } from '../encoded-json.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onWord } from '../recognizer.ts'
import { CHECKED } from '../scores.ts'
import type { View } from '../view.ts'

const authWords: LabelGroup = { name: 'ENCODED_AUTH', words: { '*': 'auth|basic|dockerconfigjson|basic auth|base64' } }

const between = /["']?\s{0,2}[:=]?\s{0,2}["']?/y
const pair = /^[\w.@+-]{2,64}:[\x20-\x7e]{4,100}$/

export const encodedCredentials: BuiltInRecognizer = {
  name: 'encoded-credentials',
  source: 'https://www.rfc-editor.org/rfc/rfc4648#section-4',
  types: ['SECRET'],
  anchors: [onWord(authWords, findPair)],
  isEmbedded: true,
  examples: {
    match: [
      `_auth=«${toBase64('kerro:otterflow77')}»`,
      `"auths": {"registry.example": {"auth": "«${toBase64('kerro:otterflow77')}»"}}`,
    ],
    miss: ['basic authentication is off, auth: required', `auth=${'0123456789abcdef'.repeat(2)}`],
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
