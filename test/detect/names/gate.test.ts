import { describe, expect, it } from 'vitest'
import { lookAround, makeSurroundings } from '../../../src/detect/names/features.ts'
import { flagTokens } from '../../../src/detect/names/lexicon.ts'
import { loadModel } from '../../../src/detect/names/model.ts'
import { makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'

function openWords(text: string): string[] {
  const tokens = makeTokens(128)
  const around = makeSurroundings(128)
  tokenize(text, 0, text.length, [], 0, tokens)
  flagTokens(tokens, loadModel().lexicon)
  lookAround(tokens, around)
  const all = Array.from({ length: tokens.count }, (_, at) => at)
  return all.filter(at => around.open[at] !== 0).map(at => text.slice(tokens.start[at], tokens.end[at]))
}

describe('the gate', () => {
  it('opens for capitalised words and what joins them', () => {
    expect(openWords('she saw Anna-Lena van den Heuvelman there')).toEqual([
      'Anna',
      '-',
      'Lena',
      'van',
      'den',
      'Heuvelman',
    ])
  })

  it('stays shut for numbers, symbols and common small words', () => {
    expect(openWords('Anna paid 12.50 (with tax)')).toEqual(['Anna'])
  })

  it('opens for initials beside a name, and for no letter alone', () => {
    expect(openWords('ask J. R. Heuvelman')).toEqual(['J', '.', 'R', '.', 'Heuvelman'])
    expect(openWords('A, B and C: a b c; T = 1')).toEqual([])
  })

  it('opens for known names in small letters', () => {
    expect(openWords('Then we asked hannah about it')).toContain('hannah')
  })

  it('opens for rare words where a whole line has no capitals', () => {
    expect(openWords('Agent: Good morning.\nuser7: hi its zorbela here')).toContain('zorbela')
  })
})
