/** Belgian enterprise number, also of sole traders: ten digits, the last two the rest of a division by 97. */
import { numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { LABELLED } from '../../scores.ts'

export const beEnterpriseNumber = identifier({
  name: 'be-enterprise-number',
  source: 'https://economie.fgov.be/en/themes/enterprises/crossroads-bank-enterprises',
  type: 'TAX_ID',
  words: {
    de: 'unternehmensnummer|unternehmensnr',
    en: 'enterprise number|company number|enterprise no',
    fr: "numéro d'entreprise|numéro d entreprise|d entreprise|bce",
    nl: 'ondernemingsnummer|ondernemingsnr|kbo|kbo nummer|kbo nr',
  },
  lengths: [10],
  form: /^[01]\d{9}$/,
  isValid: isBelgianEnterpriseNumber,
  shapes: ['9999.999.999'],
  alone: LABELLED,
  examples: {
    match: [
      'ondernemingsnummer «0403.170.701»',
      "numéro d'entreprise «0403170701»",
      'haar kapperszaak «0403.170.701».',
      'KBO: «0403.170.701»',
    ],
    miss: ['0403.170.702 is a price', 'ondernemingsnummer volgt'],
  },
})

export function isBelgianEnterpriseNumber(digits: string): boolean {
  return 97 - (numberAt(digits, 0, 8) % 97) === numberAt(digits, 8, 10)
}
