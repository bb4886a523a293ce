import { describe, expect, it } from 'vitest'
import { HashSet } from '../../../src/detect/names/hash-set.ts'
import { tagNames } from '../../../src/detect/names/index.ts'
import { hashWord } from '../../../src/detect/names/tokens.ts'

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('words that announce a name', () => {
  it.each([
    ['Dear Zorbela,\n\nwelcome aboard.', 'Zorbela'],
    ['Vielen Dank, Herr Quintarosk.', 'Quintarosk'],
    ['Sehr geehrte Frau Mag. Bastelober, zu Ihrer Anfrage', 'Bastelober'],
    ['See you on Monday.\n\nThanks,\nZorbela', 'Zorbela'],
  ])('let a name never seen before be found: %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  it('leave ordinary words alone', () => {
    expect(names('Dear Customer,\nthe Doctor Surgery is closed.')).toEqual([])
  })
})

describe('parts of a name', () => {
  it.each([
    ['Asiakas Veli-Matti Rautasuo soitti uudestaan.', 'Veli-Matti Rautasuo'],
    ['Patsient: QUINTAROSK, Endel, isikukood puudub.', 'QUINTAROSK, Endel'],
    ['Viele Gr\u00fc\u00dfe\nA.-L. K\u00f6hler', 'A.-L. K\u00f6hler'],
  ])('are joined: %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })
})

describe('a row with ordinary words among its members', () => {
  it('holds no person', () => {
    expect(names('Curtains: Rose, Winter Berry, Paris Stripe, Linen, Autumn Olive.')).toEqual([])
  })

  it('is no reason to overlook a list of people', () => {
    const people = 'Hannah Whitcombe, Paul Winkler, Anna Berger, Konrad Wiesinger'
    expect(names(`Present: ${people}.`)).toEqual(people.split(', '))
  })
})

describe('HashSet', () => {
  it('holds what it was given and nothing else', () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${index}`)
    const set = new HashSet(words.map(hashWord))
    expect(words.every(word => set.has(hashWord(word)))).toBe(true)
    expect(Array.from({ length: 2000 }, (_, index) => `other${index}`).filter(word => set.has(hashWord(word)))).toEqual(
      [],
    )
    expect(set.has(0)).toBe(false)
  })
})
