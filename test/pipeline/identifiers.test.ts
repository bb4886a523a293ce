import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { outboundHeaders, pseudonymOf } from '../../src/pipeline/identifiers.ts'
import { chatAnswer, Upstream } from '../kit/upstream.ts'

/** Names that must not leave (governance G-3.1). */
const clientHeaders = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'via',
  'x-real-ip',
  'cf-connecting-ip',
  'cf-ipcountry',
  'true-client-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'fastly-client-ip',
  'fly-client-ip',
  'x-appengine-user-ip',
  'cookie',
  'referer',
  'origin',
  'accept-language',
  'dnt',
  'sec-ch-ua',
  'sec-fetch-site',
  'x-request-id',
  'x-correlation-id',
  'traceparent',
  'tracestate',
  'baggage',
  'b3',
  'x-b3-traceid',
  'x-amzn-trace-id',
  'x-cloud-trace-context',
  'x-stainless-os',
  'x-stainless-lang',
  'x-custom',
  'user-agent',
] as const
let guard: Guard

afterEach(async () => await guard?.close())

async function send(body: object, headers: Record<string, string>, options: GuardOptions = {}) {
  await using upstream = await Upstream.start(chatAnswer(() => 'ok'))
  guard = createGuard({ ...options, providers: { openai: { baseUrl: `${upstream.origin}/v1`, headers: ['X-Team'] } } })
  await guard.run({}, async () => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }
    await (await fetch(`${upstream.origin}/v1/chat/completions`, init)).text()
  })
  const [received] = upstream.received
  return { headers: received!.headers, body: JSON.parse(received!.body.toString()) as Record<string, unknown> }
}

const messages = [{ role: 'user', content: 'hello' }]
const identity = {
  user: 'user-4711',
  safety_identifier: 'hash-4711',
  prompt_cache_key: 'key-4711',
  metadata: { user_id: 'user-4711', nested: 'x' },
  web_search_options: { user_location: { type: 'approximate', approximate: { city: 'Ulm', country: 'DE' } } },
}

describe('client identifiers', () => {
  it('leaves no header of the client in the outbound list', () => {
    const headers = outboundHeaders(
      [...clientHeaders.map(name => [name, 'planted'] as const), ['Authorization', 'Bearer t']],
      [],
    )
    expect(headers.map(([, value]) => value)).not.toContain('planted')
    expect(headers).toContainEqual(['authorization', 'Bearer t'])
    expect(headers).toContainEqual(['user-agent', 'llm-gdpr-guard'])
  })

  it('lets none of them reach the provider, and lets those of the `headers` option', async () => {
    const planted = Object.fromEntries(clientHeaders.map(name => [name, 'planted-header']))
    const { headers } = await send(
      { model: 'm', messages },
      { ...planted, 'x-team': 'blue', authorization: 'Bearer t' },
    )
    expect(JSON.stringify(headers)).not.toContain('planted')
    expect(headers).toMatchObject({ 'x-team': 'blue', authorization: 'Bearer t', 'user-agent': 'llm-gdpr-guard' })
    for (const name of clientHeaders) if (name !== 'user-agent') expect(headers[name]).toBeUndefined()
  })

  it('removes body fields that name the user or the place', async () => {
    const { body } = await send({ model: 'm', ...identity, messages }, {})
    expect(body).toEqual({ model: 'm', web_search_options: {}, messages })
  })

  it('turns them into keyed pseudonyms when a key is set, the same for the same user', async () => {
    const options = { pseudonymKey: 'a-key-of-sixteen-or-more' }
    const first = await send({ model: 'm', ...identity, messages }, {}, options)
    await guard.close()
    const second = await send({ model: 'm', ...identity, messages }, {}, options)
    expect(first.body['user']).toBe(pseudonymOf(options.pseudonymKey, 'user-4711'))
    expect(second.body['user']).toBe(first.body['user'])
    expect(JSON.stringify(first.body)).not.toMatch(/4711|Ulm/)
  })
})
