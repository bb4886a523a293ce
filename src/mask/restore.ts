/** Puts values back: one pass, whole tokens, only placeholders of the book, never looking at what was inserted. */
import type { EscapeLevel } from '../types.ts'
import { AnchorSearch } from './anchors.ts'
import { readBare, unfinishedWord } from './bare.ts'
import type { Entry, PlaceholderBook } from './book.ts'
import { readBracketed } from './bracketed.ts'
import { startOfBackslashes } from './brackets.ts'
import { escapeForLevel } from './escape.ts'
import type { RestoreTally } from './tally.ts'
import type { Reader, Token } from './token.ts'
import type { UrlGuard } from './url-guard.ts'

export interface RestoreContext {
  readonly book: PlaceholderBook
  readonly tally: RestoreTally
  readonly guard: UrlGuard
  readonly level: EscapeLevel
  /** Was this number written in the request, so that the model did not invent it? */
  wasSeen(key: string, number: number): boolean
}

export interface Restored {
  readonly output: string
  /** How far the text has been dealt with; what follows may still become a placeholder. */
  readonly rest: number
}

/** Restores `text` from `from` on; what is before is only looked at. Unless `final`, an unfinished end is left over. */
export function restoreFrom(text: string, from: number, final: boolean, context: RestoreContext): Restored {
  const { book, guard, level, tally } = context
  if (book.empty) {
    guard.feed(text.slice(from))
    return { output: text.slice(from), rest: text.length }
  }
  const reader: Reader = { level, final, mayBecome: squeezed => book.mayBecome(squeezed) }
  const anchors = new AnchorSearch(text, from)
  let output = ''
  let copied = from
  let fed = from
  let rest: number | null = null

  let counted = from

  for (let at = anchors.next(from); at < text.length; at = anchors.next(Math.max(at + 1, copied))) {
    const reading = anchors.isBare(at) ? readBare(text, at, copied, reader) : readBracketed(text, at, copied, reader)
    if (reading === null) continue
    if ('pendingFrom' in reading) {
      rest = reading.pendingFrom
      break
    }
    const entry = book.find(reading.key, reading.number)
    if (entry === undefined) {
      const isNew = reading.start >= counted && book.knowsType(reading.key)
      if (isNew) counted = reading.end
      if (isNew && !context.wasSeen(reading.key, reading.number)) tally.invented++
      continue
    }
    const { start, end } = extentOf(reading, entry, text)
    guard.feed(text.slice(fed, start))
    fed = start
    const encoded = text.charAt(reading.innerStart) === '%'
    const value = valueFor(entry, encoded, text, end, final, context)
    if (value === 'more') {
      rest = start
      break
    }
    output += text.slice(copied, start) + (value ?? text.slice(start, end))
    copied = end
  }
  rest ??= final ? text.length : unfinishedFrom(text, copied, reader)
  if (!final) guard.feed(text.slice(fed, rest))
  return { output: output + text.slice(copied, rest), rest }
}

/** Where a bracket next to the placeholder was the request's own, only the exact placeholder is taken. */
function extentOf(token: Token, entry: Entry, text: string): { start: number; end: number } {
  const { innerStart, innerEnd } = token
  const exact = innerEnd - innerStart === entry.placeholder.length && text.startsWith(entry.placeholder, innerStart)
  return entry.framed && exact ? { start: innerStart, end: innerEnd } : token
}

/** The value as it goes into the text; null where it must not. */
function valueFor(
  entry: Entry,
  encoded: boolean,
  text: string,
  end: number,
  final: boolean,
  { guard, level, tally }: RestoreContext,
): string | 'more' | null {
  const place = guard.placeOf(entry.placeholder, text, end, final)
  if (place === 'more') return 'more'
  if (place !== null && entry.places?.has(place.key) !== true) return null
  tally.count(entry)
  const value = encoded && guard.insideUrl ? encodeForUrl(entry.source) : entry.source
  return escapeForLevel(value, level)
}

/** The model encoded what it took for text of the URL, so the value is encoded too, unless it was in the first place. */
function encodeForUrl(value: string): string {
  return /%[0-9a-f]{2}/i.test(value) ? value : encodeURIComponent(value.toWellFormed())
}

/** Where the end of the text may be the beginning of a placeholder without an anchor yet. */
function unfinishedFrom(text: string, floor: number, reader: Reader): number {
  return Math.min(unfinishedWord(text, floor, reader) ?? text.length, startOfBackslashes(text, text.length, floor))
}
