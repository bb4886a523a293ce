import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import { describe, expect, it } from 'vitest'
import { startCli } from '../cli/kit.ts'
import { planted } from '../kit/planted.ts'
import { chatAnswer, Upstream } from '../kit/upstream.ts'

const { text, values } = planted(91)
const apiKey = ['key', 'of', 'a', 'client'].join('-')

/** The SDK as it comes, pointed at the gateway by base URL alone. */
describe.each(['openai', 'anthropic'] as const)('the %s SDK through the gateway', name => {
  it.each([false, true])('sends placeholders and reads the originals (stream: %s)', async stream => {
    await using upstream = await Upstream.start(chatAnswer(prompt => `You wrote: ${prompt}`, 4))
    const running = await startCli(['serve', '--port', '0', '--upstream', `${name}=${upstream.origin}`])
    try {
      const answer = name === 'openai' ? await askOpenAi(running.url, stream) : await askAnthropic(running.url, stream)
      expect(answer).toBe(`You wrote: ${text}`)
      for (const value of values) expect(upstream.everything).not.toContain(value)
      expect(upstream.everything).toContain(apiKey)
      expect(upstream.everything.toLowerCase()).not.toContain('x-stainless')
    } finally {
      await running.stop()
    }
  })
})

async function askOpenAi(gateway: string, stream: boolean): Promise<string> {
  const client = new OpenAI({ apiKey, baseURL: `${gateway}/openai/v1`, maxRetries: 0 })
  const ask = { model: 'm', messages: [{ role: 'user' as const, content: text }] }
  if (!stream) return (await client.chat.completions.create(ask)).choices[0]!.message.content ?? ''
  let said = ''
  for await (const piece of await client.chat.completions.create({ ...ask, stream: true })) {
    said += piece.choices[0]?.delta.content ?? ''
  }
  return said
}

async function askAnthropic(gateway: string, stream: boolean): Promise<string> {
  const client = new Anthropic({ apiKey, baseURL: `${gateway}/anthropic`, maxRetries: 0 })
  const ask = { model: 'm', max_tokens: 100, messages: [{ role: 'user' as const, content: text }] }
  const message = stream ? await client.messages.stream(ask).finalMessage() : await client.messages.create(ask)
  return message.content.map(block => (block.type === 'text' ? block.text : '')).join('')
}
