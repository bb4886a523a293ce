/** Croatian number of the insured (MBO), nine digits. */
import { identifier } from '../../identifier.ts'

export const hrHealthNumber = identifier({
  name: 'hr-health-number',
  source: 'https://hzzo.hr/',
  type: 'HEALTH_ID',
  words: { hr: 'mbo|matični broj osiguranika|broj osigurane osobe|broj iskaznice zdravstvenog' },
  lengths: [9],
  form: /^\d{9}$/,
  examples: {
    match: ['MBO «307591683», iz', 'MBO: «307591683»', 'matični broj osiguranika «307591683»'],
    miss: ['MBO nije upisan'],
  },
})
