import { expect, it } from 'vitest'
import { holdsControls, isPlain } from '../../src/wire/control-bytes.ts'
import fc from '../kit/fast-check.ts'

it('finds a control wherever it stands and however the bytes lie in memory', () => {
  const byte = fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: 0x20, max: 0xff }) },
    fc.constantFrom(0, 9, 10, 0x1f),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 }), fc.array(byte, { maxLength: 24 }), (before, values) => {
      const all = Uint8Array.from([...before, ...values, 0, 0])
      const bytes = all.subarray(before.length, before.length + values.length)
      expect(holdsControls(bytes)).toBe(values.some(value => value < 0x20))
    }),
    { numRuns: 2_000 },
  )
})

it('takes for plain what is ASCII without a control, and nothing else', () => {
  const byte = fc.oneof(
    { weight: 40, arbitrary: fc.integer({ min: 0x20, max: 0x7f }) },
    fc.integer({ max: 0xff, min: 0 }),
  )
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 24 }), values => {
      expect(isPlain(Uint8Array.from(values))).toBe(values.every(value => value >= 0x20 && value <= 0x7f))
    }),
    { numRuns: 3_000 },
  )
  for (let value = 0; value < 256; value++) {
    for (let at = 0; at < 6; at++) {
      const bytes = new Uint8Array(6).fill(0x20)
      bytes[at] = value
      expect(isPlain(bytes)).toBe(value >= 0x20 && value <= 0x7f)
    }
  }
})
