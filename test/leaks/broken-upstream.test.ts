import { request } from 'node:http'
import OpenAI from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { liveScopes } from '../../src/pipeline/index.ts'
import type { ExchangeSummary } from '../../src/types.ts'
import { post, startApp } from '../kit/apps.ts'
import { deferred } from '../kit/deferred.ts'
import { plant } from '../kit/planted.ts'
import { chunk, completion, lastUserText, openStream, sendData, sendJson, Upstream } from '../kit/upstream.ts'

const { email } = plant(60)
let guard: Guard

afterEach(async () => {
  await guard.close()
  expect(liveScopes()).toBe(0)
})

function guardFor(upstream: Upstream): Guard {
  guard = createGuard({ providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  return guard
}

function clientFor(upstream: Upstream): OpenAI {
  return new OpenAI({ apiKey: 'test-key', baseURL: `${upstream.origin}/v1`, maxRetries: 0 })
}

const messages = [{ role: 'user' as const, content: `I am ${email}` }]

describe('an upstream that breaks', () => {
  it('is an error for the handler, never a clean end, when it resets in mid-stream', async () => {
    await using upstream = await Upstream.start((_, res) => {
      openStream(res)
      sendData(res, chunk({ content: 'Dear [EMA' }))
      setImmediate(() => res.socket!.resetAndDestroy())
    })
    const client = clientFor(upstream)
    const read = guardFor(upstream).run({}, async () => {
      const stream = await client.chat.completions.create({ model: 'test-model', stream: true, messages })
      for await (const _ of stream);
    })
    await expect(read).rejects.toThrow()
  })

  it('is an error for the handler when a plain answer is cut off', async () => {
    await using upstream = await Upstream.start((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': 5_000 })
      res.write('{"choices":[')
      setImmediate(() => res.socket!.resetAndDestroy())
    })
    const client = clientFor(upstream)
    await expect(
      guardFor(upstream).run({}, () => client.chat.completions.create({ model: 'test-model', messages })),
    ).rejects.toThrow()
  })

  it('quotes the prompt in its error body with the originals in place', async () => {
    await using upstream = await Upstream.start((received, res) =>
      sendJson(
        res,
        { error: { message: `Cannot parse: ${lastUserText(received.body)}`, type: 'invalid_request' } },
        400,
      ),
    )
    const client = clientFor(upstream)
    const error = await guardFor(upstream)
      .run({}, () => client.chat.completions.create({ model: 'test-model', messages }))
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(OpenAI.BadRequestError)
    expect((error as Error).message).toContain(`Cannot parse: I am ${email}`)
    expect(upstream.everything).not.toContain(email)
  })

  it('restores an error event in mid-stream', async () => {
    await using upstream = await Upstream.start((_, res) => {
      openStream(res)
      sendData(res, chunk({ content: 'Dear [EMAIL_1' }))
      sendData(res, { error: { message: 'overloaded while answering [EMAIL_1]', code: 'overloaded' } })
      res.end()
    })
    const client = clientFor(upstream)
    const seen: string[] = []
    const read = guardFor(upstream).run({}, async () => {
      const stream = await client.chat.completions.create({ model: 'test-model', stream: true, messages })
      for await (const event of stream) seen.push(event.choices[0]?.delta.content ?? '')
    })
    await expect(read).rejects.toThrow(`overloaded while answering ${email}`)
  })

  it.each([true, false])('does not truncate a longer restored answer (content-length sent: %s)', async withLength => {
    const content = 'x [EMAIL_1] '.repeat(50)
    await using upstream = await Upstream.start((_, res) => {
      if (withLength) return sendJson(res, completion(content))
      res.writeHead(200, { 'content-type': 'application/json' })
      res.end(JSON.stringify(completion(content)))
    })
    const client = clientFor(upstream)
    const answer = await guardFor(upstream).run({}, () =>
      client.chat.completions.create({ model: 'test-model', messages }),
    )
    expect(answer.choices[0]!.message.content).toBe(`x ${email} `.repeat(50))
  })

  it('behaves as without the guard for `content-length: 0`', async () => {
    await using upstream = await Upstream.start((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': 0 })
      res.end()
    })
    const call = () =>
      fetch(`${upstream.origin}/v1/chat/completions`, { method: 'POST', body: JSON.stringify({ messages }) })
    const bare = await call()
    const guarded = await guardFor(upstream).run({}, call)
    expect(guarded.headers.get('content-length')).toBe(bare.headers.get('content-length'))
    expect(await guarded.text()).toBe('')
  })
})

describe('a client that goes away', () => {
  it('aborts the upstream call and wipes the scope', async () => {
    const upstreamClosed = deferred()
    const firstPiece = deferred()
    await using upstream = await Upstream.start((_, res) => {
      res.on('close', () => upstreamClosed.resolve())
      openStream(res)
      sendData(res, chunk({ content: 'Dear [EMAIL_1], ' }))
    })
    const client = clientFor(upstream)
    const summaries: ExchangeSummary[] = []
    const shared = guardFor(upstream)
    const summed = deferred()
    shared.on('exchange', summary => {
      summaries.push(summary)
      summed.resolve()
    })
    const handlerEnded = deferred<unknown>()
    await using app = await startApp('express5', shared, async io => {
      try {
        const stream = await client.chat.completions.create({ model: 'test-model', stream: true, messages })
        for await (const event of stream) {
          io.write(event.choices[0]?.delta.content ?? '')
          firstPiece.resolve()
        }
        handlerEnded.resolve(null)
      } catch (error) {
        handlerEnded.resolve(error)
      }
    })
    const call = request(app.origin, { method: 'POST', headers: { 'content-type': 'application/json' } })
    call.on('error', () => undefined)
    call.on('response', response => response.on('error', () => undefined).resume())
    call.end('{}')
    await firstPiece.promise
    call.destroy()
    await upstreamClosed.promise
    expect(await handlerEnded.promise).toBeInstanceOf(Error)
    await summed.promise
    expect(summaries).toMatchObject([{ outcome: 'aborted', streamed: true, counts: { EMAIL: 1 } }])
  })

  it('does not disturb other requests', async () => {
    await using upstream = await Upstream.start((received, res) =>
      sendJson(res, completion(lastUserText(received.body))),
    )
    const client = clientFor(upstream)
    await using app = await startApp('koa3', guardFor(upstream), async io => {
      const answer = await client.chat.completions.create({
        model: 'test-model',
        messages: [{ role: 'user', content: io.body['text'] as string }],
      })
      io.end(answer.choices[0]!.message.content ?? '')
    })
    const lost = request(app.origin, { method: 'POST', headers: { 'content-type': 'application/json' } })
    lost.on('error', () => undefined)
    lost.end(JSON.stringify({ text: email }))
    lost.destroy()
    expect(await post(app, { text: `I am ${email}` })).toEqual({ status: 200, text: `I am ${email}` })
  })
})
