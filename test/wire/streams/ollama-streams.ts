/** The streams of Ollama: lines of JSON, chat and generate. */
import { ollama } from '../../../src/wire/providers/ollama.ts'
import { Collected, lines, type StreamCase } from './stream-case.ts'

interface Line {
  readonly message?: {
    readonly content?: string
    readonly thinking?: string
    readonly tool_calls?: readonly { readonly function: { readonly arguments: object } }[]
  }
  readonly response?: string
  readonly thinking?: string
}

function jsonLines(...values: readonly object[]): string {
  return values
    .map(value => `${JSON.stringify({ model: 'm', created_at: '2026-01-01T00:00:00Z', ...value })}\n`)
    .join('')
}

function read(values: readonly Line[]): Collected['shown'] {
  const collected = new Collected()
  for (const { message, response, thinking } of values) {
    collected.add('other of the thought', message?.thinking ?? thinking)
    collected.add('prose of the text', message?.content ?? response)
    for (const call of message?.tool_calls ?? [])
      collected.add('json of the call', JSON.stringify(call.function.arguments))
  }
  return collected.shown
}

const readLines = (stream: string) =>
  read(
    stream
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Line),
  )

const chat: StreamCase = {
  name: 'Ollama chat: a thought, a text, a call whose arguments are an object',
  format: ollama,
  framing: lines,
  stream: ({ prose, other, json }, cut) => {
    const message = (fields: object, done = false) => ({ message: { role: 'assistant', content: '', ...fields }, done })
    return jsonLines(
      ...cut(other).map(thinking => message({ thinking })),
      ...cut(prose).map(content => message({ content })),
      message({ tool_calls: [{ function: { name: 'send', arguments: JSON.parse(json) } }] }),
      { ...message({}, true), done_reason: 'stop', eval_count: 2 },
    )
  },
  read: readLines,
  whole: {
    answer: ({ prose, other, json }) => ({
      message: {
        role: 'assistant',
        content: prose,
        thinking: other,
        tool_calls: [{ function: { name: 'send', arguments: JSON.parse(json) } }],
      },
      done: true,
    }),
    read: (answer: Line) => read([answer]),
  },
}

const generate: StreamCase = {
  name: 'Ollama generate: a thought and a text, token ids at the end',
  format: ollama,
  framing: lines,
  stream: ({ prose, other }, cut) =>
    jsonLines(
      ...cut(other).map(thinking => ({ response: '', thinking, done: false })),
      ...cut(prose).map(response => ({ response, done: false })),
      { response: '', done: true, context: [1, 2, 3] },
    ),
  read: readLines,
  whole: {
    answer: ({ prose, other }) => ({ response: prose, thinking: other, done: true }),
    read: (answer: Line) => read([answer]),
  },
}

export const ollamaStreams: readonly StreamCase[] = [chat, generate]
