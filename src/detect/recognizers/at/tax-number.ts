/** Austrian tax account number (Abgabenkontonummer): tax office, number, check digit. */
import { identifier } from '../../identifier.ts'

export const atTaxNumber = identifier({
  name: 'at-tax-number',
  source: 'https://www.oesterreich.gv.at/de/lexicon/A/Seite.991006',
  type: 'TAX_ID',
  words: { de: 'steuer~|st nr|stnr|abgabenkonto~|abgabenkontonummer|finanzamts~' },
  lengths: [9],
  form: /^\d{9}$/,
  shapes: ['99-999/9999', '99 999/9999'],
  examples: {
    match: ['St.Nr. «46-123/4567»', 'Abgabenkontonummer «98 765/4321»', 'Steuernummer: «03 123/4567»'],
    miss: ['46-123/4567 ist keine', 'Steuernummer folgt'],
  },
})
