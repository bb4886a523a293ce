/** British unique taxpayer reference (UTR): the first digit checks the other nine. */
import { weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const gbTaxpayerReference = identifier({
  name: 'gb-taxpayer-reference',
  source: 'https://www.gov.uk/find-utr-number',
  type: 'TAX_ID',
  words: { en: 'utr|unique taxpayer reference' },
  lengths: [10],
  form: /^\d{10}$/,
  isValid,
  examples: {
    match: [
      'UTR «22345 67890» |',
      'Unique Taxpayer Reference: «2234567890»',
      'self assessment UTR «2234567890»',
      'utr=«22345 67890»',
    ],
    miss: ['UTR pending', '22345 67890'],
  },
})

function isValid(digits: string): boolean {
  return '21987654321'.charAt(weightedSum(digits.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11) === digits.charAt(0)
}
