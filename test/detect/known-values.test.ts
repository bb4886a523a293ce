import { describe, expect, it } from 'vitest'
import { KnownValues } from '../../src/detect/index.ts'
import { mark } from './marked.ts'

function known(...entries: [value: string, type: string][]): KnownValues {
  const values = new KnownValues()
  for (const [value, type] of entries) values.add(value, type)
  return values
}

describe('KnownValues', () => {
  it('finds a value again as a whole token, without its label', () => {
    const values = known(['ORD-2023-64052', 'ORDER_NUMBER'], ['50836417', 'CUSTOMER_ID'])
    const text = 'ORD-2023-64052? yes (50836417), not 508364179, 150836417 or XORD-2023-64052, 50836417.5'
    expect(mark(text, values.find(text))).toBe(
      '«ORD-2023-64052»? yes («50836417»), not 508364179, 150836417 or XORD-2023-64052, 50836417.5',
    )
  })

  it('gives the type under which the value became known', () => {
    expect(known(['TR4WQN', 'ORDER_NUMBER']).find('TR4WQN')).toMatchObject([{ type: 'ORDER_NUMBER', start: 0, end: 6 }])
  })

  it('takes the longest of several', () => {
    const values = known(['Jo Doe', 'PERSON'], ['Jo Doe-Smith', 'PERSON'], ['jo@firm.example', 'EMAIL'])
    expect(mark('Jo Doe-Smith, Jo Doe', values.find('Jo Doe-Smith, Jo Doe'))).toBe('«Jo Doe-Smith», «Jo Doe»')
  })

  it.each([
    ['73', 'AGE'],
    ['209', 'CARD_CVV'],
    ['1234', 'SECRET'],
    ['37k', 'SALARY'],
    ['May', 'PERSON'],
    ['password', 'SECRET'],
    ['...', 'SECRET'],
    ['', 'EMAIL'],
  ])('does not repeat %s (%s), which may be an innocent word or number elsewhere', (value, type) => {
    expect(known([value, type]).find(`x ${value} y`)).toEqual([])
  })

  it('finds each of many values that share their longest word', () => {
    const values = new KnownValues()
    const shared = 'schimmelpfennig'
    const addresses = Array.from(
      { length: 200 },
      (_, index) => `${'a'.repeat(index)}.${shared}@${'b'.repeat(index)}.example`,
    )
    for (const address of addresses) values.add(address, 'EMAIL')
    for (const address of addresses) expect(values.find(`to ${address}, please`)).toMatchObject([{ start: 3 }])
  })

  it('repeats a name of one word where it is sure and capitalised', () => {
    const values = new KnownValues()
    values.add('Ines', 'PERSON', 0.9)
    values.add('Odil', 'PERSON', 0.5)
    values.add('Odil Marek', 'PERSON', 0.5)
    const text = 'Ines? INES, Inesa, Odil; Odil Marek'
    expect(mark(text, values.find(text))).toBe('«Ines»? INES, Inesa, Odil; «Odil Marek»')
  })

  it('repeats the surname of a sure full name, whichever way round it stands', () => {
    const values = known(['Ines Odilberg', 'PERSON'], ['Marekson, Tove', 'PERSON'])
    values.add('Bo Vintersten', 'PERSON', 0.5)
    const text = 'Odilberg called, Marekson waits, Tove and Ines left, Vintersten stays.'
    expect(values.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Odilberg', 'Marekson'])
  })

  it('repeats no surname that is a word of the text', () => {
    const values = known(['Anna Winter', 'PERSON'])
    expect(values.find('Winter is cold; this winter too.')).toEqual([])
  })

  it('stops repeating a name that stands in small letters somewhere', () => {
    const values = known(['Berg', 'PERSON'], ['Anna Berg', 'PERSON'])
    expect(values.find('Berg wrote')).toHaveLength(1)
    expect(values.find('Berg saw a berg')).toEqual([])
    expect(values.find('Berg wrote, Anna Berg too')).toMatchObject([{ start: 12, end: 21 }])
    values.clear()
    values.add('Berg', 'PERSON')
    expect(values.find('Berg wrote')).toHaveLength(1)
  })

  it('forgets everything when cleared', () => {
    const values = known(['TR4WQN', 'ORDER_NUMBER'])
    values.clear()
    expect(values.find('TR4WQN')).toEqual([])
  })

  it('shows no value when it is printed', () => {
    const values = known(['TR4WQN', 'ORDER_NUMBER'])
    expect(JSON.stringify(values)).not.toContain('TR4WQN')
  })
})
