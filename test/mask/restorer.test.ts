import { expect, test } from 'vitest'
import { restoreWithMap, scrubText, Vault } from '../../src/mask/index.ts'
import fc from '../kit/fast-check.ts'
import { foundText, replaceEverything } from './support.ts'

test('restores with both kinds of keys, and takes the bracketed one where both are given', () => {
  const map = { EMAIL_1: 'a@b.eu', '[ORDER_NUMBER_1]': '#12345', ORDER_NUMBER_1: '12345' }
  expect(restoreWithMap('[EMAIL_1] ORDER\\_NUMBER\\_1 [email_1] [EMAIL_2]', map)).toBe('a@b.eu #12345 a@b.eu [EMAIL_2]')
  expect(restoreWithMap('[ORDER_NUMBER_1]', { ORDER_NUMBER_1: '12345', '[ORDER_NUMBER_1]': '#12345' })).toBe('#12345')
})

test('ignores keys that are no placeholders', () => {
  const map = { EMAIL: 'x', email_1: 'x', '[EMAIL_1': 'x', EMAIL_01: 'x', __proto__: 'x', constructor: 'x', '': 'x' }
  expect(restoreWithMap('[EMAIL_1] [EMAIL] constructor', map)).toBe('[EMAIL_1] [EMAIL] constructor')
})

test('brackets around a placeholder are taken for those of the request', () => {
  expect(restoreWithMap('[[EMAIL_1]] \\[EMAIL_1]', { EMAIL_1: 'a@b.eu' })).toBe('[a@b.eu] \\a@b.eu')
})

test('never looks at what it put in', () => {
  expect(restoreWithMap('[A_1] [B_1]', { A_1: '[B_1]', B_1: '[A_1]' })).toBe('[B_1] [A_1]')
})

test('gives back every text that holds no link, with the map of a vault alone', () => {
  fc.assert(
    fc.property(foundText, ({ text, findings }) => {
      fc.pre(!/[(=]/.test(text))
      const vault = new Vault(100)
      expect(restoreWithMap(scrubText(text, findings, vault, replaceEverything), vault.placeholders())).toBe(text)
    }),
    { numRuns: 1_000 },
  )
})
