/** Every form in which clients hand over a body, and every coding, by each kind of client: scrubbed, and answered restored. */
import * as http from 'node:http'
import { Readable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import * as undici from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { type Provider, startProvider } from '../intercept/kit.ts'
import { plant } from '../kit/planted.ts'
import { completion } from '../kit/upstream.ts'

const fetchTakenEarly = globalThis.fetch
const { email, iban } = plant(1_501)
const content = `Write to ${email} about ${iban}.`
const chat = JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] })
const json = { 'content-type': 'application/json' }

let provider: Provider
let guard: Guard

beforeAll(async () => {
  provider = await startProvider((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(completion('[EMAIL_1] and [IBAN_1]')))
  })
  guard = createGuard({ providers: { openai: { baseUrl: `${provider.origin}/v1` } } })
})

afterAll(async () => {
  await guard.close()
  await provider[Symbol.asyncDispose]()
})

interface Given {
  /** A new one for each call. */
  readonly body: () => unknown
  readonly headers?: Record<string, string>
}

function form(Form = FormData): FormData {
  const data = new Form()
  data.set('purpose', 'user_data')
  data.set('note', content)
  data.set('file', new Blob([`mail;account\n${email};${iban}\n`], { type: 'text/csv' }), 'customers.csv')
  return data
}

function* pieces(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10) yield bytes.subarray(at, at + 10)
}

async function* late(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (const piece of pieces(bytes)) yield await new Promise<Uint8Array>(resolve => setImmediate(resolve, piece))
}

const bytes = Buffer.from(chat)
const forms: Record<string, Given> = {
  text: { body: () => chat, headers: json },
  bytes: { body: () => new Uint8Array(bytes), headers: json },
  'an ArrayBuffer': { body: () => new Uint8Array(bytes).buffer, headers: json },
  'a view of other memory': {
    body: () => new DataView(Uint8Array.from([0, ...bytes, 0]).buffer, 1, bytes.length),
    headers: json,
  },
  'a Blob': { body: () => new Blob([chat], { type: 'application/json' }) },
  FormData: { body: () => form() },
  URLSearchParams: { body: () => new URLSearchParams({ input: content }) },
  'a web stream': { body: () => new Blob([chat]).stream(), headers: json },
  'an async iterable': { body: () => late(bytes), headers: json },
  'a stream of Node': { body: () => Readable.from(pieces(bytes)), headers: json },
  gzip: { body: () => gzipSync(chat), headers: { ...json, 'content-encoding': 'gzip' } },
  br: { body: () => brotliCompressSync(chat), headers: { ...json, 'content-encoding': 'br' } },
  deflate: { body: () => deflateSync(chat), headers: { ...json, 'content-encoding': 'deflate' } },
  'a stream of gzip': {
    body: () => Readable.from(pieces(gzipSync(chat))),
    headers: { ...json, 'content-encoding': 'gzip' },
  },
}

type Send = (url: string, given: Given) => Promise<string>

const byFetch =
  (taken: () => typeof fetch): Send =>
  async (url, { body, headers = {} }) => {
    const init = { method: 'POST', headers, body: body() as string, duplex: 'half' } as const
    return (await taken()(url, init)).text()
  }

const clients: Record<string, Send> = {
  fetch: byFetch(() => globalThis.fetch),
  'fetch taken early': byFetch(() => fetchTakenEarly),
  'fetch with a Request': async (url, { body, headers = {} }) => {
    const init = { method: 'POST', headers, body: body() as string, duplex: 'half' } as const
    return (await fetch(new Request(url, init))).text()
  },
  'undici fetch': byFetch(() => undici.fetch as unknown as typeof fetch),
}

/** Forms of the platform are text to the fetch of another copy; it has a class of its own. */
const formsOf = (name: string): Record<string, Given> =>
  name === 'undici fetch' ? { ...forms, FormData: { body: () => form(undici.FormData as typeof FormData) } } : forms

describe.each(Object.keys(clients))('%s', name => {
  it.each(Object.keys(forms))('takes %s', async form => {
    await takes(clients[name]!, formsOf(name)[form]!)
  })
})

/** What the method itself takes; it writes no content type of its own for objects. */
describe('undici request', () => {
  const send: Send = async (url, { body, headers = {} }) => {
    const options = { method: 'POST', headers, body: body() as string } as const
    return (await undici.request(url, options)).body.text()
  }
  const taken = [
    'text',
    'bytes',
    'a Blob',
    'FormData',
    'an async iterable',
    'a stream of Node',
    'gzip',
    'br',
    'deflate',
  ]
  it.each(taken)('takes %s', async form => {
    await takes(send, forms[form]!)
  })
})

describe('node:http', () => {
  const send: Send = (url, { body, headers = {} }) =>
    new Promise((resolve, reject) => {
      const request = http.request(url, { method: 'POST', headers })
      request.on('error', reject)
      request.on('response', response => readText(response).then(resolve, reject))
      const given = body()
      if (given instanceof Readable) given.pipe(request)
      else request.end(given)
    })
  it.each(['text', 'bytes', 'a stream of Node', 'gzip', 'br', 'deflate', 'a stream of gzip'])(
    'takes %s',
    async form => {
      await takes(send, forms[form]!)
    },
  )
})

async function takes(send: Send, given: Given): Promise<void> {
  provider.received.length = 0
  const answer = await send(
    `${provider.origin}/v1/${given.headers === undefined ? 'forms' : 'chat/completions'}`,
    given,
  )
  const [received] = provider.received
  expect(received?.body).toContain('[EMAIL_1]'.replace(/[[\]]/g, encoded(given)))
  expect(received?.body).not.toContain(email)
  expect(provider.wire()).not.toContain(email)
  expect(provider.wire()).not.toContain(encodeURIComponent(email))
  expect(provider.wire()).not.toContain(iban)
  expect(received?.headers).not.toHaveProperty('content-encoding')
  expect(Number(received?.headers['content-length'])).toBe(Buffer.byteLength(received!.body))
  expect(JSON.parse(answer)).toEqual(completion(`${email} and ${iban}`))
}

/** Brackets are written down in another way in a query. */
function encoded({ body }: Given): (bracket: string) => string {
  return bracket => (body() instanceof URLSearchParams ? encodeURIComponent(bracket) : bracket)
}
