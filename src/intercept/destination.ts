/**
 * Where a call really goes, and who guards it. A call counts as guarded when its connection target or any name it
 * travels under (Host header, TLS server name, absolute-form path) is guarded: none of them can hide the others.
 */
import type { ExchangeOpener, HeaderPairs } from '../types.ts'

export interface Guarded {
  readonly opener: ExchangeOpener
  /** The call under the name that is guarded. */
  readonly url: URL
}

export interface Call {
  /** The connection target with the path and query of the call. */
  readonly url: URL
  readonly method: string
  readonly headers: () => HeaderPairs
  /** Host of an absolute-form path: the target itself, while the connection may be that of a proxy. */
  readonly target?: string | undefined
  /** Other hosts the call names: Host header, server name. */
  readonly aliases: readonly (string | undefined)[]
}

export function findGuard(openers: readonly ExchangeOpener[], call: Call): Guarded | null {
  for (const opener of openers) {
    const url = guardedUrl(opener, call)
    if (url !== null) return { opener, url }
  }
  return null
}

function guardedUrl(opener: ExchangeOpener, { url, method, headers, target, aliases }: Call): URL | null {
  const isGuarded = (candidate: URL) => opener.guards(candidate, method, headers)
  const underName = (name: string | undefined) =>
    name === undefined || name === url.host ? undefined : underAlias(url, name).find(isGuarded)
  const named = underName(target)
  if (named !== undefined) return named
  if (isGuarded(url)) return url
  for (const alias of aliases) {
    const found = underName(alias)
    if (found !== undefined) return found
  }
  return null
}

/**
 * Whether nobody guards a call, told without a URL; `false` where only a URL can tell. `names` are all that the call goes
 * by, each with a port or without. Most calls of a process come here and go no further, so it allocates next to nothing.
 */
export function isRuledOut(openers: readonly ExchangeOpener[], names: readonly unknown[], path: unknown): boolean {
  if (typeof path !== 'string') return false
  const end = endOfPlainPath(path)
  if (end === -1) return false
  const pathname = end === path.length ? path : path.slice(0, end)
  for (const name of names) {
    if (name === undefined) continue
    const host = typeof name === 'string' ? hostIn(name) : null
    if (host === null) return false
    for (const opener of openers) if (opener.rulesOut?.(host, pathname) !== true) return false
  }
  return true
}

/** Units of paths that a URL leaves as they are, but for dots behind a slash. */
const plainUnits = unitsOf(/[\w.~:;,=@!$&'()*+/-]/)
/** Units of host names and of their labels. */
const labelUnits = unitsOf(/[\w-]/)

function unitsOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, unit) => (pattern.test(String.fromCharCode(unit)) ? 1 : 0))
}

const unit = { dot: 0x2e, slash: 0x2f, question: 0x3f }

/** Where a path ends and its query begins, of paths that a URL has as they are written; -1 of any other. */
function endOfPlainPath(path: string): number {
  if (path.charCodeAt(0) !== unit.slash) return -1
  let before = 0
  for (let index = 0; index < path.length; index++) {
    const code = path.charCodeAt(index)
    if (code === unit.question) return index
    if (code > 0x7f || plainUnits[code] === 0 || (code === unit.dot && before === unit.slash)) return -1
    before = code
  }
  return path.length
}

/** Addresses of IPv4 in their usual form. */
const plainAddress = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/

/**
 * In lower case, without port; `null` for anything that a URL would write in another way. A URL has names as they are, but for
 * their case, where the last label begins with a letter.
 */
function hostIn(name: string): string | null {
  let end = name.indexOf(':')
  if (end === -1) end = name.length
  for (let index = end + 1; index < name.length; index++) {
    const code = name.charCodeAt(index)
    if (code < 0x30 || code > 0x39) return null
  }
  let label = 0
  for (let index = 0; index < end; index++) {
    const code = name.charCodeAt(index)
    if (code === unit.dot && index > label) label = index + 1
    else if (code > 0x7f || labelUnits[code] === 0) return null
  }
  const host = end === name.length ? name : name.slice(0, end)
  const first = name.charCodeAt(label) | 0x20
  const isName = label < end && first >= 0x61 && first <= 0x7a
  return isName || plainAddress.test(host) ? host.toLowerCase() : null
}

/** Host and port of `https://host:port`; `null` for anything else, capital letters among it. */
export function nameInOrigin(origin: unknown): string | null {
  if (typeof origin !== 'string') return null
  if (origin.startsWith('https://')) return origin.slice(8)
  return origin.startsWith('http://') ? origin.slice(7) : null
}

/**
 * The call under another host. An alias without a port is tried with the connection's port too: a Host header does not
 * have to name the port, and a provider may be configured with one.
 */
function underAlias(url: URL, alias: string): URL[] {
  const named = parseUrl(`${url.protocol}//${alias}${url.pathname}${url.search}`)
  if (named === null || named.host === url.host) return []
  if (named.port !== '' || url.port === '') return [named]
  const withPort = new URL(named)
  withPort.port = url.port
  return withPort.host === url.host ? [named] : [named, withPort]
}

/** One parse where it succeeds, which is the rule: `URL.canParse` first would cost a second. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

let endpoint: { readonly text: string; readonly url: URL; readonly href: string } | null = null

/**
 * The same for the URL of a call: an application asks one endpoint again and again, and to parse it takes as long as all else that
 * tells who guards the call. The last one is kept, never one with a query or a user, which may hold a key. Who changes what is given here works on a copy.
 */
export function endpointUrl(text: string): URL | null {
  if (endpoint !== null && endpoint.text === text && endpoint.url.href === endpoint.href) return endpoint.url
  const url = parseUrl(text)
  const isBare = url !== null && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  if (isBare) endpoint = { text, url, href: url.href }
  return url
}

/** Joins by text, not by `new URL(path, origin)`: there a path such as `//other/…` would replace the host. */
export function joinUrl(origin: string, path: string): URL | null {
  return parseUrl(joinedText(origin, path))
}

/** `joinUrl` of `endpointUrl`. */
export function joinEndpoint(origin: string, path: string): URL | null {
  return endpointUrl(joinedText(origin, path))
}

function joinedText(origin: string, path: string): string {
  return path.startsWith('/') ? origin + path : `${origin}/${path}`
}

/** Path and query of one URL at the origin of another: what is rewritten never changes where the call goes. */
export function atOrigin(url: URL, connection: URL): URL {
  if (url === connection) return url
  return joinUrl(connection.origin, url.pathname + url.search) ?? connection
}

export function isAbsoluteForm(path: string): boolean {
  return /^https?:\/\//i.test(path)
}

/** The host that an absolute-form path names (RFC 9112 section 3.2.2), as clients send it to a proxy. */
export function absoluteHost(path: string): string | undefined {
  return isAbsoluteForm(path) ? parseUrl(path)?.host : undefined
}

export function findHeader(headers: HeaderPairs, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1]
}

/** Headers that belong to one connection or one body framing: the carrier sets its own, never those it was handed. */
const framing = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export function withoutFraming(headers: HeaderPairs): [string, string][] {
  const kept: [string, string][] = []
  for (const [name, value] of headers) {
    if (!framing.has(name.toLowerCase())) kept.push([name, value])
  }
  return kept
}
