/** The real restorer inside the real streams, read by the real clients: what wire and mask each show with a stand-in. */
import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import { describe, expect, it } from 'vitest'
import { createTextRestorer, RestoreTally, scrubText, Vault } from '../../src/mask/index.ts'
import { anthropicMessages } from '../../src/wire/providers/anthropic-messages.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import fc from '../kit/fast-check.ts'
import { dataEvents, everyCut, namedEvents, rewrite } from '../wire/sse-kit.ts'

const address = 'Am "Alten" Markt 1\n89073 Ulm \\ Söflingen'
const vault = new Vault(100)
for (const [type, value] of [
  ['PERSON', 'Jördis Öl'],
  ['ADDRESS', address],
  ['EMAIL', 'joerdis@example.org'],
]) {
  scrubText(
    String(value),
    [{ start: 0, end: String(value).length, type: String(type), score: 1, recognizer: 'test' }],
    vault,
    () => 'replace',
  )
}
const restorer = createTextRestorer(vault, new RestoreTally())
const contentType = 'text/event-stream'

const prose = 'Dear [PERSON_1], we write to **[EMAIL_1]** and PERSON\\_1, at\n[ADDRESS_1]. [PERSON_2] [EMA'
const shownProse = `Dear Jördis Öl, we write to **joerdis@example.org** and Jördis Öl, at\n${address}. [PERSON_2] [EMA`
const args = JSON.stringify({ to: '[ADDRESS_1]', nested: JSON.stringify({ to: '[ADDRESS_1]', who: ['[PERSON_1]'] }) })

function cutAt<T>(text: string, cuts: readonly number[], make: (piece: string) => T): T[] {
  const borders = [0, ...cuts.map(cut => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return borders.slice(1).map((border, index) => make(text.slice(borders[index], border)))
}

function chatStream(cuts: readonly number[]): string {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason }],
  })
  const tool = (fields: object) => chunk({ tool_calls: [{ index: 0, ...fields }] })
  return `${dataEvents(
    chunk({ role: 'assistant', content: '' }),
    ...cutAt(prose, cuts, content => chunk({ content })),
    tool({ id: 'call_1', type: 'function', function: { name: 'send', arguments: '' } }),
    ...cutAt(args, cuts, piece => tool({ function: { arguments: piece } })),
    chunk({}, 'tool_calls'),
  )}data: [DONE]\n\n`
}

function messagesStream(cuts: readonly number[]): string {
  const usage = { input_tokens: 1, output_tokens: 1 }
  const delta = (index: number, fields: object) => ({ type: 'content_block_delta', index, delta: fields })
  const start = (index: number, content_block: object) => ({ type: 'content_block_start', index, content_block })
  const stop = (index: number) => ({ type: 'content_block_stop', index })
  return namedEvents(
    {
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'm',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage,
      },
    } as { type: string },
    start(0, { type: 'text', text: '' }),
    ...cutAt(prose, cuts, text => delta(0, { type: 'text_delta', text })),
    stop(0),
    start(1, { type: 'tool_use', id: 'toolu_1', name: 'send', input: {} }),
    ...cutAt(args, cuts, partial_json => delta(1, { type: 'input_json_delta', partial_json })),
    stop(1),
    { type: 'message_delta', delta: { stop_reason: 'tool_use', stop_sequence: null }, usage } as { type: string },
    { type: 'message_stop' },
  )
}

/** A fetch that answers with a stream. */
function answering(stream: string): typeof fetch {
  return async () => new Response(stream, { headers: { 'content-type': contentType } })
}

function expectArguments(parsed: unknown): void {
  expect(parsed).toMatchObject({ to: address })
  expect(JSON.parse((parsed as { nested: string }).nested)).toEqual({ to: address, who: ['Jördis Öl'] })
}

const cuts = fc.array(fc.nat(200), { maxLength: 40 })
const everyUnit = Array.from({ length: 200 }, (_, index) => index)

describe('the openai client', () => {
  async function read(events: readonly number[]): Promise<void> {
    const stream = rewrite({ format: openaiChat, contentType, restorer }, chatStream(events))
    const client = new OpenAI({ apiKey: 'none', fetch: answering(stream), maxRetries: 0 })
    const completion = await client.chat.completions.stream({ model: 'm', messages: [] }).finalChatCompletion()
    const message = completion.choices[0]?.message
    expect(message?.content).toBe(shownProse)
    const call = message?.tool_calls?.[0]
    expectArguments(JSON.parse(call?.type === 'function' ? call.function.arguments : ''))
  }

  it('reads text and tool arguments restored, however the events are cut', async () => {
    await read([])
    await read(everyUnit)
    await fc.assert(fc.asyncProperty(cuts, read), { numRuns: 50 })
  })
})

describe('the anthropic client', () => {
  async function read(events: readonly number[]): Promise<void> {
    const stream = rewrite({ format: anthropicMessages, contentType, restorer }, messagesStream(events))
    const client = new Anthropic({ apiKey: 'none', fetch: answering(stream), maxRetries: 0 })
    const message = await client.messages.stream({ model: 'm', max_tokens: 9, messages: [] }).finalMessage()
    const [text, call] = message.content
    expect(text?.type === 'text' ? text.text : '').toBe(shownProse)
    expectArguments(call?.type === 'tool_use' ? call.input : undefined)
  }

  it('reads text and tool arguments restored, however the events are cut', async () => {
    await read([])
    await read(everyUnit)
    await fc.assert(fc.asyncProperty(cuts, read), { numRuns: 50 })
  })
})

describe('the bytes of a stream', () => {
  it('may be cut anywhere', () => {
    expect(everyCut({ format: openaiChat, contentType, restorer }, chatStream([3, 8, 50])).size).toBe(1)
    expect(everyCut({ format: anthropicMessages, contentType, restorer }, messagesStream([3, 8, 50])).size).toBe(1)
  })
})
