/**
 * A loopback server, and a pipeline that scrubs nothing but a word made for one call. What arrives at the server, and what
 * comes back, tells whether a carrier is guarded. Nobody else's text takes part, and nothing goes beyond this machine.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import * as http2 from 'node:http2'
import type { AddressInfo } from 'node:net'
import { lendOpener } from '../intercept/index.ts'
import { parseOptions } from '../options.ts'
import { createPipeline, runInScope, ScopeState } from '../pipeline/index.ts'
import type { Detector, ExchangeOpener, Finding } from '../types.ts'
import type { CarrierState } from './coverage.ts'

/** How a carrier sends one call. Gives the body of the answer. */
export type SendCanary = (call: CanaryCall) => Promise<string>

export interface CanaryCall {
  /** `http://127.0.0.1:…`, for HTTP/1.1. */
  readonly origin: string
  /** The same for HTTP/2 without TLS. */
  readonly http2Origin: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** What must not arrive, for carriers that send no body. */
  readonly word: string
  /** Aborts when the call has taken too long. */
  readonly signal: AbortSignal
}

export interface Canary {
  /** For the carrier that is handed to clients. */
  readonly opener: ExchangeOpener
  send(carrier: SendCanary): Promise<CarrierState>
  close(): void
}

const path = '/v1/chat/completions'
const word = /canary-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
// Far more than a call over the loopback interface takes, on a machine that is busy too.
const patienceMs = 15_000

export async function openCanary(webSockets: 'block' | 'allow'): Promise<Canary> {
  let arrived = ''
  const plain = createServer((request, response) => answer(request, response))
  const second = http2.createServer((request, response) => answer(request, response))
  plain.on('upgrade', (request, socket) => {
    arrived += request.url
    socket.destroy()
  })
  const ports = await Promise.all([listen(plain), listen(second)])
  const [origin, http2Origin] = ports.map(port => `http://127.0.0.1:${port}`) as [string, string]
  const opener = canaryOpener([origin, http2Origin], webSockets)
  const takeBack = lendOpener(opener)

  function answer(
    request: IncomingMessage | http2.Http2ServerRequest,
    response: ServerResponse | http2.Http2ServerResponse,
  ): void {
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      arrived += body
      response.setHeader('content-type', 'application/json')
      response.end(answerTo(request.url ?? '', body))
    })
  }

  return {
    opener,
    async send(carrier) {
      const value = `canary-${randomUUID()}`
      arrived = ''
      const body = JSON.stringify({ model: 'canary', messages: [{ role: 'user', content: value }] })
      const headers = { 'content-type': 'application/json' }
      const scope = new ScopeState(10, opener)
      const signal = AbortSignal.timeout(patienceMs)
      try {
        const call: CanaryCall = { origin, http2Origin, path, headers, body, word: value, signal }
        const text = await inTime(
          runInScope(scope, () => carrier(call)),
          signal,
        )
        if (arrived.includes(value)) return 'open'
        return text.includes(value) ? 'guarded' : 'broken'
      } catch (error) {
        if (arrived.includes(value)) return 'open'
        return isRefusal(error) ? 'refused' : 'broken'
      } finally {
        scope.release()
      }
    },
    close() {
      takeBack()
      plain.close()
      plain.closeAllConnections()
      second.close()
    },
  }
}

/** A pipeline as every guard has it, with a detector of its own: the options of a user must not hide the canary. */
function canaryOpener(origins: readonly string[], webSockets: 'block' | 'allow'): ExchangeOpener {
  const detector: Detector = {
    detect: text =>
      [...text.matchAll(word)].map(
        ({ index, 0: found }): Finding => ({
          start: index,
          end: index + found.length,
          type: 'EMAIL',
          score: 1,
          recognizer: 'canary',
        }),
      ),
  }
  const providers = Object.fromEntries(origins.map((baseUrl, index) => [`canary-${index}`, { baseUrl }]))
  return createPipeline({ settings: parseOptions({ providers, webSockets }), detector, onExchange: () => undefined })
    .opener
}

/** The model's answer repeats the prompt: the word, or what stands for it. */
function answerTo(path: string, body: string): string {
  const content = /"(?:content|text)":"([^"]*)"/.exec(body)?.[1] ?? ''
  if (path.endsWith('/converse'))
    return JSON.stringify({ output: { message: { role: 'assistant', content: [{ text: content }] } } })
  return JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] })
}

function listen(server: Server | http2.Http2Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
    // The self-test keeps no process alive.
    server.unref()
  })
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ])
}

/** A refusal of ours, however deep a client has wrapped it. */
function isRefusal(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; depth < 5 && at instanceof Error; depth++, at = at.cause) {
    if ('code' in at && String(at.code).startsWith('ERR_GDPR_')) return true
  }
  return false
}
