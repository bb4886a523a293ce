import { describe, expect, it } from 'vitest'
import { CAPITALS, DIGIT_LED, DIGITS, LETTER_LED, type RunFilter, RunTable } from '../../src/detect/run-filter.ts'

function admits(filter: RunFilter, length: number, kind: number, before: string, after: string): boolean {
  const table = new RunTable([{ shortest: 2, longest: 4, filter, step: 'step' }])
  const unit = (sign: string) => (sign === '' ? 0 : sign.charCodeAt(0))
  return table.stepsFor(length, kind, unit(before), unit(after)).includes('step')
}

describe('a filter of runs', () => {
  it('admits every run of the right length where it names nothing', () => {
    expect([1, 2, 4, 5].map(length => admits({}, length, DIGITS, '', ''))).toEqual([false, true, true, false])
    expect(admits({}, 300, DIGITS, '', '')).toBe(false)
  })

  it('tells runs by what they are made of', () => {
    const kinds = [DIGITS, DIGIT_LED, LETTER_LED, CAPITALS]
    expect(kinds.map(kind => admits({ made: ['9', 'A9'] }, 3, kind, ' ', ' '))).toEqual([true, false, true, false])
  })

  it('asks for one of the signs behind and before, and for none of those it does not want', () => {
    expect([':', '.', '=', ''].map(after => admits({ after: ':.' }, 3, DIGITS, ' ', after))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([' ', '('].map(before => admits({ before: ' ' }, 3, DIGITS, before, ''))).toEqual([true, false])
    expect(['-', '=', ''].map(before => admits({ notBefore: '-.' }, 3, DIGITS, before, ''))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('takes the end of the text, of a line and a carriage return for the same', () => {
    expect(['', '\n', '\r'].map(after => admits({ after: '\n' }, 3, DIGITS, ' ', after))).toEqual([true, true, true])
  })

  it('refuses signs that it has no class for', () => {
    expect(() => new RunTable([{ shortest: 1, longest: 2, filter: { after: '~' }, step: 'step' }])).toThrow(TypeError)
  })
})
