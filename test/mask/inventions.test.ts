import { expect, test } from 'vitest'
import { InventionCounter } from '../../src/mask/inventions.ts'
import fc from '../kit/fast-check.ts'

function count(pieces: readonly string[]): number {
  const counter = new InventionCounter(0, ({ key }) => key === 'EMAIL')
  return pieces.reduce((sum, piece) => sum + counter.feed(piece), 0) + counter.finish()
}

test('counts every invented placeholder once, in whatever form', () => {
  expect(count(['[EMAIL_1] [[EMAIL_2]] EMAIL_3 [email 4] [PERSON_1] EMAIL_ [EMAIL]'])).toBe(4)
})

test('counts the same in any pieces, over texts longer than it keeps', () => {
  const filler = fc.integer({ min: 0, max: 3_000 }).map(length => 'word '.repeat(length / 5))
  const part = fc.oneof(filler, fc.constantFrom('[EMAIL_1]', ' EMAIL_1 ', '[[EMAIL_1]]', '\\[EMAIL\\_1\\]'))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), fc.integer({ min: 1, max: 700 }), (parts, size) => {
      const text = parts.join('')
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
      expect(count(pieces)).toBe(count([text]))
    }),
    { numRuns: 200 },
  )
})

test('counts a token that a piece ends in once it is complete', () => {
  const token = '&lbrack;EMAIL\\_1&rbrack;'
  for (let cut = 0; cut <= token.length; cut++) {
    expect(count([`${'x '.repeat(2_100)}${token.slice(0, cut)}`, `${token.slice(cut)} x`])).toBe(1)
  }
})

test('counts a bare token that the reading stops in', () => {
  const before = 'x '.repeat(2_000)
  for (let within = 0; within <= 9; within++) {
    const first = `${before} EMAIL_1`.padEnd(before.length + within + 256, ' y')
    expect(count([first, ' end'])).toBe(1)
  }
})
