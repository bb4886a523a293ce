import { describe, expect, test } from 'vitest'
import { readBare, unfinishedWord } from '../../src/mask/bare.ts'
import type { Reader } from '../../src/mask/token.ts'

const whole: Reader = { level: 0, final: true, mayBecome: () => true }
const growing: Reader = { level: 0, final: false, mayBecome: squeezed => 'EMAIL12'.startsWith(squeezed) }

function read(text: string, reader = whole): unknown {
  return readBare(text, text.lastIndexOf('_'), 0, reader)
}

test('reads type and number around the underscore before the number', () => {
  expect(read('a ORDER_NUMBER_12 b')).toMatchObject({ key: 'ORDERNUMBER', number: 12, start: 2, end: 17 })
  expect(read('a ORDER\\_NUMBER\\_12')).toMatchObject({ key: 'ORDERNUMBER', number: 12, start: 2, end: 19 })
})

describe('a bracket without partner', () => {
  test.each([
    ['belongs to the token when it opens and nothing closes it', 'a [EMAIL_1 b', 2, 10],
    ['stays when it is closed further on', 'a [EMAIL_1 b]', 3, 10],
    ['belongs to the token when another one opens first', 'a [EMAIL_1 b [c]', 2, 10],
    ['belongs to the token when its line ends first', 'a [EMAIL_1\nb]', 2, 10],
    ['belongs to the token when it closes and nothing opened it', 'a EMAIL_1] b', 2, 10],
    ['stays when it was opened before', 'a [b EMAIL_1] b', 5, 12],
  ])('%s', (_rule, text, start, end) => {
    expect(read(text)).toMatchObject({ start, end })
  })
})

test('a text that ends in the token leaves it open as long as it can be one', () => {
  expect(read('a EMAIL_1', growing)).toEqual({ pendingFrom: 2 })
  expect(read('a [EMAIL_1', growing)).toEqual({ pendingFrom: 2 })
  expect(read('a [EMAIL_1 b', growing)).toEqual({ pendingFrom: 2 })
  expect(read('a EMAIL_2', growing)).toBeNull()
})

test('finds the word that a text breaks off in', () => {
  expect(unfinishedWord('a EMA', 0, growing)).toBe(2)
  expect(unfinishedWord('a EMAIL\\', 0, growing)).toBe(2)
  expect(unfinishedWord('a EMA', 3, growing)).toBeNull()
  expect(unfinishedWord('a xEMA', 0, growing)).toBeNull()
  expect(unfinishedWord('a ema', 0, growing)).toBeNull()
})
