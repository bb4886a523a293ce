import { type Content, type FunctionDeclaration, GoogleGenAI, Type } from '@google/genai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import {
  type Answer,
  openStream,
  pieces,
  type Received,
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
  guard = createGuard({ providers: { gemini: { baseUrl: upstream.origin } }, ...more })
  return guard
}

function clientFor(upstream: Upstream, vertexai = false): GoogleGenAI {
  return new GoogleGenAI({ apiKey, vertexai, httpOptions: { baseUrl: upstream.origin } })
}

interface Asked {
  readonly contents: { readonly parts: Record<string, never>[] }[]
  readonly systemInstruction?: object
}

/** Refuses what the service would refuse: another path, contents that are no list, parts of no kind. */
function speak(reply: (asked: Asked) => object[][], answer = 'whole'): Answer {
  return (received, res) => {
    const asked = JSON.parse(received.body.toString('utf8')) as Asked
    const streamed = received.url.includes(':streamGenerateContent')
    const known = /\/models\/[\w.-]+:(?:generateContent|streamGenerateContent(?:\?alt=sse)?)$/.test(received.url)
    const isSound =
      Array.isArray(asked.contents) &&
      asked.contents.every(({ parts }) => parts.every(part => Object.keys(part).length > 0))
    if (!known || !isSound || received.headers['x-goog-api-key'] !== apiKey) {
      return sendJson(res, { error: { code: 400, message: 'not a request', status: 'INVALID_ARGUMENT' } }, 400)
    }
    const events = reply(asked).map((parts, index, all) => chunk(parts, index === all.length - 1))
    if (!streamed) return sendJson(res, events[0])
    if (answer === 'array') {
      res.writeHead(200, { 'content-type': 'application/json' })
      for (const [index, event] of events.entries())
        res.write(`${index === 0 ? '[' : ',\r\n'}${JSON.stringify(event, null, 2)}`)
      return void res.end(']')
    }
    openStream(res)
    for (const event of events) sendData(res, event)
    res.end()
  }
}

function chunk(parts: object[], last: boolean): object {
  return {
    candidates: [{ content: { role: 'model', parts }, index: 0, ...(last ? { finishReason: 'STOP' } : {}) }],
    usageMetadata: { promptTokenCount: 1, totalTokenCount: 2 },
    modelVersion: 'test-model',
    responseId: 'r-1',
  }
}

/** Everything the model was told, as a model might repeat it. */
function repeat({ contents, systemInstruction }: Asked): string {
  return stringsOf([systemInstruction ?? {}, ...contents.map(({ parts }) => parts)]).join('\n')
}

const lookUp: FunctionDeclaration = {
  name: 'look_up',
  description: 'Looks a customer up',
  parameters: { type: Type.OBJECT, properties: { mail: { type: Type.STRING } }, required: ['mail'] },
}

describe('@google/genai', () => {
  it('sends placeholders in every field and reads the originals', async () => {
    await using upstream = await Upstream.start(speak(asked => [[{ text: repeat(asked) }]]))
    const client = clientFor(upstream)
    const fields = new Planting(400)
    const history: Content[] = [
      { role: 'user', parts: [{ text: fields.text() }] },
      {
        role: 'model',
        parts: [
          { text: fields.text(), thought: true },
          {
            functionCall: {
              id: 'c-1',
              name: 'look_up',
              args: { mail: fields.email(), deep: [{ note: fields.text() }] },
            },
          },
          { executableCode: { code: `mail = "${fields.email()}"`, language: 'PYTHON' as never } },
          { codeExecutionResult: { outcome: 'OUTCOME_OK' as never, output: fields.text() } },
        ],
      },
      {
        role: 'user',
        parts: [{ functionResponse: { id: 'c-1', name: 'look_up', response: { found: fields.text() } } }],
      },
    ]
    const answer = await guardFor(upstream).run({}, () =>
      client.models.generateContent({
        model: 'test-model',
        contents: history,
        config: {
          systemInstruction: fields.text(),
          stopSequences: [fields.email()],
          temperature: 0.5,
          responseSchema: {
            type: Type.OBJECT,
            description: fields.email(),
            properties: { who: { type: Type.STRING, enum: [fields.email()] } },
          },
          tools: [{ functionDeclarations: [{ ...lookUp, description: fields.text() }] }],
          toolConfig: { retrievalConfig: { latLng: { latitude: 48.40108, longitude: 9.98761 } } },
        },
      }),
    )
    expectNothingArrived(upstream, [...fields.values, '48.40108', '9.98761'])
    for (const text of stringsOf(history.map(({ parts }) => parts))) expect(answer.text).toContain(text)
    const [sent] = upstream.bodies
    expect(sent).toMatchObject({
      generationConfig: { temperature: 0.5 },
      tools: [{ functionDeclarations: [{ name: 'look_up' }] }],
    })
  })

  it.each([1, 3, 8, 1000])('streams the originals (pieces of %i)', async length => {
    const reply = (asked: Asked) => pieces(`I read: ${repeat(asked)}`, length).map(text => [{ text }])
    await using upstream = await Upstream.start(speak(reply))
    const client = clientFor(upstream)
    const fields = new Planting(420)
    const text = fields.text()
    const streamed = await guardFor(upstream).run({}, async () => {
      let collected = ''
      for await (const event of await client.models.generateContentStream({ model: 'test-model', contents: text }))
        collected += event.text ?? ''
      return collected
    })
    expect(streamed).toContain(`I read: ${text}`)
    expectNothingArrived(upstream, fields.values)
  })

  it('streams a JSON array where no events are asked for', async () => {
    const reply = (asked: Asked) => pieces(repeat(asked), 3).map(text => [{ text }])
    await using upstream = await Upstream.start(speak(reply, 'array'))
    const fields = new Planting(430)
    const text = fields.text()
    const response = await guardFor(upstream).fetch(
      `${upstream.origin}/v1beta/models/test-model:streamGenerateContent`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-goog-api-key': apiKey },
        body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text }] }] }),
      },
    )
    const events = (await response.json()) as { candidates: { content: { parts: { text: string }[] } }[] }[]
    expect(events.map(({ candidates }) => candidates[0]!.content.parts[0]!.text).join('')).toBe(`user${text}`.slice(4))
    expectNothingArrived(upstream, fields.values)
  })

  it.each([false, true])('runs a tool loop and sends back what the provider signed (streamed: %s)', async streamed => {
    const fields = new Planting(streamed ? 440 : 450)
    const email = fields.email()
    const seal = Buffer.from('sealed by the provider').toString('base64')
    // The model bends the placeholder: a plain scrub of the restored text gives other bytes.
    const call = {
      functionCall: { id: 'c-1', name: 'look_up', args: { mail: '[email_1]', note: 'say "hi" to EMAIL_1\n' } },
      thoughtSignature: seal,
    }
    const reply = (asked: Asked) => {
      const isAnswered = asked.contents.some(({ parts }) => parts.some(part => part['functionResponse'] !== undefined))
      return isAnswered ? [[{ text: `Tool said: ${stringsOf(asked.contents.at(-1)).join()}` }]] : [[call]]
    }
    await using upstream = await Upstream.start(speak(reply))
    const chat = clientFor(upstream).chats.create({
      model: 'test-model',
      config: { tools: [{ functionDeclarations: [lookUp] }] },
    })
    const shared = guardFor(upstream)
    const first = await shared.run({}, async () => {
      if (!streamed) return (await chat.sendMessage({ message: `Who is ${email}?` })).functionCalls
      const calls = []
      for await (const event of await chat.sendMessageStream({ message: `Who is ${email}?` }))
        calls.push(...(event.functionCalls ?? []))
      return calls
    })
    expect(first).toEqual([{ id: 'c-1', name: 'look_up', args: { mail: email, note: `say "hi" to ${email}\n` } }])
    const found = fields.text()
    const message = [{ functionResponse: { id: 'c-1', name: 'look_up', response: { found } } }]
    // Another request: another scope, another vault.
    const second = await shared.run({}, () => chat.sendMessage({ message }))
    expect(second.text).toContain(found)
    const sent = upstream.bodies.at(-1) as unknown as Asked
    expect(sent.contents[1]!.parts).toEqual([call])
    expectNothingArrived(upstream, fields.values)
  })

  it.each([false, true])('sends a signed text back as the provider wrote it (streamed: %s)', async streamed => {
    const fields = new Planting(streamed ? 460 : 470)
    const email = fields.email()
    const seal = Buffer.from('sealed by the provider').toString('base64')
    const said = { text: 'I ask for [email_1] (EMAIL_1), not for help@shop.example.', thoughtSignature: seal }
    const call = { functionCall: { id: 'c-1', name: 'look_up', args: { mail: '[EMAIL_1]' } } }
    const reply = (asked: Asked) => {
      if (asked.contents.length > 1) return [[{ text: 'done' }]]
      return streamed ? [[{ text: 'So. ' }], [said], [call]] : [[said, call]]
    }
    await using upstream = await Upstream.start(speak(reply))
    const chat = clientFor(upstream).chats.create({
      model: 'test-model',
      config: { tools: [{ functionDeclarations: [lookUp] }] },
    })
    const shared = guardFor(upstream)
    const shown = await shared.run({}, async () => {
      const message = `Who is ${email}?`
      const answers = []
      if (streamed) for await (const event of await chat.sendMessageStream({ message })) answers.push(event)
      else answers.push(await chat.sendMessage({ message }))
      return answers.flatMap(({ candidates }) => candidates?.[0]?.content?.parts?.map(part => part.text ?? '') ?? [])
    })
    expect(shown.join('')).toContain(`I ask for ${email} (${email}), not for help@shop.example.`)
    const message = [{ functionResponse: { id: 'c-1', name: 'look_up', response: { found: fields.text() } } }]
    await shared.run({}, () => chat.sendMessage({ message }))
    const sent = upstream.bodies.at(-1) as unknown as Asked
    const parts = sent.contents.flatMap(content => content.parts)
    expect(parts).toContainEqual(said)
    expect(parts).toContainEqual(call)
    expectNothingArrived(upstream, fields.values)
  })

  it('uploads nothing in pieces, not even the name', async () => {
    await using upstream = await Upstream.start((_, res) => {
      res.setHeader('x-goog-upload-url', `${upstream.origin}/upload/next`)
      sendJson(res, {})
    })
    const fields = new Planting(480)
    const file = new Blob([fields.text()], { type: 'text/plain' })
    const upload = guardFor(upstream).run({}, () =>
      clientFor(upstream).files.upload({ file, config: { displayName: fields.email() } }),
    )
    await expect(upload).rejects.toMatchObject({ code: 'ERR_GDPR_PARTIAL_UPLOAD' })
    expect(upstream.received).toEqual([])
  })

  it.each([
    ['generateContent', 'whole', false],
    ['streamGenerateContent', 'array', true],
    ['streamGenerateContent?alt=sse', 'whole', true],
  ])('tells of the model that the path names, and of streams: %s', async (method, answer, streamed) => {
    await using upstream = await Upstream.start(speak(() => [[{ text: 'yes' }], [{ text: '.' }]], answer))
    const shared = guardFor(upstream)
    const told: unknown[] = []
    shared.on('exchange', summary => told.push([summary.model, summary.streamed]))
    const response = await shared.fetch(`${upstream.origin}/v1beta/models/gemini-2.5-flash:${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-goog-api-key': apiKey },
      body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'Is it?' }] }] }),
    })
    await response.text()
    expect(told).toEqual([['gemini-2.5-flash', streamed]])
  })

  it('counts, embeds and caches placeholders', async () => {
    await using upstream = await Upstream.start((received, res) => {
      if (received.url.endsWith(':countTokens')) return sendJson(res, { totalTokens: 3 })
      if (received.url.endsWith(':batchEmbedContents'))
        return sendJson(res, { embeddings: [{ values: [0.5] }, { values: [1] }] })
      if (received.url.endsWith('/cachedContents'))
        return sendJson(res, { name: 'cachedContents/c1', model: 'models/test-model' })
      sendJson(res, { error: { code: 404 } }, 404)
    })
    const client = clientFor(upstream)
    const fields = new Planting(460)
    await guardFor(upstream, { state: 'memory' }).run({}, async () => {
      expect(await client.models.countTokens({ model: 'test-model', contents: fields.text() })).toMatchObject({
        totalTokens: 3,
      })
      const embedded = await client.models.embedContent({
        model: 'test-model',
        contents: [fields.text(), fields.email()],
        config: { title: fields.email() },
      })
      expect(embedded.embeddings).toEqual([{ values: [0.5] }, { values: [1] }])
      const config = {
        contents: [{ role: 'user', parts: [{ text: fields.text() }] }],
        systemInstruction: fields.text(),
        displayName: fields.email(),
        ttl: '60s',
      }
      expect(await client.caches.create({ model: 'test-model', config })).toMatchObject({ name: 'cachedContents/c1' })
    })
    expect(upstream.received).toHaveLength(3)
    expectNothingArrived(upstream, fields.values)
  })

  it('loses the labels of Vertex', async () => {
    await using upstream = await Upstream.start(speak(asked => [[{ text: repeat(asked) }]]))
    const fields = new Planting(470)
    const text = fields.text()
    const config = { labels: { customer: 'planted-label-7' } }
    const answer = await guardFor(upstream).run({}, () =>
      clientFor(upstream, true).models.generateContent({ model: 'test-model', contents: text, config }),
    )
    expect(answer.text).toContain(text)
    expectNothingArrived(upstream, [...fields.values, 'planted-label-7'])
  })
})

describe('@google/genai 3', () => {
  it.each([false, true])('sends placeholders and reads the originals (streamed: %s)', async streamed => {
    // Its types are those of the older one, as far as they are used here.
    const next = (await import('genai3' as string)) as { GoogleGenAI: typeof GoogleGenAI }
    await using upstream = await Upstream.start(speak(asked => pieces(repeat(asked), 5000).map(text => [{ text }])))
    const client = new next.GoogleGenAI({ apiKey, httpOptions: { baseUrl: upstream.origin } })
    const fields = new Planting(475)
    const ask = { model: 'test-model', contents: fields.text(), config: { systemInstruction: fields.text() } }
    const text = await guardFor(upstream).run({}, async () => {
      if (!streamed) return (await client.models.generateContent(ask)).text
      let collected = ''
      for await (const event of await client.models.generateContentStream(ask)) collected += event.text ?? ''
      return collected
    })
    expect(text).toContain(ask.contents)
    expectNothingArrived(upstream, fields.values)
  })
})

describe('@google/genai interactions', () => {
  const input = ({ body }: Received) =>
    stringsOf((JSON.parse(body.toString('utf8')) as { input: unknown }).input).join(' ')

  it('are scrubbed and restored as a whole', async () => {
    await using upstream = await Upstream.start((received, res) => {
      const text = `I read: ${input(received)}`
      const steps = [
        { type: 'thought', signature: 'c2VhbGVkIHRob3VnaHQ=', summary: [{ type: 'text', text }] },
        { type: 'function_call', id: 'c', name: 'f', arguments: { q: text } },
        { type: 'model_output', content: [{ type: 'text', text }] },
      ]
      sendJson(res, { id: 'int-1', object: 'interaction', status: 'completed', model: 'test-model', steps })
    })
    const fields = new Planting(480)
    const [text, system] = [fields.text(), fields.text()]
    const interaction = await guardFor(upstream, { state: 'memory' }).run({}, () =>
      clientFor(upstream).interactions.create({
        model: 'test-model',
        input: text,
        system_instruction: system,
        labels: { of: 'planted-label-8' },
        stream: false,
      }),
    )
    expect(stringsOf(interaction.steps).filter(step => step === `I read: ${text}`)).toHaveLength(3)
    expectNothingArrived(upstream, [...fields.values, 'planted-label-8'])
  })

  it.each([1, 4, 1000])(
    'are restored as they stream, the last event with the same text (pieces of %i)',
    async length => {
      await using upstream = await Upstream.start((received, res) => {
        const text = `I read: ${input(received)}`
        openStream(res)
        const send = (event: { event_type: string; [field: string]: unknown }) =>
          sendEvent(res, { type: event.event_type, ...event })
        send({ event_type: 'interaction.created', interaction: { id: 'int-1', status: 'in_progress' } })
        send({ event_type: 'step.start', index: 0, step: { type: 'function_call', id: 'c', name: 'f', arguments: {} } })
        for (const piece of pieces(JSON.stringify({ q: text }), length)) {
          send({ event_type: 'step.delta', index: 0, delta: { type: 'arguments_delta', arguments: piece } })
        }
        send({ event_type: 'step.stop', index: 0 })
        send({ event_type: 'step.start', index: 1, step: { type: 'model_output' } })
        for (const piece of pieces(text, length))
          send({ event_type: 'step.delta', index: 1, delta: { type: 'text', text: piece } })
        send({ event_type: 'step.stop', index: 1 })
        const steps = [{ type: 'model_output', content: [{ type: 'text', text }] }]
        send({ event_type: 'interaction.completed', interaction: { id: 'int-1', status: 'completed', steps } })
        res.end()
      })
      const fields = new Planting(490)
      const text = fields.text()
      const seen = { text: '', args: '', last: '' }
      await guardFor(upstream, { state: 'memory' }).run({}, async () => {
        for await (const event of await clientFor(upstream).interactions.create({
          model: 'test-model',
          input: text,
          stream: true,
        })) {
          if (event.event_type === 'step.delta' && event.delta.type === 'text') seen.text += event.delta.text
          if (event.event_type === 'step.delta' && event.delta.type === 'arguments_delta')
            seen.args += event.delta.arguments
          if (event.event_type === 'interaction.completed') seen.last = JSON.stringify(event.interaction.steps)
        }
      })
      expect(seen.text).toBe(`I read: ${text}`)
      expect(JSON.parse(seen.args)).toEqual({ q: `I read: ${text}` })
      expect(seen.last).toContain(JSON.stringify(`I read: ${text}`))
      expectNothingArrived(upstream, fields.values)
    },
  )
})
