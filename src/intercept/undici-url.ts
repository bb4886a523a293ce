import { isAbsoluteForm, joinUrl, parseUrl } from './destination.ts'
import type { DispatchOptions } from './undici-types.ts'

/** The connection target with path and query, `null` where the options name none (undici then refuses by itself). */
export function dispatchUrl({ origin, path, method, query }: DispatchOptions): URL | null {
  if (origin === undefined || typeof path !== 'string') return null
  const base = origin instanceof URL ? origin.origin : normalOrigin(String(origin))
  if (base === null) return null
  if (method === 'CONNECT') return parseUrl(base)
  const absolute = isAbsoluteForm(path) ? parseUrl(path) : null
  const url = joinUrl(base, absolute === null ? path : absolute.pathname + absolute.search)
  if (url !== null) addQuery(url, query)
  return url
}

// A process calls few origins, each many times, and to parse one costs as much as all else that a foreign call costs.
const knownOrigins = new Map<string, string>()
const mostOrigins = 200

function normalOrigin(text: string): string | null {
  const known = knownOrigins.get(text)
  if (known !== undefined) return known
  const origin = parseUrl(text)?.origin ?? null
  // Only what is no more than an origin: nothing of a path or query is kept.
  if (origin !== text) return origin
  if (knownOrigins.size >= mostOrigins) knownOrigins.clear()
  knownOrigins.set(text, origin)
  return origin
}

function addQuery(url: URL, query: unknown): void {
  if (typeof query !== 'object' || query === null) return
  for (const [name, value] of Object.entries(query)) {
    for (const single of Array.isArray(value) ? value : [value]) url.searchParams.append(name, queryText(single))
  }
}

/** As node:querystring, which undici uses: what is no plain value becomes empty. */
function queryText(value: unknown): string {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : ''
}
