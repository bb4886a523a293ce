import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { SignedTexts } from '../../src/pipeline/signed-texts.ts'

describe('signed texts', () => {
  it('are recalled by their signature and by no other', () => {
    const texts = new SignedTexts()
    texts.remember('sig-a', 'thinking of [EMAIL_1]')
    expect(texts.recall('sig-a', 'any')).toBe('thinking of [EMAIL_1]')
    expect(texts.recall('sig-b', 'any')).toBeUndefined()
  })

  it('are recalled only for the text that was shown, where that is known', () => {
    const texts = new SignedTexts()
    texts.remember('sig-a', 'to [email_1]', 'to jane')
    texts.remember('sig-a', 'and EMAIL_2', 'and john')
    expect(texts.recall('sig-a', 'to jane')).toBe('to [email_1]')
    expect(texts.recall('sig-a', 'and john')).toBe('and EMAIL_2')
    expect(texts.recall('sig-a', 'to somebody else')).toBeUndefined()
  })

  it('are bounded: the oldest go first', () => {
    const texts = new SignedTexts()
    for (let index = 0; index < 10_001; index++) texts.remember(`sig-${index}`, 'x')
    expect(texts.recall('sig-0', 'x')).toBeUndefined()
    expect(texts.recall('sig-10000', 'x')).toBe('x')
    texts.remember('huge', 'x'.repeat(8_000_000))
    expect(texts.recall('huge', 'x')).toBeUndefined()
  })

  it('show nothing when inspected', () => {
    const texts = new SignedTexts()
    texts.remember('sig-planted', 'planted text')
    expect(inspect(texts, { showHidden: true, depth: 9 })).not.toContain('planted')
  })
})
