import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import * as http from 'node:http'
import { get as namedGet, request as namedRequest } from 'node:http'
import * as https from 'node:https'
import * as net from 'node:net'
import { Readable, Transform, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GuardError } from '../../src/errors.ts'
import { installHooks } from '../../src/intercept/index.ts'
import { type FakeOpener, fakeOpener, type Provider, settled, startProvider } from './kit.ts'

// Taken before any hook is on.
const earlyRequest = http.request

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

const post = (options: http.RequestOptions = {}) =>
  http.request(`${provider.origin}/v1/chat`, { method: 'POST', ...options })

const responseOf = async (request: http.ClientRequest): Promise<http.IncomingMessage> => {
  const [response] = await once(request, 'response')
  return response
}

describe('requests', () => {
  it('are scrubbed, and their answers restored', async () => {
    const request = post()
    request.end('hello alice')
    const response = await responseOf(request)
    expect([response.statusCode, await text(response)]).toEqual([200, 'hello alice'])
    expect(provider.received[0]).toMatchObject({ method: 'POST', url: '/v1/chat', body: 'hello [NAME_1]' })
    expect(opener.closed).toEqual(['done'])
  })

  for (const [name, request] of [
    ['named import', namedRequest],
    ['early reference', earlyRequest],
  ] as const) {
    it(`are caught by ${name}`, async () => {
      const call = request(provider.origin, { method: 'POST' })
      call.end('alice')
      expect(await text(await responseOf(call))).toBe('alice')
      expect(provider.received[0]?.body).toBe('[NAME_1]')
    })
  }

  it('by get() have no body', async () => {
    const response = await responseOf(namedGet(`${provider.origin}/v1/models?user=alice`))
    expect([response.statusCode, provider.received[0]?.url]).toEqual([200, '/v1/models?user=[NAME_1]'])
    expect(opener.opened[0]).toMatchObject({ method: 'GET', body: null })
    expect(provider.received[0]?.headers).not.toHaveProperty('content-length')
  })

  it('are collected over many writes of every kind', async () => {
    const request = post()
    const called: number[] = []
    expect(request.write('hello al', () => called.push(1))).toBe(true)
    request.write(Buffer.from('ice '), () => called.push(2))
    request.write('616c696365', 'hex', () => called.push(3))
    request.end(new Uint8Array([33]), () => called.push(4))
    expect(request.writableEnded).toBe(true)
    const response = await responseOf(request)
    expect([await text(response), called]).toEqual(['hello alice alice!', [1, 2, 3, 4]])
    expect(provider.received[0]?.body).toBe('hello [NAME_1] [NAME_1]!')
  })

  it('do not keep a buffer that the client uses again', async () => {
    const request = post()
    const buffer = Buffer.from('hello alice')
    request.write(buffer)
    buffer.fill('x')
    request.end()
    expect(await text(await responseOf(request))).toBe('hello alice')
  })

  it('carry the length of the scrubbed body and no leftover of chunked coding', async () => {
    const request = post({ headers: { 'content-length': '5' } })
    request.end('alice')
    await responseOf(request)
    const chunked = post({ headers: { 'transfer-encoding': 'chunked' } })
    chunked.write('al')
    chunked.end('ice')
    await responseOf(chunked)
    for (const { headers, body } of provider.received) {
      expect([headers['content-length'], headers['transfer-encoding'], body]).toEqual(['8', undefined, '[NAME_1]'])
    }
  })

  it('say that they are empty when they are', async () => {
    await responseOf(post().end())
    expect(provider.received[0]?.headers['content-length']).toBe('0')
  })

  it('frame the body of a DELETE', async () => {
    const request = post({ method: 'DELETE' })
    request.end('alice')
    await responseOf(request)
    expect(provider.received[0]).toMatchObject({ method: 'DELETE', body: '[NAME_1]' })
  })

  it('lose the headers that the scrubbed request no longer has', async () => {
    const request = post({ headers: { 'X-Client-Ip': '192.0.2.7', 'X-Kept': ['a', 'b'] } })
    request.setHeader('X-Client-Name', 'alice')
    request.end('x')
    await responseOf(request)
    expect(provider.received[0]?.headers).not.toHaveProperty('x-client-ip')
    expect(provider.received[0]?.headers).not.toHaveProperty('x-client-name')
    expect(provider.received[0]?.headers['x-kept']).toBe('a, b')
  })

  it('are scrubbed when their headers are an array', async () => {
    const headers = ['Host', provider.host, 'X-Client-Ip', '192.0.2.7', 'X-Kept', 'yes', 'Content-Length', '5']
    const nested = [
      ['Host', provider.host],
      ['X-Client-Ip', '192.0.2.7'],
      ['X-Kept', 'yes'],
    ]
    for (const form of [headers, nested]) {
      const request = post({ headers: form as unknown as http.OutgoingHttpHeaders })
      request.end('alice')
      expect(await text(await responseOf(request))).toBe('alice')
    }
    for (const { headers: sent, body } of provider.received) {
      expect([sent['x-client-ip'], sent['x-kept'], sent.host, body]).toEqual([
        undefined,
        'yes',
        provider.host,
        '[NAME_1]',
      ])
    }
    expect(provider.wire()).not.toMatch(/alice|192\.0\.2\.7/)
  })

  it('hand a gzip body over as it is, and send what comes back without the old coding', async () => {
    const request = post({ headers: { 'content-encoding': 'gzip' } })
    request.end(gzipSync('hello alice'))
    await responseOf(request)
    expect(provider.received[0]?.body).toBe('hello [NAME_1]')
    expect(provider.received[0]?.headers).not.toHaveProperty('content-encoding')
  })

  it('send no trailers, which nobody has scrubbed', async () => {
    const request = post({ headers: { trailer: 'x-name' } })
    request.write('x')
    request.addTrailers({ 'x-name': 'alice' })
    request.end()
    await responseOf(request)
    expect(provider.wire()).not.toContain('alice')
  })

  it('send nothing when flushHeaders is called', async () => {
    const request = post({ headers: { 'x-client': 'alice' } })
    request.flushHeaders()
    await once(request, 'socket')
    request.end('alice')
    await responseOf(request)
    expect(provider.wire()).not.toContain('alice')
  })

  it('with Expect: 100-continue wait for the scrub, and the client is told to go on', async () => {
    for (const form of ['object', 'array']) {
      const headers =
        form === 'object'
          ? { expect: '100-continue', 'x-client': 'alice' }
          : ['Host', provider.host, 'Expect', '100-continue', 'X-Client', 'alice']
      const request = post({ path: '/v1/alice', headers: headers as http.OutgoingHttpHeaders })
      await once(request, 'continue')
      request.end('alice')
      expect(await text(await responseOf(request))).toBe('alice')
    }
    expect(provider.wire()).not.toContain('alice')
    expect(provider.received[0]?.headers).not.toHaveProperty('expect')
  })

  it('that write around the known methods are stopped', async () => {
    const request = post()
    const error = once(request, 'error')
    http.OutgoingMessage.prototype.write.call(request, 'alice', 'utf8')
    expect((await error)[0]).toMatchObject({ code: 'ERR_GDPR_UNGUARDED_CARRIER' })
    expect(provider.wire()).toBe('')
  })

  it('that write around the known methods are stopped once they have their socket, too', async () => {
    // With its length known, a body goes to the socket in one piece with the headers.
    const request = post({ headers: { 'content-length': 5 } })
    await once(request, 'socket')
    const error = once(request, 'error')
    http.OutgoingMessage.prototype.write.call(request, 'alice', 'utf8')
    expect((await error)[0]).toMatchObject({ code: 'ERR_GDPR_UNGUARDED_CARRIER' })
    expect(provider.wire()).toBe('')
  })

  it('over the limit are refused before anything is sent', async () => {
    hooks.remove()
    hooks = installHooks(fakeOpener([provider.host], 10))
    const request = post()
    request.write('123456')
    request.write('789012')
    const [error] = await once(request, 'error')
    expect(error).toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
    request.end()
    expect(provider.wire()).toBe('')
  })

  it('take a piped stream', async () => {
    const request = post()
    const answer = responseOf(request)
    await pipeline(Readable.from(['hello ', 'al', 'ice']), request)
    expect(await text(await answer)).toBe('hello alice')
  })

  it('open the exchange in the async context of the call, wherever end() runs', async () => {
    const storage = new AsyncLocalStorage<string>()
    const seen: (string | undefined)[] = []
    opener.onOpen = () => void seen.push(storage.getStore())
    const agents = [undefined, new http.Agent({ maxSockets: 1, keepAlive: true })]
    for (const agent of agents) {
      const request = storage.run('request 7', () => post({ agent }))
      request.end('x')
      ;(await responseOf(request)).resume()
    }
    expect(seen).toEqual(['request 7', 'request 7'])
    agents[1]?.destroy()
  })

  it('refuse what Node refuses', async () => {
    const request = post()
    expect(() => request.write(null)).toThrow(TypeError)
    expect(() => request.write(7)).toThrow(TypeError)
    expect(() => request.end({})).toThrow(TypeError)
    request.end('x')
    const error = once(request, 'error')
    request.write('late')
    expect((await error)[0]).toMatchObject({ code: 'ERR_STREAM_WRITE_AFTER_END' })
    await responseOf(request)
  })
})

describe('answers', () => {
  const answerTo = async (options: http.RequestOptions = {}) => {
    const request = post(options)
    request.end('x')
    return responseOf(request)
  }

  it('have rewritten headers in every view, and no length that is not true', async () => {
    opener.keepsLength = true
    provider.answer = (_, response) => {
      response.writeHead(201, 'Made', [
        ['X-Name', '[NAME_1]'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['Content-Length', '8'],
      ] as never)
      response.end('[NAME_1]')
    }
    const response = await answerTo()
    expect([response.statusCode, response.statusMessage]).toEqual([201, 'Made'])
    expect(response.headers).toMatchObject({ 'x-name': 'alice', 'set-cookie': ['a=1', 'b=2'] })
    expect(response.headers).not.toHaveProperty('content-length')
    expect(response.headersDistinct['x-name']).toEqual(['alice'])
    expect(response.rawHeaders).toContain('X-Name')
    expect(await text(response)).toBe('alice')
  })

  for (const [coding, encode] of [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['gzip, br', twice],
  ] as const) {
    it(`are decoded from ${coding} (${encode.name})`, async () => {
      for (const connection of ['close', 'keep-alive']) {
        provider.answer = (_, response) => {
          response.setHeader('content-encoding', coding)
          response.setHeader('connection', connection)
          response.end(encode('hello [NAME_1]'))
        }
        const response = await answerTo()
        expect([response.headers['content-encoding'], await text(response)]).toEqual([undefined, 'hello alice'])
      }
      expect(opener.closed).toEqual(['done', 'done'])
    })
  }

  it('fail, and do not end, when coded data is cut short', async () => {
    provider.answer = (_, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync('hello [NAME_1]').subarray(0, -9))
    }
    await expect(text(await answerTo())).rejects.toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
    expect(opener.closed).toEqual(['failed'])
  })

  it('come as they arrive', async () => {
    let finish = () => {}
    provider.answer = (_, response) => {
      response.write('one [NA')
      finish = () => response.end('ME_1] two')
    }
    const response = await answerTo()
    expect(String((await once(response, 'data'))[0])).toBe('one ')
    finish()
    expect(await text(response)).toBe('alice two')
  })

  it('error when the upstream breaks', async () => {
    provider.answer = (_, response, request) => response.write('first ', () => request.socket.resetAndDestroy())
    const request = post()
    // A reset may reach the request as well; that is so without us.
    request.on('error', () => undefined)
    request.end('x')
    const response = await responseOf(request)
    const aborted = once(response, 'aborted')
    await expect(text(response)).rejects.toMatchObject({ code: 'ECONNRESET' })
    await aborted
    expect(opener.closed).toEqual(['failed'])
  })

  it('in zstd are decoded where Node can, and refused elsewhere', async () => {
    const compress: unknown = Reflect.get(zlib, 'zstdCompressSync')
    provider.answer = (_, response) => {
      response.setHeader('content-encoding', 'zstd')
      response.end(typeof compress === 'function' ? compress('hello [NAME_1]') : 'hello')
    }
    const request = post()
    const outcome = responseOf(request).then(text, error => error.code)
    request.end('x')
    expect(await outcome).toBe(typeof compress === 'function' ? 'hello alice' : 'ERR_GDPR_ANSWER_UNREADABLE')
  })

  it('error when they cannot be restored', async () => {
    provider.answer = (_, response) => response.end('fine so far, then unreadable')
    await expect(text(await answerTo())).rejects.toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
    expect(opener.closed).toEqual(['failed'])
  })

  it('are refused on the request when their head cannot be given back', async () => {
    opener.onAnswer = () => {
      throw new GuardError('ERR_GDPR_ANSWER_UNREADABLE')
    }
    const request = post().end('x')
    const [error] = await once(request, 'error')
    expect(error).toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
    expect(opener.closed).toEqual(['failed'])
  })

  for (const status of [301, 302, 303, 307, 308]) {
    it(`that redirect (${status}) to another origin are refused`, async () => {
      provider.answer = (_, response) => response.writeHead(status, { location: 'http://other.example/' }).end()
      const [error] = await once(post().end('alice'), 'error')
      expect(error).toMatchObject({ code: 'ERR_GDPR_REDIRECT_REFUSED' })
      expect(opener.closed).toEqual(['failed'])
    })
  }

  it("that redirect inside the origin are the client's business", async () => {
    provider.answer = (_, response) => response.writeHead(307, { location: '/v2' }).end()
    expect((await answerTo()).headers.location).toBe('/v2')
  })

  it('abort the upstream call when destroyed', async () => {
    const gone = new Promise<void>(resolve => {
      provider.answer = (_, response) => {
        response.write('first ')
        response.on('close', resolve)
      }
    })
    const response = await answerTo()
    await once(response, 'data')
    const closed = opener.nextClose()
    response.destroy()
    await gone
    expect(await closed).toBe('aborted')
  })

  for (const coding of ['identity', 'gzip']) {
    it(`are read no faster than the client reads (${coding})`, async () => {
      let sent = 0
      const total = 64 * 1024 * 1024
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
      const response = await answerTo()
      response.on('error', () => undefined)
      response.once('readable', () => undefined)
      await settled(() => sent)
      expect(sent).toBeLessThan(total / 4)
      response.destroy()
    })
  }

  it('arrive whole through a slow reader, coded or not', async () => {
    const long = 'hello [NAME_1] and more '.repeat(40_000)
    for (const coding of ['identity', 'gzip']) {
      provider.answer = (_, response) => {
        if (coding === 'gzip') response.setHeader('content-encoding', coding)
        response.end(coding === 'gzip' ? gzipSync(long) : long)
      }
      const pieces: string[] = []
      await pipeline(
        await answerTo(),
        new Transform({ transform: (chunk, _encoding, done) => setImmediate(done, null, chunk) }),
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

  it('free the connection for the next call of the agent', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = 0; turn < 3; turn++) {
      const response = await answerTo({ agent })
      expect(await text(response)).toBe('x')
    }
    expect(provider.connections()).toBe(1)
    agent.destroy()
  })

  it('that nobody listens to are thrown away, and the exchange is closed', async () => {
    const closed = opener.nextClose()
    const request = post()
    request.end('x')
    await once(request, 'close')
    expect(await closed).toBe('done')
  })
})

describe('giving up', () => {
  it('by signal while being scrubbed sends nothing', async () => {
    const controller = new AbortController()
    opener.onOpen = () => controller.abort()
    const closed = opener.nextClose()
    const request = post({ signal: controller.signal })
    request.end('alice')
    const [error] = await once(request, 'error')
    expect(error).toMatchObject({ name: 'AbortError' })
    expect([await closed, provider.wire()]).toEqual(['aborted', ''])
  })

  it('by destroy while waiting for the answer', async () => {
    const request = post()
    provider.answer = () => request.destroy(new Error('enough'))
    request.end('x')
    expect((await once(request, 'error'))[0]).toMatchObject({ message: 'enough' })
    expect(opener.closed).toEqual(['aborted'])
  })

  it('by time-out', async () => {
    provider.answer = () => undefined
    const request = post({ timeout: 20 })
    request.end('x')
    const failed = once(request, 'error')
    await once(request, 'timeout')
    request.destroy()
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' })
    expect(opener.closed).toEqual(['aborted'])
  })

  it('when the scope ends', async () => {
    provider.answer = (_, response) => void response.write('first ')
    const response = await responseOf(post().end('x'))
    await once(response, 'data')
    const failed = once(response, 'error')
    opener.scope.abort(new GuardError('ERR_GDPR_SCOPE_CLOSED'))
    expect((await failed.catch(error => [error]))[0]).toMatchObject({ code: 'ERR_GDPR_SCOPE_CLOSED' })
    expect(opener.closed).toEqual(['aborted'])
  })

  it('of the upstream before any answer is an error of the request', async () => {
    provider.answer = (_, _response, request) => request.socket.destroy()
    const [error] = await once(post().end('x'), 'error')
    expect(error).toMatchObject({ code: 'ECONNRESET' })
    expect(opener.closed).toEqual(['failed'])
  })

  it('of the scrubbed request itself is an error of the request, and closes the exchange as failed', async () => {
    // A header that Node refuses to write.
    opener.onOpen = request => void Reflect.set(request, 'headers', [['x-bad', 'line\nbreak']])
    const [error] = await once(post().end('x'), 'error')
    expect(error).toMatchObject({ code: 'ERR_INVALID_CHAR' })
    expect([opener.closed, provider.wire()]).toEqual([['failed'], ''])
  })

  it('of the hooks while a request is open sends nothing raw', async () => {
    const request = post()
    request.write('hello alice')
    hooks.remove()
    const failed = once(request, 'error')
    request.end(' and alice')
    expect((await failed)[0]).toMatchObject({ code: 'ERR_GDPR_UNGUARDED_CARRIER' })
    expect(provider.wire()).toBe('')
  })

  it('by refusal gives the GuardError itself', async () => {
    const refusal = new GuardError('ERR_GDPR_JSON_INVALID')
    opener.onOpen = () => {
      throw refusal
    }
    expect((await once(post().end('alice'), 'error'))[0]).toBe(refusal)
    expect(provider.wire()).toBe('')
  })
})

describe('destinations', () => {
  it('are guarded whatever the Host header says', async () => {
    for (const headers of [{ host: 'innocent.example' }, ['Host', 'innocent.example']]) {
      const request = post({ headers: headers as http.OutgoingHttpHeaders })
      request.end('alice')
      await responseOf(request)
    }
    for (const { body, headers } of provider.received) expect([body, headers.host]).toEqual(['[NAME_1]', provider.host])
  })

  it('are guarded when only the Host header, the server name or the path names a guarded host', async () => {
    hooks.remove()
    hooks = installHooks(fakeOpener(['llm.example']))
    const options: http.RequestOptions[] = [
      { headers: { host: 'llm.example' } },
      { headers: ['Host', 'llm.example'] as unknown as http.OutgoingHttpHeaders },
      { servername: 'llm.example' } as http.RequestOptions,
      { path: 'http://llm.example/v1/alice' },
    ]
    for (const option of options) {
      const request = post(option)
      request.end('alice')
      await responseOf(request)
    }
    const late = post()
    late.setHeader('Host', 'llm.example')
    late.end('alice')
    await responseOf(late)
    expect(provider.received.map(({ body, headers }) => [body, headers.host])).toEqual(
      Array(5).fill(['[NAME_1]', 'llm.example']),
    )
    expect(provider.received[3]?.url).toBe('http://llm.example/v1/[NAME_1]')
  })

  it('count when the call is sent, not when it is made', async () => {
    await using other = await startProvider()
    hooks.remove()
    hooks = installHooks(fakeOpener(['llm.example']))
    const make = () => http.request(other.origin, { method: 'POST', path: '/items' })
    const send = async (request: http.ClientRequest) => {
      request.end('alice')
      expect(await text(await responseOf(request))).toBe('alice')
    }
    const byHeader = make()
    byHeader.setHeader('host', 'llm.example')
    await send(byHeader)
    const byPath = make()
    byPath.path = 'http://llm.example/items'
    await send(byPath)
    const byGuard = make()
    const late = installHooks(fakeOpener([other.host]))
    await send(byGuard)
    late.remove()
    expect(other.received.map(({ body }) => body)).toEqual(['[NAME_1]', '[NAME_1]', '[NAME_1]'])
  })

  it('are not misled by a path that looks like a host', async () => {
    const request = post({ path: '//innocent.example/alice#alice' })
    request.end('alice')
    await responseOf(request)
    expect(provider.received[0]).toMatchObject({ body: '[NAME_1]', url: '//innocent.example/[NAME_1]' })
  })

  it('behind an agent of its own kind are guarded', async () => {
    const agent = {
      protocol: 'http:',
      defaultPort: 80,
      addRequest: (request: { onSocket(socket: net.Socket): void }) =>
        request.onSocket(net.connect(provider.port, '127.0.0.1')),
    }
    const request = post({
      agent: agent as unknown as http.Agent,
      headers: { expect: '100-continue', 'x-client': 'alice' },
    })
    await once(request, 'continue')
    request.end('alice')
    await responseOf(request)
    expect(provider.wire()).not.toContain('alice')
    expect(provider.received[0]?.body).toBe('[NAME_1]')
  })

  it('over TLS are guarded in the same way', async () => {
    // The requests of node:https are ClientRequests with another agent; the socket here is plain to need no certificate.
    expect(Object.hasOwn(https.Agent.prototype, 'addRequest')).toBe(false)
    const createConnection = () => net.connect(provider.port, '127.0.0.1')
    const request = https.request({ host: '127.0.0.1', port: provider.port, method: 'POST', createConnection })
    request.end('alice')
    await responseOf(request)
    expect([opener.opened[0]?.url.protocol, provider.received[0]?.body]).toEqual(['https:', '[NAME_1]'])
  })

  it("behind a connection of the caller's own are guarded", async () => {
    const request = post({ createConnection: () => net.connect(provider.port, '127.0.0.1') })
    request.end('alice')
    await responseOf(request)
    expect(provider.received[0]?.body).toBe('[NAME_1]')
  })

  it('refuse upgrades and CONNECT', async () => {
    const upgrade = http.get(provider.origin, { headers: { connection: 'Upgrade', upgrade: 'websocket' } })
    expect((await once(upgrade, 'error'))[0]).toMatchObject({ code: 'ERR_GDPR_UPGRADE_REFUSED' })
    const tunnel = post({ method: 'CONNECT', path: 'other.example:443' })
    tunnel.end()
    expect((await once(tunnel, 'error'))[0]).toMatchObject({ code: 'ERR_GDPR_UPGRADE_REFUSED' })
    expect(provider.wire()).toBe('')
  })

  it('refuse an upgrade that nobody asked for', async () => {
    provider.answer = (_, response) => response.writeHead(101, { connection: 'Upgrade', upgrade: 'websocket' }).end()
    const request = post()
    let upgraded = false
    request.on('upgrade', () => {
      upgraded = true
    })
    request.end('x')
    expect((await once(request, 'error'))[0]).toMatchObject({ code: 'ERR_GDPR_UPGRADE_REFUSED' })
    expect(upgraded).toBe(false)
  })

  it('allow a tunnel through a proxy, since what goes through it is seen by itself', async () => {
    hooks.remove()
    hooks = installHooks(fakeOpener(['llm.example:443', 'llm.example']))
    await using proxy = await startProxy()
    const tunnel = http.request({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path: 'llm.example:443' })
    tunnel.end()
    const [, socket] = await once(tunnel, 'connect')
    socket.destroy()
  })
})

describe('other hosts', () => {
  it('are left alone: same bytes, one question, nothing collected', async () => {
    const other = await startProvider()
    await using _ = other
    const request = http.request(other.origin, { method: 'POST', headers: { 'x-client': 'alice' } })
    const arrived = new Promise<void>(resolve => {
      other.answer = (received, response) => {
        response.end(received.body)
        resolve()
      }
    })
    request.write('hello alice, ')
    request.flushHeaders()
    expect(request.headersSent).toBe(true)
    request.end('hello [NAME_1]')
    expect(await text(await responseOf(request))).toBe('hello alice, hello [NAME_1]')
    await arrived
    expect(opener.guardCalls).toBe(1)
    expect(Object.getOwnPropertyNames(request)).not.toContain('emit')
    expect(other.received[0]?.headers['transfer-encoding']).toBe('chunked')
  })

  it('keep Expect: 100-continue', async () => {
    await using other = await startProvider()
    const request = http.request(other.origin, { method: 'POST', headers: { expect: '100-continue' } })
    await once(request, 'continue')
    request.end('x')
    await responseOf(request)
    expect(other.received[0]?.headers.expect).toBe('100-continue')
  })
})

function twice(body: string): Buffer {
  return brotliCompressSync(gzipSync(body))
}

async function startProxy() {
  const server = http.createServer()
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 200 Connection established\r\n\r\n'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  return {
    port,
    async [Symbol.asyncDispose]() {
      await new Promise(resolve => server.close(resolve))
    },
  }
}
