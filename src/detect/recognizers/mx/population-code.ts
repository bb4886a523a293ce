/** Mexican population code (CURP): letters of the names, birth date, sex, state, check digit. */
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const mxPopulationCode = identifier({
  name: 'mx-population-code',
  source: 'https://www.gob.mx/curp/',
  type: 'NATIONAL_ID',
  words: { es: 'curp|clave única de registro de población' },
  lengths: [18],
  separators: '',
  form: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/,
  shapes: ['AAAA999999AAAAAA99', 'AAAA999999AAAAAAA9'],
  alone: CHECKED,
  examples: {
    match: ['CURP «MOTL880517HPLRNR04», RFC', 'curp: «MOTL880517HPLRNR04»', 'ciudadana «MOTL880517HPLRNR04»'],
    miss: ['CURP pendiente'],
  },
})
