import { expect, test } from 'vitest'
import { inflect as danish } from '../../training/names/inflect/da.ts'
import { inflect as german } from '../../training/names/inflect/de.ts'
import { inflect as english } from '../../training/names/inflect/en.ts'
import { inflect as dutch } from '../../training/names/inflect/nl.ts'
import { inflect as swedish } from '../../training/names/inflect/sv.ts'

const languages = { danish, dutch, english, german, swedish }

test.each([
  ['german', 'Sebastian', 'Sebastians'],
  ['german', 'Anna-Lena', 'Anna-Lenas'],
  ['german', 'von Berg', 'von Bergs'],
  ['german', 'Fritz', 'Fritz’'],
  ['german', 'Weiß', 'Weiß’'],
  ['german', 'Alice', 'Alice’'],
  ['german', 'Max', 'Max’'],
  ['german', 'Wien', 'Wiens'],
  ['dutch', 'Jan', 'Jans'],
  ['dutch', 'Anna', 'Anna’s'],
  ['dutch', 'Henny', 'Henny’s'],
  ['dutch', 'Sofie', 'Sofies'],
  ['dutch', 'Renée', 'Renées'],
  ['dutch', 'Marloes', 'Marloes’'],
  ['dutch', 'van den Bosch', 'van den Bosch’'],
  ['dutch', 'Willemijn', 'Willemijns'],
  ['swedish', 'Anna', 'Annas'],
  ['swedish', 'Lars', 'Lars'],
  ['swedish', 'Lindqvist', 'Lindqvists'],
  ['swedish', 'Malmö', 'Malmös'],
  ['swedish', 'Max', 'Max'],
  ['danish', 'Anna', 'Annas'],
  ['danish', 'Lars', 'Lars’'],
  ['danish', 'Sørensen', 'Sørensens'],
  ['danish', 'Aarhus', 'Aarhus’'],
  ['english', 'Anna', 'Annas'],
  ['english', 'James', 'James'],
] as const)('%s: the genitive of %s is %s', (language, name, expected) => {
  expect(languages[language](name, 'first', 'f', 'gen')).toBe(expected)
})

test.each(Object.entries(languages))('%s leaves a name as it is in any case but the genitive', (_language, inflect) => {
  expect(inflect('Anna', 'first', 'f', 'dat')).toBe('Anna')
})
