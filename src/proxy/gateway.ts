/** The stand-alone server: one route per provider, the API, health and metrics. Stops without cutting streams. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Metrics } from '../observe/metrics.ts'
import type { ExchangeSummary } from '../types.ts'
import { forward, type ScopedOpener } from './forward.ts'
import { asksForJson, type Measured, rememberCoverage } from './health.ts'
import { sendUndici } from './send-undici.ts'
import { targetByProvider } from './targets.ts'

/** The part of a guard that the gateway needs. */
export interface GatewayGuard {
  carry(res: ServerResponse): ScopedOpener
  on(name: 'exchange', listener: (summary: ExchangeSummary) => void): () => void
  coverage(): Promise<Measured>
}

export interface GatewayOptions {
  readonly guard: GatewayGuard
  /** Addresses by the first segment of the path. */
  readonly upstreams: ReadonlyMap<string, string>
  /** Answers what is its own and calls `next` for the rest. `null`: no API. */
  readonly api: ((req: IncomingMessage, res: ServerResponse, next: () => void) => void) | null
  readonly host: string
  readonly port: number
  /** How long an upstream may be silent, in milliseconds. */
  readonly upstreamTimeoutMs: number
  /** How long a client may take to send a request, in milliseconds. */
  readonly requestTimeoutMs: number
  /** How long a client may take to send its headers, in milliseconds. */
  readonly headersTimeoutMs: number
  /** How long running answers may go on after a stop, in milliseconds. */
  readonly graceMs: number
  readonly connections: number
  /** The metrics of all processes that share the port. Default: those of this one. */
  readonly allMetrics?: (() => Promise<string>) | null
}

export interface Gateway {
  readonly url: string
  /** What this process has counted, as Prometheus text. */
  metrics(): string
  /** Takes no new connections, lets running answers end (at most `graceMs`), and closes. */
  stop(): Promise<void>
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { guard, upstreams, api, host, port } = options
  const metrics = new Metrics()
  const forget = guard.on('exchange', summary => metrics.record(summary))
  const sender = sendUndici({ timeoutMs: options.upstreamTimeoutMs })
  const begin = (res: ServerResponse) => guard.carry(res)
  const parts = { begin, findTarget: targetByProvider(upstreams), send: sender.send }
  const coverage = rememberCoverage(() => guard.coverage())
  let isStopping = false

  function answer(req: IncomingMessage, res: ServerResponse): void {
    const { url = '/' } = req
    if (isStopping) res.setHeader('connection', 'close')
    res.once('close', closeIfStopping)
    if (url === '/healthz') tellHealth(req, res)
    else if (url === '/readyz') sendText(res, isStopping ? 503 : 200, isStopping ? 'stopping\n' : 'ok\n')
    else if (url === '/metrics') tellMetrics(res)
    else if (api === null) forwardIt(req, res)
    else api(req, res, () => forwardIt(req, res))
  }

  /** The process lives, whatever the coverage: a probe that restarts it would change nothing of that. */
  function tellHealth(req: IncomingMessage, res: ServerResponse): void {
    const tell = (coverage: Measured | null) =>
      sendText(res, 200, JSON.stringify({ status: 'ok', coverage }), 'application/json')
    if (asksForJson(req.headers.accept)) coverage().then(tell, () => tell(null))
    else sendText(res, 200, 'ok\n')
  }

  /** Where the others cannot be asked, a part would look like a sum: better none. */
  function tellMetrics(res: ServerResponse): void {
    const tell = (text: string) => sendText(res, 200, text, 'text/plain; version=0.0.4; charset=utf-8')
    if (options.allMetrics == null) tell(metrics.toText())
    else options.allMetrics().then(tell, () => sendText(res, 503, 'stopping\n'))
  }

  /** Connections whose last answer has ended would be kept for the next request, which is not to come. */
  function closeIfStopping(): void {
    if (isStopping) setImmediate(() => server.closeIdleConnections())
  }

  function forwardIt(req: IncomingMessage, res: ServerResponse): void {
    void forward(parts, req, res, req.url ?? '/', undefined)
  }

  const server = createServer(
    {
      headersTimeout: options.headersTimeoutMs,
      requestTimeout: options.requestTimeoutMs,
      connectionsCheckingInterval: Math.max(100, Math.min(5_000, options.headersTimeoutMs)),
      maxHeaderSize: 16_384,
      keepAliveTimeout: 65_000,
    },
    answer,
  )
  server.maxConnections = options.connections
  server.on('upgrade', (_req, socket) => refuseSocket(socket))
  server.on('connect', (_req, socket) => refuseSocket(socket))
  await listen(server, host, port)
  const { port: actual } = server.address() as AddressInfo

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    metrics: () => metrics.toText(),
    async stop() {
      isStopping = true
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), options.graceMs)
      await closed
      clearTimeout(timer)
      forget()
      sender.close()
    },
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function sendText(res: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  res.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(text),
  })
  res.end(text)
}

/** WebSocket messages and tunnels cannot be scrubbed. */
function refuseSocket(socket: Duplex): void {
  socket.on('error', () => undefined)
  socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
}
