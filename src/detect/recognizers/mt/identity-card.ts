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
