/** French establishment and company numbers (SIRET, SIREN), also of sole traders: Luhn. */
import { isLuhnValid } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const frCompanyNumber = identifier({
  name: 'fr-company-number',
  source: 'https://www.insee.fr/fr/metadonnees/definition/c1841',
  type: 'TAX_ID',
  words: { fr: 'siret|siren|numéro siret|numéro siren' },
  lengths: [14, 9],
  form: /^\d{9}(?:\d{5})?$/,
  isValid,
  examples: {
    match: [
      'SIRET «732 829 320 00074»',
      'n° SIRET : «73282932000074»',
      'SIREN «732 829 320»',
      'siret=«73282932000074»',
    ],
    miss: ['SIRET en cours', '732 829 320'],
  },
})

/** The post office numbers its establishments so that the cross sum is a multiple of five. */
function isValid(digits: string): boolean {
  return (
    isLuhnValid(digits) ||
    (digits.startsWith('356000000') && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0)
  )
}
