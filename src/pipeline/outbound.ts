/** A request on its way out: headers, URL, body, and a last look over the bytes that will leave. */
import { GuardError } from '../errors.ts'
import type { VaultSource } from '../mask/index.ts'
import type { HeaderPairs, RawRequest, ScrubbedBytes, ScrubbedRequest } from '../types.ts'
import { modelInPath, type ProviderMatch } from '../wire/index.ts'
import { type ReadableBody, scrubBody } from './body.ts'
import { outboundHeaders, searchableHeaders } from './identifiers.ts'
import { Inventory } from './inventory.ts'
import { LastLook, longestBase64Run } from './last-look.ts'
import { mayNamePerson, type OutboundTools, refusePersonalName } from './leaves.ts'
import type { ScopeState } from './scope.ts'
import { placeholderLike, type ScrubTools, scrubOne } from './scrub.ts'

export interface Outbound {
  readonly request: ScrubbedRequest
  /** As the request named it, for the summary. */
  readonly model: string | null
}

export async function scrubRequest(
  raw: RawRequest,
  body: ReadableBody | null,
  match: ProviderMatch,
  scope: ScopeState,
  tools: OutboundTools,
): Promise<Outbound> {
  scope.vault.beginExchange()
  const path = decodePath(raw.url.pathname)
  if (mayNamePerson(path)) await refusePersonalName(path, 'the path of the URL', tools)
  const url = raw.url.search === '' && raw.url.hash === '' ? raw.url : await scrubUrl(raw.url, scope, tools)
  const headers = outboundHeaders(raw.headers, match.headers)
  for (const [name, value] of searchableHeaders(headers)) {
    if (mayNamePerson(value)) await refusePersonalName(value, `the header ${name}`, tools)
  }
  if (body === null) {
    const request = { method: raw.method, url, headers, body: null }
    refuseLeaks(request, scope)
    return { request, model: modelInPath(raw.url.pathname) }
  }
  const { bytes, model, again } = await scrubBody(body, match, scope, tools)
  const withBody = (bytes: ScrubbedBytes): ScrubbedRequest => {
    const length: [string, string] = ['content-length', String(bytes.length)]
    return { method: raw.method, url, headers: [...headers, length], body: bytes }
  }
  const request = withBody(bytes)
  const left = placeOfLeak(request, scope)
  if (left === null) return { request, model: model ?? modelInPath(raw.url.pathname) }
  // The same value twice in one text, and only once with something that spoke for it: it is known now.
  if (left !== 'the body' || again === undefined) throw new GuardError('ERR_GDPR_EGRESS_LEAK', left)
  const cleaner = withBody(again())
  refuseLeaks(cleaner, scope)
  return { request: cleaner, model: model ?? modelInPath(raw.url.pathname) }
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
  for (const [name, value] of [...url.searchParams]) {
    if (protocolQuery.has(name)) continue
    const { text } = await scrubOne(value, { key: name, path: [name] }, scope, tools)
    if (text !== value) url.searchParams.set(name, text)
  }
  return url
}

function decodePath(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Up to here it costs less to read the bytes once more than to write values down in all ways, in bytes. */
const shortPlace = 16_384

function refuseLeaks(request: ScrubbedRequest, scope: ScopeState): void {
  const place = placeOfLeak(request, scope)
  if (place !== null) throw new GuardError('ERR_GDPR_EGRESS_LEAK', place)
}

/** Where a value still stands that must not leave; `null` where none does. */
function placeOfLeak(request: ScrubbedRequest, scope: ScopeState): string | null {
  const body = request.body ?? noBytes
  // Not the origin: it is the provider's own, and a port may well be somebody's order number.
  const target = request.url.pathname + request.url.search
  const headers = searchableHeaders(request.headers)
  const isShort = Math.max(body.length, target.length) <= shortPlace
  const values = isShort ? suspects(scope, body, target, headers) : valuesOf(scope.vault.sources(), scope)
  if (values.length === 0) return null
  const places: Places = [
    ['the body', body],
    ['the URL', Buffer.from(target)],
    ['a header', Buffer.from(headers.map(([, value]) => value).join('\n'))],
  ]
  if (placeOf(values, places, isShort) === null) return null
  // Names that are words as well show that by their small form, which may stand in the last text or in the only one.
  scope.known.find(Buffer.from(body).toString())
  const names = new Set(valuesOf(scope.vault.sources(), scope))
  return placeOf(
    values.filter(value => names.has(value)),
    places,
    isShort,
  )
}

type Places = readonly (readonly [name: string, bytes: Uint8Array])[]

/** Where one of the values stands. */
function placeOf(values: readonly string[], places: Places, isShort: boolean): string | null {
  if (values.length === 0) return null
  const run = isShort ? Math.max(...places.map(([, bytes]) => longestBase64Run(bytes))) : undefined
  const look = new LastLook(values, run, Math.max(...places.map(([, bytes]) => bytes.length)))
  return places.find(([, bytes]) => look.finds(bytes))?.[0] ?? null
}

const noBytes = new Uint8Array()

/** The values that could be written in one of the places at all: hardly ever one. */
function suspects(scope: ScopeState, body: Uint8Array, target: string, headers: HeaderPairs): string[] {
  const sources = scope.vault.sources()
  if (sources.length === 0) return []
  const inventory = new Inventory()
  try {
    inventory.read(body)
    inventory.readText(target)
    for (const [, value] of headers) inventory.readText(value)
    const mayLeave = sources.filter(
      ({ source, canonical }) => inventory.mayHold(source) || (canonical !== source && inventory.mayHold(canonical)),
    )
    return valuesOf(mayLeave, scope)
  } finally {
    inventory.wipe()
  }
}

/** What is searched for: no value that may stand elsewhere by chance, and no word that looks like a placeholder. */
function valuesOf(sources: readonly VaultSource[], { known }: ScopeState): string[] {
  return sources
    .filter(({ source, canonical, type }) => known.accepts(canonical, type) || known.accepts(source, type))
    .flatMap(({ source, canonical }) => (source === canonical ? [source] : [source, canonical]))
    .filter(value => !placeholderLike.test(value))
}
