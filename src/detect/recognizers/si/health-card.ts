/** Number of the Slovenian health insurance card (KZZ): nine digits. */
import { identifier } from '../../identifier.ts'

export const siHealthCard = identifier({
  name: 'si-health-card',
  source: 'https://www.zzzs.si/',
  type: 'HEALTH_ID',
  words: { sl: 'kzz|zzzs|zzzs številka|kartica zdravstvenega zavarovanja|številka zavarovane osebe|zavarovane osebe' },
  lengths: [9],
  form: /^\d{9}$/,
  examples: {
    match: [
      'KZZ «041307592», 62 let',
      'številka KZZ: «041307592»',
      'ZZZS št. «041307592»',
      'kartica zdravstvenega zavarovanja «041307592»',
    ],
    miss: ['KZZ pozabljena'],
  },
})
