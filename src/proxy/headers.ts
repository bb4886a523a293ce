/** Headers that end at each connection, and those of an answer that our own server writes. */
import type { HeaderPairs } from '../types.ts'

/** RFC 9110 section 7.6.1. */
const hopByHop = new Set([
  'connection',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** The headers of a message (names and values in turn) that go on to the next connection; names that its Connection header lists stay behind too. */
export function endToEnd(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  const named: string[] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!
    const value = rawHeaders[index + 1]!
    const lower = name.toLowerCase()
    if (lower === 'connection') named.push(...listedIn(value))
    if (!hopByHop.has(lower)) pairs.push([name, value])
  }
  return named.length === 0 ? pairs : pairs.filter(([name]) => !named.includes(name.toLowerCase()))
}

/** What nearly every message says there, `keep-alive`, stays behind in any case. */
function listedIn(connection: string): string[] {
  const names = connection.toLowerCase().split(',')
  return names.map(name => name.trim()).filter(name => !hopByHop.has(name))
}

/** Headers as node:http takes them. */
export function headerObject(headers: HeaderPairs): Record<string, string | string[]> {
  const object: Record<string, string | string[]> = {}
  for (const [name, value] of headers) {
    const known = object[name]
    if (known === undefined) object[name] = value
    else object[name] = typeof known === 'string' ? [known, value] : [...known, value]
  }
  return object
}
