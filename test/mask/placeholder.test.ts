import { expect, test } from 'vitest'
import { isPlaceholderType, knownTypeKeys, Numbering, typeKey } from '../../src/mask/placeholder.ts'

test('numbers follow each other, above the numbers seen and never equal to one', () => {
  const numbering = new Numbering()
  numbering.see(3)
  expect([numbering.issue(), numbering.issue()]).toEqual([4, 5])
  numbering.see(7)
  numbering.see(2)
  expect([numbering.issue(), numbering.issue()]).toEqual([8, 9])
})

test('high numbers seen are stepped over, so that they do not use up the numbers', () => {
  const numbering = new Numbering()
  numbering.see(9_999_999)
  numbering.see(99_999)
  numbering.see(100_001)
  expect([numbering.issue(), numbering.issue()]).toEqual([100_000, 100_002])
})

test('types are compared by their letters and digits', () => {
  expect([typeKey('ORDER_NUMBER'), typeKey('order_number'), typeKey('ORDERNUMBER')]).toEqual(
    Array(3).fill('ORDERNUMBER'),
  )
  expect(knownTypeKeys.has('ORDERNUMBER')).toBe(true)
})

test.each([
  ['EMAIL', true],
  ['A1_B', true],
  ['', false],
  ['email', false],
  ['1A', false],
  ['A-B', false],
  ['\u00c4', false],
  ['A'.repeat(41), false],
])('%j as a type: %s', (type, expected) => {
  expect(isPlaceholderType(type)).toBe(expected)
})
