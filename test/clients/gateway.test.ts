import { createOpenAI } from '@ai-sdk/openai'
import Anthropic from '@anthropic-ai/sdk'
import { generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, startCli } from '../cli/kit.ts'
import { planted } from '../kit/planted.ts'
import { Upstream } from '../kit/upstream.ts'
import type { Ask } from '../matrix/matrix.ts'
import { type Model, startModel } from '../matrix/model.ts'
import { sdks } from '../matrix/sdks.ts'
import { expectNothingArrived, Planting } from './kit.ts'
import { openaiService } from './openai-service.ts'

/** Served by prefixes of the gateway; the rest of each path is the SDK's own. */
const providers = ['openai', 'anthropic', 'gemini', 'mistral', 'cohere', 'groq', 'ollama', 'voyage'] as const

/** Not a provider of the gateway by itself. */
const others = new Set<string | null>(['replicate'])
const clients = sdks.filter(({ installed }) => !others.has(installed))

let model: Model
let gateway: Running

beforeAll(async () => {
  // Of a model that it does not know.
  Reflect.set(globalThis, 'AI_SDK_LOG_WARNINGS', false)
  model = await startModel()
  const upstreams = providers.flatMap(name => ['--upstream', `${name}=${model.origin}/${name}`])
  gateway = await startCli(['serve', '--port', '0', ...upstreams])
})

afterAll(async () => {
  await gateway.stop()
  await model[Symbol.asyncDispose]()
})

/** The SDK as it comes, pointed at the gateway by base URL alone. Here nothing is guarded but the gateway. */
describe.each(clients.map(client => [client.name, client] as const))('%s through the gateway', (name, { build }) => {
  const seed = 3_000 + 2 * clients.findIndex(client => client.name === name)
  const built = () => build({ ...model, origin: gateway.url })

  it('sends placeholders and reads the originals', () => expectGuarded(built().whole, seed))

  // Embeddings have no stream.
  if (name !== 'voyageai') it('streams the originals', () => expectGuarded(built().streamed!, seed + 1))
})

async function expectGuarded(ask: Ask, seed: number): Promise<void> {
  const { text, values } = planted(seed)
  model.take()
  const answer = await ask(text)
  const arrived = model.take()
  // Answers of embeddings hold no text.
  if (answer !== null) expect(answer).toBe(text)
  expect(arrived).toContain('[EMAIL_1]')
  for (const value of values) expect(arrived).not.toContain(value)
  expect(arrived.toLowerCase()).not.toMatch(/x-stainless|x-fern|x-goog-api-client|gl-node|user-agent\n.*(?:node|js)/)
}

it('covers the SDKs that it says it covers', () => {
  expect(clients.map(({ installed }) => installed)).toEqual(
    expect.arrayContaining([
      'openai',
      '@anthropic-ai/sdk',
      '@google/genai',
      '@mistralai/mistralai',
      'cohere-ai',
      'groq-sdk',
      'ollama',
      '@ai-sdk/openai',
      '@ai-sdk/anthropic',
      '@ai-sdk/google',
    ]),
  )
})

it('takes SDKs that are pointed at it by an environment variable', async () => {
  const before = { ...process.env }
  const key = ['key', 'of', 'a', 'client'].join('-')
  Object.assign(process.env, {
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: `${gateway.url}/openai/v1`,
    ANTHROPIC_API_KEY: key,
    ANTHROPIC_BASE_URL: `${gateway.url}/anthropic`,
  })
  try {
    await expectGuarded(async content => {
      const answer = await new OpenAI().chat.completions.create({ model: 'm', messages: [{ role: 'user', content }] })
      return answer.choices[0]!.message.content
    }, 3_100)
    await expectGuarded(async content => {
      const ask = { model: 'm', max_tokens: 9, messages: [{ role: 'user' as const, content }] }
      const [block] = (await new Anthropic().messages.create(ask)).content
      return block?.type === 'text' ? block.text : null
    }, 3_101)
  } finally {
    process.env = before
  }
})

it.each([false, true])('runs a tool with the originals, and streams them (streamed: %s)', async streamed => {
  await using upstream = await Upstream.start(openaiService(3))
  const running = await startCli(['serve', '--port', '0', '--upstream', `openai=${upstream.origin}`])
  try {
    const fields = new Planting(streamed ? 3_120 : 3_140)
    const [question, result] = [fields.text(), fields.text()]
    const asked: string[] = []
    const send = tool({
      description: fields.text(),
      inputSchema: jsonSchema<{ text: string }>({ type: 'object', properties: { text: { type: 'string' } } }),
      execute: ({ text }) => {
        asked.push(text)
        return { found: result }
      },
    })
    const baseURL = `${running.url}/openai/v1`
    const model = createOpenAI({ apiKey: 'test-key', baseURL }).responses('test-model')
    const ask = { model, system: fields.text(), prompt: question, tools: { send }, stopWhen: stepCountIs(3) }
    const text = streamed ? await streamText(ask).text : (await generateText(ask)).text
    expectNothingArrived(upstream, fields.values)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain(question)
    for (const told of [question, result]) expect(text).toContain(told)
  } finally {
    const { stdout, stderr } = await running.stop()
    expect(stdout + stderr).not.toContain('planted')
  }
})
