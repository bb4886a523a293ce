/** What answers can do: lead clients astray by headers that are no longer true, or hide a break. One test per hazard. */
import * as http from 'node:http'
import OpenAI from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Provider, startProvider } from '../intercept/kit.ts'
import { plant } from '../kit/planted.ts'
import { completion } from '../kit/upstream.ts'
import { gzipSync, zstdCompressSync } from './zlib.ts'

let guard: Guard

afterEach(() => guard.close())

function guardFor(provider: Provider): void {
  guard = createGuard({ providers: { openai: { baseUrl: `${provider.origin}/v1` } } })
}

const messages = (content: string) => [{ role: 'user' as const, content }]

it('`content-length: 0`, which makes SDKs return nothing, is said where the provider said it and nowhere else', async () => {
  const { email } = plant(1_201)
  let isEmpty = true
  await using provider = await startProvider((_, response) => {
    const body = isEmpty ? '' : JSON.stringify(completion('to [EMAIL_1]'))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
  const client = new OpenAI({ apiKey: 'test-key', baseURL: `${provider.origin}/v1`, maxRetries: 0 })
  const ask = () => client.chat.completions.create({ model: 'm', messages: messages(email) })
  const bare = await ask()
  guardFor(provider)
  expect(await ask()).toEqual(bare)
  isEmpty = false
  expect((await ask()).choices[0]!.message.content).toBe(`to ${email}`)
})

describe('a length that the provider gave for the placeholders', () => {
  it.each(['fetch', 'http'] as const)('does not cut the restored answer short (%s)', async carrier => {
    const { email } = plant(1_202)
    const body = JSON.stringify(completion('[EMAIL_1] '.repeat(40)))
    await using provider = await startProvider((_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body)
    })
    guardFor(provider)
    const ask = JSON.stringify({ model: 'm', messages: messages(email) })
    const { length, text } = await guard.run({}, () => (carrier === 'fetch' ? byFetch : byHttp)(provider, ask))
    expect(JSON.parse(text)).toEqual(completion(`${email} `.repeat(40)))
    expect(length).toBeNull()
  })
})

it.each([
  ['zstd', (text: string) => Buffer.from(text)],
  ['gzip, zstd', gzipSync],
] as const)(
  'in %s is restored where this Node decodes it, and refused elsewhere: never handed on with placeholders',
  async (coding, within) => {
    const { email } = plant(1_203)
    await using provider = await startProvider((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding })
      response.end(zstdCompressSync(within(JSON.stringify({ choices: [{ message: { content: '[EMAIL_1]' } }] }))))
    })
    guardFor(provider)
    const ask = JSON.stringify({ model: 'm', messages: messages(email) })
    const canDecode = 'zstdCompressSync' in (await import('node:zlib'))
    for (const call of [byFetch, byHttp]) {
      const outcome = await call(provider, ask).then(
        ({ text }) => text,
        (error: unknown) => String(Reflect.get(error as object, 'code')),
      )
      if (canDecode) expect(outcome).toContain(email)
      else expect(outcome).toBe('ERR_GDPR_ANSWER_UNREADABLE')
    }
  },
)

interface Outcome {
  readonly length: string | null
  readonly text: string
}

async function byFetch(provider: Provider, body: string): Promise<Outcome> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${provider.origin}/v1/chat/completions`, { method: 'POST', headers, body })
  return { length: response.headers.get('content-length'), text: await response.text() }
}

function byHttp(provider: Provider, body: string): Promise<Outcome> {
  const headers = { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const request = http.request(`${provider.origin}/v1/chat/completions`, { method: 'POST', headers })
    request.on('error', reject)
    request.on('response', async response => {
      let text = ''
      try {
        for await (const piece of response.setEncoding('utf8')) text += piece
      } catch (error) {
        reject(error)
      }
      resolve({ length: response.headers['content-length'] ?? null, text })
    })
    request.end(body)
  })
}
