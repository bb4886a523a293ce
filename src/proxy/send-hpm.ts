/**
 * Sends a scrubbed request by http-proxy-middleware (3 and 4), which gets a request of our own making: scrubbed body,
 * headers and path. Its way of answering is not used: `responseInterceptor` buffers streams and turns resets into clean ends.
 */

import type { ClientRequest } from 'node:http'
import * as http from 'node:http'
import * as https from 'node:https'
import type { Socket } from 'node:net'
import type { ScrubbedRequest } from '../types.ts'
import type { AnswerReceiver, Send } from './call.ts'
import { headerObject } from './headers.ts'
import { receiveAnswerOf } from './receive-message.ts'

/** The part of `createProxyMiddleware` that both majors share. */
export type ProxyFactory = (options: never) => (req: never, res: never, next: never) => unknown

/** Options of http-proxy-middleware that cannot break what the guard promises; handed on as they are. */
export interface HpmOptions {
  /** Connections to the provider. Default: an agent that keeps connections open. */
  agent?: http.Agent
  /** Check certificates. Default true. */
  secure?: boolean
  /** TLS settings of the connection to the provider, as for `https.request`. */
  ssl?: object
  /** Headers to add to each request to the provider: sent as they are. */
  headers?: Record<string, string>
  /** How long the provider may be silent, in milliseconds. Default 600,000. */
  proxyTimeout?: number
  /** Local interface to connect from. */
  localAddress?: string
  /** Where http-proxy-middleware writes its own lines, which hold scrubbed paths. Default: nowhere. */
  logger?: { info(text: unknown): void; warn(text: unknown): void; error(text: unknown): void }
}

const receiverKey = Symbol('receiver')

/**
 * What http-proxy reads of a request: no stream, since the body is here whole and a stream for each would cost as much as
 * sending it. The client's own request tells when the client goes away (`hold`), so nothing is ever emitted here.
 */
class MadeRequest {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string | string[]>
  readonly httpVersion = '1.1'
  readonly socket: Socket
  readonly connection: Socket
  readonly [receiverKey]: AnswerReceiver
  readonly #body: Uint8Array | null

  constructor({ url, method, headers, body }: ScrubbedRequest, socket: Socket, receiver: AnswerReceiver) {
    this.method = method
    this.url = url.pathname + url.search
    this.headers = headerObject(headers)
    this.socket = socket
    this.connection = socket
    this[receiverKey] = receiver
    this.#body = body
  }

  on(): this {
    return this
  }

  pipe(request: ClientRequest): ClientRequest {
    if (this.#body === null) request.end()
    else request.end(this.#body)
    return request
  }
}

/**
 * What http-proxy gets in place of the client's answer, which is none of its business: 4 destroys it when the provider
 * breaks off, where the client is to get a 502. One that is finished is left alone by both majors.
 */
const madeResponse = {
  finished: true,
  headersSent: false,
  writableFinished: true,
  on() {
    return madeResponse
  },
}

interface ProxyServer {
  on(name: string, listener: (...args: never[]) => void): unknown
}

export function sendByHpm(createProxyMiddleware: ProxyFactory, options: HpmOptions): Send {
  const keptOpen = { keepAlive: true, maxFreeSockets: 256 }
  const agents = { 'http:': new http.Agent(keptOpen), 'https:': new https.Agent(keptOpen) }
  /** By origin: those of the configuration. With one `router` for all, three URLs were parsed for each request. */
  const proxies = new Map<string, LibraryProxy>()

  function openProxy(url: URL): LibraryProxy {
    const protocol = url.protocol === 'https:' ? 'https:' : 'http:'
    const agent = options.agent ?? agents[protocol]
    const fixed = {
      target: targetOf(url),
      changeOrigin: true,
      selfHandleResponse: true,
      ejectPlugins: true,
      plugins: [listen],
    }
    return createProxyMiddleware({ proxyTimeout: 600_000, ...options, agent, ...fixed } as never) as LibraryProxy
  }

  return (request, receiver, client) => {
    const { origin } = request.url
    const proxy = proxies.get(origin) ?? openProxy(request.url)
    proxies.set(origin, proxy)
    void proxy(new MadeRequest(request, client.socket, receiver), madeResponse, error => receiver.fail(error))
  }
}

type LibraryProxy = (req: MadeRequest, res: typeof madeResponse, next: (error?: unknown) => void) => unknown

/** In parts, as node:url once gave them: a URL or its text would be parsed again for each request. */
function targetOf({ protocol, host, hostname, port }: URL): object {
  return { protocol, host, hostname: hostname.replace(/^\[|\]$/g, ''), port, path: '/', pathname: '/' }
}

/** In place of the library's own plugins, which answer errors with the host and path they failed at. */
function listen(server: ProxyServer): void {
  // `proxyReq` never fires with Expect: 100-continue; such a header never gets here.
  server.on('proxyReq', (request: ClientRequest, made: MadeRequest) => receiveAnswerOf(request, made[receiverKey]))
  const fail = (error: unknown, made: MadeRequest) => made[receiverKey].fail(error)
  server.on('error', fail)
  server.on('econnreset', fail)
}
