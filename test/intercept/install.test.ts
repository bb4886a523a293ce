import * as http from 'node:http'
import * as net from 'node:net'
import * as tls from 'node:tls'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { installHooks } from '../../src/intercept/index.ts'
import { fakeOpener, type Provider, startProvider } from './kit.ts'

const dispatcherKeys = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')]

/** Every descriptor a hook touches, flat, so that functions are compared by identity. */
function snapshot() {
  void globalThis.Response
  const places: [object, PropertyKey[]][] = [
    [globalThis, ['fetch', ...dispatcherKeys]],
    [http.ClientRequest.prototype, Reflect.ownKeys(http.ClientRequest.prototype)],
    [http.Agent.prototype, Reflect.ownKeys(http.Agent.prototype)],
    [net.Socket.prototype, ['connect']],
    [tls.TLSSocket.prototype, ['setServername']],
    [process.getBuiltinModule('node:worker_threads'), ['Worker']],
  ]
  return places.flatMap(([place, names]) =>
    names.flatMap(name => [name, ...Object.entries(Object.getOwnPropertyDescriptor(place, name) ?? {}).flat()]),
  )
}

function expectSame(before: readonly unknown[], after: readonly unknown[]): void {
  expect(after.length).toBe(before.length)
  expect(after.every((part, index) => Object.is(part, before[index]))).toBe(true)
}

let provider: Provider

beforeEach(async () => {
  provider = await startProvider()
})

afterEach(() => provider[Symbol.asyncDispose]())

const callAll = async () => {
  const bodies = [await (await fetch(provider.origin, { method: 'POST', body: 'alice' })).text()]
  await new Promise<void>(resolve => {
    http.request(provider.origin, { method: 'POST' }, response => response.resume().on('end', resolve)).end('alice')
  })
  return bodies
}

it('stays on until the last owner is out, and then leaves no trace', async () => {
  const before = snapshot()
  const opener = fakeOpener([provider.host])
  const first = installHooks(opener)
  const second = installHooks(opener)
  const third = installHooks(fakeOpener([]))
  first.remove()
  first.remove()
  await callAll()
  expect(provider.received.map(({ body }) => body)).toEqual(['[NAME_1]', '[NAME_1]'])
  second.remove()
  third.remove()
  await callAll()
  expect(provider.received.slice(2).map(({ body }) => body)).toEqual(['alice', 'alice'])
  expectSame(before, snapshot())
  expect(Object.getOwnPropertyNames(http.ClientRequest.prototype)).not.toContain('write')
})

it('asks the owner that came last first, and the others after it', async () => {
  const early = fakeOpener([provider.host])
  const late = fakeOpener([provider.host])
  const other = fakeOpener(['other.example'])
  const owners = [early, late, other].map(opener => installHooks(opener))
  await callAll()
  expect([early.opened.length, late.opened.length, other.opened.length]).toEqual([0, 2, 0])
  for (const owner of owners) owner.remove()
})

it('leaves what somebody put over it, and passes calls on below', async () => {
  const original = globalThis.fetch
  const hooks = installHooks(fakeOpener([provider.host]))
  const ours = globalThis.fetch
  const theirs: typeof fetch = (...args) => ours(...args)
  globalThis.fetch = theirs
  hooks.remove()
  expect(globalThis.fetch).toBe(theirs)
  await fetch(provider.origin, { method: 'POST', body: 'alice' })
  expect(provider.received[0]?.body).toBe('alice')
  globalThis.fetch = original
})

it('is shared by two loaded copies of the package', async () => {
  const before = snapshot()
  vi.resetModules()
  const copy: typeof import('../../src/intercept/index.ts') = await import('../../src/intercept/index.ts')
  expect(copy.installHooks).not.toBe(installHooks)
  const first = fakeOpener([provider.host])
  const second = fakeOpener([provider.host])
  const mine = installHooks(first)
  const theirs = copy.installHooks(second)
  await callAll()
  mine.remove()
  await callAll()
  theirs.remove()
  expect([first.opened.length, second.opened.length]).toEqual([0, 4])
  expectSame(before, snapshot())
})

it('keeps no mark when every call is over', async () => {
  const early = globalThis.fetch
  const hooks = installHooks(fakeOpener([provider.host]))
  await callAll()
  await (await early(provider.origin)).text()
  await fetch('http://127.0.0.1:1', { method: 'POST' }).catch(() => undefined)
  const registry = Reflect.get(globalThis, Symbol.for('llm-gdpr-guard.intercept.1'))
  expect(registry.marks.size).toBe(0)
  hooks.remove()
})
