import { describe, expect, test } from 'vitest'
import { inflect } from '../../training/names/inflect/fi.ts'

describe('Finnish names', () => {
  test.each([
    ['Virtanen', 'last', 'gen', 'Virtasen'],
    ['Virtanen', 'last', 'par', 'Virtasta'],
    ['Nieminen', 'last', 'all', 'Niemiselle'],
    ['Nieminen', 'last', 'ill', 'Niemiseen'],
    ['Mäki', 'last', 'gen', 'Mäen'],
    ['Kivimäki', 'last', 'ade', 'Kivimäellä'],
    ['Lahti', 'last', 'gen', 'Lahden'],
    ['Lahti', 'last', 'par', 'Lahtea'],
    ['Saari', 'last', 'par', 'Saarta'],
    ['Rinne', 'last', 'gen', 'Rinteen'],
    ['Kangas', 'last', 'gen', 'Kankaan'],
    ['Heikkilä', 'last', 'abl', 'Heikkilältä'],
    ['Holm', 'last', 'gen', 'Holmin'],
    ['Pekka', 'first', 'gen', 'Pekan'],
    ['Pekka', 'first', 'ill', 'Pekkaan'],
    ['Antti', 'first', 'all', 'Antille'],
    ['Päivi', 'first', 'par', 'Päiviä'],
    ['Johannes', 'first', 'gen', 'Johanneksen'],
    ['Rasmus', 'first', 'par', 'Rasmusta'],
    ['Mikael', 'first', 'gen', 'Mikaelin'],
    ['Maria', 'first', 'ela', 'Mariasta'],
    ['Leo', 'first', 'gen', 'Leon'],
    ['Helsinki', 'city', 'loc', 'Helsingissä'],
    ['Tampere', 'city', 'loc', 'Tampereella'],
    ['Turku', 'city', 'from', 'Turusta'],
    ['Vantaa', 'city', 'to', 'Vantaalle'],
    ['Rovaniemi', 'city', 'loc', 'Rovaniemellä'],
    ['Espoo', 'city', 'to', 'Espooseen'],
  ] as const)('%s (%s) in the %s is %s', (name, kind, wordCase, form) => {
    expect(inflect(name, kind, 'm', wordCase)).toBe(form)
  })

  test('refuses a case the language does not have', () => {
    expect(() => inflect('Leena', 'first', 'f', 'ergative')).toThrow(RangeError)
  })
})
