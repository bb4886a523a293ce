/** Answers with positions in them, as data: each API's way to say which words of a text a citation is about. */
import type { Unit } from '../../src/wire/extent.ts'
import type { WireFormat } from '../../src/wire/format.ts'
import { cohereChat } from '../../src/wire/providers/cohere-chat.ts'
import { cohereChatV1 } from '../../src/wire/providers/cohere-chat-v1.ts'
import { gemini } from '../../src/wire/providers/gemini.ts'
import { geminiInteractions } from '../../src/wire/providers/gemini-interactions.ts'
import { mistralOcr } from '../../src/wire/providers/mistral-ocr.ts'
import { openaiAssistants } from '../../src/wire/providers/openai-assistants.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import { openaiResponses } from '../../src/wire/providers/openai-responses.ts'

/** Positions of one citation; `quote` is what the provider wrote between them. */
export interface Cited {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** A text that comes in pieces, and citations that come after a number of them. */
export type Grown = readonly (string | Cited)[]

export interface PositionCase {
  readonly name: string
  readonly format: WireFormat
  readonly unit: Unit
  /** Default `text/event-stream`; of a complete answer `application/json`. */
  readonly contentType?: string
  answer?(text: string, cited: readonly Cited[]): unknown
  /** The request that sends such an answer back. */
  sentBack?(answer: never): unknown
  stream?(grown: Grown): string
  /** Every object of the answer that holds positions, in order. */
  isHolder(value: Readonly<Record<string, unknown>>): boolean
  read(holder: Readonly<Record<string, unknown>>): readonly [start: unknown, end: unknown]
}

const link = 'https://example.org/a'
const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`
const named = (type: string, value: object) => `event: ${type}\n${data({ type, ...value })}`
const partsOf = (grown: Grown) => grown.map(part => (typeof part === 'string' ? { text: part } : { cited: part }))
const textOf = (grown: Grown) => grown.filter(part => typeof part === 'string').join('')
const citedIn = (grown: Grown) => grown.filter(part => typeof part !== 'string')

const urlCitation = ({ start, end }: Cited) => ({
  type: 'url_citation',
  start_index: start,
  end_index: end,
  url: link,
  title: 'A page',
})
const nested = ({ start, end }: Cited) => ({
  type: 'url_citation',
  url_citation: { start_index: start, end_index: end, url: link, title: 'A page' },
})
const byIndex = {
  isHolder: (value: Readonly<Record<string, unknown>>) => 'start_index' in value,
  read: (value: Readonly<Record<string, unknown>>) => [value['start_index'], value['end_index']] as const,
}

const chat: PositionCase = {
  name: 'chat completions',
  format: openaiChat,
  unit: 'characters',
  answer: (content, cited) => ({
    choices: [{ index: 0, message: { role: 'assistant', content, annotations: cited.map(nested) } }],
  }),
  sentBack: ({ choices }: { choices: [{ message: object }] }) => ({ model: 'm', messages: [choices[0].message] }),
  stream: grown =>
    partsOf(grown)
      .map(({ text, cited }) => (cited === undefined ? { content: text } : { annotations: [nested(cited)] }))
      .map(delta => data({ choices: [{ index: 0, delta, finish_reason: null }] }))
      .join('') + data({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
  ...byIndex,
}

const groq: PositionCase = {
  name: 'chat completions of Groq',
  format: openaiChat,
  unit: 'characters',
  answer: (content, cited) => ({
    choices: [
      {
        index: 0,
        message: {
          content,
          annotations: cited.map(({ start, end }) => ({
            type: 'document_citation',
            document_citation: { document_id: 'd', start_index: start, end_index: end },
          })),
        },
      },
    ],
  }),
  ...byIndex,
}

const outputText = (text: string, cited: readonly Cited[]) => ({
  type: 'output_text',
  text,
  annotations: cited.map(urlCitation),
  logprobs: [],
})

const responses: PositionCase = {
  name: 'responses',
  format: openaiResponses,
  unit: 'characters',
  answer: (text, cited) => ({ output: [{ type: 'message', content: [outputText(text, cited)] }] }),
  sentBack: ({ output }: { output: object[] }) => ({ model: 'm', input: output }),
  stream: grown => {
    const place = { item_id: 'i', output_index: 1, content_index: 0 }
    const part = outputText(textOf(grown), citedIn(grown))
    const item = { type: 'message', content: [part] }
    return [
      // Another text under another number.
      named('response.output_text.delta', { ...place, output_index: 0, delta: 'Nothing is cited here: [PERSON_1].' }),
      ...partsOf(grown).map(({ text, cited }, index) =>
        cited === undefined
          ? named('response.output_text.delta', { ...place, delta: text, logprobs: [] })
          : named('response.output_text.annotation.added', {
              ...place,
              annotation_index: index,
              annotation: urlCitation(cited),
            }),
      ),
      named('response.output_text.done', { ...place, text: textOf(grown) }),
      named('response.content_part.done', { ...place, part }),
      named('response.output_item.done', { output_index: 1, item }),
      named('response.completed', { response: { output: [{ type: 'message', content: [] }, item] } }),
    ].join('')
  },
  ...byIndex,
}

const files: PositionCase = {
  name: 'responses, places of files',
  format: openaiResponses,
  unit: 'characters',
  answer: (text, cited) => ({
    output: [
      {
        type: 'message',
        content: [
          {
            type: 'output_text',
            text,
            annotations: cited.map(({ end }) => ({
              type: 'file_citation',
              file_id: 'f',
              filename: 'a.md',
              index: end,
            })),
          },
        ],
      },
    ],
  }),
  isHolder: holder => holder['type'] === 'file_citation',
  read: holder => [null, holder['index']],
}

const value = (text: string, cited: readonly Cited[]) => ({
  value: text,
  annotations: cited.map(({ start, end, quote }) => ({
    type: 'file_citation',
    text: quote,
    start_index: start,
    end_index: end,
    // The number of the annotation, no position.
    index: 3,
    file_citation: { file_id: 'f' },
  })),
})

const assistants: PositionCase = {
  name: 'assistants',
  format: openaiAssistants,
  unit: 'characters',
  answer: (text, cited) => ({ object: 'thread.message', content: [{ type: 'text', text: value(text, cited) }] }),
  stream: grown => {
    const event = (name: string, body: object) => `event: ${name}\n${data(body)}`
    return [
      ...partsOf(grown).map(({ text, cited }) => {
        const piece = cited === undefined ? { value: text } : { annotations: value('', [cited]).annotations }
        return event('thread.message.delta', {
          id: 'm',
          object: 'thread.message.delta',
          delta: { content: [{ index: 0, type: 'text', text: piece }] },
        })
      }),
      event('thread.message.completed', {
        id: 'm',
        object: 'thread.message',
        content: [{ type: 'text', text: value(textOf(grown), citedIn(grown)) }],
      }),
      'event: done\ndata: [DONE]\n\n',
    ].join('')
  },
  ...byIndex,
}

const byStart = {
  isHolder: (holder: Readonly<Record<string, unknown>>) => 'start' in holder,
  read: (holder: Readonly<Record<string, unknown>>) => [holder['start'], holder['end']] as const,
}
const citation = ({ start, end, quote }: Cited) => ({ start, end, text: quote, sources: [] })

const cohere: PositionCase = {
  name: 'Cohere, version 2',
  format: cohereChat,
  unit: 'characters',
  answer: (text, cited) => ({
    message: {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'About [PERSON_1].' },
        { type: 'text', text },
      ],
      citations: cited.map(one => ({ ...citation(one), content_index: 1, type: 'TEXT_CONTENT' })),
    },
  }),
  sentBack: ({ message }: { message: object }) => ({ model: 'm', messages: [message] }),
  stream: grown =>
    [
      named('content-start', { index: 0, delta: { message: { content: { type: 'thinking', thinking: '' } } } }),
      named('content-delta', { index: 0, delta: { message: { content: { thinking: 'About [PERSON_1].' } } } }),
      named('content-end', { index: 0 }),
      named('content-start', { index: 1, delta: { message: { content: { type: 'text', text: '' } } } }),
      ...partsOf(grown).map(({ text, cited }, index) =>
        cited === undefined
          ? named('content-delta', { index: 1, delta: { message: { content: { text } } } })
          : named('citation-start', {
              index,
              delta: { message: { citations: { ...citation(cited), content_index: 1, type: 'TEXT_CONTENT' } } },
            }),
      ),
      named('content-end', { index: 1 }),
      named('message-end', { delta: { finish_reason: 'COMPLETE' } }),
    ].join(''),
  ...byStart,
}

const cohereV1: PositionCase = {
  name: 'Cohere, version 1',
  format: cohereChatV1,
  unit: 'characters',
  contentType: 'application/stream+json',
  answer: (text, cited) => ({ text, citations: cited.map(citation) }),
  stream: grown =>
    [
      ...partsOf(grown).map(({ text, cited }) =>
        cited === undefined
          ? { event_type: 'text-generation', text, is_finished: false }
          : { event_type: 'citation-generation', citations: [citation(cited)], is_finished: false },
      ),
      {
        event_type: 'stream-end',
        is_finished: true,
        response: { text: textOf(grown), citations: citedIn(grown).map(citation) },
      },
    ]
      .map(event => `${JSON.stringify(event)}\n`)
      .join(''),
  ...byStart,
}

const segment = ({ start, end, quote }: Cited, partIndex: number) => ({
  segment: {
    ...(partIndex === 0 ? {} : { partIndex }),
    // ProtoJSON leaves a zero out.
    ...(start === 0 ? {} : { startIndex: start }),
    endIndex: end,
    text: quote,
  },
  groundingChunkIndices: [0],
})
const byCamelCase = {
  isHolder: (holder: Readonly<Record<string, unknown>>) => 'endIndex' in holder,
  read: (holder: Readonly<Record<string, unknown>>) => [holder['startIndex'] ?? 0, holder['endIndex']] as const,
}

const grounding: PositionCase = {
  name: 'Gemini',
  format: gemini,
  unit: 'bytes',
  answer: (text, cited) => ({
    candidates: [
      {
        content: { role: 'model', parts: [{ text: 'About [PERSON_1].', thought: true }, { text }] },
        groundingMetadata: { groundingSupports: cited.map(one => segment(one, 1)) },
      },
    ],
  }),
  stream: grown => {
    const chunk = (part: object) => data({ candidates: [{ index: 0, content: { role: 'model', parts: [part] } }] })
    return [
      chunk({ text: 'About [PERSON_1].', thought: true }),
      ...partsOf(grown).flatMap(({ text }) => (text === undefined ? [] : [chunk({ text })])),
      data({
        candidates: [
          {
            index: 0,
            content: { role: 'model', parts: [{ text: '' }] },
            finishReason: 'STOP',
            groundingMetadata: { groundingSupports: citedIn(grown).map(one => segment(one, 0)) },
          },
        ],
      }),
    ].join('')
  },
  ...byCamelCase,
}

const citationMetadata: PositionCase = {
  name: 'Gemini, citations without their words',
  format: gemini,
  unit: 'bytes',
  answer: (text, cited) => ({
    candidates: [
      {
        content: { parts: [{ text }] },
        citationMetadata: { citationSources: cited.map(({ start, end }) => ({ startIndex: start, endIndex: end })) },
      },
    ],
  }),
  ...byCamelCase,
}

const interactions: PositionCase = {
  name: 'Gemini interactions',
  format: geminiInteractions,
  unit: 'bytes',
  answer: (text, cited) => ({
    steps: [{ type: 'model_output', content: [{ type: 'text', text, annotations: cited.map(urlCitation) }] }],
  }),
  sentBack: ({ steps }: { steps: object[] }) => ({ model: 'm', input: steps }),
  stream: grown =>
    partsOf(grown)
      .map(({ text, cited }) =>
        cited === undefined
          ? { type: 'text', text }
          : { type: 'text_annotation_delta', annotations: [urlCitation(cited)] },
      )
      .map(delta => data({ event_type: 'step.delta', index: 0, delta }))
      .join('') + data({ event_type: 'step.stop', index: 0 }),
  ...byIndex,
}

const ocr: PositionCase = {
  name: 'pages of Mistral',
  format: mistralOcr,
  unit: 'characters',
  answer: (markdown, cited) => ({
    pages: [
      {
        index: 0,
        markdown,
        confidence_scores: {
          word_confidence_scores: cited.map(({ start, quote }) => ({ text: quote, confidence: 1, start_index: start })),
        },
      },
    ],
  }),
  isHolder: holder => 'start_index' in holder,
  read: holder => [holder['start_index'], null],
}

export const positionCases: readonly PositionCase[] = [
  chat,
  groq,
  responses,
  files,
  assistants,
  cohere,
  cohereV1,
  grounding,
  citationMetadata,
  interactions,
  ocr,
]
