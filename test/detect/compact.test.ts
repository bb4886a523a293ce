import { describe, expect, it } from 'vitest'
import { compact, compactEnd, skipGap } from '../../src/detect/compact.ts'
import fc from '../kit/fast-check.ts'
import { viewOf } from './views.ts'

const value = fc.string({
  unit: fc.constantFrom('A', 'b', '7', '0', ' ', '-', '.', '\n', '\t', '>', '\r', '\u00e9'),
  maxLength: 24,
})

describe('a value in groups', () => {
  it('is its letters and digits in capitals', () => {
    fc.assert(
      fc.property(value, text => {
        expect(compact(viewOf(text), 0, text.length)).toBe(text.replace(/[^0-9A-Za-z]/g, '').toUpperCase())
      }),
    )
  })

  it('ends behind so many letters and digits, with what was read between them', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 12 }), (text, length) => {
        const end = compactEnd(viewOf(text), 0, length, ' -')
        if (end >= 0) expect(text.slice(0, end).replace(/[^0-9A-Za-z]/g, '')).toHaveLength(length)
        else expect(text).not.toMatch(new RegExp(`^(?:[0-9A-Za-z][ -]?){${length - 1}}[0-9A-Za-z]`))
      }),
    )
  })

  it.each([
    [' 1', ' ', 1],
    ['-1', ' ', -1],
    ['-1', '-', 1],
    ['  1', ' ', -1],
    [' \n  1', '', 4],
    ['\n> 1', '', 3],
    ['\n\n1', ' ', -1],
    ['>1', ' ', -1],
  ])('has a gap in %j where %j divides: %i', (text, separators, end) => {
    expect(skipGap(viewOf(text), 0, separators)).toBe(end)
  })
})
