import { describe, expect, it } from 'vitest'
import { expOf } from '../../../src/detect/names/exponential.ts'
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
  flagTokens(tokens, model.lexicon)
  lookAround(tokens, around)
  scoreTokens(tokens, around, model, scores)
  toProbabilities(tokens, model, scores, new Float64Array(CAPACITY * LABELS))
  return { count: tokens.count, scores }
}

describe('expOf', () => {
  it('is exp() to ten digits between its bounds, and that of the bound beyond them', () => {
    for (let score = -40; score <= 40; score += 0.0137) {
      expect(Math.abs(expOf(score) / Math.exp(score) - 1)).toBeLessThan(1e-10)
    }
    expect(expOf(1e9)).toBeCloseTo(expOf(40), 5)
    expect(expOf(-1e9)).toBe(expOf(-40))
  })
})

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

  it('says the same of a long row of words without names as if every word were reckoned', () => {
    const row = 'and so on '.repeat(12)
    const { count, scores } = probabilitiesOf(`Dear Mr Osgood, ${row}Mr Osgood ${row}\n${row}`)
    const { rest } = loadModel()
    const person = (at: number) => scores[at * LABELS + PERSON]!
    // Far from the names the rest itself stands; five words from one, what is reckoned hardly differs.
    expect(person(22)).toBe(rest.probabilities[PERSON])
    const behind = Array.from({ length: count }, (_, at) => at).find(
      at => at > 4 && person(at) === rest.probabilities[PERSON],
    )!
    expect(behind).toBeLessThan(12)
    expect(Math.abs(person(behind - 1) - person(behind))).toBeLessThan(1e-5)
  })
})
