import Groq from 'groq-sdk'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Answer, chunk, completion, openStream, pieces, sendData, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

function guardFor(upstream: Upstream): Guard {
  guard = createGuard({ providers: { groq: { baseUrl: upstream.origin } } })
  return guard
}

interface Asked {
  readonly messages: { readonly content: unknown }[]
  readonly documents?: unknown[]
  readonly stream?: boolean
}

const told = ({ messages, documents }: Asked) =>
  stringsOf([messages.map(({ content }) => content), documents ?? []]).join('\n')

function executed(text: string): object {
  return {
    index: 0,
    type: 'search',
    arguments: JSON.stringify({ query: text }),
    output: text,
    search_results: { results: [{ title: text, url: 'https://example.org' }] },
  }
}

function speak(deltas: (text: string) => object[]): Answer {
  return (received, res) => {
    const asked = JSON.parse(received.body.toString('utf8')) as Asked
    if (received.url !== '/openai/v1/chat/completions') return sendJson(res, { error: { message: 'no' } }, 404)
    const text = told(asked)
    if (asked.stream !== true)
      return sendJson(res, completion(text, { reasoning: text, executed_tools: [executed(text)] }))
    openStream(res)
    for (const delta of deltas(text)) sendData(res, chunk(delta))
    sendData(res, { ...chunk({}, 'stop'), x_groq: { id: 'req_1' } })
    sendData(res, '[DONE]')
    res.end()
  }
}

describe('groq-sdk', () => {
  it('sends placeholders in every field and reads the originals', async () => {
    await using upstream = await Upstream.start(speak(() => []))
    const fields = new Planting(800)
    const texts = [fields.text(), fields.text(), fields.text()] as const
    const client = new Groq({ apiKey, baseURL: upstream.origin, maxRetries: 0 })
    const answer = await guardFor(upstream).run({}, () =>
      client.chat.completions.create({
        model: 'test-model',
        user: 'planted-user-6',
        metadata: { of: 'planted-meta-6' },
        messages: [
          { role: 'system', content: texts[0] },
          { role: 'user', content: texts[1] },
        ],
        documents: [{ id: 'd1', source: { type: 'text', text: texts[2] } }],
        stop: [fields.email()],
        tools: [
          {
            type: 'function',
            function: { name: 'f', description: fields.text(), parameters: { type: 'object', title: fields.email() } },
          },
        ],
      }),
    )
    expectNothingArrived(upstream, [...fields.values, 'planted-user-6', 'planted-meta-6'])
    const { content, reasoning, executed_tools } = answer.choices[0]!.message
    const [tool] = executed_tools!
    const places = [
      content,
      reasoning,
      (JSON.parse(tool!.arguments) as { query: string }).query,
      tool!.output,
      tool!.search_results!.results![0]!.title,
    ]
    for (const text of texts) for (const place of places) expect(place).toContain(text)
  })

  it.each([1, 3, 8, 1000])(
    'streams the originals: reasoning, content, calls, tools that ran (pieces of %i)',
    async length => {
      await using upstream = await Upstream.start(
        speak(text => [
          { role: 'assistant', content: '' },
          ...pieces(text, length).map(reasoning => ({ reasoning })),
          { executed_tools: [executed(text)] },
          ...pieces(text, length).map(content => ({ content })),
          ...pieces(JSON.stringify({ text }), length).map(args => ({
            tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'f', arguments: args } }],
          })),
        ]),
      )
      const fields = new Planting(820)
      const content = fields.text()
      const client = new Groq({ apiKey, baseURL: upstream.origin, maxRetries: 0 })
      const seen = { thought: '', said: '', args: '', ran: '' }
      await guardFor(upstream).run({}, async () => {
        for await (const event of await client.chat.completions.create({
          model: 'test-model',
          stream: true,
          messages: [{ role: 'user', content }],
        })) {
          const { delta } = event.choices[0]!
          seen.thought += delta.reasoning ?? ''
          seen.said += delta.content ?? ''
          seen.args += delta.tool_calls?.[0]?.function?.arguments ?? ''
          seen.ran += JSON.stringify(delta.executed_tools ?? '')
        }
      })
      expect([seen.thought, seen.said]).toEqual([content, content])
      expect(JSON.parse(seen.args)).toEqual({ text: content })
      expect(seen.ran).toContain(JSON.stringify(content))
      expectNothingArrived(upstream, fields.values)
    },
  )
})
