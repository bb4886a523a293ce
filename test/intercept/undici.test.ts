import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import * as undici from 'undici'
import * as undici6 from 'undici6'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GuardError } from '../../src/errors.ts'
import { installHooks } from '../../src/intercept/index.ts'
import { type FakeOpener, fakeOpener, type Provider, settled, startProvider } from './kit.ts'

// Taken before any hook is on, as an SDK client built early does.
const earlyFetch = globalThis.fetch

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

for (const [version, library] of [
  ['undici 7', undici],
  ['undici 6', undici6 as unknown as typeof undici],
] as const) {
  describe(version, () => {
    it('scrubs request() and restores its answer', async () => {
      const { statusCode, headers, body } = await library.request(`${provider.origin}/v1/chat`, {
        method: 'POST',
        body: 'hello alice',
      })
      expect([statusCode, headers['content-type'], await body.text()]).toEqual([200, 'text/plain', 'hello alice'])
      expect(provider.received[0]?.body).toBe('hello [NAME_1]')
      expect(opener.closed).toEqual(['done'])
    })

    it('scrubs stream()', async () => {
      const pieces: string[] = []
      const sink = new Writable({
        write(chunk, _encoding, done) {
          pieces.push(String(chunk))
          done()
        },
      })
      await library.stream(provider.origin, { method: 'POST', body: 'hello alice' }, () => sink)
      expect([pieces.join(''), provider.received[0]?.body]).toEqual(['hello alice', 'hello [NAME_1]'])
    })

    it('scrubs pipeline()', async () => {
      const duplex = library.pipeline(provider.origin, { method: 'POST' }, ({ body }) => body)
      const answer = text(duplex)
      duplex.write('hello al')
      duplex.end('ice')
      expect([await answer, provider.received[0]?.body]).toEqual(['hello alice', 'hello [NAME_1]'])
    })

    it('scrubs its own fetch', async () => {
      const response = await library.fetch(provider.origin, { method: 'POST', body: 'hello alice' })
      expect([await response.text(), provider.received[0]?.body]).toEqual(['hello alice', 'hello [NAME_1]'])
      expect(opener.opened).toHaveLength(1)
    })

    for (const [form, body] of bodies()) {
      it(`scrubs ${form}`, async () => {
        const answer = await library.request(provider.origin, { method: 'POST', body: body() as string })
        expect([await answer.body.text(), provider.received[0]?.body]).toEqual(['hello alice', 'hello [NAME_1]'])
        expect(provider.received[0]?.headers['content-length']).toBe('14')
        expect(provider.received[0]?.headers).not.toHaveProperty('transfer-encoding')
      })
    }

    it('reads headers in every form', async () => {
      const forms = [
        { 'x-client': 'alice', 'x-kept': ['a', 'b'] },
        ['x-client', 'alice', 'x-kept', 'a', 'x-kept', 'b'],
        new Map<string, string | string[]>([
          ['x-client', 'alice'],
          ['x-kept', ['a', 'b']],
        ]),
      ]
      for (const headers of forms) {
        await library.request(provider.origin, {
          method: 'POST',
          body: 'x',
          headers: headers as unknown as Record<string, string>,
        })
      }
      for (const [index, { headers }] of provider.received.entries()) {
        expect(opener.opened[index]?.headers).toEqual([
          ['x-client', 'alice'],
          ['x-kept', 'a'],
          ['x-kept', 'b'],
        ])
        expect([headers['x-client'], headers['x-kept']]).toEqual([undefined, 'a, b'])
      }
    })

    it('scrubs the query, also when it is an option of its own', async () => {
      await library.request(`${provider.origin}/a?name=alice`)
      await library.request(`${provider.origin}/b`, { query: { name: 'alice', list: ['x', 1], empty: null } })
      expect(opener.opened.map(({ url }) => url.search)).toEqual(['?name=alice', '?name=alice&list=x&list=1&empty='])
      expect(JSON.stringify(provider.received)).not.toContain('alice')
    })

    it('gives an aborted call its own error, and closes the exchange', async () => {
      const controller = new AbortController()
      provider.answer = () => controller.abort(new Error('enough'))
      await expect(library.request(provider.origin, { signal: controller.signal })).rejects.toThrow('enough')
      expect(opener.closed).toEqual(['aborted'])
    })

    it('sends nothing when aborted while being scrubbed', async () => {
      const controller = new AbortController()
      const closed = opener.nextClose()
      opener.onOpen = () => controller.abort(new Error('enough'))
      await expect(library.request(provider.origin, { signal: controller.signal })).rejects.toThrow('enough')
      expect([await closed, provider.connections()]).toEqual(['aborted', 0])
    })

    it('destroys the stream it was reading when aborted', async () => {
      const controller = new AbortController()
      const source = new Readable({ read: () => controller.abort(new Error('enough')) })
      source.on('error', () => undefined)
      const attempt = library.request(provider.origin, { method: 'POST', body: source, signal: controller.signal })
      await expect(attempt).rejects.toThrow('enough')
      expect([source.destroyed, provider.connections()]).toEqual([true, 0])
    })

    it('aborts the upstream call when the answer is destroyed', async () => {
      const gone = new Promise<void>(resolve => {
        provider.answer = (_, response) => {
          response.write('first ')
          response.on('close', resolve)
        }
      })
      const { body } = await library.request(provider.origin)
      body.on('error', () => undefined)
      body.once('data', () => body.destroy())
      await gone
      expect(opener.closed).toEqual(['aborted'])
    })

    it('errors the answer when the upstream breaks', async () => {
      provider.answer = (_, response, request) => response.write('first ', () => request.socket.resetAndDestroy())
      const { body } = await library.request(provider.origin)
      await expect(body.text()).rejects.toThrow()
      expect(opener.closed).toEqual(['failed'])
    })

    it('rejects with the GuardError itself', async () => {
      const refusal = new GuardError('ERR_GDPR_JSON_INVALID')
      opener.onOpen = () => {
        throw refusal
      }
      await expect(library.request(provider.origin, { method: 'POST', body: 'alice' })).rejects.toBe(refusal)
      expect(provider.connections()).toBe(0)
    })

    it('refuses a redirect to another origin', async () => {
      await using other = await startProvider()
      provider.answer = (_, response) => response.writeHead(307, { location: other.origin }).end()
      const attempt = library.fetch(provider.origin, { method: 'POST', body: 'alice' })
      await expect(attempt).rejects.toMatchObject({ cause: { code: 'ERR_GDPR_REDIRECT_REFUSED' } })
      await expect(library.request(provider.origin)).rejects.toMatchObject({ code: 'ERR_GDPR_REDIRECT_REFUSED' })
      expect(other.connections()).toBe(0)
    })

    it('follows a redirect inside the origin, scrubbed on every hop', async () => {
      provider.answer = (received, response) => {
        if (received.url === '/one') response.writeHead(307, { location: '/two' }).end()
        else response.end(received.body)
      }
      const response = await library.fetch(`${provider.origin}/one`, { method: 'POST', body: 'alice' })
      expect([await response.text(), response.redirected]).toEqual(['alice', true])
      expect(provider.received.map(({ body }) => body)).toEqual(['[NAME_1]', '[NAME_1]'])
    })

    it('guards a spoofed Host header in either direction', async () => {
      await library.request(provider.origin, { method: 'POST', body: 'alice', headers: { host: 'innocent.example' } })
      expect(provider.received[0]).toMatchObject({ body: '[NAME_1]', headers: { host: provider.host } })
      hooks.remove()
      opener = fakeOpener(['llm.example'])
      hooks = installHooks(opener)
      await library.request(provider.origin, { method: 'POST', body: 'alice', headers: { host: 'llm.example' } })
      expect(provider.received[1]).toMatchObject({ body: '[NAME_1]', headers: { host: 'llm.example' } })
    })

    it('is not misled by a path that looks like a host', async () => {
      await library.request({
        origin: provider.origin,
        path: '//innocent.example/alice',
        method: 'POST',
        body: 'alice',
      } as never)
      expect(provider.received[0]).toMatchObject({ body: '[NAME_1]', url: '//innocent.example/[NAME_1]' })
    })

    it('refuses CONNECT and upgrades', async () => {
      const code = 'ERR_GDPR_UPGRADE_REFUSED'
      await expect(library.connect(provider.origin)).rejects.toMatchObject({ code })
      await expect(library.upgrade(provider.origin, { protocol: 'websocket' })).rejects.toMatchObject({ code })
      expect(provider.wire()).toBe('')
    })

    it('scrubs calls of explicit clients, pools and agents, made before the hooks or after them', async () => {
      hooks.remove()
      const made = () => [
        new library.Client(provider.origin),
        new library.Pool(provider.origin, { connections: 1 }),
        new library.BalancedPool([provider.origin]),
        new library.Agent({ connections: 1 }),
        new library.Agent().compose(dispatch => (options, handler) => dispatch(options, handler)),
        new library.RetryAgent(new library.Agent()),
      ]
      const early = made()
      hooks = installHooks(opener)
      for (const client of [...early, ...made()]) {
        // More of them than connections: those that wait are scrubbed once, too.
        const answers = [1, 2, 3].map(() =>
          client.request({ origin: provider.origin, path: '/v1/chat', method: 'POST', body: 'hello alice' }),
        )
        for (const { body } of await Promise.all(answers)) expect(await body.text()).toBe('hello alice')
        await client.destroy()
      }
      expect([provider.received.length, opener.opened.length]).toEqual([36, 36])
      expect(new Set(provider.received.map(({ body }) => body))).toEqual(new Set(['hello [NAME_1]']))
      expect(opener.closed).toEqual(Array(36).fill('done'))
      expect(JSON.stringify(provider.received)).not.toContain('guard')
    })

    it('finds where a client goes that is told no origin', async () => {
      for (const client of [new library.Client(provider.origin), new library.Pool(provider.origin)]) {
        const { body } = await client.request({ path: '/a?name=alice', method: 'POST', body: 'alice' })
        expect(await body.text()).toBe('alice')
        const pieces: string[] = []
        const sink = new Writable({
          write(chunk, _encoding, done) {
            pieces.push(String(chunk))
            done()
          },
        })
        await client.stream({ path: '/b', method: 'POST', body: 'alice' }, () => sink)
        expect(pieces.join('')).toBe('alice')
        await client.close()
      }
      expect(provider.received.map(({ url, body }) => [url, body])).toEqual([
        ['/a?name=[NAME_1]', '[NAME_1]'],
        ['/b', '[NAME_1]'],
        ['/a?name=[NAME_1]', '[NAME_1]'],
        ['/b', '[NAME_1]'],
      ])
    })

    it('answers calls after which the client is closed at once, as it does unguarded, and none made later', async () => {
      const target = { origin: provider.origin, path: '/v1/chat', method: 'POST', body: 'hello alice' } as const
      for (const guarded of [true, false]) {
        if (!guarded) hooks.remove()
        for (const client of [
          new library.Client(provider.origin),
          new library.Pool(provider.origin, { connections: 1 }),
          new library.BalancedPool([provider.origin]),
          new library.Agent({ connections: 1 }),
          new library.Agent().compose(dispatch => (options, handler) => dispatch(options, handler)),
          new library.RetryAgent(new library.Agent()),
        ]) {
          const answers = [1, 2].map(() => client.request(target))
          const closed = client.close()
          for (const { body } of await Promise.all(answers)) expect(await body.text()).toBe('hello alice')
          await closed
          await expect(client.request(target)).rejects.toThrow(/closed|destroyed/)
        }
      }
      expect(opener.opened.length).toBeGreaterThanOrEqual(12)
    })

    it('tells a callback that the client is closed, too', async () => {
      const client = new library.Pool(provider.origin)
      const answer = client.request({ path: '/', method: 'POST', body: 'alice' }).then(({ body }) => body.text())
      const closed = new Promise<string>(resolve => {
        client.close(() => resolve('closed'))
      })
      expect(await Promise.all([answer, closed])).toEqual(['alice', 'closed'])
      expect(() => client.close('now' as never)).toThrow('invalid callback')
    })

    it('ends a call that is being scrubbed when its client is destroyed', async () => {
      const client = new library.Pool(provider.origin)
      const answer = client.request({ path: '/', method: 'POST', body: 'alice' })
      await client.destroy()
      await expect(answer).rejects.toThrow(/destroyed/)
      expect(provider.received).toEqual([])
    })

    it('scrubs an explicit client whose Host header names a guarded host', async () => {
      hooks.remove()
      hooks = installHooks(fakeOpener(['llm.example']))
      const client = new library.Client(provider.origin)
      const headers = { host: 'llm.example' }
      const { body } = await client.request({ path: '/', method: 'POST', headers, body: 'alice' })
      expect([await body.text(), provider.received[0]?.body]).toEqual(['alice', '[NAME_1]'])
      await client.destroy()
    })

    it('refuses CONNECT and upgrades of explicit clients too', async () => {
      const client = new library.Client(provider.origin)
      const code = 'ERR_GDPR_UPGRADE_REFUSED'
      await expect(client.connect({ path: provider.host })).rejects.toMatchObject({ code })
      await expect(client.upgrade({ path: '/', protocol: 'websocket' })).rejects.toMatchObject({ code })
      await client.destroy()
      expect(provider.wire()).toBe('')
    })

    it('leaves calls of explicit clients alone when the hooks are off again', async () => {
      const client = new library.Pool(provider.origin)
      hooks.remove()
      const { body } = await client.request({ path: '/', method: 'POST', body: 'alice' })
      expect([await body.text(), provider.received[0]?.body, opener.opened.length]).toEqual(['alice', 'alice', 0])
      await client.destroy()
    })

    it.each([
      ['an Agent', () => new library.Agent({ connections: 1 })],
      ['a composed one', () => new library.Agent({ connections: 1 }).compose(dispatch => dispatch)],
    ])('guards the first call after a foreign setGlobalDispatcher too: %s', async (_, make) => {
      const before = library.getGlobalDispatcher()
      const foreign = make()
      library.setGlobalDispatcher(foreign)
      try {
        const answers = [1, 2, 3].map(() => library.request(provider.origin, { method: 'POST', body: 'alice' }))
        for (const { body } of await Promise.all(answers)) expect(await body.text()).toBe('alice')
        expect(provider.wire()).not.toContain('alice')
        // More waiting than connections: the mark holds for a call that is queued.
        expect([provider.received.length, opener.opened.length]).toEqual([3, 3])
      } finally {
        library.setGlobalDispatcher(before)
        await foreign.destroy()
      }
    })

    it('lets interceptors below send the scrubbed request again', async () => {
      const before = library.getGlobalDispatcher()
      const agent = new library.Agent()
      library.setGlobalDispatcher(
        new library.RetryAgent(agent, { minTimeout: 1, maxRetries: 2 }) as unknown as undici.Dispatcher,
      )
      try {
        let calls = 0
        provider.answer = (received, response) => {
          response.statusCode = ++calls === 1 ? 503 : 200
          response.end(received.body)
        }
        const again = fakeOpener([provider.host])
        installHooks(again).remove()
        await library.request('http://127.0.0.1:1').catch(() => undefined)
        const { body } = await library.request(provider.origin, { method: 'PUT', body: 'alice' })
        expect([await body.text(), calls]).toEqual(['alice', 2])
        expect(opener.closed).toEqual(['done'])
      } finally {
        library.setGlobalDispatcher(before)
        await agent.destroy()
      }
    })
  })
}

describe('answers', () => {
  for (const [coding, encode] of [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateRawSync],
  ] as const) {
    it(`decodes ${coding} before it restores`, async () => {
      provider.answer = (_, response) => {
        response.setHeader('content-encoding', coding)
        response.end(encode('hello [NAME_1]'))
      }
      const { headers, body } = await undici.request(provider.origin)
      expect([headers['content-encoding'], headers['content-length'], await body.text()]).toEqual([
        undefined,
        undefined,
        'hello alice',
      ])
    })
  }

  it('say no length that is not true', async () => {
    opener.keepsLength = true
    provider.answer = (_, response) => response.writeHead(200, { 'content-length': 8 }).end('[NAME_1]')
    const { headers, body } = await undici.request(provider.origin)
    expect([headers['content-length'], await body.text()]).toEqual([undefined, 'alice'])
  })

  it('fails, and does not end, when coded data is cut short', async () => {
    provider.answer = (_, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync('hello [NAME_1]').subarray(0, -9))
    }
    const { body } = await undici.request(provider.origin)
    await expect(body.text()).rejects.toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
    expect(opener.closed).toEqual(['failed'])
  })

  for (const coding of ['identity', 'gzip']) {
    it(`reads no faster than the client (${coding})`, async () => {
      let sent = 0
      const total = 64 * 1024 * 1024
      // Random enough that gzip does not shrink it to nothing.
      const plain = Buffer.from(Array.from({ length: 64 * 1024 }, (_, index) => (index * index * 31) >> 3))
      const block = coding === 'gzip' ? gzipSync(plain) : plain
      provider.answer = (_, response) => {
        if (coding === 'gzip') response.setHeader('content-encoding', 'gzip')
        const more = () => {
          while (sent < total) {
            sent += block.length
            if (!response.write(block)) return
          }
          response.end()
        }
        response.on('drain', more)
        more()
      }
      const { body } = await undici.request(provider.origin)
      body.on('error', () => undefined)
      await settled(() => sent)
      expect(sent).toBeLessThan(total / 4)
      body.destroy()
    })
  }

  it('arrive whole through a slow reader, coded or not', async () => {
    const long = 'hello [NAME_1] and more '.repeat(40_000)
    for (const coding of ['identity', 'gzip']) {
      provider.answer = (_, response) => {
        if (coding === 'gzip') response.setHeader('content-encoding', coding)
        response.end(coding === 'gzip' ? gzipSync(long) : long)
      }
      const { body } = await undici.request(provider.origin)
      const pieces: string[] = []
      await pipeline(
        body,
        new Writable({
          highWaterMark: 1024,
          write(chunk, _encoding, done) {
            pieces.push(String(chunk))
            setImmediate(done)
          },
        }),
      )
      expect(pieces.join('')).toBe(long.replaceAll('[NAME_1]', 'alice'))
    }
  })
})

describe('fetch taken before the hooks', () => {
  it('is scrubbed below, and answers with what the platform answers with', async () => {
    const response = await earlyFetch(`${provider.origin}/v1/chat`, { method: 'POST', body: 'hello alice' })
    expect([response.url, response.status, response.type]).toEqual([`${provider.origin}/v1/chat`, 200, 'basic'])
    expect([await response.text(), provider.received[0]?.body]).toEqual(['hello alice', 'hello [NAME_1]'])
    expect(JSON.stringify(provider.received)).not.toContain('guard')
  })

  it('may not be led to another origin with its raw body', async () => {
    await using other = await startProvider()
    for (const status of [301, 302, 303, 307, 308]) {
      provider.answer = (_, response) => response.writeHead(status, { location: `${other.origin}/` }).end()
      const attempt = earlyFetch(provider.origin, { method: 'POST', body: 'alice' })
      await expect(attempt).rejects.toMatchObject({ cause: { code: 'ERR_GDPR_REDIRECT_REFUSED' } })
    }
    expect(other.connections()).toBe(0)
  })

  it('hides no call behind a stream that it sends', async () => {
    let inner: Promise<unknown> | undefined
    const body = new ReadableStream({
      pull(controller) {
        inner = earlyFetch(`${provider.origin}/inner`, { method: 'POST', body: 'inner alice' })
        controller.enqueue(new TextEncoder().encode('outer alice'))
        controller.close()
      },
    })
    await earlyFetch(`${provider.origin}/outer`, { method: 'POST', body, duplex: 'half' })
    await inner
    expect(provider.received.map(received => received.body).sort()).toEqual(['inner [NAME_1]', 'outer [NAME_1]'])
  })

  it('keeps its signal and the async context of the call', async () => {
    const storage = new AsyncLocalStorage<string>()
    let seen: string | undefined
    opener.onOpen = () => {
      seen = storage.getStore()
    }
    await storage.run('request 7', () =>
      earlyFetch(provider.origin, { method: 'POST', body: Readable.from(['x']), duplex: 'half' } as RequestInit),
    )
    expect(seen).toBe('request 7')
    const controller = new AbortController()
    provider.answer = () => controller.abort(new Error('enough'))
    await expect(earlyFetch(provider.origin, { signal: controller.signal })).rejects.toThrow('enough')
  })
})

describe('SDK clients', () => {
  const answerChat = (provider: Provider) => {
    provider.answer = (received, response) => {
      response.setHeader('content-type', 'application/json')
      const { messages } = JSON.parse(received.body)
      const { content } = messages[0]
      response.end(
        JSON.stringify({
          id: 'x',
          choices: [{ index: 0, message: { role: 'assistant', content } }],
          content: [{ type: 'text', text: content }],
        }),
      )
    }
  }

  // Built while no hook is on: the constructors take `globalThis.fetch` at once.
  const early = (build: () => unknown) => {
    hooks.remove()
    const client = build()
    hooks = installHooks(opener)
    return client
  }
  const openai = () => new OpenAI({ apiKey: 'k'.repeat(8), baseURL: `${provider.origin}/v1`, maxRetries: 0 })
  const anthropic = () => new Anthropic({ apiKey: 'k'.repeat(8), baseURL: provider.origin, maxRetries: 0 })

  for (const when of ['before', 'after']) {
    it(`of OpenAI built ${when} the hooks are guarded`, async () => {
      answerChat(provider)
      const client = (when === 'before' ? early(openai) : openai()) as OpenAI
      const messages = [{ role: 'user' as const, content: 'hello alice' }]
      const answer = await client.chat.completions.create({ model: 'm', messages })
      expect(answer.choices[0]?.message.content).toBe('hello alice')
      expect(provider.wire()).not.toContain('alice')
    })

    it(`of Anthropic built ${when} the hooks are guarded`, async () => {
      answerChat(provider)
      const client = (when === 'before' ? early(anthropic) : anthropic()) as Anthropic
      const messages = [{ role: 'user' as const, content: 'hello alice' }]
      const answer = await client.messages.create({ model: 'm', max_tokens: 9, messages })
      expect(answer.content[0]).toMatchObject({ text: 'hello alice' })
      expect(provider.wire()).not.toContain('alice')
    })
  }

  it('stream', async () => {
    provider.answer = (_, response) => {
      response.setHeader('content-type', 'text/event-stream')
      for (const content of ['hello [NA', 'ME_1]']) {
        response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`)
      }
      response.end('data: [DONE]\n\n')
    }
    const client = early(openai) as OpenAI
    const stream = await client.chat.completions.create({
      model: 'm',
      stream: true,
      messages: [{ role: 'user', content: 'alice' }],
    })
    const pieces: string[] = []
    for await (const chunk of stream) pieces.push(chunk.choices[0]?.delta.content ?? '')
    // The carrier hands bytes on; joining a placeholder over events is the pipeline's work.
    expect(pieces).toEqual(['hello [NA', 'ME_1]'])
  })
})

function bodies(): [string, () => unknown][] {
  return [
    ['a string', () => 'hello alice'],
    ['a Buffer', () => Buffer.from('hello alice')],
    ['a Uint8Array', () => new TextEncoder().encode('hello alice')],
    ['a readable', () => Readable.from([Buffer.from('hello al'), Buffer.from('ice')])],
    [
      'an async iterable',
      async function* () {
        yield 'hello al'
        yield 'ice'
      },
    ],
    ['a Blob', () => new Blob(['hello alice'])],
  ]
}
