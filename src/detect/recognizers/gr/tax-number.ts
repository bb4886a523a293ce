/** Greek tax number (AFM). */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const grTaxNumber = identifier({
  name: 'gr-tax-number',
  source: 'https://www.aade.gr/',
  type: 'TAX_ID',
  words: { '*': 'afm', el: 'αφμ|α φ μ|αριθμός φορολογικού μητρώου' },
  lengths: [11, 9],
  form: /^(?:EL|GR)?\d{9}$/,
  isValid,
  examples: {
    match: ['ΑΦΜ «123456783», Λεωφ.', 'Α.Φ.Μ.: «123456783»', 'afm=«123456783»', 'Α.Φ.Μ. «123 456 783»'],
    miss: ['ΑΦΜ άγνωστο', '123456783'],
  },
})

function isValid(compacted: string): boolean {
  return isGreekTaxNumber(compacted.slice(-9))
}

export function isGreekTaxNumber(digits: string): boolean {
  return (weightedSum(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === numberAt(digits, 8, 9)
}
