/**
 * One URL in a text, followed character by character: where it begins, where it ends, to which host it leads.
 *
 * There are bare URLs in running text, and destinations: of Markdown links and images, and of HTML attributes that load
 * something. In a destination everything that is not plainly a path of the own site counts as foreign, since browsers
 * accept `https:evil.example`, `/\evil.example`, tabs and character references there
 * (https://url.spec.whatwg.org/#concept-basic-url-parser).
 */

export interface Run {
  /** A bare URL in running text, or the destination of a construct that makes a link or loads something. */
  readonly construct: boolean
  /** Waiting for the first character of a destination. */
  opening: boolean
  /** What ends the run, beside white space. */
  closer: string
  /** White space does not end it: quoted attributes, angle brackets. */
  spaced: boolean
  parentheses: number
  /** The first characters, enough to judge by. */
  head: string
  /** The last three characters. */
  tail: string
  hosts: string
  /** Being read now; null outside of an authority. */
  authority: string | null
}

/** Characters of a URL that are kept, enough for any host name. */
export const longestHead = 300
const longestHosts = 600

/** Characters before a URL that tell where it stands: the name of an attribute, a scheme. */
export const memory = 28

/** What a URL can begin with. */
export const starts = /:[\\/]{2}|\/\/|www\.|\]\(|=/gi

/** What ends the part of a URL that holds the host. */
export const authorityEnd = /[\s\u0000-\u001f/?#\\"'<>`)|,]/

const scheme = /[a-z][a-z0-9+.-]{0,15}$/i
const webScheme = /(?:https?|ftp|wss?)$/i
const urlAttribute = /(?:^|[^a-z])(?:src|href|srcset|imagesrcset|poster|formaction|ping)\s*$/i
const expectsUrl = /(?:[(<"'=;,]|\]:)\s*$/
const absoluteHead = /^(?:[a-z][a-z0-9+.-]{0,15}:)?[\\/]{2}$/i
const harmlessScheme = /^(?:mailto|tel|sms):/i
const plainPath = /^(?:[\w.~\u00a0-\uffff-]*|\/)(?:[/?#][ \w.~\-/?#=&@+,%;:!$*'()[\]{}\u00a0-\uffff]*)?$/

/** A bare URL between two of these ends with the second. Parentheses are not among them: linkifiers read past those. */
const closers: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '<': '>', '|': '|' }

/** The URL that begins with `start` at this position of a text; null where none does. */
export function runFrom(text: string, at: number, start: string): Run | null {
  const before = text.slice(Math.max(0, at - memory), at)
  if (start === '](') return destination(')')
  if (start === '=') return urlAttribute.test(before) ? destination('') : null
  if (start.startsWith(':')) {
    const name = (start === '://' ? scheme : webScheme).exec(before)?.[0]
    return name === undefined ? null : bare(before.slice(0, before.length - name.length), `${name}://`, '')
  }
  if (start === '//') return expectsUrl.test(before) ? bare(before, '//', '') : null
  return /\w$/.test(before) ? null : bare(before, start, start)
}

function destination(closer: string): Run {
  const position = { head: '', tail: '', hosts: '', authority: null, parentheses: 0 }
  return { ...position, construct: true, opening: true, closer, spaced: false }
}

function bare(before: string, head: string, authority: string): Run {
  const quote = before.trimEnd().slice(-1)
  const closer = closers[quote] ?? ''
  // In `src="…"` and `url('…')` the quote ends the URL, white space does not.
  const spaced = (quote === '"' || quote === "'") && /[=(]\s*$/.test(before.trimEnd().slice(0, -1))
  return { construct: false, opening: false, closer, spaced, parentheses: 0, head, tail: '', hosts: '', authority }
}

/** Takes white space, a quote or an angle bracket before a destination; false for its first character. */
export function opens(run: Run, character: string): boolean {
  if (character <= ' ') return true
  run.opening = false
  const angled = run.closer === ')' && character === '<'
  const quoted = run.closer === '' && (character === '"' || character === "'")
  if (!angled && !quoted) return false
  run.closer = angled ? '>' : character
  run.spaced = true
  return true
}

/** Is the URL over before this character? */
export function ends(run: Run, character: string): boolean {
  if (run.closer === ')') {
    if (character === '(' && run.tail.slice(-1) !== '\\') run.parentheses++
    if (character === ')' && run.tail.slice(-1) !== '\\') return run.parentheses-- === 0
  } else if (character === run.closer) {
    return true
  }
  if (run.spaced) return run.closer === '>' && character === '\n'
  if (character <= ' ' || character === '\u3000') return true
  // An expression of a program follows an attribute: `href={user.url}`.
  if (run.construct && run.closer === '') return character === '>' || (run.head === '' && character === '{')
  return !run.construct && character === '<'
}

/** Takes the next character of the URL. */
export function track(run: Run, character: string): void {
  if (run.head.length < longestHead) run.head += character
  run.tail = (run.tail + character).slice(-3)
  if (run.authority === null) trackPath(run, character)
  else trackAuthority(run, run.authority, character)
}

function trackPath(run: Run, character: string): void {
  if (character !== '/' && character !== '\\') return
  const begins = run.construct && absoluteHead.test(run.head)
  // A list of URLs in one attribute: each of its hosts counts.
  const another = run.spaced && /(?::|\s)[\\/]{2}$/.test(run.tail)
  if (begins || another) run.authority = ''
}

function trackAuthority(run: Run, authority: string, character: string): void {
  if (authority === '' && (character === '/' || character === '\\')) return
  if (!authorityEnd.test(character)) {
    run.authority = authority.length < longestHead ? authority + character : authority
    return
  }
  run.hosts = withHost(run.hosts, authority)
  run.authority = null
}

/** The host of an authority, added to those before. */
export function withHost(hosts: string, authority: string): string {
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '')
    .toLowerCase()
  return hosts.length > longestHosts ? hosts : `${hosts} ${host}`
}

/** A path, a query or a fragment of the page's own origin, or an address of mail or telephone. */
export function isHarmless(head: string): boolean {
  return harmlessScheme.test(head) || isPlainPath(head)
}

function isPlainPath(head: string): boolean {
  return plainPath.test(head) && !head.startsWith('//') && !head.startsWith('[')
}
