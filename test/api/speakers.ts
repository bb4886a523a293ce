/** Loopback providers that speak one dialect each and answer with what they were asked, so that placeholders come back. */
import { type Answer, openStream, pieces, type Received, sendData, sendJson } from '../kit/upstream.ts'

interface Speaker {
  readonly path: RegExp
  /** The text of the last user message. */
  read(body: never): string
  whole(text: string): object
  /** The events of a stream, with names where the dialect has them. */
  events(texts: readonly string[]): object[]
}

interface Chat {
  readonly messages: { readonly content: string }[]
}

const lastOf = ({ messages }: Chat): string => messages.at(-1)!.content

const openai: Speaker = {
  path: /^\/chat\/completions$/,
  read: lastOf,
  whole: content => ({
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 3, completion_tokens: 4 },
  }),
  events: texts => [
    ...texts.map(content => ({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })),
    { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    { choices: [], usage: { prompt_tokens: 3, completion_tokens: 4 } },
  ],
}

const anthropic: Speaker = {
  path: /^\/v1\/messages$/,
  read: lastOf,
  whole: text => ({
    type: 'message',
    role: 'assistant',
    content: [{ type: 'text', text }],
    stop_reason: 'stop',
    usage: { input_tokens: 3, output_tokens: 4 },
  }),
  events: texts => [
    {
      type: 'message_start',
      message: { role: 'assistant', content: [], usage: { input_tokens: 3, output_tokens: 1 } },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...texts.map(text => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'stop' }, usage: { output_tokens: 4 } },
    { type: 'message_stop' },
  ],
}

const gemini: Speaker = {
  path: /^\/models\/m:(?:generateContent|streamGenerateContent\?alt=sse)$/,
  read: ({ contents }: { contents: { parts: { text: string }[] }[] }) => contents.at(-1)!.parts[0]!.text,
  whole: text => geminiChunk([thought, { text }], 'stop'),
  events: texts => [
    geminiChunk([thought], undefined),
    ...texts.map((text, index) => geminiChunk([{ text }], index === texts.length - 1 ? 'stop' : undefined)),
  ],
}

const thought = { thought: true, text: 'Hm.' }

function geminiChunk(parts: object[], finishReason: string | undefined): object {
  return {
    candidates: [{ content: { role: 'model', parts }, finishReason, index: 0 }],
    usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 4 },
  }
}

const cohere: Speaker = {
  path: /^\/v2\/chat$/,
  read: lastOf,
  whole: text => ({
    id: '1',
    finish_reason: 'stop',
    message: { role: 'assistant', content: [{ type: 'text', text }] },
    usage: { tokens: { input_tokens: 3, output_tokens: 4 } },
  }),
  events: texts => [
    { type: 'message-start', delta: { message: { role: 'assistant' } } },
    ...texts.map(text => ({ type: 'content-delta', index: 0, delta: { message: { content: { text } } } })),
    { type: 'content-end', index: 0 },
    {
      type: 'message-end',
      delta: { finish_reason: 'stop', usage: { tokens: { input_tokens: 3, output_tokens: 4 } } },
    },
  ],
}

const ollama: Speaker = {
  path: /^\/api\/chat$/,
  read: lastOf,
  whole: content => ollamaLine(content, true),
  events: texts => [...texts.map(content => ollamaLine(content, false)), ollamaLine('', true)],
}

function ollamaLine(content: string, done: boolean): object {
  const counts = { done_reason: 'stop', prompt_eval_count: 3, eval_count: 4 }
  return { model: 'm', message: { role: 'assistant', content }, done, ...(done ? counts : {}) }
}

export const speakers = { anthropic, cohere, gemini, mistral: openai, ollama, openai } as const
export type SpeakerName = keyof typeof speakers

/** Answers in the dialect, whole or in pieces of `length`, with `reply` of what was asked. */
export function speak(name: SpeakerName, reply: (prompt: string) => string, length = 5): Answer {
  const speaker: Speaker = speakers[name]
  return (received, res) => {
    const body = JSON.parse(received.body.toString('utf8'))
    if (!speaker.path.test(received.url)) return sendJson(res, { error: 'wrong path' }, 404)
    const text = reply(speaker.read(body as never))
    if (!isStreamed(received, body)) return sendJson(res, speaker.whole(text))
    const events = speaker.events(pieces(text, length))
    if (name === 'ollama') {
      res.writeHead(200, { 'content-type': 'application/x-ndjson' })
      for (const event of events) res.write(`${JSON.stringify(event)}\n`)
    } else {
      openStream(res)
      for (const event of events) {
        if ('type' in event) res.write(`event: ${String(event.type)}\n`)
        sendData(res, event)
      }
      if (name === 'openai' || name === 'mistral') sendData(res, '[DONE]')
    }
    res.end()
  }
}

function isStreamed({ url }: Received, body: { stream?: boolean }): boolean {
  return body.stream === true || url.includes('alt=sse')
}
