/** Parsers disagree on which of two equal keys counts, so both have to be clean; and what is beside them keeps its bytes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { plant } from '../kit/planted.ts'
import { sendJson, Upstream } from '../kit/upstream.ts'

let upstream: Upstream
const guards = new Map<string, Guard>()

beforeAll(async () => {
  upstream = await Upstream.start((_, res) => sendJson(res, {}))
  for (const provider of new Set(bodies.map(([provider]) => provider))) {
    guards.set(provider, createGuard({ mode: 'explicit', providers: { [provider]: { baseUrl: upstream.origin } } }))
  }
})

afterAll(async () => {
  for (const guard of guards.values()) await guard.close()
  await upstream[Symbol.asyncDispose]()
})

/** `A` and `B` stand for texts with a value each, in two copies of one field. */
const bodies: [provider: string, path: string, body: string][] = [
  ['openai', '/v1/chat/completions', '{"model":"m","messages":[{"role":"user","content":"A","content":"B"}]}'],
  [
    'openai',
    '/v1/chat/completions',
    '{"model":"m","messages":[{"role":"user","content":"A"}],"messages":[{"role":"user","content":"B"}]}',
  ],
  [
    'openai',
    '/v1/chat/completions',
    '{"messages":[{"role":"user","content":[{"type":"text","type":"image_url","text":"A","text":"B"}]}]}',
  ],
  [
    'openai',
    '/v1/chat/completions',
    '{"messages":[{"role":"assistant","tool_calls":[{"id":"c","function":{"name":"f","arguments":"{\\"a\\":\\"A\\",\\"a\\":\\"B\\"}"}}]}]}',
  ],
  [
    'openai',
    '/v1/responses',
    '{"model":"m","store":false,"input":[{"type":"message","type":"reasoning","role":"user","content":"A","encrypted_content":"B"}]}',
  ],
  ['openai', '/v1/embeddings', '{"model":"m","input":"A","input":["B"]}'],
  [
    'anthropic',
    '/v1/messages',
    '{"model":"m","messages":[{"role":"user","content":[{"type":"thinking","type":"text","thinking":"A","text":"B","signature":"s"}]}]}',
  ],
  ['anthropic', '/v1/messages', '{"system":"A","system":[{"type":"text","text":"B"}],"messages":[]}'],
  ['gemini', '/v1beta/models/m:generateContent', '{"contents":[{"parts":[{"text":"A","text":"B"}]}]}'],
  [
    'gemini',
    '/v1beta/models/m:generateContent',
    '{"system_instruction":{"parts":[{"text":"A"}]},"systemInstruction":{"parts":[{"text":"B"}]},"contents":[]}',
  ],
  ['mistral', '/v1/chat/completions', '{"messages":[{"role":"tool","role":"user","name":"A","content":"B"}]}'],
  ['cohere', '/v2/chat', '{"messages":[],"documents":["A"],"documents":[{"data":{"t":"B"}}]}'],
  ['bedrock', '/model/m/converse', '{"messages":[{"role":"user","content":[{"text":"A","text":"B"}]}]}'],
  ['ollama', '/api/generate', '{"model":"m","prompt":"A","prompt":"B"}'],
  ['openai', '/v1/unheard/of', '{"x":"A","x":{"x":"B"}}'],
]

const beside = ',"odd":[1.0,1e3,-0.0,12345678901234567890,0.10],"esc":"\\u00e9\\/","n":1,"n":2}'

describe('equal keys', () => {
  it.each(bodies)('carry nothing past %s%s: %s', async (provider, path, body) => {
    const [first, second] = [plant(801).email, plant(802).email]
    const planted = body.replace(/"(\\?)A\\?"|\bA(?=\\?")/, found => found.replace('A', `Mail ${first}`))
    const both = planted.replace(/\bB(?=\\?")/, `Mail ${second}`).replace(/\}$/, beside)
    expect(both).toContain(first)
    expect(both).toContain(second)
    const guard = guards.get(provider)
    const received = upstream.received.length
    await guard?.run({}, () =>
      guard.fetch(upstream.origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'anthropic-version': '2023-06-01' },
        body: both,
      }),
    )
    const sent = upstream.received
      .slice(received)
      .map(request => request.body.toString('utf8'))
      .join()
    expect(sent).not.toContain(first)
    expect(sent).not.toContain(second)
    expect(sent.match(/\[EMAIL_\d\]/g)).toHaveLength(2)
    expect(sent).toContain(beside)
  })
})
