/**
 * No event waits for a later one: a provider that sends the next event only once the client has the one before gets to its
 * end. Were one event held, both would wait for ever.
 */
import { afterEach, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { plant } from '../kit/planted.ts'
import { Upstream } from '../kit/upstream.ts'
import { anthropicStreams } from '../wire/streams/anthropic-streams.ts'
import { bedrockStreams } from '../wire/streams/bedrock-streams.ts'
import { cohereStreams } from '../wire/streams/cohere-streams.ts'
import { geminiStreams } from '../wire/streams/gemini-streams.ts'
import { mistralStreams } from '../wire/streams/mistral-streams.ts'
import { ollamaStreams } from '../wire/streams/ollama-streams.ts'
import { responsesStreams } from '../wire/streams/openai-responses-stream.ts'
import { openaiStreams } from '../wire/streams/openai-streams.ts'
import { plainTexts, type StreamCase, serverSentEvents } from '../wire/streams/stream-case.ts'

let guard: Guard

afterEach(async () => await guard.close())

const [chat, ...otherChats] = openaiStreams
const assistants = otherChats.find(({ name }) => name.startsWith('assistants'))

/** One stream of each API, and where it is asked for. */
const streams: readonly (readonly [provider: string, path: string, streamCase: StreamCase | undefined])[] = [
  ['openai', '/v1/chat/completions', chat],
  ['openai', '/v1/responses', responsesStreams[0]],
  ['openai', '/v1/threads/runs', assistants],
  ['anthropic', '/v1/messages', anthropicStreams[0]],
  ['gemini', '/v1beta/models/m:streamGenerateContent?alt=sse', geminiStreams[0]],
  ['gemini', '/v1beta/models/m:streamGenerateContent', geminiStreams[1]],
  ['gemini', '/v1beta/interactions', geminiStreams[2]],
  ['mistral', '/v1/chat/completions', mistralStreams[0]],
  ['mistral', '/v1/conversations', mistralStreams[1]],
  ['cohere', '/v2/chat', cohereStreams[0]],
  ['cohere', '/v1/chat', cohereStreams[1]],
  ['ollama', '/api/chat', ollamaStreams[0]],
  ['bedrock', '/model/m/converse-stream', bedrockStreams[0]],
  ['bedrock', '/model/m/invoke-with-response-stream', bedrockStreams[1]],
]

const inPieces = (text: string) => text.match(/.{1,24}/gs) ?? []

it.each(streams)('%s %s goes event by event', async (provider, path, streamCase) => {
  const { stream, framing = serverSentEvents } = streamCase!
  const frames = framing.split(stream(plainTexts, inPieces)).map(framing.encode)
  const { email } = plant(950)
  let arrived = 0
  let goOn = () => {}
  await using upstream = await Upstream.start(async (_, res) => {
    res.writeHead(200, { 'content-type': framing.contentType })
    let sent = 0
    for (const frame of frames) {
      res.write(frame)
      sent += frame.length
      // The end of a JSON array may come with the end of the answer.
      if (frame === frames.at(-1)) break
      while (arrived < sent) {
        await new Promise<void>(resolve => {
          goOn = resolve
        })
      }
    }
    res.end()
  })
  guard = createGuard({ mode: 'explicit', state: 'memory', providers: { [provider]: { baseUrl: upstream.origin } } })
  await guard.run({}, async () => {
    const response = await guard.fetch(upstream.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' },
      // With a value of its own, so that there is something that texts could become.
      body: JSON.stringify({ model: 'm', stream: true, messages: [], store: false, note: `I am ${email}` }),
    })
    expect(response.status).toBe(200)
    for await (const chunk of response.body ?? []) {
      arrived += chunk.length
      goOn()
    }
  })
  expect(arrived).toBe(frames.reduce((sum, frame) => sum + frame.length, 0))
  expect(upstream.everything).not.toContain(email)
})
