/** Bulgarian personal number of a foreigner (LNCh). */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const bgForeignerNumber = identifier({
  name: 'bg-foreigner-number',
  source: 'https://www.grao.bg/',
  type: 'NATIONAL_ID',
  words: { '*': 'lnch|lnc', bg: 'лнч|личен номер на чужденец|личен номер' },
  lengths: [10],
  form: /^\d{10}$/,
  isValid,
  examples: {
    match: ['ЛНЧ «7111042925»', 'личен номер на чужденец: «7111042925»', 'LNCH «7111042925»'],
    miss: ['ЛНЧ няма'],
  },
})

function isValid(digits: string): boolean {
  return weightedSum(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === numberAt(digits, 9, 10)
}
