import { afterEach, describe, expect, it } from 'vitest'
import { VoyageAIClient } from 'voyageai'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Answer, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting } from './kit.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

interface Asked {
  readonly model?: string
  readonly input?: string | readonly string[]
  readonly inputs?: readonly unknown[]
  readonly query?: string
  readonly documents?: readonly string[]
}

/** Checks what it is sent; ranking gives the documents back. */
const service: Answer = (received, res) => {
  const { pathname } = new URL(received.url, 'http://x')
  const { model, input, inputs, query, documents } = JSON.parse(received.body.toString('utf8')) as Asked
  const isRanking = pathname === '/v1/rerank'
  const isComplete = isRanking ? query !== undefined && documents !== undefined : (input ?? inputs) !== undefined
  if (typeof model !== 'string' || !isComplete) return sendJson(res, { detail: 'incomplete' }, 400)
  const usage = { total_tokens: 3 }
  if (isRanking) {
    const data = documents!.map((document, index) => ({ index, relevance_score: 1 / (index + 1), document }))
    return sendJson(res, { object: 'list', data, model, usage })
  }
  const data = [{ object: 'embedding', embedding: [0.25, -0.5], index: 0 }]
  sendJson(res, { object: 'list', data, model, usage })
}

describe('voyageai', () => {
  it('embeds and ranks placeholders, and reads the documents that come back', async () => {
    await using upstream = await Upstream.start(service)
    guard = createGuard({ providers: { voyage: { baseUrl: `${upstream.origin}/v1` } } })
    const client = new VoyageAIClient({ apiKey, environment: `${upstream.origin}/v1`, maxRetries: 0 })
    const fields = new Planting(4_300)
    const documents = [fields.text(), fields.text()]
    const [one, many, mixed, ranked] = await guard.run(
      {},
      async () =>
        [
          await client.embed({ input: fields.text(), model: 'voyage-x', inputType: 'query' }),
          await client.embed({ input: [fields.text(), fields.text()], model: 'voyage-x' }),
          await client.multimodalEmbed({
            inputs: [{ content: [{ type: 'text', text: fields.text() }] }],
            model: 'voyage-multimodal-x',
          }),
          await client.rerank({ query: fields.text(), documents, model: 'rerank-x', returnDocuments: true }),
        ] as const,
    )
    for (const { data } of [one, many, mixed]) expect(data?.[0]?.embedding).toEqual([0.25, -0.5])
    expect(ranked.data?.map(({ document }) => document)).toEqual(documents)
    expect(upstream.received.map(({ url }) => url)).toEqual([
      '/v1/embeddings',
      '/v1/embeddings',
      '/v1/multimodalembeddings',
      '/v1/rerank',
    ])
    expectNothingArrived(upstream, fields.values)
  })
})
