/** Polish personal number (PESEL): birth date, serial, check digit. */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const plPersonalNumber = identifier({
  name: 'pl-personal-number',
  source: 'https://www.gov.pl/web/gov/czym-jest-numer-pesel',
  type: 'NATIONAL_ID',
  words: { '*': 'pesel', en: 'pesel', pl: 'pesel|peselu|peselem' },
  lengths: [11],
  form: /^\d{11}$/,
  isValid,
  examples: {
    match: [
      'PESEL «83051412345», ur.',
      'nr PESEL: «83051412345»',
      '"pesel":"«83051412345»"',
      'numerem PESEL «83051412345»',
    ],
    miss: ['PESEL brak', '83051412345'],
  },
})

/** Months add 20 for each century from 2000 on, 80 for that of 1800. */
function isValid(digits: string): boolean {
  const check = (10 - (weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10
  return check === numberAt(digits, 10, 11) && isDayOfYear(numberAt(digits, 4, 6), numberAt(digits, 2, 4) % 20)
}
