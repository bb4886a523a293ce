import { describe, expect, it } from 'vitest'
import { LABELS } from '../../../src/detect/names/labels.ts'
import { kindOfText } from '../../../src/detect/names/text-kind.ts'
import { makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'
import type { Finding } from '../../../src/types.ts'

function kindOf(text: string, findings: readonly Finding[] = []) {
  const tokens = makeTokens(2048)
  tokenize(text, 0, text.length, findings, 0, tokens)
  return kindOfText(findings, tokens, new Float64Array(2048 * LABELS))
}

describe('kindOfText', () => {
  it('calls a text with other personal data a record', () => {
    expect(kindOf('call me', [{ start: 0, end: 4, type: 'PHONE', score: 1, recognizer: 'x' }])).toBe('record')
  })

  it('calls running text prose', () => {
    expect(
      kindOf('The committee met in the afternoon and decided to publish the report before the summer break.'),
    ).toBe('prose')
  })

  it('does not count years: prose tells when something was', () => {
    const told = (from: string, to: string) =>
      kindOf(`Draft a short letter for somebody who once worked under me from ${from} to ${to}.`)
    expect([told('2019', '2022'), told('1998', '2003')]).toEqual(['prose', 'prose'])
    expect([told('2119', '1822'), told('201', '20224')]).toEqual(['technical', 'technical'])
  })

  it('calls a text full of numbers technical', () => {
    expect(
      kindOf('Mix 250 g flour, 3 eggs and 120 ml milk, bake for 40 min at 180 degrees, then let it rest 10 min.'),
    ).toBe('technical')
  })

  it('does not judge a text of a few words', () => {
    expect(kindOf('Anna 3')).toBe('prose')
  })
})
