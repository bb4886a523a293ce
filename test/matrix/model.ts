/** A loopback model that speaks every format of the matrix, and says back what it was asked. Records every byte. */
import * as http from 'node:http'
import * as http2 from 'node:http2'
import type { AddressInfo, Server, Socket } from 'node:net'
import { awsEvent } from '../kit/aws-event-stream.ts'
import { makeCertificate } from '../kit/certificate.ts'
import { completion, message, pieces, sendData, sendEvent as sendTyped } from '../kit/upstream.ts'

export interface Model extends AsyncDisposable {
  /** HTTP/1.1. */
  readonly origin: string
  /** HTTP/2 without TLS. */
  readonly http2Origin: string
  /** HTTP/1.1 and HTTP/2 with TLS, as the client asks for it. */
  readonly tlsOrigin: string
  /** The certificate that `tlsOrigin` shows, which is its own authority. */
  readonly ca: string
  /** Of HTTP, in which calls have come in. */
  readonly versions: ReadonlySet<string>
  /** Everything that has come in since the last call, as text. */
  take(): string
}

export async function startModel(): Promise<Model> {
  let arrived = ''
  const versions = new Set<string>()
  const sockets = new Set<Socket>()
  const plain = http.createServer((request, response) => void answer(request, response))
  const second = http2.createServer((request, response) => void answer(request, response))
  const { key, cert } = makeCertificate()
  const secure = http2.createSecureServer(
    { key, cert, allowHTTP1: true },
    (request, response) => void answer(request, response),
  )
  const servers = [plain, second, secure]
  for (const server of servers)
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    })
  await Promise.all(servers.map(server => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))))

  async function answer(
    request: http.IncomingMessage | http2.Http2ServerRequest,
    response: http.ServerResponse | http2.Http2ServerResponse,
  ): Promise<void> {
    let body = ''
    for await (const piece of request.setEncoding('utf8')) body += piece
    versions.add(request.httpVersion)
    arrived += `${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n${body}\n`
    reply(request.url ?? '', body, response as http.ServerResponse)
  }

  const hostOf = (server: Server) => `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${hostOf(plain)}`,
    http2Origin: `http://${hostOf(second)}`,
    tlsOrigin: `https://${hostOf(secure)}`,
    ca: cert,
    versions,
    take() {
      const text = arrived
      arrived = ''
      return text
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
    },
  }
}

function reply(path: string, body: string, response: http.ServerResponse): void {
  const request = JSON.parse(body === '' ? '{}' : body) as { stream?: boolean; prompt?: unknown }
  const text = promptIn(request)
  const isStreamed = request.stream === true || path.includes('stream')
  const format = formats.find(({ at }) => at.test(path)) ?? formats[0]!
  response.setHeader('content-type', 'application/json')
  if (isStreamed) format.stream(response, text)
  else response.end(JSON.stringify(format.whole(text)))
}

/** The longest string of a body is the prompt, wherever the format has it. */
function promptIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value)
    .map(promptIn)
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

const sendEvent = (response: http.ServerResponse, event: { type: string; [field: string]: unknown }) =>
  sendTyped(response, event)

interface Format {
  readonly at: RegExp
  whole(text: string): object
  stream(response: http.ServerResponse, text: string): void
}

const openStream = (response: http.ServerResponse, type = 'text/event-stream') =>
  response.setHeader('content-type', type)

const formats: readonly Format[] = [
  {
    at: /\/chat\/completions$/,
    whole: text => completion(text),
    stream(response, text) {
      openStream(response)
      const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'test-model' }
      sendData(response, {
        ...head,
        choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }],
      })
      for (const content of pieces(text, 7))
        sendData(response, { ...head, choices: [{ index: 0, delta: { content }, finish_reason: null }] })
      sendData(response, { ...head, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })
      sendData(response, '[DONE]')
      response.end()
    },
  },
  {
    at: /\/messages$/,
    whole: text => message(text),
    stream(response, text) {
      openStream(response)
      sendEvent(response, { type: 'message_start', message: message('', []) })
      sendEvent(response, { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } })
      for (const piece of pieces(text, 7))
        sendEvent(response, { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } })
      sendEvent(response, { type: 'content_block_stop', index: 0 })
      const delta = { stop_reason: 'end_turn', stop_sequence: null }
      sendEvent(response, { type: 'message_delta', delta, usage: { output_tokens: 1 } })
      sendEvent(response, { type: 'message_stop' })
      response.end()
    },
  },
  {
    at: /:(?:streamG|g)enerateContent/,
    whole: text => candidates(text, 'STOP'),
    stream(response, text) {
      openStream(response)
      for (const piece of pieces(text, 7)) sendData(response, candidates(piece))
      sendData(response, candidates('', 'STOP'))
      response.end()
    },
  },
  {
    at: /\/v2\/chat$/,
    whole: text => ({
      id: 'c1',
      finish_reason: 'COMPLETE',
      message: { role: 'assistant', content: [{ type: 'text', text }] },
      usage: {},
    }),
    stream(response, text) {
      openStream(response)
      sendEvent(response, { type: 'message-start', id: 'c1', delta: { message: { role: 'assistant' } } })
      const start = { message: { content: { type: 'text', text: '' } } }
      sendEvent(response, { type: 'content-start', index: 0, delta: start })
      for (const piece of pieces(text, 7))
        sendEvent(response, { type: 'content-delta', index: 0, delta: { message: { content: { text: piece } } } })
      sendEvent(response, { type: 'content-end', index: 0 })
      sendEvent(response, { type: 'message-end', delta: { finish_reason: 'COMPLETE' } })
      response.end()
    },
  },
  {
    at: /\/api\/chat$/,
    whole: text => ollamaLine(text, true),
    stream(response, text) {
      openStream(response, 'application/x-ndjson')
      for (const piece of pieces(text, 7)) response.write(`${JSON.stringify(ollamaLine(piece, false))}\n`)
      response.end(`${JSON.stringify(ollamaLine('', true))}\n`)
    },
  },
  {
    at: /\/predictions$/,
    whole: text => ({
      id: 'p1',
      status: 'succeeded',
      output: pieces(text, 7),
      urls: {},
      created_at: '2025-01-01T00:00:00Z',
    }),
    stream: (response, text) => void response.end(text),
  },
  {
    at: /\/embeddings$/,
    whole: () => ({
      object: 'list',
      model: 'm',
      data: [{ object: 'embedding', index: 0, embedding: [0.5] }],
      usage: {},
    }),
    stream: (response, text) => void response.end(text),
  },
  {
    at: /\/converse(?:-stream)?$/,
    whole: text => ({ output: { message: { role: 'assistant', content: [{ text }] } }, stopReason: 'end_turn' }),
    stream(response, text) {
      openStream(response, 'application/vnd.amazon.eventstream')
      response.write(awsEvent('messageStart', { role: 'assistant' }))
      for (const piece of pieces(text, 7))
        response.write(awsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text: piece } }))
      response.write(awsEvent('contentBlockStop', { contentBlockIndex: 0 }))
      response.end(awsEvent('messageStop', { stopReason: 'end_turn' }))
    },
  },
]

function candidates(text: string, finishReason?: string): object {
  const content = { role: 'model', parts: [{ text }] }
  return { candidates: [{ index: 0, content, ...(finishReason === undefined ? {} : { finishReason }) }] }
}

function ollamaLine(content: string, done: boolean): object {
  return { model: 'm', created_at: '2025-01-01T00:00:00Z', message: { role: 'assistant', content }, done }
}
