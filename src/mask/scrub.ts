/**
 * Text and findings in, text with placeholders out.
 *
 * Restoring gives the text back exactly, since nothing but the placeholders put in here can be taken for one of them:
 * all that is left of the text is read with the restorer's own reader first; numbers found are not issued, and what
 * equals a placeholder issued earlier in the exchange is itself replaced, as a literal.
 */
import { GuardError } from '../errors.ts'
import type { EntityAction, Finding, ScrubbedText, TextCut } from '../types.ts'
import { AnchorSearch } from './anchors.ts'
import { readBare } from './bare.ts'
import type { Entry } from './book.ts'
import { readBracketed } from './bracketed.ts'
import { endsInBracket } from './brackets.ts'
import { typeKey } from './placeholder.ts'
import { gapsBetween, type Range, type Span, spansOf } from './spans.ts'
import type { Reader, Token } from './token.ts'
import { UrlGuard } from './url-guard.ts'
import { UrlStarts } from './url-starts.ts'
import type { Vault } from './vault.ts'

type ActionOf = (type: string) => EntityAction

export interface Scrubbed {
  readonly text: ScrubbedText
  /** What was replaced, in order and apart. */
  readonly cuts: readonly TextCut[]
}

/**
 * What scrubbing learns of a text and its findings that holds for any vault. Of use only with the same text, findings and
 * actions again.
 */
export class ScrubPlan {
  /** Parts to replace where nothing else counts: no placeholder-like word, no URL, no bracket beside a part. */
  spans: readonly Span[] | null = null
  /** Whether that is so has been looked at. */
  isMade = false
}

const wholeText: Reader = { level: 0, final: true, mayBecome: () => false }
const exactPlaceholder = /^\[([A-Z][A-Z0-9_]*)_[1-9][0-9]{0,6}\]$/

/**
 * Replaces what was found. Texts of one exchange are scrubbed in the order of the conversation, after
 * `vault.beginExchange()`, so that numbers follow first appearance.
 *
 * Throws ERR_GDPR_ENTITY_BLOCKED for a type whose action is `block` (nothing is replaced then), ERR_GDPR_RECOGNIZER_FAILED
 * for findings outside of the text, ERR_GDPR_TOO_MANY_FINDINGS, ERR_GDPR_SCOPE_CLOSED.
 */
export function scrubText(text: string, findings: readonly Finding[], vault: Vault, actionOf: ActionOf): ScrubbedText {
  return scrubParts(text, findings, vault, actionOf).text
}

/** The same, with what was replaced. `plan` is made with the first call and saves work in those that follow. */
export function scrubParts(
  text: string,
  findings: readonly Finding[],
  vault: Vault,
  actionOf: ActionOf,
  plan?: ScrubPlan,
): Scrubbed {
  if (plan === undefined) return scrub(text, findings, vault, actionOf, vault.mark)
  if (plan.spans !== null) return replaceAll(text, plan.spans, vault, actionOf, true)
  const scrubbed = scrub(text, findings, vault, actionOf, vault.mark)
  if (!plan.isMade) {
    const spans = spansToReplace(text, findings, [], actionOf)
    if (isPlain(text, spans, scrubbed)) plan.spans = spans
    plan.isMade = true
  }
  return scrubbed
}

/**
 * A second pass over a text that this scope scrubbed before, for values that became known later. Every placeholder in it
 * is the scope's own, also those of the same exchange.
 */
export function scrubAgain(
  text: ScrubbedText,
  findings: readonly Finding[],
  vault: Vault,
  actionOf: ActionOf,
): ScrubbedText {
  return scrub(text, findings, vault, actionOf, vault.size).text
}

function scrub(text: string, findings: readonly Finding[], vault: Vault, actionOf: ActionOf, mark: number): Scrubbed {
  const kept = findings.length === 0 ? [] : keptTokens(text, vault, mark)
  const spans = spansToReplace(text, findings, kept, actionOf)
  for (const { type } of spans) {
    if (actionOf(type) === 'block') throw new GuardError('ERR_GDPR_ENTITY_BLOCKED', type)
  }
  const replaced = withLiterals(text, spans, vault, mark)
  return replaceAll(text, replaced, vault, actionOf, false)
}

function spansToReplace(
  text: string,
  findings: readonly Finding[],
  kept: readonly Range[],
  actionOf: ActionOf,
): Span[] {
  const spans = spansOf(text, findings, kept)
  const isAllowed = ({ type }: Span) => actionOf(type) === 'allow'
  return spans.some(isAllowed) ? spans.filter(span => !isAllowed(span)) : spans
}

/** Whether replacing these parts is all there is to do, whatever the vault holds. */
function isPlain(text: string, spans: readonly Span[], { text: scrubbed, cuts }: Scrubbed): boolean {
  const parts = [{ start: 0, end: text.length }, ...gapsBetween(spans, text.length)]
  for (const { start, end } of parts) {
    for (const _ of tokensOf(text.slice(start, end))) return false
  }
  if (new UrlStarts(scrubbed).next(0) < scrubbed.length) return false
  let grown = 0
  for (const cut of cuts) {
    const start = cut.start + grown
    if (endsInBracket(scrubbed, start) || scrubbed.charAt(start + cut.text.length) === '(') return false
    grown += cut.text.length - (cut.end - cut.start)
  }
  return true
}

/** Placeholders that no finding may touch: the scope's own, and exact ones of a known type (scrubbed somewhere else). */
function keptTokens(text: string, vault: Vault, mark: number): Range[] {
  const kept: Range[] = []
  let end = 0
  for (const token of tokensOf(text)) {
    const inner = { start: token.innerStart, end: token.innerEnd }
    const range = isOwn(token, vault, mark) ? token : isExact(text, inner, vault) ? inner : null
    if (range === null || range.start < end) continue
    kept.push(range)
    end = range.end
  }
  return kept
}

/** Issued before the exchange began, so that the caller scrubbed it. */
function isOwn({ key, number }: Token, vault: Vault, mark: number): boolean {
  const entry = vault.book.find(key, number)
  return entry !== undefined && entry.order < mark
}

function isExact(text: string, { start, end }: Range, vault: Vault): boolean {
  const type = exactPlaceholder.exec(text.slice(start, end))?.[1]
  return type !== undefined && vault.book.knowsType(typeKey(type))
}

/** Everything in a text that a restorer could take for a placeholder of some type; they may overlap. */
function* tokensOf(text: string): Iterable<Token> {
  const anchors = new AnchorSearch(text, 0)
  for (let at = anchors.next(0); at < text.length; at = anchors.next(at + 1)) {
    const token = anchors.isBare(at) ? readBare(text, at, 0, wholeText) : readBracketed(text, at, 0, wholeText)
    if (token !== null && !('pendingFrom' in token)) yield token
  }
}

/**
 * Adds what collides with a placeholder of this exchange, and takes note of all other numbers in the parts that stay.
 * A literal that goes may turn its neighbour into a token (`EMAIL_1[email_1]`), so what remains is read again; neighbours
 * of neighbours are not affected.
 */
function withLiterals(text: string, spans: readonly Span[], vault: Vault, mark: number): readonly Span[] {
  const literals: Span[] = []
  const anchors = new AnchorSearch(text, 0)
  if (anchors.next(0) === text.length) return spans
  for (const gap of gapsBetween(spans, text.length)) {
    if (anchors.next(gap.start) < gap.end) literals.push(...literalsIn(text, gap, vault, mark))
  }
  if (literals.length === 0) return spans
  const all = [...spans, ...literals].sort((one, other) => one.start - other.start)
  return withLiterals(text, all, vault, mark)
}

function literalsIn(text: string, { start, end }: Range, vault: Vault, mark: number): Span[] {
  const literals: Span[] = []
  let taken = 0
  for (const token of tokensOf(text.slice(start, end))) {
    const entry = vault.book.find(token.key, token.number)
    if (entry === undefined) vault.see(token.key, token.number)
    if (entry === undefined || entry.order < mark || token.start < taken) continue
    const range = { start: start + token.start, end: start + token.end }
    literals.push({ ...range, type: entry.type, canonicalStart: range.start, canonicalEnd: range.end, literal: true })
    taken = token.end
  }
  return literals
}

function replaceAll(
  text: string,
  spans: readonly Span[],
  vault: Vault,
  actionOf: ActionOf,
  isKnownPlain: boolean,
): Scrubbed {
  if (spans.length === 0) return { text: text as ScrubbedText, cuts: [] }
  const cuts: TextCut[] = []
  const inserted: Inserted[] = []
  let grown = 0
  for (const { start, end, type, canonicalStart, canonicalEnd, literal } of spans) {
    const source = text.slice(start, end)
    const canonical =
      start === canonicalStart && end === canonicalEnd ? source : text.slice(canonicalStart, canonicalEnd)
    const redacted = literal ? undefined : vault.redactedType(source)
    const isRedacted = redacted !== undefined || (!literal && actionOf(type) === 'redact')
    const entry = isRedacted ? null : vault.issue(type, source, canonical, literal)
    const replacement = entry?.placeholder ?? vault.redact(redacted ?? type, source, canonical)
    if (entry !== null && !isKnownPlain) inserted.push({ entry, start: start + grown })
    grown += replacement.length - (end - start)
    cuts.push({ start, end, text: replacement })
  }
  const scrubbed = new CutText(text, cuts)
  if (inserted.length > 0) noteSurroundings(scrubbed.text, inserted)
  return scrubbed
}

/** A text in which parts were replaced. It is put together when it is asked for: who copies the parts needs no copy of it. */
class CutText implements Scrubbed {
  readonly cuts: readonly TextCut[]
  readonly #source: string
  #text: ScrubbedText | null = null

  constructor(source: string, cuts: readonly TextCut[]) {
    this.#source = source
    this.cuts = cuts
  }

  get text(): ScrubbedText {
    this.#text ??= this.#join()
    return this.#text
  }

  #join(): ScrubbedText {
    const parts: string[] = []
    let copied = 0
    for (const { start, end, text } of this.cuts) {
      parts.push(this.#source.slice(copied, start), text)
      copied = end
    }
    parts.push(this.#source.slice(copied))
    return parts.join('') as ScrubbedText
  }
}

interface Inserted {
  readonly entry: Entry
  readonly start: number
}

/** What the restorer must know to give exactly this text back: brackets beside placeholders, and URLs around them. */
function noteSurroundings(scrubbed: string, inserted: readonly Inserted[]): void {
  const starts = new UrlStarts(scrubbed)
  const guard = new UrlGuard(0)
  let fed = 0
  for (const { entry, start } of inserted) {
    const end = start + entry.placeholder.length
    if (endsInBracket(scrubbed, start)) entry.framed = true
    if (scrubbed.charAt(end) === '(') entry.called = true
    if (!guard.insideUrl) {
      const next = Math.min(starts.next(fed), start)
      fed = next
      if (next === start) continue
      guard.skip(scrubbed, next)
    }
    guard.feed(scrubbed.slice(fed, start))
    fed = start
    const place = guard.placeOf(entry.placeholder, scrubbed, end, true)
    if (place === null || place === 'more') continue
    entry.places ??= new Set()
    entry.places.add(place.key)
  }
}
