import { describe, expect, it } from 'vitest'
import { isLuhnValid, mod97 } from '../../src/detect/checksums.ts'

describe('isLuhnValid', () => {
  it.each(['4111111111111111', '4111 1111 1111 1111', '3782-822463-10005', '00'])('accepts %s', number => {
    expect(isLuhnValid(number)).toBe(true)
  })

  it.each(['4111111111111112', '4111 1111 1111 1113', '0', '', 'abc'])('refuses "%s"', number => {
    expect(isLuhnValid(number)).toBe(false)
  })

  it('reads a span of a longer text', () => {
    expect(isLuhnValid('no. 4111111111111111!', 4, 20)).toBe(true)
  })
})

describe('mod97', () => {
  it('gives 1 for an IBAN whose first four units come last, blanks and case aside', () => {
    const account = 'gb82 WEST 1234 5698 7654 32'
    expect(mod97(account, 0, 4, mod97(account, 4))).toBe(1)
    expect(mod97('GB83WEST12345698765432', 0, 4, mod97('GB83WEST12345698765432', 4))).not.toBe(1)
  })
})
