import { expect, it } from 'vitest'
import { lastWordOf } from '../src/field-names.ts'
import fc from './kit/fast-check.ts'

it('gives the last word of a field, in small letters', () => {
  expect(lastWordOf('content')).toBe('content')
  expect(lastWordOf('fieldName')).toBe('name')
  expect(lastWordOf('customerID')).toBe('id')
  expect(lastWordOf('field_value')).toBe('value')
  expect(lastWordOf('Gr\u00f6\u00dfe')).toBe('gr\u00f6\u00dfe')
  expect(lastWordOf('value2')).toBe('')
  expect(lastWordOf('')).toBe('')
})

it('gives what is one word in small letters as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abz_AZ9\u00e9'), maxLength: 8 }), key => {
      const word = (/(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.exec(key)?.[0] ?? '').toLowerCase()
      expect(lastWordOf(key)).toBe(word)
    }),
  )
})
