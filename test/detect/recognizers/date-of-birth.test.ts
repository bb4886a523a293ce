import { describe, expect, it } from 'vitest'
import { readDate } from '../../../src/detect/dates.ts'
import { detectNow, mark, withoutNames } from '../marked.ts'
import { viewOf } from '../views.ts'

const marked = (text: string) => mark(text, detectNow(text, withoutNames))

describe('dates behind several labels for a birth', () => {
  it('are found some words behind the last of them', () => {
    expect(marked('born here, born there, born in Hull on 14.03.1962.')).toBe(
      'born here, born there, born in Hull on «14.03.1962».',
    )
  })

  it('are found from a label that an earlier one could not reach from', () => {
    const far = 'in a house by the sea with a garden and a well and a red roof'
    expect(marked(`born ${far}, born ${far}, born 14.03.1962`)).toBe(`born ${far}, born ${far}, born «14.03.1962»`)
  })

  it('are left behind the end of a clause', () => {
    expect(marked('born here; opened on 14.03.1962')).toBe('born here; opened on 14.03.1962')
  })
})

describe('reading a date', () => {
  const strict = [
    '12.03.1984',
    '12 . 03 . 1984',
    '1984-03-12',
    '3/14/1984',
    '7/3-1992',
    '9-VI-1984',
    '9 VI 1984',
    '26-Feb-1979',
    '5. M\u00e4rz 1948',
    '9 de marzo de 1988',
    '1991 March 3',
    'July 9, 1951',
  ]
  const loose = ['19840312', '12031984', '12 05 1948', '17 del 11 del 93', '93.11.17', '1984, 3, 12']
  const end = (text: string, isLoose: boolean) => readDate(viewOf(`${text} x`), 0, isLoose)?.end

  it.each(strict)('knows %s', text => {
    expect(end(text, false)).toBe(text.length)
    expect(end(text, true)).toBe(text.length)
  })

  it.each(loose)('knows %s where a date must stand', text => {
    expect(end(text, true)).toBe(text.length)
    expect(end(text, false)).toBeUndefined()
  })

  it.each(['1984', '12', '123456789', '12:30', '2031-55812', '12 March'])('finds none in %s', text => {
    expect(end(text, true)).toBeUndefined()
  })
})
