/** Numbers of the Lithuanian identity card and of social insurance (SD). */
import { identifier } from '../../identifier.ts'

export const ltIdentityCard = identifier({
  name: 'lt-identity-card',
  source: 'https://www.migracija.lt/',
  type: 'NATIONAL_ID',
  words: {
    lt: 'asmens tapatybės kortelė|asmens tapatybės kortelės|asmens tapatybės kortelę|tapatybės kortelė|tapatybės kortelės|atk|socialinio draudimo|sodros',
  },
  acronyms: 'SD',
  lengths: [9, 8],
  form: /^(?:[A-Z]{2}\d{6,7}|\d{8})$/,
  examples: {
    match: ['asmens tapatybės kortelė Nr. «12345678»', 'tapatybės kortelės numeris «12345678»', 'SD Nr. «SD1234567»'],
    miss: ['tapatybės kortelė negalioja'],
  },
})
