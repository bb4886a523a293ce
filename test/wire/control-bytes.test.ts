import { expect, it } from 'vitest'
import { holdsControls } from '../../src/wire/control-bytes.ts'
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
