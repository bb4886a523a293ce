/** French tax number of persons (SPI): thirteen digits, the last three a check. */
import { numberAt, remainder } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const frTaxNumber = identifier({
  name: 'fr-tax-number',
  source: 'https://www.service-public.fr/particuliers/vosdroits/F34592',
  type: 'TAX_ID',
  words: { fr: 'fiscal|numéro fiscal|n fiscal|spi|identifiant fiscal|référence fiscale|numéro fiscal de référence' },
  acronyms: 'SPI|NIF',
  lengths: [13],
  form: /^[0-3]\d{12}$/,
  isValid,
  examples: {
    match: ['N° fiscal «12 34 567 890 066»', 'numéro fiscal : «1234567890066»', 'SPI «1234567890066»'],
    miss: ['N° fiscal inconnu', '12 34 567 890 066'],
  },
})

function isValid(digits: string): boolean {
  return remainder(digits.slice(0, 10), 511) === numberAt(digits, 10, 13)
}
