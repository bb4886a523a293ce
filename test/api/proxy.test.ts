import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type ApiOptions, gdprApi } from '../../src/adapters/api.ts'
import { createGuard } from '../../src/guard.ts'
import { deferred } from '../kit/deferred.ts'
import { plant, planted } from '../kit/planted.ts'
import { openStream, sendData, sendJson, Upstream } from '../kit/upstream.ts'
import { everybody, post, serveApi } from './kit.ts'
import { type SpeakerName, speak, speakers } from './speakers.ts'

const { text, values } = planted(31)
const key = ['key', 'of', 'the', 'server'].join('-')
const names = Object.keys(speakers) as SpeakerName[]

function options(name: SpeakerName, upstream: Upstream, more: Partial<ApiOptions> = {}): ApiOptions {
  return { ...everybody, providers: { [name]: { baseUrl: upstream.origin, apiKey: key } }, ...more }
}

const ask = (provider: string, more: object = {}) => ({
  provider,
  model: 'm',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: [{ type: 'text', text }] },
  ],
  ...more,
})

function eventsIn(stream: string): Record<string, unknown>[] {
  return [...stream.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!))
}

describe.each(names)('proxy to %s', name => {
  it('sends placeholders and the key of the server, and answers with the originals', async () => {
    await using upstream = await Upstream.start(speak(name, prompt => `You wrote: ${prompt}`))
    await using served = await serveApi('node', options(name, upstream))
    const client = { authorization: 'Bearer of-the-client', cookie: 'sid=1', 'x-forwarded-for': '198.51.100.7' }
    const { status, json } = await post(served, '/api/proxy', ask(name, { purpose: 'support' }), client)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      content: `You wrote: ${text}`,
      provider: name,
      model: 'm',
      finish_reason: 'stop',
      usage: { input_tokens: 3, output_tokens: 4 },
      gdpr: { purpose: 'support', scrubbed: true, counts: { EMAIL: 1, IBAN: 1 } },
    })
    expect(json.gdpr.request_id).toMatch(/^[0-9a-f-]{36}$/)
    for (const value of [...values, 'of-the-client', 'sid=1', '198.51.100.7', 'support']) {
      expect(upstream.everything).not.toContain(value)
    }
    expect(upstream.everything).toContain('Be brief.')
    expect(upstream.everything).toContain(key)
  })

  it('streams content_delta with the originals, whatever the cut, and ends with done', async () => {
    await using upstream = await Upstream.start(speak(name, prompt => `You wrote: ${prompt}`, 3))
    await using served = await serveApi('node', options(name, upstream))
    const answer = await post(served, '/api/proxy', ask(name, { stream: true }))
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const events = eventsIn(answer.text)
    const deltas = events.slice(0, -1).map(event => event['content_delta'])
    expect(deltas.join('')).toBe(`You wrote: ${text}`)
    expect(deltas.length).toBeGreaterThan(5)
    expect(events.at(-1)).toMatchObject({ done: true, provider: name, finish_reason: 'stop', gdpr: { scrubbed: true } })
    expect(events.at(-1)).toMatchObject({ usage: { input_tokens: 3, output_tokens: 4 } })
    for (const value of values) expect(upstream.everything).not.toContain(value)
  })
})

describe('proxy', () => {
  it('gives the placeholders of a caller that scrubbed before back as they were', async () => {
    await using upstream = await Upstream.start(speak('openai', prompt => prompt))
    await using served = await serveApi('node', options('openai', upstream))
    const { email } = plant(32)
    const messages = [{ role: 'user', content: `[EMAIL_1] wrote to ${email}` }]
    const { json } = await post(served, '/api/proxy', { provider: 'openai', model: 'm', messages })
    expect(json.content).toBe(`[EMAIL_1] wrote to ${email}`)
    expect(upstream.everything).toContain('[EMAIL_1] wrote to [EMAIL_2]')
  })

  it('takes no address, host or key from a request, and refuses scrub: false', async () => {
    await using upstream = await Upstream.start(speak('openai', prompt => prompt))
    await using served = await serveApi('node', options('openai', upstream))
    const cases: [object, number, string][] = [
      [{ baseUrl: 'http://169.254.169.254' }, 422, 'invalid-input'],
      [{ apiKey: 'mine' }, 422, 'invalid-input'],
      [{ headers: {} }, 422, 'invalid-input'],
      [{ provider: upstream.origin }, 403, 'provider-unknown'],
      [{ provider: '__proto__' }, 403, 'provider-unknown'],
      [{ provider: 'constructor' }, 403, 'provider-unknown'],
      [{ model: '../../admin' }, 422, 'invalid-input'],
      [{ model: 'm?x=1' }, 422, 'invalid-input'],
      [{ scrub: false }, 403, 'scrub-disabled'],
    ]
    for (const [more, status, slug] of cases) {
      const answer = await post(served, '/api/proxy', ask('openai', more))
      expect([answer.status, answer.json.type]).toEqual([status, `urn:gdpr-guard:problem:${slug}`])
    }
    expect(upstream.received).toHaveLength(0)
  })

  it('lets params add to a request, never replace what the guard reads or where it goes', async () => {
    await using upstream = await Upstream.start(speak('openai', prompt => prompt))
    await using served = await serveApi('node', options('openai', upstream))
    const params = { temperature: 0, user: 'client-7', model: 'other', messages: [], stream: true, note: text }
    const { json } = await post(served, '/api/proxy', ask('openai', { params }))
    expect(json.content).toBe(text)
    expect(upstream.bodies[0]).toMatchObject({ temperature: 0, model: 'm', stream: false })
    for (const value of [...values, 'client-7']) expect(upstream.everything).not.toContain(value)
  })

  it('tells the status of an upstream error and nothing of its text', async () => {
    await using upstream = await Upstream.start((received, res) =>
      sendJson(res, { error: { message: `bad prompt: ${received.body}` } }, 429),
    )
    await using served = await serveApi('node', options('openai', upstream))
    const answer = await post(served, '/api/proxy', ask('openai'))
    expect(answer.json).toMatchObject({
      status: 502,
      upstreamStatus: 429,
      type: 'urn:gdpr-guard:problem:upstream-error',
    })
    expect(answer.text).not.toContain('bad prompt')
    for (const value of values) expect(answer.text).not.toContain(value)
  })

  it('follows no redirect', async () => {
    await using elsewhere = await Upstream.start()
    for (const location of [elsewhere.origin, '/v2/chat/completions']) {
      await using upstream = await Upstream.start((_, res) => void res.writeHead(307, { location }).end())
      await using served = await serveApi('node', options('openai', upstream))
      expect((await post(served, '/api/proxy', ask('openai'))).status).toBe(502)
      expect(upstream.received).toHaveLength(1)
    }
    expect(elsewhere.received).toHaveLength(0)
  })

  it('gives up on a silent provider with 504, and on one that falls silent with a broken stream', async () => {
    // A stream that must have begun gets more time for it.
    const patience: [boolean, number][] = [
      [false, 150],
      [true, 1_500],
    ]
    for (const [stream, timeoutMs] of patience) {
      await using upstream = await Upstream.start((_, res) => {
        if (!stream) return
        openStream(res)
        sendData(res, { choices: [{ index: 0, delta: { content: 'begun ' } }] })
      })
      await using served = await serveApi('node', options('openai', upstream, { timeoutMs }))
      const answer = await post(served, '/api/proxy', ask('openai', { stream })).catch((error: unknown) => error)
      if (stream) expect(answer).toBeInstanceOf(Error)
      else expect(answer).toMatchObject({ status: 504, json: { type: 'urn:gdpr-guard:problem:upstream-timeout' } })
    }
  })

  it('breaks a stream off, after an error event, when the provider breaks off', async () => {
    await using upstream = await Upstream.start((_, res) => {
      openStream(res)
      sendData(res, { choices: [{ index: 0, delta: { content: 'begun' } }] })
      setImmediate(() => res.destroy())
    })
    await using served = await serveApi('node', options('openai', upstream))
    const seen = await rawExchange(served.origin, ask('openai', { stream: true }))
    expect(seen).toContain('event: error')
    expect(seen).toContain('urn:gdpr-guard:problem:upstream-error')
    expect(seen.endsWith('0\r\n\r\n')).toBe(false)
  })

  it('aborts the upstream call when the caller goes away', async () => {
    const gone = deferred()
    const begun = deferred()
    await using upstream = await Upstream.start((_, res) => {
      res.on('close', () => gone.resolve())
      openStream(res)
      sendData(res, { choices: [{ index: 0, delta: { content: 'begun' } }] })
      begun.resolve()
    })
    await using served = await serveApi('node', options('openai', upstream))
    const aborter = new AbortController()
    const call = fetch(`${served.origin}/api/proxy`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ask('openai', { stream: true })),
      signal: aborter.signal,
    }).then(response => response.text())
    await begun.promise
    aborter.abort()
    await expect(call).rejects.toThrow()
    await gone.promise
  })

  it('refuses at mount what its guard would send as it is, and dialects it does not know', async () => {
    const guard = createGuard({ mode: 'explicit' })
    const providers = { openai: { baseUrl: 'http://127.0.0.1:9' } }
    expect(() => gdprApi({ ...everybody, guard, providers: { acme: { dialect: 'ollama' } } })).toThrow(/guard/)
    expect(() => gdprApi({ ...everybody, providers })).not.toThrow()
    expect(() => gdprApi({ ...everybody, providers: { acme: {} } })).toThrow(/dialect/)
  })
})

/** Everything the socket says, also when it is cut. */
function rawExchange(origin: string, body: object): Promise<string> {
  const text = JSON.stringify(body)
  const { hostname, port } = new URL(origin)
  return new Promise(resolve => {
    let seen = ''
    const socket = connect(Number(port), hostname)
    const head = `POST /api/proxy HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`
    socket.on('data', chunk => {
      seen += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(seen))
    socket.write(`${head}\r\n\r\n${text}`)
  })
}
