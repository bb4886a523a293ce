/** The streams of Anthropic messages: blocks by their index, each text once. */
import { anthropicMessages } from '../../../src/wire/providers/anthropic-messages.ts'
import { dataOf, namedEvents } from '../sse-kit.ts'
import { Collected, interleave, type StreamCase } from './stream-case.ts'

interface Delta {
  readonly type: string
  readonly index?: number
  readonly delta?: {
    readonly text?: string
    readonly thinking?: string
    readonly partial_json?: string
    readonly citation?: { readonly cited_text: string }
  }
  readonly content_block?: { readonly content?: { readonly stdout?: string } }
}

const begin = (index: number, content_block: object) => ({ type: 'content_block_start', index, content_block })
const grow = (index: number, delta: object) => ({ type: 'content_block_delta', index, delta })
const stop = (index: number) => ({ type: 'content_block_stop', index })

const messages: StreamCase = {
  name: 'Anthropic messages: thinking, text with a citation, parallel tools, a result of a server tool',
  format: anthropicMessages,
  stream: ({ prose, other, json, code }, cut) =>
    namedEvents(
      { type: 'message_start', message: { id: 'msg_1', type: 'message', role: 'assistant', content: [] } } as never,
      { type: 'ping' },
      begin(0, { type: 'thinking', thinking: '', signature: '' }),
      ...cut(other).map(thinking => grow(0, { type: 'thinking_delta', thinking })),
      grow(0, { type: 'signature_delta', signature: 'c2VhbGVkLWJ5LXRoZS1wcm92aWRlcg==' }),
      stop(0),
      begin(1, { type: 'text', text: '' }),
      grow(1, { type: 'citations_delta', citation: { type: 'page_location', cited_text: other, document_index: 0 } }),
      ...cut(prose).map(text => grow(1, { type: 'text_delta', text })),
      stop(1),
      begin(2, { type: 'tool_use', id: 'toolu_1', name: 'send', input: {} }),
      begin(3, { type: 'tool_use', id: 'toolu_2', name: 'send', input: {} }),
      ...interleave(
        cut(json).map(partial_json => grow(2, { type: 'input_json_delta', partial_json })),
        cut(json).map(partial_json => grow(3, { type: 'input_json_delta', partial_json })),
      ),
      stop(2),
      stop(3),
      begin(4, { type: 'code_execution_tool_result', tool_use_id: 'srv_1', content: { stdout: code, stderr: '' } }),
      stop(4),
      { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 1 } } as never,
      { type: 'message_stop' },
    ),
  read: stream => {
    const collected = new Collected()
    for (const { index, delta, content_block } of dataOf(stream) as Delta[]) {
      collected.add('other of the thought', delta?.thinking)
      collected.add('other of the citation', delta?.citation?.cited_text)
      collected.add('prose of the message', delta?.text)
      collected.add(`json of block ${index}`, delta?.partial_json)
      collected.add('code of the result', content_block?.content?.stdout)
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other, json, code }) => ({
      content: [
        { type: 'thinking', thinking: other, signature: 'c2VhbGVkLWJ5LXRoZS1wcm92aWRlcg==' },
        { type: 'text', text: prose, citations: [{ type: 'page_location', cited_text: other, document_index: 0 }] },
        { type: 'tool_use', id: 'toolu_1', name: 'send', input: JSON.parse(json) },
        { type: 'code_execution_tool_result', tool_use_id: 'srv_1', content: { stdout: code, stderr: '' } },
      ],
    }),
    read: ({
      content,
    }: {
      content: [{ thinking: string }, { text: string }, { input: object }, { content: { stdout: string } }]
    }) => ({
      'other of the thought': content[0].thinking,
      'prose of the message': content[1].text,
      'json of the call': JSON.stringify(content[2].input),
      'code of the result': content[3].content.stdout,
    }),
  },
}

export const anthropicStreams: readonly StreamCase[] = [messages]
