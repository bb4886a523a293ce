import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/ga.ts'

test.each([
  ['Seán', 'first', 'm', 'voc', 'Sheáin'],
  ['Tomás', 'first', 'm', 'gen', 'Thomáis'],
  ['Pádraig', 'first', 'm', 'voc', 'Phádraig'],
  ['Micheál', 'first', 'm', 'gen', 'Mhichíl'],
  ['Ciarán', 'first', 'm', 'voc', 'Chiaráin'],
  ['Peadar', 'first', 'm', 'voc', 'Pheadair'],
  ['Kevin', 'first', 'm', 'voc', 'Kevin'],
  ['Eoin', 'first', 'm', 'voc', 'Eoin'],
  ['Máire', 'first', 'f', 'voc', 'Mháire'],
  ['Sinéad', 'first', 'f', 'voc', 'Shinéad'],
  ['Bríd', 'first', 'f', 'gen', 'Bhríde'],
  ['Áine', 'first', 'f', 'h', 'hÁine'],
  ['Siobhán', 'first', 'f', 'len', 'Shiobhán'],
  ['Stiofán', 'first', 'm', 'len', 'Stiofán'],
  ['Ó Murchú', 'last', 'm', 'gen', 'Uí Mhurchú'],
  ['Ó hUiginn', 'last', 'm', 'voc', 'Uí hUiginn'],
  ['Mac Mathúna', 'last', 'm', 'voc', 'Mhic Mhathúna'],
  ['Mac Cárthaigh', 'last', 'm', 'gen', 'Mhic Cárthaigh'],
  ['Breathnach', 'last', 'm', 'gen', 'Bhreathnaigh'],
  ['Ní Mhurchú', 'last', 'f', 'gen', 'Ní Mhurchú'],
  ['Corcaigh', 'city', 'm', 'ecl', 'gCorcaigh'],
  ['Gaillimh', 'city', 'm', 'len', 'Ghaillimh'],
] as const)('Irish: %s (%s, %s) as %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
