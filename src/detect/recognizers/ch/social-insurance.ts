/** Swiss social security number (AHV/AVS), used in Liechtenstein too: EAN with the prefix 756. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const chSocialInsurance = identifier({
  name: 'ch-social-insurance',
  source: 'https://www.zas.admin.ch/zas/de/home/partenaires-et-institutions-/navs13.html',
  type: 'NATIONAL_ID',
  words: { de: 'ahv|ahv~|ahvn13|versicherten~', en: 'ahv|avs', fr: 'avs|navs13|navs', it: 'avs' },
  lengths: [13],
  form: /^756\d{10}$/,
  isValid,
  shapes: ['999.9999.9999.99', '999 9999 9999 99', '9999999999999'],
  alone: CHECKED,
  examples: {
    match: [
      'AHV-Nr. «756.1234.5678.97»',
      'numéro AVS «756 1234 5678 97»',
      'avs: «7561234567897»',
      '«756.1234.5678.97» wohnt in Vaduz',
      'numero AVS: «756.1234.5678.97»',
      'AHV-Nummer «756.1234.5678.91»',
    ],
    miss: ['756.1234.5678.98', 'AHV-Rente'],
  },
})

function isValid(digits: string): boolean {
  return (10 - (weightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === numberAt(digits, 12, 13)
}
