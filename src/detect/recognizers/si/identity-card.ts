/** Number of the Slovenian identity card: nine digits, or two letters and seven. */
import { identifier } from '../../identifier.ts'

export const siIdentityCard = identifier({
  name: 'si-identity-card',
  source: 'https://www.consilium.europa.eu/prado/en/SVN-BO-02001/index.html',
  type: 'NATIONAL_ID',
  words: { sl: 'osebna izkaznica|osebne izkaznice|osebno izkaznico|osebni dokument' },
  lengths: [9],
  form: /^(?:\d{9}|[A-Z]{2}\d{7})$/,
  examples: {
    match: ['osebna izkaznica «001234567»', 'številka osebne izkaznice: «001234567»'],
    miss: ['osebna izkaznica potekla'],
  },
})
