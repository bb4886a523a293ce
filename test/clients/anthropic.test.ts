import Anthropic from '@anthropic-ai/sdk'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { frameworks, post, startApp } from '../kit/apps.ts'
import { planted } from '../kit/planted.ts'
import { type Answer, chatAnswer, message, openStream, pieces, sendEvent, sendJson, Upstream } from '../kit/upstream.ts'

let guard: Guard

afterEach(async () => await guard.close())

function guardFor(upstream: Upstream): Guard {
  guard = createGuard({ providers: { anthropic: { baseUrl: upstream.origin } } })
  return guard
}

function clientFor(upstream: Upstream): Anthropic {
  return new Anthropic({ apiKey: 'test-key', baseURL: upstream.origin, maxRetries: 0 })
}

function expectNothingLeaked(upstream: Upstream, values: readonly string[]): void {
  expect(upstream.received.length).toBeGreaterThan(0)
  for (const value of values) expect(upstream.everything).not.toContain(value)
  expect(upstream.everything.toLowerCase()).not.toContain('x-stainless')
}

const lookUp: Anthropic.Tool = {
  name: 'look_up',
  description: 'Looks a customer up',
  input_schema: { type: 'object', properties: { mail: { type: 'string' } } },
}

describe.each(frameworks)('anthropic in %s', framework => {
  it('scrubs system and messages, and restores the answer', async () => {
    await using upstream = await Upstream.start(chatAnswer(prompt => `I read: ${prompt}`))
    const client = clientFor(upstream)
    const system = planted(11)
    await using app = await startApp(framework, guardFor(upstream), async io => {
      const answer = await client.messages.create({
        model: 'test-model',
        max_tokens: 100,
        metadata: { user_id: 'planted-user-78' },
        system: system.text,
        messages: [{ role: 'user', content: [{ type: 'text', text: io.body['text'] as string }] }],
      })
      io.end(answer.content.map(block => (block.type === 'text' ? block.text : '')).join(''))
    })
    const { text, values } = planted(12)
    expect(await post(app, { text })).toEqual({ status: 200, text: `I read: ${text}` })
    expectNothingLeaked(upstream, [...values, ...system.values, 'planted-user-78'])
  })

  it('streams the originals, whatever the cut', async () => {
    const { text, values } = planted(13)
    for (const length of [1, 2, 3, 5, 8, 13, 1000]) {
      await using upstream = await Upstream.start(chatAnswer(prompt => `I read: ${prompt}`, length))
      const client = clientFor(upstream)
      await using app = await startApp(framework, guardFor(upstream), async io => {
        const stream = client.messages.stream({
          model: 'test-model',
          max_tokens: 100,
          messages: [{ role: 'user', content: io.body['text'] as string }],
        })
        stream.on('text', piece => io.write(piece))
        const final = await stream.finalText()
        io.end(`\n${final}`)
      })
      expect(await post(app, { text })).toEqual({ status: 200, text: `I read: ${text}\nI read: ${text}` })
      expectNothingLeaked(upstream, values)
      await guard.close()
    }
  })

  it('runs a tool with the originals and scrubs its result', async () => {
    const [email] = planted(14).values
    const result = planted(15)
    const answer: Answer = (received, res) => {
      const { messages } = JSON.parse(received.body.toString('utf8')) as Anthropic.MessageCreateParams
      const last = messages.at(-1)!
      if (typeof last.content !== 'string') {
        const [block] = last.content as Anthropic.ToolResultBlockParam[]
        return sendJson(res, message(`Tool said: ${String(block!.content)}`))
      }
      const [mail] = last.content.match(/\[EMAIL_\d+\]/) ?? ['']
      openStream(res)
      sendEvent(res, { type: 'message_start', message: message('', []) } as { type: string })
      const block = { type: 'tool_use', id: 'toolu_1', name: 'look_up', input: {} }
      sendEvent(res, { type: 'content_block_start', index: 0, content_block: block } as { type: string })
      for (const piece of pieces(JSON.stringify({ mail, note: 'a "quoted"\nline' }), 2)) {
        const delta = { type: 'input_json_delta', partial_json: piece }
        sendEvent(res, { type: 'content_block_delta', index: 0, delta } as { type: string })
      }
      sendEvent(res, { type: 'content_block_stop', index: 0 } as { type: string })
      const delta = { stop_reason: 'tool_use', stop_sequence: null }
      sendEvent(res, { type: 'message_delta', delta, usage: { output_tokens: 1 } } as { type: string })
      sendEvent(res, { type: 'message_stop' })
      res.end()
    }
    await using upstream = await Upstream.start(answer)
    const client = clientFor(upstream)
    await using app = await startApp(framework, guardFor(upstream), async io => {
      const messages: Anthropic.MessageParam[] = [{ role: 'user', content: io.body['text'] as string }]
      const base = { model: 'test-model', max_tokens: 100, tools: [lookUp] }
      const first = await client.messages.stream({ ...base, messages }).finalMessage()
      const call = first.content.find(block => block.type === 'tool_use')!
      messages.push({ role: 'assistant', content: first.content })
      messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: result.text }] })
      const second = await client.messages.create({ ...base, messages })
      io.end(JSON.stringify({ input: call.input, content: second.content }))
    })
    const { text } = await post(app, { text: `Who is ${email}?` })
    expect(JSON.parse(text)).toEqual({
      input: { mail: email, note: 'a "quoted"\nline' },
      content: [{ type: 'text', text: `Tool said: ${result.text}` }],
    })
    expectNothingLeaked(upstream, [email!, ...result.values])
  })
})

describe('signed thinking', () => {
  it.each([true, false])('goes back byte for byte as the provider signed it (streamed: %s)', async streamed => {
    const [email] = planted(16).values
    // The model bends placeholders and names an address of its own: neither survives a plain scrub of the restored text.
    const thinking = 'The customer is [email_1] ** [EMAIL_1] ** and EMAIL_1; support is help@shop.example.'
    const signature = `sig-${'A'.repeat(40)}`
    await using upstream = await Upstream.start((received, res) => {
      if (received.body.includes('tool_result')) return sendJson(res, message('done'))
      const call = { type: 'tool_use', id: 'toolu_1', name: 'look_up', input: { mail: '[EMAIL_1]' } }
      if (!streamed) return sendJson(res, message('', [{ type: 'thinking', thinking, signature }, call]))
      openStream(res)
      sendEvent(res, { type: 'message_start', message: message('', []) } as { type: string })
      const block = { type: 'thinking', thinking: '', signature: '' }
      sendEvent(res, { type: 'content_block_start', index: 0, content_block: block } as { type: string })
      for (const piece of pieces(thinking, 4)) {
        const delta = { type: 'thinking_delta', thinking: piece }
        sendEvent(res, { type: 'content_block_delta', index: 0, delta } as { type: string })
      }
      sendEvent(res, { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature } } as {
        type: string
      })
      sendEvent(res, { type: 'content_block_stop', index: 0 } as { type: string })
      sendEvent(res, { type: 'content_block_start', index: 1, content_block: { ...call, input: {} } } as {
        type: string
      })
      const delta = { type: 'input_json_delta', partial_json: '{"mail":"[EMAIL_1]"}' }
      sendEvent(res, { type: 'content_block_delta', index: 1, delta } as { type: string })
      sendEvent(res, { type: 'content_block_stop', index: 1 } as { type: string })
      const end = { stop_reason: 'tool_use', stop_sequence: null }
      sendEvent(res, { type: 'message_delta', delta: end, usage: { output_tokens: 1 } } as { type: string })
      sendEvent(res, { type: 'message_stop' })
      res.end()
    })
    const client = clientFor(upstream)
    const shared = guardFor(upstream)
    const messages: Anthropic.MessageParam[] = [{ role: 'user', content: `Who is ${email}?` }]
    const base = { model: 'test-model', max_tokens: 2000, tools: [lookUp] }
    const first = await shared.run({}, () =>
      streamed
        ? client.messages.stream({ ...base, messages }).finalMessage()
        : client.messages.create({ ...base, messages }),
    )
    const [shown] = first.content
    expect(shown).toMatchObject({ type: 'thinking', signature })
    expect(JSON.stringify(shown)).toContain(email)
    messages.push({ role: 'assistant', content: first.content })
    messages.push({ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'found' }] })
    // Another request: another scope, another vault.
    await shared.run({}, () => client.messages.create({ ...base, messages }))
    const sent = upstream.bodies.at(-1) as unknown as Anthropic.MessageCreateParams
    expect((sent.messages[1]!.content as object[])[0]).toEqual({ type: 'thinking', thinking, signature })
    expectNothingLeaked(upstream, [email!])
  })
})
