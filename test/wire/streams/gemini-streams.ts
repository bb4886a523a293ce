/** The streams of Gemini and Vertex AI, as events and as a JSON array, and of Gemini interactions. */
import { gemini } from '../../../src/wire/providers/gemini.ts'
import { geminiInteractions } from '../../../src/wire/providers/gemini-interactions.ts'
import { dataEvents, dataOf } from '../sse-kit.ts'
import { Collected, type Cut, interleave, jsonArray, type StreamCase, type Texts } from './stream-case.ts'

interface Part {
  readonly text?: string
  readonly thought?: boolean
  readonly functionCall?: {
    readonly args?: object
    readonly partialArgs?: readonly { readonly jsonPath: string; readonly stringValue?: string }[]
  }
  readonly executableCode?: { readonly code: string }
}

interface Chunk {
  readonly candidates: readonly { readonly index: number; readonly content: { readonly parts: readonly Part[] } }[]
}

function chunk(parts: readonly object[], index = 0, more: object = {}): object {
  return {
    candidates: [{ content: { role: 'model', parts }, index, ...more }],
    usageMetadata: { promptTokenCount: 1 },
    modelVersion: 'm',
  }
}

/** Two candidates in turns; thought before text; code; calls whole and in pieces, each argument by its path. */
function chunks({ prose, other, json, code }: Texts, cut: Cut): object[] {
  const argument = (jsonPath: string) => (stringValue: string, at: number, all: readonly string[]) =>
    chunk([
      {
        functionCall: {
          partialArgs: [{ jsonPath, stringValue, ...(at < all.length - 1 ? { willContinue: true } : {}) }],
          willContinue: true,
        },
      },
    ])
  return [
    ...interleave(
      cut(other).map(text => chunk([{ text, thought: true }])),
      cut(prose).map(text => chunk([{ text }], 1)),
    ),
    ...cut(prose).map(text => chunk([{ text }])),
    chunk([{ executableCode: { language: 'PYTHON', code } }]),
    chunk([{ functionCall: { id: 'c-1', name: 'send', args: JSON.parse(json) } }]),
    chunk([{ functionCall: { id: 'c-2', name: 'send', willContinue: true } }]),
    ...interleave(cut(prose).map(argument('$.note')), cut(other).map(argument('$.list[0]'))),
    chunk([{ functionCall: {} }]),
    chunk([{ text: '' }], 1, { finishReason: 'STOP' }),
    chunk([{ text: '' }], 0, { finishReason: 'STOP' }),
  ]
}

function readChunks(all: readonly Chunk[]): Collected['shown'] {
  const collected = new Collected()
  for (const { index, content } of all.flatMap(({ candidates }) => candidates)) {
    for (const { text, thought, functionCall, executableCode } of content.parts) {
      collected.add(thought === true ? 'other of the thought' : `prose of candidate ${index}`, text)
      collected.add('code of the part', executableCode?.code)
      if (functionCall?.args !== undefined) collected.add('json of the call', JSON.stringify(functionCall.args))
      for (const { jsonPath, stringValue } of functionCall?.partialArgs ?? []) {
        collected.add(jsonPath === '$.note' ? 'prose of an argument' : 'other of an argument', stringValue)
      }
    }
  }
  return collected.shown
}

const whole: NonNullable<StreamCase['whole']> = {
  answer: ({ prose, other, json, code }) => ({
    candidates: [
      {
        index: 0,
        content: {
          role: 'model',
          parts: [
            { text: other, thought: true },
            { text: prose },
            { executableCode: { language: 'PYTHON', code } },
            { functionCall: { id: 'c-1', name: 'send', args: JSON.parse(json) } },
          ],
        },
        finishReason: 'STOP',
      },
    ],
  }),
  read: (answer: Chunk) => readChunks([answer]),
}

const events: StreamCase = {
  name: 'Gemini, as events: two candidates, thoughts, calls whole and in pieces',
  format: gemini,
  stream: (texts, cut) => dataEvents(...chunks(texts, cut)),
  read: stream => readChunks(dataOf(stream) as Chunk[]),
  whole,
}

const array: StreamCase = {
  ...events,
  name: 'Gemini, as a JSON array',
  framing: jsonArray,
  stream: (texts, cut) =>
    `[${chunks(texts, cut)
      .map(value => JSON.stringify(value))
      .join('\n,\r\n')}\n]`,
  read: stream => readChunks(JSON.parse(stream) as Chunk[]),
}

interface StepEvent {
  readonly index?: number
  readonly delta?: {
    readonly type: string
    readonly text?: string
    readonly content?: { readonly text: string }
    readonly arguments?: string | { readonly code: string }
    readonly result?: string
  }
  readonly interaction?: { readonly steps?: readonly { readonly content?: readonly { readonly text: string }[] }[] }
}

const interactions: StreamCase = {
  name: 'Gemini interactions: a thought, a text, arguments, code and its result, all repeated at the end',
  format: geminiInteractions,
  stream: ({ prose, other, json, code }, cut) => {
    const grow = (index: number, delta: object) => ({ event_type: 'step.delta', index, delta })
    const stop = (index: number) => ({ event_type: 'step.stop', index })
    return dataEvents(
      { event_type: 'interaction.created', interaction: { id: 'i-1', status: 'in_progress' } },
      ...cut(other).map(text => grow(0, { type: 'thought_summary', content: { type: 'text', text } })),
      stop(0),
      { event_type: 'step.start', index: 1, step: { type: 'model_output' } },
      ...interleave(
        cut(prose).map(text => grow(1, { type: 'text', text })),
        cut(json).map(args => grow(2, { type: 'arguments_delta', arguments: args })),
      ),
      stop(1),
      stop(2),
      ...cut(code).map(piece =>
        grow(3, { type: 'code_execution_call', arguments: { language: 'python', code: piece } }),
      ),
      stop(3),
      ...cut(other).map(result => grow(4, { type: 'code_execution_result', result })),
      stop(4),
      {
        event_type: 'interaction.completed',
        interaction: { id: 'i-1', steps: [{ type: 'model_output', content: [{ type: 'text', text: prose }] }] },
      },
    )
  },
  read: stream => {
    const collected = new Collected()
    for (const { delta, interaction } of dataOf(stream) as StepEvent[]) {
      collected.add('prose of the text', delta?.text)
      collected.add('other of the thought', delta?.content?.text)
      const args = delta?.arguments
      if (typeof args === 'object') collected.add('code of the call', args.code)
      else collected.add('json of the arguments', args)
      collected.add('other of the result', delta?.result)
      collected.add('prose of the end', interaction?.steps?.[0]?.content?.[0]?.text)
    }
    return collected.shown
  },
  whole: {
    answer: ({ prose, other, json, code }) => ({
      steps: [
        { type: 'thought', summary: [{ type: 'text', text: other }], signature: 'c2VhbGVkLWJ5LXRoZS1wcm92aWRlcg==' },
        { type: 'model_output', content: [{ type: 'text', text: prose }] },
        { type: 'function_call', id: 'c', name: 'send', arguments: JSON.parse(json) },
        { type: 'code_execution_call', id: 'd', arguments: { language: 'python', code } },
      ],
    }),
    read: ({
      steps,
    }: {
      steps: [
        { summary: [{ text: string }] },
        { content: [{ text: string }] },
        { arguments: object },
        { arguments: { code: string } },
      ]
    }) => ({
      'other of the thought': steps[0].summary[0].text,
      'prose of the text': steps[1].content[0].text,
      'json of the call': JSON.stringify(steps[2].arguments),
      'code of the call': steps[3].arguments.code,
    }),
  },
}

export const geminiStreams: readonly StreamCase[] = [events, array, interactions]
