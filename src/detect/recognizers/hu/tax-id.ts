/** Hungarian tax identifier of persons (adóazonosító jel): ten digits that begin with 8. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const huTaxId = identifier({
  name: 'hu-tax-id',
  source: 'https://nav.gov.hu/',
  type: 'TAX_ID',
  words: { hu: 'adóazonosító|adóazonosító jel|adóazonosító jele|adóazonosító jelem|adóazonosító~' },
  lengths: [10],
  form: /^8\d{9}$/,
  isValid,
  examples: {
    match: ['adóazonosító: «8412345673»,', 'adóazonosító jel «8412345673»', 'adóazonosító jele: «841 234 5673»'],
    miss: ['adóazonosító hiányzik', '8412345673'],
  },
})

function isValid(digits: string): boolean {
  return weightedSum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === numberAt(digits, 9, 10)
}
