import { expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/lv.ts'

test.each([
  ['Jānis', 'first', 'm', 'gen', 'Jāņa'],
  ['Jānis', 'first', 'm', 'dat', 'Jānim'],
  ['Jānis', 'first', 'm', 'voc', 'Jāni'],
  ['Pēteris', 'first', 'm', 'gen', 'Pētera'],
  ['Gatis', 'first', 'm', 'gen', 'Gata'],
  ['Andris', 'first', 'm', 'acc', 'Andri'],
  ['Edgars', 'first', 'm', 'voc', 'Edgar'],
  ['Mārtiņš', 'first', 'm', 'dat', 'Mārtiņam'],
  ['Ilze', 'first', 'f', 'acc', 'Ilzi'],
  ['Līga', 'first', 'f', 'gen', 'Līgas'],
  ['Bērziņš', 'last', 'm', 'gen', 'Bērziņa'],
  ['Balodis', 'last', 'm', 'gen', 'Baloža'],
  ['Lācis', 'last', 'm', 'gen', 'Lāča'],
  ['Briedis', 'last', 'm', 'gen', 'Brieža'],
  ['Gulbis', 'last', 'm', 'gen', 'Gulbja'],
  ['Liepa', 'last', 'm', 'dat', 'Liepam'],
  ['Bērziņa', 'last', 'f', 'dat', 'Bērziņai'],
  ['Ozole', 'last', 'f', 'gen', 'Ozoles'],
  ['Rīga', 'city', 'm', 'loc', 'Rīgā'],
  ['Daugavpils', 'city', 'm', 'loc', 'Daugavpilī'],
  ['Cēsis', 'city', 'm', 'loc', 'Cēsīs'],
  ['Pļaviņas', 'city', 'm', 'loc', 'Pļaviņās'],
  ['Limbaži', 'city', 'm', 'dat', 'Limbažiem'],
] as const)('Latvian: %s (%s, %s) in the %s is %s', (name, kind, gender, wordCase, expected) => {
  expect(inflect(name, kind, gender, wordCase)).toBe(expected)
})
