/** Luxembourg identification number (matricule): birth date, serial, a Luhn and a Verhoeff digit. */
import { identifier } from '../../identifier.ts'

export const luMatricule = identifier({
  name: 'lu-matricule',
  source:
    'https://guichet.public.lu/fr/citoyens/citoyennete/identite-personnelle/identification/numero-identification.html',
  type: 'NATIONAL_ID',
  words: {
    de: 'matrikel~|matricule',
    fr: 'matricule|numéro matricule|matricule nationale|numéro d identification nationale',
    lb: 'matricule|matrikelnummer|sozialversécherungsnummer',
  },
  acronyms: 'CNS|CCSS',
  lengths: [13],
  form: /^(?:18|19|20)\d{11}$/,
  examples: {
    match: [
      'matricule «1985 0514 123 47»',
      'numéro matricule : «1985051412347»',
      'Matrikelnummer «1985 05 14 123 47»',
      'CNS «1985051412347»',
    ],
    miss: ['matricule à suivre'],
  },
})
