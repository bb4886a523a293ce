/** The streams of Amazon Bedrock: frames of ConverseStream, and models' own events wrapped in them. */
import { bedrockConverse } from '../../../src/wire/providers/bedrock-converse.ts'
import { bedrockInvoke } from '../../../src/wire/providers/bedrock-invoke.ts'
import { anthropicStreams } from './anthropic-streams.ts'
import { awsFrames, Collected, interleave, type StreamCase } from './stream-case.ts'

function frames(...events: readonly (readonly [event: string, data: object])[]): string {
  return events.map(([event, data]) => `${JSON.stringify({ event, data })}\n`).join('')
}

function dataOf<T>(stream: string): T[] {
  return stream
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { data: T }).data)
}

interface ConverseEvent {
  readonly contentBlockIndex?: number
  readonly delta?: {
    readonly text?: string
    readonly reasoningContent?: { readonly text?: string }
    readonly toolUse?: { readonly input: string }
    readonly citation?: { readonly sourceContent: readonly [{ readonly text: string }] }
  }
  readonly trace?: { readonly guardrail: { readonly modelOutput: readonly [string] } }
}

const converse: StreamCase = {
  name: 'ConverseStream: reasoning, a text with a citation, parallel tools, a trace',
  format: bedrockConverse,
  framing: awsFrames,
  stream: ({ prose, other, json }, cut) => {
    const grow = (contentBlockIndex: number, delta: object) =>
      ['contentBlockDelta', { contentBlockIndex, delta, p: 'abcd' }] as const
    const stop = (contentBlockIndex: number) => ['contentBlockStop', { contentBlockIndex, p: 'ab' }] as const
    const tool = (contentBlockIndex: number) =>
      ['contentBlockStart', { contentBlockIndex, start: { toolUse: { toolUseId: 'tu_1', name: 'send' } } }] as const
    return frames(
      ['messageStart', { role: 'assistant', p: 'abc' }],
      ...cut(other).map(text => grow(0, { reasoningContent: { text } })),
      grow(0, { reasoningContent: { signature: 'c2VhbGVkLWJ5LXRoZS1wcm92aWRlcg==' } }),
      stop(0),
      ...cut(prose).map(text => grow(1, { text })),
      grow(1, { citation: { sourceContent: [{ text: other }], location: { documentPage: { documentIndex: 0 } } } }),
      stop(1),
      tool(2),
      tool(3),
      ...interleave(
        cut(json).map(input => grow(2, { toolUse: { input } })),
        cut(json).map(input => grow(3, { toolUse: { input } })),
      ),
      stop(2),
      stop(3),
      ['messageStop', { stopReason: 'tool_use' }],
      ['metadata', { usage: { totalTokens: 1 }, trace: { guardrail: { modelOutput: [other] } } }],
    )
  },
  read: stream => {
    const collected = new Collected()
    for (const { contentBlockIndex, delta, trace } of dataOf<ConverseEvent>(stream)) {
      collected.add('other of the thought', delta?.reasoningContent?.text)
      collected.add('prose of the text', delta?.text)
      collected.add(`json of block ${contentBlockIndex}`, delta?.toolUse?.input)
      collected.add('other of the citation', delta?.citation?.sourceContent[0].text)
      collected.add('other of the trace', trace?.guardrail.modelOutput[0])
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other, json }) => ({
      output: {
        message: {
          role: 'assistant',
          content: [
            { reasoningContent: { reasoningText: { text: other, signature: 'c2VhbGVkLWJ5LXRoZS1wcm92aWRlcg==' } } },
            { text: prose },
            { toolUse: { toolUseId: 'tu_1', name: 'send', input: JSON.parse(json) } },
          ],
        },
      },
    }),
    read: ({
      output,
    }: {
      output: {
        message: {
          content: [
            { reasoningContent: { reasoningText: { text: string } } },
            { text: string },
            { toolUse: { input: object } },
          ]
        }
      }
    }) => ({
      'other of the thought': output.message.content[0].reasoningContent.reasoningText.text,
      'prose of the text': output.message.content[1].text,
      'json of the call': JSON.stringify(output.message.content[2].toolUse.input),
    }),
  },
}

const [messages] = anthropicStreams

/** The events of Anthropic's own stream, each wrapped in a frame. */
const invokeAnthropic: StreamCase = {
  ...messages!,
  name: 'InvokeModel, a model of Anthropic',
  format: bedrockInvoke,
  framing: awsFrames,
  stream: (texts, cut) => {
    const events = messages!
      .stream(texts, cut)
      .split('\n')
      .filter(line => line.startsWith('data: '))
    return frames(...events.map(line => ['chunk', JSON.parse(line.slice(6)) as object] as const))
  },
  read: stream =>
    messages!.read(
      dataOf<object>(stream)
        .map(data => `data: ${JSON.stringify(data)}\n\n`)
        .join(''),
    ),
}

/** Models whose stream is one text, by the field that it grows in. */
function invokeText(
  model: string,
  event: (text: string) => object,
  last: object,
  read: (data: never) => unknown,
): StreamCase {
  return {
    name: `InvokeModel, ${model}`,
    format: bedrockInvoke,
    framing: awsFrames,
    stream: ({ prose }, cut) => frames(...cut(prose).map(text => ['chunk', event(text)] as const), ['chunk', last]),
    read: stream => {
      const collected = new Collected()
      for (const data of dataOf<never>(stream)) collected.add('prose of the text', read(data))
      return collected.shown
    },
    whole: {
      answer: ({ prose }) => event(prose),
      read: (data: never) => ({ 'prose of the text': String(read(data)) }),
    },
  }
}

const metrics = { 'amazon-bedrock-invocationMetrics': { inputTokenCount: 1 } }

const invokeNova: StreamCase = {
  name: 'InvokeModel, Nova',
  format: bedrockInvoke,
  framing: awsFrames,
  stream: ({ prose, json }, cut) =>
    frames(
      ['chunk', { messageStart: { role: 'assistant' } }],
      ...cut(prose).map(text => ['chunk', { contentBlockDelta: { contentBlockIndex: 0, delta: { text } } }] as const),
      ['chunk', { contentBlockStop: { contentBlockIndex: 0 } }],
      ...cut(json).map(
        input => ['chunk', { contentBlockDelta: { contentBlockIndex: 1, delta: { toolUse: { input } } } }] as const,
      ),
      ['chunk', { contentBlockStop: { contentBlockIndex: 1 } }],
      ['chunk', { messageStop: { stopReason: 'end_turn' }, ...metrics }],
    ),
  read: stream => {
    const collected = new Collected()
    for (const { contentBlockDelta } of dataOf<{ contentBlockDelta?: ConverseEvent }>(stream)) {
      collected.add('prose of the text', contentBlockDelta?.delta?.text)
      collected.add('json of the call', contentBlockDelta?.delta?.toolUse?.input)
    }
    return collected.shown
  },
}

export const bedrockStreams: readonly StreamCase[] = [
  converse,
  invokeAnthropic,
  invokeNova,
  invokeText(
    'Llama',
    generation => ({ generation, prompt_token_count: null }),
    { generation: '', stop_reason: 'stop', ...metrics },
    ({ generation }: { generation: string }) => generation,
  ),
  invokeText(
    'Titan',
    outputText => ({ index: 0, outputText }),
    { index: 0, outputText: '', completionReason: 'FINISH', ...metrics },
    ({ outputText }: { outputText: string }) => outputText,
  ),
  invokeText(
    'Mistral',
    text => ({ outputs: [{ text, stop_reason: null }] }),
    { outputs: [{ text: '', stop_reason: 'stop' }], ...metrics },
    ({ outputs }: { outputs: [{ text: string }] }) => outputs[0].text,
  ),
]
