/** Number of the Bulgarian identity card. */
import { identifier } from '../../identifier.ts'

export const bgIdentityCard = identifier({
  name: 'bg-identity-card',
  source: 'https://www.consilium.europa.eu/prado/en/BGR-BO-03001/index.html',
  type: 'NATIONAL_ID',
  words: { bg: 'л к|лк|лична карта|личната карта|личната ми карта|документ за самоличност|лични карти' },
  lengths: [9],
  form: /^(?:\d{9}|[A-Z]{2}\d{7})$/,
  examples: {
    match: ['л.к. № «753961824», валидна', 'лична карта «753961824»', 'документ за самоличност № «AA1234567»'],
    miss: ['л. к. предстои'],
  },
})
