import { expect, test } from 'vitest'
import { JsonUnescaper, stringEnd, viewOfPlain } from '../../src/mask/json-view.ts'
import fc from '../kit/fast-check.ts'

const anyText = fc.string({ unit: 'binary' })

function quote(text: string, level: 1 | 2): string {
  return level === 1 ? JSON.stringify(text) : JSON.stringify(JSON.stringify(text))
}

test.each([1, 2] as const)('shows the inside of strings as it reads, at level %i, in any pieces', level => {
  fc.assert(
    fc.property(anyText, fc.nat({ max: 40 }), (text, cut) => {
      const document = quote(text, level)
      const unescaper = new JsonUnescaper(level)
      const view = unescaper.read(document.slice(0, cut)) + unescaper.read(document.slice(cut))
      expect(view).toBe(stringEnd.repeat(level) + viewOfPlain(text) + stringEnd.repeat(level))
    }),
    { numRuns: 1_000 },
  )
})

test('no character of a text can pass for the end of its string', () => {
  expect(viewOfPlain(`a${stringEnd}b`)).not.toContain(stringEnd)
  for (const level of [1, 2] as const) {
    expect(new JsonUnescaper(level).read(`a${stringEnd}b${'\\'.repeat(level)}u0000c`)).not.toContain(stringEnd)
  }
})
