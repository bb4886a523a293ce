/** Spanish identity number (DNI) and number of foreigners (NIE), also the tax number of both. */
import { identifier } from '../../identifier.ts'
import { TYPICAL } from '../../scores.ts'

export const esIdentityNumber = identifier({
  name: 'es-identity-number',
  source:
    'https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/',
  type: 'NATIONAL_ID',
  words: {
    ca: 'document nacional d identitat',
    es: 'documento nacional de identidad|documento de identidad|número de identidad|identidad|núm identidad|doc identidad|dni nie|nif nie|ca dni',
  },
  acronyms: 'DNI|D.N.I|NIE|N.I.E|NIF|N.I.F|D N I|N I E|N I F',
  lengths: [9, 8],
  form: /^(?:\d{7,8}|[XYZ]\d{7})[A-Z]$/,
  isValid: isSpanishIdentityNumber,
  shapes: [
    '99999999A',
    '99999999-A',
    '99.999.999-A',
    '99999999 A',
    'A9999999A',
    'A-9999999-A',
    'A-9999999A',
    'A9999999-A',
    '99.999.999A',
    '99.999.999 A',
  ],
  alone: TYPICAL,
  examples: {
    match: [
      'DNI «48236719S»',
      'DNI: «48.236.719-S»',
      'NIE «Y-3456789-H»',
      'NIF «48236719-S»',
      'dni=«48236719s»',
      'con documento «Y3456789H» expedido',
      'número de identidad «48236719 S»',
    ],
    miss: ['48236719T', 'dni 12', 'nie 48236719'],
  },
})

export function isSpanishIdentityNumber(compacted: string): boolean {
  const digits = compacted.slice(0, -1).replace(/^[XYZ]/, letter => String(letter.charCodeAt(0) - 0x58))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(digits) % 23) === compacted.at(-1)
}
