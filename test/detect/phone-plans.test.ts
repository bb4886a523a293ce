import metadata from 'libphonenumber-js/min/metadata'
import { describe, expect, it } from 'vitest'
import { callingCodeLength, fitOf } from '../../src/detect/phone-plans.ts'

describe('numbering plans', () => {
  it('come from the version of the metadata whose places are read here', () => {
    expect(metadata.version).toBe(4)
  })

  it.each([
    ['4930901820', 2],
    ['35312345678', 3],
    ['12065550119', 1],
    ['999123', 0],
  ])('know the calling code of %s', (digits, length) => {
    expect(callingCodeLength(digits)).toBe(length)
  })

  it('tell valid from merely possible and impossible numbers', () => {
    expect(fitOf('442079460958')).toBe('valid')
    expect(fitOf('4512345678')).toBe('possible')
    expect(fitOf('45123456789')).toBe('none')
  })

  // AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK
  it.each([
    43, 32, 359, 41, 357, 420, 49, 45, 372, 34, 358, 33, 44, 30, 385, 36, 353, 354, 39, 423, 370, 352, 371, 356, 31, 47,
    48, 351, 40, 46, 386, 421,
  ])('cover calling code %i', code => {
    expect(callingCodeLength(`${code}55501234`)).toBe(String(code).length)
  })
})
