/** Romanian fiscal code (CUI, CIF), also of sole traders. */
import { weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const roCompanyNumber = identifier({
  name: 'ro-company-number',
  source: 'https://www.anaf.ro/',
  type: 'TAX_ID',
  words: { ro: 'cod fiscal|codul fiscal|cod de identificare fiscală|cod unic de înregistrare|cod unic' },
  acronyms: 'CUI|C U I|CIF|C I F',
  lengths: [12, 11, 10, 9, 8, 7, 6],
  separators: ' ',
  form: /^(?:RO)?\d{4,10}$/,
  isValid,
  examples: {
    match: [
      'CUI «2345677», Bd. Carol',
      'CIF: «RO2345677»',
      'C.U.I. «RO 2345677»',
      'cod fiscal «2345677»',
      'cod unic de înregistrare «2345677»',
    ],
    miss: ['CUI în curs'],
  },
})

function isValid(compacted: string): boolean {
  return isRomanianCompanyNumber(compacted.replace('RO', ''))
}

export function isRomanianCompanyNumber(digits: string): boolean {
  const sum = weightedSum(digits.slice(0, -1).padStart(9, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2])
  return ((sum * 10) % 11) % 10 === Number(digits.slice(-1))
}
