/** The forms in which undici takes and gives headers. */
import type { HeaderPairs } from '../types.ts'
import { findHeader } from './destination.ts'
import type { RawHeader } from './undici-types.ts'

/** Flat array, array of pairs, any iterable of pairs, or an object whose values may be arrays. */
export function readHeaders(headers: unknown): [string, string][] {
  const pairs: [string, string][] = []
  if (typeof headers !== 'object' || headers === null) return pairs
  if (Array.isArray(headers) && !Array.isArray(headers[0])) {
    for (let index = 0; index + 1 < headers.length; index += 2) addHeader(pairs, headers[index], headers[index + 1])
    return pairs
  }
  for (const entry of isIterable(headers) ? headers : Object.entries(headers)) {
    if (Array.isArray(entry)) addHeader(pairs, entry[0], entry[1])
  }
  return pairs
}

/** One header by its lower-case name, without writing the others down. */
export function readHeader(headers: unknown, name: string): string | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined
  if (Array.isArray(headers) || isIterable(headers)) return findHeader(readHeaders(headers), name)
  // Not by a list of the keys: it costs more than all the rest here.
  for (const key in headers) {
    if (key.length !== name.length || key.toLowerCase() !== name || !Object.hasOwn(headers, key)) continue
    const value: unknown = Reflect.get(headers, key)
    const single: unknown = Array.isArray(value) ? value[0] : value
    if (single !== undefined && single !== null) return asText(single)
  }
  return undefined
}

export function readRawHeaders(raw: readonly RawHeader[] | null | undefined): [string, string][] {
  return readHeaders(raw ?? [])
}

function addHeader(pairs: [string, string][], name: unknown, value: unknown): void {
  if (value === undefined || value === null) return
  for (const single of Array.isArray(value) ? value : [value]) pairs.push([asText(name), asText(single)])
}

function asText(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value
}

export function writeRawHeaders(headers: HeaderPairs): Buffer[] {
  return headers.flatMap(([name, value]) => [Buffer.from(name, 'latin1'), Buffer.from(value, 'latin1')])
}

/** Lower-case names; a name that comes twice has an array. */
export function writeHeaderRecord(headers: HeaderPairs): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = {}
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const known = Object.hasOwn(record, key) ? record[key] : undefined
    record[key] = known === undefined ? value : [known, value].flat()
  }
  return record
}
