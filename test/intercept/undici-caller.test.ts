/** Handlers in the dialect of undici 8, which undici 7 takes too; undici.test.ts speaks the older one. */
import { getGlobalDispatcher } from 'undici'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installHooks } from '../../src/intercept/index.ts'
import type { Controller, Dispatcher } from '../../src/intercept/undici-types.ts'
import { type FakeOpener, fakeOpener, type Provider, startProvider } from './kit.ts'

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

interface Seen {
  status?: number
  headers?: unknown
  text: string
  trailers?: unknown
}

/** Dispatches one call, and settles when the handler hears of its end. */
function dispatch(onData: (controller: Controller) => void = () => undefined, onStart = onData): Promise<Seen> {
  const seen: Seen = { text: '' }
  return new Promise((resolve, reject) => {
    const dispatcher = getGlobalDispatcher() as unknown as Dispatcher
    dispatcher.dispatch(
      {
        origin: provider.origin,
        path: '/v1/chat',
        method: 'POST',
        body: 'hello alice',
        headers: { 'x-client': 'alice' },
      },
      {
        onRequestStart: controller => onStart(controller),
        onResponseStart(_controller, status, headers) {
          Object.assign(seen, { status, headers })
        },
        onResponseData(controller, chunk) {
          seen.text += Buffer.from(chunk).toString()
          onData(controller)
        },
        onResponseEnd(_controller, trailers) {
          resolve({ ...seen, trailers })
        },
        onResponseError: (_controller, error) => reject(error),
      },
    )
  })
}

it('hears status, headers, restored bytes and trailers', async () => {
  provider.answer = (_, response) => {
    response.writeHead(201, { 'x-name': '[NAME_1]', 'set-cookie': ['a=1', 'b=2'], trailer: 'x-sum' })
    response.write('hello [NA')
    response.addTrailers({ 'x-sum': '7' })
    response.end('ME_1]')
  }
  const seen = await dispatch()
  expect(seen).toMatchObject({ status: 201, text: 'hello alice', trailers: { 'x-sum': '7' } })
  expect(seen.headers).toMatchObject({ 'x-name': 'alice', 'set-cookie': ['a=1', 'b=2'] })
  expect(provider.received[0]?.body).toBe('hello [NAME_1]')
  expect(opener.closed).toEqual(['done'])
})

it('may pause and resume, and misses nothing', async () => {
  const long = 'hello [NAME_1] and more '.repeat(20_000)
  provider.answer = (_, response) => response.end(long)
  let pauses = 0
  const seen = await dispatch(
    controller => {
      pauses++
      controller.pause()
      setImmediate(() => controller.resume())
    },
    () => undefined,
  )
  expect(pauses).toBeGreaterThan(1)
  expect(seen.text).toBe(long.replaceAll('[NAME_1]', 'alice'))
})

it('hears nothing while it is paused', async () => {
  provider.answer = (_, response) => response.end('x'.repeat(1_000_000))
  let paused = false
  let heardWhilePaused = 0
  await dispatch(
    controller => {
      if (paused) heardWhilePaused++
      paused = true
      controller.pause()
      setImmediate(() => {
        paused = false
        controller.resume()
      })
    },
    () => undefined,
  )
  expect(heardWhilePaused).toBe(0)
})

it('may abort at the start, before anything is sent', async () => {
  const attempt = dispatch(undefined, controller => controller.abort(new Error('enough')))
  await expect(attempt).rejects.toThrow('enough')
  expect([opener.opened, provider.connections()]).toEqual([[], 0])
})

it('may abort half way', async () => {
  const gone = new Promise<void>(resolve => {
    provider.answer = (_, response) => {
      response.write('first ')
      response.on('close', resolve)
    }
  })
  await expect(
    dispatch(
      controller => controller.abort(new Error('enough')),
      () => undefined,
    ),
  ).rejects.toThrow('enough')
  await gone
  expect(opener.closed).toEqual(['aborted'])
})

it('hears of an upstream that breaks', async () => {
  provider.answer = (_, response, request) => response.write('first ', () => request.socket.resetAndDestroy())
  await expect(dispatch()).rejects.toThrow()
  expect(opener.closed).toEqual(['failed'])
})
