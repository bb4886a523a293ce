/** US employer identification number (EIN), also of sole traders. */
import { identifier } from '../../identifier.ts'

export const usEmployerNumber = identifier({
  name: 'us-employer-number',
  source: 'https://www.irs.gov/businesses/small-businesses-self-employed/employer-id-numbers',
  type: 'TAX_ID',
  words: { en: 'fein|employer identification number|employer id number|federal tax id|tax id number|federal ein' },
  acronyms: 'EIN',
  lengths: [9],
  separators: '-',
  form: /^\d{9}$/,
  examples: {
    match: [
      'EIN «12-3456789»',
      'employer identification number: «12-3456789»',
      'FEIN «12-3456789»',
      'federal tax ID «12-3456789»',
    ],
    miss: ['12-3456789', 'EIN pending'],
  },
})
