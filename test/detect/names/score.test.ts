import { describe, expect, it } from 'vitest'
import { lookAround, makeSurroundings } from '../../../src/detect/names/features.ts'
import { LABELS, PERSON } from '../../../src/detect/names/labels.ts'
import { flagTokens } from '../../../src/detect/names/lexicon.ts'
import { loadModel } from '../../../src/detect/names/model.ts'
import { scoreTokens, toProbabilities } from '../../../src/detect/names/score.ts'
import { makeTokens, tokenize } from '../../../src/detect/names/tokens.ts'

const CAPACITY = 4096

function probabilitiesOf(text: string) {
  const model = loadModel()
  const tokens = makeTokens(CAPACITY)
  const around = makeSurroundings(CAPACITY)
  const scores = new Float64Array(CAPACITY * LABELS)
  tokenize(text, 0, text.length, [], 0, tokens)
  flagTokens(text, tokens, model.lexicon)
  lookAround(tokens, around)
  scoreTokens(tokens, around, model, scores)
  toProbabilities(tokens, model, scores, new Float64Array(CAPACITY * LABELS))
  return { count: tokens.count, scores }
}

describe('toProbabilities', () => {
  it('gives each token probabilities that add up to one, however long the text', () => {
    const { count, scores } = probabilitiesOf('Dear Mr Osgood, AAA 12 @ x\n'.repeat(140))
    for (let at = 0; at < count; at++) {
      const four = scores.subarray(at * LABELS, at * LABELS + LABELS)
      expect(four.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6)
    }
  })

  it('is sure of a name after a title', () => {
    const { scores } = probabilitiesOf('Dear Mr Osgood,')
    expect(scores[2 * LABELS + PERSON]).toBeGreaterThan(0.9)
    expect(scores[0 * LABELS + PERSON]).toBeLessThan(0.1)
  })
})
