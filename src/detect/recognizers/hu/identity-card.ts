/** Number of the Hungarian identity card: six digits and two letters, or the older forms. */
import { identifier } from '../../identifier.ts'

export const huIdentityCard = identifier({
  name: 'hu-identity-card',
  source: 'https://www.consilium.europa.eu/prado/en/HUN-BO-04001/index.html',
  type: 'NATIONAL_ID',
  words: {
    hu: 'szig|szig szám*|szig szám|személyi igazolvány|személyi igazolvány~|személyi igazolvány száma|személyi igazolványának száma|személyazonosító igazolvány',
  },
  lengths: [11, 10, 9, 8],
  form: /^(?:\d{6}[A-Z]{2}|[A-Z]{2,3}\d{6}|[A-Z]{2}[IVX]{1,4}\d{6})$/,
  examples: {
    match: [
      'szig. szám «639258KA»',
      'személyi igazolvány: «639258KA»',
      'személyi igazolvány száma «639258 KA»',
      'szig: «639258KA»',
    ],
    miss: ['személyi igazolvány lejárt'],
  },
})
