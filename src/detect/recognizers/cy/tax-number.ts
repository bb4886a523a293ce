/** Cypriot tax identification code: eight digits and a check letter. */
import { numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const cyTaxNumber = identifier({
  name: 'cy-tax-number',
  source: 'https://taxation-customs.ec.europa.eu/document/download/cy-tin',
  type: 'TAX_ID',
  words: {
    el: 'αφτ|α φ τ|αριθμός φορολογικής ταυτότητας|φορολογικής ταυτότητας',
    en: 'tic|tax identification code|tin',
  },
  lengths: [9],
  form: /^\d{8}[A-Z]$/,
  isValid: isCypriotTaxNumber,
  examples: { match: ['Α.Φ.Τ. «10259033P»', 'ΑΦΤ: «10259033P»', 'TIC «10259033P»'], miss: ['TIC follows'] },
})

const oddPlaces = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]

export function isCypriotTaxNumber(compacted: string): boolean {
  let sum = 0
  for (let index = 0; index < 8; index++) {
    const digit = numberAt(compacted, index, index + 1)
    sum += index % 2 === 0 ? oddPlaces[digit]! : digit
  }
  return (sum % 26) + 0x41 === compacted.charCodeAt(8)
}
