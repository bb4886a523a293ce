import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerReceiver, AnswerSource, Destroyable } from '../../src/proxy/call.ts'
import { sendDirect, sendUndici } from '../../src/proxy/index.ts'
import type { Sender, SenderOptions } from '../../src/proxy/send-direct.ts'
import type { ScrubbedRequest } from '../../src/types.ts'

/** Writes down what a sender tells. */
class Recorder implements AnswerReceiver {
  calls: Destroyable[] = []
  status = 0
  headers: readonly string[] = []
  source: AnswerSource | null = null
  text = ''
  heads = 0
  onHead: (source: AnswerSource) => void = () => undefined
  onData: () => void = () => undefined
  outcome: Promise<unknown>
  #settle: (outcome: unknown) => void = () => undefined

  constructor() {
    this.outcome = new Promise(resolve => {
      this.#settle = resolve
    })
  }
  hold(call: Destroyable): void {
    this.calls.push(call)
  }
  head(status: number, rawHeaders: readonly string[], source: AnswerSource): void {
    this.heads++
    this.status = status
    this.headers = rawHeaders
    this.source = source
    this.onHead(source)
  }
  data(chunk: Uint8Array): void {
    this.text += Buffer.from(chunk).toString('latin1')
    this.onData()
  }
  end(): void {
    this.#settle('end')
  }
  fail(error: unknown): void {
    this.#settle(error)
  }
}

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function listen(server: Server | ReturnType<typeof createSocketServer>): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers each connection with these bytes once a whole head has come, then does `after`. */
async function rawUpstream(bytes: string, after: (socket: Socket) => void = () => undefined): Promise<string> {
  const server = createSocketServer(socket => {
    socket.on('error', () => undefined)
    let seen = ''
    socket.on('data', chunk => {
      seen += chunk.toString('latin1')
      if (!seen.includes('\r\n\r\n')) return
      seen = ''
      socket.write(bytes, () => after(socket))
    })
  })
  return listen(server)
}

function send(
  make: (options: SenderOptions) => Sender,
  origin: string,
  more: Partial<ScrubbedRequest> = {},
  ms = 5_000,
) {
  const sender = make({ timeoutMs: ms })
  open.push(sender)
  const recorder = new Recorder()
  const request = { method: 'GET', url: new URL(`${origin}/v1/models?limit=2`), headers: [], body: null, ...more }
  sender.send(request as ScrubbedRequest, recorder, undefined as never)
  return { recorder, sender, request: request as ScrubbedRequest }
}

describe.each([
  ['node:http', sendDirect],
  ['undici', sendUndici],
])('a sender by %s', (_name, make) => {
  it('sends method, path, headers and body as given, and names the host of the address', async () => {
    let seen: unknown
    const origin = await listen(
      createServer((req, res) => {
        let body = ''
        req.on('data', chunk => (body += chunk))
        req.on('end', () => {
          seen = { method: req.method, url: req.url, raw: req.rawHeaders, body }
          res.end('done')
        })
      }),
    )
    const body = Buffer.from('{"a":1}') as Uint8Array as ScrubbedRequest['body']
    const headers = [
      ['X-Mixed-Case', 'caf\u00e9'],
      ['content-length', '7'],
    ] as const
    const { recorder } = send(make, origin, { method: 'POST', headers, body })
    expect(await recorder.outcome).toBe('end')
    expect(recorder).toMatchObject({ status: 200, text: 'done', heads: 1 })
    const { raw } = seen as { raw: string[] }
    expect(seen).toMatchObject({ method: 'POST', url: '/v1/models?limit=2', body: '{"a":1}' })
    const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [`${name.toLowerCase()}: ${raw[at + 1]}`] : []))
    expect(pairs.sort()).toEqual([
      'connection: keep-alive',
      'content-length: 7',
      `host: ${new URL(origin).host}`,
      'x-mixed-case: caf\u00e9',
    ])
  })

  it('tells the headers as they were written, also those that come twice', async () => {
    const origin = await rawUpstream(
      'HTTP/1.1 201 Made\r\nX-One: 1\r\nset-cookie: a\r\nSet-Cookie: b\r\ncontent-length: 2\r\n\r\nok',
    )
    const { recorder } = send(make, origin)
    expect(await recorder.outcome).toBe('end')
    expect(recorder.headers).toEqual(['X-One', '1', 'set-cookie', 'a', 'Set-Cookie', 'b', 'content-length', '2'])
    expect(recorder.status).toBe(201)
  })

  it('takes no early hints for the answer', async () => {
    const origin = await rawUpstream(
      'HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    )
    const { recorder } = send(make, origin)
    expect(await recorder.outcome).toBe('end')
    expect(recorder).toMatchObject({ heads: 1, status: 200, text: 'ok' })
  })

  it('uses a connection again', async () => {
    const ports = new Set<number | undefined>()
    const origin = await listen(
      createServer((req, res) => {
        ports.add(req.socket.remotePort)
        res.end('ok')
      }),
    )
    const { recorder, sender, request } = send(make, origin)
    await recorder.outcome
    // The connection is free when its last event has been heard.
    await setImmediate()
    const second = new Recorder()
    sender.send(request, second, undefined as never)
    expect(await second.outcome).toBe('end')
    expect(ports.size).toBe(1)
  })

  it.each([
    ['breaks off in a body of known length', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'],
    ['breaks off between chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  ])('fails behind the head when the answer %s', async (_case, bytes) => {
    const origin = await rawUpstream(bytes, socket => socket.end())
    const { recorder } = send(make, origin)
    expect(await recorder.outcome).toBeInstanceOf(Error)
    expect(recorder).toMatchObject({ heads: 1, text: 'half' })
  })

  it.each([
    ['resets the connection', '', (socket: Socket) => socket.resetAndDestroy()],
    ['answers with something else', 'SSH-2.0-nothing\r\n\r\n', () => undefined],
    [
      'upgrades unasked',
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
      () => undefined,
    ],
    [
      'names two lengths',
      'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nok',
      (socket: Socket) => socket.end(),
    ],
  ])('fails without a head when the provider %s', async (_case, bytes, after) => {
    const origin = await rawUpstream(bytes === '' ? ' ' : bytes, after)
    const { recorder } = send(make, origin)
    expect(await recorder.outcome).toBeInstanceOf(Error)
    expect(recorder.heads).toBe(0)
  })

  it('fails where nobody listens', async () => {
    const server = createServer()
    const origin = await listen(server)
    server.close()
    await once(server, 'close')
    const { recorder } = send(make, origin)
    expect(await recorder.outcome).toBeInstanceOf(Error)
  })

  it('says that it was the time when the provider is silent before its answer', async () => {
    const origin = await listen(createServer(() => undefined))
    const { recorder } = send(make, origin, {}, 100)
    expect(await recorder.outcome).toMatchObject({ code: 'ERR_GDPR_UPSTREAM_TIMEOUT' })
  })

  it('sends nothing when the call is destroyed at once', async () => {
    let requests = 0
    const origin = await listen(
      createServer((_req, res) => {
        requests++
        res.end('ok')
      }),
    )
    const { recorder, sender, request } = send(make, origin)
    recorder.calls[0]?.destroy()
    expect(await recorder.outcome).toBeInstanceOf(Error)
    const second = new Recorder()
    sender.send(request, second, undefined as never)
    expect(await second.outcome).toBe('end')
    expect(requests).toBe(1)
  })

  it('ends the connection when the answer is destroyed in the middle', async () => {
    let isClosed: (value: string) => void = () => undefined
    const closed = new Promise<string>(resolve => {
      isClosed = resolve
    })
    const origin = await rawUpstream('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', socket =>
      socket.once('close', () => isClosed('closed')),
    )
    const { recorder } = send(make, origin)
    recorder.onData = () => recorder.source?.destroy()
    expect(await closed).toBe('closed')
    expect(recorder.text).toBe('half')
  })

  it('reads no further while it is paused', async () => {
    // What the system keeps for a socket is far less.
    const size = 8 * 1_024 * 1_024
    let isWritten = false
    const origin = await listen(
      createServer((req, res) => {
        if (req.url === '/small') return res.end('ok')
        res.writeHead(200, { 'content-length': size })
        return res.end(Buffer.alloc(size, 'x'), () => {
          isWritten = true
        })
      }),
    )
    const { recorder, sender, request } = send(make, origin)
    const paused = new Promise<void>(resolve => {
      recorder.onData = () => {
        recorder.onData = () => undefined
        recorder.source?.pause()
        resolve()
      }
    })
    await paused
    for (let turn = 0; turn < 20; turn++) {
      const other = new Recorder()
      sender.send({ ...request, url: new URL('/small', origin) }, other, undefined as never)
      expect(await other.outcome).toBe('end')
    }
    expect(isWritten).toBe(false)
    recorder.source?.resume()
    expect(await recorder.outcome).toBe('end')
    expect(recorder.text.length).toBe(size)
  })
})

it('goes by node:http where the application has put another dispatcher in the place of the one of Node', async () => {
  void globalThis.Response
  const keys = [Symbol.for('undici.globalDispatcher.2'), Symbol.for('undici.globalDispatcher.1')]
  const kept = keys.map(key => [key, Reflect.get(globalThis, key)] as const)
  class ProxyAgent {
    dispatch(): never {
      throw new Error('not to be called')
    }
  }
  for (const key of keys) Object.defineProperty(globalThis, key, { value: new ProxyAgent(), writable: true })
  try {
    const origin = await listen(createServer((_req, res) => res.end('ok')))
    const { recorder } = send(sendUndici, origin)
    expect(await recorder.outcome).toBe('end')
    expect(recorder.text).toBe('ok')
  } finally {
    for (const [key, value] of kept) {
      if (value !== undefined) Object.defineProperty(globalThis, key, { value, writable: true })
    }
  }
})
