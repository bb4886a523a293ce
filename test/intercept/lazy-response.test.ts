import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createLazyResponse } from '../../src/intercept/lazy-response.ts'

const head = {
  status: 201,
  statusText: 'Made',
  headers: [
    ['content-type', 'application/json'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ],
  url: 'http://localhost/made',
  redirected: true,
  type: 'basic',
} as const

/** `ways` tells by which of the two ways the body was read. */
function answer(text: string, ways: string[] = []): Response {
  const bytes = () => Buffer.from(text)
  const toBytes = async () => {
    ways.push('bytes')
    return bytes()
  }
  const toStream = () => {
    ways.push('stream')
    return new Blob([bytes()]).stream()
  }
  return createLazyResponse({ toBytes, toStream }, head)
}

describe('a Response that is read at once', () => {
  it('looks like the one of the platform', () => {
    const response = answer('{}')
    expect(response).toBeInstanceOf(Response)
    expect(response.constructor).toBe(Response)
    expect(Object.prototype.toString.call(response)).toBe('[object Response]')
    expect(response).toMatchObject({ status: 201, ok: true, statusText: 'Made', redirected: true, type: 'basic' })
    expect(response.url).toBe('http://localhost/made')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(response.headers).toBe(response.headers)
    expect(inspect(response)).toContain('status: 201')
  })

  it('has every member that the platform knows, and no other', () => {
    const membersOf = (object: object): string[] => {
      const own = Object.getOwnPropertyNames(object)
      const parent: unknown = Object.getPrototypeOf(object)
      return parent === null || parent === Object.prototype ? own : [...own, ...membersOf(parent as object)]
    }
    expect(new Set(membersOf(answer('{}')))).toEqual(new Set(membersOf(new Response('{}'))))
    for (const name of Object.getOwnPropertyNames(Response.prototype)) {
      expect(typeof Reflect.get(answer('{}'), name)).toBe(typeof Reflect.get(new Response('{}'), name))
    }
  })

  it('gives its body in every form, by one stream at most', async () => {
    const text = '{"name":"Jos\u00e9"}'
    const ways: string[] = []
    expect(await answer(text, ways).text()).toBe(text)
    expect(await answer(text, ways).json()).toEqual({ name: 'Jos\u00e9' })
    expect(Buffer.from(await answer(text, ways).arrayBuffer()).toString()).toBe(text)
    expect(ways).toEqual(['bytes', 'bytes', 'bytes'])
    expect(await (await answer(text, ways).blob()).text()).toBe(text)
    expect(await new Response(answer(text, ways).body).text()).toBe(text)
    expect(ways).toEqual(['bytes', 'bytes', 'bytes', 'stream', 'stream'])
  })

  it('drops a byte order mark, as the platform does', async () => {
    expect(await answer('\uFEFF{"a":1}').json()).toEqual({ a: 1 })
    expect(await answer('\uFEFFa').text()).toBe('a')
  })

  it.each(['text', 'json', 'arrayBuffer', 'blob'] as const)('cannot be read again after %s', async way => {
    const response = answer('{}')
    expect(response.bodyUsed).toBe(false)
    await response[way]()
    expect(response.bodyUsed).toBe(true)
    for (const again of ['text', 'json', 'arrayBuffer', 'blob'] as const) {
      await expect(response[again]()).rejects.toThrow(TypeError)
    }
    expect(() => response.clone()).toThrow(TypeError)
  })

  it('is read by its stream once somebody has that', async () => {
    const response = answer('{"a":1}')
    const { body } = response
    expect(response.body).toBe(body)
    expect(await response.json()).toEqual({ a: 1 })
    expect(response.bodyUsed).toBe(true)
    const locked = answer('{}')
    locked.body!.getReader()
    await expect(locked.text()).rejects.toThrow(TypeError)
  })

  it('is cloned with its head', async () => {
    const response = answer('{"a":1}')
    const copy = response.clone()
    const copied = copy.clone()
    expect(copied).toMatchObject({ status: 201, url: 'http://localhost/made', redirected: true, type: 'basic' })
    expect(await Promise.all([response.text(), copy.text(), copied.text()])).toEqual(['{"a":1}', '{"a":1}', '{"a":1}'])
  })

  it('has no body where there is none, however often it is read', async () => {
    const response = createLazyResponse(null, { ...head, status: 204 })
    expect(response.body).toBeNull()
    expect([await response.text(), await response.text(), response.bodyUsed]).toEqual(['', '', false])
  })

  it('rejects with what reading it rejects with', async () => {
    const broken = new TypeError('terminated')
    const fails = () => Promise.reject(broken)
    const response = createLazyResponse({ toBytes: fails, toStream: () => new ReadableStream() }, head)
    await expect(response.json()).rejects.toBe(broken)
    await expect(answer('{').json()).rejects.toThrow(SyntaxError)
  })
})
