import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import * as http2 from 'node:http2'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { getGlobalDispatcher, H2CClient, request, setGlobalDispatcher } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { GuardError } from '../../src/errors.ts'
import { installHooks } from '../../src/intercept/index.ts'
import { issueMark, markHeader } from '../../src/intercept/marks.ts'
import { Http2Upstream } from '../kit/http2-upstream.ts'
import { type FakeOpener, fakeOpener, secret, token } from './kit.ts'

const open: (() => void)[] = []

afterEach(() => {
  for (const close of open.splice(0).reverse()) close()
})

function guard(upstream: { host: string }, bodyBytes?: number): FakeOpener {
  const opener = fakeOpener([upstream.host], bodyBytes)
  const hooks = installHooks(opener)
  open.push(() => hooks.remove())
  return opener
}

function connect(origin: string, options?: http2.ClientSessionOptions): http2.ClientHttp2Session {
  const session = http2.connect(origin, options)
  session.on('error', () => undefined)
  open.push(() => session.destroy())
  return session
}

interface Answered {
  readonly headers: http2.IncomingHttpHeaders & http2.IncomingHttpStatusHeader
  readonly body: string
}

async function answerOf(stream: http2.ClientHttp2Stream): Promise<Answered> {
  const [headers] = (await once(stream, 'response')) as [Answered['headers']]
  return { headers, body: await text(stream) }
}

function post(session: http2.ClientHttp2Session, body: string, headers: http2.OutgoingHttpHeaders = {}) {
  const stream = session.request({ ':method': 'POST', ':path': '/v1/chat', ...headers })
  stream.end(body)
  return stream
}

async function failureOf(stream: http2.ClientHttp2Stream): Promise<unknown> {
  return new Promise(resolve => stream.on('error', resolve))
}

describe('a guarded HTTP/2 call', () => {
  it('is scrubbed in body, path and headers, and its answer restored', async () => {
    await using upstream = await Http2Upstream.start(({ body }, stream) => {
      stream.respond({ ':status': 201, 'content-type': 'text/plain', 'x-said': token, 'set-cookie': ['a=1', 'b=2'] })
      stream.end(`I read: ${body}`)
    })
    const opener = guard(upstream)
    const session = connect(upstream.origin)
    const stream = session.request({
      ':method': 'POST',
      ':path': `/v1/chat?who=${secret}`,
      'x-client-name': 'x',
      'content-length': 999,
      accept: '*/*',
    })
    stream.write(`hello ${secret.slice(0, 2)}`)
    stream.end(`${secret.slice(2)}!`)
    const { headers, body } = await answerOf(stream)
    expect(body).toBe(`I read: hello ${secret}!`)
    expect(headers).toMatchObject({ ':status': 201, 'x-said': secret, 'set-cookie': ['a=1', 'b=2'] })
    expect(upstream.received).toHaveLength(1)
    expect(upstream.received[0]!.body).toBe(`hello ${token}!`)
    expect(upstream.received[0]!.headers).toMatchObject({
      ':method': 'POST',
      ':path': `/v1/chat?who=${token}`,
      ':authority': upstream.host,
      ':scheme': 'http',
      accept: '*/*',
      'content-length': String(`hello ${token}!`.length),
    })
    expect(upstream.everything).not.toContain(secret)
    expect(upstream.everything).not.toContain('x-client-name')
    expect(opener.closed).toEqual(['done'])
  })

  it('works with a method reference taken before, several at once, on one session', async () => {
    const { connect: early } = http2
    await using upstream = await Http2Upstream.start()
    const opener = guard(upstream)
    const session = early(upstream.origin)
    open.push(() => session.destroy())
    const bodies = Array.from({ length: 20 }, (_, index) => `${index} ${secret}`)
    const answers = await Promise.all(bodies.map(body => answerOf(post(session, body))))
    expect(answers.map(({ body }) => body)).toEqual(bodies)
    expect(upstream.everything).not.toContain(secret)
    expect(opener.closed).toEqual(bodies.map(() => 'done'))
  })

  it.each(['GET', 'HEAD', 'DELETE'])('ends %s by itself, without a body', async method => {
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.respond({ ':status': method === 'HEAD' ? 204 : 200 }, { endStream: method === 'HEAD' })
      if (method !== 'HEAD') stream.end(token)
    })
    const opener = guard(upstream)
    const closed = opener.nextClose()
    const { body } = await answerOf(connect(upstream.origin).request({ ':method': method, ':path': '/' }))
    expect(body).toBe(method === 'HEAD' ? '' : secret)
    expect(upstream.received[0]!.headers['content-length']).toBeUndefined()
    expect(await closed).toBe('done')
  })

  it('decodes a coded answer', async () => {
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.respond({ ':status': 200, 'content-encoding': 'gzip' })
      stream.end(gzipSync(`zipped ${token}`))
    })
    guard(upstream)
    const { headers, body } = await answerOf(post(connect(upstream.origin), 'x'))
    expect(body).toBe(`zipped ${secret}`)
    expect(headers['content-encoding']).toBeUndefined()
  })

  it('shows each piece of a stream as it comes, restored over cuts, with early headers and trailers', async () => {
    const step: (() => void)[] = []
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.additionalHeaders({ ':status': 103, link: '</x>' })
      stream.respond({ ':status': 200 }, { waitForTrailers: true })
      stream.on('wantTrailers', () => stream.sendTrailers({ 'x-checked': 'yes' }))
      stream.write('one ')
      step.push(
        () => stream.write(token.slice(0, 3)),
        () => stream.end(token.slice(3)),
      )
    })
    guard(upstream)
    const stream = post(connect(upstream.origin), 'x')
    const early = once(stream, 'headers')
    const trailers = once(stream, 'trailers')
    await once(stream, 'response')
    stream.setEncoding('utf8')
    expect((await early)[0]).toMatchObject({ ':status': 103, link: '</x>' })
    const [first] = await once(stream, 'data')
    expect(first).toBe('one ')
    for (const next of step) next()
    let rest = ''
    for await (const piece of stream) rest += piece
    expect(rest).toBe(secret)
    expect((await trailers)[0]).toMatchObject({ 'x-checked': 'yes' })
  })

  it('keeps backpressure: a stalled reader stops the provider', async () => {
    let written = 0
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.respond({ ':status': 200 })
      const piece = Buffer.alloc(16_384, 0x61)
      const fill = () => {
        while (written < 64 * 1_048_576 && !stream.destroyed) {
          written += piece.length
          if (!stream.write(piece)) {
            stream.once('drain', fill)
            return
          }
        }
        stream.end()
      }
      fill()
    })
    guard(upstream)
    const stream = post(connect(upstream.origin), 'x')
    await once(stream, 'response')
    let last = -1
    while (last !== written) {
      last = written
      await new Promise(resolve => setTimeout(resolve, 60))
    }
    expect(written).toBeLessThan(2 * 1_048_576)
    stream.close()
    await once(stream, 'close')
  })

  it('belongs to the scope in which it was made, wherever its end is written', async () => {
    await using upstream = await Http2Upstream.start()
    const opener = guard(upstream)
    const storage = new AsyncLocalStorage<string>()
    const seen: (string | undefined)[] = []
    opener.onOpen = () => {
      seen.push(storage.getStore())
    }
    const session = connect(upstream.origin)
    const stream = storage.run('mine', () => session.request({ ':method': 'POST', ':path': '/' }))
    const heard = new Promise(resolve => stream.on('response', () => resolve(storage.getStore())))
    storage.run('other', () => stream.end('x'))
    await text(stream)
    expect(seen).toEqual(['mine'])
    expect(await heard).toBe('mine')
  })
})

describe('a call that must not leave', () => {
  it('fails with the error of the guard, and no stream is opened', async () => {
    await using upstream = await Http2Upstream.start()
    const opener = guard(upstream)
    opener.onOpen = () => {
      throw new GuardError('ERR_GDPR_ENTITY_BLOCKED')
    }
    const session = connect(upstream.origin)
    const stream = post(session, secret)
    expect(await failureOf(stream)).toMatchObject({ code: 'ERR_GDPR_ENTITY_BLOCKED' })
    expect(stream.destroyed).toBe(true)
    opener.onOpen = null
    expect((await answerOf(post(session, 'next'))).body).toBe('next')
    expect(upstream.opened).toBe(1)
  })

  it('is refused when it grows over the limit', async () => {
    await using upstream = await Http2Upstream.start()
    guard(upstream, 100)
    const stream = post(connect(upstream.origin), 'x'.repeat(101))
    expect(await failureOf(stream)).toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
    expect(upstream.opened).toBe(0)
  })

  it.each([
    [{ ':method': 'CONNECT', ':authority': 'HOST' }],
    [{ ':method': 'POST', 'content-type': 'application/vnd.amazon.eventstream' }],
    [{ ':method': 'POST', 'content-type': 'application/grpc+proto' }],
  ])('is refused at once where it has no end: %j', async headers => {
    await using upstream = await Http2Upstream.start()
    const opener = guard(upstream)
    const authority = ':authority' in headers ? { ':authority': upstream.host } : {}
    const stream = connect(upstream.origin).request({ ...headers, ...authority })
    stream.write(secret)
    expect(await failureOf(stream)).toMatchObject({ code: 'ERR_GDPR_UPGRADE_REFUSED' })
    expect(opener.opened).toEqual([])
    expect(upstream.opened).toBe(0)
  })

  it('is found by the connection, whatever authority or host it names, and the other way round', async () => {
    await using upstream = await Http2Upstream.start()
    await using other = await Http2Upstream.start()
    const opener = guard(upstream)
    const spoofed = post(connect(upstream.origin), secret, { ':authority': 'harmless.example' })
    expect((await answerOf(spoofed)).body).toBe(secret)
    expect(upstream.received[0]!.headers[':authority']).toBe(upstream.host)
    const named = post(connect(other.origin), secret, { ':authority': upstream.host })
    expect((await answerOf(named)).body).toBe(secret)
    expect(opener.opened.map(({ url }) => url.host)).toEqual([upstream.host, upstream.host])
    expect(upstream.everything + other.everything).not.toContain(secret)
  })

  it('follows no redirect to another origin', async () => {
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.respond({ ':status': 307, location: 'http://elsewhere.example/' }, { endStream: true })
    })
    const opener = guard(upstream)
    expect(await failureOf(post(connect(upstream.origin), secret))).toMatchObject({ code: 'ERR_GDPR_REDIRECT_REFUSED' })
    expect(opener.closed).toEqual(['failed'])
  })
})

describe('an answer that breaks', () => {
  it.each(['socket', 'stream'])('ends in an error, never cleanly: %s', async broken => {
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.respond({ ':status': 200 })
      stream.write(`one ${token}`, () => {
        if (broken === 'socket') upstream.destroySockets()
        else stream.destroy(new Error('upstream'))
      })
    })
    const opener = guard(upstream)
    const closed = opener.nextClose()
    const stream = post(connect(upstream.origin), 'x')
    let ended = false
    stream.on('end', () => {
      ended = true
    })
    const failure = failureOf(stream)
    await once(stream, 'response')
    stream.resume()
    expect(await failure).toBeInstanceOf(Error)
    expect(ended).toBe(false)
    expect(await closed).toBe('failed')
  })

  it('that cannot be read is an error, and the provider is told', async () => {
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.respond({ ':status': 200 })
      stream.write('unreadable')
    })
    const opener = guard(upstream)
    const reset = upstream.nextReset()
    const stream = post(connect(upstream.origin), 'x')
    const failure = failureOf(stream)
    await once(stream, 'response')
    stream.resume()
    expect(await failure).toMatchObject({ code: 'ERR_GDPR_ANSWER_UNREADABLE' })
    expect(await reset).toBe(http2.constants.NGHTTP2_CANCEL)
    expect(opener.closed).toEqual(['failed'])
  })

  it('that never begins ends the stream', async () => {
    await using upstream = await Http2Upstream.start(() => upstream.destroySockets())
    const opener = guard(upstream)
    const closed = opener.nextClose()
    const stream = post(connect(upstream.origin), 'x')
    stream.on('error', () => undefined)
    await new Promise(resolve => stream.on('close', resolve))
    expect(await closed).toBe('failed')
  })
})

describe('a client that gives up', () => {
  it.each<[string, (stream: http2.ClientHttp2Stream, controller: AbortController) => void]>([
    ['close', stream => stream.close(http2.constants.NGHTTP2_CANCEL)],
    ['destroy', stream => stream.destroy()],
    ['signal', (_, controller) => controller.abort()],
  ])('in the middle of an answer (%s) cancels the call', async (_, giveUp) => {
    await using upstream = await Http2Upstream.start((_received, stream) => {
      stream.respond({ ':status': 200 })
      stream.write('one')
    })
    const opener = guard(upstream)
    const reset = upstream.nextReset()
    const controller = new AbortController()
    const session = connect(upstream.origin)
    const stream = session.request({ ':method': 'POST', ':path': '/' }, { signal: controller.signal })
    stream.end('x')
    const failure = failureOf(stream)
    await once(stream, 'response')
    giveUp(stream, controller)
    await new Promise(resolve => stream.on('close', resolve))
    expect(await reset).toBe(http2.constants.NGHTTP2_CANCEL)
    expect(opener.closed).toEqual(['aborted'])
    if (_ === 'signal') expect(await failure).toMatchObject({ name: 'AbortError', code: 'ABORT_ERR' })
  })

  it('before it was scrubbed sends nothing', async () => {
    await using upstream = await Http2Upstream.start()
    const opener = guard(upstream)
    const closed = opener.nextClose()
    opener.onOpen = () => {
      stream.close()
    }
    const stream = connect(upstream.origin).request({ ':method': 'POST', ':path': '/' })
    stream.end(secret)
    await new Promise(resolve => stream.on('close', resolve))
    expect(await closed).toBe('aborted')
    expect(upstream.opened).toBe(0)
  })

  it('whose scope ends hears of it, and the call is cancelled', async () => {
    await using upstream = await Http2Upstream.start((_, stream) => {
      stream.respond({ ':status': 200 })
      stream.write('one')
    })
    const opener = guard(upstream)
    const reset = upstream.nextReset()
    const stream = post(connect(upstream.origin), 'x')
    const failure = failureOf(stream)
    await once(stream, 'response')
    opener.scope.abort(new GuardError('ERR_GDPR_SCOPE_CLOSED'))
    expect(await failure).toMatchObject({ code: 'ERR_GDPR_SCOPE_CLOSED' })
    expect(await reset).toBe(http2.constants.NGHTTP2_CANCEL)
    expect(opener.closed).toEqual(['aborted'])
  })
})

describe('a session', () => {
  it('that is closed while a call is scrubbed waits for its answer', async () => {
    await using upstream = await Http2Upstream.start()
    guard(upstream)
    const session = connect(upstream.origin)
    const stream = post(session, `wait ${secret}`)
    const closed = new Promise<void>(resolve => session.close(resolve))
    expect((await answerOf(stream)).body).toBe(`wait ${secret}`)
    await closed
    expect(session.closed).toBe(true)
  })

  it('that is destroyed while a call is scrubbed ends the call', async () => {
    await using upstream = await Http2Upstream.start()
    const opener = guard(upstream)
    const session = connect(upstream.origin)
    const closed = opener.nextClose()
    opener.onOpen = () => session.destroy()
    const stream = post(session, secret)
    stream.on('error', () => undefined)
    await new Promise(resolve => stream.on('close', resolve))
    expect(await closed).toBe('aborted')
    expect(upstream.opened).toBe(0)
  })

  it('takes no answer that the provider pushes by itself', async () => {
    let pushed: number | undefined
    await using upstream = await Http2Upstream.start(async (_, stream) => {
      pushed = await new Promise(resolve => {
        stream.pushStream({ ':path': '/more' }, (error, push) => {
          if (error !== null) return resolve(-1)
          push.on('error', () => undefined)
          push.on('close', () => resolve(push.rstCode))
          push.respond({ ':status': 200 })
          push.write(token)
        })
      })
      stream.respond({ ':status': 200 })
      stream.end('done')
    })
    guard(upstream)
    expect((await answerOf(post(connect(upstream.origin), 'x'))).body).toBe('done')
    expect(pushed).toBe(http2.constants.NGHTTP2_CANCEL)
  })
})

describe('a call that is nobody\u2019s', () => {
  it('gets the very stream that Node makes, untouched', async () => {
    await using upstream = await Http2Upstream.start()
    guard({ host: 'provider.example' })
    const session = connect(upstream.origin)
    const stream = post(session, secret, { 'x-client': 'kept' })
    expect(stream.constructor.name).toBe('ClientHttp2Stream')
    expect((await answerOf(stream)).body).toBe(secret)
    expect(upstream.received[0]!.headers['x-client']).toBe('kept')
  })

  it('passes once with a mark of ours, which is taken off', async () => {
    await using upstream = await Http2Upstream.start()
    const opener = guard(upstream)
    const session = connect(upstream.origin)
    const mark = issueMark()
    expect((await answerOf(post(session, 'scrubbed before', { [markHeader]: mark }))).body).toBe('scrubbed before')
    expect(opener.opened).toEqual([])
    await answerOf(post(session, secret, { [markHeader]: mark }))
    expect(opener.opened).toHaveLength(1)
    expect(upstream.everything).not.toContain(markHeader)
    expect(upstream.everything).not.toContain(secret)
  })

  it('of undici, which the dispatcher has scrubbed already, is not scrubbed a second time', async () => {
    await using upstream = await Http2Upstream.start()
    const before = getGlobalDispatcher()
    const dispatcher = new H2CClient(upstream.origin)
    setGlobalDispatcher(dispatcher)
    open.push(() => setGlobalDispatcher(before))
    const opener = guard(upstream)
    for (let calls = 1; calls <= 2; calls++) {
      const { body } = await request(`${upstream.origin}/v1/chat`, { method: 'POST', body: secret })
      expect([await body.text(), opener.opened.length]).toEqual([secret, calls])
    }
    expect(upstream.received.map(({ body }) => body)).toEqual([token, token])
    expect(upstream.everything).not.toContain(markHeader)
    await dispatcher.destroy()
  })

  it('is left alone once the hooks are off', async () => {
    const before = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(connect('http://127.0.0.1:9')), 'request')
    await using upstream = await Http2Upstream.start()
    const hooks = installHooks(fakeOpener([upstream.host]))
    const session = connect(upstream.origin)
    expect(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(session), 'request')).not.toEqual(before)
    hooks.remove()
    expect(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(session), 'request')).toEqual(before)
    expect((await answerOf(post(session, secret))).body).toBe(secret)
    expect(upstream.everything).toContain(secret)
  })
})
