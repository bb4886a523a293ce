import { describe, expect, it } from 'vitest'
import { FilteredSet, GrowingSet, HashSet } from '../../../src/detect/names/hash-set.ts'
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
    ['Nobody saw Jorvik, my nephew, at the gate.', 'Jorvik'],
    ['Gesehen hat es nur Selzig, Neffe der Mieterin.', 'Selzig'],
    ['Son conducteur, un certain Riwal, est parti.', 'Riwal'],
    ['Angerufen hat ein gewisser Quastenbrink, ohne Nummer.', 'Quastenbrink'],
  ])('let a name never seen before be found: %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  it('leave ordinary words alone', () => {
    expect(names('Dear Customer,\nthe Doctor Surgery is closed.')).toEqual([])
    expect(names('On a certain Monday the Moon, mother of tides, was full.')).toEqual([])
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

describe('a row of full names', () => {
  it.each([
    'Lina Quintarosk, Hannah Whitcombe, Paul Pakosky, Daniel Bastelober',
    'Team 1: Konrad Wiesinger, Lina Hull, Paul Winkler',
    'Hannah Whitcombe\nPaul Winkler\nKonrad Wiesinger',
  ])('holds people though nothing announces them: %s', text => {
    const people = text.replace(/^Team 1: /, '').split(/, |\n/)
    expect(names(text)).toEqual(people)
  })
})

describe('FilteredSet', () => {
  it('holds what was added until it is cleared', () => {
    const set = new FilteredSet()
    for (let hash = -500; hash < 500; hash += 2) set.add(hash * 7919)
    expect(set.has(-500 * 7919)).toBe(true)
    expect(set.has(499 * 7919)).toBe(false)
    set.clear()
    expect([set.size, set.has(-500 * 7919)]).toEqual([0, false])
  })
})

describe('GrowingSet', () => {
  it('holds as many hashes as are added, each once, and none after it is cleared', () => {
    const set = new GrowingSet()
    const hashes = Array.from({ length: 3000 }, (_, index) => Math.imul(index - 1500, 0x5bd1e995))
    for (const hash of [...hashes, ...hashes]) set.add(hash)
    expect(set.size).toBe(3000)
    expect(hashes.every(hash => set.has(hash))).toBe(true)
    expect(set.has(Math.imul(1500, 0x5bd1e995))).toBe(false)
    set.clear()
    expect(set.size).toBe(0)
    expect(hashes.some(hash => set.has(hash))).toBe(false)
  })

  it('keeps hashes apart that fall on one place', () => {
    // Multiplied with the inverse of the factor that scatters them, small numbers share their highest bits.
    const inverse = 0x0e8b2f51
    expect(Math.imul(inverse, 0x9e3779b1)).toBe(1)
    const hashes = Array.from({ length: 40 }, (_, index) => Math.imul(index + 1, inverse))
    const set = new GrowingSet()
    for (const hash of hashes) set.add(hash)
    expect(set.size).toBe(40)
    expect(hashes.every(hash => set.has(hash))).toBe(true)
    expect(set.has(Math.imul(41, inverse))).toBe(false)
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
