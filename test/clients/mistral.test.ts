import { Mistral } from '@mistralai/mistralai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import {
  type Answer,
  chunk,
  completion,
  openStream,
  pieces,
  sendData,
  sendEvent,
  sendJson,
  Upstream,
} from '../kit/upstream.ts'
import { expectNothingArrived, Planting, stringsOf } from './kit.ts'

const apiKey = ['key', 'of', 'a', 'test'].join('-')
let guard: Guard

afterEach(async () => await guard.close())

function guardFor(upstream: Upstream, more: GuardOptions = {}): Guard {
  guard = createGuard({ providers: { mistral: { baseUrl: upstream.origin } }, ...more })
  return guard
}

function clientFor(upstream: Upstream): Mistral {
  return new Mistral({ apiKey, serverURL: upstream.origin })
}

interface Asked {
  readonly messages: { readonly role: string; readonly content: unknown }[]
  readonly stream?: boolean
}

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 }

/** Refuses what the service would refuse, and answers whole or in `events`. */
function speak(message: (asked: Asked) => object, deltas: (asked: Asked) => object[] = () => []): Answer {
  return (received, res) => {
    const asked = JSON.parse(received.body.toString('utf8')) as Asked
    const isSound =
      Array.isArray(asked.messages) && asked.messages.every(({ role }) => /^(?:system|user|assistant|tool)$/.test(role))
    if (received.url.split('#')[0] !== '/v1/chat/completions' || !isSound) return sendJson(res, { detail: [] }, 422)
    if (asked.stream !== true) return sendJson(res, { ...completion(null, message(asked)), usage })
    openStream(res)
    for (const delta of deltas(asked)) sendData(res, chunk(delta))
    sendData(res, { ...chunk({ content: '' }, 'stop'), usage })
    sendData(res, '[DONE]')
    res.end()
  }
}

/** Everything the model was told, as a model might repeat it. */
function repeat({ messages }: Asked): string {
  return messages.flatMap(message => stringsOf(message)).join('\n')
}

describe('@mistralai/mistralai', () => {
  it('sends placeholders in every field and reads the originals', async () => {
    await using upstream = await Upstream.start(
      speak(asked => ({
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: repeat(asked) }] },
          { type: 'text', text: repeat(asked) },
        ],
        tool_calls: [
          { id: 'c-2', type: 'function', function: { name: 'f', arguments: JSON.stringify({ all: repeat(asked) }) } },
        ],
      })),
    )
    const fields = new Planting(500)
    const told = [fields.text(), fields.text(), fields.text(), fields.text(), fields.text()] as const
    const answer = await guardFor(upstream).run({}, () =>
      clientFor(upstream).chat.complete({
        model: 'test-model',
        metadata: { customer: 'planted-customer-9' },
        messages: [
          { role: 'system', content: told[0] },
          { role: 'user', content: [{ type: 'text', text: told[1] }] },
          {
            role: 'assistant',
            content: [{ type: 'thinking', thinking: [{ type: 'text', text: told[2] }] }],
            toolCalls: [
              { id: 'c-1', function: { name: 'f', arguments: { note: fields.text(), deep: [fields.email()] } } },
            ],
          },
          { role: 'tool', name: 'f', toolCallId: 'c-1', content: told[3] },
          { role: 'user', content: told[4] },
        ],
        stop: [fields.email()],
        prediction: { type: 'content', content: fields.text() },
        tools: [
          {
            type: 'function',
            function: {
              name: 'f',
              description: fields.text(),
              parameters: { type: 'object', properties: { a: { enum: [fields.email()] } } },
            },
          },
        ],
        responseFormat: {
          type: 'json_schema',
          jsonSchema: { name: 'n', description: fields.email(), schemaDefinition: { title: fields.email() } },
        },
      }),
    )
    expectNothingArrived(upstream, [...fields.values, 'planted-customer-9'])
    const { content, toolCalls } = answer.choices[0]!.message!
    const [thought, said] = content as unknown as [{ thinking: { text: string }[] }, { text: string }]
    const args = JSON.parse(toolCalls![0]!.function.arguments as string) as { all: string }
    for (const text of told) {
      expect(thought.thinking[0]!.text).toContain(text)
      expect(said.text).toContain(text)
      expect(args.all).toContain(text)
    }
  })

  it.each([1, 3, 8, 1000])(
    'streams the originals, thought and said, with arguments that parse (pieces of %i)',
    async length => {
      await using upstream = await Upstream.start(
        speak(
          () => ({}),
          asked => [
            { role: 'assistant', content: '' },
            ...pieces(`Thinking of ${repeat(asked)}`, length).map(text => ({
              content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }],
            })),
            ...pieces(`I read: ${repeat(asked)}`, length).map(content => ({ content })),
            ...pieces(JSON.stringify({ all: repeat(asked) }), length).map(args => ({
              tool_calls: [{ index: 0, id: 'c', function: { name: 'f', arguments: args } }],
            })),
          ],
        ),
      )
      const fields = new Planting(520)
      const text = fields.text()
      const seen = { thought: '', said: '', args: '' }
      await guardFor(upstream).run({}, async () => {
        for await (const { data } of await clientFor(upstream).chat.stream({
          model: 'test-model',
          messages: [{ role: 'user', content: text }],
        })) {
          const { content, toolCalls } = data.choices[0]!.delta
          if (typeof content === 'string') seen.said += content
          else
            seen.thought += stringsOf(content)
              .filter(value => value !== 'text' && value !== 'thinking')
              .join('')
          seen.args += toolCalls?.[0]?.function.arguments ?? ''
        }
      })
      expect(seen.said).toContain(`I read: user\n${text}`)
      expect(seen.thought).toContain(`Thinking of user\n${text}`)
      expect(JSON.parse(seen.args)).toEqual({ all: `user\n${text}` })
      expectNothingArrived(upstream, fields.values)
    },
  )

  it.each([false, true])(
    'sends back the thought that the provider signed, in a tool loop (streamed: %s)',
    async streamed => {
      const fields = new Planting(streamed ? 580 : 590)
      const email = fields.email()
      const seal = Buffer.from('sealed by the provider').toString('base64')
      // The model bends the placeholder and names an address of its own: a plain scrub of the restored text gives other bytes.
      const thought = 'The customer is [email_1] ** EMAIL_1, help is at help@shop.example'
      const call = { id: 'c-1', type: 'function', function: { name: 'look_up', arguments: '{"mail":"[EMAIL_1]"}' } }
      const thinking = (text: string) => ({ type: 'thinking', thinking: [{ type: 'text', text }] })
      await using upstream = await Upstream.start(
        speak(
          asked =>
            asked.messages.length > 1
              ? { content: `Tool said: ${repeat(asked)}` }
              : { content: [{ ...thinking(thought), signature: seal }], tool_calls: [call] },
          () => [
            ...pieces(thought, 5).map(text => ({ content: [thinking(text)] })),
            { content: [{ type: 'thinking', thinking: [], signature: seal }] },
            { tool_calls: [{ index: 0, ...call }] },
          ],
        ),
      )
      const client = clientFor(upstream)
      const shared = guardFor(upstream)
      const tools = [{ type: 'function' as const, function: { name: 'look_up', parameters: { type: 'object' } } }]
      const asked = { model: 'test-model', tools, messages: [{ role: 'user' as const, content: `Who is ${email}?` }] }
      const first = await shared.run({}, async () => {
        if (!streamed) {
          const { content } = (await client.chat.complete(asked)).choices[0]!.message!
          const [chunk] = content as unknown as [{ thinking: [{ text: string }]; signature: string }]
          return { text: chunk.thinking[0].text, signature: chunk.signature }
        }
        const seen = { text: '', signature: '' }
        for await (const { data } of await client.chat.stream(asked)) {
          for (const chunk of (data.choices[0]!.delta.content || []) as {
            thinking?: { text: string }[]
            signature?: string
          }[]) {
            seen.text += chunk.thinking?.map(({ text }) => text).join('') ?? ''
            seen.signature += chunk.signature ?? ''
          }
        }
        return seen
      })
      expect(first).toEqual({ text: thought.replace(/\[email_1\]|EMAIL_1/g, email), signature: seal })
      const thoughtAgain = { ...thinking(first.text), signature: first.signature }
      const toolCalls = [{ id: 'c-1', function: { name: 'look_up', arguments: { mail: email } } }]
      const messages = [
        ...asked.messages,
        { role: 'assistant' as const, content: [thoughtAgain], toolCalls },
        { role: 'tool' as const, name: 'look_up', toolCallId: 'c-1', content: fields.text() },
      ] as Parameters<typeof client.chat.complete>[0]['messages']
      // Another request: another scope, another vault.
      await shared.run({}, () => client.chat.complete({ ...asked, messages }))
      const sent = upstream.bodies.at(-1) as unknown as Asked
      expect(sent.messages[1]!.content).toEqual([{ ...thinking(thought), signature: seal }])
      expectNothingArrived(upstream, fields.values)
    },
  )

  it('fills in, embeds, judges and reads documents with placeholders', async () => {
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as Record<string, unknown>
      const all = stringsOf(asked).join(' ')
      switch (received.url) {
        case '/v1/fim/completions':
          return sendJson(res, { ...completion(all), usage })
        case '/v1/embeddings':
          return sendJson(res, {
            id: 'e',
            object: 'list',
            model: 'm',
            data: [{ object: 'embedding', index: 0, embedding: [0.5] }],
            usage,
          })
        case '/v1/moderations':
        case '/v1/chat/moderations':
          return sendJson(res, { id: 'm', model: 'm', results: [{ categories: { pii: true } }] })
        case '/v1/ocr':
          return sendJson(res, {
            model: 'm',
            pages: [],
            document_annotation: JSON.stringify({ all }),
            usage_info: { pages_processed: 1 },
          })
        default:
          return sendJson(res, { detail: [] }, 404)
      }
    })
    const client = clientFor(upstream)
    const fields = new Planting(540)
    const [prompt, suffix, annotation] = [fields.text(), fields.text(), fields.text()]
    await guardFor(upstream, { media: 'allow' }).run({}, async () => {
      const filled = await client.fim.complete({ model: 'm', prompt, suffix })
      expect(filled.choices[0]!.message!.content).toContain(prompt)
      expect(filled.choices[0]!.message!.content).toContain(suffix)
      await client.embeddings.create({ model: 'm', inputs: [fields.text(), fields.email()] })
      await client.classifiers.moderate({ model: 'm', inputs: fields.text() })
      await client.classifiers.moderateChat({ model: 'm', inputs: [{ role: 'user', content: fields.text() }] })
      const read = await client.ocr.process({
        model: 'm',
        document: {
          type: 'document_url',
          documentUrl: 'https://example.org/a.pdf',
          documentName: `of ${fields.email()}`,
        },
        documentAnnotationPrompt: annotation,
      })
      expect((JSON.parse(read.documentAnnotation!) as { all: string }).all).toContain(annotation)
    })
    expect(upstream.received).toHaveLength(5)
    expectNothingArrived(upstream, fields.values)
  })

  it.each([1, 5, 1000])('converses with the originals (pieces of %i)', async length => {
    await using upstream = await Upstream.start((received, res) => {
      const asked = JSON.parse(received.body.toString('utf8')) as {
        inputs: unknown
        instructions?: string
        stream?: boolean
      }
      const text = `I read: ${stringsOf([asked.inputs, asked.instructions]).join(' ')}`
      const base = { id: 'm-1', model: 'm' }
      if (asked.stream !== true) {
        const outputs = [
          { type: 'message.output', content: text, ...base },
          { type: 'function.call', tool_call_id: 'c-1', name: 'f', arguments: JSON.stringify({ text }), ...base },
        ]
        return sendJson(res, { object: 'conversation.response', conversation_id: 'conv-1', outputs, usage })
      }
      openStream(res)
      const send = (event: { type: string; [field: string]: unknown }) => sendEvent(res, event)
      send({ type: 'conversation.response.started', conversation_id: 'conv-1' })
      for (const content of pieces(text, length)) {
        send({ type: 'message.output.delta', output_index: 0, content_index: 0, role: 'assistant', content, ...base })
      }
      for (const args of pieces(JSON.stringify({ text }), length)) {
        send({ type: 'function.call.delta', output_index: 1, tool_call_id: 'c-1', name: 'f', arguments: args, ...base })
      }
      send({ type: 'conversation.response.done', usage })
      res.end()
    })
    const fields = new Planting(560)
    const ask = {
      model: 'm',
      instructions: fields.text(),
      inputs: [{ type: 'message.input' as const, role: 'user' as const, content: fields.text() }],
    }
    const seen = { said: '', args: '' }
    await guardFor(upstream, { state: 'memory' }).run({}, async () => {
      const { outputs } = await clientFor(upstream).beta.conversations.start(ask)
      for (const text of [ask.instructions, ask.inputs[0]!.content])
        expect(stringsOf(outputs).filter(said => said.includes(text))).not.toHaveLength(0)
      for await (const { data } of await clientFor(upstream).beta.conversations.startStream(ask)) {
        if (data.type === 'message.output.delta') seen.said += data.content as string
        if (data.type === 'function.call.delta') seen.args += data.arguments
      }
    })
    for (const text of [ask.instructions, ask.inputs[0]!.content]) {
      expect(seen.said).toContain(text)
      expect((JSON.parse(seen.args) as { text: string }).text).toContain(text)
    }
    expectNothingArrived(upstream, fields.values)
  })
})
