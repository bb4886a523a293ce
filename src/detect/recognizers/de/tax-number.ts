/** German tax number: tax office, district, number; each state writes it in its own way. */
import { identifier } from '../../identifier.ts'

export const deTaxNumber = identifier({
  name: 'de-tax-number',
  source: 'https://www.elster.de/eportal/helpGlobal?themaGlobal=wo%5Fist%5Fmeine%5Fsteuernummer%5Feop',
  type: 'TAX_ID',
  words: { de: 'steuer~|steuernummer|steuernr|st nr|stnr|stnummer|finanzamt|finanzamts~' },
  lengths: [13, 12, 11, 10],
  form: /^\d{10,13}$/,
  shapes: ['99/999/99999', '999/999/99999', '999/9999/9999', '999 999 99999'],
  examples: {
    match: [
      'Steuernummer: «16/048/07319» ·',
      'St.-Nr. «123/456/78901»',
      'StNr: «2893081508152»',
      'Steuer-Nr. «093 815 08152»',
      'Steuernummer «12/345/67890» beim Finanzamt',
    ],
    miss: ['16/048/07319', 'Steuernummer beantragt'],
  },
})
