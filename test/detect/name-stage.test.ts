import { describe, expect, it } from 'vitest'
import { findNames, outside } from '../../src/detect/name-stage.ts'
import type { Finding } from '../../src/types.ts'

const options = { profile: 'balanced', sensitivity: 'normal', hint: undefined } as const

function run(text: string, known: readonly Finding[] = []) {
  const steps = findNames(text, known, options)
  let pauses = 0
  for (;;) {
    const step = steps.next()
    if (step.done) return { pauses, names: step.value.map(({ start, end }) => text.slice(start, end)) }
    pauses++
  }
}

function span(start: number, end: number): Finding {
  return { start, end, type: 'EMAIL', score: 0.9, recognizer: 'email' }
}

const filler = 'The weather was fine and the road was dry.\n'.repeat(2_000)
const sentence = 'Dear Mrs Annabel Pemberton, thank you for your letter.\n'

describe('findNames', () => {
  it('tags a short text in one go', () => {
    expect(run(sentence)).toEqual({ pauses: 0, names: ['Annabel Pemberton'] })
  })

  it('tags a long text in pieces, wherever the name stands', () => {
    const { pauses, names } = run(filler + sentence)
    expect(names).toEqual(['Annabel Pemberton'])
    expect(pauses).toBeGreaterThan(0)
  })

  it('finds a name of one piece again in another', () => {
    const text = `${sentence}${filler}${filler}regards annabel, for ANNABEL: Annabel Pemberton`
    expect(run(text).names.filter(name => name === 'Annabel Pemberton')).toHaveLength(2)
  })

  it('looks at nothing inside what is known, in any piece', () => {
    const at = filler.length + 'Dear Mrs '.length
    expect(run(filler + sentence, [span(at, at + 'Annabel Pemberton'.length)]).names).toEqual([])
  })

  it('copes with a text without any border, and with a known span over the end of a piece', () => {
    const text = 'x'.repeat(150_000)
    expect(run(text, [span(60_000, 140_000)]).names).toEqual([])
  })
})

describe('outside', () => {
  it('keeps what touches nothing of the other list', () => {
    const kept = outside([span(0, 2), span(3, 5), span(6, 9), span(12, 13)], [span(2, 3), span(4, 7), span(9, 12)])
    expect(kept).toEqual([span(0, 2), span(12, 13)])
  })
})
