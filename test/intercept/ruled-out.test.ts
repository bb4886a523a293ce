import { describe, expect, it } from 'vitest'
import { findGuard, isRuledOut, nameInOrigin, parseUrl } from '../../src/intercept/destination.ts'
import type { ExchangeOpener, HeaderPairs } from '../../src/types.ts'
import { compileProviders } from '../../src/wire/index.ts'
import fc from '../kit/fast-check.ts'

const providers = compileProviders({
  own: { baseUrl: 'http://127.0.0.1:8080/v1' },
  corporate: { baseUrl: 'https://llm.corp.example/x' },
})

const opener: ExchangeOpener = {
  bodyBytes: 0,
  guards: (url, method, headers) => providers.match(url, method, headers) !== null,
  rulesOut: providers.rulesOut,
  open: () => Promise.reject(new Error('not asked for')),
}

const headers = (): HeaderPairs => [['anthropic-version', '2023-06-01']]

const hosts = [
  'api.openai.com',
  'API.OpenAI.com',
  'api.openai.com.',
  'api.anthropic.com',
  'bedrock-runtime.eu-west-1.amazonaws.com',
  'my-model.openai.azure.com',
  '127.0.0.1',
  '127.1',
  '0x7f.0.0.1',
  '2130706433',
  '[::1]',
  'llm.corp.example',
  'LLM.corp.example',
  'user@llm.corp.example',
  'llm.corp.example\\x',
  'llm\u3002corp\u3002example',
  'llm%2ecorp.example',
  'files.example',
  'localhost',
  '192.0.2.7',
]
const paths = [
  '/v1/chat/completions',
  '/v1/chat/completions?a=1',
  '/v1/chat/completions#a',
  '/v1/chat/completions/',
  '/v1/chat/completions/.',
  '/a/../v1/chat/completions',
  '//v1/chat/completions',
  '/v1\\chat\\completions',
  '/v1/chat/comple%74ions',
  '/v1/chat/comple\ttions',
  '/v1/messages',
  '/x/anything',
  '/items/1?b=/v1/chat/completions',
  '/items',
  '/',
  '',
]

describe('a call that is ruled out without a URL', () => {
  it('is guarded by nobody, however its host and path are written', () => {
    const name = fc
      .tuple(fc.oneof(fc.constantFrom(...hosts), fc.domain()), fc.constantFrom('', ':443', ':8080', ':x'))
      .map(parts => parts.join(''))
    const path = fc.oneof(
      fc.constantFrom(...paths),
      fc.webPath(),
      fc.tuple(fc.constantFrom(...paths), fc.string()).map(String),
    )
    fc.assert(
      fc.property(name, path, fc.constantFrom('POST', 'GET'), (target, way, method) => {
        if (!isRuledOut([opener], [target], way)) return
        for (const scheme of ['http', 'https']) {
          const url = parseUrl(`${scheme}://${target}${way}`)
          if (url !== null) expect(findGuard([opener], { url, method, headers, aliases: [] })).toBeNull()
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('is any to a foreign host', () => {
    for (const host of ['files.example', 'FILES.example:8080', 'localhost:3000', '192.0.2.7']) {
      expect(isRuledOut([opener], [host, undefined], '/items/1?q=a%20b'), host).toBe(true)
    }
  })

  it('is none that goes by the name of a guarded host as well, or by a name that is no plain host', () => {
    for (const host of [...hosts.slice(0, 17), 7, null]) {
      expect(isRuledOut([opener], ['files.example', host], '/items'), String(host)).toBe(false)
    }
  })

  it('is none with the path of a model', () => {
    expect(isRuledOut([opener], ['files.example'], '/v1/chat/completions')).toBe(false)
    expect(isRuledOut([opener], ['files.example'], undefined)).toBe(false)
  })

  it('is none where one of the guards rules nothing out', () => {
    const { rulesOut: _, ...silent } = opener
    expect(isRuledOut([opener, silent], ['files.example'], '/items')).toBe(false)
    expect(isRuledOut([opener, opener], ['files.example'], '/items')).toBe(true)
  })
})

it('finds the name in an origin, and in nothing else', () => {
  expect(nameInOrigin('https://files.example:8080')).toBe('files.example:8080')
  expect(nameInOrigin('files.example')).toBeNull()
  expect(nameInOrigin(new URL('https://files.example'))).toBeNull()
})
