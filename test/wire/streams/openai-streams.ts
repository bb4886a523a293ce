/** The streams of OpenAI and of servers that speak its formats, each as its provider sends it. */
import { openaiAssistants } from '../../../src/wire/providers/openai-assistants.ts'
import { openaiChat } from '../../../src/wire/providers/openai-chat.ts'
import { openaiCompletions } from '../../../src/wire/providers/openai-completions.ts'
import { openaiMedia } from '../../../src/wire/providers/openai-media.ts'
import { dataEvents, dataOf } from '../sse-kit.ts'
import { Collected, interleave, type StreamCase } from './stream-case.ts'

const done = 'data: [DONE]\n\n'

type ChatDelta = Readonly<Record<string, unknown>>
interface ChatChunk {
  readonly choices: readonly { readonly index: number; readonly delta?: ChatDelta; readonly text?: string }[]
}

function chunk(delta: object, index = 0, finish_reason: string | null = null): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index, delta, logprobs: null, finish_reason }],
    obfuscation: 'x7Kq',
  }
}

function callPiece(index: number, fields: object, choice = 0): object {
  return chunk({ tool_calls: [{ index, ...fields }] }, choice)
}

interface CallDelta {
  readonly index: number
  readonly function?: { readonly arguments?: string }
  readonly custom?: { readonly input?: string }
}

function readCalls(collected: Collected, name: string, calls: unknown): void {
  for (const { index, function: called, custom } of (calls ?? []) as readonly CallDelta[]) {
    collected.add(`json of call ${index} ${name}`, called?.arguments)
    collected.add(`code of call ${index} ${name}`, custom?.input)
  }
}

const chat: StreamCase = {
  name: 'chat completions: two choices in turns, parallel calls, a custom tool',
  format: openaiChat,
  stream: ({ prose, other, json, code }, cut) =>
    dataEvents(
      { id: 'chatcmpl-1', object: 'chat.completion.chunk', choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
      chunk({ role: 'assistant', content: '', refusal: null }),
      chunk({ role: 'assistant', content: '' }, 1),
      ...interleave(
        cut(prose).map(content => chunk({ content })),
        cut(prose).map(content => chunk({ content }, 1)),
        cut(other).map(refusal => chunk({ refusal }, 1)),
      ),
      callPiece(0, { id: 'call_1', type: 'function', function: { name: 'send', arguments: '' } }),
      callPiece(1, { id: 'call_2', type: 'function', function: { name: 'send', arguments: '' } }),
      callPiece(2, { id: 'call_3', type: 'custom', custom: { name: 'run', input: '' } }),
      ...interleave(
        cut(json).map(piece => callPiece(0, { function: { arguments: piece } })),
        cut(json).map(piece => callPiece(1, { function: { arguments: piece } })),
        cut(code).map(piece => callPiece(2, { custom: { input: piece } })),
      ),
      chunk({}, 0, 'tool_calls'),
      chunk({}, 1, 'stop'),
      { id: 'chatcmpl-1', object: 'chat.completion.chunk', choices: [], usage: { total_tokens: 3 } },
    ) + done,
  read: stream => {
    const collected = new Collected()
    for (const { index, delta } of (dataOf(stream) as ChatChunk[]).flatMap(({ choices }) => choices)) {
      collected.add(`prose of choice ${index}`, delta?.['content'])
      collected.add(`other of choice ${index}`, delta?.['refusal'] ?? undefined)
      readCalls(collected, `of choice ${index}`, delta?.['tool_calls'])
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other, json, code }) => ({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          finish_reason: 'tool_calls',
          message: {
            role: 'assistant',
            content: prose,
            refusal: other,
            tool_calls: [
              { id: 'call_1', type: 'function', function: { name: 'send', arguments: json } },
              { id: 'call_3', type: 'custom', custom: { name: 'run', input: code } },
            ],
          },
        },
      ],
    }),
    read: ({ choices }: { choices: [{ message: { content: string; refusal: string; tool_calls: CallDelta[] } }] }) => {
      const [{ message }] = choices
      return {
        'prose of the message': message.content,
        'other of the message': message.refusal,
        'json of the call': message.tool_calls[0]?.function?.arguments ?? '',
        'code of the call': message.tool_calls[1]?.custom?.input ?? '',
      }
    },
  },
}

const chatLegacy: StreamCase = {
  name: 'chat completions: a call in the old form, a spoken answer',
  format: openaiChat,
  stream: ({ prose, json }, cut) =>
    dataEvents(
      chunk({ role: 'assistant', content: null, function_call: { name: 'send', arguments: '' } }),
      ...cut(json).map(piece => chunk({ function_call: { arguments: piece } })),
      chunk({}, 0, 'function_call'),
      chunk({ audio: { id: 'audio_1', transcript: '' } }, 1),
      ...cut(prose).map(transcript => chunk({ audio: { transcript, data: 'UklGRg==' } }, 1)),
      chunk({ audio: { expires_at: 1 } }, 1),
      chunk({}, 1, 'stop'),
    ) + done,
  read: stream => {
    const collected = new Collected()
    for (const { delta } of (dataOf(stream) as ChatChunk[]).flatMap(({ choices }) => choices)) {
      collected.add('json of the call', (delta?.['function_call'] as { arguments?: string } | undefined)?.arguments)
      collected.add('prose of the speech', (delta?.['audio'] as { transcript?: string } | undefined)?.transcript)
    }
    return collected.shown
  },
}

/** Reasoning beside the answer, under the names that servers give it. */
function reasoningCase(server: string, field: string, before: string): StreamCase {
  return {
    name: `chat completions of ${server}`,
    format: openaiChat,
    stream: ({ prose, other }, cut) =>
      before +
      dataEvents(
        chunk({ role: 'assistant', content: '', [field]: '' }),
        ...cut(other).map(piece => chunk({ content: null, [field]: piece })),
        ...cut(prose).map(content => chunk({ content, [field]: null })),
        chunk({}, 0, 'stop'),
      ) +
      done,
    read: stream => {
      const collected = new Collected()
      for (const { delta } of (dataOf(stream) as ChatChunk[]).flatMap(({ choices }) => choices)) {
        collected.add('prose of the message', delta?.['content'])
        collected.add('other of the reasoning', delta?.[field])
      }
      return collected.shown
    },
    whole: {
      answer: ({ prose, other }) => ({ choices: [{ index: 0, message: { content: prose, [field]: other } }] }),
      read: ({ choices }: { choices: [{ message: Record<string, string> }] }) => ({
        'prose of the message': choices[0].message['content'] ?? '',
        'other of the reasoning': choices[0].message[field] ?? '',
      }),
    },
  }
}

interface ReasoningDetail {
  readonly index: number
  readonly text?: string
  readonly summary?: string
}

const openrouter: StreamCase = {
  name: 'chat completions of OpenRouter: comments, reasoning details',
  format: openaiChat,
  stream: ({ prose, other }, cut) => {
    const detail = (fields: object) => chunk({ content: '', reasoning_details: [fields] })
    const comment = ': OPENROUTER PROCESSING\n\n'
    return (
      comment +
      dataEvents(
        ...interleave(
          cut(other).map(text => detail({ type: 'reasoning.text', index: 0, text, format: 'x-v1' })),
          cut(other).map(summary => detail({ type: 'reasoning.summary', index: 1, summary, format: 'x-v1' })),
        ),
        detail({ type: 'reasoning.text', index: 0, signature: 'c2lnbmF0dXJlLW9mLXRoZS10ZXh0' }),
      ) +
      comment +
      dataEvents(...cut(prose).map(content => chunk({ content })), chunk({}, 0, 'stop')) +
      done
    )
  },
  read: stream => {
    const collected = new Collected()
    for (const { delta } of (dataOf(stream) as ChatChunk[]).flatMap(({ choices }) => choices)) {
      collected.add('prose of the message', delta?.['content'])
      for (const { index, text, summary } of (delta?.['reasoning_details'] ?? []) as ReasoningDetail[]) {
        collected.add(`other of detail ${index}`, text ?? summary)
      }
    }
    return collected.shown
  },
}

const perplexity: StreamCase = {
  name: 'chat completions of Perplexity: sources beside the text, a last event of another kind',
  format: openaiChat,
  stream: ({ prose, other }, cut) =>
    dataEvents(...cut(prose).map(content => chunk({ role: 'assistant', content })), {
      ...chunk({ content: '' }, 0, 'stop'),
      object: 'chat.completion.done',
      citations: ['https://example.org/a'],
      search_results: [{ title: other, url: 'https://example.org/a', snippet: other }],
      related_questions: [other],
      choices: [{ index: 0, finish_reason: 'stop', delta: {}, message: { role: 'assistant', content: prose } }],
    }),
  read: stream => {
    const collected = new Collected()
    const events = dataOf(stream) as {
      search_results?: [{ title: string; snippet: string }]
      related_questions?: [string]
      choices: [{ delta?: ChatDelta; message?: { content: string } }]
    }[]
    for (const { choices, search_results, related_questions } of events) {
      collected.add('prose of the deltas', choices[0]?.delta?.['content'])
      collected.add('prose of the last event', choices[0]?.message?.content)
      collected.add('other of the title', search_results?.[0].title)
      collected.add('other of the snippet', search_results?.[0].snippet)
      collected.add('other of the question', related_questions?.[0])
    }
    return collected.shown
  },
}

const groqTools: StreamCase = {
  name: 'chat completions of Groq: tools that the server ran',
  format: openaiChat,
  stream: ({ prose, other, json }, cut) =>
    dataEvents(
      { ...chunk({ role: 'assistant', content: '' }), x_groq: { id: 'req_1' } },
      chunk({ executed_tools: [{ index: 0, type: 'search', arguments: json, output: other }] }),
      ...cut(prose).map(content => chunk({ content })),
      { ...chunk({}, 0, 'stop'), x_groq: { id: 'req_1', usage: { total_tokens: 1 } } },
    ) + done,
  read: stream => {
    const collected = new Collected()
    for (const { delta } of (dataOf(stream) as ChatChunk[]).flatMap(({ choices }) => choices)) {
      collected.add('prose of the message', delta?.['content'])
      for (const tool of (delta?.['executed_tools'] ?? []) as { arguments: string; output: string }[]) {
        collected.add('json of the tool', tool.arguments)
        collected.add('other of the tool', tool.output)
      }
    }
    return collected.shown
  },
}

const completions: StreamCase = {
  name: 'completions: two choices in turns',
  format: openaiCompletions,
  stream: ({ prose, other }, cut) => {
    const piece = (text: string, index: number, finish_reason: string | null = null) => ({
      id: 'cmpl-1',
      object: 'text_completion',
      choices: [{ text, index, logprobs: null, finish_reason }],
    })
    return (
      dataEvents(
        ...interleave(
          cut(prose).map(text => piece(text, 0)),
          cut(other).map(text => piece(text, 1)),
        ),
        piece('', 0, 'stop'),
        piece('', 1, 'length'),
      ) + done
    )
  },
  read: stream => {
    const collected = new Collected()
    for (const { index, text } of (dataOf(stream) as ChatChunk[]).flatMap(({ choices }) => choices)) {
      collected.add(index === 0 ? 'prose of choice 0' : 'other of choice 1', text)
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other }) => ({ id: 'cmpl-1', choices: [{ text: prose }, { text: other }] }),
    read: ({ choices }: { choices: { text: string }[] }) => ({
      'prose of choice 0': choices[0]?.text ?? '',
      'other of choice 1': choices[1]?.text ?? '',
    }),
  },
}

function threadEvent(name: string, data: object | string): string {
  return `event: ${name}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
}

interface ThreadEvent {
  readonly delta?: {
    readonly content?: readonly { readonly index: number; readonly text?: { readonly value?: string } }[]
    readonly step_details?: { readonly tool_calls: readonly ThreadCall[] }
  }
  readonly content?: readonly { readonly text: { readonly value: string } }[]
  readonly required_action?: { readonly submit_tool_outputs: { readonly tool_calls: readonly ThreadCall[] } }
}

interface ThreadCall {
  readonly index: number
  readonly function?: { readonly arguments?: string; readonly output?: string }
  readonly code_interpreter?: { readonly input?: string; readonly outputs?: readonly { readonly logs?: string }[] }
}

const assistants: StreamCase = {
  name: 'assistants: a run with an interpreter, a function and a message of two parts',
  format: openaiAssistants,
  stream: ({ prose, other, json, code }, cut) => {
    const step = (call: object) =>
      threadEvent('thread.run.step.delta', {
        id: 'step_1',
        object: 'thread.run.step.delta',
        delta: { step_details: { type: 'tool_calls', tool_calls: [call] } },
      })
    const messagePiece = (index: number, value: string) =>
      threadEvent('thread.message.delta', {
        id: 'msg_1',
        object: 'thread.message.delta',
        delta: { content: [{ index, type: 'text', text: { value, annotations: [] } }] },
      })
    const call = { id: 'call_1', type: 'function', function: { name: 'send', arguments: json } }
    return [
      threadEvent('thread.run.created', { id: 'run_1', object: 'thread.run', status: 'queued' }),
      ...interleave(
        cut(code).map(input => step({ index: 0, type: 'code_interpreter', code_interpreter: { input } })),
        cut(json).map(piece => step({ index: 1, type: 'function', function: { arguments: piece } })),
      ),
      ...cut(other).map(logs =>
        step({ index: 0, type: 'code_interpreter', code_interpreter: { outputs: [{ index: 0, type: 'logs', logs }] } }),
      ),
      threadEvent('thread.run.requires_action', {
        id: 'run_1',
        object: 'thread.run',
        required_action: { type: 'submit_tool_outputs', submit_tool_outputs: { tool_calls: [call] } },
      }),
      ...interleave(
        cut(prose).map(value => messagePiece(0, value)),
        cut(prose).map(value => messagePiece(1, value)),
      ),
      threadEvent('thread.message.completed', {
        id: 'msg_1',
        object: 'thread.message',
        content: [{ type: 'text', text: { value: prose, annotations: [] } }],
      }),
      threadEvent('done', '[DONE]'),
    ].join('')
  },
  read: stream => {
    const collected = new Collected()
    for (const { delta, content, required_action } of dataOf(stream) as ThreadEvent[]) {
      for (const { index, text } of delta?.content ?? []) collected.add(`prose of part ${index}`, text?.value)
      for (const call of delta?.step_details?.tool_calls ?? []) {
        collected.add('code of the interpreter', call.code_interpreter?.input)
        collected.add('other of the logs', call.code_interpreter?.outputs?.[0]?.logs)
        collected.add('json of the deltas', call.function?.arguments)
      }
      collected.add('prose of the message', content?.[0]?.text.value)
      collected.add('json of the call', required_action?.submit_tool_outputs.tool_calls[0]?.function?.arguments)
    }
    return collected.shown
  },
}

const transcription: StreamCase = {
  name: 'transcriptions',
  format: openaiMedia,
  stream: ({ prose, other }, cut) =>
    dataEvents(
      ...cut(prose).map(delta => ({ type: 'transcript.text.delta', delta, logprobs: [] })),
      { type: 'transcript.text.segment', id: 'seg_1', speaker: 'A', text: other, start: 0, end: 1.5 },
      { type: 'transcript.text.done', text: prose, usage: { type: 'tokens', total_tokens: 1 } },
    ),
  read: stream => {
    const collected = new Collected()
    for (const { type, delta, text } of dataOf(stream) as { type: string; delta?: string; text?: string }[]) {
      collected.add('prose of the deltas', delta)
      collected.add(type.endsWith('segment') ? 'other of the segment' : 'prose of the end', text)
    }
    return collected.shown
  },
}

export const openaiStreams: readonly StreamCase[] = [
  chat,
  chatLegacy,
  reasoningCase('DeepSeek and xAI', 'reasoning_content', ': keep-alive\n\n'),
  reasoningCase('Groq, Together and OpenRouter', 'reasoning', ''),
  openrouter,
  perplexity,
  groqTools,
  completions,
  assistants,
  transcription,
]
