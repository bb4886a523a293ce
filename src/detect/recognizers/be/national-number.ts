/** Belgian national register number, and the bis number of those not in the register. */
import { numberAt, remainder } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const beNationalNumber = identifier({
  name: 'be-national-number',
  source: 'https://www.ibz.rrn.fgov.be/fileadmin/user_upload/nl/rr/instructies/IT-lijst/IT000_Rijksregisternummer.pdf',
  type: 'NATIONAL_ID',
  words: {
    '*': 'rrn|nrn',
    de: 'nationalregister~|nationalnummer|erkennungsnummer der sozialen sicherheit',
    en: 'belgian national number|national register number',
    fr: 'numéro national|numéro de registre national|registre national|numéro bis|n national|numéro de registre|niss',
    nl: 'rijksregister~|rijksregister|rijksregisternr|insz|insz~|bis~|nationaal~|nationaal nummer',
  },
  lengths: [11],
  form: /^\d{11}$/,
  isValid,
  shapes: [
    '99.99.99-999.99',
    '99.99.99 999.99',
    '99.99.99-999-99',
    '99.99.99.999.99',
    '999999-999-99',
    '999999-999.99',
  ],
  alone: CHECKED,
  examples: {
    match: [
      'rijksregisternummer «85.06.27-123.21»',
      'numéro national «85.06.27-123.21», domicilié',
      'RRN: «85062712321»',
      'NISS «85.06.27.123-21»',
      'Nationalregisternummer «850627 123 21»',
    ],
    miss: ['RRN volgt', '85.06.27-123.22 zonder controle', '11 september 2001'],
  },
})

/** 97 less the rest of the first nine digits, of those born from 2000 on with a 2 before them. Bis numbers add 20 or 40 to the month. */
function isValid(digits: string): boolean {
  const check = numberAt(digits, 9, 11)
  const month = numberAt(digits, 2, 4) % 20
  if (month > 12 || numberAt(digits, 4, 6) > 31) return false
  return check === 97 - remainder(digits.slice(0, 9), 97) || check === 97 - remainder(`2${digits.slice(0, 9)}`, 97)
}
