/** Slovak tax number (DIČ): ten digits; with SK and a check it is the VAT number. */
import { identifier } from '../../identifier.ts'

export const skTaxNumber = identifier({
  name: 'sk-tax-number',
  source: 'https://www.financnasprava.sk/',
  type: 'TAX_ID',
  words: { cs: 'dič|daňové identifikační číslo', sk: 'dič|daňové identifikačné číslo' },
  acronyms: 'DIC',
  lengths: [10],
  form: /^\d{10}$/,
  examples: {
    match: ['DIČ «1022749607»', 'DIČ: «2023456776»', 'daňové identifikačné číslo «2023456776»'],
    miss: ['DIČ pridelené neskôr'],
  },
})
