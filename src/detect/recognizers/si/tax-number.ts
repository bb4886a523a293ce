/** Slovenian tax number (davčna številka): eight digits. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const siTaxNumber = identifier({
  name: 'si-tax-number',
  source: 'https://www.fu.gov.si/',
  type: 'TAX_ID',
  words: { sl: 'davčna|davčna številka|davčne številke|davčno številko|davčna št|id za ddv|id ddv' },
  lengths: [10, 8],
  form: /^(?:SI)?[1-9]\d{7}$/,
  isValid,
  examples: {
    match: [
      'davčna «87654326», EMŠO',
      'davčna številka: «87654326»',
      'davčna št. «87654326»',
      'ID za DDV «SI87654326»',
    ],
    miss: ['davčna uprava', '87654326'],
  },
})

function isValid(compacted: string): boolean {
  return isSlovenianTaxNumber(compacted.slice(-8))
}

export function isSlovenianTaxNumber(digits: string): boolean {
  const check = 11 - (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11)
  return check % 10 === numberAt(digits, 7, 8) || (check > 9 && digits.endsWith('0'))
}
