/** Puts values back: one pass, whole tokens, only placeholders of the book, never looking at what was inserted. */
import type { EscapeLevel, RestoreLog } from '../types.ts'
import { AnchorSearch } from './anchors.ts'
import { readBare, unfinishedWord } from './bare.ts'
import type { Entry, PlaceholderBook } from './book.ts'
import { readBracketed } from './bracketed.ts'
import { startOfBackslashes } from './brackets.ts'
import { escapeForLevel } from './escape.ts'
import type { RestoreTally } from './tally.ts'
import type { Reader, Token } from './token.ts'
import type { UrlGuard } from './url-guard.ts'

/** What restoring one text needs beside the text. */
export interface RestoreContext {
  readonly book: PlaceholderBook
  readonly tally: RestoreTally
  readonly guard: UrlGuard
  readonly level: EscapeLevel
  readonly log?: RestoreLog | undefined
  /** How a value is written in prose, where the request had it in another form. Default: as the request had it. */
  readonly shown?: ShownValue | undefined
}

export type ShownValue = (source: string, type: string) => string

export interface Restored {
  readonly output: string
  /** How far the text has been dealt with; what follows may still become a placeholder. */
  readonly rest: number
}

/** Restores `text` from `from` on; what is before is only looked at. Unless `final`, an unfinished end is left over. */
export function restoreFrom(text: string, from: number, final: boolean, context: RestoreContext): Restored {
  const { book, guard, level, log } = context
  const reader: Reader = { level, final, mayBecome: squeezed => book.mayBecome(squeezed) }
  const anchors = new AnchorSearch(text, from)
  let output = ''
  let copied = from
  let fed = from
  let rest: number | null = null
  for (let at = anchors.next(from); at < text.length; at = anchors.next(Math.max(at + 1, copied))) {
    const token = anchors.isBare(at) ? readBare(text, at, copied, reader) : readBracketed(text, at, copied, reader)
    if (token === null) continue
    if ('pendingFrom' in token) {
      rest = token.pendingFrom
      break
    }
    const entry = book.find(token.key, token.number)
    if (entry === undefined) continue
    const place = placeOf(token, entry, text)
    guard.feed(text.slice(fed, place.start))
    fed = place.start
    const value = final || !isOpen(place, entry, text) ? valueFor(place, entry, text, final, context) : 'more'
    if (value === 'more') {
      rest = place.start
      break
    }
    output += text.slice(copied, place.start) + (value ?? text.slice(place.start, place.end))
    if (log !== undefined) logPlace(log, text, copied, place, value)
    copied = place.end
  }
  rest ??= final ? text.length : unfinishedFrom(text, copied, reader)
  if (!final) guard.feed(text.slice(fed, rest))
  log?.kept(text.slice(copied, rest))
  return { output: output + text.slice(copied, rest), rest }
}

function logPlace(log: RestoreLog, text: string, from: number, { start, end }: Place, value: string | null): void {
  log.kept(text.slice(from, start))
  if (value === null) log.kept(text.slice(start, end))
  else log.replaced(text.slice(start, end), value)
}

/** What is replaced, and how the value is written there. */
interface Place {
  readonly start: number
  readonly end: number
  /** One pair of plain square brackets, which may turn out to be those of a Markdown link. */
  readonly bracketed: boolean
  readonly encoded: boolean
}

function placeOf(token: Token, entry: Entry, text: string): Place {
  const { innerStart, innerEnd } = token
  const encoded = text.charAt(innerStart) === '%'
  // Where a bracket beside the placeholder was the request's own, only the exact placeholder is taken.
  const isExact = innerEnd - innerStart === entry.placeholder.length && text.startsWith(entry.placeholder, innerStart)
  const { start, end } = entry.framed && isExact ? { start: innerStart, end: innerEnd } : token
  const bracketed = text.charAt(innerStart) === '[' && text.charAt(innerEnd - 1) === ']' && end === innerEnd
  return { start, end, bracketed, encoded }
}

/** Does what comes next decide how the value is written? */
function isOpen({ end, bracketed }: Place, entry: Entry, text: string): boolean {
  return end === text.length && bracketed && !entry.called
}

/** The value as it goes into the text; null where it must not; `more` where the text does not tell yet. */
function valueFor(
  { end, bracketed, encoded }: Place,
  entry: Entry,
  text: string,
  final: boolean,
  { guard, level, tally, shown }: RestoreContext,
): string | 'more' | null {
  const url = guard.placeOf(entry.placeholder, text, end, final)
  if (url === 'more') return 'more'
  if (url !== null && entry.places?.has(url.key) !== true) return null
  tally.count(entry)
  const value = escapeForLevel(guard.insideUrl ? sourceInUrl(entry, encoded) : sourceInText(entry, shown), level)
  // `[EMAIL_1](mailto:[EMAIL_1])`: the model took the brackets of the placeholder for those of a link.
  return bracketed && text.charAt(end) === '(' && !entry.called ? `[${value}]` : value
}

function sourceInText({ source, type, literal }: Entry, shown: ShownValue | undefined): string {
  return shown === undefined || literal ? source : shown(source, type)
}

function sourceInUrl({ source }: Entry, encoded: boolean): string {
  return encoded ? encodeForUrl(source) : source
}

/** The model encoded what it took for text of the URL, so the value is encoded too, unless it was in the first place. */
function encodeForUrl(value: string): string {
  return /%[0-9a-f]{2}/i.test(value) ? value : encodeURIComponent(value.toWellFormed())
}

/** Where the end of the text may be the beginning of a placeholder without an anchor yet. */
function unfinishedFrom(text: string, floor: number, reader: Reader): number {
  return Math.min(unfinishedWord(text, floor, reader) ?? text.length, startOfBackslashes(text, text.length, floor))
}
