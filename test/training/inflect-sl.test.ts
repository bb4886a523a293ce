import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/sl.ts'

test.each([
  ['Gregor', 'first', 'm', 'gen', 'Gregorja'],
  ['Peter', 'first', 'm', 'dat', 'Petru'],
  ['Janez', 'first', 'm', 'ins', 'Janezom'],
  ['Matej', 'first', 'm', 'ins', 'Matejem'],
  ['Marko', 'first', 'm', 'acc', 'Marka'],
  ['Luka', 'first', 'm', 'gen', 'Luke'],
  ['Jože', 'first', 'm', 'gen', 'Jožeta'],
  ['Toni', 'first', 'm', 'dat', 'Toniju'],
  ['Maja', 'first', 'f', 'dat', 'Maji'],
  ['Ana', 'first', 'f', 'ins', 'Ano'],
  ['Ines', 'first', 'f', 'gen', 'Ines'],
  ['Novak', 'last', 'm', 'gen', 'Novaka'],
  ['Kovačič', 'last', 'm', 'ins', 'Kovačičem'],
  ['Golobec', 'last', 'm', 'gen', 'Golobca'],
  ['Vidmar', 'last', 'm', 'dat', 'Vidmarju'],
  ['Novak', 'last', 'f', 'gen', 'Novak'],
  ['Ljubljana', 'city', 'm', 'loc', 'Ljubljani'],
  ['Maribor', 'city', 'm', 'loc', 'Mariboru'],
  ['Koper', 'city', 'm', 'gen', 'Kopra'],
  ['Celje', 'city', 'm', 'ins', 'Celjem'],
  ['Novo mesto', 'city', 'm', 'loc', 'Novem mestu'],
  ['Murska Sobota', 'city', 'm', 'loc', 'Murski Soboti'],
  ['Jesenice', 'city', 'm', 'loc', 'Jesenicah'],
  ['Beltinci', 'city', 'm', 'loc', 'Beltincih'],
  ['Gornji Petrovci', 'city', 'm', 'gen', 'Gornjih Petrovcev'],
] as const)('Slovene: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
