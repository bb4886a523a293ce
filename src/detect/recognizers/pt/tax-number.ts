/** Portuguese tax number (NIF) of persons, NIPC of firms. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const ptTaxNumber = identifier({
  name: 'pt-tax-number',
  source: 'https://info.portaldasfinancas.gov.pt/',
  type: 'TAX_ID',
  words: {
    pt: 'contribuinte|número de contribuinte|número de identificação fiscal|número fiscal|nif para a fatura|nif para a factura|contribuinte fiscal',
  },
  acronyms: 'NIF|N.I.F|N I F',
  lengths: [11, 9],
  form: /^(?:PT)?[1-35-9]\d{8}$/,
  isValid,
  examples: {
    match: [
      'NIF «234567899»',
      'NIF para a fatura é o «234 567 899».',
      'n.º de contribuinte: «234567899»',
      'contribuinte n.º «234 567 899»',
      'nif=«234567899»',
    ],
    miss: ['NIF em falta', '234567899'],
  },
})

function isValid(compacted: string): boolean {
  return isPortugueseTaxNumber(compacted.slice(-9))
}

export function isPortugueseTaxNumber(digits: string): boolean {
  const check = 11 - (weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return (check > 9 ? 0 : check) === numberAt(digits, 8, 9)
}
