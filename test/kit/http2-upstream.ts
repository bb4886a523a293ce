/** A loopback HTTP/2 server without TLS that records what reaches it and answers as a test tells it. */
import * as http2 from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'

export interface Http2Received {
  readonly headers: http2.IncomingHttpHeaders
  readonly body: string
}

export type Http2Answer = (received: Http2Received, stream: http2.ServerHttp2Stream) => void | Promise<void>

export class Http2Upstream implements AsyncDisposable {
  readonly received: Http2Received[] = []
  /** Streams that were opened, whether their body came or not. */
  opened = 0
  answer: Http2Answer
  readonly #server: http2.Http2Server
  readonly #sockets = new Set<Socket>()
  readonly #resets: ((code: number) => void)[] = []

  private constructor(server: http2.Http2Server, answer: Http2Answer) {
    this.#server = server
    this.answer = answer
  }

  static async start(answer: Http2Answer = echo): Promise<Http2Upstream> {
    const server = http2.createServer()
    const upstream = new Http2Upstream(server, answer)
    server.on('connection', (socket: Socket) => {
      upstream.#sockets.add(socket)
      socket.on('error', () => undefined)
    })
    server.on('stream', (stream, headers) => void upstream.#take(stream, headers))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return upstream
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get origin(): string {
    return `http://${this.host}`
  }

  /** Everything that ever arrived, as one text to search. */
  get everything(): string {
    return this.received.map(({ headers, body }) => `${JSON.stringify(headers)}\n${body}`).join('\n')
  }

  /** The code with which the next stream that is cut short ends. */
  nextReset(): Promise<number> {
    return new Promise(resolve => this.#resets.push(resolve))
  }

  destroySockets(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async #take(stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders): Promise<void> {
    this.opened++
    stream.on('error', () => undefined)
    stream.on('aborted', () => this.#resets.shift()?.(stream.rstCode ?? 0))
    const pieces: Buffer[] = []
    try {
      for await (const piece of stream) pieces.push(piece)
    } catch {
      return
    }
    const received = { headers, body: Buffer.concat(pieces).toString() }
    this.received.push(received)
    await this.answer(received, stream)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.destroySockets()
    await new Promise(resolve => this.#server.close(resolve))
  }
}

export function echo({ body }: Http2Received, stream: http2.ServerHttp2Stream): void {
  stream.respond({ ':status': 200, 'content-type': 'text/plain' })
  stream.end(body)
}
