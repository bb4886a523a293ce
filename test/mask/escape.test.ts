import { expect, test } from 'vitest'
import { escapeForLevel } from '../../src/mask/escape.ts'
import fc from '../kit/fast-check.ts'

const anyText = fc.string({ unit: 'binary' })

test('a value in plain text stays as it is', () => {
  fc.assert(fc.property(anyText, text => escapeForLevel(text, 0) === text))
})

test('a value inside JSON is read back as it was, once or twice', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(JSON.parse(`"${escapeForLevel(text, 1)}"`)).toBe(text)
      expect(JSON.parse(JSON.parse(`"\\"${escapeForLevel(text, 2)}\\""`))).toBe(text)
    }),
  )
})

test.each(['"', '\\', '\n', '\u0000', '\u001f', '\ud800', '\udfff', '\u2028', '$&', '\u{1f600}'])(
  'reads back %j',
  text => {
    expect(JSON.parse(`"${escapeForLevel(text, 1)}"`)).toBe(text)
    expect(JSON.parse(JSON.parse(`"\\"${escapeForLevel(text, 2)}\\""`))).toBe(text)
  },
)
