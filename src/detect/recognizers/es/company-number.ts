/** Spanish tax number of companies and other bodies (NIF, once CIF). */
import { numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { LIKELY } from '../../scores.ts'

export const esCompanyNumber = identifier({
  name: 'es-company-number',
  source: 'https://sede.agenciatributaria.gob.es/Sede/censos-nif-domicilio-fiscal.html',
  type: 'VAT_ID',
  words: { es: 'código de identificación fiscal|número de identificación fiscal|nif iva' },
  acronyms: 'CIF|C I F|NIF|N I F',
  lengths: [9],
  form: /^[A-HJNP-SUVW]\d{7}[0-9A-J]$/,
  isValid: isSpanishCompanyNumber,
  shapes: ['A-99999999', 'A99999999', 'A-9999999-9', 'A-9999999-A', 'A9999999A'],
  alone: LIKELY,
  examples: {
    match: ['CIF «B-58312349»', 'NIF: «B58312349»', 'C.I.F. «B58312349»', 'Talleres S.L., «B-58312349»'],
    miss: ['CIF pendiente', 'B58312340 roto'],
  },
})

export function isSpanishCompanyNumber(compacted: string): boolean {
  let sum = 0
  for (let index = 1; index < 8; index++) {
    const digit = numberAt(compacted, index, index + 1)
    const doubled = digit * 2
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  const check = (10 - (sum % 10)) % 10
  return compacted.at(8) === String(check) || compacted.at(8) === 'JABCDEFGHI'.charAt(check)
}
