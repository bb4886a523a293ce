/** Number of the Belgian identity card. */
import { numberAt, remainder } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { LIKELY } from '../../scores.ts'

export const beIdentityCard = identifier({
  name: 'be-identity-card',
  source: 'https://www.consilium.europa.eu/prado/en/BEL-BO-09001/index.html',
  type: 'NATIONAL_ID',
  words: {
    de: 'personalausweis|personalausweis~',
    en: 'eid',
    fr: 'carte d identité|carte identité|cni',
    nl: 'identiteitskaart|identiteitskaart~|identiteitskaartnummer|eid',
  },
  lengths: [12],
  form: /^\d{12}$/,
  isValid,
  shapes: ['999-9999999-99'],
  alone: LIKELY,
  examples: {
    match: [
      "carte d'identité «593-7206418-57»",
      'identiteitskaart nr. «593720641857»',
      'identiteitskaartnummer «593-7206418-57»',
    ],
    miss: ['593-7206418-58'],
  },
})

/** The last two are the rest of the first ten; 97 for none. */
function isValid(digits: string): boolean {
  return (remainder(digits.slice(0, 10), 97) || 97) === numberAt(digits, 10, 12)
}
