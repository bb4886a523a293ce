/** Brazilian number of legal persons (CNPJ); letters from 2026 on. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const brCnpj = identifier({
  name: 'br-cnpj',
  source:
    'https://www.gov.br/receitafederal/pt-br/acesso-a-informacao/acoes-e-programas/programas-e-atividades/cnpj-alfanumerico',
  type: 'VAT_ID',
  words: { pt: 'cnpj|cadastro nacional da pessoa jurídica' },
  lengths: [14],
  form: /^[A-Z0-9]{12}\d\d$/,
  isValid,
  shapes: ['99.999.999/9999-99'],
  alone: CHECKED,
  examples: {
    match: [
      'CNPJ «11.222.333/0001-81»',
      'cnpj: «11222333000181»',
      'CNPJ «12.ABC.345/01DE-35»',
      'emitente «11.222.333/0001-81»',
    ],
    miss: ['11.222.333/0001-82'],
  },
})

/** Letters count as their ASCII code less 48, and so do digits. */
function isValid(compacted: string): boolean {
  const first = weightedSum(compacted, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
  const second = weightedSum(compacted, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return digitOf(first) === numberAt(compacted, 12, 13) && digitOf(second) === numberAt(compacted, 13, 14)
}

function digitOf(rest: number): number {
  return rest < 2 ? 0 : 11 - rest
}
