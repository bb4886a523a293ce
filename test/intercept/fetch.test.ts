import { AsyncLocalStorage } from 'node:async_hooks'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GuardError } from '../../src/errors.ts'
import { guardedFetch, installHooks } from '../../src/intercept/index.ts'
import { collectGarbage } from '../kit/collect-garbage.ts'
import { type FakeOpener, fakeOpener, type Provider, settled, startProvider } from './kit.ts'

const nativeFetch = globalThis.fetch

let provider: Provider
let opener: FakeOpener
let fetch: typeof globalThis.fetch

beforeEach(async () => {
  provider = await startProvider()
  opener = fakeOpener([provider.host])
  fetch = guardedFetch(opener, nativeFetch)
})

afterEach(() => provider[Symbol.asyncDispose]())

const post = (body: NonNullable<RequestInit['body']>, init: RequestInit = {}) =>
  fetch(`${provider.origin}/v1/chat`, { method: 'POST', body, ...init })

describe('request forms', () => {
  const forms: [string, () => NonNullable<RequestInit['body']>][] = [
    ['a string', () => 'hello alice'],
    ['bytes', () => Buffer.from('hello alice')],
    ['an ArrayBuffer', () => new TextEncoder().encode('hello alice').buffer],
    ['a Blob', () => new Blob(['hello ', 'alice'])],
    ['search params', () => new URLSearchParams({ hello: 'alice' })],
    ['form data', () => formOf('hello alice')],
    ['a stream', () => streamOf('hello al', 'ice')],
  ]
  for (const [name, body] of forms) {
    it(`scrubs ${name} and restores the answer`, async () => {
      const response = await post(body(), { duplex: 'half' })
      expect(await response.text()).toContain('alice')
      expect(provider.received[0]?.body).toContain('[NAME_1]')
      expect(provider.received[0]?.body).not.toContain('alice')
      expect(opener.closed).toEqual(['done'])
    })
  }

  it('scrubs a Request object', async () => {
    const response = await fetch(new Request(`${provider.origin}/v1/chat`, { method: 'POST', body: 'alice' }))
    expect(await response.text()).toBe('alice')
    expect(provider.received[0]?.body).toBe('[NAME_1]')
  })

  it('lets init override the Request, as fetch does', async () => {
    const request = new Request(`${provider.origin}/v1/chat`, { method: 'POST', body: 'first' })
    await fetch(request, { method: 'PUT', body: 'alice' })
    expect(provider.received[0]).toMatchObject({ method: 'PUT', body: '[NAME_1]' })
  })

  it('sends the content type that belongs to the body', async () => {
    await post(new URLSearchParams({ a: 'b' }))
    await post(formOf('x'))
    expect(provider.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8')
    expect(provider.received[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  })

  it('sends the length of the scrubbed body, not of the raw one', async () => {
    await post('alice', { headers: { 'content-length': '5' } })
    expect(provider.received[0]?.headers['content-length']).toBe('8')
  })

  it('sends a request without a body', async () => {
    expect((await fetch(`${provider.origin}/v1/models`)).status).toBe(200)
    expect(opener.opened[0]).toMatchObject({ method: 'GET', body: null })
    expect(provider.received[0]?.url).toBe('/v1/models')
  })

  it('scrubs the query string', async () => {
    const response = await fetch(`${provider.origin}/v1/search?q=alice&n=1`)
    expect(provider.received[0]?.url).not.toContain('alice')
    expect(response.url).toBe(`${provider.origin}/v1/search?q=alice&n=1`)
  })

  it('does not forward headers that the scrubbed request no longer has', async () => {
    await post('x', { headers: { 'X-Client-Ip': '192.0.2.7' } })
    expect(provider.received[0]?.headers).not.toHaveProperty('x-client-ip')
  })

  it('hands a gzip body over as it is, and sends what comes back without the old coding', async () => {
    await post(gzipSync('hello alice'), { headers: { 'content-encoding': 'gzip' } })
    expect(provider.received[0]?.body).toBe('hello [NAME_1]')
    expect(provider.received[0]?.headers).not.toHaveProperty('content-encoding')
  })

  it('sends no referrer', async () => {
    await post('x', { referrer: 'http://app.example/alice' })
    expect(provider.received[0]?.headers).not.toHaveProperty('referer')
  })

  it('refuses a body over the limit before anything is sent', async () => {
    const small = guardedFetch(fakeOpener([provider.host], 10), nativeFetch)
    const attempt = small(provider.origin, { method: 'POST', body: streamOf('123456', '789012'), duplex: 'half' })
    await expect(attempt).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
    expect(provider.received).toEqual([])
  })

  it('rejects what fetch itself rejects', async () => {
    await expect(fetch('not a url')).rejects.toThrow(TypeError)
    await expect(fetch(provider.origin, { method: 'GET', body: 'x' })).rejects.toThrow(TypeError)
  })
})

describe('refusals', () => {
  it('rejects with the GuardError itself', async () => {
    const refusal = new GuardError('ERR_GDPR_JSON_INVALID')
    opener.onOpen = () => {
      throw refusal
    }
    await expect(post('alice')).rejects.toBe(refusal)
    expect(provider.received).toEqual([])
  })

  it('rejects when the answer cannot be given back, and closes as failed', async () => {
    opener.onAnswer = () => {
      throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE')
    }
    await expect(post('alice')).rejects.toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
    expect(opener.closed).toEqual(['failed'])
  })

  it('errors the body when the restorer gives up half way', async () => {
    provider.answer = (_, response) => response.end('fine so far, then unreadable')
    const response = await post('x')
    await expect(response.text()).rejects.toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
    expect(opener.closed).toEqual(['failed'])
  })
})

describe('the Response', () => {
  it('looks like the one of the platform', async () => {
    provider.answer = (_, response) => {
      response.writeHead(201, 'Made', { 'content-type': 'text/plain', 'x-kept': 'yes', 'set-cookie': ['a=1', 'b=2'] })
      response.end('[NAME_1]')
    }
    const response = await post('x')
    expect(response).toBeInstanceOf(Response)
    expect(response).toMatchObject({ status: 201, statusText: 'Made', ok: true, redirected: false, type: 'basic' })
    expect(response.url).toBe(`${provider.origin}/v1/chat`)
    expect(response.headers.get('x-kept')).toBe('yes')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    const copy = response.clone()
    expect(copy.url).toBe(response.url)
    expect([await response.text(), await copy.text()]).toEqual(['alice', 'alice'])
  })

  it('restores JSON, and says no length that is not true', async () => {
    opener.keepsLength = true
    provider.answer = (_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end('{"name":"[NAME_1]"}')
    }
    const response = await post('x')
    expect(response.headers.has('content-length')).toBe(false)
    expect(await response.json()).toEqual({ name: 'alice' })
  })

  for (const status of [204, 304]) {
    it(`has no body with status ${status}, and the exchange is done`, async () => {
      provider.answer = (_, response) => response.writeHead(status).end()
      const response = await post('x')
      expect([response.status, response.body]).toEqual([status, null])
      expect(opener.closed).toEqual(['done'])
    })
  }

  it('is decoded once when the provider compresses', async () => {
    provider.answer = (_, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync('hello [NAME_1]'))
    }
    expect(await (await post('x')).text()).toBe('hello alice')
  })

  it("can be read with a buffer of one's own", async () => {
    const reader = (await post('hi alice')).body!.getReader({ mode: 'byob' })
    const first = await reader.read(new Uint8Array(100))
    expect(Buffer.from(first.value!).toString()).toBe('hi alice')
    expect((await reader.read(new Uint8Array(100))).done).toBe(true)
  })
})

describe('streams', () => {
  it('gives the first chunk before the provider has sent the last', async () => {
    let finish = () => {}
    provider.answer = (_, response) => {
      response.write('one [NA')
      finish = () => response.end('ME_1] two')
    }
    const reader = (await post('x')).body!.getReader()
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('one ')
    finish()
    const rest: string[] = []
    for (let read = await reader.read(); !read.done; read = await reader.read())
      rest.push(Buffer.from(read.value).toString())
    expect(rest.join('')).toBe('alice two')
    expect(opener.closed).toEqual(['done'])
  })

  for (const standsAlone of [false, true]) {
    it(`leaves nothing open at the provider when a call ${standsAlone ? 'of its own scope' : 'in a scope'} ends early`, async () => {
      opener.standsAlone = standsAlone
      const goes = () =>
        new Promise<void>(resolve => {
          provider.answer = (_, response) => {
            response.write('fine, then unreadable')
            response.on('close', resolve)
          }
        })
      const gone = goes()
      await expect((await post('x')).text()).rejects.toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
      await gone
      const cancelled = goes()
      await (await post('x')).body!.cancel()
      await cancelled
      const refused = goes()
      opener.onAnswer = () => {
        throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE')
      }
      await expect(post('x')).rejects.toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
      await refused
      expect(opener.closed).toEqual(['failed', 'aborted', 'failed'])
    })
  }

  it('aborts the upstream call when the client cancels', async () => {
    const gone = new Promise<void>(resolve => {
      provider.answer = (_, response) => {
        response.write('first ')
        response.on('close', resolve)
      }
    })
    const reader = (await post('x')).body!.getReader()
    await reader.read()
    await reader.cancel()
    await gone
    expect(opener.closed).toEqual(['aborted'])
  })

  it('errors the reader when the upstream breaks', async () => {
    provider.answer = (_, response, request) => {
      response.write('first ', () => request.socket.resetAndDestroy())
    }
    const response = await post('x')
    await expect(response.text()).rejects.toThrow()
    expect(opener.closed).toEqual(['failed'])
  })

  it('reads no faster than the client', async () => {
    let sent = 0
    const total = 64 * 1024 * 1024
    provider.answer = (_, response) => {
      const block = Buffer.alloc(64 * 1024, 'x')
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
    const reader = (await post('x')).body!.getReader()
    await reader.read()
    await settled(() => sent)
    expect(sent).toBeLessThan(total / 4)
    await reader.cancel()
  })
})

describe('aborting', () => {
  it('rejects at once while the request is still being scrubbed, and sends nothing', async () => {
    const controller = new AbortController()
    let release = () => {}
    opener.onOpen = () => {
      controller.abort(new Error('changed my mind'))
      return new Promise<void>(resolve => {
        release = resolve
      })
    }
    const attempt = post('x', { signal: controller.signal })
    await expect(attempt).rejects.toThrow('changed my mind')
    const closed = opener.nextClose()
    release()
    expect(await closed).toBe('aborted')
    expect(provider.received).toEqual([])
  })

  it('rejects when the signal was aborted before the call', async () => {
    await expect(post('x', { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late')
    expect(opener.opened).toEqual([])
  })

  it('rejects while a streamed body is still being collected', async () => {
    const controller = new AbortController()
    const body = new ReadableStream({ pull: () => controller.abort(new Error('changed my mind')) })
    await expect(post(body, { signal: controller.signal, duplex: 'half' })).rejects.toThrow('changed my mind')
    expect([opener.opened, provider.connections()]).toEqual([[], 0])
  })

  it('prints no warning when many calls share one signal', async () => {
    const warnings: string[] = []
    const listen = (warning: Error) => warnings.push(warning.name)
    process.on('warning', listen)
    const { signal } = new AbortController()
    await Promise.all(Array.from({ length: 30 }, async () => (await post('x', { signal })).text()))
    await new Promise(resolve => setImmediate(resolve))
    process.off('warning', listen)
    expect(warnings).toEqual([])
  })

  it('rejects while waiting for the answer', async () => {
    const controller = new AbortController()
    provider.answer = () => controller.abort(new Error('enough'))
    await expect(post('x', { signal: controller.signal })).rejects.toThrow('enough')
    expect(opener.closed).toEqual(['aborted'])
  })

  it('errors the body while it is read', async () => {
    const controller = new AbortController()
    provider.answer = (_, response) => void response.write('first ')
    const reader = (await post('x', { signal: controller.signal })).body!.getReader()
    await reader.read()
    controller.abort(new Error('enough'))
    await expect(reader.read()).rejects.toThrow('enough')
    expect(opener.closed).toEqual(['aborted'])
  })

  for (const encoding of ['plain', 'gzip']) {
    it(`errors the body (${encoding}) and ends the call when memory was collected while it was read`, async () => {
      const beginning = gzipSync('first '.repeat(4_000), { level: 0 })
      const gone = new Promise<void>(resolve => {
        provider.answer = (_, response) => {
          if (encoding === 'gzip') response.setHeader('content-encoding', encoding)
          response.write(encoding === 'gzip' ? beginning.subarray(0, 4_000) : 'first ')
          response.on('close', resolve)
        }
      })
      const controller = new AbortController()
      const reader = (await post('x', { signal: controller.signal })).body!.getReader()
      await reader.read()
      for (let round = 0; round < 3; round++) await collectGarbage()
      const next = reader.read()
      controller.abort(new Error('enough'))
      await expect(next).rejects.toThrow('enough')
      await gone
      expect(opener.closed).toEqual(['aborted'])
    })
  }

  it('ends the call when the scope ends', async () => {
    const gone = new Promise<void>(resolve => {
      provider.answer = (_, response) => {
        response.write('first ')
        response.on('close', resolve)
      }
    })
    const reader = (await post('x')).body!.getReader()
    await reader.read()
    opener.scope.abort(new GuardError('ERR_GDPR_SCOPE_CLOSED'))
    await gone
    await expect(reader.read()).rejects.toMatchObject({ code: 'ERR_GDPR_SCOPE_CLOSED' })
    expect(opener.closed).toEqual(['aborted'])
  })
})

describe('redirects', () => {
  const redirectOnce = (status: number, location: string) => {
    provider.answer = (received, response) => {
      if (received.url === '/v1/chat') response.writeHead(status, { location }).end()
      else response.end(received.body)
    }
  }

  for (const status of [307, 308]) {
    it(`sends the scrubbed body again after ${status} inside the origin`, async () => {
      redirectOnce(status, '/v2/chat')
      const response = await post('alice')
      expect(provider.received.map(({ method, url, body }) => [method, url, body])).toEqual([
        ['POST', '/v1/chat', '[NAME_1]'],
        ['POST', '/v2/chat', '[NAME_1]'],
      ])
      expect([response.redirected, response.url]).toEqual([true, `${provider.origin}/v2/chat`])
      expect(await response.text()).toBe('alice')
    })

    it(`refuses ${status} to another origin, which sees nothing`, async () => {
      await using other = await startProvider()
      redirectOnce(status, `${other.origin}/v1/chat`)
      await expect(post('alice')).rejects.toMatchObject({ code: 'ERR_GDPR_REDIRECT_REFUSED' })
      expect(other.connections()).toBe(0)
      expect(opener.closed).toEqual(['failed'])
    })
  }

  it('becomes a GET without a body after 303', async () => {
    redirectOnce(303, '/v2/chat')
    await post('alice', { headers: { 'content-type': 'text/plain' } })
    expect(provider.received[1]).toMatchObject({ method: 'GET', body: '' })
    expect(provider.received[1]?.headers).not.toHaveProperty('content-type')
  })

  it('gives the redirect itself back in mode manual', async () => {
    redirectOnce(307, '/v2/chat')
    const response = await post('x', { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([307, '/v2/chat'])
    expect(provider.received).toHaveLength(1)
  })

  it('rejects in mode error', async () => {
    redirectOnce(307, '/v2/chat')
    await expect(post('x', { redirect: 'error' })).rejects.toThrow('fetch failed')
  })

  it('stops after twenty', async () => {
    provider.answer = (_, response) => response.writeHead(307, { location: '/v1/chat' }).end()
    await expect(post('x')).rejects.toThrow('fetch failed')
    expect(provider.received).toHaveLength(21)
  })
})

describe('destinations', () => {
  it('guards a call whose Host header names another host', async () => {
    await post('alice', { headers: { host: 'innocent.example' } })
    expect(provider.received[0]?.body).toBe('[NAME_1]')
    expect(provider.received[0]?.headers.host).toBe(provider.host)
  })

  it('guards a call to another address whose Host header names a guarded host, and keeps the name', async () => {
    opener = fakeOpener(['llm.example'])
    const sent: Headers[] = []
    const base: typeof nativeFetch = (input, init) => {
      sent.push(new Headers(init?.headers))
      return nativeFetch(input, init)
    }
    const pairs: [string, string][] = [['host', 'llm.example']]
    for (const headers of [{ Host: 'llm.example' }, pairs, new Headers(pairs)]) {
      await guardedFetch(opener, base)(provider.origin, { method: 'POST', body: 'alice', headers })
    }
    expect(provider.received.map(({ body }) => body)).toEqual(Array(3).fill('[NAME_1]'))
    expect(sent.map(headers => headers.get('host'))).toEqual(Array(3).fill('llm.example'))
  })

  it('passes a call to any other host on, with the very arguments', async () => {
    const seen: unknown[][] = []
    const answer = new Response('raw')
    const base = async (...args: unknown[]) => {
      seen.push(args)
      return answer
    }
    const init = { method: 'POST', body: streamOf('alice'), duplex: 'half' as const }
    expect(await guardedFetch(opener, base as typeof fetch)('http://other.example/', init)).toBe(answer)
    expect(seen[0]?.[1]).toBe(init)
    expect(opener.guardCalls).toBe(0)
  })
})

it('opens the exchange in the async context of the call', async () => {
  const storage = new AsyncLocalStorage<string>()
  let seen: string | undefined
  opener.onOpen = () => {
    seen = storage.getStore()
  }
  await storage.run('request 7', () => post(streamOf('x'), { duplex: 'half' }))
  expect(seen).toBe('request 7')
})

describe('with hooks installed', () => {
  it('is not handled twice by the lower hooks, and no mark reaches the provider', async () => {
    const hooks = installHooks(opener)
    try {
      const explicit = guardedFetch(opener)
      for (const call of [globalThis.fetch, explicit, guardedFetch(opener, nativeFetch)]) {
        opener.opened.length = 0
        expect(await (await call(provider.origin, { method: 'POST', body: 'alice' })).text()).toBe('alice')
        expect(opener.opened).toHaveLength(1)
      }
      expect(JSON.stringify(provider.received)).not.toContain('guard')
    } finally {
      hooks.remove()
    }
  })

  it('scrubs what the pull of a streamed body sends itself', async () => {
    const hooks = installHooks(opener)
    try {
      let inner: Promise<Response> | undefined
      const body = new ReadableStream({
        pull(controller) {
          inner = nativeFetch(`${provider.origin}/inner`, { method: 'POST', body: 'inner alice' })
          controller.enqueue(new TextEncoder().encode('outer alice'))
          controller.close()
        },
      })
      await globalThis.fetch(`${provider.origin}/outer`, { method: 'POST', body, duplex: 'half' })
      await inner
      expect(provider.received.map(({ body }) => body).sort()).toEqual(['inner [NAME_1]', 'outer [NAME_1]'])
    } finally {
      hooks.remove()
    }
  })
})

function formOf(value: string): FormData {
  const form = new FormData()
  form.set('field', value)
  return form
}

function streamOf(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      controller.close()
    },
  })
}
