/** Number of the Slovak identity card: two letters and six digits. */
import { identifier } from '../../identifier.ts'

export const skIdentityCard = identifier({
  name: 'sk-identity-card',
  source: 'https://www.minv.sk/?obcianske-preukazy',
  type: 'NATIONAL_ID',
  words: { sk: 'občiansky preukaz|občianskeho preukazu|občianskym preukazom|č op|číslo op' },
  acronyms: 'OP',
  lengths: [8],
  form: /^[A-Z]{2}\d{6}$/,
  examples: {
    match: ['občiansky preukaz «EA639258»', 'č. občianskeho preukazu «EA639258»'],
    miss: ['občiansky preukaz chýba', 'EA639258'],
  },
})
