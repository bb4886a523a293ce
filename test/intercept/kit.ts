/** A loopback provider that records what reaches it, and an opener that swaps one word both ways. */
import { setMaxListeners } from 'node:events'
import * as http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { GuardError } from '../../src/errors.ts'
import type {
  AnswerPlan,
  BodyRestorer,
  ContentCoding,
  Exchange,
  ExchangeOpener,
  HeaderPairs,
  RawRequest,
  ScrubbedBytes,
} from '../../src/types.ts'

export const secret = 'alice'
export const token = '[NAME_1]'

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: http.IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  readonly body: string
}

export type Answer = (received: Received, response: http.ServerResponse, request: http.IncomingMessage) => void

export interface Provider extends AsyncDisposable {
  readonly origin: string
  readonly host: string
  readonly port: number
  readonly received: Received[]
  /** Every byte that came in, over all connections, as latin1 text. */
  readonly wire: () => string
  readonly connections: () => number
  answer: Answer
}

/** Answers by default with the body it got, as text. */
export async function startProvider(answer: Answer = echo): Promise<Provider> {
  const received: Received[] = []
  const wire: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', piece => pieces.push(piece))
    request.on('error', () => undefined)
    request.on('end', () => {
      const { method = '', url = '', headers, rawHeaders } = request
      const record = { method, url, headers, rawHeaders, body: Buffer.concat(pieces).toString() }
      received.push(record)
      provider.answer(record, response, request)
    })
  })
  server.on('connection', socket => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The parser reads from the handle, so the bytes are taken where the socket hands them over.
    const parser: unknown = Reflect.get(socket, '_handle')
    if (typeof parser === 'object') socket.prependListener('data', chunk => wire.push(String(chunk)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const provider: Provider = {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    received,
    wire: () => wire.join(''),
    connections: () => connections,
    answer,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return provider
}

export function echo(received: Received, response: http.ServerResponse): void {
  response.setHeader('content-type', 'text/plain')
  response.end(received.body)
}

export interface FakeOpener extends ExchangeOpener {
  readonly opened: RawRequest[]
  readonly closed: string[]
  /** Settled by the outcome of the next exchange to close. */
  nextClose(): Promise<string>
  guardCalls: number
  /** Replaces scrubbing: throw to refuse. */
  onOpen: ((request: RawRequest) => void | Promise<void>) | null
  onAnswer: ((status: number, headers: HeaderPairs) => void) | null
  scope: AbortController
  /** Leaves a length in the answer's headers that is no longer true. */
  keepsLength: boolean
  /** Its exchanges have scopes of their own, which nothing ends. */
  standsAlone: boolean
}

export function fakeOpener(hosts: readonly string[], bodyBytes = 1_000_000): FakeOpener {
  const guarded = new Set(hosts)
  const waiting: ((outcome: string) => void)[] = []
  const opener: FakeOpener = {
    bodyBytes,
    opened: [],
    closed: [],
    guardCalls: 0,
    onOpen: null,
    onAnswer: null,
    scope: new AbortController(),
    keepsLength: false,
    standsAlone: false,
    guards(url) {
      opener.guardCalls++
      return guarded.has(url.host)
    },
    // As the providers do it: without a port, and never for more than is known without a URL.
    rulesOut: host => !hosts.some(name => new URL(`http://${name}`).hostname === host),
    async open(request) {
      opener.opened.push(request)
      await opener.onOpen?.(request)
      return fakeExchange(request, opener, outcome => {
        opener.closed.push(outcome)
        waiting.shift()?.(outcome)
      })
    },
    nextClose: () => new Promise(resolve => waiting.push(resolve)),
  }
  return opener
}

function fakeExchange(request: RawRequest, opener: FakeOpener, closed: (outcome: string) => void): Exchange {
  const url = new URL(request.url.href.replaceAll(secret, token))
  const headers = request.headers.filter(
    ([name]) => !/^(x-client|content-encoding|content-length|expect|cookie)/i.test(name),
  )
  const body = request.body === null ? null : scrubBytes(request)
  if (body !== null) headers.push(['content-length', String(body.length)])
  let open = true
  return {
    request: { method: request.method, url, headers, body: body as ScrubbedBytes | null },
    standsAlone: opener.standsAlone,
    onAbort(listener) {
      const { signal } = opener.scope
      const tell = () => listener(signal.reason)
      setMaxListeners(0, signal)
      if (signal.aborted) queueMicrotask(tell)
      else signal.addEventListener('abort', tell, { once: true })
      return () => signal.removeEventListener('abort', tell)
    },
    answer(status, answerHeaders): AnswerPlan {
      opener.onAnswer?.(status, answerHeaders)
      const codings = answerHeaders
        .filter(([name]) => name.toLowerCase() === 'content-encoding')
        .map(([, value]) => value)
      return {
        status,
        headers: answerHeaders
          .filter(
            ([name]) => !/^content-encoding$/i.test(name) && (opener.keepsLength || !/^content-length$/i.test(name)),
          )
          .map(([name, value]) => [name, value.replaceAll(token, secret)]),
        decode: codings.flatMap(value => value.split(/,\s*/)).reverse() as ContentCoding[],
        body: restorer(),
      }
    },
    close(outcome) {
      if (!open) throw new Error('closed twice')
      open = false
      closed(outcome)
    },
  }
}

function scrubBytes({ headers, body }: RawRequest): Uint8Array {
  const coded = headers.some(([name, value]) => name.toLowerCase() === 'content-encoding' && value === 'gzip')
  const bytes = coded ? gunzipSync(body!) : Buffer.from(body!)
  return Buffer.from(bytes.toString('latin1').replaceAll(secret, token), 'latin1')
}

/** Holds back what may become the token; refuses an answer that holds the word `unreadable`. */
function restorer(): BodyRestorer {
  let held = ''
  return {
    write(chunk) {
      const text = (held + Buffer.from(chunk).toString('latin1')).replaceAll(token, secret)
      if (text.includes('unreadable')) throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE')
      let keep = Math.min(token.length - 1, text.length)
      while (keep > 0 && !token.startsWith(text.slice(-keep))) keep--
      held = keep === 0 ? '' : text.slice(-keep)
      return Buffer.from(text.slice(0, text.length - keep), 'latin1')
    },
    end() {
      if (held === '[NAME') throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE')
      return Buffer.from(held, 'latin1')
    },
  }
}

/** Waits until a count stops growing: five looks in a row with the same value. */
export async function settled(count: () => number): Promise<void> {
  let last = -1
  for (let same = 0; same < 5; ) {
    await new Promise(resolve => setTimeout(resolve, 20))
    same = count() === last ? same + 1 : 0
    last = count()
  }
}
