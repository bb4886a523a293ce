/** WebSocket upgrades, inbound and outbound: no middleware sees what goes through one, so none may be opened. */
import * as http from 'node:http'
import { connect } from 'node:net'
import { createProxyMiddleware } from 'http-proxy-middleware'
import { upgrade, WebSocket } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { proxyWith } from '../../src/adapters/proxy-with.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import { serve } from '../api/kit.ts'
import { type Provider, startProvider } from '../intercept/kit.ts'
import { plant } from '../kit/planted.ts'

let guard: Guard

afterEach(() => guard.close())

function guardFor(provider: Provider): void {
  guard = createGuard({ providers: { openai: { baseUrl: provider.origin } } })
}

const upgradeHeaders = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': Buffer.from('hazards-test-key').toString('base64'),
}

describe('a WebSocket upgrade', () => {
  it('by node:http to a provider is refused before a byte is sent', async () => {
    await using provider = await startProvider()
    guardFor(provider)
    const path = `${provider.origin}/v1/realtime?user=${plant(1_301).email}`
    const request = http.get(path, { headers: upgradeHeaders })
    const error = await new Promise(resolve => request.on('error', resolve))
    expect(error).toMatchObject({ code: 'ERR_GDPR_UPGRADE_REFUSED' })
    expect(provider.wire()).toBe('')
  })

  it('by undici to a provider is refused before a byte is sent', async () => {
    await using provider = await startProvider()
    guardFor(provider)
    const call = upgrade(`${provider.origin}/v1/realtime`, { protocol: 'websocket' })
    await expect(call).rejects.toMatchObject({ code: 'ERR_GDPR_UPGRADE_REFUSED' })
    const socket = new WebSocket(`${provider.origin.replace('http', 'ws')}/v1/realtime?user=${plant(1_302).email}`)
    await new Promise(resolve => socket.addEventListener('error', resolve))
    expect(provider.wire()).toBe('')
  })

  it('to a route that forwards to a provider is not forwarded as one', async () => {
    await using provider = await startProvider()
    guard = createGuard({ mode: 'explicit', providers: { openai: { baseUrl: provider.origin } } })
    const proxy = proxyWith(createProxyMiddleware)({ guard, target: provider.origin })
    await using served = await serve((req, res) => proxy(req, res, () => undefined))
    const { hostname, port } = new URL(served.origin)
    const socket = connect(Number(port), hostname)
    const { email } = plant(1_303)
    socket.write(
      `GET /v1/realtime HTTP/1.1\r\nhost: x\r\n${Object.entries(upgradeHeaders)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    )
    let seen = ''
    socket.on('error', () => undefined)
    socket.on('data', piece => {
      seen += piece
      // What a client would send once it took the answer for an open socket.
      socket.end(email)
    })
    await new Promise(resolve => socket.on('close', resolve))
    expect(seen).toMatch(/^HTTP\/1\.1 [245]\d\d /)
    expect(provider.wire().toLowerCase()).not.toContain('upgrade')
    expect(provider.wire()).not.toContain(email)
  })
})
