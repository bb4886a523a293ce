/** Czech and Slovak company number (IČO), also of sole traders. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const czCompanyNumber = identifier({
  name: 'cz-company-number',
  source: 'https://www.czso.cz/csu/res/registr_ekonomickych_subjektu',
  type: 'TAX_ID',
  words: { cs: 'ičo|identifikační číslo osoby|identifikační číslo', sk: 'ičo|identifikačné číslo' },
  acronyms: 'IČ|ICO',
  lengths: [8],
  form: /^\d{8}$/,
  isValid: isCzechCompanyNumber,
  examples: { match: ['IČO «27182819»', 'IČ: «271 82 819»', 'ico=«27182819»'], miss: ['IČO chybí', '27182819'] },
})

export function isCzechCompanyNumber(digits: string): boolean {
  return (11 - (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === numberAt(digits, 7, 8)
}
