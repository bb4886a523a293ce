import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Running, startCli } from '../cli/kit.ts'
import { plant, planted } from '../kit/planted.ts'
import { chatAnswer, completion, sendJson, Upstream } from '../kit/upstream.ts'
import { post, raw, statuses } from './raw.ts'

const { text, values } = planted(4_200)
const chat = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: text }] })
const path = '/openai/v1/chat/completions'
const json = 'content-type: application/json'
const close = 'connection: close'
const bodyBytes = 200_000

let upstream: Upstream
/** Somebody whom nothing must reach. */
let elsewhere: Upstream
let gateway: Running
/** One that has no patience with clients. */
let hasty: Running
const warnings: string[] = []
const hear = (warning: Error) => warnings.push(`${warning.name} ${warning.message}`)

async function startGateway(times: object): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'guard-attacks-'))
  const file = join(folder, 'gateway.json')
  const upstreams = { openai: `${upstream.origin}/tenant` }
  writeFileSync(file, JSON.stringify({ port: 0, upstreams, guard: { limits: { bodyBytes } }, ...times }))
  const running = await startCli(['serve', '--config', file])
  rmSync(folder, { recursive: true })
  return running
}

beforeAll(async () => {
  upstream = await Upstream.start()
  elsewhere = await Upstream.start()
  gateway = await startGateway({})
  hasty = await startGateway({ headersTimeoutSeconds: 0.3, requestTimeoutSeconds: 0.4 })
  process.on('warning', hear)
})

beforeEach(() => {
  upstream.received.length = 0
  upstream.answer = chatAnswer(prompt => prompt)
})

// After all the attacks: nothing of any of them stands in a line that was printed, nor in a metric.
afterAll(async () => {
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
  const { stdout, stderr, code } = await gateway.stop()
  const other = await hasty.stop()
  process.off('warning', hear)
  await upstream[Symbol.asyncDispose]()
  await elsewhere[Symbol.asyncDispose]()
  const printed = [stdout, stderr, other.stdout, other.stderr, metrics, ...warnings].join('\n')
  expect(code).toBe(0)
  expect(metrics).toContain('llm_gdpr_guard_refusals_total')
  for (const value of [...values, 'planted', 'smuggled', 'evil']) expect(printed).not.toContain(value)
})

function ask(body: unknown = chat, headers: Record<string, string> = {}, to = path): Promise<Response> {
  return fetch(gateway.url + to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as string,
    redirect: 'manual',
  })
}

function expectNothingForwarded(): void {
  expect(upstream.received).toEqual([])
  expect(elsewhere.received).toEqual([])
}

function expectNoValues(heard: string): void {
  for (const value of values) expect(heard).not.toContain(value)
}

describe('requests that hold another one', () => {
  const inner = 'GET /openai/v1/smuggled HTTP/1.1\r\nhost: x\r\n\r\n'
  const chunked = `0\r\n\r\n${inner}`

  it.each([
    ['a length and chunks', ['content-length: 4', 'transfer-encoding: chunked']],
    ['chunks and a length', ['transfer-encoding: chunked', 'content-length: 4']],
    ['two lengths', ['content-length: 4', 'content-length: 60']],
    ['a list of lengths', ['content-length: 4, 60']],
    ['a signed length', ['content-length: +4']],
    ['a negative length', ['content-length: -1']],
    ['a length in hexadecimal', ['content-length: 0x4']],
    ['a coding nobody knows', ['transfer-encoding: xchunked']],
    ['chunks that are not last', ['transfer-encoding: chunked, identity']],
    ['a blank before the colon', ['transfer-encoding : chunked']],
    ['a folded line', ['transfer-encoding:', ' chunked', 'content-length: 4']],
    ['a tab in the coding', ['transfer-encoding:\tchunked\u000b']],
    ['a line that ends early', ['x-a: b\nsmuggled: 1']],
    ['a lone carriage return', ['x-a: b\rsmuggled: 1']],
    ['a zero in a header', ['x-a: b\u0000']],
  ])('%s: refused, and nothing of it is sent on', async (_, lines) => {
    const heard = await raw(gateway.url, post(path, chunked, json, ...lines))
    for (const status of statuses(heard)) expect(status).toBeGreaterThanOrEqual(400)
    expectNothingForwarded()
  })

  it.each([
    ['a size that overflows', 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n'],
    ['a size that is none', 'x\r\n{}\r\n0\r\n\r\n'],
    ['a chunk that is longer than it says', `2\r\n{}{"a":1}\r\n0\r\n\r\n${inner}`],
    ['an extension with a line feed', `2;a\n\r\n{}\r\n0\r\n\r\n${inner}`],
  ])('%s: refused, and nothing of it is sent on', async (_, chunks) => {
    const heard = await raw(gateway.url, post(path, chunks, json, 'transfer-encoding: chunked'))
    expect(statuses(heard).every(status => status >= 400)).toBe(true)
    expect(upstream.everything).not.toContain('smuggled')
  })

  it('does not take the rest of a refused body for the next request', async () => {
    const inside = post('/openai/v1/smuggled', chat, json)
    const large = post(path, `{"a":"${'x'.repeat(bodyBytes)}"}${inside}`, json)
    const lost = post('/nowhere/v1', inside, json)
    for (const bytes of [large, lost]) {
      const heard = await raw(gateway.url, bytes)
      expect(statuses(heard)).toHaveLength(1)
      expect(heard.toLowerCase()).toContain('connection: close')
    }
    expectNothingForwarded()
  })

  it('keeps the answers of a pipeline in order, and each with its own values', async () => {
    const texts = [4_210, 4_211, 4_212].map(seed => planted(seed).text)
    const bodies = texts.map(content => JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] }))
    const heard = await raw(
      gateway.url,
      ...bodies.map((body, index) => post(path, body, json, ...(index === 2 ? [close] : []))),
    )
    const said = [...heard.matchAll(/\{"id".*?\}\}(?=HTTP|$)/gs)].map(
      ([answer]) => JSON.parse(Buffer.from(answer, 'latin1').toString('utf8')).choices[0].message.content,
    )
    expect(said).toEqual(texts)
    expect(upstream.everything).not.toContain('planted')
  })

  it('sends no line break of a path on as one', async () => {
    upstream.answer = (_, res) => sendJson(res, {})
    const heard = await raw(gateway.url, post('/openai/v1/x%0d%0aevil:%20smuggled%0d%0a', '{}', json, close))
    expect(statuses(heard)).toHaveLength(1)
    for (const { headers, url } of upstream.received) {
      expect(headers).not.toHaveProperty('evil')
      expect(url).toMatch(/%0d%0a/i)
    }
  })

  it('reads trailers, and sends none of them on', async () => {
    const size = Buffer.byteLength(chat).toString(16)
    const trailed = `${size}\r\n${chat}\r\n0\r\nx-note: ${values[0]}\r\nauthorization: smuggled\r\n\r\n`
    const heard = await raw(
      gateway.url,
      post(path, trailed, json, 'transfer-encoding: chunked', 'trailer: x-note', close),
    )
    expect(statuses(heard)).toEqual([200])
    for (const trace of [...values, 'smuggled', 'x-note']) expect(upstream.everything).not.toContain(trace)
  })

  it('loses no guard where Connection names the headers that it reads by', async () => {
    const lines = [json, 'connection: close, content-type, content-length, host, authorization', 'authorization: key']
    await raw(gateway.url, post(path, chat, ...lines))
    for (const value of values) expect(upstream.everything).not.toContain(value)
  })
})

describe('targets', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://api.openai.com/openai/v1/chat/completions',
    'http://x/openai/v1/chat/completions',
    'http://127.0.0.1/healthz',
    '//evil.example/openai/v1',
    '///openai/v1',
    '/\\evil.example/v1',
    '/openai\\@evil.example/v1',
    '/openai@evil.example/v1',
    '/openai:443/v1',
    '/OPENAI/v1/chat/completions',
    '/openai%2fv1/chat/completions',
    '/%6fpenai/v1/chat/completions',
    '/__proto__/v1',
    '/constructor/v1',
    '/.../v1',
    '/openai/../admin',
    '/openai/./../admin',
    '/openai/..',
    '/openai/%2e%2e/admin',
    '/openai/.%2E/admin',
    '/openai/..%2fadmin',
    '/openai/..%5cadmin',
    '/openai/..\\admin',
    '/openai/%252e%252e/admin',
    '/openai/..%25252fadmin',
    '/openai/..;/admin',
    '/openai/..;x=1/admin',
    '*',
    'openai/v1',
    '?/openai/v1',
  ])('%s goes nowhere', async target => {
    const heard = await raw(gateway.url, post(target, chat, json, close))
    expect(statuses(heard).every(status => status === 400 || status === 404)).toBe(true)
    expectNoValues(heard)
    expectNothingForwarded()
  })

  // What is asked there is no chat.
  const answerAnything = () => {
    upstream.answer = (_, res) => sendJson(res, {})
  }

  it.each([
    '/openai//evil.example/v1',
    '/openai/@evil.example/v1',
    '/openai/v1/http://evil.example/',
    '/openai/v1?url=http://evil.example/',
    '/openai/v1/...',
  ])('%s stays below the address of the provider', async target => {
    answerAnything()
    await raw(gateway.url, post(target, '{}', json, close))
    for (const { url } of upstream.received) expect(url).toMatch(/^\/tenant\//)
    expect(elsewhere.received).toEqual([])
  })

  it('drops a fragment, which may hold anything', async () => {
    answerAnything()
    await raw(gateway.url, post(`${path}#${values[0]}`, '{}', json, close))
    expect(upstream.everything).not.toContain('planted')
  })

  it('takes no address, host or method from a header', async () => {
    const { origin } = elsewhere
    const names = ['x-target-url', 'x-base-url', 'x-upstream', 'x-original-url', 'x-rewrite-url', 'x-forwarded-host']
    const headers = Object.fromEntries(
      [...names, 'x-http-method-override', 'forwarded', 'via'].map(name => [name, origin]),
    )
    expect((await ask(chat, headers)).status).toBe(200)
    expect(upstream.received.map(({ method, url }) => [method, url])).toEqual([['POST', '/tenant/v1/chat/completions']])
    expect(upstream.received[0]!.rawHeaders.join('\n')).not.toContain(origin)
    expect(elsewhere.received).toEqual([])
  })

  it.each(['api.openai.com', 'evil.example', 'planted.0000@evil.example', '169.254.169.254:80', ''])(
    'a Host of "%s" decides nothing and is not sent on',
    async host => {
      const bytes = post(path, chat, json, close).replace('host: x', `host: ${host}`)
      await raw(gateway.url, bytes)
      for (const { headers } of upstream.received) expect(headers.host).toBe(new URL(upstream.origin).host)
      expectNoValues(upstream.everything)
    },
  )

  it.each(['api.openai.com', 'rebound.example:8787', '127.0.0.1.nip.example', 'localhost.evil.example'])(
    'a page of %s does not get to the API',
    async host => {
      const bytes = post('/api/scrub', JSON.stringify({ text }), json, close).replace('host: x', `host: ${host}`)
      const heard = await raw(gateway.url, bytes)
      expect(statuses(heard)).toEqual([401])
      expectNoValues(heard)
    },
  )

  it.each(['baseUrl', 'base_url', 'url', 'host', 'apiKey', 'headers', 'dialect', 'endpoint'])(
    'the API takes no `%s` from a request',
    async name => {
      const body = { provider: 'openai', model: 'm', messages: [{ role: 'user', content: text }] }
      const answer = await ask(JSON.stringify({ ...body, [name]: elsewhere.origin }), {}, '/api/proxy')
      expect(answer.status).toBe(422)
      expectNoValues(await answer.text())
      expectNothingForwarded()
    },
  )
})

describe('answers that lead elsewhere', () => {
  it.each([301, 302, 303, 307, 308])('%i is refused, to any place', async status => {
    for (const location of [`${elsewhere.origin}/v1`, '/v1/other', '//evil.example/', `${upstream.origin}/tenant/v1`]) {
      upstream.answer = (_, res) => void res.writeHead(status, { location }).end('moved')
      const answer = await ask()
      expect([answer.status, answer.headers.get('location')]).toEqual([502, null])
    }
    expect(elsewhere.received).toEqual([])
  })

  it('an error that quotes the prompt has the values of its own caller, and of nobody else', async () => {
    for (const type of ['application/json', 'text/plain', 'text/html', 'application/problem+json']) {
      upstream.answer = (received, res) => {
        const { messages } = JSON.parse(received.body.toString('utf8')) as { messages: { content: string }[] }
        const quoted = JSON.stringify({ error: { message: `cannot read: ${messages[0]!.content}` } })
        res.writeHead(422, { 'content-type': type }).end(quoted)
      }
      const seen = await Promise.all(
        [4_220, 4_221].map(async seed => {
          const content = `Mail ${plant(seed).email}`
          const answer = await ask(JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] }))
          return [answer.status, await answer.text()]
        }),
      )
      for (const [index, [status, body]] of seen.entries()) {
        expect(status).toBe(422)
        expect(body).toContain(plant(4_220 + index).email)
        expect(body).not.toContain(plant(4_221 - index).email)
      }
    }
    expect(upstream.everything).not.toContain('planted')
  })

  it('refusals of its own quote nothing', async () => {
    const refused: [unknown, Record<string, string>, number][] = [
      [`{"messages":[{"content":"${values[0]}`, {}, 400],
      [`{"messages":"${values[0]}\n"}`, {}, 400],
      [Buffer.from(chat, 'utf16le'), { 'content-type': 'application/json; charset=utf-16le' }, 415],
      [chat, { 'content-encoding': 'compress' }, 415],
      [chat, { 'content-encoding': 'gzip' }, 400],
      [`${'{"a":'.repeat(5_000)}"${values[0]}"${'}'.repeat(5_000)}`, {}, 400],
    ]
    for (const [body, headers] of refused) {
      const answer = await ask(body, headers)
      const told = await answer.text()
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(told).toContain('ERR_GDPR_')
      expectNoValues(told + JSON.stringify([...answer.headers]))
    }
    expectNothingForwarded()
  })
})

describe('too much', () => {
  const filler = JSON.stringify({
    model: 'm',
    messages: [{ role: 'user', content: `${text} ${'x'.repeat(4_000_000)}` }],
  })

  it('refuses a body over the limit, said beforehand, in chunks, or hidden in a coding', async () => {
    const chunk = `ffff\r\n${'x'.repeat(0xffff)}\r\n`
    const streamed = await raw(gateway.url, post(path, chunk.repeat(6), json, 'transfer-encoding: chunked'))
    expect(statuses(streamed)).toEqual([413])
    const told = await raw(gateway.url, post(path, '', json, 'content-length: 9007199254740991'))
    expect(statuses(told)).toEqual([413])
    const packed: [string, Uint8Array][] = [
      ['gzip', gzipSync(filler)],
      ['br', brotliCompressSync(filler)],
      ['deflate', deflateSync(filler)],
      ['gzip, gzip', gzipSync(gzipSync(filler))],
    ]
    for (const [coding, bytes] of packed) {
      expect(bytes.length).toBeLessThan(bodyBytes / 4)
      const answer = await ask(bytes, { 'content-encoding': coding })
      expect(answer.status, coding).toBe(413)
      expectNoValues(await answer.text())
    }
    expectNothingForwarded()
  })

  it('gives up on an answer that grows over the limit when it is unpacked', async () => {
    upstream.answer = (_, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      res.end(gzipSync(JSON.stringify(completion('y'.repeat(40 * bodyBytes)))))
    }
    const answer = await ask().then(
      async response => ({ status: response.status, size: (await response.text()).length }),
      () => ({ status: 0, size: 0 }),
    )
    expect(answer.size).toBeLessThan(4 * bodyBytes)
    expect(answer.status).not.toBe(200)
  })

  it('refuses too many headers and too long a target', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `x-${index}: ${values[0]}`)
    const targets = [post(path, chat, json, ...many), post(`${path}?${'a'.repeat(20_000)}`, chat, json)]
    for (const bytes of targets) expect(statuses(await raw(gateway.url, bytes))).toEqual([431])
    expectNothingForwarded()
  })

  it.each([
    ['headers', `POST ${path} HTTP/1.1\r\nhost: x\r\nx-note: ${values[0]}\r\n`],
    ['bodies', post(path, '{', json, 'content-length: 100')],
    ['chunks', post(path, '1\r\n{\r\n', json, 'transfer-encoding: chunked')],
  ])('does not wait for ever for %s that come slowly', async (_, begun) => {
    const all = await Promise.all(Array.from({ length: 20 }, () => raw(hasty.url, begun)))
    for (const heard of all) {
      expect(statuses(heard)).toEqual([408])
      expectNoValues(heard)
    }
    expectNothingForwarded()
  })

  it('keeps 200 callers with equal placeholders apart, whole and streamed', async () => {
    upstream.answer = chatAnswer(prompt => `${prompt} and [EMAIL_1] again`, 3)
    const calls = Array.from({ length: 200 }, async (_, index) => {
      const own = plant(4_300 + index).email
      const stream = index % 2 === 0
      const messages = [{ role: 'user', content: `Mail ${own}` }]
      const seen = await (await ask(JSON.stringify({ model: 'm', stream, messages }))).text()
      const deltas = [...seen.matchAll(/"content":"([^"]*)"/g)].map(match => match[1]!)
      expect(deltas.join('')).toBe(`Mail ${own} and ${own} again`)
    })
    await Promise.all(calls)
    expect(upstream.received).toHaveLength(200)
    expect(upstream.everything).not.toContain('planted')
    const prompts = upstream.bodies.map(({ messages }) => (messages as { content: string }[])[0]!.content)
    expect(new Set(prompts)).toEqual(new Set(['Mail [EMAIL_1]']))
  })
})

describe('other protocols', () => {
  it.each([
    [
      'a WebSocket',
      'GET /openai/v1/realtime',
      ['connection: Upgrade', 'upgrade: websocket', 'sec-websocket-version: 13'],
    ],
    [
      'a WebSocket with a body',
      `POST ${path}`,
      ['connection: Upgrade', 'upgrade: websocket', 'content-length: 2', '', '{}'],
    ],
    [
      'HTTP/2 by upgrade',
      `GET ${path}`,
      ['connection: Upgrade, HTTP2-Settings', 'upgrade: h2c', 'http2-settings: AAMAAABk'],
    ],
    ['a WebSocket to the API', 'GET /api/scrub', ['connection: upgrade', 'upgrade: websocket']],
    ['a tunnel', 'CONNECT evil.example:443', []],
    ['a tunnel to the provider', 'CONNECT api.openai.com:443', []],
  ])('%s is refused before a byte is sent on', async (_, start, lines) => {
    const heard = await raw(gateway.url, [`${start} HTTP/1.1`, 'host: x', ...lines, '', values[0]!].join('\r\n'))
    expect(statuses(heard)).toEqual([501])
    expect(heard.toLowerCase()).not.toContain('sec-websocket-accept')
    expectNothingForwarded()
  })

  it.each([
    ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x03])],
    ['no protocol at all', `${text}\r\n\r\n`],
  ])('%s is refused', async (_, bytes) => {
    const heard = await raw(gateway.url, bytes)
    expect(statuses(heard)).toEqual([400])
    expectNoValues(heard)
    expectNothingForwarded()
  })

  it.each(['TRACE', 'LINK', 'PROPFIND', 'PURGE'])('%s is refused', async method => {
    const heard = await raw(gateway.url, `${method} ${path} HTTP/1.1\r\nhost: x\r\n${close}\r\n\r\n`)
    expect(statuses(heard)).toEqual([405])
    expectNothingForwarded()
  })

  it('an answer of another protocol is an error, not passed through', async () => {
    upstream.answer = (_, res) => {
      res.socket?.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\nsmuggled')
    }
    const answer = await ask()
    expect(answer.status).toBe(502)
    expect(await answer.text()).not.toContain('smuggled')
  })

  it('two answers to one request are one', async () => {
    upstream.answer = (_, res) => {
      sendJson(res, completion('first'))
      res.socket?.write('HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nsmuggled')
    }
    const [first, second] = [await (await ask()).text(), await (await ask()).text()]
    expect(first).toContain('first')
    expect(second).not.toContain('smuggled')
  })
})
