/** Polish tax number (NIP) of firms and sole traders. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const plTaxNumber = identifier({
  name: 'pl-tax-number',
  source: 'https://www.podatki.gov.pl/',
  type: 'VAT_ID',
  words: { pl: 'nip|nipu|numer identyfikacji podatkowej|nip ue|vat ue' },
  lengths: [12, 10],
  form: /^(?:PL)?\d{10}$/,
  isValid,
  shapes: ['999-999-99-99', '999-99-99-999'],
  alone: CHECKED,
  examples: {
    match: [
      'NIP «773-145-78-29»',
      'NIP: «7731457829»',
      'nip => "«7731457829»"',
      'NIP «PL 773-145-78-29»',
      'NIP «773 14 57 829»',
      'firma «773-145-78-29»',
    ],
    miss: ['NIP podam później', '773-145-78-28'],
  },
})

function isValid(compacted: string): boolean {
  return isPolishTaxNumber(compacted.slice(-10))
}

export function isPolishTaxNumber(digits: string): boolean {
  return weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === numberAt(digits, 9, 10)
}
