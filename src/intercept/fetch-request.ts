/** Reads what a caller handed to fetch, in any of its forms, into one complete request. */
import type { RawRequest } from '../types.ts'
import { collectBody } from './body.ts'
import type { Guarded } from './destination.ts'

export interface FetchRequest extends RawRequest {
  /** Where the connection goes; `url` is the name under which the call is guarded. Mostly the same. */
  readonly connection: URL
  /** The Host header to send, `null` where the connection target says it. */
  readonly host: string | null
  readonly signal: AbortSignal | null
  readonly redirect: Request['redirect']
  /** Options that reach the inner call as they are. */
  readonly passedOn: RequestInit
  /** The caller's own Request object, `null` when the call was made by URL. */
  readonly template: Request | null
}

export async function readFetchRequest(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  { opener, url }: Guarded,
): Promise<FetchRequest> {
  const request = new Request(...asPlatformRequest(input, init))
  const connection = new URL(request.url)
  const { bytes } = await collectBody(request.body, opener.bodyBytes)
  return {
    method: request.method,
    url,
    headers: [...request.headers],
    body: bytes,
    connection,
    host: url.host === connection.host ? null : url.host,
    signal: init?.signal === undefined && !(input instanceof Request) ? null : request.signal,
    redirect: request.redirect,
    passedOn: passedOn(init),
    template: input instanceof Request ? input : null,
  }
}

function passedOn(init: RequestInit | undefined): RequestInit {
  // Without a referrer the platform sends none; the caller's own would be a client identifier.
  const options: RequestInit = { referrer: '' }
  if (init?.dispatcher !== undefined) options.dispatcher = init.dispatcher
  if (init?.integrity !== undefined) options.integrity = init.integrity
  return options
}

/** A Request of another undici copy is not one for the platform: its constructor would take it for a URL. */
function asPlatformRequest(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
): [Parameters<typeof fetch>[0], RequestInit | undefined] {
  if (typeof input === 'string' || input instanceof URL || input instanceof Request) return [input, init]
  const { url, method, headers, body, signal, redirect } = input
  return [url, { method, headers: [...headers], body, signal, redirect, duplex: 'half', ...init }]
}
