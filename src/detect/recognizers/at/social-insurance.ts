/** Austrian social security number (SVNR): serial, check digit, birth date. */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const atSocialInsurance = identifier({
  name: 'at-social-insurance',
  source: 'https://www.oesterreich.gv.at/de/themen/soziales/sozialversicherung/1/Seite.1150100',
  type: 'NATIONAL_ID',
  words: { de: 'svnr|sv~|sozialversicherung|sozialversicherungs~|sozialvers~|e card~|e card' },
  acronyms: 'SV',
  lengths: [10],
  form: /^[1-9]\d{9}$/,
  isValid,
  examples: {
    match: [
      'SVNR «4715 150385» angegeben',
      'SV-Nummer: «4715150385»',
      'Sozialversicherungsnummer lautet «4715 150385»',
      '{"svnr":"«4715150385»"}',
    ],
    miss: ['SVNR fehlt noch', '4715 150385', 'Artikel 4715150385'],
  },
})

/** The fourth digit is the check digit; months over 12 stand for birth dates that are full. */
function isValid(digits: string): boolean {
  return (
    weightedSum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === numberAt(digits, 3, 4) &&
    isDayOfYear(numberAt(digits, 4, 6), ((numberAt(digits, 6, 8) - 1) % 12) + 1)
  )
}
