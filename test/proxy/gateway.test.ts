import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createGuard } from '../../src/guard.ts'
import { type Gateway, startGateway } from '../../src/proxy/index.ts'
import { deferred } from '../kit/deferred.ts'
import { planted } from '../kit/planted.ts'
import { chatAnswer, openStream, sendData, sendJson, Upstream } from '../kit/upstream.ts'

const { text, values } = planted(61)
const body = { model: 'gpt-test', messages: [{ role: 'user', content: text }] }

interface Opened extends AsyncDisposable {
  readonly gateway: Gateway
}

async function open(upstream: Upstream, more: Partial<Parameters<typeof startGateway>[0]> = {}): Promise<Opened> {
  const guard = createGuard({ mode: 'explicit', providers: { openai: { baseUrl: upstream.origin } } })
  const gateway = await startGateway({
    guard,
    upstreams: new Map([['openai', upstream.origin]]),
    api: null,
    host: '127.0.0.1',
    port: 0,
    upstreamTimeoutMs: 10_000,
    requestTimeoutMs: 10_000,
    headersTimeoutMs: 10_000,
    graceMs: 10_000,
    connections: 1_000,
    ...more,
  })
  return { gateway, [Symbol.asyncDispose]: () => gateway.stop() }
}

function post({ url }: Gateway, sent: object = body): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }
  return fetch(`${url}/openai/v1/chat/completions`, init)
}

/** What a socket hears until it is closed. */
function hear(url: string, said: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise(resolve => {
    let heard = ''
    const socket = connect(Number(port), hostname)
    socket.on('data', chunk => {
      heard += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    socket.write(said)
  })
}

describe('the gateway', () => {
  it('scrubs once where the calls of its process are guarded as well, and shows no mark to the provider', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    const guard = createGuard({ providers: { openai: { baseUrl: upstream.origin } } })
    try {
      await using opened = await open(upstream, { guard })
      for (let turn = 0; turn < 2; turn++) {
        const answer = JSON.parse(await (await post(opened.gateway)).text())
        expect(answer.choices[0].message.content).toBe(text)
      }
      expect(upstream.received.length).toBe(2)
      expect(JSON.stringify(upstream.received.map(({ rawHeaders }) => rawHeaders))).not.toContain('mark')
      for (const value of values) expect(upstream.everything).not.toContain(value)
    } finally {
      await guard.close()
    }
  })

  it('forwards by path prefix, whole and streamed, and tells health', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using opened = await open(upstream)
    const { gateway } = opened
    const whole = await (await post(gateway)).text()
    expect(JSON.parse(whole).choices[0].message.content).toBe(text)
    const streamed = await (await post(gateway, { ...body, stream: true })).text()
    for (const value of values) {
      expect(whole).toContain(value)
      expect(upstream.everything).not.toContain(value)
    }
    expect(streamed).toContain('[DONE]')
    expect(await (await fetch(`${gateway.url}/healthz`)).text()).toBe('ok\n')
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200)
    expect((await fetch(`${gateway.url}/nowhere/v1`)).status).toBe(404)
  })

  it('counts without values, in the form Prometheus reads', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
    await using opened = await open(upstream)
    await (await post(opened.gateway)).text()
    await (await fetch(`${opened.gateway.url}/openai/v1/chat/completions`, { method: 'POST', body: '{' })).text()
    const metrics = await (await fetch(`${opened.gateway.url}/metrics`)).text()
    expect(metrics).toContain('llm_gdpr_guard_exchanges_total{provider="openai",outcome="done"} 1')
    expect(metrics).toContain('llm_gdpr_guard_exchanges_total{provider="openai",outcome="refused"} 1')
    expect(metrics).toContain('llm_gdpr_guard_refusals_total{code="ERR_GDPR_JSON_INVALID"} 1')
    expect(metrics).toContain('llm_gdpr_guard_values_replaced_total{type="EMAIL"} 1')
    expect(metrics).toMatch(/llm_gdpr_guard_scrub_seconds_bucket\{le="\+Inf"\} 2\n/)
    for (const line of metrics.trim().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) |[a-z_]+(?:\{[^}]*\})? [\d.e+-]+$)/)
    for (const value of [...values, 'gpt-test']) expect(metrics).not.toContain(value)
  })

  it('lets a running stream end when it is stopped, and takes nothing new', async () => {
    const goOn = deferred()
    const begun = deferred()
    await using upstream = await Upstream.start(async (_, res) => {
      openStream(res)
      sendData(res, { choices: [{ index: 0, delta: { content: '[EMAIL_1] ' } }] })
      begun.resolve()
      await goOn.promise
      sendData(res, { choices: [{ index: 0, delta: { content: 'the end' } }] })
      sendData(res, '[DONE]')
      res.end()
    })
    const { gateway } = await open(upstream)
    const response = await post(gateway, { ...body, stream: true })
    await begun.promise
    const stopped = gateway.stop()
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow()
    goOn.resolve()
    const seen = await response.text()
    expect(seen).toContain('the end')
    expect(seen).toContain('[DONE]')
    await stopped
  })

  it('cuts what does not end within the grace', async () => {
    await using upstream = await Upstream.start((_, res) => openStream(res))
    const { gateway } = await open(upstream, { graceMs: 50 })
    const response = await post(gateway, { ...body, stream: true })
    const reading = response.text()
    await Promise.all([expect(reading).rejects.toThrow(), gateway.stop()])
  })

  it('gives up on silent upstreams', async () => {
    await using upstream = await Upstream.start(() => undefined)
    await using opened = await open(upstream, { upstreamTimeoutMs: 100 })
    const late = await post(opened.gateway)
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([504, 'ERR_GDPR_UPSTREAM_TIMEOUT'])
  })

  it('gives up on slow clients', async () => {
    await using upstream = await Upstream.start()
    await using opened = await open(upstream, { headersTimeoutMs: 100, requestTimeoutMs: 150 })
    expect(await hear(opened.gateway.url, 'POST /openai/v1/x HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
    const half =
      'POST /openai/v1/x HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{'
    expect(await hear(opened.gateway.url, half)).toMatch(/^HTTP\/1\.1 408 /)
    expect(upstream.received).toEqual([])
  })

  it('refuses WebSocket upgrades and tunnels', async () => {
    await using upstream = await Upstream.start()
    await using opened = await open(upstream)
    const upgrade = 'GET /openai/v1/realtime HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'
    expect(await hear(opened.gateway.url, upgrade)).toMatch(/^HTTP\/1\.1 501 /)
    expect(await hear(opened.gateway.url, 'CONNECT api.openai.com:443 HTTP/1.1\r\nhost: x\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 501 /,
    )
    expect(upstream.received).toHaveLength(0)
  })

  it('puts the values back in an error body that quotes the prompt, and shows the upstream status', async () => {
    await using upstream = await Upstream.start((received, res) =>
      sendJson(
        res,
        { error: { message: `cannot read: ${JSON.parse(String(received.body)).messages[0].content}` } },
        400,
      ),
    )
    await using opened = await open(upstream)
    const response = await post(opened.gateway)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { error: { message: string } }).error.message).toBe(`cannot read: ${text}`)
  })
})
