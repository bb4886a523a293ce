/** Dutch citizen service number (BSN): the test of eleven. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const nlCitizenServiceNumber = identifier({
  name: 'nl-citizen-service-number',
  source: 'https://www.rvig.nl/bsn',
  type: 'NATIONAL_ID',
  words: {
    en: 'bsn|citizen service number|dutch bsn',
    nl: 'bsn|bsn~|burgerservice~|burger service nummer|sofi~|persoons~|sofi',
  },
  lengths: [9, 8],
  form: /^\d{8,9}$/,
  isValid: isDutchServiceNumber,
  examples: {
    match: [
      'BSN «111222333», cliënt',
      'bsn: «2109.45.370»',
      'burgerservicenummer «210945370»',
      'sofinummer «210945370»',
      '{"bsn":«210945370»}',
      'BSN-nummer «210945370»',
    ],
    miss: ['BSN onbekend', '210945370'],
  },
})

export function isDutchServiceNumber(digits: string): boolean {
  const padded = digits.padStart(9, '0')
  const sum = weightedSum(padded, [9, 8, 7, 6, 5, 4, 3, 2]) - numberAt(padded, 8, 9)
  return sum > 0 && sum % 11 === 0
}
