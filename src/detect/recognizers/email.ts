/** E-mail addresses, internationalised ones included: RFC 5321 section 4.1.2, RFC 6531 section 3.3. */
import { isDigit, isLetter, isWord } from '../characters.ts'
import { type BuiltInRecognizer, type Findings, onText } from '../recognizer.ts'
import { CERTAIN } from '../scores.ts'
import type { View } from '../view.ts'

const longestLocal = 64
const longestDomain = 253
const longestAuthority = 200

/** Ends of file names that look like a domain: `logo@2x.png`. */
const fileEndings = new Set([
  'avif',
  'css',
  'gif',
  'ico',
  'jpeg',
  'jpg',
  'js',
  'json',
  'jsx',
  'mjs',
  'png',
  'svg',
  'ts',
  'tsx',
  'webp',
])

export const email: BuiltInRecognizer = {
  name: 'email',
  source: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2',
  types: ['EMAIL'],
  anchors: [onText('@', findAddress, undefined, 'A9".=')],
  examples: {
    match: [
      'Write to «jo@firm.example» now.',
      'From: Jo Doe <«jo.doe+shop@mail.firm.example»>',
      'mailto:«jo_doe@firm.example»?subject=hi',
      '{"mail":"«o\'neil@firm.example»"}',
      "'«jo@firm.example»'",
      'adresse «zoë@müller.example», danke',
    ],
    miss: [
      'npm i react@18.2.0',
      'logo@2x.png',
      'import x from "@scope/name.js"',
      '@app.route("/")',
      'git@github.com:owner/name.git',
      'a @ b.c',
      'db://jo:pass@db.example/x',
    ],
  },
}

function findAddress(view: View, at: number, _end: number, findings: Findings): void {
  const end = domainEnd(view, at + 1)
  const start = end < 0 ? -1 : localStart(view, at)
  if (start < 0) return
  // `git@host:owner/name` names a service, not a person.
  if (view.unit(end) === 0x3a && view.text.slice(start, at) === 'git') return
  if (isInAuthority(view, start)) return
  findings.add(start, end, 'EMAIL', CERTAIN)
}

/** `scheme://user:password@host`: what looks like an address is the end of a password and a host. */
function isInAuthority(view: View, start: number): boolean {
  for (let at = start - 1; at > start - longestAuthority; at--) {
    const unit = view.unit(at)
    if (unit === 0x2f) return view.unit(at - 1) === 0x2f && view.unit(at - 2) === 0x3a
    if (unit <= 0x20 || unit === 0x22 || unit === 0x3f || unit === 0x3c || unit === 0x3e) return false
  }
  return false
}

/** Walks left over the local part; -1 where there is none. */
function localStart(view: View, at: number): number {
  if (view.unit(at - 1) === 0x22) return quotedStart(view, at - 1)
  let start = at
  while (start > at - longestLocal && isLocal(view, start - 1)) start--
  // Signs at the border are quotes, list marks and the like.
  while (start < at && !isWord(view.unit(start)) && view.unit(start) !== 0x5f) start++
  return start < at ? start : -1
}

/** `"jo doe"@firm.example`, RFC 5321 Quoted-string. */
function quotedStart(view: View, close: number): number {
  const open = view.text.lastIndexOf('"', close - 1)
  const content = view.text.slice(Math.max(open, close - longestLocal) + 1, close)
  return open >= close - longestLocal && open >= 0 && /^[\w .+-]+$/.test(content) ? open : -1
}

function isLocal(view: View, index: number): boolean {
  const unit = view.unit(index)
  if (isWord(unit)) return true
  switch (unit) {
    case 0x2e: // .
    case 0x5f: // _
    case 0x2d: // -
    case 0x2b: // +
    case 0x25: // %
      return true
    case 0x27: // ' inside a name only
      return isLetter(view.unit(index - 1)) && isLetter(view.unit(index + 1))
    default:
      return false
  }
}

/** Walks right over the labels of the domain; -1 where its last label is no top-level domain. */
function domainEnd(view: View, from: number): number {
  let end = from
  let lastDot = -1
  while (end < from + longestDomain) {
    const unit = view.unit(end)
    if (unit === 0x2e && isWord(view.unit(end + 1)) && end > from) lastDot = end
    else if (!isWord(unit) && !(unit === 0x2d && isWord(view.unit(end + 1)) && end > from)) break
    end++
  }
  if (lastDot < 0 || end - lastDot < 3) return -1
  const last = view.text.slice(lastDot + 1, end).toLowerCase()
  const isTopLevel = /^\p{L}+$/u.test(last) || last.startsWith('xn--')
  return isTopLevel && !fileEndings.has(last) && !isDigitsOnly(view, from, lastDot) ? end : -1
}

function isDigitsOnly(view: View, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigit(view.unit(at))) return false
  return true
}
