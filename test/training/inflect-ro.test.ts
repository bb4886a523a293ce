import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/ro.ts'

test.each([
  ['Maria', 'first', 'f', 'gen', 'Mariei'],
  ['Ana', 'first', 'f', 'dat', 'Anei'],
  ['Elena', 'first', 'f', 'gen', 'Elenei'],
  ['Raluca', 'first', 'f', 'gen', 'Ralucăi'],
  ['Olga', 'first', 'f', 'dat', 'Olgăi'],
  ['Andreea', 'first', 'f', 'gen', 'Andreei'],
  ['Ana-Maria', 'first', 'f', 'gen', 'Ana-Mariei'],
  ['Carmen', 'first', 'f', 'gen', 'Carmen'],
  ['Ion', 'first', 'm', 'gen', 'Ion'],
  ['Ion', 'first', 'm', 'voc', 'Ioane'],
  ['Radu', 'first', 'm', 'voc', 'Radule'],
  ['Maria', 'first', 'f', 'voc', 'Mario'],
  ['Ionescu', 'last', 'f', 'gen', 'Ionescu'],
  ['Cluj', 'city', 'm', 'gen', 'Clujului'],
  ['București', 'city', 'm', 'gen', 'Bucureștiului'],
  ['Constanța', 'city', 'm', 'gen', 'Constanței'],
  ['Timișoara', 'city', 'm', 'gen', 'Timișoarei'],
] as const)('Romanian: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
