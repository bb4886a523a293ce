import { isAbsoluteForm, joinUrl, parseUrl } from './destination.ts'
import type { DispatchOptions } from './undici-types.ts'

/** The connection target with path and query, `null` where the options name none (undici then refuses by itself). */
export function dispatchUrl({ origin, path, method, query }: DispatchOptions): URL | null {
  if (origin === undefined || typeof path !== 'string') return null
  const base = parseUrl(String(origin))
  if (base === null || method === 'CONNECT') return base
  const absolute = isAbsoluteForm(path) ? parseUrl(path) : null
  const url = joinUrl(base.origin, absolute === null ? path : absolute.pathname + absolute.search)
  if (url !== null) addQuery(url, query)
  return url
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
