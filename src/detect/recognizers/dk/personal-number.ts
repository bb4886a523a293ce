/** Danish personal number (CPR): birth date and four digits; since 2007 without check digit. */
import { isDayOfYear, numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { TYPICAL } from '../../scores.ts'

export const dkPersonalNumber = identifier({
  name: 'dk-personal-number',
  source: 'https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret',
  type: 'NATIONAL_ID',
  words: {
    da: 'cpr|cpr~|cprnr|personnummer|personnummeret|sygesikring|sygesikrings~|sundhedskort|sundhedskort~',
    en: 'cpr',
  },
  lengths: [10],
  form: /^\d{10}$/,
  isValid,
  shapes: ['999999-9999'],
  alone: TYPICAL,
  examples: {
    match: [
      'CPR «150385-4127»',
      'cpr-nr. «1503854127»',
      'personnummer: «150385-4127»',
      'CPR-nummer «150385-4127»',
      'patient «150385-4127» indlagt',
    ],
    miss: ['CPR mangler', '990385-4127 er for gammel', 'vare 154127'],
  },
})

function isValid(digits: string): boolean {
  return isDayOfYear(numberAt(digits, 0, 2), numberAt(digits, 2, 4))
}
