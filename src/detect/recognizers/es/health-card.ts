/** Spanish health card (CIP): letters of the names, birth date, serial; the regions have forms of their own. */
import { identifier } from '../../identifier.ts'

export const esHealthCard = identifier({
  name: 'es-health-card',
  source: 'https://www.sanidad.gob.es/areas/saludDigital/tarjetaSanitaria/home.htm',
  type: 'HEALTH_ID',
  words: {
    ca: 'targeta sanitària',
    es: 'tarjeta sanitaria|tarjeta sanitaria individual|código de identificación personal|tarjeta sip|número sip',
  },
  acronyms: 'CIP|SIP|CIPA|NUHSA|TSI',
  lengths: [16, 14, 12, 10, 9, 8],
  form: /^[A-Z]{4}\d{6,12}$|^[A-Z]{2,4}\d{6,12}[A-Z]{0,2}\d{0,6}$|^\d{8,16}$/,
  shapes: ['AAAA999999999999', 'AAAA999999 999999', 'AAAA 999999 999999'],
  examples: {
    match: [
      'CIP: «RIVE670321448093»',
      'tarjeta sanitaria «GARC800101123456».',
      'CIP «GARC 800101 123456»',
      'SIP «12345678»',
    ],
    miss: ['CIP no consta'],
  },
})
