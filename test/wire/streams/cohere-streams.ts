/** The streams of Cohere: version 2 as events, version 1 as lines of which the last repeats the whole. */
import { cohereChat } from '../../../src/wire/providers/cohere-chat.ts'
import { cohereChatV1 } from '../../../src/wire/providers/cohere-chat-v1.ts'
import { dataOf, namedEvents } from '../sse-kit.ts'
import { Collected, interleave, lines, type StreamCase } from './stream-case.ts'

interface Event {
  readonly type: string
  readonly index?: number
  readonly delta?: {
    readonly message?: {
      readonly content?: { readonly text?: string; readonly thinking?: string }
      readonly tool_plan?: string
      readonly tool_calls?: { readonly function: { readonly arguments?: string } }
      readonly citations?: {
        readonly text: string
        readonly sources: readonly [{ readonly document: { readonly note: string } }]
      }
    }
  }
}

const v2: StreamCase = {
  name: 'Cohere, version 2: a thought, a plan, parallel calls, a text with a citation',
  format: cohereChat,
  stream: ({ prose, other, json }, cut) => {
    const event = (type: string, index: number, message: object) => ({ type, index, delta: { message } })
    const call = (index: number, piece: string) =>
      event('tool-call-delta', index, { tool_calls: { function: { arguments: piece } } })
    const callStart = (index: number) =>
      event('tool-call-start', index, {
        tool_calls: { id: `c-${index}`, type: 'function', function: { name: 'send', arguments: '' } },
      })
    return namedEvents(
      { type: 'message-start', id: 'm-1', delta: { message: { role: 'assistant', content: [] } } } as never,
      event('content-start', 0, { content: { type: 'thinking', thinking: '' } }),
      ...cut(other).map(thinking => event('content-delta', 0, { content: { thinking } })),
      { type: 'content-end', index: 0 } as never,
      ...cut(prose).map(tool_plan => ({ type: 'tool-plan-delta', delta: { message: { tool_plan } } })),
      callStart(0),
      ...cut(json).map(piece => call(0, piece)),
      { type: 'tool-call-end', index: 0 } as never,
      callStart(1),
      ...cut(json).map(piece => call(1, piece)),
      { type: 'tool-call-end', index: 1 } as never,
      event('content-start', 1, { content: { type: 'text', text: '' } }),
      ...cut(prose).map(text => event('content-delta', 1, { content: { text } })),
      event('citation-start', 0, {
        citations: { text: other, sources: [{ type: 'document', id: 'd', document: { note: other } }] },
      }),
      { type: 'citation-end', index: 0 } as never,
      { type: 'content-end', index: 1 } as never,
      { type: 'message-end', delta: { finish_reason: 'COMPLETE', usage: { tokens: {} } } } as never,
    )
  },
  read: stream => {
    const collected = new Collected()
    for (const { index, delta } of dataOf(stream) as Event[]) {
      const { content, tool_plan, tool_calls, citations } = delta?.message ?? {}
      collected.add('other of the thought', content?.thinking)
      collected.add('prose of the text', content?.text)
      collected.add('prose of the plan', tool_plan)
      collected.add(`json of call ${index}`, tool_calls?.function.arguments)
      collected.add('other of the citation', citations?.text)
      collected.add('other of the source', citations?.sources[0].document.note)
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other, json }) => ({
      message: {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: other },
          { type: 'text', text: prose },
        ],
        tool_plan: prose,
        tool_calls: [{ id: 'c-0', type: 'function', function: { name: 'send', arguments: json } }],
      },
    }),
    read: ({
      message,
    }: {
      message: {
        content: [{ thinking: string }, { text: string }]
        tool_plan: string
        tool_calls: [{ function: { arguments: string } }]
      }
    }) => ({
      'other of the thought': message.content[0].thinking,
      'prose of the text': message.content[1].text,
      'prose of the plan': message.tool_plan,
      'json of the call': message.tool_calls[0].function.arguments,
    }),
  },
}

interface Line {
  readonly event_type: string
  readonly text?: string
  readonly tool_call_delta?: { readonly parameters?: string; readonly text?: string }
  readonly search_queries?: readonly [{ readonly text: string }]
  readonly response?: {
    readonly text: string
    readonly chat_history: readonly [{ readonly message: string }]
    readonly documents: readonly [{ readonly snippet: string }]
  }
}

const v1: StreamCase = {
  name: 'Cohere, version 1: queries, a call, a text, the whole answer and the history at the end',
  format: cohereChatV1,
  framing: lines,
  stream: ({ prose, other, json }, cut) => {
    const line = (event_type: string, value: object) => ({ event_type, is_finished: false, ...value })
    return [
      line('stream-start', { generation_id: 'g-1' }),
      line('search-queries-generation', { search_queries: [{ text: other, generation_id: 'g-1' }] }),
      ...interleave(
        cut(json).map(parameters => line('tool-calls-chunk', { tool_call_delta: { index: 0, parameters } })),
        cut(prose).map(text => line('text-generation', { text })),
      ),
      {
        event_type: 'stream-end',
        is_finished: true,
        finish_reason: 'COMPLETE',
        response: {
          text: prose,
          chat_history: [{ role: 'USER', message: other }],
          documents: [{ id: 'd', snippet: other }],
        },
      },
    ]
      .map(value => `${JSON.stringify(value)}\n`)
      .join('')
  },
  read: stream => {
    const collected = new Collected()
    for (const line of stream.trim().split('\n')) {
      const { text, tool_call_delta, search_queries, response } = JSON.parse(line) as Line
      collected.add('prose of the text', text)
      collected.add('json of the call', tool_call_delta?.parameters)
      collected.add('other of the query', search_queries?.[0].text)
      collected.add('prose of the end', response?.text)
      collected.add('other of the history', response?.chat_history[0].message)
      collected.add('other of the document', response?.documents[0].snippet)
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other, json }) => ({
      text: prose,
      chat_history: [{ role: 'USER', message: other }],
      tool_calls: [{ name: 'send', parameters: JSON.parse(json) }],
    }),
    read: (answer: { text: string; chat_history: [{ message: string }]; tool_calls: [{ parameters: object }] }) => ({
      'prose of the text': answer.text,
      'other of the history': answer.chat_history[0].message,
      'json of the call': JSON.stringify(answer.tool_calls[0].parameters),
    }),
  },
}

export const cohereStreams: readonly StreamCase[] = [v2, v1]
