import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import supertest from 'supertest'
import { afterEach, describe, expect, it } from 'vitest'
import { withGuard } from '../../src/adapters/next.ts'
import { createGuard, type Guard, type GuardOptions } from '../../src/index.ts'
import { currentScope, liveScopes } from '../../src/pipeline/index.ts'
import { plant } from '../kit/planted.ts'
import { chatAnswer, Upstream } from '../kit/upstream.ts'
import { ask, guardFor } from './kit.ts'

let guard: Guard

afterEach(async () => {
  await guard.close()
  expect(liveScopes()).toBe(0)
})

describe('withGuard on a route handler', () => {
  const request = () => new Request('http://app.example/api/support', { method: 'POST', body: 'text' })

  it('hands request and context over, and guards the calls of one request with one map', async () => {
    const { email } = plant(811)
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    guard = guardFor(upstream)
    const POST = withGuard(async (own: Request, { params }: { params: Promise<{ id: string }> }) => {
      const first = await ask(upstream, `first ${email}`)
      return Response.json({
        texts: [first, await ask(upstream, `then ${plant(812).email} and ${email}`)],
        id: (await params).id,
        body: await own.text(),
      })
    }, guard)
    const response = await POST(request(), { params: Promise.resolve({ id: '7' }) })
    expect(await response.json()).toEqual({
      texts: [`first ${email}`, `then ${plant(812).email} and ${email}`],
      id: '7',
      body: 'text',
    })
    expect(upstream.everything).toContain('then [EMAIL_2] and [EMAIL_1]')
    expect(upstream.everything).not.toContain(email)
  })

  it('guards calls that are made only while the answer is read', async () => {
    const { email } = plant(813)
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    guard = guardFor(upstream)
    const GET = withGuard(() => {
      const texts = [`first ${email}`, ` then ${email}`]
      return new Response(
        new ReadableStream<Uint8Array>(
          {
            async pull(controller) {
              const text = texts.shift()
              if (text === undefined) return controller.close()
              controller.enqueue(new TextEncoder().encode(await ask(upstream, text)))
            },
          },
          { highWaterMark: 0 },
        ),
      )
    }, guard)
    const response = await GET()
    expect([liveScopes(), upstream.received.length]).toEqual([1, 0])
    expect(await response.text()).toBe(`first ${email} then ${email}`)
    expect(upstream.bodies).toMatchObject([
      { messages: [{ content: 'first [EMAIL_1]' }] },
      { messages: [{ content: ' then [EMAIL_1]' }] },
    ])
  })

  it('aborts running calls when the client leaves', async () => {
    await using upstream = await Upstream.start(() => client.abort())
    guard = guardFor(upstream)
    const client = new AbortController()
    const POST = withGuard(async (_: Request) => Response.json(await ask(upstream, 'x')), guard)
    const call = POST(new Request('http://app.example/', { signal: client.signal }))
    await expect(call).rejects.toMatchObject({ code: 'ERR_GDPR_SCOPE_CLOSED' })
  })

  it('ends the scope when the handler throws, and keeps the answer of a redirect', async () => {
    guard = createGuard({ mode: 'explicit' })
    const fails = withGuard(() => {
      throw new Error('handler')
    }, guard)
    await expect(fails()).rejects.toThrow('handler')
    const moves = withGuard(() => Response.redirect('http://app.example/there', 307), guard)
    expect((await moves()).headers.get('location')).toBe('http://app.example/there')
  })
})

describe('withGuard on an API route', () => {
  it('keeps the scope until the response has been sent', async () => {
    const { email } = plant(814)
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    guard = guardFor(upstream)
    const scopes = new Set<unknown>()
    const handler = withGuard(async (_: IncomingMessage, res: ServerResponse) => {
      for (const text of [`first ${email}`, ` then ${plant(815).email} and ${email}`]) {
        scopes.add(currentScope())
        res.write(await ask(upstream, text))
      }
      setImmediate(() => {
        scopes.add(currentScope())
        res.end('.')
      })
    }, guard)
    const answer = await supertest(createServer((req, res) => void handler(req, res))).get('/')
    expect(answer.text).toBe(`first ${email} then ${plant(815).email} and ${email}.`)
    expect(scopes.size).toBe(1)
    expect(upstream.everything).toContain('[EMAIL_2] and [EMAIL_1]')
  })
})

describe('the guard of withGuard', () => {
  it('is one for the process, or one for each options object', async () => {
    const options: GuardOptions = { mode: 'explicit' }
    const owner = () => currentScope()?.owner
    const handlers = [withGuard(owner, options), withGuard(owner, options), withGuard(owner, { ...options })]
    const [first, second, third] = await Promise.all(handlers.map(handler => handler()))
    expect(first).toBeDefined()
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    guard = createGuard(options)
    expect(() => withGuard(owner, { profil: 'strict' } as never)).toThrow(/did you mean `profile`/)
  })

  it('is made at the first use of the defaults and then shared', async () => {
    const owner = () => currentScope()?.owner
    const [first, second] = [await withGuard(owner)(), await withGuard(owner)()]
    expect(first).toBeDefined()
    expect(second).toBe(first)
    guard = createGuard({ mode: 'explicit' })
  })
})
