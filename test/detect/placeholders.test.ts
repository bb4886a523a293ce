import { describe, expect, it } from 'vitest'
import { besidePlaceholders, findPlaceholders, isInPlaceholder } from '../../src/detect/placeholders.ts'
import type { Finding } from '../../src/types.ts'
import { detectNow, mark, withoutNames } from './marked.ts'

function finding(start: number, end: number): Finding {
  return { start, end, type: 'PHONE', score: 0.9, recognizer: 'phone' }
}

describe('findPlaceholders', () => {
  it('finds numbered ones of any type, and one-way ones of known types', () => {
    const found = findPlaceholders('[EMAIL_1] [BADGE_NO_12], [SECRET] [MUELLER] [INFO] [email_1] [EMAIL_12345678]')
    expect(found.map(({ start, end, type }) => [start, end, type])).toEqual([
      [0, 9, 'EMAIL'],
      [10, 23, 'BADGE_NO'],
      [25, 33, 'SECRET'],
    ])
  })
})

describe('isInPlaceholder', () => {
  it.each([
    ['[EMAIL_1]', 1, true],
    ['see [ORDER_NUMBER_7]', 11, true],
    ['[EMAIL_1', 1, false],
    ['EMAIL_1]', 0, false],
    ['[PASSWORD] x', 1, false],
    ['my_EMAIL', 3, false],
  ])('%s at %i: %s', (text, offset, expected) => {
    expect(isInPlaceholder(text, offset)).toBe(expected)
  })
})

describe('besidePlaceholders', () => {
  const text = 'abc [EMAIL_1] def [EMAIL_2]'
  const placeholders = findPlaceholders(text)

  it('cuts a finding to its longer part, and drops one of which nothing is left', () => {
    const spans = besidePlaceholders(
      text,
      [finding(0, 9), finding(4, 17), finding(5, 12), finding(13, 18)],
      placeholders,
    )
    expect(spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [13, 17],
      [13, 18],
    ])
  })
})

it('a name in capitals and brackets is no placeholder', () => {
  const text = 'ticket no. [4711], [SCHMIDT]'
  expect(mark(text, detectNow(text, { profile: 'structured', deny: { PERSON: ['SCHMIDT'] } }))).toContain('[«SCHMIDT»]')
})

it('words of placeholders are no labels', () => {
  const text = 'reach [PHONE_1] or [ORDER_NUMBER_2]: 471100 and [SECRET]: abc123XYZ!'
  expect(mark(text, detectNow(text, withoutNames))).toBe(text)
})
