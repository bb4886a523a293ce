/** US Medicare beneficiary identifier: eleven letters and digits in fixed places. */
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const usMedicare = identifier({
  name: 'us-medicare',
  source: 'https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-format',
  type: 'HEALTH_ID',
  words: { en: 'mbi|medicare|medicare number|medicare id|medicare no|beneficiary id' },
  lengths: [11],
  form: /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d\d$/,
  shapes: ['9AA9-AA9-AA99', '9A99-AA9-AA99', '9AA9-A99-AA99', '9A99-A99-AA99'],
  alone: CHECKED,
  examples: {
    match: [
      'MBI «1EG4-TE5-MK73»',
      'Medicare number: «1EG4TE5MK73»',
      'Medicare ID «1EG4-TE5-MK72»',
      'card shows «1EG4-TE5-MK73»',
    ],
    miss: ['Medicare Part B'],
  },
})
