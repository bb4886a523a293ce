import { createAnthropic } from '@ai-sdk/anthropic'
import { generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { message, openStream, pieces, sendEvent, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

beforeAll(() => {
  // Of a model that it does not know.
  Reflect.set(globalThis, 'AI_SDK_LOG_WARNINGS', false)
})
afterEach(async () => await guard.close())

interface Asked {
  readonly stream?: boolean
  readonly messages: readonly { readonly content: readonly { readonly type: string; readonly content?: unknown }[] }[]
}

type Block = { readonly type: 'text'; readonly text: string } | { readonly type: 'tool_use'; readonly input: object }

/** A call of the tool first, and what the tool found then. */
function answerFor({ messages }: Asked): Block[] {
  const result = messages.at(-1)?.content.find(({ type }) => type === 'tool_result')
  const [mail] = /\[EMAIL_\d+\]/.exec(stringsOf(messages).join(' ')) ?? []
  const call = { type: 'tool_use' as const, id: 'toolu_1', name: 'lookUp', input: { mail, note: 'a "quoted"\nline' } }
  return result === undefined ? [call] : [{ type: 'text', text: `Found ${stringsOf(result.content).join('')}` }]
}

describe('ai with @ai-sdk/anthropic', () => {
  it.each([false, true])('runs a tool with the originals and reads them (streamed: %s)', async streamed => {
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as Asked
      const blocks = answerFor(asked)
      const stop = blocks[0]!.type === 'text' ? 'end_turn' : 'tool_use'
      if (asked.stream !== true) return sendJson(res, { ...message('', blocks), stop_reason: stop })
      openStream(res)
      const send = (type: string, fields: object) => sendEvent(res, { type, ...fields })
      send('message_start', { message: message('', []) })
      for (const [index, block] of blocks.entries()) {
        const empty = block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} }
        send('content_block_start', { index, content_block: empty })
        const whole = block.type === 'text' ? block.text : JSON.stringify(block.input)
        for (const piece of pieces(whole, 3)) {
          const delta =
            block.type === 'text'
              ? { type: 'text_delta', text: piece }
              : { type: 'input_json_delta', partial_json: piece }
          send('content_block_delta', { index, delta })
        }
        send('content_block_stop', { index })
      }
      send('message_delta', { delta: { stop_reason: stop, stop_sequence: null }, usage: { output_tokens: 1 } })
      send('message_stop', {})
      res.end()
    })
    guard = createGuard({ providers: { anthropic: { baseUrl: upstream.origin } } })
    const fields = new Planting(streamed ? 4_100 : 4_120)
    const [email, result] = [fields.email(), fields.email()]
    const asked: { mail: string; note: string }[] = []
    const lookUp = tool({
      description: fields.text(),
      inputSchema: jsonSchema<{ mail: string; note: string }>({
        type: 'object',
        properties: { mail: { type: 'string', description: fields.text() }, note: { type: 'string' } },
      }),
      execute: input => {
        asked.push(input)
        return `mail ${result}`
      },
    })
    const ask = {
      model: createAnthropic({ apiKey, baseURL: `${upstream.origin}/v1` })('test-model'),
      system: fields.text(),
      prompt: `Who is ${email}?`,
      tools: { lookUp },
      stopWhen: stepCountIs(3),
      maxRetries: 0,
    }
    const text = await guard.run({}, async () =>
      streamed ? await streamText(ask).text : (await generateText(ask)).text,
    )
    expect(asked).toHaveLength(1)
    expect(fields.values).toContain(asked[0]!.mail)
    expect(asked[0]!.note).toBe('a "quoted"\nline')
    expect(text).toBe(`Found mail ${result}`)
    expect(upstream.received).toHaveLength(2)
    expectNothingArrived(upstream, fields.values)
  })
})
