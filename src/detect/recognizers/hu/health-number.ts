/** Hungarian social security number (TAJ), nine digits. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const huHealthNumber = identifier({
  name: 'hu-health-number',
  source: 'https://net.jogtar.hu/jogszabaly?docid=99600020.tv',
  type: 'HEALTH_ID',
  words: { hu: 'taj|taj szám|taj száma|tajszám|taj~|társadalombiztosítási azonosító jel' },
  lengths: [9],
  form: /^\d{9}$/,
  isValid,
  examples: {
    match: ['TAJ: «123 456 788», született', 'TAJ szám «123456788»', 'TAJ-szám: «123-456-788»', 'taj=«123456788»'],
    miss: ['TAJ kártya elveszett', '123 456 788'],
  },
})

function isValid(digits: string): boolean {
  return weightedSum(digits, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === numberAt(digits, 8, 9)
}
