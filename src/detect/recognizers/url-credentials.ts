/** User and password in the authority of a URL: RFC 3986 section 3.2.1, as in connection strings of databases. */
import { isDigit, isWord } from '../characters.ts'
import { type BuiltInRecognizer, type Findings, onText } from '../recognizer.ts'
import { CERTAIN, CHECKED } from '../scores.ts'
import { isPlaceholder } from '../secret-values.ts'
import type { View } from '../view.ts'

const longestUserinfo = 300
/** Users that name a service, not a person. */
const services = new Set(['git', 'hg', 'svn', 'ssh', 'user', 'username', 'anonymous', 'oauth2', 'x-access-token'])

export const urlCredentials: BuiltInRecognizer = {
  name: 'url-credentials',
  source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  types: ['SECRET', 'USERNAME'],
  anchors: [onText('://', findCredentials)],
  isEmbedded: true,
  examples: {
    match: [
      'postgres://«ledger_rw»:«hK4!bn-Wp83s»@db.intranet:5432/ledger',
      'redis://:«w8tkLPRMCV»@queue:6379/2',
      'mongodb+srv://«jo»:«p%40ss-88»@cluster0.example/shop?retryWrites=true',
      "mysql://«jo»:«p@ss/w0rd»@db01:3306/crm'",
      'ftp://«jo.doe»@files.example/home',
    ],
    miss: [
      'ssh://git@host.example/owner/name.git',
      'https://host.example:8443/path@2x and https://site.example/@handle',
      'postgres://user:password@localhost/db',
      'amqp://<user>:<password>@host, https://$USER:$PASS@host',
      'see https://site.example?mail=1 @ home',
    ],
  },
}

function findCredentials(view: View, _at: number, start: number, findings: Findings): void {
  if (!mayHoldCredentials(view, start)) return
  const piece = view.text.slice(start, start + longestUserinfo)
  const blank = piece.search(/[\s"'`<>]/)
  const at = authorityAt(blank < 0 ? piece : piece.slice(0, blank))
  if (at < 0) return
  const colon = piece.slice(0, at).indexOf(':')
  const userEnd = colon < 0 ? at : colon
  const user = piece.slice(0, userEnd)
  if (user !== '' && !services.has(user) && !isPlaceholder(user))
    findings.add(start, start + userEnd, 'USERNAME', CHECKED)
  const password = piece.slice(userEnd + 1, at)
  if (colon >= 0 && password !== '' && !isPlaceholder(password))
    findings.add(start + userEnd + 1, start + at, 'SECRET', CERTAIN)
}

/** Most URLs have neither `@` nor a colon before their first slash, or a port behind it. */
function mayHoldCredentials(view: View, start: number): boolean {
  let digits = -1
  for (let at = start; at < start + longestUserinfo; at++) {
    const unit = view.unit(at)
    if (unit === 0x40) return true
    if (unit === 0x2f || unit === 0x3f || unit === 0x23 || isBorder(unit) || at >= view.length) return false
    if (unit === 0x3a && digits < 0) digits = 0
    else if (digits >= 0 && (!isDigit(unit) || ++digits > mostPortDigits)) return true
  }
  return digits >= 0
}

const mostPortDigits = 5

/** Blanks, quotes and angles end a URL. */
function isBorder(unit: number): boolean {
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) return true
  return unit === 0x22 || unit === 0x27 || unit === 0x3c || unit === 0x3e || unit === 0x60
}

/** The `@` that closes user and password; -1 where the authority has none. A password may hold `/` and `@` unescaped. */
function authorityAt(piece: string): number {
  const slash = piece.search(/[/?#]/)
  const authority = slash < 0 ? piece : piece.slice(0, slash)
  const inAuthority = authority.lastIndexOf('@')
  const colon = authority.indexOf(':')
  // `host:8443/path@x` has a port, not a password.
  if (colon < 0 || /^:\d{0,5}$/.test(authority.slice(colon))) return inAuthority
  const last = piece.lastIndexOf('@')
  return last > inAuthority && isWord(piece.charCodeAt(last + 1)) ? last : inAuthority
}
