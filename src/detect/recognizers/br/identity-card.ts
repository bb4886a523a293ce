/** Brazilian identity card (RG), and its successor. */
import { identifier } from '../../identifier.ts'

export const brIdentityCard = identifier({
  name: 'br-identity-card',
  source: 'https://www.gov.br/pt-br/servicos/obter-carteira-de-identidade',
  type: 'NATIONAL_ID',
  words: { pt: 'registro geral|carteira de identidade|cédula de identidade' },
  acronyms: 'RG',
  lengths: [10, 9, 8],
  form: /^\d{7,9}[0-9X]?$/,
  shapes: ['99.999.999-9', '99.999.999-A', '9.999.999'],
  examples: { match: ['RG «36.507.291-8»', 'registro geral «36.507.291-X»'], miss: ['36.507.291-8'] },
})
