import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { fixedTarget, forward, sendDirect, sendUndici } from '../../src/proxy/index.ts'
import type { Exchange, RawRequest, ScrubbedRequest } from '../../src/types.ts'
import { serve } from '../api/kit.ts'

/** Says that it keeps connections open for a minute, and closes them after a tenth of a second. */
const closingUpstream = `
const server = require('node:http').createServer((req, res) => {
  req.resume()
  res.writeHead(200, { 'content-type': 'application/json', connection: 'keep-alive', 'keep-alive': 'timeout=60' })
  res.on('finish', () => setTimeout(() => req.socket.end(), 100))
  req.on('end', () => res.end('{}'))
})
server.listen(0, '127.0.0.1', () => require('node:worker_threads').parentPort.postMessage(server.address().port))
`

function passThrough(request: RawRequest): Exchange {
  return {
    request: request as ScrubbedRequest,
    onAbort: () => () => undefined,
    answer: (status, headers) => ({ status, headers, decode: [], body: null }),
    close: () => undefined,
  }
}

/** Holds the whole process up, as reading a large body does. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

it.each([
  ['node:http', sendDirect],
  ['undici', sendUndici],
])('sends nothing by %s on a connection that the provider closed while a large body was read', async (_name, open) => {
  // In a thread of its own: it goes on while this one is held up.
  const upstream = new Worker(closingUpstream, { eval: true })
  const port = await new Promise<number>(resolve => upstream.once('message', resolve))
  const { send, close } = open({ timeoutMs: 60_000 })
  const openExchange = async (raw: RawRequest) => {
    if (raw.url.pathname === '/large') block(700)
    return passThrough(raw)
  }
  const begin = () => ({ bodyBytes: 1_000, guards: () => true, open: openExchange })
  const parts = { begin, findTarget: fixedTarget(`http://127.0.0.1:${port}`), send }
  await using served = await serve((req, res) => void forward(parts, req, res, req.url ?? '/', undefined))
  for (const path of ['/small', '/large', '/small']) {
    expect((await fetch(served.origin + path, { method: 'POST', body: '{}' })).status).toBe(200)
  }
  close()
  await upstream.terminate()
})
