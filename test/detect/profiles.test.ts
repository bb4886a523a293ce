import { describe, expect, it } from 'vitest'
import { isLookedFor } from '../../src/detect/profiles.ts'

describe('isLookedFor', () => {
  it.each([
    ['balanced', 'PERSON', true],
    ['balanced', 'ORDER_NUMBER', true],
    ['balanced', 'LOCATION', false],
    ['balanced', 'AGE', false],
    ['strict', 'LOCATION', true],
    ['strict', 'SALARY', true],
    ['structured', 'IBAN', true],
    ['structured', 'PERSON', false],
    ['structured', 'ADDRESS', false],
    ['structured', 'ORDER_NUMBER', false],
  ] as const)('%s: %s %s', (profile, type, expected) => {
    expect(isLookedFor(type, profile, undefined)).toBe(expected)
  })

  it('looks for a type that an action names, whatever the profile', () => {
    expect(isLookedFor('AGE', 'balanced', 'replace')).toBe(true)
    expect(isLookedFor('PERSON', 'structured', 'block')).toBe(true)
  })
})
