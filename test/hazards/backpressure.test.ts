/** A reader that stalls must stall the provider as much as it would without the guard: nothing is collected in between. */
import * as http from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { request as undiciRequest } from 'undici'
import { expect, it } from 'vitest'
import { createGuard } from '../../src/guard.ts'
import { settled } from '../intercept/kit.ts'
import { plant } from '../kit/planted.ts'
import { chunk, Upstream } from '../kit/upstream.ts'

const { email } = plant(1_401)
const event = `data: ${JSON.stringify(chunk({ content: `Dear [EMAIL_1], ${'x'.repeat(4_000)}` }))}\n\n`
const body = JSON.stringify({ model: 'm', stream: true, messages: [{ role: 'user', content: `I am ${email}` }] })
const headers = { 'content-type': 'application/json' }

/** Starts the call, reads one piece and then no more; gives back how it is left. */
const clients: Record<string, (url: string) => Promise<() => void>> = {
  async fetch(url) {
    const aborter = new AbortController()
    const response = await fetch(url, { method: 'POST', headers, body, signal: aborter.signal })
    const reader = response.body!.getReader()
    await reader.read()
    return () => aborter.abort()
  },
  async 'node:http'(url) {
    const request = http.request(url, { method: 'POST', headers })
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end(body)
    })
    response.on('error', () => undefined)
    await new Promise<void>(resolve => {
      response.once('data', () => resolve(response.pause() as never))
    })
    return () => response.destroy()
  },
  async 'undici request'(url) {
    const response = await undiciRequest(url, { method: 'POST', headers, body })
    response.body.on('error', () => undefined)
    await new Promise<void>(resolve => {
      response.body.once('data', () => resolve(response.body.pause() as never))
    })
    return () => response.body.destroy()
  },
}

/** Far more than all buffers of the system hold. */
function* manyEvents(): Iterable<string> {
  for (let sent = 0; sent < 64 << 20; sent += event.length) yield event
}

/** How many bytes the provider got rid of while the client took no more. */
async function accepted(call: (url: string) => Promise<() => void>): Promise<number> {
  let socket: Socket | null = null
  await using upstream = await Upstream.start(async (_, res) => {
    socket = res.socket
    res.writeHead(200, { 'content-type': 'text/event-stream' })
    await pipeline(Readable.from(manyEvents()), res).catch(() => undefined)
  })
  const leave = await call(`${upstream.origin}/v1/chat/completions`)
  await settled(() => socket?.bytesWritten ?? 0)
  const bytes = socket!.bytesWritten
  leave()
  return bytes
}

async function acceptedGuarded(call: (url: string) => Promise<() => void>): Promise<number> {
  const guard = createGuard()
  const outcome = new Promise(resolve => guard.on('exchange', resolve))
  const bytes = await accepted(call)
  expect(await outcome).toMatchObject({ streamed: true, outcome: 'aborted', counts: { EMAIL: 1 } })
  await guard.close()
  return bytes
}

/** The kernel gives a connection one of several sizes of buffers, by how it was read at first: seen were 4.0 and 5.6 MB, bare. */
const mostRounds = 8
const bound = 1.2

it.each(Object.keys(clients))('%s accepts no more than 1.2 times what the bare client accepts', async name => {
  const bare: number[] = []
  const guarded: number[] = []
  const ratio = () => Math.min(...guarded) / Math.min(...bare)
  do {
    bare.push(await accepted(clients[name]!))
    guarded.push(await acceptedGuarded(clients[name]!))
  } while (ratio() > bound && guarded.length < mostRounds)
  expect(Math.max(...bare)).toBeLessThan(60 << 20)
  expect(Math.min(...guarded)).toBeGreaterThan(event.length)
  expect(ratio()).toBeLessThanOrEqual(bound)
})
