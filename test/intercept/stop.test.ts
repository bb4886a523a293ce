import { channel } from 'node:diagnostics_channel'
import * as http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import * as undici from 'undici'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installHooks } from '../../src/intercept/index.ts'
import { type FakeOpener, fakeOpener, type Provider, startProvider } from './kit.ts'

const earlyFetch = globalThis.fetch
const code = 'ERR_GDPR_UNGUARDED_CARRIER'

let provider: Provider
let opener: FakeOpener
let hooks: { remove(): void }

beforeEach(async () => {
  provider = await startProvider()
  opener = fakeOpener([provider.host])
  hooks = installHooks(opener)
})

afterEach(async () => {
  hooks.remove()
  await provider[Symbol.asyncDispose]()
})

/** A copy of undici's Agent whose classes no hook knows, as a bundler makes one. */
function bundledAgent(): new () => undici.Agent {
  const load = createRequire(import.meta.url)
  const isUndici = (file: string) => /[\\/]node_modules[\\/]undici[\\/]/.test(file)
  const kept = Object.entries(load.cache).filter(([file]) => isUndici(file))
  for (const [file] of kept) delete load.cache[file]
  try {
    return load(`${dirname(load.resolve('undici'))}/lib/dispatcher/agent.js`) as new () => undici.Agent
  } finally {
    for (const file of Object.keys(load.cache)) if (isUndici(file)) delete load.cache[file]
    Object.assign(load.cache, Object.fromEntries(kept))
  }
}

it('refuses an explicit dispatcher of a copy that is bundled, by a fetch that was taken early', async () => {
  const agent = new (bundledAgent())()
  for (const attempt of [
    undici.fetch(provider.origin, { dispatcher: agent, method: 'POST', body: 'alice' }),
    earlyFetch(provider.origin, { dispatcher: agent, method: 'POST', body: 'alice' } as unknown as RequestInit),
  ]) {
    await expect(attempt).rejects.toMatchObject({ cause: { code } })
  }
  await agent.destroy()
  expect(provider.wire()).toBe('')
})

it('refuses a client of a copy that is bundled, whose Host header alone names a guarded host', async () => {
  await using other = await startProvider()
  hooks.remove()
  hooks = installHooks(fakeOpener(['llm.example']))
  const agent = new (bundledAgent())()
  const call = (host: string) =>
    undici.request(`${other.origin}/items`, { dispatcher: agent, method: 'POST', headers: { host }, body: 'alice' })
  await expect(call('llm.example')).rejects.toMatchObject({ code })
  expect(other.received).toHaveLength(0)
  // Undici speaks of any other in the same way.
  expect(await (await call('files.example')).body.text()).toBe('alice')
  await agent.destroy()
})

it('refuses the first call after a setGlobalDispatcher of a copy that is bundled, and lets the next be guarded', async () => {
  const before = undici.getGlobalDispatcher()
  const agent = new (bundledAgent())()
  undici.setGlobalDispatcher(agent)
  const call = () => earlyFetch(provider.origin, { method: 'POST', body: 'alice' })
  try {
    await expect(call()).rejects.toMatchObject({ cause: { code } })
    expect(await (await call()).text()).toBe('alice')
    expect([provider.received.length, opener.opened.length]).toEqual([1, 1])
    expect(provider.wire()).not.toContain('alice')
  } finally {
    undici.setGlobalDispatcher(before)
    await agent.destroy()
  }
})

it('lets an explicit dispatcher be used by the guarded fetch', async () => {
  const agent = new undici.Agent()
  const init = { dispatcher: agent, method: 'POST', body: 'alice' } as unknown as RequestInit
  const response = await fetch(provider.origin, init)
  expect([await response.text(), provider.received[0]?.body]).toEqual(['alice', '[NAME_1]'])
  const request = new Request(provider.origin, init)
  expect(await (await fetch(request)).text()).toBe('alice')
  await agent.destroy()
})

it('lets calls to other hosts pass, by any client', async () => {
  await using other = await startProvider()
  const pool = new undici.Pool(other.origin)
  const { body } = await pool.request({ path: '/', method: 'POST', body: 'hello alice' })
  expect(await body.text()).toBe('hello alice')
  await pool.destroy()
})

it('takes the mark off however the client writes headers down', () => {
  const mark = 'x-llm-gdpr-guard-mark'
  for (const headers of [['a', 'b', mark, 'stale'], `a: b\r\n${mark}: stale\r\n`]) {
    const request = { origin: 'http://other.example', path: '/', method: 'GET', headers, aborted: false }
    channel('undici:request:create').publish({ request })
    expect(JSON.stringify(request.headers)).not.toContain('stale')
    expect(request.aborted).toBe(false)
  }
})

it('refuses a guarded call of undici 5 and of undici 8 in their own words', () => {
  for (const name of ['onError', 'onResponseError']) {
    const refused: unknown[] = []
    const request = {
      origin: provider.origin,
      path: '/',
      method: 'GET',
      headers: [],
      aborted: false,
      [name]: (error: unknown) => refused.push(error),
    }
    channel('undici:request:create').publish({ request })
    expect([refused, request.aborted]).toMatchObject([[{ code }], true])
  }
})

it('has a look at the dispatchers when a request comes in, so that a handler never meets a bare one', async () => {
  const before = undici.getGlobalDispatcher()
  const agent = new (bundledAgent())()
  // As an application may do at any time after the guard was installed.
  undici.setGlobalDispatcher(agent)
  const app = http.createServer(async (_request, response) => {
    const answer = await earlyFetch(provider.origin, { method: 'POST', body: 'alice' })
    response.end(await answer.text())
  })
  await new Promise<void>(resolve => app.listen(0, '127.0.0.1', resolve))
  try {
    const answer = await new Promise<http.IncomingMessage>(resolve => {
      http.get({ host: '127.0.0.1', port: (app.address() as AddressInfo).port }, resolve)
    })
    answer.resume()
    expect(provider.received[0]?.body).toBe('[NAME_1]')
  } finally {
    undici.setGlobalDispatcher(before)
    await agent.destroy()
    app.closeAllConnections()
    await new Promise(resolve => app.close(resolve))
  }
})
