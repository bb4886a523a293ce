/** Latvian personal code: birth date and five digits, or since 2017 any after 32. */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const lvPersonalCode = identifier({
  name: 'lv-personal-code',
  source: 'https://www.pmlp.gov.lv/lv/personas-kods',
  type: 'NATIONAL_ID',
  words: {
    en: 'latvian personal code',
    lv: 'personas kods|personas kodu|personas koda|personas kodam|pers kods|p k|pk',
  },
  lengths: [11],
  form: /^\d{11}$/,
  isValid,
  shapes: ['999999-99999'],
  alone: CHECKED,
  examples: {
    match: [
      'personas kods «140585-11231»',
      'p. k. «140585-11231»',
      'personas kodu «32123412345»',
      'pers. kods: «140585-11231»',
      'Jānis, «140585-11231», Rīga',
    ],
    miss: ['personas kods nav', '450585-11231'],
  },
})

function isValid(digits: string): boolean {
  if (digits.startsWith('32')) return true
  const check = (1101 - weightedSum(digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11
  return check === numberAt(digits, 10, 11) && isDayOfYear(numberAt(digits, 0, 2), numberAt(digits, 2, 4))
}
