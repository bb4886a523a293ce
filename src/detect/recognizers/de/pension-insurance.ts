/** German pension insurance number: area, birth date, initial, serial, check digit. */
import { numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const dePensionInsurance = identifier({
  name: 'de-pension-insurance',
  source: 'https://www.gesetze-im-internet.de/vkvv/__2.html',
  type: 'NATIONAL_ID',
  words: {
    de: 'sozialversicherungs~|sozialversicherungsausweis|sv~|svnr|rentenversicherungs~|rv~|rvnr|versicherungs~|sozialvers~|vsnr|rentenversicherung',
  },
  acronyms: 'SV|RV',
  lengths: [12],
  form: /^\d{8}[A-Z]\d{3}$/,
  isValid,
  shapes: ['99 999999 A 999', '99 999999 A999', '99999999A999', '99-999999-A-999', '99 99 99 99 A 999'],
  alone: CHECKED,
  examples: {
    match: [
      'SV-Nr. «65 170839 J 003»',
      'Rentenversicherungsnummer: «65170839J003»',
      'RVNR «65 170839 J003»',
      'Sozialversicherungsnummer «65170839J003»',
      'Herr M. («65 170839 J 003»)',
    ],
    miss: ['65 170839 J 004', '12 345678 A 12'],
  },
})

/** The letter counts as its place in the alphabet; each product is cut down to its cross sum. */
function isValid(compacted: string): boolean {
  const letter = String(compacted.charCodeAt(8) - 0x40).padStart(2, '0')
  const digits = compacted.slice(0, 8) + letter + compacted.slice(9, 11)
  let sum = 0
  for (let index = 0; index < weights.length; index++) {
    const product = numberAt(digits, index, index + 1) * weights[index]!
    sum += (product % 10) + Math.floor(product / 10)
  }
  return sum % 10 === numberAt(compacted, 11, 12) && numberAt(compacted, 4, 6) <= 12
}

const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]
