/** Portuguese social security number (NISS): eleven digits. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const ptSocialSecurity = identifier({
  name: 'pt-social-security',
  source: 'https://www.seg-social.pt/numero-de-identificacao-de-seguranca-social',
  type: 'NATIONAL_ID',
  words: {
    pt: 'niss|segurança social|número de segurança social|número da segurança social|identificação da segurança social|beneficiário n',
  },
  lengths: [11],
  form: /^[12]\d{10}$/,
  isValid,
  examples: {
    match: [
      'NISS «12045678909»',
      'NISS: «120 456 789 09»',
      'n.º de segurança social «12045678909»',
      'niss=«12045678909»',
    ],
    miss: ['NISS em falta', '12045678909'],
  },
})

function isValid(digits: string): boolean {
  return 9 - (weightedSum(digits, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === numberAt(digits, 10, 11)
}
