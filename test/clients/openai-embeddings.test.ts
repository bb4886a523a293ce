import OpenAI from 'openai'
import { afterEach, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { plant } from '../kit/planted.ts'
import { completion, sendJson, Upstream } from '../kit/upstream.ts'

let guard: Guard

afterEach(async () => await guard.close())

const first = plant(5_201).email
const second = plant(5_202).email
const key = 'k'.repeat(32)

async function embed(upstream: Upstream, options: GuardOptions, ...inputs: string[]): Promise<unknown[]> {
  const baseURL = `${upstream.origin}/v1`
  guard = createGuard({ ...options, providers: { openai: { baseUrl: baseURL } } })
  const client = new OpenAI({ apiKey: 'test-key', baseURL, maxRetries: 0 })
  for (const input of inputs) await client.embeddings.create({ model: 'm', input })
  await guard.close()
  return upstream.bodies.map(body => body['input'])
}

function startEmbeddings(): Promise<Upstream> {
  return Upstream.start((_, res) => sendJson(res, { data: [{ embedding: [0.1] }] }))
}

it('gives a value the same placeholder in every call and every guard with the same key', async () => {
  await using upstream = await startEmbeddings()
  await embed(upstream, { pseudonymKey: key }, `Mail ${first}`, `Mail ${second}`, `${second} wrote to ${first}`)
  const sent = await embed(upstream, { pseudonymKey: key }, `Mail ${first}`)
  const [one, two, both, again] = sent.map(text => String(text).match(/\[EMAIL_\d+\]/g))
  expect(one).toHaveLength(1)
  expect(both).toEqual([...(two ?? []), ...(one ?? [])])
  expect(again).toEqual(one)
  expect(one).not.toEqual(two)
  for (const value of [first, second]) expect(upstream.everything).not.toContain(value)
})

it('gives other numbers under another key, and counts without one', async () => {
  await using upstream = await startEmbeddings()
  await embed(upstream, { pseudonymKey: key }, first)
  await embed(upstream, { pseudonymKey: 'x'.repeat(32) }, first)
  const [one, other, ...counted] = await embed(upstream, {}, first, second)
  expect(one).not.toBe(other)
  expect(counted).toEqual(['[EMAIL_1]', '[EMAIL_1]'])
})

it('leaves the chats of the same scope as they were', async () => {
  await using upstream = await Upstream.start(({ url }, res) =>
    sendJson(res, url.endsWith('/embeddings') ? { data: [] } : completion('[EMAIL_1]')),
  )
  const baseURL = `${upstream.origin}/v1`
  guard = createGuard({ pseudonymKey: key, providers: { openai: { baseUrl: baseURL } } })
  const client = new OpenAI({ apiKey: 'test-key', baseURL, maxRetries: 0 })
  const answer = await guard.run({}, async () => {
    await client.embeddings.create({ model: 'm', input: first })
    return client.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: first }] })
  })
  expect(answer.choices[0]?.message.content).toBe(first)
})
