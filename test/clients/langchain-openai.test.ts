import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting } from './kit.ts'
import { openaiService } from './openai-service.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

function guardFor(upstream: Upstream): { baseURL: string } {
  const baseURL = `${upstream.origin}/v1`
  guard = createGuard({ providers: { openai: { baseUrl: baseURL } } })
  return { baseURL }
}

function modelFor(upstream: Upstream, useResponsesApi: boolean): ChatOpenAI {
  return new ChatOpenAI({
    apiKey,
    model: 'test-model',
    maxRetries: 0,
    useResponsesApi,
    configuration: guardFor(upstream),
  })
}

describe.each([false, true])('@langchain/openai (responses: %s)', useResponsesApi => {
  it.each([false, true])('calls tools with the originals and reads them (streamed: %s)', async streamed => {
    await using upstream = await Upstream.start(openaiService(3))
    const fields = new Planting(streamed ? 2_600 : 2_620)
    const text = fields.text()
    const schema = { type: 'object', properties: { text: { type: 'string', description: fields.text() } } }
    const tool = {
      type: 'function' as const,
      function: { name: 'send', description: fields.text(), parameters: schema },
    }
    const model = modelFor(upstream, useResponsesApi).bindTools([tool])
    const answer = await guard.run({}, async () => {
      if (!streamed) return model.invoke([['user', text]])
      let collected: Awaited<ReturnType<typeof model.invoke>> | undefined
      for await (const piece of await model.stream([['user', text]])) collected = collected?.concat(piece) ?? piece
      return collected
    })
    expect(answer?.text).toBe(text)
    expect(answer?.tool_calls?.map(({ name, args }) => ({ name, args }))).toEqual([{ name: 'send', args: { text } }])
    expectNothingArrived(upstream, fields.values)
  })

  it('reads a structured answer with the originals', async () => {
    await using upstream = await Upstream.start(openaiService())
    const fields = new Planting(2_640)
    const text = `${fields.text()} "quoted"`
    const schema = { title: 'found', type: 'object', properties: { text: { type: 'string' } }, required: ['text'] }
    const model = modelFor(upstream, useResponsesApi).withStructuredOutput(schema, { method: 'jsonSchema' })
    expect(await guard.run({}, () => model.invoke(text))).toEqual({ text })
    expectNothingArrived(upstream, fields.values)
  })
})

describe('the embeddings of @langchain/openai', () => {
  it('are made of placeholders', async () => {
    await using upstream = await Upstream.start((_, res) => {
      sendJson(res, { object: 'list', model: 'm', data: [{ object: 'embedding', index: 0, embedding: [0.5, 0.25] }] })
    })
    const fields = new Planting(2_660)
    const model = new OpenAIEmbeddings({
      apiKey,
      model: 'm',
      maxRetries: 0,
      encodingFormat: 'float',
      configuration: guardFor(upstream),
    })
    expect(await guard.run({}, () => model.embedQuery(fields.text()))).toEqual([0.5, 0.25])
    expectNothingArrived(upstream, fields.values)
  })
})
