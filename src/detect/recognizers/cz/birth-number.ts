/** Czech and Slovak birth number (rodné číslo, rodné číslo). */
import { isDayOfYear, numberAt, remainder } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const czBirthNumber = identifier({
  name: 'cz-birth-number',
  source: 'https://www.mvcr.cz/clanek/rodne-cislo-a-jeho-vyznam.aspx',
  type: 'NATIONAL_ID',
  words: {
    cs: 'rodné číslo|rodného čísla|rodným číslem|rodne cislo|r č|rč|rodné č',
    en: 'birth number|czech birth number',
    sk: 'rodné číslo|rodného čísla|r č|rč',
  },
  lengths: [10, 9],
  form: /^\d{9,10}$/,
  isValid: isBirthNumber,
  shapes: ['999999/9999', '999999/999'],
  alone: CHECKED,
  examples: {
    match: [
      'r. č. «855612/3455», nar.',
      'rodné číslo: «8556123455»',
      'RČ «855612/3455»',
      'rodného čísla «855612/3455»',
      'rodne_cislo=«8556123455»',
      'pacientka «855612/3455», Brno',
    ],
    miss: ['r. č. neuvedeno', '855612/3456', '2024/1188'],
  },
})

/** Women's months are 50 higher, and 20 are added when the day's numbers are used up. Up to 1953 there was no check digit. */
export function isBirthNumber(digits: string): boolean {
  const month = (numberAt(digits, 2, 4) % 50) % 20
  if (!isDayOfYear(numberAt(digits, 4, 6), month)) return false
  if (digits.length === 9) return numberAt(digits, 0, 2) < 54
  return remainder(digits.slice(0, 9), 11) % 10 === numberAt(digits, 9, 10)
}
