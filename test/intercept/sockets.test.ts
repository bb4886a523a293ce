import { once } from 'node:events'
import * as http from 'node:http'
import * as net from 'node:net'
import * as tls from 'node:tls'
import * as undici from 'undici'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installHooks } from '../../src/intercept/index.ts'
import { type FakeOpener, fakeOpener, type Provider, startProvider } from './kit.ts'

const code = 'ERR_GDPR_UNGUARDED_CARRIER'
const request = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nalice'

let provider: Provider
let opener: FakeOpener
let hooks: { remove(): void }

beforeEach(async () => {
  provider = await startProvider()
  opener = fakeOpener([provider.host])
  opener.guardsHost = (host, port) => (host === '127.0.0.1' && port === provider.port) || host === 'llm.example'
})

afterEach(async () => {
  hooks.remove()
  await provider[Symbol.asyncDispose]()
})

const strictly = () => {
  hooks = installHooks(opener, { strict: true })
}

/** What a socket that writes a request by hand ends with. */
async function writeByHand(socket: net.Socket): Promise<unknown> {
  const ended = new Promise(resolve => socket.once('error', resolve).once('data', data => resolve(String(data))))
  socket.write(request)
  return ended
}

it.each([
  ['options', () => net.connect({ host: '127.0.0.1', port: provider.port })],
  ['port and host', () => net.connect(provider.port, '127.0.0.1')],
  ['a socket made before', () => new net.Socket().connect(provider.port, '127.0.0.1')],
  ['TLS', () => tls.connect({ host: '127.0.0.1', port: provider.port })],
])('refuses the first byte of a socket to a guarded host, opened by %s', async (_, open) => {
  strictly()
  const socket = open()
  expect(await writeByHand(socket)).toMatchObject({ code })
  expect(socket.destroyed).toBe(true)
  expect(provider.wire()).not.toContain('alice')
})

it('refuses it also when several chunks wait for the connection', async () => {
  strictly()
  const socket = net.connect(provider.port, '127.0.0.1')
  const error = once(socket, 'error')
  socket.cork()
  socket.write('POST / HTTP/1.1\r\n')
  socket.write('alice')
  socket.uncork()
  expect(await error).toMatchObject([{ code }])
  expect(provider.wire()).toBe('')
})

it('refuses a TLS connection over a tunnel by the name that it asks for', async () => {
  strictly()
  const received: Buffer[] = []
  const proxy = net.createServer(socket =>
    socket.on('data', piece => received.push(piece)).on('error', () => undefined),
  )
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const tunnel = net.connect((proxy.address() as net.AddressInfo).port, '127.0.0.1')
  await once(tunnel, 'connect')
  expect(await writeByHand(tls.connect({ socket: tunnel, servername: 'llm.example' }))).toMatchObject({ code })
  expect(Buffer.concat(received).toString('latin1')).not.toContain('alice')
  tunnel.destroy()
  await new Promise(resolve => proxy.close(resolve))
})

it('lets clients through that the other hooks read', async () => {
  strictly()
  const agent = new http.Agent({ keepAlive: true })
  for (const expected of [1, 2]) {
    const sent = http.request(provider.origin, { method: 'POST', agent })
    sent.end('alice')
    const [response] = (await once(sent, 'response')) as [http.IncomingMessage]
    expect(await response.setEncoding('utf8').toArray()).toEqual(['alice'])
    expect(provider.received).toHaveLength(expected)
  }
  agent.destroy()
  expect(await (await fetch(provider.origin, { method: 'POST', body: 'alice' })).text()).toBe('alice')
  const { body } = await undici.request(provider.origin, { method: 'POST', body: 'alice' })
  expect(await body.text()).toBe('alice')
  expect(provider.received.map(({ body }) => body)).toEqual(Array(4).fill('[NAME_1]'))
})

it('leaves sockets to other hosts alone, and all of them without a strict owner', async () => {
  await using other = await startProvider()
  strictly()
  expect(await writeByHand(net.connect(other.port, '127.0.0.1'))).toContain('200 OK')
  hooks.remove()
  hooks = installHooks(opener)
  expect(await writeByHand(net.connect(provider.port, '127.0.0.1'))).toContain('200 OK')
})
