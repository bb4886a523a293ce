/** Croatian personal number (OIB): ISO 7064 MOD 11,10. */
import { isMod11Of10Valid } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const hrPersonalNumber = identifier({
  name: 'hr-personal-number',
  source: 'https://www.porezna-uprava.hr/HR_OIB/',
  type: 'NATIONAL_ID',
  words: { hr: 'oib|oiba|oibom|osobni identifikacijski broj|osobnog identifikacijskog broja' },
  lengths: [11],
  form: /^\d{11}$/,
  isValid: isCroatianPersonalNumber,
  examples: {
    match: [
      'OIB «81793146560»',
      'OIB za račun R1: «81793146560».',
      'oib=«81793146560»',
      'osobni identifikacijski broj «81793146560»',
    ],
    miss: ['OIB nedostaje', '81793146560'],
  },
})

export function isCroatianPersonalNumber(digits: string): boolean {
  return isMod11Of10Valid(digits)
}
