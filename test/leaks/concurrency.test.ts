import OpenAI from 'openai'
import { expect, it } from 'vitest'
import { createGuard } from '../../src/guard.ts'
import { liveScopes } from '../../src/pipeline/index.ts'
import { post, startApp } from '../kit/apps.ts'
import { plant, planted } from '../kit/planted.ts'
import { chatAnswer, lastUserText, Upstream } from '../kit/upstream.ts'

it('keeps 200 concurrent requests apart and leaves no vault alive', async () => {
  const answer = chatAnswer(prompt => `I read: ${prompt}`, 4)
  const waiting: (() => void)[] = []
  // All requests are inside the upstream at once before the first is answered.
  await using upstream = await Upstream.start(async (received, res, req) => {
    await new Promise<void>(resolve => {
      waiting.push(resolve)
      if (waiting.length === 200) for (const go of waiting) go()
    })
    await answer(received, res, req)
  })
  const guard = createGuard({ providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  const client = new OpenAI({ apiKey: 'test-key', baseURL: `${upstream.origin}/v1`, maxRetries: 0 })
  {
    await using app = await startApp('express5', guard, async io => {
      const text = io.body['text'] as string
      if (io.body['stream'] !== true) {
        const messages = [{ role: 'user' as const, content: text }]
        const whole = await client.chat.completions.create({ model: 'test-model', messages })
        return io.end(whole.choices[0]!.message.content ?? '')
      }
      const stream = await client.chat.completions.create({
        model: 'test-model',
        stream: true,
        messages: [{ role: 'user', content: text }],
      })
      for await (const event of stream) io.write(event.choices[0]?.delta.content ?? '')
      io.end()
    })
    const texts = Array.from({ length: 200 }, (_, seed) => planted(1_000 + seed).text)
    const answers = await Promise.all(texts.map((text, index) => post(app, { text, stream: index % 2 === 0 })))
    expect(answers.map(({ text }) => text)).toEqual(texts.map(text => `I read: ${text}`))
    expect(app.errors).toEqual([])
  }
  const prompts = upstream.received.map(({ body }) => lastUserText(body))
  // Every request numbered its own values from one, and every prompt is the same text.
  expect(new Set(prompts).size).toBe(1)
  for (let seed = 0; seed < 200; seed++) expect(upstream.everything).not.toContain(plant(1_000 + seed).email)
  expect(liveScopes()).toBe(0)
  await guard.close()
}, 60_000)
