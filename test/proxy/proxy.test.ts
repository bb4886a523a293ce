import { request as httpRequest, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { inspect } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createProxyMiddleware } from 'http-proxy-middleware'
import { describe, expect, it } from 'vitest'
import { type ProxyMiddleware, type ProxyOptions, proxyWith } from '../../src/adapters/proxy-with.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import { liveScopes } from '../../src/pipeline/index.ts'
import type { ProxyFactory } from '../../src/proxy/index.ts'
import type { ExchangeSummary } from '../../src/types.ts'
import { type Served, serve } from '../api/kit.ts'
import { deferred } from '../kit/deferred.ts'
import { plant, planted, valuesOf } from '../kit/planted.ts'
import { chatAnswer, completion, openStream, sendData, sendJson, Upstream } from '../kit/upstream.ts'

const { text, values } = planted(51)
const body = { model: 'm', messages: [{ role: 'user', content: text }] }
const path = '/openai/v1/chat/completions'
const majors: readonly [string, ProxyFactory][] = [['3', createProxyMiddleware]]
// Version 4 names Node 22.15 as its oldest; its CI leg runs the same suite there.
const canRunFour = Number(process.versions.node.split('.')[0]) >= 22
const all = canRunFour ? [...majors, ['4', await factoryOfFour()] as const] : majors

async function factoryOfFour(): Promise<ProxyFactory> {
  const name: string = 'http-proxy-middleware4'
  return ((await import(name)) as { createProxyMiddleware: ProxyFactory }).createProxyMiddleware
}

async function load(name: string): Promise<unknown> {
  return ((await import(name)) as { default: unknown }).default
}

type Mount = 'express4' | 'express5' | 'koa2' | 'koa3' | 'node'

async function listenerOf(mount: Mount, proxy: ProxyMiddleware, parser = false): Promise<RequestListener> {
  if (mount === 'node') return (req, res) => proxy(req, res, () => undefined)
  if (mount.startsWith('koa')) {
    const Koa = (await load(mount === 'koa2' ? 'koa2' : 'koa')) as typeof import('koa')
    return new Koa().use(proxy.koa()).callback()
  }
  const express = (await load(mount === 'express4' ? 'express4' : 'express')) as typeof import('express')
  const app = express()
  if (parser) app.use(express.json())
  app.use('/', proxy)
  return app
}

async function contentOf(response: Response): Promise<string> {
  const { choices } = (await response.json()) as { choices: { message: { content: string } }[] }
  return choices[0]!.message.content
}

function post(served: Served, to = path, sent: unknown = body, headers: Record<string, string> = {}) {
  return fetch(served.origin + to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof sent === 'string' || sent instanceof Uint8Array ? (sent as string) : JSON.stringify(sent),
  })
}

describe.each(all)('gdprProxy on http-proxy-middleware %s', (_major, factory) => {
  const gdprProxy = proxyWith(factory)
  const to = (upstream: Upstream, more: ProxyOptions = {}) =>
    gdprProxy({ providers: { openai: upstream.origin, anthropic: upstream.origin }, ...more })
  const open = async (upstream: Upstream, more?: ProxyOptions) => serve(await listenerOf('node', to(upstream, more)))

  it.each(['express4', 'express5', 'koa2', 'koa3', 'node'] as const)(
    'forwards from %s, whole and streamed',
    async mount => {
      await using upstream = await Upstream.start(chatAnswer(prompt => `You wrote: ${prompt}`, 3))
      await using served = await serve(await listenerOf(mount, to(upstream)))
      expect(await contentOf(await post(served))).toBe(`You wrote: ${text}`)
      const streamed = await (await post(served, path, { ...body, stream: true })).text()
      const deltas = [...streamed.matchAll(/^data: (\{.*)$/gm)].map(
        ([, data]) => JSON.parse(data!).choices[0].delta.content ?? '',
      )
      expect(deltas.join('')).toBe(`You wrote: ${text}`)
      expect(upstream.received.map(({ url }) => url)).toEqual(['/v1/chat/completions', '/v1/chat/completions'])
      for (const value of values) expect(upstream.everything).not.toContain(value)
    },
  )

  it('lets the key through, and nothing that names the client', async () => {
    await using upstream = await Upstream.start()
    await using served = await open(upstream)
    await post(served, path, body, {
      authorization: 'Bearer key-1',
      cookie: 'sid=planted',
      'x-forwarded-for': '198.51.100.77',
      'x-secret-hop': 'planted-hop',
      'accept-language': 'mt',
      traceparent: '00-planted',
      via: '1.1 planted',
    }).then(response => response.text())
    const { headers, rawHeaders } = upstream.received[0]!
    expect(headers.authorization).toBe('Bearer key-1')
    expect(headers.host).toBe(new URL(upstream.origin).host)
    expect(headers['content-length']).toBe(String(upstream.received[0]!.body.length))
    for (const trace of ['planted', '198.51.100.77', 'mt', 'x-forwarded'])
      expect(rawHeaders.join('\n')).not.toContain(trace)
  })

  it('forwards a call whose client waits for leave to send its body, scrubbed, and without that header', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using served = await open(upstream)
    const headers = { 'content-type': 'application/json', expect: '100-continue' }
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(served.origin + path, { method: 'POST', headers })
      request.on('continue', () => request.end(JSON.stringify(body)))
      request.on('response', response => response.resume().on('end', () => resolve(response.statusCode)))
      request.on('error', reject)
      request.flushHeaders()
    })
    expect([status, upstream.received.length]).toEqual([200, 1])
    expect(upstream.received[0]!.headers).not.toHaveProperty('expect')
    for (const value of values) expect(upstream.everything).not.toContain(value)
  })

  it('takes bodies that a parser has read, and compressed ones', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using served = await serve(await listenerOf('express5', to(upstream), true))
    expect(await contentOf(await post(served))).toBe(text)
    const packed = await post(served, path, gzipSync(JSON.stringify(body)), { 'content-encoding': 'gzip' })
    expect(await contentOf(packed)).toBe(text)
    await using bare = await open(upstream)
    const unread = await post(bare, path, gzipSync(JSON.stringify(body)), { 'content-encoding': 'gzip' })
    expect(await contentOf(unread)).toBe(text)
    for (const value of values) expect(upstream.everything).not.toContain(value)
  })

  it('decodes compressed answers, and says no length or coding that is no longer true', async () => {
    for (const [coding, pack] of [
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
    ] as const) {
      await using upstream = await Upstream.start((_, res) => {
        const bytes = pack(JSON.stringify(completion('Mail [EMAIL_1]')))
        res.writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': coding,
          'content-length': bytes.length,
        })
        res.end(bytes)
      })
      await using served = await open(upstream)
      const response = await post(served)
      expect(response.headers.get('content-encoding')).toBe(null)
      expect(await contentOf(response)).toBe(`Mail ${plant(51).email}`)
    }
  })

  it('answers Expect: 100-continue and forwards without it', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using served = await open(upstream)
    const answer = deferred<string>()
    const call = httpRequest(served.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', expect: '100-continue' },
    })
    call.on('continue', () => call.end(JSON.stringify(body)))
    call.on('response', async response => {
      let seen = ''
      for await (const chunk of response) seen += chunk
      answer.resolve(seen)
    })
    call.on('error', answer.reject)
    call.flushHeaders()
    expect(JSON.parse(await answer.promise).choices[0].message.content).toBe(text)
    expect(upstream.received[0]!.headers.expect).toBe(undefined)
    for (const value of values) expect(upstream.everything).not.toContain(value)
  })

  it('drops hop-by-hop headers both ways, also those that Connection names', async () => {
    await using upstream = await Upstream.start((_, res) => {
      res.writeHead(200, {
        'content-type': 'application/json',
        connection: 'keep-alive, x-hop',
        'x-hop': '1',
        'x-kept': '2',
      })
      res.end(JSON.stringify(completion('ok')))
    })
    await using served = await open(upstream, {
      guard: { mode: 'explicit', providers: { openai: { baseUrl: upstream.origin, headers: ['x-hop'] } } },
    })
    const seen = await raw(served, [
      `POST ${path} HTTP/1.1`,
      'host: x',
      'connection: close, x-hop',
      'x-hop: planted',
      'te: trailers',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(JSON.stringify(body))}`,
      '',
      JSON.stringify(body),
    ])
    expect(seen.toLowerCase()).toContain('x-kept: 2')
    expect(seen.toLowerCase()).not.toContain('x-hop')
    expect(upstream.received[0]!.rawHeaders.join('\n').toLowerCase()).not.toMatch(/x-hop|^te$/m)
  })

  it('passes HEAD, OPTIONS, 204 and 304 through without inventing bodies', async () => {
    await using upstream = await Upstream.start(({ method, url }, res) => {
      const status = url.includes('304') ? 304 : method === 'OPTIONS' ? 204 : 200
      res.writeHead(status, status === 200 ? { 'content-type': 'application/json', 'content-length': 7 } : {})
      res.end()
    })
    await using served = await open(upstream)
    const head = await fetch(`${served.origin}/openai/v1/models`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '7', ''])
    expect((await fetch(`${served.origin}/openai/v1/models`, { method: 'OPTIONS' })).status).toBe(204)
    expect((await fetch(`${served.origin}/openai/v1/304`)).status).toBe(304)
  })

  it('gives a whole JSON answer its length, and 502 in place of one that breaks off', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using served = await open(upstream)
    const whole = await post(served)
    expect(Number(whole.headers.get('content-length'))).toBe(Buffer.byteLength(await whole.text()))
    const begun = JSON.stringify(completion('begun')).slice(0, 40)
    upstream.answer = (_, res) => {
      res.writeHead(200, { 'content-type': 'application/json' })
      res.write(begun, () => res.socket?.resetAndDestroy())
    }
    const broken = await post(served)
    expect(broken.status).toBe(502)
    expect(await broken.text()).toContain('ERR_GDPR_UPSTREAM_ERROR')
  })

  it('shows a reset in the middle of a stream as one, and a refused connection as 502', async () => {
    await using upstream = await Upstream.start((_, res) => {
      openStream(res)
      sendData(res, { choices: [{ index: 0, delta: { content: 'begun' } }] })
      setImmediate(() => res.socket?.resetAndDestroy())
    })
    const served = await open(upstream)
    await using _served = served
    await expect(post(served, path, { ...body, stream: true }).then(response => response.text())).rejects.toThrow()
    upstream.answer = (_, res) => void res.socket?.resetAndDestroy()
    const refused = await post(served)
    const problem = await refused.text()
    expect(refused.status).toBe(502)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toContain('ERR_GDPR_UPSTREAM_ERROR')
    expect(problem).not.toContain('127.0.0.1')
  })

  it('shows an upgrade that nobody asked for as 502', async () => {
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\nsmuggled'
    await using upstream = await Upstream.start((_, res) => void res.socket?.write(upgrade))
    await using served = await open(upstream)
    const refused = await post(served)
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      502,
      'ERR_GDPR_UPSTREAM_ERROR',
    ])
  })

  it('aborts the upstream call when the client goes away, and forgets the map', async () => {
    const gone = deferred()
    const begun = deferred()
    await using upstream = await Upstream.start((_, res) => {
      res.on('close', () => gone.resolve())
      openStream(res)
      sendData(res, { choices: [{ index: 0, delta: { content: 'begun' } }] })
      begun.resolve()
    })
    const guard = createGuard({ mode: 'explicit', providers: { openai: { baseUrl: upstream.origin } } })
    const ended = deferred<ExchangeSummary>()
    guard.on('exchange', ended.resolve)
    await using served = await open(upstream, { guard })
    const aborter = new AbortController()
    const call = fetch(served.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, stream: true }),
      signal: aborter.signal,
    }).then(response => response.text())
    await begun.promise
    aborter.abort()
    await expect(call).rejects.toThrow()
    await gone.promise
    expect((await ended.promise).outcome).toBe('aborted')
    expect(liveScopes()).toBe(0)
  })

  it('refuses redirects: the client would take its raw body there', async () => {
    for (const location of ['https://elsewhere.example/v1', '/v1/other']) {
      await using upstream = await Upstream.start((_, res) => void res.writeHead(307, { location }).end())
      await using served = await open(upstream)
      const response = await fetch(served.origin + path, {
        method: 'POST',
        body: JSON.stringify(body),
        redirect: 'manual',
      })
      expect(response.status).toBe(502)
      expect(response.headers.get('location')).toBe(null)
    }
  })

  it('gives the first piece of a stream to the client while the rest is still to come', async () => {
    const goOn = deferred()
    await using upstream = await Upstream.start(async (_, res) => {
      openStream(res)
      sendData(res, { choices: [{ index: 0, delta: { content: 'first ' } }] })
      await goOn.promise
      sendData(res, '[DONE]')
      res.end()
    })
    await using served = await open(upstream)
    const response = await post(served, path, { ...body, stream: true })
    const reader = response.body!.getReader()
    const { value } = await reader.read()
    expect(Buffer.from(value!).toString()).toContain('first ')
    goOn.resolve()
    while (!(await reader.read()).done);
  })

  it('is not scrubbed a second time by the hooks of the same process', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    const guard: Guard = createGuard({ providers: { openai: { baseUrl: upstream.origin } } })
    const summaries: ExchangeSummary[] = []
    guard.on('exchange', summary => summaries.push(summary))
    await using served = await open(upstream, { guard })
    const call = httpRequest(served.origin + path, { method: 'POST', headers: { 'content-type': 'application/json' } })
    const answer = new Promise<string>((resolve, reject) => {
      call.on('error', reject)
      call.on('response', async response => {
        let seen = ''
        for await (const chunk of response) seen += chunk
        resolve(seen)
      })
    })
    call.end(JSON.stringify(body))
    expect(JSON.parse(await answer).choices[0].message.content).toBe(text)
    // The client's own call is guarded too, as one to an unknown provider; the forwarded one must not be seen twice.
    expect(summaries.filter(({ provider }) => provider === 'openai')).toHaveLength(1)
    expect(upstream.received).toHaveLength(1)
    expect(JSON.stringify(upstream.received[0]!.rawHeaders)).not.toContain('mark')
    for (const value of values) expect(upstream.everything).not.toContain(value)
    await guard.close()
  })

  it('keeps many tenants with equal placeholders apart', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using served = await open(upstream)
    const calls = Array.from({ length: 200 }, async (_, index) => {
      const own = plant(index + 1_000).email
      const response = await post(served, path, { model: 'm', messages: [{ role: 'user', content: `Mail ${own}` }] })
      expect(await contentOf(response)).toBe(`Mail ${own}`)
    })
    await Promise.all(calls)
    expect(upstream.everything).not.toContain('@mailbox')
  })

  it('lets the library write nothing of a request, on success and on failure', async () => {
    const lines: string[] = []
    const write = (line: unknown) => void lines.push(inspect(line, { depth: 5 }))
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using served = await open(upstream, { logger: { info: write, warn: write, error: write } })
    const query = `?note=${encodeURIComponent(values[0]!)}`
    await (await post(served, path + query)).text()
    upstream.answer = (_, res) => void res.socket?.resetAndDestroy()
    expect((await post(served, path + query)).status).toBe(502)
    expect((await post(served, `${path}${query}`, `{"a":"${text}`)).status).toBe(400)
    expect(upstream.received).toHaveLength(2)
    for (const value of [...values, 'planted']) expect(lines.join('\n')).not.toContain(value)
  })

  it('keeps connections to the provider open between calls', async () => {
    const ports = new Set<number | undefined>()
    await using upstream = await Upstream.start((_, res, req) => {
      ports.add(req.socket.remotePort)
      sendJson(res, completion('ok'))
    })
    await using served = await open(upstream)
    for (let call = 0; call < 5; call++) await (await post(served)).text()
    expect(ports.size).toBe(1)
  })

  it('sends nothing for strange paths, methods and forms of target', async () => {
    await using upstream = await Upstream.start()
    await using served = await open(upstream, { providers: { openai: `${upstream.origin}/tenant` } })
    const targets = [
      '/openai/../admin',
      '/openai/%2e%2e/admin',
      '/openai/..%2fadmin',
      '/openai/..\\admin',
      '//openai/v1/chat/completions',
      '/unknown/v1/chat/completions',
      '/__proto__/v1',
      'http://169.254.169.254/latest',
      '*',
    ]
    for (const target of targets) {
      const seen = await raw(served, [
        `POST ${target} HTTP/1.1`,
        'host: api.openai.com',
        'connection: close',
        'content-length: 2',
        '',
        '{}',
      ])
      expect(seen).toMatch(/^HTTP\/1\.1 (?:404|400) /)
    }
    const trace = await raw(served, ['TRACE /openai/v1/x HTTP/1.1', 'host: x', 'connection: close', '', ''])
    expect(trace).toMatch(/^HTTP\/1\.1 405 /)
    expect(upstream.received).toHaveLength(0)
  })

  it('refuses smuggled requests, upgrades and bodies over the limit', async () => {
    await using upstream = await Upstream.start()
    const guard = createGuard({
      mode: 'explicit',
      limits: { bodyBytes: 1_000 },
      providers: { openai: { baseUrl: upstream.origin } },
    })
    await using served = await open(upstream, { guard })
    const both = await raw(served, [
      `POST ${path} HTTP/1.1`,
      'host: x',
      'content-length: 4',
      'transfer-encoding: chunked',
      '',
      `0\r\n\r\nGET /openai/v1/smuggled HTTP/1.1\r\nhost: x\r\n\r\n`,
    ])
    expect(both).toMatch(/^HTTP\/1\.1 400 /)
    const large = await post(served, path, { model: 'm', messages: [{ role: 'user', content: 'x'.repeat(2_000) }] })
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'ERR_GDPR_BODY_TOO_LARGE'])
    const bomb = await post(served, path, gzipSync(Buffer.alloc(1_000_000, 0x20)), { 'content-encoding': 'gzip' })
    expect(bomb.status).toBe(413)
    const broken = await post(served, path, `{"messages":"${text}`)
    expect([broken.status, values.some(value => JSON.stringify(broken).includes(value))]).toEqual([400, false])
    expect(upstream.received).toHaveLength(0)
  })

  it('refuses options that would break the promise, each with its reason', () => {
    for (const name of ['followRedirects', 'xfwd', 'ws', 'selfHandleResponse', 'responseInterceptor', 'on', 'router']) {
      expect(() => gdprProxy({ [name]: true } as ProxyOptions)).toThrow(new RegExp(`\`${name}\`: (?!is not)`))
    }
    expect(() => gdprProxy({ frobnicate: 1 } as ProxyOptions)).toThrow(/`frobnicate`: is not an option/)
    expect(() => gdprProxy({ target: 'ftp://x' })).toThrow(/http or https/)
  })

  it('forwards everything to one target, below its path, rewritten first', async () => {
    await using upstream = await Upstream.start()
    const proxy = gdprProxy({ target: `${upstream.origin}/base/`, pathRewrite: { '^/old': '/v1' } })
    await using served = await serve(await listenerOf('node', proxy))
    await (await post(served, '/old/chat/completions?api-version=1')).text()
    expect(upstream.received[0]!.url).toBe('/base/v1/chat/completions?api-version=1')
    for (const value of valuesOf(plant(51))) expect(upstream.everything).not.toContain(value)
  })
})

/** Writes lines as they are and gives everything that comes back until the connection ends. */
function raw(served: Served, lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(served.origin)
  return new Promise(resolve => {
    let seen = ''
    const socket = connect(Number(port), hostname)
    socket.on('data', chunk => {
      seen += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(seen))
    socket.write(lines.join('\r\n'))
  })
}
