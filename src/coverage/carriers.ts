/** One entry for each way a call can leave this process: how it sends a canary, and what to change where it leaks. */
import { readFileSync } from 'node:fs'
import * as http from 'node:http'
import * as http2 from 'node:http2'
import * as https from 'node:https'
import { createRequire } from 'node:module'
import * as net from 'node:net'
import { dirname, join } from 'node:path'
import { GuardError, isGuardError } from '../errors.ts'
import { bareFetch, guardedFetch } from '../intercept/index.ts'
import type { ExchangeOpener } from '../types.ts'
import type { CanaryCall, SendCanary } from './canary.ts'

export interface Carrier {
  readonly carrier: string
  readonly version: string | null
  /** `null`: there is no such client in this process. */
  readonly send: SendCanary | null
  readonly fix: string
  /** Works where nothing is intercepted too. */
  readonly isExplicit?: true
}

const installFirst =
  'Create the guard before anything else, best by `node --import llm-gdpr-guard/register`, and see what replaced the hook since.'

export function nodeCarriers(opener: ExchangeOpener): Carrier[] {
  const node = (carrier: string, send: SendCanary | null, fix = installFirst): Carrier => ({
    carrier,
    version: null,
    send,
    fix,
  })
  return [
    { ...node('guard.fetch', byFetch(guardedFetch(opener))), isExplicit: true },
    node('fetch', byFetch(globalThis.fetch)),
    node('fetch taken earlier', byFetch(bareFetch())),
    node('fetch with its own Agent', byOwnAgent()),
    node('node:http', byRequest(http.request)),
    node('node:https', byRequest(https.request)),
    node('node:http2', byHttp2),
    node('WebSocket', byWebSocket(), 'Set `webSockets: "block"`: messages of WebSockets cannot be scrubbed.'),
    node('sockets', bySocket, '`mode: "strict"` refuses connections to providers that no hook reads.'),
  ]
}

/** Copies of undici that this process has loaded, by whatever name they are installed. */
export function undiciCarriers(): Carrier[] {
  const { cache } = createRequire(import.meta.url)
  return Object.entries(cache).flatMap(([file, module]) => {
    if (!/[\\/]node_modules[\\/]undici\w*[\\/]index\.js$/.test(file)) return []
    return carriersOfUndici(module?.exports, versionBeside(file))
  })
}

/** Copies of the Bedrock client that this process has loaded: hooked by themselves, as `guardAws` does it by hand. */
export function awsCarriers(): Carrier[] {
  const { cache } = createRequire(import.meta.url)
  return Object.entries(cache).flatMap(([file, module]) => {
    if (!bedrockFile.test(file)) return []
    return carriersOfBedrock(module?.exports, versionBeside(dirname(file)))
  })
}

const bedrockFile = /[\\/]@aws-sdk[\\/]client-bedrock-runtime[\\/]dist-cjs[\\/]index\.js$/

/** The part of the SDK's door that is tried. */
interface Bedrock {
  readonly BedrockRuntimeClient: new (
    options: object,
  ) => { send(command: object, options: object): Promise<object>; destroy(): void }
  readonly ConverseCommand: new (input: object) => object
}

export function carriersOfBedrock(exported: unknown, version: string | null): Carrier[] {
  if (!isBedrock(exported)) return []
  const fix = 'Wrap the client: `guardAws(new BedrockRuntimeClient({ … }))` from `llm-gdpr-guard/aws`.'
  return [{ carrier: 'AWS SDK', version, send: byBedrock(exported), fix }]
}

function isBedrock(exported: unknown): exported is Bedrock {
  return (
    typeof exported === 'object' &&
    exported !== null &&
    'BedrockRuntimeClient' in exported &&
    'ConverseCommand' in exported
  )
}

/** The SDK chooses the version of HTTP by its handler, which is not told from outside: what fails by one goes by the other. */
function byBedrock({ BedrockRuntimeClient, ConverseCommand }: Bedrock): SendCanary {
  const ask = async (endpoint: string, { word, signal }: CanaryCall) => {
    const credentials = { accessKeyId: 'canary', secretAccessKey: 'canary' }
    const client = new BedrockRuntimeClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 })
    const input = { modelId: 'canary', messages: [{ role: 'user', content: [{ text: word }] }] }
    try {
      return JSON.stringify(await client.send(new ConverseCommand(input), { abortSignal: signal }))
    } finally {
      client.destroy()
    }
  }
  return call =>
    ask(call.http2Origin, call).catch((error: unknown) => {
      if (isGuardError(error)) throw error
      return ask(call.origin, call)
    })
}

/** The part of undici's door that is tried. */
interface Undici {
  request(url: string, options: object): Promise<{ body: { text(): Promise<string> } }>
  readonly Pool: new (
    origin: string,
  ) => { request(options: object): Promise<{ body: { text(): Promise<string> } }>; destroy(): Promise<void> }
}

export function carriersOfUndici(exported: unknown, version: string | null): Carrier[] {
  if (!isUndici(exported)) return []
  const { request, Pool } = exported
  const byGlobal: SendCanary = async ({ origin, path, headers, body, signal }) => {
    const answer = await request(origin + path, { method: 'POST', headers, body, signal })
    return answer.body.text()
  }
  const byPool: SendCanary = async ({ origin, path, headers, body, signal }) => {
    const pool = new Pool(origin)
    try {
      return await (await pool.request({ path, method: 'POST', headers, body, signal })).body.text()
    } finally {
      await pool.destroy()
    }
  }
  const fix = 'Leave undici out of the bundle, or hand the Pool to `guard.fetch` as its `dispatcher`.'
  return [
    { carrier: 'undici', version, send: byGlobal, fix: installFirst },
    { carrier: 'undici Pool', version, send: byPool, fix },
  ]
}

function isUndici(exported: unknown): exported is Undici {
  return typeof exported === 'object' && exported !== null && 'request' in exported && 'Pool' in exported
}

function versionBeside(file: string): string | null {
  try {
    const { version } = JSON.parse(readFileSync(join(dirname(file), 'package.json'), 'utf8')) as { version?: unknown }
    return typeof version === 'string' ? version : null
  } catch {
    return null
  }
}

function byFetch(call: typeof fetch | undefined, init: RequestInit = {}): SendCanary | null {
  if (call === undefined) return null
  return async ({ origin, path, headers, body, signal }) => {
    const response = await call(origin + path, { ...init, method: 'POST', headers, body, signal })
    return response.text()
  }
}

/** The class of the dispatcher that fetch uses: the copy of undici inside Node, or the one that replaced it. */
function byOwnAgent(): SendCanary | null {
  const bare = bareFetch() ?? globalThis.fetch
  const dispatcher: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))
  if (typeof dispatcher !== 'object' || dispatcher === null) return null
  const Agent = dispatcher.constructor as new () => NonNullable<RequestInit['dispatcher']>
  return async call => {
    const agent = new Agent()
    try {
      return await byFetch(bare, { dispatcher: agent })!(call)
    } finally {
      await agent.destroy()
    }
  }
}

function byRequest(request: typeof http.request): SendCanary {
  return ({ origin, path, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(origin)
      // A plain connection also for https: what is tried is the hook, which does not depend on TLS.
      const createConnection = () => net.connect(Number(port), hostname)
      const target = { hostname, port, path, method: 'POST', headers, signal, createConnection }
      const sent = request(target, response => resolve(textOf(response)))
      sent.on('error', reject)
      sent.end(body)
    })
}

function byHttp2({ http2Origin, path, headers, body, signal }: CanaryCall): Promise<string> {
  const session = http2.connect(http2Origin)
  return new Promise<string>((resolve, reject) => {
    session.on('error', reject)
    const stream = session.request({ ':method': 'POST', ':path': path, ...headers }, { signal })
    stream.on('error', reject)
    textOf(stream).then(resolve, reject)
    stream.end(body)
  }).finally(() => session.destroy())
}

/** undici says only that it failed. Where the server has seen the handshake, the canary knows. */
function byWebSocket(): SendCanary | null {
  const Platform: unknown = Reflect.get(globalThis, 'WebSocket')
  if (typeof Platform !== 'function') return null
  return ({ origin, word }) =>
    new Promise((_, reject) => {
      const socket: EventTarget = Reflect.construct(Platform, [`${origin.replace('http', 'ws')}/v1/realtime/${word}`])
      const refused = () => reject(new GuardError('ERR_GDPR_UPGRADE_REFUSED'))
      for (const event of ['error', 'open', 'close']) socket.addEventListener(event, refused)
    })
}

function bySocket({ origin, path, body }: CanaryCall): Promise<string> {
  const { hostname, port, host } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname)
    socket.on('error', reject)
    textOf(socket).then(resolve, reject)
    const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`
    socket.write(head + body)
  })
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const piece of stream.setEncoding('utf8')) text += piece
  return text
}
