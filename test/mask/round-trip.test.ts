import { expect, test } from 'vitest'
import { scrubText, Vault } from '../../src/mask/index.ts'
import type { EscapeLevel } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'
import { foundText, replaceEverything, restore, restorePieces } from './support.ts'

const runs = { numRuns: 3_000 }

function escaped(text: string, level: EscapeLevel): string {
  let result = text
  for (let count = 0; count < level; count++) result = JSON.stringify(result).slice(1, -1)
  return result
}

test('restoring what was scrubbed gives every text back, whatever was found in it', () => {
  fc.assert(
    fc.property(foundText, ({ text, findings }) => {
      const vault = new Vault(100)
      expect(restore(vault, scrubText(text, findings, vault, replaceEverything))).toBe(text)
    }),
    runs,
  )
})

test('every text of an exchange is given back, also when later texts look like placeholders of earlier ones', () => {
  fc.assert(
    fc.property(fc.array(foundText, { maxLength: 4 }), texts => {
      const vault = new Vault(100)
      vault.beginExchange()
      const scrubbed = texts.map(({ text, findings }) => scrubText(text, findings, vault, replaceEverything))
      expect(scrubbed.map(text => restore(vault, text))).toEqual(texts.map(({ text }) => text))
    }),
    runs,
  )
})

test.each([1, 2] as const)('an echo inside JSON of level %i is given back with its escapes', level => {
  fc.assert(
    fc.property(foundText, ({ text, findings }) => {
      const vault = new Vault(100)
      const scrubbed = scrubText(text, findings, vault, replaceEverything)
      expect(restore(vault, escaped(scrubbed, level), level)).toBe(escaped(text, level))
    }),
    runs,
  )
})

test('a text cut at any places is restored like the whole', () => {
  fc.assert(
    fc.property(
      foundText,
      fc.array(fc.nat({ max: 200 }), { maxLength: 6 }),
      fc.constantFrom(0, 1, 2),
      (found, cuts, level) => {
        const vault = new Vault(100)
        const answer = escaped(scrubText(found.text, found.findings, vault, replaceEverything) + found.text, level)
        const places = [0, ...cuts.filter(cut => cut < answer.length).sort((one, other) => one - other), answer.length]
        const pieces = places.slice(1).map((end, index) => answer.slice(places[index], end))
        expect(restorePieces(vault, pieces, level)).toBe(restore(vault, answer, level))
      },
    ),
    runs,
  )
})

test('a text that comes one unit at a time is restored like the whole', () => {
  fc.assert(
    fc.property(foundText, fc.constantFrom(0, 1, 2), ({ text, findings }, level) => {
      const vault = new Vault(100)
      const answer = escaped(scrubText(text, findings, vault, replaceEverything) + text, level)
      expect(restorePieces(vault, answer.split(''), level)).toBe(restore(vault, answer, level))
    }),
    runs,
  )
})

test('scrubbing what was scrubbed changes nothing, in the same scope and in a fresh one', () => {
  fc.assert(
    fc.property(foundText, ({ text, findings }) => {
      const vault = new Vault(100)
      const scrubbed = scrubText(text, findings, vault, replaceEverything)
      vault.beginExchange()
      expect(scrubText(scrubbed, [], vault, replaceEverything)).toBe(scrubbed)
      expect(scrubText(scrubbed, [], new Vault(100), replaceEverything)).toBe(scrubbed)
    }),
    runs,
  )
})

test('the scrubbed texts of one turn are the first ones of the next', () => {
  fc.assert(
    fc.property(fc.array(foundText, { minLength: 1, maxLength: 5 }), texts => {
      const scrubTurn = (turn: typeof texts) => {
        const vault = new Vault(100)
        return turn.map(({ text, findings }) => scrubText(text, findings, vault, replaceEverything))
      }
      expect(scrubTurn(texts).slice(0, -1)).toEqual(scrubTurn(texts.slice(0, -1)))
    }),
    { numRuns: 1_000 },
  )
})
