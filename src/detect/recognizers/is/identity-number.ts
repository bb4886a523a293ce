/** Icelandic identity number (kennitala). */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const isIdentityNumber = identifier({
  name: 'is-identity-number',
  source: 'https://www.skra.is/english/people/my-registration/id-numbers/',
  type: 'NATIONAL_ID',
  words: { en: 'kennitala|icelandic id number', is: 'kennitala|kennitölu|kennitalan|kt|kennital*' },
  lengths: [10],
  form: /^\d{10}$/,
  isValid,
  shapes: ['999999-9999'],
  alone: CHECKED,
  examples: {
    match: ['kennitala «120174-3399»', 'kt. «120174-3399»', 'kennitala: «1201743399»', 'Jón, «120174-3399»'],
    miss: ['kennitala vantar', '451274-3399'],
  },
})

/** The ninth digit checks; those of firms have a day over 40. */
function isValid(digits: string): boolean {
  const check = (11 - (weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  return check === numberAt(digits, 8, 9) && isDayOfYear(numberAt(digits, 0, 2) % 40, numberAt(digits, 2, 4))
}
