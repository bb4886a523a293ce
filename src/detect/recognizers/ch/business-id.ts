/** Swiss business identification number (UID), also of the self-employed; with MWST, TVA, IVA it is the VAT number. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const chBusinessId = identifier({
  name: 'ch-business-id',
  source:
    'https://www.bfs.admin.ch/bfs/de/home/register/unternehmensregister/unternehmens-identifikationsnummer/allgemeines-uid.html',
  type: 'VAT_ID',
  acronyms: 'UID|IDE|IDI',
  lengths: [16, 15, 12],
  form: /^CHE\d{9}(?:MWST|TVA|IVA)?$/,
  isValid,
  shapes: [
    'AAA-999.999.999',
    'AAA 999 999 999',
    'AAA999999999',
    'AAA-999.999.999 AAAA',
    'AAA-999.999.999 AAA',
    'AAA999999999AAAA',
  ],
  alone: CHECKED,
  examples: {
    match: [
      'UID «CHE-116.281.710 MWST»',
      'titulaire «CHE-116.281.710 TVA»',
      '«CHE-116.281.710» Bern',
      'IDE «CHE116281710»',
    ],
    miss: ['CHE-116.281.711', 'UID 1000 gid 1000'],
  },
})

function isValid(compacted: string): boolean {
  const rest = weightedSum(compacted.slice(3), [5, 4, 3, 2, 7, 6, 5, 4]) % 11
  return (11 - rest) % 11 === numberAt(compacted, 11, 12)
}
