import { describe, expect, it } from 'vitest'
import { detectNow, withoutNames } from './marked.ts'

interface BenchTexts {
  readonly hostilePieces: Readonly<Record<string, string>>
  readonly prose: string
  repeatTo(text: string, length: number): string
}

// The list of the benchmark, so that what is measured there is tested here.
const benchTexts: string = new URL('../../bench/texts.mjs', import.meta.url).href
const { hostilePieces, prose, repeatTo } = (await import(benchTexts)) as BenchTexts

const short = 6_000
const times = 8

/** Milliseconds of CPU: the clock also counts what other processes take. How they divide into user and system is only sampled. */
function timeOf(text: string): number {
  const before = process.cpuUsage()
  detectNow(text, withoutNames)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** The fastest of some rounds: more of them only where the machine is busy with something else. */
function fastest(text: string, bound: number, mostRounds: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < mostRounds && best >= bound; round++) best = Math.min(best, timeOf(text))
  return best
}

describe('time grows with the length of the text, not with its square', () => {
  it.each(Object.entries(hostilePieces))('for a text of %s', (_name, piece) => {
    const shortTime = fastest(repeatTo(piece, short), 0, 4)
    // Linear is 8 times, quadratic 64; the floor is for clocks and collections.
    const bound = Math.max(25, shortTime * 32)
    expect(fastest(repeatTo(piece, short * times), bound, 12)).toBeLessThan(bound)
  })
})

it('costs no text thousands of times what prose costs', () => {
  const perUnit = (text: string) => Math.max(fastest(text, 0, 4), 0.01) / text.length
  // The clock of the processor counts hundredths of a millisecond: for prose it takes a longer text.
  const bound = perUnit(repeatTo(prose, short * times)) * 1_500
  const dear = Object.entries(hostilePieces).filter(([, piece]) => perUnit(repeatTo(piece, short)) > bound)
  expect(dear.map(([name]) => name)).toEqual([])
})
