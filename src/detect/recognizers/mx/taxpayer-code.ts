/** Mexican taxpayer code (RFC): letters of the names, date, three letters or digits. */
import { isDayOfYear, numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const mxTaxpayerCode = identifier({
  name: 'mx-taxpayer-code',
  source: 'https://www.sat.gob.mx/',
  type: 'TAX_ID',
  words: { es: 'registro federal de contribuyentes' },
  acronyms: 'RFC|R F C',
  lengths: [13, 12],
  form: /^[A-ZÑ]{3,4}\d{6}[A-Z0-9]{3}$/,
  isValid,
  shapes: ['AAAA999999AA9', 'AAAA999999A99'],
  examples: {
    match: ['RFC «MOTL880517QX3». Cel', 'RFC: «MOTL880517QX3»', 'R.F.C. «MOTL-880517-QX3»'],
    miss: ['RFC 9110 section 7', 'RFC2606', 'ver RFC 7231'],
  },
})

/** Other words of three letters and a number follow "RFC" in technical texts: the date decides. */
function isValid(compacted: string): boolean {
  return isDayOfYear(numberAt(compacted, -5, -3), numberAt(compacted, -7, -5))
}
