/** French registration number (NIR, social security): sex, year, month, place, serial, key. */
import { numberAt, remainder } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const frSocialSecurity = identifier({
  name: 'fr-social-security',
  source: 'https://www.service-public.fr/particuliers/vosdroits/F33078',
  type: 'NATIONAL_ID',
  words: {
    en: 'french social security number',
    fr: "nir|sécurité sociale|numéro de sécurité sociale|sécu|numéro de sécu|immatriculation sociale|numéro d'assuré social|numéro d'inscription|numéro ss|n ss|carte vitale|matricule ins|assuré social",
  },
  acronyms: 'INS|NSS|SS|NNI',
  lengths: [15, 13],
  separators: ' -.',
  form: /^[1-478]\d{4}(?:\d\d|2[AB])\d{6}(?:\d\d)?$/,
  isValid,
  shapes: [
    '9 99 99 99 999 999 99',
    '9 99 99 9A 999 999 99',
    '9.99.99.99.999.999.99',
    '9-99-99-99-999-999-99',
    '9 99 99 99999 999 99',
    '9 99 99 999 999 999 99',
    '9999999999999 99',
    '999999999999999',
    '99999 9A 99999999',
    '99999 9A999999 99',
    '99999A999999999',
  ],
  alone: CHECKED,
  examples: {
    match: [
      'NIR : «1 90 05 78 123 456 38»',
      'mon numéro de sécurité sociale : «190057812345638»',
      'n° de sécu «1 90 05 78 123 456 38»',
      'INS «190057812345638»',
      'assurée «1 90 05 78 123 456 38», Lyon',
      '{"nir":"«190057812345638»"}',
    ],
    miss: ['NIR à compléter', '1 90 05 78 123 456 39', '190057812345639'],
  },
})

/** 97 less the rest of the first thirteen; the departments of Corsica count as 19 and 18. Without its key the month decides. */
function isValid(compacted: string): boolean {
  const month = numberAt(compacted, 3, 5)
  if (month < 1 || (month > 12 && month < 20) || (month > 42 && month < 50)) return false
  if (compacted.length === 13) return false
  const digits = compacted.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - remainder(digits, 97) === numberAt(compacted, 13, 15)
}
