import { describe, expect, it } from 'vitest'
import { addSign, bitOfUnit, bitsBefore, bitsOf } from '../../src/detect/signs.ts'

/** Whether the sign is noted before each of these units. */
function noted(text: string, next: string | undefined, units: string): boolean[] {
  const table = new Uint8Array(128)
  addSign(table, text, next)
  const bits = table[text.charCodeAt(0)]!
  return [...units].map(unit => (bits & bitOfUnit[Math.min(128, unit.charCodeAt(0))]!) !== 0)
}

describe('a sign', () => {
  it('is noted whatever follows where nothing is asked for', () => {
    expect(noted('@', undefined, 'a1 "/(\u200b')).toEqual([true, true, true, true, true, true, true])
  })

  it('is passed over before what cannot follow it', () => {
    expect(noted('.', '9', 'a1 "')).toEqual([false, true, false, false])
    expect(noted('(', 'A @', 'a1 "@')).toEqual([true, false, true, false, true])
  })

  it('is noted before a unit outside ASCII, which may be a letter or hide the right one', () => {
    expect(noted('://', undefined, '/a\u200b')).toEqual([true, false, true])
    expect(noted('.', '9', '\u0661\u200b')).toEqual([true, true])
  })
})

describe('what stands before a sign', () => {
  function passes(named: string | undefined, text: string): boolean {
    const units = Uint16Array.from(text, unit => unit.charCodeAt(0))
    return (bitsOf(named) & bitsBefore(units, text.length - 1)) !== 0
  }

  it('sieves by letters, digits and signs', () => {
    expect(['a.', '1.', ' .', '".'].map(text => passes('A9', text))).toEqual([true, true, false, false])
    expect(['a@', ' @', '"@', '_@'].map(text => passes('A9".=', text))).toEqual([true, false, true, true])
  })

  it('lets everything pass where nothing is asked for, at the start of the text, and behind units outside ASCII', () => {
    expect(passes(undefined, ' .')).toBe(true)
    expect(passes('9', '.')).toBe(true)
    expect(passes('9', '\u00e9.')).toBe(true)
  })
})
