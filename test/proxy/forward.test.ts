import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { fixedTarget, forward, sendDirect, sendUndici } from '../../src/proxy/index.ts'
import type { Exchange, RawRequest, ScrubbedRequest } from '../../src/types.ts'
import { serve } from '../api/kit.ts'

/** Says that it keeps connections open for a minute; closes that of the first request as soon as the other thread is busy. */
const closingUpstream = `
const { parentPort, workerData: signs } = require('node:worker_threads')
const server = require('node:http').createServer((req, res) => {
  req.resume()
  res.writeHead(200, { 'content-type': 'application/json', connection: 'keep-alive', 'keep-alive': 'timeout=60' })
  if (req.url === '/first') res.on('finish', () => setImmediate(close, req.socket))
  req.on('end', () => res.end('{}'))
})
function close(socket) {
  Atomics.wait(signs, 0, 0)
  socket.end(() => {
    Atomics.store(signs, 1, 1)
    Atomics.notify(signs, 1)
  })
}
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

function passThrough(request: RawRequest): Exchange {
  return {
    request: request as ScrubbedRequest,
    onAbort: () => () => undefined,
    answer: (status, headers) => ({ status, headers, decode: [], body: null }),
    close: () => undefined,
  }
}

/** Holds the whole process up, as reading a large body does, at least until the connection is closed. */
function beBusy(signs: Int32Array): void {
  const end = performance.now() + 700
  Atomics.store(signs, 0, 1)
  Atomics.notify(signs, 0)
  Atomics.wait(signs, 1, 0)
  while (performance.now() < end);
}

it.each([
  ['node:http', sendDirect],
  ['undici', sendUndici],
])('sends nothing by %s on a connection that the provider closed while a large body was read', async (_name, open) => {
  // In a thread of its own: it goes on while this one is held up.
  const signs = new Int32Array(new SharedArrayBuffer(8))
  const upstream = new Worker(closingUpstream, { eval: true, workerData: signs })
  const port = await new Promise<number>(resolve => upstream.once('message', resolve))
  const { send, close } = open({ timeoutMs: 60_000 })
  const openExchange = async (raw: RawRequest) => {
    if (raw.url.pathname === '/large') beBusy(signs)
    return passThrough(raw)
  }
  const begin = () => ({ bodyBytes: 1_000, guards: () => true, open: openExchange })
  const parts = { begin, findTarget: fixedTarget(`http://127.0.0.1:${port}`), send }
  await using served = await serve((req, res) => void forward(parts, req, res, req.url ?? '/', undefined))
  for (const path of ['/first', '/large', '/small']) {
    expect((await fetch(served.origin + path, { method: 'POST', body: '{}' })).status).toBe(200)
  }
  close()
  await upstream.terminate()
})
