/**
 * Follows a text and knows at each position whether it is inside a URL, and to which host that URL leads. A placeholder in
 * the URL of an image or a link would carry the value to that host as soon as the answer is shown, so it is put back only
 * where the same placeholder stood in a URL of the same host in the request.
 *
 * Followed are absolute URLs (`https://…`, `www.…`), protocol-relative ones where a URL is expected, Markdown destinations
 * and HTML attributes that hold URLs. In the last two everything that is not plainly a relative path counts as foreign,
 * since browsers accept `https:evil.example`, `/\evil.example`, tabs and character references there
 * (https://url.spec.whatwg.org/#concept-basic-url-parser).
 *
 * Text may come in any pieces. What is kept between pieces is bounded.
 */
import type { EscapeLevel } from '../types.ts'
import { JsonUnescaper, stringEnd } from './json-view.ts'

/** A position inside a URL: its key is compared with those of the request; no key compares equal to another's by chance. */
export interface UrlPlace {
  readonly key: string
}

interface Run {
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

const longestHead = 300
const longestHosts = 600
/** `\\u0041`, in JSON within JSON. */
const longestEscape = 7
/** Characters before a piece that may belong to the start of a URL: an attribute name, a scheme. */
const memory = 28
/** How much text may wait before it is followed. */
const longestPending = 4_096

const starts = /:[\\/]{2}|\/\/|www\.|\]\(|=/gi
const scheme = /[a-z][a-z0-9+.-]{0,15}$/i
const webScheme = /(?:https?|ftp|wss?)$/i
const urlAttribute = /(?:^|[^a-z])(?:src|href|srcset|imagesrcset|poster|formaction|ping)\s*$/i
const expectsUrl = /(?:[(<"'=;,]|\]:)\s*$/
const absoluteHead = /^(?:[a-z][a-z0-9+.-]{0,15}:)?[\\/]{2}$/i
const harmlessScheme = /^(?:mailto|tel|sms):/i
const plainPath = /^(?:[\w.~\u00a0-\uffff-]*|\/)(?:[/?#][ \w.~\-/?#=&@+,%;:!$*'()[\]{}\u00a0-\uffff]*)?$/
const authorityEnd = /[\s\u0000-\u001f/?#\\"'<>`)|,]/
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '(': ')',
  '<': '>',
  '|': '|',
  '*': '*',
}

/** A quick look that saves following a text in which no URL begins. */
export function mayHoldUrl(text: string): boolean {
  starts.lastIndex = 0
  return starts.test(text)
}

export class UrlGuard {
  readonly #level: EscapeLevel
  readonly #constructsOnly: boolean
  readonly #unescaper: JsonUnescaper | null
  #recent = ''
  #pending = ''
  #run: Run | null = null

  /** `constructsOnly`: bare URLs are not guarded (arguments of tools, which are the application's own business). */
  constructor(level: EscapeLevel, constructsOnly = level > 0) {
    this.#level = level
    this.#constructsOnly = constructsOnly
    this.#unescaper = level === 0 ? null : new JsonUnescaper(level)
  }

  /** The next piece of the text, before anything is put back. */
  feed(piece: string): void {
    this.#pending += piece
    if (this.#pending.length > longestPending) this.#catchUp()
  }

  /** Is the next character inside any URL, guarded or not? */
  get insideUrl(): boolean {
    this.#catchUp()
    return this.#run !== null
  }

  /**
   * Where a placeholder stands that comes next; `text` after `end` follows it. Null: not in a guarded URL, or it is the URL
   * itself. `more`: the rest of the host name has not come yet.
   */
  placeOf(placeholder: string, text: string, end: number, final: boolean): UrlPlace | 'more' | null {
    this.#catchUp()
    const run = this.#run
    if (run === null || (this.#constructsOnly && !run.construct)) return null
    if (run.authority !== null) return this.#placeInAuthority(run, run.authority + placeholder, text, end, final)
    if (run.hosts !== '') return { key: run.hosts }
    if (run.head === '' || harmlessScheme.test(run.head) || isPlainPath(run.head)) return null
    return { key: `?${run.head}` }
  }

  /** What follows in the authority decides about the host: `https://[USERNAME_1].evil.example`. */
  #placeInAuthority(run: Run, before: string, text: string, end: number, final: boolean): UrlPlace | 'more' {
    const raw = text.slice(end, end + longestHead * longestEscape)
    const view = this.#level === 0 ? raw : new JsonUnescaper(this.#level).read(raw)
    const rest = view.slice(0, longestHead)
    const stop = rest.search(authorityEnd)
    if (stop >= 0) return { key: withHost(run.hosts, before + rest.slice(0, stop)) }
    if (end + raw.length < text.length || rest.length === longestHead) return { key: `endless${run.hosts}` }
    return final ? { key: withHost(run.hosts, before + rest) } : 'more'
  }

  #catchUp(): void {
    if (this.#pending === '') return
    const piece = this.#unescaper === null ? this.#pending : this.#unescaper.read(this.#pending)
    const text = this.#recent + piece
    let position = this.#recent.length
    while (position < text.length) {
      position = this.#run === null ? this.#seek(text, position) : this.#follow(this.#run, text, position)
    }
    this.#pending = ''
    this.#recent = text.slice(-memory)
  }

  /** Looks for the start of a URL that is complete only after `from`; gives the position to go on from. */
  #seek(text: string, from: number): number {
    starts.lastIndex = Math.max(0, from - 3)
    for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
      const end = match.index + match[0].length
      if (end <= from) continue
      this.#run = runFrom(text, match.index, match[0])
      if (this.#run !== null) return end
    }
    return text.length
  }

  /** Reads on to the end of the run or of the text. */
  #follow(run: Run, text: string, from: number): number {
    for (let position = from; position < text.length; position++) {
      const character = text.charAt(position)
      if (run.opening && opens(run, character)) continue
      if ((this.#level > 0 && character === stringEnd) || ends(run, character)) {
        this.#run = null
        return position
      }
      track(run, character)
    }
    return text.length
  }
}

function runFrom(text: string, at: number, start: string): Run | null {
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

/** White space, a quote or an angle bracket before a destination. */
function opens(run: Run, character: string): boolean {
  if (character !== stringEnd && character <= ' ') return true
  run.opening = false
  const angled = run.closer === ')' && character === '<'
  const quoted = run.closer === '' && (character === '"' || character === "'")
  if (!angled && !quoted) return false
  run.closer = angled ? '>' : character
  run.spaced = true
  return true
}

function ends(run: Run, character: string): boolean {
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

function track(run: Run, character: string): void {
  if (run.head.length < longestHead) run.head += character
  run.tail = (run.tail + character).slice(-3)
  if (run.authority === null) trackPath(run, character)
  else trackAuthority(run, run.authority, character)
}

function trackPath(run: Run, character: string): void {
  if (character !== '/' && character !== '\\') return
  const begins = run.construct && run.hosts === '' && absoluteHead.test(run.head)
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
function withHost(hosts: string, authority: string): string {
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '')
    .toLowerCase()
  return hosts.length > longestHosts ? hosts : `${hosts} ${host}`
}

/** A path, a query or a fragment of the page's own origin. */
function isPlainPath(head: string): boolean {
  return plainPath.test(head) && !head.startsWith('//') && !head.startsWith('[')
}
