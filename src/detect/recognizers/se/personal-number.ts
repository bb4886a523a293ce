/** Swedish personal number and coordination number: birth date, serial, Luhn digit. */
import { isDayOfYear, isLuhnValid, numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const sePersonalNumber = identifier({
  name: 'se-personal-number',
  source: 'https://www4.skatteverket.se/rattsligvagledning/edition/2020.9/330245.html',
  type: 'NATIONAL_ID',
  words: {
    en: 'swedish personal number|personal number|personal identity number',
    fi: 'henkilönumero',
    sv: 'personnummer|personnummret|personnr|pnr|persnr|samordnings~|samordningsnummer',
  },
  lengths: [12, 10],
  separators: ' -+',
  form: /^(?:18|19|20)?\d{10}$/,
  isValid: isSwedishPersonalNumber,
  shapes: ['999999-9999', '99999999-9999', '999999+9999', '99999999 9999', '99999999+9999'],
  alone: CHECKED,
  examples: {
    match: [
      'Personnummer «850703-4562».',
      'personnr: «19850703-4562»',
      'pnr «8507034562»',
      'Patient: Gunvor, «19850703-4562», 40 år',
      'samordningsnummer «850763-4561»',
      'kund «850703-4562»',
      'personnummer «850703+4562»',
    ],
    miss: ['personnummer saknas', '556036-0793', '850703-4563'],
  },
})

/** Coordination numbers add 60 to the day. */
export function isSwedishPersonalNumber(digits: string): boolean {
  const short = digits.slice(-10)
  return isLuhnValid(short) && isDayOfYear(numberAt(short, 4, 6) % 60, numberAt(short, 2, 4))
}
