/** Greek social security number (AMKA): birth date, serial, Luhn digit. */
import { isDayOfYear, isLuhnValid, numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const grSocialSecurity = identifier({
  name: 'gr-social-security',
  source: 'https://www.amka.gr/',
  type: 'NATIONAL_ID',
  words: { '*': 'amka', el: 'αμκα|α μ κ α|αριθμός μητρώου κοινωνικής ασφάλισης' },
  lengths: [11],
  form: /^\d{11}$/,
  isValid,
  examples: {
    match: ['ΑΜΚΑ «14058512345», γεν.', 'Α.Μ.Κ.Α.: «14058512345»', 'amka=«140585 12345»'],
    miss: ['ΑΜΚΑ δεν δόθηκε', '14058512345'],
  },
})

function isValid(digits: string): boolean {
  return isLuhnValid(digits) && isDayOfYear(numberAt(digits, 0, 2), numberAt(digits, 2, 4))
}
