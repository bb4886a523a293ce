import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/hu.ts'

test.each([
  ['Anna', 'first', 'acc', 'Annát'],
  ['Péter', 'first', 'acc', 'Pétert'],
  ['Péter', 'first', 'dat', 'Péternek'],
  ['Péter', 'first', 'ins', 'Péterrel'],
  ['Balázs', 'first', 'ins', 'Balázzsal'],
  ['György', 'first', 'acc', 'Györgyöt'],
  ['György', 'first', 'all', 'Györgyhöz'],
  ['Bence', 'first', 'ins', 'Bencével'],
  ['Zsófi', 'first', 'dat', 'Zsófinak'],
  ['Edit', 'first', 'abl', 'Edittől'],
  ['Dániel', 'first', 'dat', 'Dánielnek'],
  ['Kovács', 'last', 'ins', 'Kováccsal'],
  ['Kovács', 'last', 'acc', 'Kovácsot'],
  ['Kovács', 'last', 'ne', 'Kovácsné'],
  ['Nagy', 'last', 'ins', 'Naggyal'],
  ['Tóth', 'last', 'ins', 'Tóthtal'],
  ['Kiss', 'last', 'ins', 'Kiss-sel'],
  ['Hoffmann', 'last', 'acc', 'Hoffmannt'],
  ['Szabó', 'last', 'plu', 'Szabóék'],
  ['Varga', 'last', 'abl', 'Vargától'],
  ['Budapest', 'city', 'loc', 'Budapesten'],
  ['Győr', 'city', 'loc', 'Győrben'],
  ['Debrecen', 'city', 'from', 'Debrecenből'],
  ['Pécs', 'city', 'to', 'Pécsre'],
  ['Baja', 'city', 'loc', 'Baján'],
] as const)('Hungarian: %s (%s) in the %s is %s', (name, kind, wordCase, expected) => {
  expect(inflect(name, kind, 'm', wordCase)).toBe(expected)
})

test('leaves a name in another script alone', () => {
  expect(inflect('\u0410\u043d\u043d\u0430', 'first', 'f', 'dat')).toBe('\u0410\u043d\u043d\u0430')
})
