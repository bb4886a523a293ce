import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/lt.ts'

test.each([
  ['Jonas', 'first', 'gen', 'Jono'],
  ['Jonas', 'first', 'voc', 'Jonai'],
  ['Mantas', 'first', 'dat', 'Mantui'],
  ['Andrius', 'first', 'acc', 'Andrių'],
  ['Darius', 'first', 'ins', 'Dariumi'],
  ['Rytis', 'first', 'gen', 'Ryčio'],
  ['Kazys', 'first', 'voc', 'Kazy'],
  ['Rūta', 'first', 'gen', 'Rūtos'],
  ['Eglė', 'first', 'dat', 'Eglei'],
  ['Agnė', 'first', 'voc', 'Agne'],
  ['Kazlauskas', 'last', 'dat', 'Kazlauskui'],
  ['Petraitis', 'last', 'ins', 'Petraičiu'],
  ['Gaidys', 'last', 'gen', 'Gaidžio'],
  ['Petrauskienė', 'last', 'acc', 'Petrauskienę'],
  ['Butkutė', 'last', 'gen', 'Butkutės'],
  ['Butkus', 'last', 'gen', 'Butkaus'],
  ['Vilnius', 'city', 'loc', 'Vilniuje'],
  ['Kaunas', 'city', 'loc', 'Kaune'],
  ['Šiauliai', 'city', 'loc', 'Šiauliuose'],
  ['Trakai', 'city', 'gen', 'Trakų'],
  ['Naujoji Akmenė', 'city', 'loc', 'Naujojoje Akmenėje'],
  ['Smith', 'last', 'gen', 'Smith'],
] as const)('Lithuanian: %s (%s) in the %s is %s', (name, kind, wordCase, expected) => {
  expect(inflect(name, kind, 'm', wordCase)).toBe(expected)
})
