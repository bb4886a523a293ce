import { describe, expect, it } from 'vitest'
import {
  CAPITALS,
  DIGIT_LED,
  DIGITS,
  LETTER_LED,
  pairs,
  type RunFilter,
  RunTable,
  sizesBetween,
} from '../../src/detect/run-filter.ts'

/** Does the filter let a run of this length and kind pass between these units? */
function admits(filter: RunFilter, length: number, kind: number, before: string, after: string): boolean {
  const { made, ...beside } = filter
  const table = new RunTable([{ sizes: sizesBetween(2, 4, made), filter: beside, step: 'step' }])
  const text = `${before}${'1'.repeat(length)}${after}\0\0`
  const units = Uint16Array.from(text, letter => letter.charCodeAt(0))
  table.look(units, before.length, before.length + length, kind)
  return table.low === 1 && table.middle === 0 && table.high === 0
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
    expect(['%', '.'].map(after => admits({ notAfter: '%' }, 3, DIGITS, '', after))).toEqual([false, true])
  })

  it('asks for two units as they are written, digits, letters and capitals among them', () => {
    const behindAdmits = (filter: readonly string[]) =>
      ['-1', '-x', '-X', '-\u017b', '-.', '1'].map(behind => admits({ after: filter }, 2, DIGITS, '', behind))
    expect(behindAdmits(['-9'])).toEqual([true, false, false, false, false, false])
    expect(behindAdmits(['-a'])).toEqual([false, true, true, true, false, false])
    expect(behindAdmits(['-A'])).toEqual([false, false, true, true, false, false])
    const led = ['1.', 'x.', ' .', '.'].map(text => admits({ notBefore: pairs('9a', '.') }, 2, DIGITS, text, ''))
    expect(led).toEqual([false, false, true, true])
  })

  it('takes the end of the text, of a line and a carriage return for the same', () => {
    expect(['', '\n', '\r'].map(after => admits({ after: '\n' }, 3, DIGITS, ' ', after))).toEqual([true, true, true])
    expect(['', '\n'].map(before => admits({ before: '\n' }, 3, DIGITS, before, ' '))).toEqual([true, true])
  })

  it('keeps the bits of more steps than one word has apart', () => {
    const anchors = Array.from({ length: 80 }, (_, length) => ({
      sizes: sizesBetween(length + 1, length + 1),
      filter: {},
      step: length,
    }))
    const table = new RunTable(anchors)
    const units = new Uint16Array(128).fill(0x31)
    table.look(units, 1, 34, DIGITS)
    expect([table.low, table.middle, table.high]).toEqual([0, 1, 0])
    table.look(units, 1, 67, DIGITS)
    expect([table.low, table.middle, table.high]).toEqual([0, 0, 2])
  })

  it('refuses signs and patterns that it has no class for, and more steps than it has bits', () => {
    const sizes = sizesBetween(1, 2)
    expect(() => new RunTable([{ sizes, filter: { after: '~' }, step: 'step' }])).toThrow(TypeError)
    expect(() => new RunTable([{ sizes, filter: { after: ['...'] }, step: 'step' }])).toThrow(TypeError)
    const many = Array.from({ length: 97 }, () => ({ sizes, filter: {}, step: 'step' }))
    expect(() => new RunTable(many)).toThrow(RangeError)
  })
})
