/** Bulgarian unified identification code (EIK, BULSTAT), also of sole traders. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const bgCompanyNumber = identifier({
  name: 'bg-company-number',
  source: 'https://portal.registryagency.bg/',
  type: 'TAX_ID',
  words: { '*': 'eik|bulstat', bg: 'еик|булстат|идентификационен код' },
  lengths: [13, 9],
  form: /^\d{9}(?:\d{4})?$/,
  isValid: isBulgarianCompanyNumber,
  examples: { match: ['ЕИК «131071587»', 'БУЛСТАТ: «131071587»', 'eik=«131071587»'], miss: ['ЕИК ще последва'] },
})

export function isBulgarianCompanyNumber(digits: string): boolean {
  const first = weightedSum(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
  const check = first < 10 ? first : (weightedSum(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10
  return check === numberAt(digits, 8, 9)
}
