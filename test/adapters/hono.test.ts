import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { afterEach, describe, expect, it } from 'vitest'
import { gdprGuard } from '../../src/adapters/hono.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import { currentScope, liveScopes } from '../../src/pipeline/index.ts'
import { plant } from '../kit/planted.ts'
import { chatAnswer, Upstream } from '../kit/upstream.ts'
import { ask, guardFor } from './kit.ts'

let guard: Guard

afterEach(async () => {
  await guard.close()
  expect(liveScopes()).toBe(0)
})

describe('gdprGuard in Hono', () => {
  it('checks its options when it is mounted', () => {
    guard = createGuard({ mode: 'explicit' })
    expect(() => gdprGuard({ profil: 'strict' } as never)).toThrow(/did you mean `profile`/)
  })

  it('without a Node request keeps the scope until the streamed answer has ended', async () => {
    const { email } = plant(801)
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    guard = guardFor(upstream)
    const app = new Hono()
    app.use(gdprGuard(guard))
    const scopes = new Set<unknown>()
    app.get('/', context =>
      stream(context, async output => {
        for (const text of [`first ${email}`, ` then ${plant(802).email} and ${email}`]) {
          await new Promise(resolve => setImmediate(resolve))
          scopes.add(currentScope())
          await output.write(await ask(upstream, text))
        }
      }),
    )
    const response = await app.request('/')
    expect(await response.text()).toBe(`first ${email} then ${plant(802).email} and ${email}`)
    expect(scopes.size).toBe(1)
    expect(upstream.everything).toContain('[EMAIL_2] and [EMAIL_1]')
    expect(upstream.everything).not.toContain(email)
  })

  it('without a Node request ends the scope of a HEAD, of an error and of a client that leaves', async () => {
    guard = createGuard({ mode: 'explicit' })
    const app = new Hono()
    app.use(gdprGuard(guard))
    app.get('/', context => context.text('not sent'))
    app.onError((_, context) => context.text('handler failed', 500))
    app.get('/error', () => {
      throw new Error('handler')
    })
    app.get('/endless', () => new Response(new ReadableStream({ pull: own => own.enqueue(new Uint8Array(9)) })))
    expect(await (await app.request('/', { method: 'HEAD' })).text()).toBe('')
    expect(liveScopes()).toBe(0)
    const failed = await app.request('/error')
    expect([failed.status, await failed.text()]).toEqual([500, 'handler failed'])
    const endless = await app.request('/endless')
    expect(liveScopes()).toBe(1)
    await endless.body!.cancel()
  })

  it('keeps the headers that the handler has set', async () => {
    guard = createGuard({ mode: 'explicit' })
    const app = new Hono()
    app.use(gdprGuard(guard))
    app.get('/', context => {
      context.header('x-own', 'kept')
      context.header('set-cookie', 'a=1', { append: true })
      context.header('set-cookie', 'b=2', { append: true })
      return context.json({ fine: true }, 201)
    })
    const response = await app.request('/')
    expect([response.status, await response.json()]).toEqual([201, { fine: true }])
    expect(response.headers.get('x-own')).toBe('kept')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })
})
