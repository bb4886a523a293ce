import { expect, test } from 'vitest'
import { readBracketed } from '../../src/mask/bracketed.ts'
import type { Reader } from '../../src/mask/token.ts'

const whole: Reader = { level: 0, final: true, mayBecome: () => true }
const growing: Reader = { level: 0, final: false, mayBecome: squeezed => 'EMAIL1'.startsWith(squeezed) }

test.each([
  ['one pair', 'x[EMAIL_1]y', 1, 10, 1, 10],
  ['two pairs', '[[EMAIL_1]]', 0, 11, 1, 10],
  ['two before and one after', '[[EMAIL_1] ', 1, 10, 1, 10],
  ['the outer pair of a link', '[[EMAIL_1]](x)', 1, 10, 1, 10],
  ['mixed brackets', '&#91;EMAIL_1]', 0, 13, 0, 13],
  ['escaped brackets', '\\[EMAIL_1\\]', 0, 11, 1, 11],
])('knows which brackets belong to it: %s', (_what, text, start, end, innerStart, innerEnd) => {
  const at = text.startsWith('&') ? 0 : text.indexOf('[')
  expect(readBracketed(text, at, 0, whole)).toEqual({ start, end, innerStart, innerEnd, key: 'EMAIL', number: 1 })
})

test.each([
  '[',
  '[[',
  '[\\',
  '[ ',
  '[E',
  '[EMAIL',
  '[EMAIL_',
  '[EMAIL_1',
  '[EMAIL_1 ',
  '[EMAIL_1\\',
  '[EMAIL_1&#9',
  '[[EMAIL_1]',
  '[[EMAIL_1]]',
])('leaves %j open while it can become a placeholder', text => {
  expect(readBracketed(text, 0, 0, growing)).toEqual({ pendingFrom: 0 })
})

test.each(['[a', '[1', '[]', '[EMAIL_2', '[EMAIL, ', `[${'A'.repeat(60)}`, '[ '.padEnd(40)])('gives %j up', text => {
  expect(readBracketed(text, 0, 0, growing)).toBeNull()
})
