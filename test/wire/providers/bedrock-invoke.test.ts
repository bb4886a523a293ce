import { describe, expect, it } from 'vitest'
import { createAnswerRewriter } from '../../../src/wire/answer.ts'
import { awsEventStream } from '../../../src/wire/aws-event-stream.ts'
import { bedrockInvoke } from '../../../src/wire/providers/bedrock-invoke.ts'
import { bedrockAsyncInvoke, bedrockCountTokens, bedrockGuardrail } from '../../../src/wire/providers/bedrock-other.ts'
import { awsChunk, awsValues } from '../../kit/aws-event-stream.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { textsOf } from '../format-kit.ts'
import { limits, rewrite } from '../sse-kit.ts'

const value = 'Zo\u00eb "Q"\nO\u2019Hara'
const restorer = fakeRestorer({ NAME: value })
const text = 'Dear \u00abNAME\u00bb, bye'
const shownText = `Dear ${value}, bye`

interface Family {
  readonly name: string
  readonly request: unknown
  /** Every text of the request, in any order. */
  readonly texts: readonly string[]
  /** A complete answer that says a text. */
  readonly answer: (text: string) => unknown
  /** The events of a streamed answer, and where their pieces are; none where the family does not stream. */
  readonly event?: (piece: string) => unknown
  readonly last?: unknown
  readonly pieceOf?: (event: never) => string | undefined
}

const families: readonly Family[] = [
  {
    name: 'Anthropic',
    request: {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 9,
      system: 'a1',
      messages: [{ role: 'user', content: [{ type: 'text', text: 'a2' }] }],
      tools: [{ name: 'look', description: 'a3', input_schema: { type: 'object' } }],
    },
    texts: ['a1', 'a2', 'a3'],
    answer: said => ({ id: 'msg_1', type: 'message', role: 'assistant', content: [{ type: 'text', text: said }] }),
    event: piece => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } }),
    last: { type: 'message_stop', 'amazon-bedrock-invocationMetrics': { inputTokenCount: 1 } },
    pieceOf: ({ delta }: { delta?: { text?: string } }) => delta?.text,
  },
  {
    name: 'Titan text',
    request: { inputText: 't1', textGenerationConfig: { maxTokenCount: 9, stopSequences: ['t2'] } },
    texts: ['t1', 't2'],
    answer: said => ({
      inputTextTokenCount: 1,
      results: [{ tokenCount: 2, outputText: said, completionReason: 'FINISH' }],
    }),
    event: piece => ({ index: 0, outputText: piece, completionReason: null }),
    last: { index: 0, outputText: '', completionReason: 'FINISH' },
    pieceOf: ({ outputText }: { outputText?: string }) => outputText,
  },
  {
    name: 'Nova',
    request: {
      schemaVersion: 'messages-v1',
      system: [{ text: 'n1' }],
      messages: [
        { role: 'user', content: [{ text: 'n2' }, { toolUse: { toolUseId: 'id1', name: 'x', input: { a: 'n3' } } }] },
      ],
      toolConfig: { tools: [{ toolSpec: { name: 'x', description: 'n4', inputSchema: { json: {} } } }] },
    },
    texts: ['n1', 'n2', 'n3', 'n4'],
    answer: said => ({ output: { message: { role: 'assistant', content: [{ text: said }] } }, stopReason: 'end_turn' }),
    event: piece => ({ contentBlockDelta: { delta: { text: piece }, contentBlockIndex: 0 } }),
    last: { contentBlockStop: { contentBlockIndex: 0 } },
    pieceOf: (event: { contentBlockDelta?: { delta: { text: string } } }) => event.contentBlockDelta?.delta.text,
  },
  {
    name: 'Llama',
    request: { prompt: 'l1', max_gen_len: 9 },
    texts: ['l1'],
    answer: said => ({ generation: said, stop_reason: 'stop' }),
    event: piece => ({ generation: piece, prompt_token_count: null, stop_reason: null }),
    last: { generation: '', stop_reason: 'stop' },
    pieceOf: ({ generation }: { generation?: string }) => generation,
  },
  {
    name: 'Mistral',
    request: { prompt: 'm1', max_tokens: 9, stop: ['m2'] },
    texts: ['m1', 'm2'],
    answer: said => ({ outputs: [{ text: said, stop_reason: 'stop' }] }),
    event: piece => ({ outputs: [{ text: piece, stop_reason: null }] }),
    last: { outputs: [{ text: '', stop_reason: 'stop' }] },
    pieceOf: ({ outputs }: { outputs: { text: string }[] }) => outputs[0]?.text,
  },
  {
    name: 'Mistral chat',
    request: {
      messages: [
        { role: 'system', content: 'c1' },
        { role: 'tool', tool_call_id: 'call_1', content: 'c2' },
        {
          role: 'assistant',
          tool_calls: [{ id: 'call_2', type: 'function', function: { name: 'x', arguments: '{"a":"c3"}' } }],
        },
      ],
      tools: [{ type: 'function', function: { name: 'x', description: 'c4', parameters: { type: 'object' } } }],
    },
    texts: ['c1', 'c2', 'c3', 'c4'],
    answer: said => ({ choices: [{ index: 0, message: { role: 'assistant', content: said }, stop_reason: 'stop' }] }),
    event: piece => ({ choices: [{ index: 0, message: { role: 'assistant', content: piece }, stop_reason: null }] }),
    last: { choices: [{ index: 0, message: { role: 'assistant', content: '' }, stop_reason: 'stop' }] },
    pieceOf: ({ choices }: { choices: { message: { content: string } }[] }) => choices[0]?.message.content,
  },
  {
    name: 'AI21 and others that speak like OpenAI',
    request: { messages: [{ role: 'user', content: 'o1' }], documents: [{ content: 'o2' }], n: 1 },
    texts: ['o1', 'o2'],
    answer: said => ({
      id: 'x1',
      choices: [{ index: 0, message: { role: 'assistant', content: said }, finish_reason: 'stop' }],
    }),
    event: piece => ({ id: 'x1', choices: [{ index: 0, delta: { content: piece }, finish_reason: null }] }),
    last: { id: 'x1', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    pieceOf: ({ choices }: { choices: { delta: { content?: string } }[] }) => choices[0]?.delta.content,
  },
  {
    name: 'Cohere',
    request: {
      message: 'h1',
      preamble: 'h2',
      chat_history: [{ role: 'USER', message: 'h3' }],
      documents: [{ title: 'h4' }],
    },
    texts: ['h1', 'h2', 'h3', 'h4'],
    answer: said => ({ response_id: 'r1', text: said, chat_history: [{ role: 'CHATBOT', message: said }] }),
    event: piece => ({ event_type: 'text-generation', is_finished: false, text: piece }),
    last: { event_type: 'stream-end', is_finished: true, response: { text } },
    pieceOf: ({ text: piece }: { text?: string }) => piece,
  },
  {
    name: 'Cohere embeddings',
    request: { texts: ['e1', 'e2'], input_type: 'search_query', embedding_types: ['float'] },
    texts: ['e1', 'e2'],
    answer: said => ({ id: 'x', embeddings: [[0.1]], texts: [said], response_type: 'embeddings_floats' }),
  },
  {
    name: 'Stability and Titan pictures',
    request: { text_prompts: [{ text: 's1' }], prompt: 's2', textToImageParams: { text: 's3', negativeText: 's4' } },
    texts: ['s1', 's2', 's3', 's4'],
    answer: said => ({ artifacts: [{ base64: 'iVBORw0KGgo=', finishReason: said }], images: ['iVBORw0KGgo='] }),
  },
]

describe.each(families)('$name', ({ request, texts, answer }) => {
  it('has every text of a request read', () => {
    expect(textsOf(bedrockInvoke, request).toSorted()).toEqual(expect.arrayContaining([...texts].toSorted()))
  })

  it('has a complete answer restored', () => {
    const shown = rewrite(
      { format: bedrockInvoke, contentType: 'application/json', restorer },
      JSON.stringify(answer(text)),
    )
    expect(JSON.parse(shown)).toEqual(answer(shownText))
  })
})

describe.each(families.filter(({ event }) => event !== undefined))('a stream of $name', ({ event, last, pieceOf }) => {
  it('has a stream restored, whatever the cut of the text', () => {
    for (const length of [1, 2, 3, 7, 100]) {
      const chunks: Buffer[] = []
      for (let at = 0; at < text.length; at += length) chunks.push(awsChunk(event!(text.slice(at, at + length))))
      chunks.push(awsChunk(last))
      const rewriter = createAnswerRewriter(bedrockInvoke, awsEventStream, restorer, limits)
      const bytes = [...chunks.map(chunk => rewriter.write(chunk)), rewriter.end()]
      const shown = awsValues(Buffer.concat(bytes))
      expect(shown.length).toBe(chunks.length)
      expect(shown.map(value => pieceOf!(value as never) ?? '').join('')).toBe(shownText)
    }
  })
})

describe('a request of any family', () => {
  it('names pictures as media and token ids as such, also where they are short', () => {
    const body = { inputImage: 'iVBORw0KGgo=', init_image: 'AAAA', prompt: [101, 102], mask: 'BBBB' }
    expect(textsOf(bedrockInvoke, body, 'MEDIA').toSorted()).toEqual(['AAAA', 'BBBB', 'iVBORw0KGgo='])
    expect(textsOf(bedrockInvoke, body, 'TOKEN').toSorted()).toEqual(['101', '102'])
  })
})

describe('other endpoints', () => {
  it('counts the tokens of a conversation, and of a body in base64', () => {
    expect(
      textsOf(bedrockCountTokens, { input: { converse: { messages: [{ role: 'user', content: [{ text: 'k1' }] }] } } }),
    ).toEqual(['k1'])
    const body = Buffer.from(JSON.stringify({ messages: [{ content: 'k2' }], prompt: 'k3' })).toString('base64')
    expect(textsOf(bedrockCountTokens, { input: { invokeModel: { body } } })).toEqual(['k2', 'k3'])
  })

  it('reads the texts of a guardrail and of a job', () => {
    const content = [{ text: { text: 'g1', qualifiers: ['guard_content'] } }]
    expect(textsOf(bedrockGuardrail, { source: 'INPUT', content })).toEqual(['g1'])
    const job = {
      modelId: 'amazon.nova-reel-v1:0',
      modelInput: { taskType: 'TEXT_VIDEO', textToVideoParams: { text: 'j1' } },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket-x' } },
    }
    expect(textsOf(bedrockAsyncInvoke, job)).toEqual(['j1'])
  })
})
