import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/mt.ts'

test.each([
  ['Anna', 'first', 'f', 'vowel', 'Anna'],
  ['Emanuel', 'first', 'm', 'vowel', 'Emanuel'],
  ['Birkirkara', 'city', 'm', 'bare', 'Birkirkara'],
  ['Ħal Luqa', 'city', 'm', 'bare', 'Ħal Luqa'],
  ['Il-Mosta', 'city', 'm', 'moon', 'Mosta'],
  ['Il-Belt Valletta', 'city', 'm', 'moon', 'Belt Valletta'],
  ['Marija', 'first', 'f', 'nom', 'Marija'],
  ['Borg', 'last', 'm', 'gen', 'Borg'],
] as const)('Maltese: %s (%s, %s) as %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})

test.each([
  ['Mario', 'm'],
  ['Ġorġ', 'm'],
  ['Karmenu', 'm'],
  ['Marija', 'f'],
  ['Rita', 'f'],
] as const)("puts a name with a vowel after t' in the place of %s", (name, gender) => {
  expect(inflect(name, 'first', gender, 'vowel')).toMatch(/^[AEIOU]/)
  expect(inflect(name, 'first', gender, 'vowel')).toBe(inflect(name, 'first', gender, 'vowel'))
})

test.each(['Ir-Rabat', 'Iż-Żejtun', 'L-Imdina', 'In-Naxxar', 'Il-Qala'])(
  "never lets %s with its article follow f'",
  town => {
    expect(inflect(town, 'city', 'm', 'bare')).not.toMatch(/^(I[lrtsnxżdċ]|L)-/)
  },
)

test.each(['Ir-Rabat', 'Birkirkara', "Ta' Xbiex"])('never lets %s follow fil-', town => {
  expect(inflect(town, 'city', 'm', 'moon')).toMatch(/^[BFGĦKMQ]/)
})
