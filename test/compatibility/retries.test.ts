/** Clients that try again: every attempt is scrubbed, with the same placeholders in one scope, and the last answer restored. */

import got from 'got'
import OpenAI from 'openai'
import * as undici from 'undici'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { liveScopes } from '../../src/pipeline/index.ts'
import { type Provider, startProvider } from '../intercept/kit.ts'
import { plant } from '../kit/planted.ts'
import { completion } from '../kit/upstream.ts'

let provider: Provider
let guard: Guard
const dispatcherBefore = undici.getGlobalDispatcher()

beforeEach(async () => {
  let attempts = 0
  provider = await startProvider((_, response) => {
    attempts++
    if (attempts === 1)
      return response.writeHead(503, { 'content-type': 'application/json', 'retry-after-ms': '1' }).end('{"error":{}}')
    if (attempts === 2) return response.socket?.destroy()
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(completion('to [EMAIL_1]')))
  })
})

afterEach(async () => {
  await guard.close()
  undici.setGlobalDispatcher(dispatcherBefore)
  await provider[Symbol.asyncDispose]()
})

const { email } = plant(1_701)
const messages = [{ role: 'user' as const, content: `Write to ${email}.` }]
const body = JSON.stringify({ model: 'm', messages })
const headers = { 'content-type': 'application/json' }

const clients: Record<string, (url: string) => Promise<string>> = {
  'the OpenAI SDK': async url => {
    const client = new OpenAI({ apiKey: 'test-key', baseURL: url.replace(/\/chat.*/, ''), maxRetries: 3 })
    return JSON.stringify(await client.chat.completions.create({ model: 'm', messages }))
  },
  got: url => got.post(url, { headers, body, retry: { limit: 3, methods: ['POST'], calculateDelay: () => 1 } }).text(),
  'undici with a RetryAgent': async url => (await undici.request(url, { method: 'POST', headers, body })).body.text(),
}

it.each(Object.keys(clients))('%s tries again with what was scrubbed', async name => {
  if (name === 'undici with a RetryAgent') {
    const options = { methods: ['POST' as const], minTimeout: 1, maxTimeout: 1, maxRetries: 3 }
    undici.setGlobalDispatcher(new undici.RetryAgent(new undici.Agent(), options))
  }
  guard = createGuard({ providers: { openai: { baseUrl: `${provider.origin}/v1` } } })
  const answer = await guard.run({}, () => clients[name]!(`${provider.origin}/v1/chat/completions`))
  expect((JSON.parse(answer) as OpenAI.ChatCompletion).choices[0]!.message.content).toBe(`to ${email}`)
  expect(provider.received).toHaveLength(3)
  for (const received of provider.received) {
    const sent = JSON.parse(received.body) as { messages: { content: string }[] }
    expect(sent.messages[0]!.content).toBe('Write to [EMAIL_1].')
  }
  expect(provider.wire()).not.toContain(email)
  expect(liveScopes()).toBe(0)
})
