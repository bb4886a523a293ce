/** Hungarian tax number of firms and sole traders: number, check digit, VAT code, county. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const huTaxNumber = identifier({
  name: 'hu-tax-number',
  source: 'https://nav.gov.hu/',
  type: 'VAT_ID',
  words: { hu: 'adószám|adószám*|adó~|közösségi adószám|áfa szám' },
  lengths: [11, 8],
  form: /^\d{8}(?:[1-5]\d\d)?$/,
  isValid: isHungarianTaxNumber,
  shapes: ['99999999-9-99'],
  alone: CHECKED,
  examples: {
    match: [
      'adószám: «23456787-1-42», Pécs',
      'adószám «23456787-1-42»',
      'adószáma: «23456787142»',
      'számla «23456787-1-42»',
    ],
    miss: ['adószám nélkül', '23456788-1-42'],
  },
})

export function isHungarianTaxNumber(digits: string): boolean {
  return (10 - (weightedSum(digits, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 === numberAt(digits, 7, 8)
}
