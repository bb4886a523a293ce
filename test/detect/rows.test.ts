import { describe, expect, it } from 'vitest'
import { Candidates } from '../../src/detect/candidates.ts'
import type { LabelledValue } from '../../src/detect/labelled-values.ts'
import type { Finder } from '../../src/detect/recognizer.ts'
import { onceInRows, onceInRowsOfValues } from '../../src/detect/rows.ts'
import type { Finding } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'
import { viewOf } from './views.ts'

/** Finds one or two values at a digit, by what stands far before and far behind it. */
function lookFar(distance: number): Finder {
  return (view, start, end, findings) => {
    if (view.unit(start - distance) === 0x62) findings.add(start, end + 1, 'PHONE', 0.9)
    if (view.unit(start + distance) !== 0x63) findings.addFramed(start - 1, end + 1, 'ORDER_NUMBER', 0.8, start, end)
  }
}

function search(text: string, find: Finder): readonly Finding[] {
  const view = viewOf(text)
  const candidates = new Candidates(() => true)
  for (const { index } of text.matchAll(/\d/g)) find(view, index, index + 1, candidates)
  return candidates.list
}

const piece = fc.stringMatching(/^[abc1 ]{0,6}1[abc ]{0,6}$/)
const row = fc
  .tuple(piece, fc.integer({ min: 1, max: 7_000 }))
  .map(([one, length]) => one.repeat(Math.ceil(length / one.length)))
const text = fc.array(fc.oneof({ weight: 3, arbitrary: row }, { weight: 1, arbitrary: piece }), {
  minLength: 1,
  maxLength: 4,
})

describe('a finder that looks once in a row of one piece', () => {
  it('finds what it finds when it looks at each place', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 2_000 }), (parts, distance) => {
        const find = lookFar(distance)
        expect(search(parts.join(''), onceInRows(find))).toEqual(search(parts.join(''), find))
      }),
      { numRuns: 60 },
    )
  })

  it('looks at few of many places', () => {
    let looks = 0
    const find = onceInRows((view, start, end, findings) => {
      looks++
      lookFar(1)(view, start, end, findings)
    })
    const found = search('b1c, 1 '.repeat(3_000), find)
    expect(found).toHaveLength(6_000)
    expect(looks).toBeLessThan(1_500)
  })

  it('looks at all where no two pieces are the same', () => {
    let looks = 0
    const numbers = Array.from({ length: 3_000 }, (_, index) => String.fromCharCode(0x400 + index))
    search(
      numbers.map(letter => `b1${letter} `).join(''),
      onceInRows(() => looks++),
    )
    expect(looks).toBe(3_000)
  })

  it('looks at the first piece of a row in the next text', () => {
    let looks = 0
    const find = onceInRows(() => looks++)
    const row = 'ab 1 '.repeat(1_500)
    search(row, find)
    const before = looks
    search(row, find)
    expect(looks).toBe(2 * before)
  })
})

describe('a finder at values that looks once in a row', () => {
  const line = 'no 1: abc\n'
  const view = viewOf(line.repeat(1_000))
  const value = (index: number, other: Partial<LabelledValue>): LabelledValue => {
    const from = index * line.length
    const [labelStart, labelEnd, start, limit] = [from, from + 4, from + 6, from + 9]
    const named = { group: 'PHONE', link: 'pair', quoted: false, numbered: true, frameStart: start } as const
    return { ...named, labelStart, labelEnd, start, limit, ...other }
  }
  const looksAt = (others: (index: number) => Partial<LabelledValue>) => {
    const looked: number[] = []
    const find = onceInRowsOfValues((_view, { start, limit }, findings) => {
      looked.push(start)
      findings.add(start, limit, 'PHONE', 0.9)
    })
    const candidates = new Candidates(() => true)
    for (let index = 0; index < 1_000; index++) find(view, value(index, others(index)), candidates)
    expect(candidates.list.map(({ start }) => start)).toEqual(
      Array.from({ length: 1_000 }, (_, index) => value(index, others(index)).start),
    )
    return looked
  }

  it('looks at few of many', () => {
    expect(looksAt(() => ({})).length).toBeLessThan(600)
  })

  it('looks again where the label names it in another way', () => {
    expect(looksAt(index => (index === 500 ? { link: 'cell' } : {}))).toContain(500 * line.length + 6)
    expect(looksAt(index => (index === 500 ? { limit: 5_008 } : {}))).toContain(500 * line.length + 6)
    expect(looksAt(index => (index === 500 ? { numbered: false } : {}))).toContain(500 * line.length + 6)
  })

  it('looks each time where the label stands far away', () => {
    expect(
      looksAt(index => ({
        labelStart: Math.max(0, index * line.length - 400),
        labelEnd: Math.max(0, index * line.length - 396),
      })),
    ).toHaveLength(1_000)
  })
})
