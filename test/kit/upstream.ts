/** A loopback provider that records every byte it receives and answers as a test tells it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly url: string
  /** Names and values exactly as they came over the socket. */
  readonly rawHeaders: readonly string[]
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export type Answer = (received: Received, res: ServerResponse, req: IncomingMessage) => void | Promise<void>

export class Upstream implements AsyncDisposable {
  readonly received: Received[] = []
  readonly #server: Server
  answer: Answer

  private constructor(server: Server, answer: Answer) {
    this.#server = server
    this.answer = answer
  }

  static async start(answer: Answer = chatAnswer(() => 'ok')): Promise<Upstream> {
    const server = createServer()
    const upstream = new Upstream(server, answer)
    server.on('request', (req, res) => void upstream.#take(req, res))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return upstream
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Everything that ever arrived, as one text to search. */
  get everything(): string {
    return this.received
      .map(
        ({ method, url, rawHeaders, body }) => `${method} ${url}\n${rawHeaders.join('\n')}\n${body.toString('utf8')}`,
      )
      .join('\n')
  }

  /** The JSON bodies that arrived. */
  get bodies(): Record<string, unknown>[] {
    return this.received.filter(({ body }) => body.length > 0).map(({ body }) => JSON.parse(body.toString('utf8')))
  }

  async #take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of req) chunks.push(chunk)
    } catch {
      return
    }
    const { method = '', url = '', rawHeaders, headers } = req
    const received = { method, url, rawHeaders, headers, body: Buffer.concat(chunks) }
    this.received.push(received)
    await this.answer(received, res, req)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }
}

/** What a chat request says, whatever the format: the text of its last user message. */
export function lastUserText(body: Buffer): string {
  const { messages } = JSON.parse(body.toString('utf8')) as { messages: { role: string; content: unknown }[] }
  const content = messages.findLast(({ role }) => role === 'user')?.content
  if (typeof content === 'string') return content
  return (content as { text?: string }[]).map(({ text }) => text ?? '').join('')
}

/** Answers OpenAI chat completions and Anthropic messages, streamed when asked, with the text `reply` makes of the prompt. */
export function chatAnswer(reply: (prompt: string) => string, pieceLength = 7): Answer {
  return (received, res) => {
    const prompt = lastUserText(received.body)
    const { stream } = JSON.parse(received.body.toString('utf8')) as { stream?: boolean }
    const isAnthropic = received.url.includes('/messages')
    const text = reply(prompt)
    if (stream === true) return isAnthropic ? streamMessage(res, text, pieceLength) : streamChat(res, text, pieceLength)
    sendJson(res, isAnthropic ? message(text) : completion(text))
  }
}

export function sendJson(res: ServerResponse, value: unknown, status = 200): void {
  const body = JSON.stringify(value)
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  res.end(body)
}

export function completion(content: string | null, extra: object = {}): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'test-model',
    choices: [{ index: 0, message: { role: 'assistant', content, ...extra }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }
}

export function chunk(delta: object, finish: string | null = null, index = 0): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'test-model',
    choices: [{ index, delta, finish_reason: finish }],
  }
}

export function message(text: string, content: object[] = [{ type: 'text', text }]): object {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'test-model',
    content,
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  }
}

export function openStream(res: ServerResponse): void {
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  res.flushHeaders()
}

export function sendData(res: ServerResponse, value: unknown): void {
  res.write(`data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`)
}

export function sendEvent(res: ServerResponse, value: { type: string }): void {
  res.write(`event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`)
}

export function pieces(text: string, length: number): string[] {
  const parts: string[] = []
  for (let start = 0; start < text.length; start += length) parts.push(text.slice(start, start + length))
  return parts
}

function streamChat(res: ServerResponse, text: string, pieceLength: number): void {
  openStream(res)
  sendData(res, chunk({ role: 'assistant', content: '' }))
  for (const content of pieces(text, pieceLength)) sendData(res, chunk({ content }))
  sendData(res, chunk({}, 'stop'))
  sendData(res, '[DONE]')
  res.end()
}

function streamMessage(res: ServerResponse, text: string, pieceLength: number): void {
  openStream(res)
  sendEvent(res, { type: 'message_start', message: message('', []) } as { type: string })
  sendEvent(res, { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } } as {
    type: string
  })
  for (const piece of pieces(text, pieceLength)) {
    sendEvent(res, { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } } as {
      type: string
    })
  }
  sendEvent(res, { type: 'content_block_stop', index: 0 } as { type: string })
  sendEvent(res, {
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 1 },
  } as { type: string })
  sendEvent(res, { type: 'message_stop' })
  res.end()
}
