/** The content of a private key in textual encoding: RFC 7468, whole, cut off, or on one line with `\n` in it. */
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, onText } from '../recognizer.ts'
import { CERTAIN } from '../scores.ts'
import type { View } from '../view.ts'

const head = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y
/** Base64 with line ends, written or escaped, quote marks of mail, and header lines such as `Proc-Type: 4,ENCRYPTED`. */
const body = /(?:[A-Za-z0-9+/=\s\\>"'|:,-](?!-{4}END)){1,20000}/y

export const privateKey: BuiltInRecognizer = {
  name: 'private-key',
  source: 'https://www.rfc-editor.org/rfc/rfc7468#section-10',
  types: ['SECRET'],
  anchors: [onText('-----BEGIN', findKey)],
  isEmbedded: true,
  examples: {
    match: [
      `-----BEGIN RSA PRIVATE KEY-----\n«${'MIIabc12+/'.repeat(6)}\n${'x9Yz'.repeat(8)}==»\n-----END RSA PRIVATE KEY-----`,
      `"key": "-----BEGIN PRIVATE KEY-----\\n«${'MIIabc12+/'.repeat(4)}\\n${'x9Yz'.repeat(4)}»\\n-----END PRIVATE KEY-----\\n"`,
    ],
    miss: [
      `-----BEGIN CERTIFICATE-----\n${'MIIabc12+/'.repeat(6)}\n-----END CERTIFICATE-----`,
      '-----BEGIN\n---- PRIVATE KEY',
    ],
  },
}

function findKey(view: View, at: number, _end: number, findings: Findings): void {
  const headEnd = matchAt(view, head, at)
  if (headEnd < 0) return
  const bodyEnd = matchAt(view, body, headEnd)
  if (bodyEnd < 0) return
  const content = view.text.slice(headEnd, bodyEnd + 1)
  const lead = /^(?:\s|\\[nr]|[>"'|])+/.exec(content)?.[0].length ?? 0
  const trail = /(?:\s|\\[nr]|[>"'|\\-])+$/.exec(content)?.[0].length ?? 0
  findings.add(headEnd + lead, headEnd + content.length - trail, 'SECRET', CERTAIN)
}
