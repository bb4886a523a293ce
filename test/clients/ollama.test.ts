import { Ollama } from 'ollama'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Answer, pieces, sendJson, Upstream } from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'

let guard: Guard

afterEach(async () => await guard.close())

function guardFor(upstream: Upstream): Guard {
  guard = createGuard({ providers: { ollama: { baseUrl: upstream.origin } } })
  return guard
}

interface Asked {
  readonly messages?: { readonly content: string }[]
  readonly prompt?: string
  readonly stream?: boolean
}

/** Streams unless the request says that it must not, as the service does. */
function speak(path: string, lines: (asked: Asked) => object[]): Answer {
  return (received, res) => {
    const asked = JSON.parse(received.body.toString('utf8')) as Asked
    if (received.url !== path) return sendJson(res, { error: 'not found' }, 404)
    const events = lines(asked).map((event, index, all) => ({
      model: 'm',
      created_at: '2026-01-01T00:00:00Z',
      ...event,
      done: index === all.length - 1,
    }))
    if (asked.stream === false) return sendJson(res, events.at(-1))
    res.writeHead(200, { 'content-type': 'application/x-ndjson' })
    for (const event of events) res.write(`${JSON.stringify(event)}\n`)
    res.end()
  }
}

const told = ({ messages, prompt }: Asked) =>
  stringsOf([prompt ?? [], messages?.map(message => ({ ...message, role: [] })) ?? []]).join('\n')

describe('ollama', () => {
  it('sends placeholders in every field and reads the originals', async () => {
    const message = (asked: Asked) => ({
      role: 'assistant',
      content: told(asked),
      thinking: told(asked),
      tool_calls: [{ function: { name: 'f', arguments: { all: told(asked), list: [told(asked)] } } }],
    })
    await using upstream = await Upstream.start(speak('/api/chat', asked => [{ message: message(asked) }]))
    const fields = new Planting(700)
    const texts = [fields.text(), fields.text(), fields.text(), fields.text(), fields.text()] as const
    const answer = await guardFor(upstream).run({}, () =>
      new Ollama({ host: upstream.origin }).chat({
        model: 'm',
        messages: [
          { role: 'system', content: texts[0] },
          { role: 'user', content: texts[1] },
          {
            role: 'assistant',
            content: texts[2],
            thinking: texts[3],
            tool_calls: [{ function: { name: 'f', arguments: { mail: fields.email() } } }],
          },
          { role: 'tool', tool_name: 'f', content: texts[4] },
        ],
        tools: [
          {
            type: 'function',
            function: {
              name: 'f',
              description: fields.text(),
              parameters: { type: 'object', properties: { a: { type: 'string', enum: [fields.email()] } } },
            },
          },
        ],
        format: { type: 'object', title: fields.email() },
        options: { temperature: 0.5, stop: [fields.email()] },
        stream: false,
      }),
    )
    expectNothingArrived(upstream, fields.values)
    for (const text of texts) {
      for (const place of [
        answer.message.content,
        answer.message.thinking,
        answer.message.tool_calls![0]!.function.arguments['all'],
      ]) {
        expect(place).toContain(text)
      }
    }
    expect(upstream.bodies[0]).toMatchObject({ stream: false, options: { temperature: 0.5 } })
  })

  it.each([1, 3, 8, 1000])(
    'streams the originals, thought and said, and calls with them (pieces of %i)',
    async length => {
      await using upstream = await Upstream.start(
        speak('/api/chat', asked => [
          ...pieces(`Thinking of ${told(asked)}`, length).map(thinking => ({
            message: { role: 'assistant', content: '', thinking },
          })),
          ...pieces(`I read: ${told(asked)}`, length).map(content => ({ message: { role: 'assistant', content } })),
          {
            message: {
              role: 'assistant',
              content: '',
              tool_calls: [{ function: { name: 'f', arguments: { all: told(asked) } } }],
            },
          },
          { message: { role: 'assistant', content: '' }, done_reason: 'stop' },
        ]),
      )
      const fields = new Planting(720)
      const content = fields.text()
      const seen = { thought: '', said: '', called: '' }
      await guardFor(upstream).run({}, async () => {
        for await (const { message } of await new Ollama({ host: upstream.origin }).chat({
          model: 'm',
          messages: [{ role: 'user', content }],
          stream: true,
        })) {
          seen.thought += message.thinking ?? ''
          seen.said += message.content
          seen.called += message.tool_calls?.[0]?.function.arguments['all'] ?? ''
        }
      })
      expect(seen).toEqual({ thought: `Thinking of ${content}`, said: `I read: ${content}`, called: content })
      expectNothingArrived(upstream, fields.values)
    },
  )

  it('restores lines also where the request asked for none', async () => {
    await using upstream = await Upstream.start(
      speak('/api/generate', asked => pieces(told(asked), 4).map(response => ({ response }))),
    )
    const fields = new Planting(740)
    const prompt = fields.text()
    const response = await guardFor(upstream).fetch(`${upstream.origin}/api/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'm', prompt }),
    })
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { response: string })
    expect(lines.map(line => line.response).join('')).toBe(prompt)
    expectNothingArrived(upstream, fields.values)
  })

  it.each([false, true])('generates with the originals (streamed: %s)', async streamed => {
    await using upstream = await Upstream.start(
      speak('/api/generate', asked =>
        pieces(told(asked), streamed ? 5 : 5000).map(response => ({ response, context: [1] })),
      ),
    )
    const fields = new Planting(750)
    const ask = {
      model: 'm',
      prompt: fields.text(),
      system: fields.text(),
      template: fields.email(),
      suffix: fields.email(),
    }
    const client = new Ollama({ host: upstream.origin })
    const said = await guardFor(upstream).run({}, async () => {
      if (!streamed) return (await client.generate({ ...ask, stream: false })).response
      let collected = ''
      for await (const { response } of await client.generate({ ...ask, stream: true })) collected += response
      return collected
    })
    expect(said).toBe(ask.prompt)
    expectNothingArrived(upstream, fields.values)
  })

  it('embeds and creates with placeholders, and sends no token ids of what was said before', async () => {
    await using upstream = await Upstream.start((received, res) => {
      if (received.url === '/api/embed') return sendJson(res, { model: 'm', embeddings: [[0.5]] })
      if (received.url === '/api/create') return sendJson(res, { status: 'success' })
      sendJson(res, { model: 'm', response: 'ok', done: true })
    })
    const client = new Ollama({ host: upstream.origin })
    const fields = new Planting(760)
    await guardFor(upstream).run({}, async () => {
      expect((await client.embed({ model: 'm', input: [fields.text(), fields.email()] })).embeddings).toEqual([[0.5]])
      const messages = [{ role: 'user', content: fields.text() }]
      await client.create({
        model: 'mine',
        from: 'm',
        system: fields.text(),
        template: fields.email(),
        messages,
        stream: false,
      })
      const again = { model: 'm', prompt: 'Go on.', context: [101, 102], stream: false as const }
      await expect(client.generate(again)).rejects.toMatchObject({ cause: { code: 'ERR_GDPR_TOKENS_BLOCKED' } })
    })
    expect(upstream.received.map(({ url }) => url)).toEqual(['/api/embed', '/api/create'])
    expectNothingArrived(upstream, fields.values)
  })
})
