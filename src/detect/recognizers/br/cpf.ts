/** Brazilian number of natural persons (CPF). */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const brCpf = identifier({
  name: 'br-cpf',
  source: 'https://www.gov.br/receitafederal/pt-br/assuntos/meu-cpf',
  type: 'TAX_ID',
  words: { pt: 'cpf|cadastro de pessoas físicas' },
  lengths: [11],
  form: /^\d{11}$/,
  isValid,
  shapes: ['999.999.999-99'],
  alone: CHECKED,
  examples: {
    match: ['CPF «390.533.447-05»', 'cpf: «39053344705»', 'titular «390.533.447-05» confirmado'],
    miss: ['390.533.447-06', 'CPF inválido'],
  },
})

function isValid(digits: string): boolean {
  const first = ((weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10
  const second = ((weightedSum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10
  return first === numberAt(digits, 9, 10) && second === numberAt(digits, 10, 11)
}
