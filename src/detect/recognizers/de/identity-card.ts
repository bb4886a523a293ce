/** Serial number of the German identity card and residence permit: no vowels, with or without the check digit. */
import { identifier } from '../../identifier.ts'

export const deIdentityCard = identifier({
  name: 'de-identity-card',
  source:
    'https://www.personalausweisportal.de/Webs/PA/DE/buergerinnen-und-buerger/der-personalausweis/der-personalausweis-node.html',
  type: 'NATIONAL_ID',
  words: {
    de: 'personalausweis|personalausweis~|personalausweises|ausweis~|perso|perso~|aufenthaltstitel|identitätskarte|identitätskarten~',
    en: 'german id card',
  },
  acronyms: 'BPA',
  lengths: [11, 10, 9],
  separators: '',
  form: /^(?=.*\d)[CFGHJKLMNPRTVWXYZ0-9]{9}\d?D?$/,
  examples: {
    match: [
      'Personalausweis Nr. «LZ6311T475»',
      'Ausweisnummer: «LZ6311T47»',
      'Perso «LZ6311T475» gültig bis',
      'Personalausweisnummer «L01X00T471»',
      'Aufenthaltstitel «YZ4T8P2X3»',
    ],
    miss: ['Personalausweis liegt vor'],
  },
})
