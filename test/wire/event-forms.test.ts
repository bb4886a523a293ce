/** Events that are like one before them are not parsed: nothing of what comes out may tell. */

import { describe, expect, it, vi } from 'vitest'
import { createTextRestorer, RestoreTally, scrubText, Vault } from '../../src/mask/index.ts'
import { EventForm, type FormPlace } from '../../src/wire/event-form.ts'
import type { WireFormat } from '../../src/wire/format.ts'
import { JsonDocument } from '../../src/wire/json-document.ts'
import { anthropicMessages } from '../../src/wire/providers/anthropic-messages.ts'
import { cohereChat } from '../../src/wire/providers/cohere-chat.ts'
import { gemini } from '../../src/wire/providers/gemini.ts'
import { generic } from '../../src/wire/providers/generic.ts'
import { mistralChat } from '../../src/wire/providers/mistral-chat.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import { openaiResponses } from '../../src/wire/providers/openai-responses.ts'
import fc from '../kit/fast-check.ts'
import { dataOf, rewritePieces } from './sse-kit.ts'

const piece = fc.constantFrom(
  ...[
    'Dear ',
    '[EMA',
    'IL_1',
    ']',
    '[EMAIL_1]',
    '[PHONE_7]',
    '"',
    '\\',
    '\\"',
    '{"to":"',
    '"}',
    '\n',
    'ü\u2028',
    '',
    '```json\n',
    'x',
  ],
)
const id = fc.constantFrom('c', 'c', 'c', 'id_1', 'fp_2a', 'A_1', '[EMAIL_1]', 'two words', 'é')
const count = fc.constantFrom(0, 0, 1, 7, 1.5, -2e3)
const index = fc.constantFrom(0, 0, 0, 1)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 })

const chat = fc.record({
  id,
  created: count,
  system_fingerprint: maybe(id),
  choices: fc.tuple(
    fc.record({
      index,
      delta: fc.oneof(
        fc.record({ content: piece, reasoning_content: maybe(piece) }),
        fc.record({
          tool_calls: fc.tuple(
            fc.record({ index, id: maybe(id), function: fc.record({ name: maybe(id), arguments: piece }) }),
          ),
        }),
      ),
      finish_reason: fc.constantFrom(null, null, null, 'stop'),
    }),
  ),
  obfuscation: maybe(piece),
})
const responses = fc.record({
  type: fc.constantFrom(
    'response.output_text.delta',
    'response.output_text.delta',
    'response.function_call_arguments.delta',
    'response.output_text.done',
    'response.unheard.delta',
  ),
  sequence_number: count,
  item_id: id,
  output_index: index,
  content_index: index,
  delta: piece,
  text: maybe(piece),
})
const anthropic = fc.record({
  type: fc.constantFrom('content_block_delta', 'content_block_delta', 'content_block_delta', 'content_block_stop'),
  index,
  delta: fc.oneof(
    fc.record({ type: fc.constant('text_delta'), text: piece }),
    fc.record({ type: fc.constant('input_json_delta'), partial_json: piece }),
    fc.record({ type: fc.constant('thinking_delta'), thinking: piece }),
    fc.record({ type: fc.constant('signature_delta'), signature: piece }),
  ),
})
const parts = fc.record({
  candidates: fc.tuple(
    fc.record({
      index,
      content: fc.record({
        parts: fc.array(fc.record({ text: piece, thought: maybe(fc.boolean()) }), { maxLength: 2 }),
      }),
      finishReason: maybe(fc.constant('STOP')),
    }),
  ),
  usageMetadata: fc.record({ totalTokenCount: count }),
})
const cohere = fc.record({
  type: fc.constantFrom('content-delta', 'content-delta', 'tool-plan-delta', 'content-end'),
  index,
  delta: fc.record({ message: fc.record({ content: fc.record({ text: piece }), tool_plan: maybe(piece) }) }),
})

const streams: readonly [WireFormat, fc.Arbitrary<object>][] = [
  [openaiChat, chat],
  [mistralChat, chat],
  [generic, chat],
  [openaiResponses, responses],
  [anthropicMessages, anthropic],
  [gemini, parts],
  [cohereChat, cohere],
  [generic, fc.oneof(responses, anthropic, cohere)],
]

/** What comes out for each event, what was counted, and what was signed. */
function shown(format: WireFormat, frames: readonly string[]) {
  const vault = new Vault(100)
  const value = 'a"b\\c@post.example'
  scrubText(
    value,
    [{ start: 0, end: value.length, type: 'EMAIL', score: 1, recognizer: 'test' }],
    vault,
    () => 'replace',
  )
  const tally = new RestoreTally()
  const signed: unknown[] = []
  const restorer = createTextRestorer(vault, tally)
  const onSigned = (...texts: unknown[]) => signed.push(texts)
  const chunks = frames.map(frame => Buffer.from(frame))
  const pieces = rewritePieces({ format, contentType: 'text/event-stream', restorer, onSigned }, chunks)
  return { events: pieces.map(dataOf), restored: tally.restored, invented: tally.invented, signed }
}

describe.each(streams.map(([format, event]) => ({ name: format.name, format, event })))(
  'a stream of $name',
  ({ format, event }) => {
    it('is the same whether events are like those before them or not', () => {
      fc.assert(
        fc.property(fc.array(event, { minLength: 3, maxLength: 14 }), events => {
          const frames = events.map(data => `data: ${JSON.stringify(data)}\n\n`)
          // Blanks that nobody sees keep each event from being like another.
          const unlike = frames.map((frame, number) => frame.replace('{', `{${' '.repeat(number + 1)}`))
          expect(shown(format, frames)).toEqual(shown(format, unlike))
        }),
        { numRuns: 120 },
      )
    })
  },
)

it('parses the first events of a stream only', () => {
  const parse = vi.spyOn(JsonDocument, 'tryParse')
  const events = Array.from({ length: 200 }, (_, number) => ({
    type: 'response.output_text.delta',
    sequence_number: number,
    item_id: 'msg_1',
    output_index: 0,
    content_index: number % 2,
    delta: `piece ${number} `,
    obfuscation: `pad${number}`,
  }))
  const { events: out } = shown(
    openaiResponses,
    events.map(data => `data: ${JSON.stringify(data)}\n\n`),
  )
  expect(out.flat()).toEqual(events)
  expect(parse.mock.calls.length).toBeLessThan(8)
  parse.mockRestore()
})

describe('the form of an event', () => {
  const places: FormPlace[] = [
    { start: 5, end: 6, kind: 'number', name: '' },
    { start: 12, end: 13, kind: 'grows', name: 'a' },
  ]
  const form = new EventForm('', '{"n":7,"a":"x"}', [], places, () => false)

  it.each([
    ['{"n":7,"a":"x"}', 'x'],
    ['{"n":-1.5e3,"a":""}', ''],
    ['{"n":0,"a":"\\u0041\\"\\\\"}', 'A"\\'],
  ])('is that of %s', (data, piece) => {
    expect(form.match(data)?.map(place => place.piece)).toEqual([piece])
  })

  it.each([
    '{"n":01,"a":"x"}',
    '{"n":,"a":"x"}',
    '{"n":7,"a":"x"',
    '{"n":7,"a":"x"}}',
    '{"n":7,"a":"x","b":1}',
    '{"n":7,"a":"\\x"}',
    '{"n":7,"a":"\\"}',
    '{"n":7,"a":"\t"}',
    '{"n":7, "a":"x"}',
    '{"n":7,"a":"x',
    '',
  ])('is not that of %s', data => {
    expect(form.match(data)).toBeNull()
  })
})
