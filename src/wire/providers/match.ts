/**
 * Which provider a call is bound for, and which wire format it speaks. Asked for every outbound call of the process, so
 * a foreign host costs one look-up and two string endings.
 */
import { type ProviderOptions, type WireFormatName, wireFormatNames } from '../../options.ts'
import type { HeaderPairs } from '../../types.ts'
import type { WireFormat } from '../format.ts'
import { ApiWords } from './api-words.ts'
import { generic } from './generic.ts'
import { type KnownProvider, knownProviders } from './hosts.ts'
import { RouteTable } from './route-table.ts'
import { mainFormats, routes } from './routes.ts'

export interface ProviderMatch {
  /** `openai`, `anthropic`, a name of the `providers` option, or `unknown` where only the path gave it away. */
  readonly provider: string
  /** Without port. */
  readonly host: string
  readonly format: WireFormat
  /** Outbound header names that may leave beside the guard's own list, lower case. */
  readonly headers: readonly string[]
}

export interface Providers {
  match(url: URL, method: string, headers: () => HeaderPairs): ProviderMatch | null
  /** Does a provider listen there? For connections, which have no path yet. The host is in lower case. */
  listensAt(host: string, port: number): boolean
  /** Would `match` give `null` for any call to this host and path? The host is in lower case. */
  rulesOut(host: string, pathname: string): boolean
}

export const routeTable = new RouteTable(routes)

/** What servers speak that are known for nothing else: the two formats that everybody copies. */
const copiedFamilies: readonly WireFormatName[] = ['openai', 'anthropic']

interface HostEntry {
  readonly provider: KnownProvider
  /** Matches the whole host. */
  readonly pattern: RegExp
}

interface BaseEntry {
  readonly provider: KnownProvider
  readonly origin: string
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly path: string
}

export function compileProviders(options: Readonly<Record<string, ProviderOptions>>): Providers {
  const providers = knownProviders.map(provider => extend(provider, options[provider.name]))
  const hosts = indexHosts(providers)
  const bases = Object.entries(options).flatMap(([name, option]) => baseEntry(name, option))
  const words = new ApiWords(routes, bases)
  const known = new Map<string, ProviderMatch>()

  function match(url: URL, method: string, headers: () => HeaderPairs): ProviderMatch | null {
    const { href } = url
    const remembered = known.get(href)
    if (remembered !== undefined) return remembered
    const provider = providerOf(url)
    if (provider === null) {
      const format = method === 'POST' ? unmistakableFormat(url.pathname, headers) : null
      return format === null ? null : found(unknownProvider, url, format)
    }
    const matched = found(provider, url, formatOf(provider, url.pathname, options))
    if (known.size < mostKnown && words.spell(url)) known.set(href, matched)
    return matched
  }

  function providerOf(url: URL): KnownProvider | null {
    const base = bases.length === 0 ? undefined : bases.find(entry => isBelow(url, entry))
    if (base !== undefined) return base.provider
    const host = withoutDot(url.hostname)
    return hosts.get(lastTwoLabels(host))?.find(({ pattern }) => pattern.test(host))?.provider ?? null
  }

  function listensAt(host: string, port: number): boolean {
    const name = withoutDot(host)
    if (hosts.get(lastTwoLabels(name))?.some(({ pattern }) => pattern.test(name)) === true) return true
    return bases.some(entry => entry.host === name && entry.port === port)
  }

  function rulesOut(host: string, pathname: string): boolean {
    const name = withoutDot(host)
    if (hosts.get(lastTwoLabels(name))?.some(({ pattern }) => pattern.test(name)) === true) return false
    return routeTable.findAnywhere(pathname) === null && !bases.some(entry => entry.host === name)
  }
  return { match, listensAt, rulesOut }
}

/** Endpoints of which the match is remembered: an application calls a handful. */
const mostKnown = 64

const unknownProvider: KnownProvider = { name: 'unknown', hosts: [] }

function found(provider: KnownProvider, url: URL, format: WireFormat): ProviderMatch {
  return { provider: provider.name, host: withoutDot(url.hostname), format, headers: provider.headers ?? [] }
}

/**
 * The path of a call tells its format: many servers speak several. The family that the user names is asked first; a
 * provider of the user's own without one may speak any.
 */
function formatOf(
  provider: KnownProvider,
  path: string,
  options: Readonly<Record<string, ProviderOptions>>,
): WireFormat {
  const named = options[provider.name]?.format
  const families = named === undefined ? provider.speaks : [named, ...(provider.speaks ?? copiedFamilies)]
  const route = routeTable.find(path, families ?? copiedFamilies)
  return route?.format ?? (named === undefined ? undefined : mainFormats[named]) ?? generic
}

/** On a host nobody named, only shapes that no other kind of service has. */
function unmistakableFormat(path: string, headers: () => HeaderPairs): WireFormat | null {
  const route = routeTable.findAnywhere(path)
  if (route === null) return null
  const proof = typeof route.anywhere === 'object' ? route.anywhere.header : null
  return proof === null || headers().some(([name]) => name.toLowerCase() === proof) ? route.format : null
}

function extend(provider: KnownProvider, option: ProviderOptions | undefined): KnownProvider {
  if (option?.headers === undefined) return provider
  return { ...provider, headers: [...(provider.headers ?? []), ...option.headers.map(name => name.toLowerCase())] }
}

function baseEntry(name: string, option: ProviderOptions): BaseEntry[] {
  if (option.baseUrl === undefined) return []
  const base = new URL(option.baseUrl)
  const speaks = option.format === undefined ? wireFormatNames : [option.format]
  const known = knownProviders.find(provider => provider.name === name) ?? { name, hosts: [], speaks }
  return [
    {
      provider: extend(known, option),
      origin: originOf(base),
      host: withoutDot(base.hostname).replace(/^\[|\]$/g, ''),
      port: Number(base.port) || (base.protocol === 'https:' ? 443 : 80),
      path: base.pathname.replace(/\/+$/, ''),
    },
  ]
}

/** At a path border: `/v1` holds `/v1` and `/v1/models`, not `/v10`. */
function isBelow(url: URL, { origin, path }: BaseEntry): boolean {
  if (originOf(url) !== origin || !url.pathname.startsWith(path)) return false
  return url.pathname.length === path.length || url.pathname[path.length] === '/'
}

/** `protocol//host:port` with the default port and a trailing dot left out. */
function originOf(url: URL): string {
  return `${url.protocol}//${withoutDot(url.hostname)}:${url.port}`
}

function withoutDot(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host
}

/** Every pattern ends in two fixed labels, so they find the few patterns worth trying. */
function indexHosts(providers: readonly KnownProvider[]): Map<string, HostEntry[]> {
  const index = new Map<string, HostEntry[]>()
  for (const provider of providers) {
    for (const host of provider.hosts) {
      const key = lastTwoLabels(host)
      const entries = index.get(key) ?? []
      entries.push({ provider, pattern: hostPattern(host) })
      index.set(key, entries)
    }
  }
  return index
}

function hostPattern(host: string): RegExp {
  const below = host.startsWith('*.')
  const rest = (below ? host.slice(2) : host).replaceAll('.', '\\.').replaceAll('*', '[a-z0-9-]+')
  return new RegExp(`^${below ? '(?:[^.]+\\.)*' : ''}${rest}$`)
}

/** By a loop: to search from the end, the engine leaves compiled code, which costs each call of the process more than this. */
function lastTwoLabels(host: string): string {
  let dots = 0
  for (let index = host.length - 1; index >= 0; index--) {
    if (host.charCodeAt(index) === 0x2e && ++dots === 2) return host.slice(index + 1)
  }
  return host
}
