/**
 * Follows a text and knows at each position whether it is inside a URL, and to which host that URL leads. A placeholder in
 * the URL of an image or a link would carry the value to that host as soon as the answer is shown, so it is put back only
 * where the same placeholder stood in a URL of the same host in the request.
 *
 * Text may come in any pieces. What is kept between pieces is bounded.
 */
import type { EscapeLevel } from '../types.ts'
import { JsonUnescaper, stringEnd, viewOfPlain } from './json-view.ts'
import {
  authorityEnd,
  ends,
  isHarmless,
  longestHead,
  memory,
  opens,
  type Run,
  runFrom,
  starts,
  track,
  withHost,
} from './url-run.ts'

/** A position inside a URL. Its key is compared with those of the request. */
export interface UrlPlace {
  readonly key: string
}

/** `\\u0041`, in JSON within JSON. */
const longestEscape = 7
/** How much text may wait before it is followed. */
const longestPending = 4_096

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

  /** Passes over text before `to` that has not been fed and in which no URL begins; not while one is open. */
  skip(text: string, to: number): void {
    this.#recent = viewOfPlain(text.slice(Math.max(0, to - memory), to))
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
    if (run.head === '' || isHarmless(run.head)) return null
    return { key: `?${run.head}` }
  }

  /** What follows in the authority decides about the host: `https://[USERNAME_1].evil.example`. */
  #placeInAuthority(run: Run, before: string, text: string, end: number, final: boolean): UrlPlace | 'more' {
    const raw = text.slice(end, end + longestHead * longestEscape)
    const view = this.#level === 0 ? viewOfPlain(raw) : new JsonUnescaper(this.#level).read(raw)
    const rest = view.slice(0, longestHead)
    const stop = rest.search(authorityEnd)
    if (stop >= 0) return { key: withHost(run.hosts, before + rest.slice(0, stop)) }
    if (end + raw.length < text.length || rest.length === longestHead) return { key: `endless${run.hosts}` }
    return final ? { key: withHost(run.hosts, before + rest) } : 'more'
  }

  #catchUp(): void {
    if (this.#pending === '') return
    const piece = this.#unescaper?.read(this.#pending) ?? viewOfPlain(this.#pending)
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
      const stops = character === stringEnd
      if (!stops && run.opening && opens(run, character)) continue
      if (stops || ends(run, character)) {
        this.#run = null
        return position
      }
      track(run, character)
    }
    return text.length
  }
}
