/** A request on its way out: headers, URL, body, and a last look over the bytes that will leave. */
import { GuardError } from '../errors.ts'
import type { Settings } from '../options.ts'
import type { ContentCoding, HeaderPairs, RawRequest, ScrubbedBytes, ScrubbedRequest, ScrubbedText } from '../types.ts'
import {
  decodeBody,
  JsonDocument,
  type Leaf,
  type ProviderMatch,
  parseContentCodings,
  parseContentType,
  readText,
} from '../wire/index.ts'
import { outboundHeaders, pseudonymOf, searchableHeaders } from './identifiers.ts'
import { LastLook } from './last-look.ts'
import type { ScopeState } from './scope.ts'
import { placeholderLike, type ScrubTools, scrubKnown, scrubOne } from './scrub.ts'
import type { SignedTexts } from './signed-texts.ts'

export interface OutboundTools extends ScrubTools {
  readonly settings: Settings
  readonly signedTexts: SignedTexts
}

export interface Outbound {
  readonly request: ScrubbedRequest
  /** As the request named it, for the summary. */
  readonly model: string | null
}

export async function scrubRequest(
  raw: RawRequest,
  match: ProviderMatch,
  scope: ScopeState,
  tools: OutboundTools,
): Promise<Outbound> {
  scope.vault.beginExchange()
  const url = await scrubUrl(raw.url, scope, tools)
  const headers = outboundHeaders(raw.headers, match.headers)
  const body = await readBody(raw, tools.settings)
  if (body === null) {
    const request = { method: raw.method, url, headers, body: null }
    refuseLeaks(request, scope)
    return { request, model: null }
  }
  const { text, model } = await scrubBody(body, match, scope, tools)
  const bytes = Buffer.from(text, 'utf8') as Uint8Array as ScrubbedBytes
  headers.push(['content-length', String(bytes.length)])
  const request = { method: raw.method, url, headers, body: bytes }
  refuseLeaks(request, scope)
  return { request, model }
}

interface ReadableBody {
  readonly kind: 'json' | 'text' | 'form'
  readonly text: string
}

/** The body as text. Refuses what cannot be read: an unknown encoding, binary parts, a body over the limit. */
async function readBody(raw: RawRequest, settings: Settings): Promise<ReadableBody | null> {
  if (raw.body === null || raw.body.length === 0) return null
  if (raw.body.length > settings.limits.bodyBytes) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
  const codings = codingsOf(raw.headers)
  const bytes = await decodeBody(raw.body, codings, settings.limits.bodyBytes)
  if (bytes.length === 0) return null
  const type = parseContentType(headerOf(raw.headers, 'content-type'))
  if (type.charset !== null && type.charset !== 'utf-8' && type.charset !== 'us-ascii') {
    throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'a charset other than UTF-8')
  }
  if (type.essence === 'application/x-www-form-urlencoded') return { kind: 'form', text: readText(bytes) }
  if (type.essence === '' || type.essence === 'application/json' || type.essence.endsWith('+json')) {
    return { kind: 'json', text: readText(bytes) }
  }
  // fetch gives a string body this type when the caller names none; JSON in it is as common as text.
  if (type.essence === 'text/plain') {
    const text = readText(bytes)
    return { kind: /^\s*[{[]/.test(text) ? 'json' : 'text', text }
  }
  throw new GuardError('ERR_GDPR_BODY_UNREADABLE', 'a content type that is neither JSON nor text')
}

function codingsOf(headers: HeaderPairs): readonly ContentCoding[] {
  const codings = parseContentCodings(headerOf(headers, 'content-encoding'))
  if (codings === null) throw new GuardError('ERR_GDPR_ENCODING_UNSUPPORTED')
  return codings
}

export function headerOf(headers: HeaderPairs, wanted: string): string | null {
  const values = headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value)
  return values.length === 0 ? null : values.join(', ')
}

async function scrubBody(
  body: ReadableBody,
  match: ProviderMatch,
  scope: ScopeState,
  tools: OutboundTools,
): Promise<{ text: string; model: string | null }> {
  if (body.kind === 'text') return { text: (await scrubOne(body.text, undefined, scope, tools)).text, model: null }
  if (body.kind === 'form') return { text: await scrubPairs(body.text, scope, tools), model: null }
  const { format } = match
  const document = JsonDocument.parse(body.text, tools.settings.limits)
  const model = format.readModel(document)
  const late: LateLeaf[] = []
  for (const leaf of document.leaves(format.request, format.promptOrder)) {
    await scrubLeaf(leaf, scope, tools, late)
  }
  for (const { leaf, text, knownThen } of late) {
    // Only texts read before a value became known can still hold it.
    if (scope.known.size > knownThen) replaceIfChanged(leaf, text, scrubKnown(text, scope, tools))
  }
  if (tools.settings.hint && scope.vault.size > 0) format.addNote(document, placeholderNote)
  return { text: document.toText(), model }
}

/** What `hint` tells the model. It holds no placeholder of its own, so nothing in it is ever restored. */
const placeholderNote =
  'Words in square brackets made of a type, an underscore and a number stand for values that are withheld. Repeat them exactly as written.'

interface LateLeaf {
  readonly leaf: Leaf
  readonly text: ScrubbedText
  readonly knownThen: number
}

async function scrubLeaf(leaf: Leaf, scope: ScopeState, tools: OutboundTools, late: LateLeaf[]): Promise<void> {
  switch (leaf.class) {
    case 'OPAQUE':
    case 'SECRET':
      return
    case 'ID':
      return refusePersonalName(leaf.text, leaf.place, tools)
    case 'IDENT':
      return hideIdentifier(leaf, tools.settings.pseudonymKey)
    case 'MEDIA':
      if (tools.settings.media === 'block') throw new GuardError('ERR_GDPR_MEDIA_BLOCKED', leaf.place)
      return
    case 'TEXT':
    case 'URL':
    case 'NAME':
      return scrubTextLeaf(leaf, scope, tools, late)
  }
}

function hideIdentifier(leaf: Leaf, key: string | null): void {
  if (key === null || leaf.kind !== 'string') leaf.remove()
  else leaf.replace(pseudonymOf(key, leaf.text))
}

async function scrubTextLeaf(leaf: Leaf, scope: ScopeState, tools: OutboundTools, late: LateLeaf[]): Promise<void> {
  const original = leaf.signed === null ? undefined : tools.signedTexts.recall(leaf.signed)
  if (original !== undefined) return replaceIfChanged(leaf, leaf.text, original)
  const { text, findings } = await scrubOne(leaf.text, leaf.hint, scope, tools)
  if (leaf.kind === 'number') {
    // Half a number is no JSON: it is replaced whole, as a string, or not at all.
    const whole = findings.some(({ start, end }) => start === 0 && end === leaf.text.length)
    if (whole) leaf.replace(text)
    return
  }
  const fitting = leaf.class === 'NAME' ? bareForm(text) : text
  replaceIfChanged(leaf, leaf.text, fitting)
  if (leaf.kind === 'string') late.push({ leaf, text: fitting, knownThen: scope.known.size })
}

/** Names have an alphabet without brackets at most providers; a bare `PERSON_1` is restored just the same. */
function bareForm(text: ScrubbedText): ScrubbedText {
  return text.replace(/\[([A-Z][A-Z0-9_]*_\d+)\]/g, '$1') as ScrubbedText
}

function replaceIfChanged(leaf: Leaf, before: string, after: string): void {
  if (after !== before) leaf.replace(after)
}

async function scrubPairs(text: string, scope: ScopeState, tools: ScrubTools): Promise<string> {
  const pairs = new URLSearchParams(text)
  const scrubbed = new URLSearchParams()
  for (const [name, value] of pairs) {
    scrubbed.append(name, (await scrubOne(value, { key: name, path: [name] }, scope, tools)).text)
  }
  return scrubbed.toString()
}

/** Query names that belong to a provider's protocol: versions, paging, and the key that Gemini takes in the query. */
const protocolQuery = new Set([
  'after',
  'alt',
  'api-version',
  'before',
  'beta',
  'include',
  'key',
  'limit',
  'order',
  'stream',
])

async function scrubUrl(source: URL, scope: ScopeState, tools: ScrubTools): Promise<URL> {
  const url = new URL(source)
  url.hash = ''
  await refusePersonalName(decodePath(url.pathname), 'the path of the URL', tools)
  for (const [name, value] of [...url.searchParams]) {
    if (protocolQuery.has(name)) continue
    const { text } = await scrubOne(value, { key: name, path: [name] }, scope, tools)
    if (text !== value) url.searchParams.set(name, text)
  }
  return url
}

/** Ids, tool names and paths cannot carry placeholders and may look like anything, so only unmistakable types are refused. */
const unmistakable = new Set(['EMAIL', 'IBAN'])

async function refusePersonalName(text: string, place: string, tools: ScrubTools): Promise<void> {
  // Neither type is shorter, or free of both a digit and an at sign: most ids end here.
  if (text.length < 6 || !/[@0-9]/.test(text)) return
  const findings = await tools.detector.detect(text)
  const found = findings.find(({ type }) => unmistakable.has(type))
  if (found !== undefined) throw new GuardError('ERR_GDPR_EGRESS_LEAK', `an ${found.type} in ${place}`)
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function refuseLeaks(request: ScrubbedRequest, scope: ScopeState): void {
  const values = [...scope.vault.sources()]
    .filter(({ source, canonical, type }) => scope.known.accepts(canonical, type) || scope.known.accepts(source, type))
    .flatMap(({ source, canonical }) => (source === canonical ? [source] : [source, canonical]))
    .filter(value => !placeholderLike.test(value))
  if (values.length === 0) return
  const look = new LastLook(values)
  const places: [string, Uint8Array | null][] = [
    ['the body', request.body],
    ['the URL', Buffer.from(request.url.href)],
    ['a header', Buffer.from(searchableHeaders(request.headers))],
  ]
  for (const [place, bytes] of places) {
    if (bytes !== null && look.finds(bytes)) throw new GuardError('ERR_GDPR_EGRESS_LEAK', place)
  }
}
