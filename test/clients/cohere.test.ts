import { CohereClient, CohereClientV2 } from 'cohere-ai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { openStream, pieces, sendEvent, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'

const token = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

function guardFor(upstream: Upstream): Guard {
  guard = createGuard({ providers: { cohere: { baseUrl: upstream.origin } } })
  return guard
}

const tokens = { tokens: { input_tokens: 1, output_tokens: 2 } }

interface AskedV2 {
  readonly messages: object[]
  readonly documents?: unknown[]
  readonly stream: boolean
}

describe('cohere-ai, version 2', () => {
  it('sends placeholders in every field and reads the originals', async () => {
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as AskedV2
      if (received.url !== '/v2/chat' || !Array.isArray(asked.messages)) return sendJson(res, { message: 'no' }, 400)
      const text = stringsOf([asked.messages, asked.documents]).join('\n')
      const message = {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: text },
          { type: 'text', text },
        ],
        tool_plan: text,
        tool_calls: [{ id: 'c-2', type: 'function', function: { name: 'f', arguments: JSON.stringify({ text }) } }],
        citations: [
          {
            start: 0,
            end: 4,
            text: text.slice(0, 4),
            sources: [{ type: 'document', id: 'd', document: { note: text } }],
          },
        ],
      }
      sendJson(res, { id: 'x', finish_reason: 'COMPLETE', message, usage: tokens })
    })
    const client = new CohereClientV2({ token, baseUrl: upstream.origin })
    const fields = new Planting(600)
    const told = [fields.text(), fields.text(), fields.text(), fields.text(), fields.text(), fields.text()] as const
    const answer = await guardFor(upstream).run({}, () =>
      client.chat({
        model: 'command-a-03-2025',
        messages: [
          { role: 'system', content: told[0] },
          { role: 'user', content: [{ type: 'text', text: told[1] }] },
          {
            role: 'assistant',
            toolPlan: told[2],
            toolCalls: [
              {
                id: 'c-1',
                type: 'function',
                function: { name: 'f', arguments: JSON.stringify({ mail: fields.email() }) },
              },
            ],
            citations: [
              {
                start: 0,
                end: 3,
                text: fields.email(),
                sources: [{ type: 'tool', id: 't', toolOutput: { a: fields.text() } }],
              },
            ],
          },
          { role: 'tool', toolCallId: 'c-1', content: [{ type: 'document', document: { data: { found: told[3] } } }] },
          { role: 'user', content: told[4] },
        ],
        documents: [told[5], { id: 'd1', data: { note: fields.text() } }],
        tools: [
          {
            type: 'function',
            function: { name: 'f', description: fields.text(), parameters: { type: 'object', title: fields.email() } },
          },
        ],
        stopSequences: [fields.email()],
        responseFormat: { type: 'json_object', jsonSchema: { description: fields.email() } },
      }),
    )
    expectNothingArrived(upstream, fields.values)
    const { content, toolPlan, toolCalls, citations } = answer.message
    const [thought, said] = content as unknown as [{ thinking: string }, { text: string }]
    const args = JSON.parse(toolCalls![0]!.function!.arguments!) as { text: string }
    const [source] = citations![0]!.sources as unknown as [{ document: { note: string } }]
    for (const text of told) {
      for (const place of [thought.thinking, said.text, toolPlan, args.text, source.document.note])
        expect(place).toContain(text)
    }
  })

  it.each([1, 3, 8, 1000])('streams the originals, with arguments that parse (pieces of %i)', async length => {
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as AskedV2
      if (received.url !== '/v2/chat' || !asked.stream) return sendJson(res, { message: 'no' }, 400)
      const text = `I read: ${stringsOf(asked.messages).join(' ')}`
      openStream(res)
      const send = (event: { type: string; [field: string]: unknown }) => sendEvent(res, event)
      send({
        type: 'message-start',
        id: 'x',
        delta: { message: { role: 'assistant', content: [], tool_plan: '', tool_calls: [], citations: [] } },
      })
      for (const piece of pieces(text, length))
        send({ type: 'tool-plan-delta', delta: { message: { tool_plan: piece } } })
      const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '' } }
      send({ type: 'tool-call-start', index: 0, delta: { message: { tool_calls: call } } })
      for (const piece of pieces(JSON.stringify({ text }), length)) {
        send({
          type: 'tool-call-delta',
          index: 0,
          delta: { message: { tool_calls: { function: { arguments: piece } } } },
        })
      }
      send({ type: 'tool-call-end', index: 0 })
      send({ type: 'content-start', index: 0, delta: { message: { content: { type: 'text', text: '' } } } })
      for (const piece of pieces(text, length))
        send({ type: 'content-delta', index: 0, delta: { message: { content: { text: piece } } } })
      send({
        type: 'citation-start',
        index: 0,
        delta: { message: { citations: { start: 0, end: 4, text, sources: [] } } },
      })
      send({ type: 'citation-end', index: 0 })
      send({ type: 'content-end', index: 0 })
      send({ type: 'message-end', delta: { finish_reason: 'COMPLETE', usage: tokens } })
      res.end()
    })
    const client = new CohereClientV2({ token, baseUrl: upstream.origin })
    const fields = new Planting(620)
    const text = fields.text()
    const seen = { plan: '', args: '', said: '', cited: '' }
    await guardFor(upstream).run({}, async () => {
      for await (const event of await client.chatStream({
        model: 'command-a-03-2025',
        messages: [{ role: 'user', content: text }],
      })) {
        if (event.type === 'tool-plan-delta') seen.plan += event.delta?.message?.toolPlan ?? ''
        if (event.type === 'tool-call-delta') seen.args += event.delta?.message?.toolCalls?.function?.arguments ?? ''
        if (event.type === 'content-delta') seen.said += event.delta?.message?.content?.text ?? ''
        if (event.type === 'citation-start') seen.cited = event.delta?.message?.citations?.text ?? ''
      }
    })
    const whole = `I read: user ${text}`
    expect(seen).toMatchObject({ plan: whole, said: whole, cited: whole })
    expect(JSON.parse(seen.args)).toEqual({ text: whole })
    expectNothingArrived(upstream, fields.values)
  })

  it('embeds and ranks placeholders', async () => {
    await using upstream = await Upstream.start((received, res) => {
      if (received.url === '/v2/embed')
        return sendJson(res, {
          id: 'e',
          embeddings: { float: [[0.5]] },
          texts: JSON.parse(received.body.toString()).texts,
        })
      if (received.url === '/v2/rerank')
        return sendJson(res, { id: 'r', results: [{ index: 0, relevance_score: 0.5 }] })
      sendJson(res, { message: 'no' }, 404)
    })
    const client = new CohereClientV2({ token, baseUrl: upstream.origin })
    const fields = new Planting(640)
    const text = fields.text()
    await guardFor(upstream).run({}, async () => {
      const embedded = await client.embed({
        model: 'embed-v4.0',
        inputType: 'search_document',
        embeddingTypes: ['float'],
        texts: [text],
      })
      expect(embedded).toMatchObject({ embeddings: { float: [[0.5]] }, texts: [text] })
      const ranked = await client.rerank({
        model: 'rerank-v3.5',
        query: fields.text(),
        documents: [fields.text(), fields.email()],
      })
      expect(ranked.results).toEqual([{ index: 0, relevanceScore: 0.5 }])
    })
    expectNothingArrived(upstream, fields.values)
  })
})

interface AskedV1 {
  readonly message: string
  readonly stream: boolean
}

describe('cohere-ai, version 1', () => {
  const told = (body: Buffer) => {
    const { message, preamble, chat_history, documents, tool_results } = JSON.parse(body.toString('utf8')) as Record<
      string,
      unknown
    >
    return stringsOf([preamble, chat_history, documents, tool_results, message]).join('\n')
  }

  it('sends placeholders in every field and reads the originals', async () => {
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as AskedV1
      if (received.url !== '/v1/chat' || typeof asked.message !== 'string') return sendJson(res, { message: 'no' }, 400)
      const text = told(received.body)
      const history = [{ role: 'CHATBOT', message: text }]
      const calls = [{ name: 'f', parameters: { text } }]
      sendJson(res, {
        text,
        generation_id: 'g',
        chat_history: history,
        tool_calls: calls,
        documents: [{ id: 'd', text }],
        finish_reason: 'COMPLETE',
      })
    })
    const client = new CohereClient({ token, baseUrl: upstream.origin })
    const fields = new Planting(650)
    const texts = [fields.text(), fields.text(), fields.text(), fields.text(), fields.text()] as const
    const answer = await guardFor(upstream).run({}, () =>
      client.chat({
        message: texts[0],
        preamble: texts[1],
        chatHistory: [{ role: 'USER', message: texts[2] }],
        documents: [{ id: 'd1', title: fields.email(), text: texts[3] }],
        toolResults: [{ call: { name: 'f', parameters: { mail: fields.email() } }, outputs: [{ found: texts[4] }] }],
        tools: [
          {
            name: 'f',
            description: fields.text(),
            parameterDefinitions: { a: { description: fields.email(), type: 'str' } },
          },
        ],
        stopSequences: [fields.email()],
      }),
    )
    expectNothingArrived(upstream, fields.values)
    const places = [answer.text, answer.chatHistory![0] as { message: string }, answer.toolCalls, answer.documents].map(
      place => stringsOf(place).join('\n'),
    )
    for (const text of texts) for (const place of places) expect(place).toContain(text)
  })

  it.each([1, 3, 8, 1000])(
    'streams lines with the originals, the last one with the same text (pieces of %i)',
    async length => {
      await using upstream = await Upstream.start((received, res) => {
        const asked = JSON.parse(received.body.toString('utf8')) as AskedV1
        if (received.url !== '/v1/chat' || !asked.stream) return sendJson(res, { message: 'no' }, 400)
        const text = `I read: ${told(received.body)}`
        res.writeHead(200, { 'content-type': 'application/stream+json' })
        const send = (event: object) => res.write(`${JSON.stringify(event)}\n`)
        send({ is_finished: false, event_type: 'stream-start', generation_id: 'g' })
        for (const piece of pieces(text, length))
          send({ is_finished: false, event_type: 'text-generation', text: piece })
        const response = {
          text,
          generation_id: 'g',
          chat_history: [{ role: 'CHATBOT', message: text }],
          finish_reason: 'COMPLETE',
        }
        send({ is_finished: true, event_type: 'stream-end', finish_reason: 'COMPLETE', response })
        res.end()
      })
      const client = new CohereClient({ token, baseUrl: upstream.origin })
      const fields = new Planting(670)
      const text = fields.text()
      const seen = { said: '', last: '' }
      await guardFor(upstream).run({}, async () => {
        for await (const event of await client.chatStream({ message: text })) {
          if (event.eventType === 'text-generation') seen.said += event.text
          if (event.eventType === 'stream-end') seen.last = event.response.text
        }
      })
      expect(seen).toEqual({ said: `I read: ${text}`, last: `I read: ${text}` })
      expectNothingArrived(upstream, fields.values)
    },
  )

  it('classifies, tokenizes, ranks, embeds and summarizes placeholders', async () => {
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as Record<string, unknown>
      const [first = ''] = stringsOf(asked['inputs'] ?? asked['text'] ?? asked['texts'] ?? [])
      switch (received.url) {
        case '/v1/classify':
          return sendJson(res, {
            id: 'c',
            classifications: [
              {
                id: '1',
                input: first,
                predictions: [],
                confidences: [],
                labels: {},
                classification_type: 'single-label',
              },
            ],
          })
        case '/v1/tokenize':
          return sendJson(res, { tokens: [1], token_strings: ['[EMA'] })
        case '/v1/rerank':
          return sendJson(res, {
            results: [
              { index: 0, relevance_score: 1, document: { text: (asked['documents'] as { text: string }[])[0]!.text } },
            ],
          })
        case '/v1/embed':
          return sendJson(res, {
            response_type: 'embeddings_floats',
            id: 'e',
            embeddings: [[0.5]],
            texts: asked['texts'],
          })
        case '/v1/summarize':
          return sendJson(res, { id: 's', summary: first })
        default:
          return sendJson(res, { message: 'no' }, 404)
      }
    })
    const client = new CohereClient({ token, baseUrl: upstream.origin })
    const fields = new Planting(690)
    const text = fields.text()
    await guardFor(upstream).run({}, async () => {
      const classified = await client.classify({ inputs: [text], examples: [{ text: fields.text(), label: 'refund' }] })
      expect(classified.classifications[0]!.input).toBe(text)
      await client.tokenize({ text: fields.text(), model: 'command' })
      const ranked = await client.rerank({ query: fields.text(), documents: [{ text }], returnDocuments: true })
      expect(ranked.results[0]!.document!.text).toBe(text)
      expect(await client.embed({ texts: [text] })).toMatchObject({ texts: [text], embeddings: [[0.5]] })
      expect((await client.summarize({ text, additionalCommand: fields.text() })).summary).toBe(text)
      await expect(client.detokenize({ tokens: [12, 345], model: 'command' }, { maxRetries: 0 })).rejects.toThrow()
    })
    expect(upstream.received).toHaveLength(5)
    expectNothingArrived(upstream, fields.values)
  })
})
