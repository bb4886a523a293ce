/** Bulgarian uniform civil number (EGN). */
import { isDayOfYear, numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const bgEgn = identifier({
  name: 'bg-egn',
  source: 'https://www.grao.bg/esgraon.html',
  type: 'NATIONAL_ID',
  words: { '*': 'egn', bg: 'егн|е г н|единен граждански номер|граждански номер' },
  lengths: [10],
  form: /^\d{10}$/,
  isValid,
  examples: {
    match: [
      'ЕГН «8505141236», роден',
      'ЕГН: «850514 1236»',
      '"егн":"«8505141236»"',
      'Единен граждански номер «8505141236»',
      'EGN «8505141236»',
    ],
    miss: ['ЕГН липсва', '8505141236 без дума'],
  },
})

/** Months over 20 and over 40 are those of 1800 and 2000. */
function isValid(digits: string): boolean {
  const check = (weightedSum(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10
  return check === numberAt(digits, 9, 10) && isDayOfYear(numberAt(digits, 4, 6), numberAt(digits, 2, 4) % 20)
}
