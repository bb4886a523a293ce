/** Slovenian personal number (EMŠO), and the JMBG of the neighbours: birth date, region, serial, check digit. */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const siPersonalNumber = identifier({
  name: 'si-personal-number',
  source: 'https://www.gov.si/teme/enotna-maticna-stevilka-obcana/',
  type: 'NATIONAL_ID',
  words: { sl: 'emšo|enotna matična številka|enotne matične številke|emso' },
  lengths: [13],
  form: /^\d{13}$/,
  isValid,
  examples: {
    match: [
      'EMŠO «1405985505121». Vračilo',
      'EMŠO: «1405985505121»',
      'emso=«1405985505121»',
      'enotna matična številka «1405985505121»',
    ],
    miss: ['EMŠO manjka', '1405985505121'],
  },
})

function isValid(digits: string): boolean {
  const check = 11 - (weightedSum(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)
  if ((check === 11 ? 0 : check) !== numberAt(digits, 12, 13)) return false
  return isDayOfYear(numberAt(digits, 0, 2), numberAt(digits, 2, 4))
}
