/** Liechtenstein person identification number (PEID). */
import { identifier } from '../../identifier.ts'

export const liPersonId = identifier({
  name: 'li-person-id',
  source: 'https://www.llv.li/de/landesverwaltung/steuerverwaltung',
  type: 'TAX_ID',
  words: { de: 'peid|peid~|personenidentifikations~' },
  lengths: [12, 11, 10, 9, 8, 7, 6, 5],
  form: /^\d{3,12}$/,
  examples: {
    match: ['PEID «000001234567»', 'PEID-Nr. «12345678»', 'Personenidentifikationsnummer: «1234567»'],
    miss: ['PEID folgt'],
  },
})
