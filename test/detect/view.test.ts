import { describe, expect, it } from 'vitest'
import fc from '../kit/fast-check.ts'
import { viewOf } from './views.ts'

describe('hasDigitWithin', () => {
  it('says the same wherever the last look was', () => {
    const texts = fc.array(fc.constantFrom('a', ' ', '7', 'é'), { maxLength: 80 }).map(units => units.join(''))
    const looks = fc.array(fc.tuple(fc.nat(80), fc.nat(30)), { maxLength: 20 })
    fc.assert(
      fc.property(texts, looks, (text, asked) => {
        const view = viewOf(text)
        for (const [offset, reach] of asked) {
          expect(view.hasDigitWithin(reach, offset)).toBe(/\d/.test(text.slice(offset, offset + reach)))
        }
      }),
    )
  })
})
