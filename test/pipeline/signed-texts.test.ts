import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { SignedTexts } from '../../src/pipeline/signed-texts.ts'

describe('signed texts', () => {
  it('are recalled by their signature and by no other', () => {
    const texts = new SignedTexts()
    texts.remember('sig-a', 'thinking of [EMAIL_1]')
    expect(texts.recall('sig-a')).toBe('thinking of [EMAIL_1]')
    expect(texts.recall('sig-b')).toBeUndefined()
  })

  it('are bounded: the oldest go first', () => {
    const texts = new SignedTexts()
    for (let index = 0; index < 10_001; index++) texts.remember(`sig-${index}`, 'x')
    expect(texts.recall('sig-0')).toBeUndefined()
    expect(texts.recall('sig-10000')).toBe('x')
    texts.remember('huge', 'x'.repeat(8_000_000))
    expect(texts.recall('huge')).toBeUndefined()
  })

  it('show nothing when inspected', () => {
    const texts = new SignedTexts()
    texts.remember('sig-planted', 'planted text')
    expect(inspect(texts, { showHidden: true, depth: 9 })).not.toContain('planted')
  })
})
