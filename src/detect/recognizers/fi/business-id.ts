/** Finnish business id (Y-tunnus), also of sole traders. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const fiBusinessId = identifier({
  name: 'fi-business-id',
  source: 'https://www.prh.fi/en/companiesandorganisations/business-information-system/businessid.html',
  type: 'TAX_ID',
  words: {
    en: 'business id|finnish business id',
    fi: 'y tunnus|ytunnus|y tunnuksella|y tunnuksen|y tunnukseni|ly tunnus|liike ja yhteisötunnus',
    sv: 'fo nummer|fo nr',
  },
  lengths: [8],
  form: /^\d{8}$/,
  isValid: isFinnishBusinessId,
  shapes: ['9999999-9'],
  examples: {
    match: [
      'Y-tunnus «2345678-0»',
      'ly-tunnus: «23456780»',
      'Business ID «2345678-0»',
      'FO-nummer «2345678-0»',
      'Y-tunnuksella laskuttava sisko on «2345678-0»',
    ],
    miss: ['Y-tunnus puuttuu', '2345678-0'],
  },
})

export function isFinnishBusinessId(digits: string): boolean {
  return (11 - (weightedSum(digits, [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 === numberAt(digits, 7, 8)
}
