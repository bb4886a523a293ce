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
      'OP č. «315709246»',
      'občanský průkaz «315709246»',
      'číslo občanského průkazu: «315709246»',
      'č. OP «315709246»',
    ],
    miss: ['op 12 kusů', 'OP chybí'],
  },
})
