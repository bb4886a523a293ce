/** Corporate proxies: what they get to see is scrubbed, and tunnels are read before they are entered. */
import * as http from 'node:http'
import * as https from 'node:https'
import * as net from 'node:net'
import { text as readText } from 'node:stream/consumers'
import axios from 'axios'
import got from 'got'
import { HttpsProxyAgent } from 'https-proxy-agent'
import nodeFetch from 'node-fetch'
import * as undici from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { plant } from '../kit/planted.ts'
import { type Model, startModel } from '../matrix/model.ts'

interface CorporateProxy extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** Every byte that came from clients: of tunnels, what went through them. */
  seen(): string
  readonly tunnels: string[]
}

/** Forwards requests in absolute form, and opens tunnels. */
async function startCorporateProxy(): Promise<CorporateProxy> {
  const seen: string[] = []
  const tunnels: string[] = []
  const sockets = new Set<net.Socket>()
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n`)
    const { hostname, port, pathname, search } = new URL(request.url!)
    const { 'proxy-authorization': _, ...headers } = request.headers
    const options = { hostname, port, path: pathname + search, method: request.method ?? 'GET', headers, agent: false }
    const forwarded = net.connect(Number(port), hostname)
    sockets.add(forwarded)
    const onward = http.request({ ...options, createConnection: () => forwarded }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.on('data', piece => seen.push(String(piece)))
    request.pipe(onward)
  })
  server.on('connect', (request, socket: net.Socket) => {
    tunnels.push(request.url!)
    const [host, port] = request.url!.split(':')
    const onward = net.connect(Number(port), host)
    sockets.add(onward)
    for (const end of [socket, onward]) end.on('error', () => undefined)
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    socket.on('data', piece => seen.push(piece.toString('latin1')))
    socket.pipe(onward).pipe(socket)
  })
  server.on('connection', socket => sockets.add(socket))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    tunnels,
    seen: () => seen.join(''),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

let model: Model
let proxy: CorporateProxy
let guard: Guard

beforeAll(async () => {
  model = await startModel()
  guard = createGuard({
    providers: { plain: { baseUrl: `${model.origin}/openai/v1` }, secure: { baseUrl: `${model.tlsOrigin}/openai/v1` } },
  })
})

beforeEach(async () => {
  proxy = await startCorporateProxy()
  return () => proxy[Symbol.asyncDispose]()
})

afterAll(async () => {
  await guard.close()
  await model[Symbol.asyncDispose]()
})

const { email } = plant(1_601)
const path = '/openai/v1/chat/completions'
const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: `Write to ${email}.` }] })
const headers = { 'content-type': 'application/json' }
const post = { method: 'POST', headers, body } as const

type Call = (url: string) => Promise<string>

async function byGlobalDispatcher(dispatcher: undici.Dispatcher, call: Call, url: string): Promise<string> {
  const before = undici.getGlobalDispatcher()
  undici.setGlobalDispatcher(dispatcher)
  try {
    // As a request that comes in would do: the guard looks at the dispatcher again.
    return await call(url)
  } finally {
    undici.setGlobalDispatcher(before)
    await dispatcher.destroy()
  }
}

const proxyAgent = () => new undici.ProxyAgent({ uri: proxy.url, requestTls: { ca: model.ca } })
const tunnelAgent = () => new HttpsProxyAgent(proxy.url)

const byFetch: Call = async url => (await fetch(url, post)).text()

const clients: Record<string, Call> = {
  'fetch with a global ProxyAgent': url => byGlobalDispatcher(proxyAgent(), byFetch, url),
  'fetch with a ProxyAgent of its own': async url => {
    const dispatcher = proxyAgent()
    try {
      return await (await fetch(url, { ...post, dispatcher } as unknown as RequestInit)).text()
    } finally {
      await dispatcher.destroy()
    }
  },
  'node:http(s) with https-proxy-agent': url =>
    new Promise((resolve, reject) => {
      const { request } = url.startsWith('https:') ? https : http
      const options = { method: 'POST', headers, agent: tunnelAgent(), ca: model.ca }
      const sent = request(url, options, response => readText(response).then(resolve, reject))
      sent.on('error', reject)
      sent.end(body)
    }),
  'node-fetch with https-proxy-agent': async url => {
    const agent = new HttpsProxyAgent(proxy.url, { ca: model.ca } as object)
    Object.assign(agent, { options: { ...agent.options, ca: model.ca } })
    return (await nodeFetch(url, { ...post, agent })).text()
  },
  'axios with https-proxy-agent': async url => {
    const agent = tunnelAgent()
    Object.assign(agent, { options: { ...agent.options, ca: model.ca } })
    const options = { headers, proxy: false, httpAgent: agent, httpsAgent: agent, responseType: 'text' } as const
    return String((await axios.post(url, body, { ...options, transformResponse: data => data })).data)
  },
  'got with https-proxy-agent': url => {
    const agent = tunnelAgent()
    const options = { headers, body, agent: { http: agent, https: agent }, https: { certificateAuthority: model.ca } }
    return got.post(url, { ...options, retry: { limit: 0 } }).text()
  },
}

function contentOf(answer: string): string {
  return (JSON.parse(answer) as { choices: { message: { content: string } }[] }).choices[0]!.message.content
}

describe.each(Object.keys(clients))('%s', name => {
  it.each(['http', 'https'])('is scrubbed on its way through the proxy, to %s', async scheme => {
    model.take()
    const answer = await clients[name]!((scheme === 'http' ? model.origin : model.tlsOrigin) + path)
    expect(contentOf(answer)).toBe(`Write to ${email}.`)
    const arrived = model.take()
    expect(arrived).toContain('[EMAIL_1]')
    expect(arrived).not.toContain(email)
    expect(proxy.seen()).not.toContain(email)
    expect(proxy.tunnels.length + proxy.seen().split('POST http').length - 1).toBeGreaterThan(0)
    if (scheme === 'https') expect(proxy.tunnels).toEqual([new URL(model.tlsOrigin).host])
  })
})

it('axios with `proxy` sends the absolute form, scrubbed, with its credentials for the proxy alone', async () => {
  const auth = { username: 'proxy', password: 'none' }
  const options = { headers, proxy: { protocol: 'http', host: '127.0.0.1', port: proxy.port, auth } }
  const { data } = await axios.post(model.origin + path, body, options)
  expect(contentOf(JSON.stringify(data))).toBe(`Write to ${email}.`)
  expect(proxy.seen()).toContain(`POST ${model.origin}${path}`)
  expect(proxy.seen()).toMatch(/proxy-authorization/i)
  const arrived = model.take()
  expect([arrived.includes('[EMAIL_1]'), /proxy-authorization/i.test(arrived)]).toEqual([true, false])
  expect(proxy.seen()).not.toContain(email)
})
