/** Estonian and Lithuanian personal code: century and sex, birth date, serial, check digit. */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const eePersonalCode = identifier({
  name: 'ee-personal-code',
  source: 'https://www.riigiteataja.ee/akt/116052023011',
  type: 'NATIONAL_ID',
  words: {
    en: 'personal code|personal identification code|estonian id code',
    et: 'isikukood*|isiku kood|ik kood',
    lt: 'asmens kodas|asmens kodo|asmens kodą|asmens kodu|a k',
    lv: 'personas kods',
  },
  acronyms: 'IK|AK',
  lengths: [11],
  form: /^[1-8]\d{10}$/,
  isValid,
  examples: {
    match: [
      'isikukood «38505141231»',
      'isikukoodiga «38505141231»',
      'asmens kodas «48505141232»',
      'a. k. «48505141232»',
      'personal_code: «38505141231»',
    ],
    miss: ['isikukood puudub', '38505141231'],
  },
})

function isValid(digits: string): boolean {
  if (!isDayOfYear(numberAt(digits, 5, 7), numberAt(digits, 3, 5))) return false
  const first = weightedSum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
  const check = first < 10 ? first : (weightedSum(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10
  return check === numberAt(digits, 10, 11)
}
