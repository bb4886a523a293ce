/** Serial number of the German identity card and residence permit: no vowels, with or without the check digit. */
import { numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const deIdentityCard = identifier({
  name: 'de-identity-card',
  source:
    'https://www.personalausweisportal.de/Webs/PA/DE/buergerinnen-und-buerger/der-personalausweis/der-personalausweis-node.html',
  type: 'NATIONAL_ID',
  words: {
    de: 'ausweis|personalausweis|personalausweis~|personalausweises|ausweis~|perso|perso~|aufenthaltstitel|identitätskarte|identitätskarten~',
    en: 'german id card',
  },
  acronyms: 'BPA',
  lengths: [11, 10, 9],
  separators: '',
  form: /^(?=.*\d)[CFGHJKLMNPRTVWXYZ0-9]{9}\d?D?$/,
  isValid,
  examples: {
    match: [
      'Personalausweis Nr. «LZ6311T475»',
      'Ausweisnummer: «LZ6311T47»',
      'Perso «LZ6311T475» gültig bis',
      'Personalausweisnummer «L4Y7R31K6»',
      'Aufenthaltstitel «YZ4T8P2X3»',
      'Mein Ausweis hat die Nummer «L4Y7R31K6»',
    ],
    miss: ['Personalausweis liegt vor', 'Ausweis für 120 Personen'],
  },
})

/** Weights 7, 3, 1 over digits and letters from A = 10 on; the last digit of the sum stands behind. */
function isValid(compacted: string): boolean {
  if (compacted.length === 9) return /[A-Z]/.test(compacted) && /\d.*\d/.test(compacted)
  let sum = 0
  for (let index = 0; index < 9; index++) sum += Number.parseInt(compacted.charAt(index), 36) * [7, 3, 1][index % 3]!
  return sum % 10 === numberAt(compacted, 9, 10)
}
