import { describe, expect, it } from 'vitest'
import { redirectTarget } from '../../src/intercept/redirect.ts'

const from = new URL('https://llm.example/v1/chat')
const refused = expect.objectContaining({ code: 'ERR_GDPR_REDIRECT_REFUSED' })

describe('redirectTarget', () => {
  it('gives the target inside the origin, whatever form it is written in', () => {
    for (const location of [
      '/v2',
      '../v2',
      'https://llm.example/v2',
      'https://LLM.example:443/v2',
      '//llm.example/v2',
    ]) {
      expect(redirectTarget(307, [['Location', location]], from)?.href).toBe('https://llm.example/v2')
    }
  })

  it('refuses any other origin, scheme or port, and what is no address', () => {
    const others = [
      'https://other.example/v2',
      '//other.example/v2',
      'http://llm.example/v2',
      'https://llm.example:8443/',
      'https://llm.example@other.example/',
      'https://[',
      'javascript:0',
    ]
    for (const location of others) expect(() => redirectTarget(308, [['location', location]], from)).toThrow(refused)
  })

  it('is not concerned by other statuses, nor by a redirect without an address', () => {
    expect(redirectTarget(200, [['location', 'https://other.example/']], from)).toBeNull()
    expect(redirectTarget(304, [['location', 'https://other.example/']], from)).toBeNull()
    expect(redirectTarget(301, [], from)).toBeNull()
  })
})
