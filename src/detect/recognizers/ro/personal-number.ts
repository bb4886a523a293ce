/** Romanian personal number (CNP): sex and century, birth date, county, serial, check digit. */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const roPersonalNumber = identifier({
  name: 'ro-personal-number',
  source: 'https://www.mai.gov.ro/',
  type: 'NATIONAL_ID',
  words: { '*': 'cnp', ro: 'cnp|cnpul|cod numeric personal|codul numeric personal|codului numeric personal' },
  lengths: [13],
  form: /^[1-9]\d{12}$/,
  isValid,
  examples: {
    match: [
      'CNP «2860514123451», născut',
      'CNP: «2860514123451»',
      '"cnp":"«2860514123451»"',
      'cod numeric personal «2860514123451»',
    ],
    miss: ['CNP lipsă', '2860514123451'],
  },
})

function isValid(digits: string): boolean {
  const check = weightedSum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
  if ((check === 10 ? 1 : check) !== numberAt(digits, 12, 13)) return false
  return isDayOfYear(numberAt(digits, 5, 7), numberAt(digits, 3, 5))
}
