import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/bg.ts'

test.each([
  ['Иван', 'first', 'm', 'voc', 'Иване'],
  ['Петър', 'first', 'm', 'voc', 'Петре'],
  ['Стоян', 'first', 'm', 'voc', 'Стояне'],
  ['Георги', 'first', 'm', 'voc', 'Георги'],
  ['Александър', 'first', 'm', 'voc', 'Александре'],
  ['Никола', 'first', 'm', 'voc', 'Никола'],
  ['Иванка', 'first', 'f', 'voc', 'Иванке'],
  ['Ивелинка', 'first', 'f', 'voc', 'Ивелинке'],
  ['Цветаница', 'first', 'f', 'voc', 'Цветанице'],
  ['Мария', 'first', 'f', 'voc', 'Мария'],
  ['Иванов', 'last', 'm', 'def', 'Ивановия'],
  ['Петковски', 'last', 'm', 'def', 'Петковския'],
  ['Костадинова', 'last', 'f', 'def', 'Костадиновата'],
  ['Станев', 'last', 'm', 'pl', 'Станеви'],
  ['Гюрова', 'last', 'f', 'pl', 'Гюрови'],
  ['Иванов', 'last', 'm', 'voc', 'Иванов'],
  ['София', 'city', 'm', 'def', 'София'],
] as const)('Bulgarian: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
