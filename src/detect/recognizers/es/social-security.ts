/** Spanish social security number (NUSS, NAF): province, number, two check digits. */
import { remainder } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const esSocialSecurity = identifier({
  name: 'es-social-security',
  source: 'https://www.seg-social.es/wps/portal/wss/internet/Trabajadores/Afiliacion/10817',
  type: 'NATIONAL_ID',
  words: {
    es: 'nuss|naf|n s s|afiliación|número de afiliación|núm afiliación|número de la seguridad social|número de seguridad social|seguridad social',
  },
  acronyms: 'NSS|SS',
  lengths: [12, 11],
  form: /^\d{11,12}$/,
  isValid,
  examples: {
    match: [
      'NUSS: «28 12345678 40»',
      'número de afiliación «281234567840»',
      'nº de la Seguridad Social «28/12345678/40»',
      'NAF «281234567840»',
      'afiliación «410638295789»',
    ],
    miss: ['NUSS pendiente'],
  },
})

/** The last two are the rest of all before; a number under ten million loses its leading zero. */
function isValid(digits: string): boolean {
  const check = Number(digits.slice(-2))
  const province = digits.slice(0, 2)
  const number = digits.slice(2, -2)
  return remainder(province + number, 97) === check || remainder(province + String(Number(number)), 97) === check
}
