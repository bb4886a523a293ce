/** Reads what a caller handed to fetch, in any of its forms, into one complete request. */
import { GuardError } from '../errors.ts'
import type { RawRequest } from '../types.ts'
import { asBytes, collectBody } from './body.ts'
import { endpointUrl, type Guarded } from './destination.ts'

type FetchInput = Parameters<typeof fetch>[0]

export interface FetchRequest extends RawRequest {
  /** Where the connection goes; `url` is the name under which the call is guarded. Mostly the same. */
  readonly connection: URL
  /** The Host header to send, `null` where the connection target says it. */
  readonly host: string | null
  readonly redirect: Request['redirect']
  /** Options that reach the inner call as they are. */
  readonly dispatcher: RequestInit['dispatcher']
  readonly integrity: RequestInit['integrity']
  /** The caller's own Request object, `null` when the call was made by URL. */
  readonly template: Request | null
}

/** What the forms of a call are read into. */
interface Reading {
  readonly connection: URL
  readonly method: string
  readonly headers: [string, string][]
  readonly body: Uint8Array | null
  readonly redirect: Request['redirect']
}

export async function readFetchRequest(
  input: FetchInput,
  init: RequestInit | undefined,
  { opener, url }: Guarded,
): Promise<FetchRequest> {
  const reading = readPlain(input, init, opener.bodyBytes) ?? (await readByPlatform(input, init, opener.bodyBytes))
  const { connection, method, headers, body, redirect } = reading
  // Field by field: an object spread leaves compiled code, and costs as much as reading a plain call.
  return {
    connection,
    method,
    headers,
    body,
    redirect,
    url,
    host: url === connection || url.host === connection.host ? null : url.host,
    dispatcher: init?.dispatcher,
    integrity: init?.integrity,
    template: input instanceof Request ? input : null,
  }
}

const methodsInUpperCase = /^(?:delete|get|head|options|post|put)$/i

/** The call that SDKs make: a URL, and a body that is whole. A Request object for it costs as much as the rest of us. */
function readPlain(input: FetchInput, init: RequestInit = {}, limit: number): Reading | null {
  const { method = 'GET', body = null, signal = null, redirect = 'follow' } = init
  const bytes = body === null ? null : asBytes(body)
  if (typeof input !== 'string' && !(input instanceof URL)) return null
  if (body !== null && (bytes === null || /^(?:get|head)$/i.test(method))) return null
  if (signal !== null && !(signal instanceof AbortSignal)) return null
  // Not the guarded URL: that may be the name that a Host header gives.
  const connection = endpointUrl(String(input)) ?? new URL(input)
  if (connection.username !== '' || connection.password !== '') return null
  if (bytes !== null && bytes.byteLength > limit) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE', 'request')
  const headers = plainHeaders(init.headers) ?? [...new Headers(init.headers)]
  if (typeof body === 'string' && !headers.some(([name]) => name === 'content-type')) {
    headers.push(['content-type', 'text/plain;charset=UTF-8'])
  }
  return {
    connection,
    method: methodsInUpperCase.test(method) ? method.toUpperCase() : method,
    headers,
    // A copy of bytes that the caller may use again.
    body: bytes === null || typeof body === 'string' ? bytes : new Uint8Array(bytes),
    redirect,
  }
}

/** Units of header names (RFC 9110 section 5.6.2). */
const nameUnits = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[\w!#$%&'*+.^`|~-]/.test(String.fromCharCode(unit)) ? 1 : 0,
)

function isFieldName(name: string): boolean {
  for (let index = 0; index < name.length; index++) if (nameUnits[name.charCodeAt(index)] !== 1) return false
  return name !== ''
}

/** Visible ASCII, with blanks and tabs inside. */
function isFieldValue(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index)
    const isInside = index > 0 && index < value.length - 1
    if ((unit < 0x21 || unit > 0x7e) && !(isInside && (unit === 0x20 || unit === 0x09))) return false
  }
  return value !== ''
}

/**
 * Headers as the platform would list them, of an object that is like most: names of their own, values of plain ASCII. `null`
 * for any other, which the platform reads, or refuses.
 */
function plainHeaders(init: RequestInit['headers']): [string, string][] | null {
  if (init === undefined) return []
  if (Object.getPrototypeOf(init) !== Object.prototype) return null
  const pairs: [string, string][] = []
  let isInOrder = true
  let before = ''
  for (const [key, value] of Object.entries(init)) {
    if (typeof value !== 'string' || !isFieldName(key) || !isFieldValue(value)) return null
    const name = key.toLowerCase()
    for (const [other] of pairs) if (other === name) return null
    if (name < before) isInOrder = false
    before = name
    pairs.push([name, value])
  }
  return isInOrder ? pairs : pairs.sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Every other form: the platform reads it as its own fetch would, and refuses what that refuses. */
async function readByPlatform(input: FetchInput, init: RequestInit | undefined, limit: number): Promise<Reading> {
  const request = new Request(...asPlatformRequest(input, init))
  const { bytes } = await collectBody(request.body, limit)
  return {
    connection: new URL(request.url),
    method: request.method,
    headers: [...request.headers],
    body: bytes,
    redirect: request.redirect,
  }
}

/** A Request of another undici copy is not one for the platform: its constructor would take it for a URL. */
function asPlatformRequest(input: FetchInput, init: RequestInit | undefined): [FetchInput, RequestInit | undefined] {
  if (typeof input === 'string' || input instanceof URL || input instanceof Request) return [input, init]
  const { url, method, headers, body, signal, redirect } = input
  return [url, { method, headers: [...headers], body, signal, redirect, duplex: 'half', ...init }]
}
