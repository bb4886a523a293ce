/**
 * Hook: the middleware stack of an AWS client (SDK for JavaScript 3). Requests are scrubbed at the end of step `build`, before
 * they are signed, and once for all attempts; answers are restored at the end of step `deserialize`, next to the handler.
 * Apply: two middlewares. Undo: none is needed, without a guard they pass calls on. Cannot see: handlers that other
 * middlewares put in place of the client's own.
 */
import { GuardError } from '../errors.ts'
import type { Exchange, ExchangeOpener } from '../types.ts'
import { type AwsResponse, restoreAwsResponse } from './aws-answer.ts'
import { asBytes } from './body.ts'
import { closeOnce, type Outcome } from './close-once.ts'
import { findGuard, type Guarded, parseUrl, withoutFraming } from './destination.ts'
import { endMark, issueMark, markHeader } from './marks.ts'
import { hooksAreInstalled } from './patches.ts'

/** The part of an AWS client that is used. */
export interface AwsClient {
  readonly middlewareStack: { add(middleware: never, options: never): void }
}

export interface AwsGuards {
  /** Who may guard the call; asked for each. */
  readonly openers: () => readonly ExchangeOpener[]
  /** Refuse calls that none of them guards, instead of passing them on. */
  readonly refuses: boolean
}

/** What handlers take (`HttpRequest` of Smithy). */
interface AwsRequest {
  method: string
  protocol: string
  hostname: string
  port?: number
  path: string
  query?: Record<string, string | string[] | null>
  headers: Record<string, string>
  body?: unknown
}

interface AwsArguments {
  readonly request: AwsRequest
  readonly [callKey]?: AwsCall
}

type Next = (args: AwsArguments) => Promise<{ readonly response: AwsResponse }>
type Middleware = (next: Next) => Next
type OpenStack = { add(middleware: Middleware, options: object): void }

// On the arguments, which every middleware hands on, not on the context, which callers may share between calls.
const callKey = Symbol('llm-gdpr-guard.aws')

const guardsOf = new WeakMap<AwsClient, AwsGuards>()

/** Guards a client; a later call for the same client only changes who guards it. */
export function hookAwsClient(client: AwsClient, guards: AwsGuards): void {
  const isHooked = guardsOf.has(client)
  guardsOf.set(client, guards)
  if (isHooked) return
  const stack = client.middlewareStack as unknown as OpenStack
  const scrub: Middleware = next => args => scrubRequest(next, args, guardsOf.get(client)!)
  const restore: Middleware = next => args => restoreAnswer(next, args)
  stack.add(scrub, { step: 'build', priority: 'low', name: 'llmGdprGuardScrub', tags: ['GDPR_GUARD'] })
  stack.add(restore, { step: 'deserialize', priority: 'low', name: 'llmGdprGuardRestore', tags: ['GDPR_GUARD'] })
}

export function isHookedAwsClient(client: AwsClient): boolean {
  return guardsOf.has(client)
}

async function scrubRequest(next: Next, args: AwsArguments, { openers, refuses }: AwsGuards) {
  const { request } = args
  const url = urlOf(request)
  const headers = Object.entries(request.headers)
  const guarded =
    url === null ? null : findGuard(openers(), { url, method: request.method, headers: () => headers, aliases: [] })
  if (guarded === null) {
    if (refuses)
      throw new GuardError('ERR_GDPR_UNGUARDED_CARRIER', 'an AWS endpoint that no guard of this process knows')
    return next(args)
  }
  const call = new AwsCall(
    await guarded.opener.open({ method: request.method, url: guarded.url, headers, body: bodyOf(request) }),
  )
  applyScrubbed(request, guarded, call.exchange)
  try {
    const result = await next({ ...args, [callKey]: call })
    call.settled()
    return result
  } catch (error) {
    call.failed(error)
    throw error
  }
}

/** Only whole bodies: a two-way stream has no end to wait for. */
function bodyOf({ body }: AwsRequest): Uint8Array | null {
  if (body === undefined || body === null) return null
  const bytes = asBytes(body)
  if (bytes === null) throw new GuardError('ERR_GDPR_UPGRADE_REFUSED')
  return bytes
}

function applyScrubbed(request: AwsRequest, { url }: Guarded, { request: scrubbed }: Exchange): void {
  const own = Object.entries(request.headers).filter(([name]) => /^(?:host|:authority)$/i.test(name))
  const headers = Object.fromEntries([...own, ...withoutFraming(scrubbed.headers)])
  if (scrubbed.body !== null) headers['content-length'] = String(scrubbed.body.byteLength)
  request.headers = headers
  if (request.body !== undefined && scrubbed.body !== null) request.body = scrubbed.body
  if (scrubbed.url.href === url.href) return
  request.path = scrubbed.url.pathname
  request.query = queryOf(scrubbed.url)
}

function queryOf({ searchParams }: URL): Record<string, string[]> {
  const query: Record<string, string[]> = {}
  for (const name of new Set(searchParams.keys())) query[name] = searchParams.getAll(name)
  return query
}

function urlOf({ protocol, hostname, port, path, query }: AwsRequest): URL | null {
  const url = parseUrl(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`)
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const single of [value].flat()) url?.searchParams.append(name, single ?? '')
  }
  return url
}

/** One attempt. The transport below is told that the call is scrubbed: its hook would read a signed body otherwise. */
async function restoreAnswer(next: Next, args: AwsArguments) {
  const call = args[callKey]
  if (call === undefined) return next(args)
  const mark = hooksAreInstalled() ? issueMark() : null
  try {
    if (mark !== null) args.request.headers[markHeader] = mark
    const result = await call.orAbandoned(next(args))
    call.receive(result.response)
    return result
  } finally {
    if (mark !== null) endMark(mark)
    delete args.request.headers[markHeader]
  }
}

/** One logical call with all its attempts. The exchange ends with the body of the last answer, or with the error. */
class AwsCall {
  readonly exchange: Exchange
  readonly #close: (outcome: Outcome) => void
  readonly #abandoned: Promise<never>
  #body: { destroy(error: Error): unknown } | null = null
  #answer: { outcome: Outcome | null } = { outcome: null }
  #isSettled = false
  #isAbandoned = false

  constructor(exchange: Exchange) {
    this.exchange = exchange
    let abandon: (error: Error) => void = () => undefined
    this.#abandoned = new Promise((_, reject) => {
      abandon = reject
    })
    this.#abandoned.catch(() => undefined)
    this.#close = closeOnce(exchange, reason => {
      const error = reason instanceof Error ? reason : new Error('The call was aborted', { cause: reason })
      this.#isAbandoned = true
      abandon(error)
      this.#body?.destroy(error)
    })
  }

  /** The handler takes no signal of ours: what it still gives after the scope has ended is destroyed. */
  async orAbandoned(attempt: Promise<{ readonly response: AwsResponse }>) {
    attempt.then(
      ({ response }) => {
        if (this.#isAbandoned) destroyBody(response)
      },
      () => undefined,
    )
    return Promise.race([attempt, this.#abandoned])
  }

  receive(response: AwsResponse): void {
    // The answer to an attempt that is tried again ends too, maybe late; the exchange goes on.
    const answer = { outcome: null as Outcome | null }
    this.#answer = answer
    try {
      restoreAwsResponse(response, this.exchange, outcome => {
        answer.outcome ??= outcome
        this.#endIfSettled()
      })
    } catch (error) {
      destroyBody(response)
      throw error
    }
    this.#body = isDestroyable(response.body) ? response.body : null
  }

  settled(): void {
    this.#isSettled = true
    this.#endIfSettled()
  }

  failed(error: unknown): void {
    this.#close(error instanceof Error && error.name === 'AbortError' ? 'aborted' : 'failed')
  }

  #endIfSettled(): void {
    const { outcome } = this.#answer
    if (this.#isSettled && outcome !== null) this.#close(outcome)
  }
}

function destroyBody({ body }: AwsResponse): void {
  if (isDestroyable(body)) body.destroy()
}

function isDestroyable(body: unknown): body is { destroy(error?: Error): unknown } {
  return typeof body === 'object' && body !== null && 'destroy' in body && typeof body.destroy === 'function'
}
