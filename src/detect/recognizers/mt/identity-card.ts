/** Number of the Maltese identity card: digits and a letter; also the tax number of persons. */
import { identifier } from '../../identifier.ts'

export const mtIdentityCard = identifier({
  name: 'mt-identity-card',
  source: 'https://identita.gov.mt/',
  type: 'NATIONAL_ID',
  words: {
    en: 'maltese id',
    mt: 'karta tal identità|karta tal identita|karta ta l identità|numru tal karta|tal identità',
  },
  lengths: [8, 7, 6, 5, 4],
  form: /^\d{3,7}[MGAPLHBZ]$/,
  examples: {
    match: [
      'karta tal-identità «639147M», residenti',
      'karta tal-identita «0448178M»',
      'Maltese ID «639147M»',
      'numru tal-karta «639147M»',
    ],
    miss: ['karta tal-identità mitlufa'],
  },
})

/** Behind "ID" alone only the full number counts: seven digits, or six where the zero before them is left out, and its letter. */
export const mtIdentityNumber = identifier({
  name: 'mt-identity-number',
  source: 'https://identita.gov.mt/',
  type: 'NATIONAL_ID',
  acronyms: 'id',
  lengths: [8, 7],
  separators: ' ',
  form: /^\d{6,7}[MGAPLHBZ]$/,
  examples: {
    match: ['Pazjent: Salvu, ID «061847M», età', 'ID «0118849 M»'],
    miss: ['ID 4471', 'ID 061847', 'id 061847M of the part', 'ID 18847XM'],
  },
})
