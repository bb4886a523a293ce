/** What requests can do to leave raw, whatever the client: each way was seen in real clients. One test per hazard. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import * as http from 'node:http'
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import axios from 'axios'
import { Agent, getGlobalDispatcher, interceptors, setGlobalDispatcher, request as undiciRequest } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { guardAws } from '../../src/adapters/aws.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Provider, startProvider } from '../intercept/kit.ts'
import { plant } from '../kit/planted.ts'
import { gzipSync, zstdCompressSync } from './zlib.ts'

const fetchTakenEarly = globalThis.fetch
let guard: Guard

afterEach(() => guard.close())

function guardFor(provider: Provider): void {
  guard = createGuard({ providers: { openai: { baseUrl: `${provider.origin}/v1` } } })
}

const chat = (content: string) => JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] })
const json = { 'content-type': 'application/json' }
const pathOf = (provider: Provider) => `${provider.origin}/v1/chat/completions`

/** The code of the GuardError that a client wraps or throws itself. */
async function codeOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => new Error('was not refused'),
    (caught: unknown) => caught,
  )
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code: unknown = Reflect.get(at, 'code')
    if (typeof code === 'string' && code.startsWith('ERR_GDPR_')) return code
  }
  return error
}

function send(options: http.RequestOptions, body: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request({ method: 'POST', ...options })
    request.on('error', reject)
    request.on('response', async response => {
      let text = ''
      for await (const piece of response.setEncoding('utf8')) text += piece
      resolve(text)
    })
    request.end(body)
  })
}

describe('a redirect to another origin, which clients follow with the raw body they hold', () => {
  const clients: Record<string, (url: string, body: string) => Promise<unknown>> = {
    fetch: (url, body) => fetch(url, { method: 'POST', headers: json, body }),
    'fetch taken before the hooks': (url, body) => fetchTakenEarly(url, { method: 'POST', headers: json, body }),
    axios: (url, body) => axios.post(url, body, { headers: json }),
    'undici with its redirect interceptor': async (url, body) => {
      const before = getGlobalDispatcher()
      setGlobalDispatcher(new Agent().compose(interceptors.redirect({ maxRedirections: 3 })))
      try {
        return await undiciRequest(url, { method: 'POST', headers: json, body })
      } finally {
        setGlobalDispatcher(before)
      }
    },
  }
  it('307 is refused for the AWS SDK', async () => {
    const { email } = plant(1_090)
    await using elsewhere = await startProvider()
    await using provider = await startProvider((_, response) => {
      response.writeHead(307, { location: `${elsewhere.origin}/model/m/converse` }).end()
    })
    guard = createGuard({ providers: { bedrock: { baseUrl: provider.origin } } })
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x'.repeat(40) }
    const requestHandler = new NodeHttpHandler()
    const options = { region: 'eu-central-1', endpoint: provider.origin, credentials, maxAttempts: 1, requestHandler }
    const client = guardAws(new BedrockRuntimeClient(options))
    const input = { modelId: 'm', messages: [{ role: 'user' as const, content: [{ text: email }] }] }
    expect(await codeOf(client.send(new ConverseCommand(input)))).toBe('ERR_GDPR_REDIRECT_REFUSED')
    client.destroy()
    expect(elsewhere.wire()).toBe('')
    expect(provider.wire()).not.toContain(email)
  })

  it.each([307, 308].flatMap(status => Object.keys(clients).map(name => [status, name] as const)))(
    '%i is refused for %s',
    async (status, name) => {
      const { email } = plant(1_000 + status + Object.keys(clients).indexOf(name) * 10)
      await using elsewhere = await startProvider()
      await using provider = await startProvider((_, response) => {
        response.writeHead(status, { location: `${elsewhere.origin}/v1/chat/completions` }).end()
      })
      guardFor(provider)
      const code = await codeOf(clients[name]!(pathOf(provider), chat(email)))
      // The interceptor's own dispatcher is foreign until the next look at it; it is stopped before that.
      expect(['ERR_GDPR_REDIRECT_REFUSED', 'ERR_GDPR_UNGUARDED_CARRIER']).toContain(code)
      expect(elsewhere.wire()).toBe('')
      expect(provider.wire()).not.toContain(email)
    },
  )
})

it('`Expect: 100-continue` sends nothing before the scrub, and its headers only after it', async () => {
  const { email, order } = plant(1_101)
  await using provider = await startProvider()
  guardFor(provider)
  const options = { port: provider.port, host: '127.0.0.1', path: '/v1/chat/completions', method: 'POST' }
  const request = http.request({ ...options, headers: { ...json, expect: '100-continue', 'x-customer': order } })
  const bytesAtContinue = await new Promise<string>((resolve, reject) => {
    request.on('error', reject)
    request.on('continue', () => resolve(provider.wire()))
  })
  expect(bytesAtContinue).toBe('')
  const answered = new Promise(resolve => request.on('response', response => response.resume().on('end', resolve)))
  request.end(chat(email))
  await answered
  expect(provider.wire()).toContain('[EMAIL_1]')
  for (const value of [email, order, '100-continue']) expect(provider.wire()).not.toContain(value)
})

it('headers given as an array are read, and their body is scrubbed', async () => {
  const { email, ip } = plant(1_102)
  await using provider = await startProvider()
  guardFor(provider)
  // Node writes such headers down in the constructor: they are not to be had by getHeader.
  const headers = [
    'Host',
    provider.host,
    'Content-Type',
    'application/json',
    'X-Forwarded-For',
    ip,
    'Authorization',
    'Bearer none',
  ]
  const options = { port: provider.port, host: '127.0.0.1', path: '/v1/chat/completions' }
  await send({ ...options, headers: headers as never }, chat(email))
  const flat = ['content-type', 'application/json', 'x-forwarded-for', ip, 'authorization', 'Bearer none']
  await (await undiciRequest(pathOf(provider), { method: 'POST', headers: flat, body: chat(email) })).body.dump()
  expect(provider.received.map(({ body }) => body)).toEqual([chat('[EMAIL_1]'), chat('[EMAIL_1]')])
  expect(provider.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer none', 'Bearer none'])
  for (const value of [email, ip]) expect(provider.wire()).not.toContain(value)
})

it('a Host header can hide no provider, by any client', async () => {
  const { email } = plant(1_103)
  await using provider = await startProvider()
  guardFor(provider)
  const headers = { ...json, host: 'innocent.example' }
  // Not the path of a model: those are guarded on any host.
  const path = '/v1/notes'
  await send({ port: provider.port, host: '127.0.0.1', path, headers }, chat(email))
  const request = { method: 'POST', headers, body: chat(email) } as const
  await (await undiciRequest(provider.origin + path, request)).body.dump()
  await (await fetchTakenEarly(provider.origin + path, request)).text()
  await (await fetch(provider.origin + path, request)).text()
  expect(provider.received).toHaveLength(4)
  expect(provider.wire()).toContain('[EMAIL_1]')
  expect(provider.wire()).not.toContain(email)
})

it('a gzip body is scrubbed, and no raw value is in what was compressed', async () => {
  const { email } = plant(1_104)
  await using provider = await startProvider()
  guardFor(provider)
  const body = gzipSync(chat(email))
  const headers = { ...json, 'content-encoding': 'gzip' }
  await (await fetch(pathOf(provider), { method: 'POST', headers, body })).text()
  await send({ port: provider.port, host: '127.0.0.1', path: '/v1/chat/completions', headers }, body)
  expect(provider.received.map(({ body }) => body)).toEqual([chat('[EMAIL_1]'), chat('[EMAIL_1]')])
  expect(provider.received.some(({ headers }) => 'content-encoding' in headers)).toBe(false)
})

it('a zstd body, which this Node may not be able to read, is refused', async () => {
  const { email } = plant(1_105)
  await using provider = await startProvider()
  guardFor(provider)
  const body = zstdCompressSync(chat(email))
  const headers = { ...json, 'content-encoding': 'zstd' }
  expect(await codeOf(fetch(pathOf(provider), { method: 'POST', headers, body }))).toBe('ERR_GDPR_ENCODING_UNSUPPORTED')
  expect(provider.wire()).toBe('')
})

it('values in the query string are scrubbed, by any client', async () => {
  const { email } = plant(1_106)
  await using provider = await startProvider()
  guardFor(provider)
  const query = `?customer=${encodeURIComponent(email)}`
  const request = { method: 'POST', headers: json, body: chat('x') } as const
  await (await fetch(pathOf(provider) + query, request)).text()
  await (await undiciRequest(pathOf(provider), { ...request, query: { customer: email } })).body.dump()
  const options = { port: provider.port, host: '127.0.0.1', path: `/v1/chat/completions${query}`, headers: json }
  await send(options, chat('x'))
  for (const { url } of provider.received) expect(decodeURIComponent(url)).toContain('customer=[EMAIL_1]')
  expect(provider.received).toHaveLength(3)
  expect(decodeURIComponent(provider.wire())).not.toContain(email)
})

it('an order number that happens to be the port of the provider stops no call', async () => {
  await using provider = await startProvider()
  guardFor(provider)
  const body = chat(`Where is order #${provider.port}?`)
  await (await fetch(pathOf(provider), { method: 'POST', headers: json, body })).text()
  expect(provider.received.map(({ body }) => body)).toEqual([chat('Where is order [ORDER_NUMBER_1]?')])
})

it('a call made inside the pull() of a streamed body is scrubbed too', async () => {
  const [outer, inner] = [plant(1_107).email, plant(1_108).email]
  await using provider = await startProvider()
  guardFor(provider)
  for (const call of [fetch, fetchTakenEarly]) {
    const body = new ReadableStream({
      async pull(controller) {
        await (await call(pathOf(provider), { method: 'POST', headers: json, body: chat(inner) })).text()
        controller.enqueue(new TextEncoder().encode(chat(outer)))
        controller.close()
      },
    })
    await (await call(pathOf(provider), { method: 'POST', headers: json, body, duplex: 'half' })).text()
  }
  expect(provider.received).toHaveLength(4)
  for (const value of [outer, inner]) expect(provider.wire()).not.toContain(value)
})

it('the mark of one call lets no second call through, while it runs or afterwards', async () => {
  const { email } = plant(1_109)
  await using provider = await startProvider()
  const markName = 'x-llm-gdpr-guard-mark'
  const marks = new Set<string>()
  // Anyone in the process can look below the hooks, as tracing does; who subscribed first sees the mark.
  const look = (message: unknown) => {
    const { request } = message as { request: { headers: unknown[] } }
    const at = request.headers.indexOf(markName)
    if (at >= 0) marks.add(String(request.headers[at + 1]))
  }
  subscribe('undici:request:create', look)
  guardFor(provider)
  const options = { port: provider.port, host: '127.0.0.1', path: '/v1/chat/completions' }
  let replays = 0
  const replay = async () => {
    for (const mark of [...marks]) {
      const request = { method: 'POST', headers: { ...json, [markName]: mark }, body: chat(email) } as const
      const calls = [
        fetch(pathOf(provider), request).then(answer => answer.text()),
        fetchTakenEarly(pathOf(provider), request).then(answer => answer.text()),
        undiciRequest(pathOf(provider), request).then(({ body }) => body.dump()),
        send({ ...options, headers: request.headers }, chat(email)),
      ]
      replays += calls.length
      await Promise.allSettled(calls)
    }
  }
  let whileRunning = Promise.resolve()
  provider.answer = (received, response) => {
    if (!received.body.includes('first')) return response.end('{}')
    whileRunning = replay()
    void whileRunning.then(() => response.end('{}'))
  }
  await (await fetch(pathOf(provider), { method: 'POST', headers: json, body: chat('first') })).text()
  await whileRunning
  await replay()
  unsubscribe('undici:request:create', look)
  expect(replays).toBeGreaterThan(4)
  expect(provider.wire()).toContain('[EMAIL_1]')
  expect(provider.wire()).not.toContain(email)
  expect(provider.wire()).not.toContain(markName)
})
