/** Hungarian personal identifier (személyi azonosító). */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const huPersonalNumber = identifier({
  name: 'hu-personal-number',
  source: 'https://net.jogtar.hu/jogszabaly?docid=99600020.tv',
  type: 'NATIONAL_ID',
  words: {
    hu: 'személyi szám|személyi szám*|személyi száma|személyi azonosító|személyi azonosítója|személyi azonosító jel',
  },
  lengths: [11],
  form: /^[1-8]\d{10}$/,
  isValid,
  examples: {
    match: ['személyi szám: «1-850514-1234»', 'személyi azonosító «1 850514 1234»', 'személyi száma «18505141234»'],
    miss: ['személyi szám nincs'],
  },
})

/** Born up to 1996: weights one to ten; later: ten to one. */
function isValid(digits: string): boolean {
  const check = numberAt(digits, 10, 11)
  const isOld = weightedSum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11 === check
  return (isOld || weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === check) && numberAt(digits, 3, 5) <= 12
}
