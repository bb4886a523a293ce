/** Series and number of the Polish identity card: three letters, check digit, five digits. */
import { identifier } from '../../identifier.ts'

export const plIdentityCard = identifier({
  name: 'pl-identity-card',
  source: 'https://www.gov.pl/web/gov/uzyskaj-dowod-osobisty',
  type: 'NATIONAL_ID',
  words: {
    pl: 'dowód|dowód osobisty|dowodu|dowodu osobistego|dowodem|dowodem osobistym|dow os|dowód os|dowód osobisty seria i|dowód osobisty serii i|seria i|seria dowodu',
  },
  lengths: [9],
  form: /^[A-Z]{3}\d{6}$/,
  isValid,
  examples: {
    match: [
      'dowód «CBK723456»',
      'dowód osobisty seria i numer «CBK 723456»',
      'nr dowodu: «CBK723456»',
      'dowodem osobistym «CBK723456»',
      'seria dowodu «CBK 723456»',
      'nr dow. os. «CBK723456»',
    ],
    miss: ['dowód wpłaty', 'CBK723456'],
  },
})

const weights = [7, 3, 1, 9, 7, 3, 1, 7, 3]

function isValid(compacted: string): boolean {
  let sum = 0
  for (let index = 0; index < 9; index++) sum += Number.parseInt(compacted.charAt(index), 36) * weights[index]!
  return sum % 10 === 0
}
