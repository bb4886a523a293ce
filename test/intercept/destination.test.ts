import { describe, expect, it } from 'vitest'
import { atOrigin, endpointUrl, findGuard, joinUrl, withoutFraming } from '../../src/intercept/destination.ts'
import fc from '../kit/fast-check.ts'
import { fakeOpener } from './kit.ts'

const call = (url: string, aliases: (string | undefined)[] = []) => ({
  url: new URL(url),
  method: 'POST',
  headers: () => [],
  aliases,
})

describe('findGuard', () => {
  it('knows a host by its connection or by any name the call travels under', () => {
    const openers = [fakeOpener(['llm.example'])]
    expect(findGuard(openers, call('https://llm.example/v1'))?.url.href).toBe('https://llm.example/v1')
    expect(findGuard(openers, call('https://192.0.2.1/v1?a=b', [undefined, 'LLM.example']))?.url.href).toBe(
      'https://llm.example/v1?a=b',
    )
    expect(findGuard(openers, call('https://192.0.2.1/v1', ['other.example', undefined]))).toBeNull()
  })

  it('tries a name without port at the port of the connection, too', () => {
    const openers = [fakeOpener(['llm.example:8443'])]
    expect(findGuard(openers, call('https://192.0.2.1:8443/', ['llm.example']))?.url.host).toBe('llm.example:8443')
  })

  it('asks once where the Host header says what the connection says', () => {
    const opener = fakeOpener([])
    findGuard([opener], call('http://127.0.0.1:8080/', ['127.0.0.1:8080', undefined]))
    expect(opener.guardCalls).toBe(1)
  })

  it('survives names that are none', () => {
    fc.assert(
      fc.property(fc.string(), alias => {
        findGuard([fakeOpener(['llm.example'])], call('https://192.0.2.1/', [alias]))
      }),
    )
  })
})

describe('joinUrl', () => {
  it('never lets a path choose the host', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webPath(),
          fc.constantFrom('//other.example/', '@other.example/', '\\\\other.example', ':80'),
        ),
        path => {
          const url = joinUrl('http://llm.example:8080', path)
          expect(url === null || url.host === 'llm.example:8080').toBe(true)
        },
      ),
    )
  })

  it('puts a rewritten path where the connection goes', () => {
    expect(atOrigin(new URL('https://llm.example//a?b'), new URL('http://192.0.2.1:1/c')).href).toBe(
      'http://192.0.2.1:1//a?b',
    )
  })
})

it('leaves out what belongs to one connection or one framing', () => {
  const names = [
    'Host',
    'Connection',
    'Content-Length',
    'Transfer-Encoding',
    'Expect',
    'TE',
    'Trailer',
    'Upgrade',
    'Keep-Alive',
    'X-Kept',
  ]
  expect(withoutFraming(names.map(name => [name, 'x']))).toEqual([['X-Kept', 'x']])
})

describe('endpointUrl', () => {
  it('parses the URL of an endpoint once, as long as nobody changes it', () => {
    const url = endpointUrl('https://llm.example/v1/chat')
    expect(endpointUrl('https://llm.example/v1/chat')).toBe(url)
    url!.pathname = '/other'
    expect(endpointUrl('https://llm.example/v1/chat')?.href).toBe('https://llm.example/v1/chat')
  })

  it('keeps no URL that may hold a key, and gives none of another text', () => {
    for (const text of ['https://llm.example/v1?key=a', 'https://llm.example/v1#a', 'https://jo:pass@llm.example/v1']) {
      const url = endpointUrl(text)
      expect(url?.href).toBe(text)
      expect(endpointUrl(text)).not.toBe(url)
    }
    endpointUrl('https://llm.example/v1')
    expect(endpointUrl('https://llm.example/v2')?.href).toBe('https://llm.example/v2')
    expect(endpointUrl('no url')).toBeNull()
  })
})
