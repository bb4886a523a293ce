import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { speak } from '../api/speakers.ts'
import { planted } from '../kit/planted.ts'
import { Upstream } from '../kit/upstream.ts'
import { cli, startCli } from './kit.ts'

const { text, values } = planted(81)
const json = { 'content-type': 'application/json' }
const secret = 'invented-token-'.repeat(2)

function ask(url: string, headers: Record<string, string> = {}) {
  const messages = [{ role: 'user', content: text }]
  const body = JSON.stringify({ provider: 'anthropic', model: 'm', messages })
  return fetch(`${url}/api/proxy`, { method: 'POST', headers: { ...json, ...headers }, body })
}

describe('serve', () => {
  it('forwards, answers the API with keys of the environment, and stops when asked', async () => {
    await using upstream = await Upstream.start(speak('anthropic', prompt => prompt))
    const env = { ANTHROPIC_API_KEY: 'key-from-env' }
    const running = await startCli(['serve', '--port', '0', '--upstream', `anthropic=${upstream.origin}`], { env })
    const response = await ask(running.url)
    expect(((await response.json()) as { content: string }).content).toBe(text)
    const direct = await fetch(`${running.url}/anthropic/v1/messages`, {
      method: 'POST',
      headers: { ...json, 'x-api-key': 'key-of-client', 'anthropic-version': '2023-06-01' },
      body: JSON.stringify({ model: 'm', max_tokens: 1, messages: [{ role: 'user', content: text }] }),
    })
    expect(await direct.text()).toContain(values[0]!)
    expect(upstream.received.map(({ headers }) => headers['x-api-key'])).toEqual(['key-from-env', 'key-of-client'])
    for (const value of values) expect(upstream.everything).not.toContain(value)
    const { code, stdout, stderr } = await running.stop()
    expect(code).toBe(0)
    for (const value of values) expect(stdout + stderr).not.toContain(value)
  })

  it('asks for the token where one is set, and keeps names of strangers off the local API', async () => {
    const running = await startCli(['serve', '--port', '0'], { env: { LLM_GDPR_GUARD_TOKEN: secret } })
    expect((await ask(running.url)).status).toBe(401)
    expect((await ask(running.url, { authorization: 'Bearer wrong' })).status).toBe(401)
    const scrub = { method: 'POST', headers: { ...json, authorization: `Bearer ${secret}` }, body: '{"text":"x"}' }
    expect((await fetch(`${running.url}/api/scrub`, scrub)).status).toBe(200)
    await running.stop()
    const open = await startCli(['serve', '--port', '0'])
    const { port } = new URL(open.url)
    const { request } = await import('node:http')
    const status = await new Promise(resolve => {
      const call = request(`${open.url}/api/scrub`, {
        method: 'POST',
        headers: { ...json, host: `rebound.example:${port}` },
      })
      call.on('response', answer => resolve(answer.resume().statusCode))
      call.end('{"text":"x"}')
    })
    expect(status).toBe(401)
    await open.stop()
  })

  it('reads a configuration file, and has no API beyond loopback addresses without a token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guard-serve-'))
    const file = join(folder, 'gateway.json')
    writeFileSync(file, JSON.stringify({ port: 0, host: '0.0.0.0', guard: { entities: { EMAIL: 'block' } } }))
    const running = await startCli(['serve', '--config', file])
    const url = running.url.replace('0.0.0.0', '127.0.0.1')
    expect((await fetch(`${url}/api/scrub`, { method: 'POST', headers: json, body: '{"text":"x"}' })).status).toBe(404)
    const blocked = await fetch(`${url}/openai/v1/chat/completions`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: text }] }),
    })
    expect(((await blocked.json()) as { code: string }).code).toBe('ERR_GDPR_ENTITY_BLOCKED')
    expect((await running.stop()).stderr).toContain('the API is off')
    rmSync(folder, { recursive: true })
  })

  it('exits with 2 when it is called wrongly, with 1 when the port is taken', async () => {
    for (const args of [
      ['--port', 'x'],
      ['--port', '70000'],
      ['--upstream', 'openai'],
      ['--upstream', 'x=ftp://y'],
      ['--config', 'none.json'],
      ['extra'],
    ]) {
      expect((await cli(['serve', ...args])).code).toBe(2)
    }
    const folder = mkdtempSync(join(tmpdir(), 'guard-serve-'))
    const file = join(folder, 'gateway.json')
    writeFileSync(file, JSON.stringify({ port: 0, prot: 1, token: secret }))
    const strange = await cli(['serve', '--config', file])
    expect([strange.code, strange.stderr]).toEqual([
      2,
      expect.stringContaining('prot: no such setting; there are port,'),
    ])
    expect(strange.stderr).not.toContain(secret)
    writeFileSync(file, JSON.stringify({ port: 0, workers: 2, guard: { state: 'memory' } }))
    const divided = await cli(['serve', '--config', file])
    expect([divided.code, divided.stderr]).toEqual([2, expect.stringContaining('use one worker')])
    rmSync(folder, { recursive: true })
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => taken.once('listening', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, stderr } = await cli(['serve', '--port', String(port)])
    expect(code).toBe(1)
    expect(stderr).toContain('EADDRINUSE')
    taken.close()
  })
})
