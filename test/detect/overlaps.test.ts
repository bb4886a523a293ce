import { describe, expect, it } from 'vitest'
import { isStronger, mergeOverlaps, withoutShielded } from '../../src/detect/overlaps.ts'
import type { Finding } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'

function finding(start: number, end: number, score: number, type = 'EMAIL'): Finding {
  return { start, end, type, score, recognizer: type.toLowerCase() }
}

describe('mergeOverlaps', () => {
  it('sorts findings and leaves those apart as they are', () => {
    const [first, second] = [finding(0, 3, 0.5), finding(3, 6, 0.9)]
    expect(mergeOverlaps([second, first])).toEqual([first, second])
  })

  it('lets the higher score name the union, and tells which part it knows', () => {
    const merged = mergeOverlaps([finding(0, 10, 0.6, 'PHONE'), finding(4, 14, 0.95, 'IBAN')])
    expect(merged).toEqual([{ ...finding(0, 14, 0.95, 'IBAN'), canonicalStart: 4, canonicalEnd: 14 }])
  })

  it('prefers the longer of two equally sure findings', () => {
    expect(mergeOverlaps([finding(2, 5, 0.9, 'PHONE'), finding(0, 9, 0.9, 'EMAIL')])).toEqual([
      finding(0, 9, 0.9, 'EMAIL'),
    ])
  })

  it('keeps the frame of a finding that wins whole', () => {
    const framed = { ...finding(0, 6, 0.9, 'ORDER_NUMBER'), canonicalStart: 1, canonicalEnd: 6 }
    expect(mergeOverlaps([framed, finding(1, 6, 0.7, 'PHONE')])).toEqual([framed])
  })

  const findings = fc.array(
    fc
      .tuple(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0.5, 0.75, 0.9),
        fc.constantFrom('EMAIL', 'IBAN', 'PHONE'),
      )
      .map(([start, length, score, type]) => finding(start, start + length, score, type)),
    { maxLength: 20 },
  )

  it('covers exactly what the findings cover, without overlaps, in any order of input', () => {
    fc.assert(
      fc.property(findings, fc.infiniteStream(fc.nat()), (list, numbers) => {
        const merged = mergeOverlaps(list)
        for (let offset = 0; offset < 90; offset++) {
          const isIn = (candidate: Finding) => candidate.start <= offset && candidate.end > offset
          expect(merged.filter(isIn)).toHaveLength(list.some(isIn) ? 1 : 0)
        }
        const shuffled = list.map(value => ({ value, key: numbers.next().value })).sort((a, b) => a.key - b.key)
        const again = mergeOverlaps(shuffled.map(({ value }) => value))
        expect(again.map(({ start, end }) => [start, end])).toEqual(merged.map(({ start, end }) => [start, end]))
      }),
    )
  })
})

describe('findings in runs', () => {
  it('come out sorted, however many runs there are', () => {
    const run = fc.uniqueArray(fc.nat(200), { maxLength: 12 }).map(starts => starts.sort((a, b) => a - b))
    fc.assert(
      fc.property(fc.array(run, { maxLength: 9 }), runs => {
        const list = runs.flatMap((starts, index) =>
          starts.map(start => finding(start * 40 + index, start * 40 + index + 1, 0.9)),
        )
        const sorted = [...list].sort((one, other) => one.start - other.start)
        expect(mergeOverlaps(list)).toEqual(sorted)
      }),
    )
  })
})

describe('isStronger', () => {
  it('decides between any two different findings, never both ways', () => {
    const [one, other] = [finding(0, 3, 0.9, 'EMAIL'), finding(0, 3, 0.9, 'PHONE')]
    expect(isStronger(one, other)).toBe(true)
    expect(isStronger(other, one)).toBe(false)
  })
})

describe('withoutShielded', () => {
  it('leaves out what lies inside a stronger shield only', () => {
    const shield = finding(10, 20, 0.9)
    const [inside, across, stronger] = [finding(12, 15, 0.8), finding(18, 25, 0.8), finding(12, 15, 0.95)]
    expect(withoutShielded([inside, across, stronger], [shield])).toEqual([across, stronger])
  })
})
