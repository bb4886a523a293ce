/** Headers of HTTP/2 as node:http2 takes and gives them: an object with pseudo headers, or since Node 24 a flat list. */
import type { HeaderPairs } from '../types.ts'

export type HeaderObject = Record<string, unknown>

/** What a client hands to `request`, as one object. */
export function readHeaderArgument(argument: unknown): HeaderObject {
  if (!Array.isArray(argument)) return typeof argument === 'object' && argument !== null ? { ...argument } : {}
  const headers: HeaderObject = {}
  for (let at = 0; at + 1 < argument.length; at += 2) {
    const name = String(argument[at]).toLowerCase()
    const before = headers[name]
    headers[name] = before === undefined ? argument[at + 1] : [before, argument[at + 1]].flat()
  }
  return headers
}

/** One value, `undefined` where there is none. */
export function headerText(headers: HeaderObject, name: string): string | undefined {
  const key = name in headers ? name : Object.keys(headers).find(candidate => candidate.toLowerCase() === name)
  const value = key === undefined ? undefined : headers[key]
  if (value === undefined || value === null) return undefined
  return String(Array.isArray(value) ? value[0] : value)
}

/** The fields themselves, without pseudo headers. */
export function readPairs(headers: HeaderObject): [string, string][] {
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(':') || value === undefined || value === null) continue
    for (const single of Array.isArray(value) ? value : [value]) pairs.push([name, String(single)])
  }
  return pairs
}

/** The other way round. A field that stands several times becomes a list, which node:http2 joins as each field wants it. */
export function toHeaderObject(pairs: HeaderPairs): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of pairs) {
    const key = name.toLowerCase()
    const before = headers[key]
    headers[key] = before === undefined ? value : [before, value].flat()
  }
  return headers
}

/** Answer headers as node:http2 shows them: `set-cookie` is always a list, other repetitions are joined. */
export function toAnswerHeaders(status: number, pairs: HeaderPairs): Record<string, unknown> {
  const headers: Record<string, unknown> = { ':status': status }
  for (const [name, value] of Object.entries(toHeaderObject(pairs))) {
    const list = [value].flat()
    headers[name] = name === 'set-cookie' ? list : list.join(name === 'cookie' ? '; ' : ', ')
  }
  return headers
}
