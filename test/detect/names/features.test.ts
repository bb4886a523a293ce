import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { extract, finish, lookAround, MAXIMUM_FEATURES, makeSurroundings } from '../../../src/detect/names/features.ts'
import { makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'

function featuresOf(text: string): number[][] {
  const tokens = makeTokens(256)
  const around = makeSurroundings(256)
  tokenize(text, 0, text.length, [], 0, tokens)
  lookAround(tokens, around)
  const out = new Int32Array(MAXIMUM_FEATURES)
  return Array.from({ length: tokens.count }, (_, at) =>
    Array.from(out.subarray(0, extract(tokens, around, at, out)), finish),
  )
}

describe('extract', () => {
  it('gives the hashes the committed model was trained with', () => {
    // A change here means that model.bin has to be trained again (npm run train:names).
    const hashes = featuresOf('Dear Mr Osgood,\nmy name is Anna K.\nName: Berger; phone 12')
    expect(createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 16)).toBe('04f6eb180dbee43c')
  })

  it('stays within its buffer', () => {
    for (const features of featuresOf('A b C. 1 @ x_y "Q" \u{1f600} Anna'))
      expect(features.length).toBeLessThan(MAXIMUM_FEATURES)
  })

  it('sees the same in a word with and without diacritics', () => {
    expect(featuresOf('Herr M\u00fcller kam')).toEqual(featuresOf('Herr Muller kam'))
  })
})
