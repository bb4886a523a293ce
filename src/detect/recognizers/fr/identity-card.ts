/** Number of the French identity card: twelve digits, or nine letters and digits on the new one. */
import { identifier } from '../../identifier.ts'

export const frIdentityCard = identifier({
  name: 'fr-identity-card',
  source: 'https://www.service-public.fr/particuliers/vosdroits/F1341',
  type: 'NATIONAL_ID',
  words: { fr: 'carte d identité|carte nationale d identité|pièce d identité|titre de séjour|carte de séjour' },
  acronyms: 'CNI|CNIE|CI',
  lengths: [12, 9],
  separators: ' ',
  form: /^(?:\d{2}[0-9AB]\d{9}|(?=.*\d)[A-Z0-9]{9})$/,
  examples: {
    match: [
      "carte d'identité n° «880692310285»",
      'CNI : «X4RTBPFW4»',
      'carte nationale d’identité «880692310285»',
      "pièce d'identité «X4RTBPFW4»",
    ],
    miss: ["carte d'identité expirée"],
  },
})
