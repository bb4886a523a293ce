import { describe, expect, it } from 'vitest'
import { ApiWords } from '../../../src/wire/providers/api-words.ts'
import { compileProviders } from '../../../src/wire/providers/match.ts'
import { routes } from '../../../src/wire/providers/routes.ts'

const words = new ApiWords(routes, [{ path: '/llm/gate' }])
const spell = (path: string, origin = 'https://llm.example') => words.spell(new URL(origin + path))

describe('the words of an API', () => {
  it('spell the paths of endpoints', () => {
    for (const path of [
      '/',
      '/v1/chat/completions',
      '/v1beta1/embeddings',
      '/openai/v1/responses',
      '/llm/gate/v1/messages',
    ]) {
      expect(spell(path), path).toBe(true)
    }
  })

  it('spell nothing that a caller may have put in', () => {
    for (const path of [
      '/v1/files/file-abc',
      '/v1/jo.doe@mailbox.example',
      '/v1/chat/completions?user=jo',
      '/v1/chat/completions#jo',
      '/v1/Chat/completions',
      '/v1/models/anna',
      `/${'v1/'.repeat(60)}`,
    ]) {
      expect(spell(path), path).toBe(false)
    }
    expect(spell('/v1/messages', 'https://jo:pass@llm.example')).toBe(false)
  })
})

describe('a match that is remembered', () => {
  const none = () => []
  it('is the same for the same endpoint, and another for any other', () => {
    const providers = compileProviders({ own: { baseUrl: 'http://127.0.0.1:8080/v1' } })
    const match = (url: string) => providers.match(new URL(url), 'POST', none)
    const first = match('http://127.0.0.1:8080/v1/chat/completions')
    expect(match('http://127.0.0.1:8080/v1/chat/completions')).toBe(first)
    expect(first?.provider).toBe('own')
    expect(match('http://127.0.0.1:8080/v1/embeddings')?.format.name).toBe('openai-inputs')
    expect(match('http://127.0.0.1:8081/v1/embeddings')).toBeNull()
    expect(match('https://127.0.0.1:8080/v1/embeddings')).toBeNull()
    expect(match('http://127.0.0.1:8080/v10/embeddings')).toBeNull()
  })

  it('never tells of a host that only its path and method gave away', () => {
    const providers = compileProviders({})
    const url = new URL('https://llm.example/v1/chat/completions')
    expect(providers.match(url, 'POST', none)?.provider).toBe('unknown')
    expect(providers.match(url, 'GET', none)).toBeNull()
  })

  it('holds for any number of endpoints', () => {
    const providers = compileProviders({})
    for (let host = 0; host < 200; host++) {
      const url = new URL(`https://h${host}.api.openai.com/v1/chat/completions`)
      expect(providers.match(url, 'POST', none)?.host).toBe(url.host)
    }
  })
})
