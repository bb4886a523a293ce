import { describe, expect, it } from 'vitest'
import { detectNow, withoutNames } from './marked.ts'

interface BenchTexts {
  readonly hostilePieces: Readonly<Record<string, string>>
  repeatTo(text: string, length: number): string
}

// The list of the benchmark, so that what is measured there is tested here.
const benchTexts: string = new URL('../../bench/texts.mjs', import.meta.url).href
const { hostilePieces, repeatTo } = (await import(benchTexts)) as BenchTexts

const short = 6_000
const times = 8

function fastest(text: string, rounds: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const before = performance.now()
    detectNow(text, withoutNames)
    best = Math.min(best, performance.now() - before)
  }
  return best
}

describe('time grows with the length of the text, not with its square', () => {
  it.each(Object.entries(hostilePieces))('for a text of %s', (_name, piece) => {
    const shortTime = fastest(repeatTo(piece, short), 4)
    const longTime = fastest(repeatTo(piece, short * times), 2)
    // Linear is 8 times, quadratic 64; the floor is for clocks and collections.
    expect(longTime).toBeLessThan(Math.max(25, shortTime * 32))
  })
})
