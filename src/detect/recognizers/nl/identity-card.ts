/** Number of the Dutch identity card: two letters, six letters or digits, a digit; no O. */
import { identifier } from '../../identifier.ts'

export const nlIdentityCard = identifier({
  name: 'nl-identity-card',
  source: 'https://www.rvig.nl/paspoort-en-identiteitskaart',
  type: 'NATIONAL_ID',
  words: {
    nl: 'identiteitskaart|identiteitskaart~|id kaart|id kaart~|identiteitsbewijs|legitimatiebewijs|document~|legitimatie',
  },
  lengths: [9],
  separators: '',
  form: /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/,
  examples: {
    match: ['identiteitskaart «SPECI2014»', 'ID-kaart nr. «IR4R71K82»', 'documentnummer: «NZ6T35P19»'],
    miss: ['identiteitskaart kwijt'],
  },
})
