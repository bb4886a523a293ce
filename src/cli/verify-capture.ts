/**
 * The far end of `verify`: keeps every byte that arrives, and answers like a model that repeats all it was told. It speaks
 * chat completions and responses as OpenAI does and messages as Anthropic does, and takes uploads.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { UsageError } from './command.ts'

export interface Capture {
  readonly origin: string
  /** Everything that has arrived, as text. */
  everything(): string
  /** How many requests have arrived. */
  count(): number
  close(): void
}

/** `port` 0 takes a free one. */
export async function startCapture(port: number): Promise<Capture> {
  const arrived: string[] = []
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const body = readable(Buffer.concat(chunks), req.headers['content-encoding'])
    arrived.push(`${req.method} ${req.url}\n${req.rawHeaders.join('\n')}\n${body}\n`)
    answer((req.url ?? '').split('?', 1)[0]!, body, res)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new UsageError(`cannot listen on port ${port}`)))
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    everything: () => arrived.join('\n'),
    count: () => arrived.length,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function readable(bytes: Buffer, coding: string | undefined): string {
  try {
    return (coding === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch {
    return bytes.toString('latin1')
  }
}

function answer(path: string, body: string, res: ServerResponse): void {
  const asked = parsed(body)
  const { messages, input, system, instructions, stream } = asked ?? {}
  const text = textsOf([system, instructions, messages, input]).join('\n')
  const speaker = path.endsWith('/messages') ? anthropic : path.endsWith('/responses') ? responses : chat
  if (asked === null) sendJson(res, { id: 'file-1', object: 'file', bytes: body.length, purpose: 'user_data' })
  else if (stream === true) sendEvents(res, speaker.events(text.match(/.{1,5}/gs) ?? []), speaker === chat)
  else sendJson(res, speaker.whole(text))
}

function sendEvents(res: ServerResponse, events: readonly object[], isChat: boolean): void {
  res.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const event of events) {
    const name = 'type' in event ? `event: ${String(event.type)}\n` : ''
    res.write(`${name}data: ${JSON.stringify(event)}\n\n`)
  }
  res.end(isChat ? 'data: [DONE]\n\n' : undefined)
}

function parsed(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

function sendJson(res: ServerResponse, value: object): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

interface Speaker {
  whole(text: string): object
  events(pieces: readonly string[]): object[]
}

const chat: Speaker = {
  whole: content => ({
    id: 'c-1',
    object: 'chat.completion',
    created: 1,
    model: 'verify',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }),
  events: pieces =>
    [...pieces, null].map(content => ({
      id: 'c-1',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'verify',
      choices: [
        { index: 0, delta: content === null ? {} : { content }, finish_reason: content === null ? 'stop' : null },
      ],
    })),
}

const anthropic: Speaker = {
  whole: text => messageOf([{ type: 'text', text }], 'end_turn'),
  events: pieces => [
    { type: 'message_start', message: messageOf([], null) },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...pieces.map(text => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 1 } },
    { type: 'message_stop' },
  ],
}

function messageOf(content: object[], stop_reason: string | null): object {
  const usage = { input_tokens: 1, output_tokens: 1 }
  return {
    id: 'm-1',
    type: 'message',
    role: 'assistant',
    model: 'verify',
    content,
    stop_reason,
    stop_sequence: null,
    usage,
  }
}

const responses: Speaker = {
  whole: text => responseOf('completed', text),
  events: pieces => {
    const place = { item_id: 'i-1', output_index: 0, content_index: 0 }
    const text = pieces.join('')
    const events = [
      { type: 'response.created', response: responseOf('in_progress', null) },
      { type: 'response.output_item.added', output_index: 0, item: { ...itemOf(''), content: [] } },
      { type: 'response.content_part.added', ...place, part: partOf('') },
      ...pieces.map(delta => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] })),
      { type: 'response.output_text.done', ...place, text, logprobs: [] },
      { type: 'response.content_part.done', ...place, part: partOf(text) },
      { type: 'response.output_item.done', output_index: 0, item: itemOf(text) },
      { type: 'response.completed', response: responseOf('completed', text) },
    ]
    return events.map((event, sequence_number) => ({ ...event, sequence_number }))
  },
}

const partOf = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] })
const itemOf = (text: string) => ({
  id: 'i-1',
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [partOf(text)],
})

function responseOf(status: string, text: string | null): object {
  const output = text === null ? [] : [itemOf(text)]
  return { id: 'r-1', object: 'response', created_at: 1, model: 'verify', status, error: null, output, tools: [] }
}
