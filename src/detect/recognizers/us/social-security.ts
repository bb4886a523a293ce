/** US social security number, and the taxpayer number of those who have none (ITIN). */
import { numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { TYPICAL } from '../../scores.ts'

export const usSocialSecurity = identifier({
  name: 'us-social-security',
  source: 'https://www.ssa.gov/employer/randomization.html',
  type: 'NATIONAL_ID',
  words: {
    en: 'ssn|ssns|social|social security|social security number|soc sec|itin|taxpayer identification number|ssn itin|ss no|ss number|social security no',
    es: 'seguro social|número de seguro social',
  },
  acronyms: 'SS|TIN',
  lengths: [9],
  separators: ' -.',
  form: /^\d{9}$/,
  isValid,
  shapes: ['999-99-9999'],
  alone: TYPICAL,
  examples: {
    match: [
      'SSN «527-31-4906»',
      'social security number: «527 31 4906»',
      'her social is «527314906»',
      'SSN: «527-31-4906»',
      'row, «318-46-2095»]',
      'ITIN «912-73-4567»',
      '"ssn": "«527-31-4906»"',
      'SS# «527-31-4906»',
    ],
    miss: ['000-12-3456', '666-12-3456', '527-00-4906', 'SSN on file', '527314906'],
  },
})

/** No area 000, 666 or 9xx, no group 00, no serial 0000; ITINs begin with 9 and have a group of 50 to 99. */
function isValid(digits: string): boolean {
  const area = numberAt(digits, 0, 3)
  const group = numberAt(digits, 3, 5)
  if (area === 0 || area === 666 || group === 0 || digits.endsWith('0000')) return false
  return area < 900 || group >= 50
}
