/** Number of the Portuguese citizen card: number, check digit, version, check digit; or the number alone. */
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const ptCitizenCard = identifier({
  name: 'pt-citizen-card',
  source: 'https://www.autenticacao.gov.pt/o-cartao-de-cidadao',
  type: 'NATIONAL_ID',
  words: {
    pt: 'cartão de cidadão|cartão do cidadão|cartao de cidadao|bilhete de identidade|número de identificação civil|identificação civil|nic|documento de identificação',
  },
  acronyms: 'CC|BI|NIC',
  lengths: [12, 9, 8, 7],
  form: /^\d{7,9}(?:[A-Z0-9]{2}\d)?$/,
  isValid,
  shapes: ['99999999 9 AA9', '99999999-9-AA9', '999999999AA9', '99999999 9AA9', '99999999 9 A99', '99999999 9 9A9'],
  alone: CHECKED,
  examples: {
    match: [
      'CC «13928471 0 ZX5», 45 anos',
      'Cartão de Cidadão n.º «139284710ZX5»',
      'cartão de cidadão: «13928471 0 ZX5»',
      'BI «13928471»',
      'número de identificação civil «13928471»',
      'morador («13928471 0 ZX5»)',
    ],
    miss: ['cartão de cidadão caducado', '13928471 0 ZX6'],
  },
})

function isValid(compacted: string): boolean {
  if (compacted.length < 12) return false
  let sum = 0
  for (let index = 0; index < 12; index++) {
    const value = Number.parseInt(compacted.charAt(index), 36)
    const doubled = index % 2 === 0 ? value * 2 : value
    sum += index % 2 === 0 && doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
