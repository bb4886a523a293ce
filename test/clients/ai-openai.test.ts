import { createOpenAI } from '@ai-sdk/openai'
import * as ai from 'ai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting } from './kit.ts'
import { openaiService } from './openai-service.ts'

interface Major {
  readonly name: string
  readonly ai: typeof ai
  readonly createOpenAI: typeof createOpenAI
}

const apiKey = ['key', 'of', 'a', 'test'].join('-')
const majors: Major[] = [{ name: 'ai 6', ai, createOpenAI }]
// The next major asks for Node 22.
if (Number.parseInt(process.versions.node, 10) >= 22) {
  const [next, provider] = await Promise.all([import('ai7'), import('ai-sdk-openai4')])
  majors.push({ name: 'ai 7', ai: next as never, createOpenAI: provider.createOpenAI as never })
}
const cases = majors.flatMap(major => (['chat', 'responses'] as const).map(api => [major.name, api, major] as const))

let guard: Guard

afterEach(async () => await guard.close())

describe.each(cases)(
  '%s with %s',
  (_, api, {
    ai: { generateObject, generateText, jsonSchema, stepCountIs, streamText, tool },
    createOpenAI: create,
  }) => {
    function modelFor(upstream: Upstream) {
      const baseURL = `${upstream.origin}/v1`
      guard = createGuard({ providers: { openai: { baseUrl: baseURL } } })
      return create({ apiKey, baseURL })[api]('test-model')
    }

    it.each([false, true])('runs a tool with the originals and reads them (streamed: %s)', async streamed => {
      await using upstream = await Upstream.start(openaiService(3))
      const fields = new Planting(streamed ? 2_500 : 2_520)
      const [question, result] = [fields.text(), fields.text()]
      const asked: string[] = []
      const send = tool({
        description: fields.text(),
        inputSchema: jsonSchema<{ text: string }>({
          type: 'object',
          properties: { text: { type: 'string', description: fields.text() } },
        }),
        execute: ({ text }) => {
          asked.push(text)
          return { found: result }
        },
      })
      const system = fields.text()
      const ask = {
        model: modelFor(upstream),
        system,
        prompt: question,
        tools: { send },
        stopWhen: stepCountIs(3),
        maxRetries: 0,
      }
      const text = await guard.run({}, async () => {
        if (!streamed) return (await generateText(ask)).text
        let collected = ''
        for await (const piece of streamText(ask).textStream) collected += piece
        return collected
      })
      expect(upstream.received.length).toBe(2)
      expectNothingArrived(upstream, fields.values)
      expect(asked).toHaveLength(1)
      expect(asked[0]).toContain(question)
      for (const told of [question, result]) expect(text).toContain(told)
    })

    it('reads a structured answer with the originals', async () => {
      await using upstream = await Upstream.start(openaiService())
      const fields = new Planting(2_540)
      const prompt = `${fields.text()} "quoted"`
      const schema = jsonSchema<{ text: string }>({
        type: 'object',
        properties: { text: { type: 'string' } },
        required: ['text'],
        additionalProperties: false,
      })
      const model = modelFor(upstream)
      const { object } = await guard.run({}, () => generateObject({ model, schema, prompt, maxRetries: 0 }))
      expect(object).toEqual({ text: prompt })
      expectNothingArrived(upstream, fields.values)
    })
  },
)
