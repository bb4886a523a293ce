/** Headers that end at each connection, and those of an answer that our own server writes. */
import type { IncomingMessage } from 'node:http'
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

export function headerPairs({ rawHeaders }: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index]!, rawHeaders[index + 1]!])
  return pairs
}

/** Names taken from the Connection header are hop-by-hop too. */
export function endToEnd(headers: HeaderPairs): [string, string][] {
  const named = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map(name => name.trim())
  return headers
    .filter(([name]) => !hopByHop.has(name.toLowerCase()) && !named.includes(name.toLowerCase()))
    .map(([name, value]) => [name, value])
}
