import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

const LENGTH = 16_000
const prose =
  'Dear Ms Hathersage, thank you for your letter. Our colleague Konrad Wiesinger will call you on Monday about the bill.\n'

/** Best of three in processor time, which other work on the machine hardly touches; microseconds per unit. */
function cost(pattern: string, length = LENGTH): number {
  const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage()
    tagNames(text, { profile: 'strict', sensitivity: 'normal', findings: [] })
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, user + system)
  }
  return best / text.length
}

const hostile: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'one capital': 'A',
  'lone capitals': 'A ',
  'names only': 'Anna ',
  'names on lines': 'Anna\n',
  dashes: '1-',
  dots: 'a.',
  at: '@',
  backslashes: '\\',
  brackets: '[',
  'line breaks': '\n',
  pipes: '|',
  quotes: '"',
  headers: 'name;vorname;a\n',
  keys: 'first_name=',
  emoji: '\u{1f600}',
  'zero-width': '\u200b',
  commas: 'name,',
  'hyphenated names': 'Anna-',
  initials: 'A.',
  'lower names': 'anna berger ',
  'colon words': 'name: ',
  particles: 'van den ',
}

describe('the time for a text', () => {
  it('grows with its length, whatever it is made of', () => {
    const usual = cost(prose)
    const slow = Object.entries(hostile)
      .map(([name, pattern]) => [name, cost(pattern) / usual] as const)
      .filter(([, ratio]) => ratio > 5)
    expect(slow).toEqual([])
  }, 60_000)

  it('does not grow faster than the text', () => {
    cost(prose)
    expect(cost(prose, 400_000) / cost(prose, 16_000)).toBeLessThan(3)
  }, 60_000)
})
