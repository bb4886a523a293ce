import { describe, expect, it } from 'vitest'
import { gdprApi } from '../../src/adapters/api.ts'
import { plant } from '../kit/planted.ts'
import { everybody, mounts, post, serve, serveApi } from './kit.ts'

const sentence = 'Send a refund to john.doe@example.com for order #12345'
const scrubbed = 'Send a refund to [EMAIL_1] for order [ORDER_NUMBER_1]'
const { email, iban } = plant(21)

describe.each(mounts)('scrub and restore in %s', mount => {
  it('answers the reference example byte for byte, and restores it with the #', async () => {
    await using served = await serveApi(mount)
    const answer = await post(served, '/api/scrub', { text: sentence })
    expect(answer.status).toBe(200)
    expect(answer.json.scrubbed).toBe(scrubbed)
    expect(answer.text).toContain('"entities":{"EMAIL_1":"john.doe@example.com","ORDER_NUMBER_1":"12345"}')
    expect(answer.json.placeholders).toEqual({ '[EMAIL_1]': 'john.doe@example.com', '[ORDER_NUMBER_1]': '#12345' })
    expect(answer.json.counts).toEqual({ EMAIL: 1, ORDER_NUMBER: 1 })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const { entities, placeholders } = answer.json
    const restored = await post(served, '/api/restore', { text: scrubbed, entities, placeholders })
    expect(restored.json).toEqual({ restored: sentence })
    const canonical = await post(served, '/api/restore', { text: 'Refund [ORDER_NUMBER_1]', entities })
    expect(canonical.json).toEqual({ restored: 'Refund 12345' })
  })

  it('keeps the shape of messages and of any JSON, there and back', async () => {
    await using served = await serveApi(mount)
    const messages = [{ role: 'user', content: [{ type: 'text', text: `Mail ${email}` }] }]
    const input = { note: `IBAN ${iban}`, list: [1, null, { deep: email }] }
    for (const body of [{ messages }, { input }]) {
      const { json } = await post(served, '/api/scrub', body)
      expect(JSON.stringify(json.scrubbed)).not.toContain(email)
      const key = 'messages' in body ? 'messages' : 'input'
      const back = await post(served, '/api/restore', { [key]: json.scrubbed, placeholders: json.placeholders })
      expect(back.json.restored).toEqual(Object.values(body)[0])
    }
  })

  it('leaves other paths to the application, and says which method it takes', async () => {
    await using served = await serveApi(mount)
    expect((await post(served, '/api/orders', {})).text).toBe('application')
    const wrong = await fetch(`${served.origin}/api/scrub`)
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('POST')
    expect(wrong.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('scrub', () => {
  it('scrubs twice to the same text, and takes a typed placeholder for text', async () => {
    await using served = await serveApi('node')
    const again = await post(served, '/api/scrub', { text: scrubbed })
    expect(again.json).toMatchObject({ scrubbed, entities: {}, counts: {} })
    const typed = await post(served, '/api/scrub', { text: `[EMAIL_1] is not ${email}` })
    expect(typed.json.scrubbed).toBe('[EMAIL_1] is not [EMAIL_2]')
  })

  it('gives no map with `none`, and a one-time handle of the caller with `handle`', async () => {
    const authenticate = (req: { headers: Record<string, unknown> }) =>
      ({ role: 'service', subjectId: String(req.headers['x-tenant']) }) as const
    await using served = await serveApi('node', { authenticate })
    const mine = { 'x-tenant': 'a' }
    const none = await post(served, '/api/scrub', { text: sentence, return: 'none' }, mine)
    expect(none.text).not.toContain('john.doe')
    expect(Object.keys(none.json)).toEqual(['scrubbed', 'counts', 'notice'])
    const { json, text } = await post(served, '/api/scrub', { text: sentence, return: 'handle' }, mine)
    expect(text).not.toContain('john.doe')
    const { handle } = json
    expect(Buffer.from(handle, 'base64url')).toHaveLength(32)
    const other = await post(served, '/api/restore', { text: scrubbed, handle }, { 'x-tenant': 'b' })
    const unknown = await post(served, '/api/restore', { text: scrubbed, handle: 'x'.repeat(43) }, mine)
    expect([other.status, other.json.type]).toEqual([404, 'urn:gdpr-guard:problem:not-found'])
    expect({ ...other.json, instance: '' }).toEqual({ ...unknown.json, instance: '' })
    expect((await post(served, '/api/restore', { text: scrubbed, handle }, mine)).json).toEqual({ restored: sentence })
    expect((await post(served, '/api/restore', { text: scrubbed, handle }, mine)).status).toBe(404)
  })

  it('keeps no map where handles are off, and says so', async () => {
    await using served = await serveApi('node', { ...everybody, handles: false })
    const refused = await post(served, '/api/scrub', { text: sentence, return: 'handle' })
    expect([refused.status, refused.json.errors]).toEqual([422, [{ path: 'return', kind: 'handles-are-off' }]])
    expect(refused.text).not.toContain('john.doe')
    expect((await post(served, '/api/scrub', { text: sentence })).json.scrubbed).toBe(scrubbed)
  })

  it('restores a value that looks like a placeholder, or holds $&, only once', async () => {
    await using served = await serveApi('node')
    const entities = { EMAIL_1: '[EMAIL_2]', EMAIL_2: '$& $1', EMAIL_10: 'ten' }
    const { json } = await post(served, '/api/restore', { text: '[EMAIL_1] [EMAIL_2] [EMAIL_10] [PHONE_1]', entities })
    expect(json.restored).toBe('[EMAIL_2] $& $1 ten [PHONE_1]')
  })

  it('refuses bad bodies with a problem that quotes nothing', async () => {
    await using served = await serveApi('node', { ...everybody, bodyBytes: 2_000 })
    const cases: [unknown, number, string][] = [
      [`{"text":"${email}"`, 400, 'json-invalid'],
      [Buffer.from([0x22, 0xff, 0x22]), 400, 'json-invalid'],
      [`{"text":"x","__proto__":{"a":"${email}"}}`, 400, 'json-invalid'],
      [`{"input":{"a":[{"constructor":1}]}}`, 400, 'json-invalid'],
      [`{"input":${'['.repeat(500)}${']'.repeat(500)}}`, 400, 'body-too-deep'],
      [{ text: 'x'.repeat(3_000) }, 413, 'body-too-large'],
      [{ text: 'a', input: email }, 422, 'invalid-input'],
      [{ [email]: 1 }, 422, 'invalid-input'],
      [{ text: 1 }, 422, 'invalid-input'],
      [{ text: 'a', return: email }, 422, 'invalid-input'],
      ['null', 422, 'invalid-input'],
    ]
    for (const [body, status, slug] of cases) {
      const answer = await post(served, '/api/scrub', body)
      expect([answer.status, answer.json.type]).toEqual([status, `urn:gdpr-guard:problem:${slug}`])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.text).not.toContain(email)
      expect(answer.json.code).toMatch(/^ERR_GDPR_/)
    }
    expect((await post(served, '/api/scrub', 'text=x', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(served, '/api/scrub', 'x', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await post(served, '/api/scrub', { text: 'fine' })).status).toBe(200)
  })
})

describe('authentication', () => {
  it('is required when mounting, and may be left out in development only', () => {
    const mountWith = (options: object) => () => gdprApi(options as never)
    expect(mountWith({})).toThrow(/ERR_GDPR|`authenticate`/)
    expect(mountWith({ authenticate: 'none' })).toThrow(/`authenticate`/)
    expect(mountWith({ authenticate: 'none-development-only' })).not.toThrow()
    const before = process.env['NODE_ENV']
    process.env['NODE_ENV'] = 'production'
    try {
      expect(mountWith({ authenticate: 'none-development-only' })).toThrow(/production/)
    } finally {
      process.env['NODE_ENV'] = before
    }
  })

  it('answers 401 to nobody, 403 to the wrong role, 500 where it fails itself', async () => {
    const authenticate = ({ headers }: { headers: Record<string, unknown> }) => {
      if (headers['x-who'] === 'broken') throw new Error(email)
      return headers['x-who'] === 'operator' ? ({ role: 'operator' } as const) : null
    }
    await using served = await serveApi('node', { authenticate })
    const body = { text: sentence }
    const ask = (who: string) => post(served, '/api/scrub', body, { 'x-who': who })
    expect((await ask('nobody')).json).toMatchObject({ status: 401, type: 'urn:gdpr-guard:problem:unauthenticated' })
    expect((await ask('operator')).json).toMatchObject({ status: 403, type: 'urn:gdpr-guard:problem:forbidden' })
    const broken = await ask('broken')
    expect(broken.json).toMatchObject({ status: 500, type: 'urn:gdpr-guard:problem:internal' })
    expect(broken.text).not.toContain(email)
  })
})

describe('openapi.json', () => {
  it('describes every endpoint, and its schemas take what the endpoints take', async () => {
    await using served = await serveApi('node', { ...everybody, prefix: '/v1/privacy' })
    const response = await fetch(`${served.origin}/v1/privacy/openapi.json`)
    const description = (await response.json()) as {
      openapi: string
      paths: object
      components: { schemas: Record<string, { anyOf?: { required: string[]; additionalProperties: boolean }[] }> }
    }
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toEqual(['scrub', 'restore', 'proxy'].map(name => `/v1/privacy/${name}`))
    const forms = description.components.schemas['ScrubRequest']!.anyOf!
    expect(forms.map(({ required }) => required)).toEqual([['text'], ['messages'], ['input']])
    expect(forms.every(({ additionalProperties }) => additionalProperties === false)).toBe(true)
    const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)]
    for (const [, name] of references) expect(description.components.schemas).toHaveProperty(name!)
    expect((await post(served, '/v1/privacy/scrub', { text: 'fine' })).status).toBe(200)
  })
})

it('serves many tenants at once, whose placeholders are alike, without mixing them', async () => {
  await using served = await serve((req, res) => shared(req, res, () => undefined))
  const all = Array.from({ length: 200 }, async (_, index) => {
    const own = plant(index).email
    const { json } = await post(served, '/api/scrub', { text: `Mail ${own}` })
    expect(json.scrubbed).toBe('Mail [EMAIL_1]')
    const back = await post(served, '/api/restore', { text: json.scrubbed, entities: json.entities })
    expect(back.json.restored).toBe(`Mail ${own}`)
  })
  await Promise.all(all)
})
const shared = gdprApi(everybody)
