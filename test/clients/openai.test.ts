import OpenAI from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { frameworks, post, startApp } from '../kit/apps.ts'
import { deferred } from '../kit/deferred.ts'
import { planted } from '../kit/planted.ts'
import {
  type Answer,
  chatAnswer,
  chunk,
  completion,
  openStream,
  pieces,
  sendData,
  sendJson,
  Upstream,
} from '../kit/upstream.ts'

const echo = chatAnswer(prompt => `I read: ${prompt}`)
let guard: Guard

afterEach(async () => await guard.close())

function guardFor(upstream: Upstream): Guard {
  guard = createGuard({ providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  return guard
}

function clientFor(upstream: Upstream): OpenAI {
  return new OpenAI({ apiKey: 'test-key', baseURL: `${upstream.origin}/v1`, maxRetries: 0 })
}

function expectNothingLeaked(upstream: Upstream, values: readonly string[]): void {
  expect(upstream.received.length).toBeGreaterThan(0)
  for (const value of values) expect(upstream.everything).not.toContain(value)
  expect(upstream.everything).not.toContain('planted-cookie')
  expect(upstream.everything).not.toContain('198.51.100.77')
  expect(upstream.everything.toLowerCase()).not.toContain('x-stainless')
}

describe.each(frameworks)('openai in %s', framework => {
  it('sends placeholders and gives the handler the originals', async () => {
    await using upstream = await Upstream.start(echo)
    const client = clientFor(upstream)
    await using app = await startApp(framework, guardFor(upstream), async io => {
      const answer = await client.chat.completions.create({
        model: 'test-model',
        user: 'planted-user-77',
        messages: [{ role: 'user', content: io.body['text'] as string }],
      })
      io.end(answer.choices[0]?.message.content ?? '')
    })
    const { text, values } = planted(1)
    expect(await post(app, { text })).toEqual({ status: 200, text: `I read: ${text}` })
    expectNothingLeaked(upstream, [...values, 'planted-user-77'])
    expect(upstream.everything).toContain('[EMAIL_1]')
    expect(app.errors).toEqual([])
  })

  it('streams the originals, whatever the cut', async () => {
    const { text, values } = planted(2)
    for (const length of [1, 2, 3, 5, 8, 13, 21, 1000]) {
      await using upstream = await Upstream.start(chatAnswer(prompt => `I read: ${prompt}`, length))
      const client = clientFor(upstream)
      await using app = await startApp(framework, guardFor(upstream), async io => {
        const stream = await client.chat.completions.create({
          model: 'test-model',
          stream: true,
          messages: [{ role: 'user', content: io.body['text'] as string }],
        })
        for await (const event of stream) io.write(event.choices[0]?.delta.content ?? '')
        io.end()
      })
      expect(await post(app, { text })).toEqual({ status: 200, text: `I read: ${text}` })
      expectNothingLeaked(upstream, values)
      await guard.close()
    }
  })

  it('gives tool arguments that parse, and scrubs tool results on the next turn', async () => {
    const { values } = planted(3)
    const [order, , email] = [values[6]!, values[1]!, values[0]!]
    const answer: Answer = (received, res) => {
      const body = JSON.parse(received.body.toString('utf8')) as { messages: { role: string; content: string }[] }
      const last = body.messages.at(-1)!
      if (last.role === 'tool') return sendJson(res, completion(`Tool said: ${last.content}`))
      const call = {
        id: 'call_1',
        type: 'function',
        function: { name: 'refund', arguments: argumentsFrom(last.content) },
      }
      sendJson(res, completion(null, { tool_calls: [call] }))
    }
    await using upstream = await Upstream.start(answer)
    const client = clientFor(upstream)
    await using app = await startApp(framework, guardFor(upstream), async io => {
      const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: io.body['text'] as string }]
      const first = await client.chat.completions.create({ model: 'test-model', messages, tools: [refundTool] })
      const reply = first.choices[0]!.message
      const call = reply.tool_calls![0]!
      if (call.type !== 'function') throw new Error('expected a function call')
      const parsed = JSON.parse(call.function.arguments) as { order: string; note: string }
      messages.push(reply, {
        role: 'tool',
        tool_call_id: call.id,
        content: JSON.stringify({ done: parsed.order, mail: email }),
      })
      const second = await client.chat.completions.create({ model: 'test-model', messages, tools: [refundTool] })
      io.end(JSON.stringify({ parsed, content: second.choices[0]!.message.content }))
    })
    const { text } = await post(app, { text: `Refund order ${order} and write to ${email}` })
    const result = JSON.parse(text) as { parsed: object; content: string }
    expect(result.parsed).toEqual({ order, note: `say "done" to ${email}\n` })
    expect(result.content).toBe(`Tool said: ${JSON.stringify({ done: order, mail: email })}`)
    expectNothingLeaked(upstream, [order, email])
  })
})

/** The model repeats what it was given, inside JSON with quotes and line breaks. */
function argumentsFrom(prompt: string): string {
  const [order] = prompt.match(/\[ORDER_NUMBER_\d+\]/) ?? ['']
  const [email] = prompt.match(/\[EMAIL_\d+\]/) ?? ['']
  return JSON.stringify({ order, note: `say "done" to ${email}\n` })
}

const refundTool: OpenAI.ChatCompletionTool = {
  type: 'function',
  function: {
    name: 'refund',
    description: 'Refunds an order',
    parameters: { type: 'object', properties: { order: { type: 'string' }, note: { type: 'string' } } },
  },
}

describe('openai streams', () => {
  it('streams tool arguments in pieces that join to valid JSON', async () => {
    const [email] = planted(4).values
    await using upstream = await Upstream.start((received, res) => {
      const { messages } = JSON.parse(received.body.toString('utf8')) as { messages: { content: string }[] }
      openStream(res)
      const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'refund', arguments: '' } }
      sendData(res, chunk({ role: 'assistant', content: null, tool_calls: [call] }))
      for (const piece of pieces(argumentsFrom(messages.at(-1)!.content), 3)) {
        sendData(res, chunk({ tool_calls: [{ index: 0, function: { arguments: piece } }] }))
      }
      sendData(res, chunk({}, 'tool_calls'))
      sendData(res, '[DONE]')
      res.end()
    })
    const client = clientFor(upstream)
    const final = await guardFor(upstream).run({}, () =>
      client.chat.completions
        .stream({
          model: 'test-model',
          messages: [{ role: 'user', content: `Write to ${email}` }],
          tools: [refundTool],
        })
        .finalChatCompletion(),
    )
    const call = final.choices[0]!.message.tool_calls![0]!
    expect(JSON.parse(call.function.arguments)).toEqual({ order: '', note: `say "done" to ${email}\n` })
    expectNothingLeaked(upstream, [email!])
  })

  it('shows the first delta before the last one is sent', async () => {
    const [email] = planted(5).values
    const seen = deferred()
    await using upstream = await Upstream.start(async (_, res) => {
      openStream(res)
      sendData(res, chunk({ role: 'assistant', content: 'Dear customer, ' }))
      await seen.promise
      sendData(res, chunk({ content: 'we wrote to [EMAIL_1].' }))
      sendData(res, chunk({}, 'stop'))
      sendData(res, '[DONE]')
      res.end()
    })
    const client = clientFor(upstream)
    const text = await guardFor(upstream).run({}, async () => {
      const stream = await client.chat.completions.create({
        model: 'test-model',
        stream: true,
        messages: [{ role: 'user', content: `I am ${email}` }],
      })
      let collected = ''
      for await (const event of stream) {
        collected += event.choices[0]?.delta.content ?? ''
        if (collected !== '') seen.resolve()
      }
      return collected
    })
    expect(text).toBe(`Dear customer, we wrote to ${email}.`)
  })

  it('guards a client that was built before the guard', async () => {
    const [email] = planted(6).values
    await using upstream = await Upstream.start(echo)
    const early = clientFor(upstream)
    const created = await guardFor(upstream).run({}, () =>
      early.chat.completions.create({ model: 'test-model', messages: [{ role: 'user', content: `I am ${email}` }] }),
    )
    expect(created.choices[0]!.message.content).toBe(`I read: I am ${email}`)
    expectNothingLeaked(upstream, [email!])
  })
})
