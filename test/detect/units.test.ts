import { describe, expect, it } from 'vitest'
import { LentText } from '../../src/detect/units.ts'
import fc from '../kit/fast-check.ts'

describe('the units of a text', () => {
  it('are those of the string, lone surrogates too, with zeros behind them', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.string({ unit: 'binary', minLength: 257, maxLength: 400 }),
        ),
        fc.nat(0xffff),
        (text, lone) => {
          const written = `${text}${String.fromCharCode(lone)}`
          const lent = new LentText(written)
          const read = Array.from(lent.units.subarray(0, lent.length + 64))
          lent.release()
          expect(read.slice(0, written.length)).toEqual(
            Array.from({ length: written.length }, (_, at) => written.charCodeAt(at)),
          )
          expect(read.slice(written.length).every(unit => unit === 0)).toBe(true)
        },
      ),
    )
  })

  it.each([1, 100])('are wiped when they are given back, so that no text stays in memory: %d times', times => {
    const lent = new LentText('a value to forget '.repeat(times))
    const { units } = lent
    lent.release()
    expect(units.every(unit => unit === 0)).toBe(true)
  })

  it('are not shared by two texts that are read at once', () => {
    const first = new LentText('first')
    const second = new LentText('second')
    expect(first.units).not.toBe(second.units)
    expect(String.fromCharCode(...first.units.subarray(0, first.length))).toBe('first')
    first.release()
    second.release()
  })
})
