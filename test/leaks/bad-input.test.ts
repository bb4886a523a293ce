import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GuardError, type GuardErrorCode, isGuardError } from '../../src/errors.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import type { GuardOptions } from '../../src/options.ts'
import { liveScopes } from '../../src/pipeline/index.ts'
import { plant } from '../kit/planted.ts'
import { chatAnswer, Upstream } from '../kit/upstream.ts'

const { email } = plant(50)
let upstream: Upstream
let guard: Guard

beforeEach(async () => {
  upstream = await Upstream.start(chatAnswer(() => 'ok'))
})

afterEach(async () => {
  await guard.close()
  await upstream[Symbol.asyncDispose]()
  expect(liveScopes()).toBe(0)
})

async function send(init: RequestInit, options: GuardOptions = {}, path = '/v1/chat/completions'): Promise<unknown> {
  guard = createGuard({ ...options, providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  return guard
    .run({}, async () => {
      const response = await fetch(`${upstream.origin}${path}`, { method: 'POST', ...init })
      return `answered ${response.status}: ${await response.text()}`
    })
    .catch((error: unknown) => error)
}

async function expectRefused(code: GuardErrorCode, init: RequestInit, options?: GuardOptions): Promise<void> {
  const error = await send(init, options)
  expect(isGuardError(error) ? error.code : error).toBe(code)
  const { status, help, message, stack } = error as GuardError
  expect(status).toBeGreaterThanOrEqual(400)
  expect(help).toContain('docs/errors.md')
  for (const text of [message, help, stack ?? '', JSON.stringify(error)]) expect(text).not.toContain('planted')
  expect((error as GuardError).cause).toBeUndefined()
  expect(upstream.received).toEqual([])
}

const json = { 'content-type': 'application/json' }
const chat = (content: unknown) => JSON.stringify({ model: 'test-model', messages: [{ role: 'user', content }] })

describe('what cannot be read is refused and never sent', () => {
  it.each([
    ['cut off', `{"messages":[{"role":"user","content":"${email}`],
    ['with a comment', `{"messages":[]} // ${email}`],
    ['two documents', `{"a":"${email}"}{"b":1}`],
    ['single quotes', `{'a':'${email}'}`],
    ['a raw line break in a string', `{"a":"${email}\n"}`],
  ])('invalid JSON: %s', async (_, body) => {
    await expectRefused('ERR_GDPR_JSON_INVALID', { headers: json, body })
  })

  it('bytes that are not UTF-8', async () => {
    const body = Buffer.concat([Buffer.from(`{"a":"${email}`), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
    await expectRefused('ERR_GDPR_BODY_UNREADABLE', { headers: json, body })
  })

  it('UTF-16 and other charsets', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-16le' }
    await expectRefused('ERR_GDPR_BODY_UNREADABLE', { headers, body: Buffer.from(chat(email), 'utf16le') })
  })

  it('an unknown or damaged content encoding', async () => {
    const unknown = { ...json, 'content-encoding': 'compress' }
    await expectRefused('ERR_GDPR_ENCODING_UNSUPPORTED', { headers: unknown, body: chat(email) })
    await guard.close()
    const damaged = { ...json, 'content-encoding': 'gzip' }
    await expectRefused('ERR_GDPR_BODY_UNREADABLE', { headers: damaged, body: chat(email) })
  })

  it('a body over the limit', async () => {
    const body = chat(`${email} `.repeat(2_000))
    await expectRefused('ERR_GDPR_BODY_TOO_LARGE', { headers: json, body }, { limits: { bodyBytes: 10_000 } })
  })

  it('a gzip bomb', async () => {
    const body = gzipSync(chat(email.padEnd(4_000_000)))
    expect(body.length).toBeLessThan(50_000)
    const headers = { ...json, 'content-encoding': 'gzip' }
    await expectRefused('ERR_GDPR_BODY_TOO_LARGE', { headers, body }, { limits: { bodyBytes: 100_000 } })
  })

  it('a depth bomb', async () => {
    const body = `${'{"a":'.repeat(100_000)}"${email}"${'}'.repeat(100_000)}`
    await expectRefused('ERR_GDPR_BODY_TOO_DEEP', { headers: json, body })
  })

  it('images, audio and files', async () => {
    const image = [
      { type: 'image_url', image_url: { url: `data:image/png;base64,${Buffer.from(email).toString('base64')}` } },
    ]
    await expectRefused('ERR_GDPR_MEDIA_BLOCKED', { headers: json, body: chat(image) })
    await guard.close()
    const file = [{ type: 'file', file: { filename: `${email}.pdf`, file_data: 'data:application/pdf;base64,AAAA' } }]
    await expectRefused('ERR_GDPR_MEDIA_BLOCKED', { headers: json, body: chat(file) })
  })

  it('binary bodies, broken forms, and forms with files that are no text', async () => {
    const body = new FormData()
    body.set('file', new Blob([Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0]), email]), 'notes.txt')
    await expectRefused('ERR_GDPR_MEDIA_BLOCKED', { body })
    await guard.close()
    const form = { 'content-type': 'multipart/form-data; boundary=b' }
    const broken = `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${email}`
    await expectRefused('ERR_GDPR_BODY_UNREADABLE', { headers: form, body: broken })
    await guard.close()
    const headers = { 'content-type': 'application/octet-stream' }
    await expectRefused('ERR_GDPR_BODY_UNREADABLE', { headers, body: Buffer.from(email) })
  })

  it('a type that is set to block', async () => {
    await expectRefused(
      'ERR_GDPR_ENTITY_BLOCKED',
      { headers: json, body: chat(email) },
      { entities: { EMAIL: 'block' } },
    )
  })

  it('more values than the limit', async () => {
    const many = Array.from({ length: 30 }, (_, index) => plant(100 + index).email).join(' ')
    await expectRefused('ERR_GDPR_TOO_MANY_FINDINGS', { headers: json, body: chat(many) }, { limits: { findings: 20 } })
  })

  it('a value in a place that is not rewritten', async () => {
    const hidden = Buffer.from(`{"mail":"${email}"}`).toString('base64')
    const call = { id: hidden, type: 'function', function: { name: 'f', arguments: '{}' } }
    const messages = [
      { role: 'user', content: email },
      { role: 'assistant', content: null, tool_calls: [call] },
    ]
    await expectRefused('ERR_GDPR_EGRESS_LEAK', { headers: json, body: JSON.stringify({ model: 'm', messages }) })
  })

  it('a failing recognizer, whose own error may quote the text', async () => {
    const recognizers = [
      {
        name: 'broken',
        types: ['BADGE'],
        recognize: (text: string) => {
          throw new Error(`cannot read ${text}`)
        },
      },
    ]
    await expectRefused('ERR_GDPR_RECOGNIZER_FAILED', { headers: json, body: chat(email) }, { recognizers })
  })

  it('an address in the path of the URL', async () => {
    const error = await send({ headers: json, body: chat('hello') }, {}, `/v1/files/${email}`)
    expect((error as GuardError).code).toBe('ERR_GDPR_EGRESS_LEAK')
    expect(upstream.received).toEqual([])
  })

  it.each(['idempotency-key', 'openai-project'])(
    'an address in the header %s, which the provider is to see',
    async name => {
      const error = await send({ headers: { ...json, [name]: `for-${email}` }, body: chat('hello') }, {})
      expect((error as GuardError).code).toBe('ERR_GDPR_EGRESS_LEAK')
      expect(String(error)).not.toContain(email)
      expect(upstream.received).toEqual([])
    },
  )

  it('scrubs a gzip body that can be read', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' }
    expect(await send({ headers, body: gzipSync(chat(`I am ${email}`)) })).toContain('answered 200')
    expect(upstream.everything).toContain('I am [EMAIL_1]')
    expect(upstream.received[0]!.headers['content-encoding']).toBeUndefined()
  })

  it('scrubs query strings', async () => {
    await send({ headers: json, body: chat('hello') }, {}, `/v1/chat/completions?note=${encodeURIComponent(email)}`)
    expect(upstream.received[0]!.url).not.toContain('planted')
    expect(upstream.received[0]!.url).toContain('EMAIL_1')
  })
})
