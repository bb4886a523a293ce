import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/et.ts'

test.each([
  ['Tamm', 'last', 'gen', 'Tamme'],
  ['Tamm', 'last', 'com', 'Tammega'],
  ['Sepp', 'last', 'all', 'Sepale'],
  ['Raudsepp', 'last', 'par', 'Raudseppa'],
  ['Kask', 'last', 'gen', 'Kase'],
  ['Mägi', 'last', 'abl', 'Mäelt'],
  ['Rebane', 'last', 'gen', 'Rebase'],
  ['Lepik', 'last', 'gen', 'Lepiku'],
  ['Lõhmus', 'last', 'par', 'Lõhmust'],
  ['Peterson', 'last', 'gen', 'Petersoni'],
  ['Mart', 'first', 'gen', 'Mardi'],
  ['Jaan', 'first', 'all', 'Jaanile'],
  ['Peeter', 'first', 'com', 'Peetriga'],
  ['Kadri', 'first', 'par', 'Kadrit'],
  ['Margus', 'first', 'gen', 'Marguse'],
  ['Indrek', 'first', 'ade', 'Indrekul'],
  ['Katrin', 'first', 'par', 'Katrinit'],
  ['Reet', 'first', 'gen', 'Reeda'],
  ['Tallinn', 'city', 'loc', 'Tallinnas'],
  ['Tartu', 'city', 'from', 'Tartust'],
  ['Saaremaa', 'city', 'to', 'Saaremaale'],
  ['Kuressaare', 'city', 'loc', 'Kuressaares'],
] as const)('Estonian: %s (%s) in the %s is %s', (name, kind, wordCase, expected) => {
  expect(inflect(name, kind, 'm', wordCase)).toBe(expected)
})
