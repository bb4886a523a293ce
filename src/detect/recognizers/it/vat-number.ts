/** Italian VAT number (partita IVA): eleven digits, Luhn. */
import { isLuhnValid, numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const itVatNumber = identifier({
  name: 'it-vat-number',
  source: 'https://www.agenziaentrate.gov.it/portale/web/guest/schede/istanze/aa9_11-apertura-variazione-chiusura-pf',
  type: 'VAT_ID',
  words: { it: 'p iva|piva|partita iva|part iva|partitaiva' },
  lengths: [13, 11],
  form: /^(?:IT)?\d{11}$/,
  isValid,
  examples: {
    match: ['P.IVA «02459870347» –', 'Partita IVA: «02459870347»', 'p_iva=«02459870347»', 'P. IVA «IT 02459870347»'],
    miss: ['P.IVA in attivazione', '02459870347'],
  },
})

function isValid(compacted: string): boolean {
  return isItalianVatNumber(compacted.slice(-11))
}

/** The three digits before the last one are the province where it was given, or 120, 121, 888, 999. */
export function isItalianVatNumber(digits: string): boolean {
  const province = numberAt(digits, 7, 10)
  return isLuhnValid(digits) && ((province > 0 && province <= 100) || [120, 121, 888, 999].includes(province))
}
