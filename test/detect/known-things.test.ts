import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'
import { isKnownThing } from '../../src/detect/known-things.ts'
import type { Finding } from '../../src/types.ts'

const detector = createDetector({ profile: 'balanced' })

function peopleIn(text: string): string[] {
  const findings = detector.detect(text) as readonly Finding[]
  return findings.filter(({ type }) => type === 'PERSON').map(({ start, end }) => text.slice(start, end))
}

describe('things named after people', () => {
  it.each([
    'Shops: Hugo Boss, Calvin Klein, Ralph Lauren and Tommy Hilfiger.',
    'Der Harley Davidson Händler führt auch Jack Wolfskin und Louis Vuitton.',
    'Goldman Sachs, Morgan Stanley and Charles Schwab cut their outlook.',
    'Le vol part de Charles de Gaulle, puis correspondance à Roland Garros.',
    "A glass of Jack Daniel's or Johnnie Walker?",
  ])('are no people: %s', text => {
    expect(peopleIn(text)).toEqual([])
  })

  it('are people where one is addressed so', () => {
    const text = 'We met Mr Calvin Klein'
    expect(isKnownThing(text, 10, text.length)).toBe(false)
    expect(isKnownThing(text.replace('Mr ', 'at '), 10, text.length)).toBe(true)
  })

  it('hide the names in them only as a whole', () => {
    const shown = (text: string, name: string) =>
      isKnownThing(text, text.indexOf(name), text.indexOf(name) + name.length)
    expect(shown('a suit by Hugo Boss', 'Hugo')).toBe(true)
    expect(shown('a suit by Hugo Bossmann', 'Hugo')).toBe(false)
    expect(shown('a suit by Hugo', 'Hugo')).toBe(false)
    expect(shown('a suit for Anna Hugo Boss', 'Anna Hugo Boss')).toBe(false)
  })
})
