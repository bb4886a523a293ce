/** Series and number of the Romanian identity card: two letters of the county, six or seven digits. */
import { identifier } from '../../identifier.ts'

export const roIdentityCard = identifier({
  name: 'ro-identity-card',
  source: 'https://hub.mai.gov.ro/',
  type: 'NATIONAL_ID',
  words: {
    ro: 'carte de identitate|cartea de identitate|cărții de identitate|carte de identitate seria|buletin|buletin seria|buletinul|ci seria|c i seria|seria|seria ci|act de identitate',
  },
  acronyms: 'CI|C I|BI',
  lengths: [9, 8],
  separators: ' ',
  form: /^[A-Z]{2}\d{6,7}$/,
  examples: {
    match: [
      'CI seria «BV 639258»; eliberată',
      'carte de identitate «BV639258»',
      'buletin seria «BV 639258»',
      'posesor CI «RX 123456»',
      'seria CI «BV639258»',
    ],
    miss: ['CI expirat', 'BV 639258'],
  },
})
