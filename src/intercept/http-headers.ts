/** Reading and rewriting the headers of Node's own request and response objects. */
import { type ClientRequest, IncomingMessage } from 'node:http'
import type { HeaderPairs } from '../types.ts'
import { findHeader } from './destination.ts'

/** The fields of ClientRequest that its own methods work with; stable since Node 0.10, unchanged up to Node 26. */
export interface OpenRequest extends ClientRequest {
  _header: string | null
  _headerSent: boolean
  _contentLength: number | null
  _removedConnection: boolean
  _removedContLen: boolean
  _removedTE: boolean
  chunkedEncoding: boolean
  finished: boolean
  outputData: unknown[]
  outputSize: number
  readonly res: IncomingMessage | null
  getRawHeaderNames(): string[]
  _send(...args: unknown[]): unknown
}

/** What the client set, in its own spelling. Headers given as an array live only in the text already written. */
export function readRequestHeaders(request: OpenRequest): [string, string][] {
  if (request._header !== null) return parseHeaderText(request._header)
  const pairs: [string, string][] = []
  for (const name of request.getRawHeaderNames()) {
    const value = request.getHeader(name)
    if (Array.isArray(value)) for (const single of value) pairs.push([name, single])
    else pairs.push([name, String(value)])
  }
  return pairs
}

/** One header by its lower-case name. */
export function readRequestHeader(request: OpenRequest, name: string): string | undefined {
  if (request._header !== null) return findHeader(parseHeaderText(request._header), name)
  const value = request.getHeader(name)
  return value === undefined ? undefined : String(value)
}

function parseHeaderText(text: string): [string, string][] {
  return text
    .split('\r\n')
    .slice(1)
    .flatMap(line => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as [string, string]]
    })
}

/** Takes back whatever was written or set, and sets these headers instead. */
export function replaceRequestHeaders(request: OpenRequest, headers: HeaderPairs): void {
  request._header = null
  request._headerSent = false
  for (const name of request.getHeaderNames()) request.removeHeader(name)
  // Removing a header by hand forbids Node to add its own; here that would break the framing.
  request._removedConnection = false
  request._removedContLen = false
  request._removedTE = false
  request._contentLength = null
  request.chunkedEncoding = false
  for (const [name, value] of headers) request.appendHeader(name, value)
}

/** The object that reads header lines; Node's own rules of joining are in these two methods. */
interface OpenResponse extends IncomingMessage {
  _addHeaderLine(name: string, value: string, target: object): void
  _addHeaderLineDistinct(name: string, value: string, target: object): void
}

export function readResponseHeaders({ rawHeaders }: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index]!, rawHeaders[index + 1]!])
  return pairs
}

export function replaceResponseHeaders(response: IncomingMessage, headers: HeaderPairs): void {
  const open = response as OpenResponse
  const joined: IncomingMessage['headers'] = {}
  const raw: string[] = []
  for (const [name, value] of headers) {
    open._addHeaderLine(name, value, joined)
    raw.push(name, value)
  }
  response.rawHeaders = raw
  response.headers = joined
  replaceDistinct(open, headers)
}

// Node reads as many of the raw headers as this says when somebody first asks for the distinct ones; hardly anybody does.
const rawCount = Object.getOwnPropertySymbols(Reflect.construct(IncomingMessage, [null])).find(
  symbol => symbol.description === 'kHeadersCount',
)

function replaceDistinct(response: OpenResponse, headers: HeaderPairs): void {
  if (rawCount !== undefined) {
    Reflect.set(response, rawCount, headers.length * 2)
    Reflect.set(response, 'headersDistinct', undefined)
    return
  }
  const distinct: IncomingMessage['headersDistinct'] = Object.create(null)
  for (const [name, value] of headers) response._addHeaderLineDistinct(name, value, distinct)
  response.headersDistinct = distinct
}
