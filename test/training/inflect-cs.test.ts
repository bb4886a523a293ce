import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/cs.ts'

test.each([
  ['Marek', 'first', 'm', 'gen', 'Marka'],
  ['Zdeněk', 'first', 'm', 'dat', 'Zdeňkovi'],
  ['Pavel', 'first', 'm', 'voc', 'Pavle'],
  ['Petr', 'first', 'm', 'voc', 'Petře'],
  ['Tomáš', 'first', 'm', 'gen', 'Tomáše'],
  ['Jiří', 'first', 'm', 'ins', 'Jiřím'],
  ['Honza', 'first', 'm', 'voc', 'Honzo'],
  ['Daniel', 'first', 'm', 'gen', 'Daniela'],
  ['Lenka', 'first', 'f', 'dat', 'Lence'],
  ['Petra', 'first', 'f', 'loc', 'Petře'],
  ['Jana', 'first', 'f', 'voc', 'Jano'],
  ['Marie', 'first', 'f', 'ins', 'Marií'],
  ['Novák', 'last', 'm', 'voc', 'Nováku'],
  ['Němec', 'last', 'm', 'ins', 'Němcem'],
  ['Novotný', 'last', 'm', 'gen', 'Novotného'],
  ['Svoboda', 'last', 'm', 'acc', 'Svobodu'],
  ['Kolář', 'last', 'm', 'gen', 'Koláře'],
  ['Petrů', 'last', 'm', 'gen', 'Petrů'],
  ['Dvořáková', 'last', 'f', 'dat', 'Dvořákové'],
  ['Novotná', 'last', 'f', 'ins', 'Novotnou'],
  ['Praha', 'city', 'm', 'loc', 'Praze'],
  ['Brno', 'city', 'm', 'loc', 'Brně'],
  ['Plzeň', 'city', 'm', 'loc', 'Plzni'],
  ['Olomouc', 'city', 'm', 'gen', 'Olomouce'],
  ['Liberec', 'city', 'm', 'loc', 'Liberci'],
  ['Pardubice', 'city', 'm', 'loc', 'Pardubicích'],
  ['Mladá Boleslav', 'city', 'm', 'loc', 'Mladé Boleslavi'],
  ['Ústí nad Labem', 'city', 'm', 'gen', 'Ústí nad Labem'],
  ['Hradec Králové', 'city', 'm', 'loc', 'Hradci Králové'],
  ['Havířov', 'city', 'm', 'loc', 'Havířově'],
] as const)('Czech: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
