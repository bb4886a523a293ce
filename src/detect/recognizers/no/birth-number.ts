/** Norwegian birth number and D number: birth date, individual number, two check digits. */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { TYPICAL } from '../../scores.ts'

export const noBirthNumber = identifier({
  name: 'no-birth-number',
  source: 'https://www.skatteetaten.no/en/person/national-registry/identitetsnummer/fodselsnummer/',
  type: 'NATIONAL_ID',
  words: {
    da: 'fødselsnummer',
    en: 'norwegian national identity number',
    no: 'fødselsnummer|fødselsnr|fødsels~|fnr|f nr|personnummer|personnr|d nummer|dnummer',
  },
  lengths: [11],
  form: /^\d{11}$/,
  isValid,
  shapes: ['999999 99999'],
  alone: TYPICAL,
  examples: {
    match: [
      'fødselsnummer «140585 12304»',
      'fnr: «14058512304»',
      'personnummer «14058512304»',
      'fødselsnr. «14058512304»',
      'F.nr. «140585 12304»',
    ],
    miss: ['fødselsnummer mangler', '140585 12305'],
  },
})

/** D numbers add 40 to the day; those of health care and of tests 40, 65 or 80 to the month. */
function isValid(digits: string): boolean {
  const first = (11 - (weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11
  const second = (11 - (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  if (first !== numberAt(digits, 9, 10) || second !== numberAt(digits, 10, 11)) return false
  return isDayOfYear(numberAt(digits, 0, 2) % 40, ((numberAt(digits, 2, 4) - 1) % 20) + 1)
}
