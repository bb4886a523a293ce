/** Clients built on node:http, against a loopback provider: each must be caught without knowing of us. */
import * as http from 'node:http'
import axios from 'axios'
import nodeFetch from 'node-fetch'
import superagent from 'superagent'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardedFetch, installHooks } from '../../src/intercept/index.ts'
import { type FakeOpener, fakeOpener, type Provider, startProvider } from './kit.ts'

let provider: Provider
let opener: FakeOpener
let hooks: { remove(): void }

// Built while no hook is on.
const earlyAxios = axios.create({ adapter: 'http' })

beforeEach(async () => {
  provider = await startProvider()
  opener = fakeOpener([provider.host])
  hooks = installHooks(opener)
})

afterEach(async () => {
  hooks.remove()
  await provider[Symbol.asyncDispose]()
})

const redirectTo = (location: string) => {
  provider.answer = (received, response) => {
    if (received.url === '/one') response.writeHead(307, { location }).end()
    else response.end(received.body)
  }
}

const clients: [string, (url: string, body: string) => Promise<string>][] = [
  ['axios (http)', async (url, body) => String((await earlyAxios.post(url, body, { responseType: 'text' })).data)],
  [
    'axios (fetch)',
    async (url, body) => String((await axios.post(url, body, { adapter: 'fetch', responseType: 'text' })).data),
  ],
  ['node-fetch', async (url, body) => (await nodeFetch(url, { method: 'POST', body })).text()],
  [
    'superagent',
    async (url, body) =>
      (
        await superagent
          .post(url)
          .type('text/plain')
          .send(body)
          .ok(() => true)
      ).text,
  ],
]

for (const [name, post] of clients) {
  describe(name, () => {
    it('is scrubbed, and gets its answer restored', async () => {
      expect(await post(`${provider.origin}/v1/chat`, 'hello alice')).toBe('hello alice')
      expect([provider.received[0]?.body, opener.opened.length, opener.closed]).toEqual(['hello [NAME_1]', 1, ['done']])
      expect(provider.wire()).not.toContain('alice')
    })

    it('may not be led to another origin with its raw body', async () => {
      await using other = await startProvider()
      redirectTo(`${other.origin}/two`)
      await expect(post(`${provider.origin}/one`, 'alice')).rejects.toThrow()
      expect(other.connections()).toBe(0)
    })

    it('is scrubbed again on a redirect inside the origin', async () => {
      redirectTo('/two')
      expect(await post(`${provider.origin}/one`, 'alice')).toBe('alice')
      expect(provider.received.map(({ url, body }) => [url, body])).toEqual([
        ['/one', '[NAME_1]'],
        ['/two', '[NAME_1]'],
      ])
    })
  })
}

it('axios streams the answer', async () => {
  provider.answer = (_, response) => {
    response.write('one [NA')
    response.end('ME_1] two')
  }
  const { data } = await earlyAxios.post<AsyncIterable<Buffer>>(provider.origin, 'x', { responseType: 'stream' })
  const pieces: string[] = []
  for await (const piece of data) pieces.push(String(piece))
  expect(pieces.join('')).toBe('one alice two')
})

it('axios reaches a provider through a plain proxy', async () => {
  hooks.remove()
  opener = fakeOpener(['llm.example'])
  hooks = installHooks(opener)
  // The pipeline knows nothing of proxies and lets no such header pass.
  opener.onOpen = request =>
    void Reflect.set(
      request,
      'headers',
      request.headers.filter(([name]) => !/^proxy/i.test(name)),
    )
  // What an HTTP proxy sees: the absolute address in the request line.
  const auth = { username: 'proxy', password: 'none' }
  const proxy = { host: '127.0.0.1', port: provider.port, protocol: 'http', auth }
  const { data } = await earlyAxios.post('http://llm.example/v1/chat', 'hello alice', { proxy, responseType: 'text' })
  expect(data).toBe('hello alice')
  expect(provider.received[0]).toMatchObject({
    url: 'http://llm.example/v1/chat',
    body: 'hello [NAME_1]',
    headers: { 'proxy-authorization': `Basic ${Buffer.from('proxy:none').toString('base64')}` },
  })
})

it('axios gives up by its own time-out, and the exchange is closed', async () => {
  provider.answer = () => undefined
  const closed = opener.nextClose()
  await expect(earlyAxios.post(provider.origin, 'x', { timeout: 30 })).rejects.toMatchObject({ code: 'ECONNABORTED' })
  expect(await closed).toBe('aborted')
})

it('node-fetch as the base of a guarded fetch is scrubbed once', async () => {
  const fetch = guardedFetch(opener, nodeFetch as unknown as typeof globalThis.fetch)
  const response = await fetch(`${provider.origin}/v1/chat`, { method: 'POST', body: 'hello alice' })
  expect(response.status).toBe(200)
  expect(opener.opened).toHaveLength(1)
  expect(provider.received[0]?.body).toBe('hello [NAME_1]')
  expect(JSON.stringify(provider.received)).not.toContain('guard')
})

it('an agent that keeps connections serves many guarded calls at once', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })
  const client = axios.create({ adapter: 'http', httpAgent: agent, responseType: 'text' })
  const calls = Array.from({ length: 50 }, (_, index) => client.post(provider.origin, `alice ${index}`))
  expect((await Promise.all(calls)).map(({ data }) => data)).toEqual(calls.map((_, index) => `alice ${index}`))
  expect(provider.connections()).toBe(4)
  expect(provider.wire()).not.toContain('alice')
  agent.destroy()
})
