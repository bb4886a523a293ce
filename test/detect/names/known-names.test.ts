import { describe, expect, it } from 'vitest'
import {
  makeKnownNames,
  match,
  NO_MATCH,
  remember,
  STEM_MATCH,
  WORD_MATCH,
} from '../../../src/detect/names/known-names.ts'
import { flagTokens } from '../../../src/detect/names/lexicon.ts'
import { loadModel } from '../../../src/detect/names/model.ts'
import { makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'

function tokensOf(text: string) {
  const tokens = makeTokens(64)
  tokenize(text, 0, text.length, [], 0, tokens)
  flagTokens(tokens, loadModel().lexicon)
  return tokens
}

function matchAfter(name: string, word: string): number {
  const known = makeKnownNames()
  remember(known, tokensOf(name), 0)
  return match(known, tokensOf(word), 0)
}

describe('known names', () => {
  it('are found again in any case', () => {
    expect(matchAfter('Brzozowska', 'BRZOZOWSKA')).toBe(WORD_MATCH)
    expect(matchAfter('Brzozowska', 'brzozowska')).toBe(WORD_MATCH)
  })

  it('are found again with another ending', () => {
    expect(matchAfter('Brzozowska', 'Brzozowskiej')).toBe(STEM_MATCH)
    expect(matchAfter('Virtanen', 'Virtasen')).toBe(STEM_MATCH)
  })

  it('are not found in small letters with another ending', () => {
    expect(matchAfter('Brzozowska', 'brzozowskiej')).toBe(NO_MATCH)
  })

  it('do not hold titles, fields and words of two letters', () => {
    expect(matchAfter('Vorname', 'Vorname')).toBe(NO_MATCH)
    expect(matchAfter('Al', 'Al')).toBe(NO_MATCH)
  })
})
