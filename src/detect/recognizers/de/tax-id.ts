/** German tax identification number: ISO 7064 MOD 11,10, one digit two or three times. */
import { isMod11Of10Valid } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const deTaxId = identifier({
  name: 'de-tax-id',
  source:
    'https://www.bzst.de/DE/Privatpersonen/SteuerlicheIdentifikationsnummer/steuerlicheidentifikationsnummer_node.html',
  type: 'TAX_ID',
  words: {
    de: 'steuer id|steuer id~|steuerid|steuerident~|steueridentifikations~|steuerliche identifikationsnummer|identifikationsnummer|identnr|ident nr|persönliche identifikationsnummer',
  },
  acronyms: 'IdNr|IDNR|ID Nr',
  lengths: [11],
  form: /^[1-9]\d{10}$/,
  isValid,
  examples: {
    match: [
      'Steuer-ID «83 095 742 718»',
      'steuerliche Identifikationsnummer: «83095742718»',
      'IdNr. «83 095 742 718»',
      'setSteuerId("«83095742718»")',
      'steuer_id: "«83095742718»"',
    ],
    miss: ['Steuer-ID fehlt', '83 095 742 718'],
  },
})

/** Of the first ten digits one stands twice or three times, unless the number is very old. */
function isValid(digits: string): boolean {
  return isMod11Of10Valid(digits) && new Set(digits.slice(0, 10)).size <= 9
}
