/** Number of the Czech identity card. */
import { identifier } from '../../identifier.ts'

export const czIdentityCard = identifier({
  name: 'cz-identity-card',
  source: 'https://www.consilium.europa.eu/prado/en/CZE-BO-05001/index.html',
  type: 'NATIONAL_ID',
  words: { cs: 'občanský průkaz|občanského průkazu|občanským průkazem|občanka|občanky|čop|č op' },
  acronyms: 'OP',
  lengths: [9, 8],
  form: /^(?:\d{9}|[A-Z]{2}\d{6})$/,
  examples: {
    match: [
      'OP č. «204418812»',
      'občanský průkaz «204418812»',
      'číslo občanského průkazu: «204418812»',
      'č. OP «204418812»',
    ],
    miss: ['op 12 kusů', 'OP chybí'],
  },
})
