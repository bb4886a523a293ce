/** The streams of Mistral: completions, whose content is a text or a list of chunks, and conversations. */
import { mistralChat } from '../../../src/wire/providers/mistral-chat.ts'
import { mistralConversations } from '../../../src/wire/providers/mistral-conversations.ts'
import { dataEvents, dataOf, namedEvents } from '../sse-kit.ts'
import { Collected, interleave, type StreamCase } from './stream-case.ts'

interface Chunk {
  readonly type: string
  readonly text?: string
  readonly thinking?: readonly { readonly text: string }[]
}

interface Completion {
  readonly choices: readonly {
    readonly index: number
    readonly delta: {
      readonly content?: string | readonly Chunk[]
      readonly tool_calls?: readonly { readonly index: number; readonly function: { readonly arguments: string } }[]
    }
  }[]
}

function addChunk(collected: Collected, { text, thinking }: Chunk): void {
  collected.add('prose of a chunk', text)
  for (const thought of thinking ?? []) collected.add('other of the thought', thought.text)
}

const chat: StreamCase = {
  name: 'Mistral completions: thoughts in chunks, content as text and as chunks, parallel calls',
  format: mistralChat,
  stream: ({ prose, other, json }, cut) => {
    const chunk = (delta: object, index = 0, finish_reason: string | null = null) => ({
      id: 'cmpl-1',
      object: 'chat.completion.chunk',
      model: 'm',
      choices: [{ index, delta, finish_reason }],
    })
    const call = (index: number, piece: string) =>
      chunk({ tool_calls: [{ index, id: `c-${index}`, function: { name: 'send', arguments: piece } }] })
    return `${dataEvents(
      chunk({ role: 'assistant', content: '' }),
      ...cut(other).map(text => chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }] })),
      ...interleave(
        cut(prose).map(content => chunk({ content })),
        cut(prose).map(text => chunk({ content: [{ type: 'text', text }] }, 1)),
      ),
      ...interleave(
        cut(json).map(piece => call(0, piece)),
        cut(json).map(piece => call(1, piece)),
      ),
      chunk({ content: '' }, 1, 'stop'),
      chunk({ content: '' }, 0, 'tool_calls'),
    )}data: [DONE]\n\n`
  },
  read: stream => {
    const collected = new Collected()
    for (const { delta } of (dataOf(stream) as Completion[]).flatMap(({ choices }) => choices)) {
      if (typeof delta.content === 'string') collected.add('prose of the text', delta.content)
      else for (const chunk of delta.content ?? []) addChunk(collected, chunk)
      for (const call of delta.tool_calls ?? []) collected.add(`json of call ${call.index}`, call.function.arguments)
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other, json }) => ({
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: [
              { type: 'thinking', thinking: [{ type: 'text', text: other }] },
              { type: 'text', text: prose },
            ],
            tool_calls: [{ id: 'c-0', function: { name: 'send', arguments: json } }],
          },
        },
      ],
    }),
    read: ({
      choices,
    }: {
      choices: [{ message: { content: Chunk[]; tool_calls: [{ function: { arguments: string } }] } }]
    }) => {
      const collected = new Collected()
      for (const chunk of choices[0].message.content) addChunk(collected, chunk)
      collected.add('json of the call', choices[0].message.tool_calls[0].function.arguments)
      return collected.shown
    },
  },
}

interface ConversationEvent {
  readonly type: string
  readonly output_index?: number
  readonly content?: string | Chunk
  readonly arguments?: string
  readonly info?: { readonly found: string }
}

const conversation: StreamCase = {
  name: 'Mistral conversations: a thought, a text, a call, a tool of the provider',
  format: mistralConversations,
  stream: ({ prose, other, json }, cut) => {
    const message = (output_index: number, content: unknown) => ({
      type: 'message.output.delta',
      id: 'msg_1',
      output_index,
      content_index: 0,
      role: 'assistant',
      content,
    })
    return namedEvents(
      { type: 'conversation.response.started', conversation_id: 'conv_1' } as never,
      ...cut(other).map(text => message(0, { type: 'thinking', thinking: [{ type: 'text', text }] })),
      ...interleave<{ type: string }>(
        cut(prose).map(text => message(1, text)),
        cut(json).map(piece => ({
          type: 'function.call.delta',
          id: 'fc_1',
          output_index: 2,
          name: 'send',
          tool_call_id: 'c-1',
          arguments: piece,
        })),
      ),
      { type: 'tool.execution.started', id: 'tool_1', output_index: 3, name: 'web_search', arguments: json } as never,
      {
        type: 'tool.execution.done',
        id: 'tool_1',
        output_index: 3,
        name: 'web_search',
        info: { found: other },
      } as never,
      { type: 'conversation.response.done', usage: { total_tokens: 1 } } as never,
    )
  },
  read: stream => {
    const collected = new Collected()
    for (const { type, content, arguments: args, info } of dataOf(stream) as ConversationEvent[]) {
      if (typeof content === 'string') collected.add('prose of the text', content)
      else if (content !== undefined) addChunk(collected, content)
      collected.add(type === 'function.call.delta' ? 'json of the call' : 'json of the tool', args)
      collected.add('other of the tool', info?.found)
    }
    return collected.shown
  },
}

export const mistralStreams: readonly StreamCase[] = [chat, conversation]
