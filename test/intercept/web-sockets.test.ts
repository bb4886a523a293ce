import { createHash } from 'node:crypto'
import * as http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import * as undici from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installHooks } from '../../src/intercept/index.ts'
import { fakeOpener } from './kit.ts'

let server: http.Server
let host: string
let upgrades: number
let hooks: { remove(): void }
const sockets = new Set<Socket>()

beforeEach(async () => {
  upgrades = 0
  server = http.createServer().on('upgrade', (request, socket: Socket) => {
    upgrades++
    sockets.add(socket)
    const key = request.headers['sec-websocket-key']
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  hooks.remove()
  for (const socket of sockets) socket.destroy()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

/** The constructor of Node 22 and later where there is one. */
const platform: unknown = Reflect.get(globalThis, 'WebSocket')

async function byClass(Constructor: typeof undici.WebSocket, init?: undici.WebSocketInit): Promise<string> {
  const socket = new Constructor(`ws://${host}/v1/realtime`, init)
  const outcome = await new Promise<string>(resolve => {
    socket.addEventListener('open', () => resolve('open'))
    socket.addEventListener('error', () => resolve('refused'))
  })
  if (outcome === 'open') socket.close()
  return outcome
}

/** As the package `ws` does it. */
function byRequest(): Promise<string> {
  return new Promise(resolve => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' }
    const request = http.get(`http://${host}/v1/realtime`, {
      headers: { ...headers, 'sec-websocket-key': 'a'.repeat(22) },
    })
    request.on('upgrade', (_, socket) => {
      socket.destroy()
      resolve('open')
    })
    request.on('error', error => resolve('code' in error ? String(error.code) : error.name))
  })
}

const ways: [string, () => Promise<string>, string][] = [
  ['the class of undici', () => byClass(undici.WebSocket), 'refused'],
  ['the class of undici with its own dispatcher', withOwnAgent, 'refused'],
  ['node:http', byRequest, 'ERR_GDPR_UPGRADE_REFUSED'],
]
if (typeof platform === 'function') {
  ways.push(['the global class', () => byClass(platform as typeof undici.WebSocket), 'refused'])
}

async function withOwnAgent(): Promise<string> {
  const dispatcher = new undici.Agent()
  const outcome = await byClass(undici.WebSocket, { dispatcher })
  await dispatcher.destroy()
  return outcome
}

describe.each(ways)('a WebSocket by %s', (_, open, refusal) => {
  it('is refused before anything is sent', async () => {
    hooks = installHooks(fakeOpener([host]))
    expect([await open(), upgrades]).toEqual([refusal, 0])
  })

  it('passes unread where the options allow it', async () => {
    hooks = installHooks({ ...fakeOpener([host]), allowsWebSockets: true })
    expect([await open(), upgrades]).toEqual(['open', 1])
  })

  it('passes to hosts that nobody guards', async () => {
    hooks = installHooks(fakeOpener(['other.example']))
    expect([await open(), upgrades]).toEqual(['open', 1])
  })
})
