import { describe, expect, it } from 'vitest'
import { type NameOptions, tagNames } from '../../../src/detect/names/index.ts'

const options: NameOptions = { profile: 'balanced', sensitivity: 'normal', findings: [] }

function names(text: string, more: Partial<NameOptions> = {}): string[] {
  return tagNames(text, { ...options, ...more }).map(({ start, end }) => text.slice(start, end))
}

describe('tagNames', () => {
  it('finds a full name in a sentence', () => {
    expect(names('Please call Hannah Whitcombe about the refund.')).toEqual(['Hannah Whitcombe'])
  })

  it('finds nothing in an empty text', () => {
    expect(names('')).toEqual([])
  })

  it('gives findings in order, not overlapping, with scores between 0 and 1', () => {
    const text = 'Anna Berger met Paul Winkler.\nDear Mr Osgood,\nthanks, Maria\n'
    const found = tagNames(text, options)
    expect(found.length).toBeGreaterThanOrEqual(3)
    for (let at = 0; at < found.length; at++) {
      expect(found[at]!.score).toBeGreaterThan(0)
      expect(found[at]!.score).toBeLessThanOrEqual(1)
      if (at > 0) expect(found[at]!.start).toBeGreaterThanOrEqual(found[at - 1]!.end)
    }
  })

  it('leaves alone what a structured recognizer has already found', () => {
    const text = 'Write to anna.berger@example.com now'
    const email = { start: 9, end: 32, type: 'EMAIL', score: 1, recognizer: 'email' }
    expect(names(text, { findings: [email] })).toEqual([])
  })
})
