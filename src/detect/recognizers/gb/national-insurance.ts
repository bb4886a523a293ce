/** British national insurance number: two letters, six digits, a letter. */
import { identifier } from '../../identifier.ts'
import { TYPICAL } from '../../scores.ts'

export const gbNationalInsurance = identifier({
  name: 'gb-national-insurance',
  source: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
  type: 'NATIONAL_ID',
  words: {
    cy: 'yswiriant gwladol',
    en: 'national insurance|national insurance number|nino|ni number|ni no|nat ins|nat ins no',
  },
  acronyms: 'NI',
  lengths: [9, 8],
  form: /^[A-Z]{2}\d{6}[A-D]?$/,
  isValid,
  shapes: ['AA 99 99 99 A', 'AA999999A', 'AA 999999 A', 'AA-99-99-99-A', 'AA99 99 99A'],
  alone: TYPICAL,
  examples: {
    match: [
      'our National Insurance number: «CE407316B»',
      'NI: «RT 53 07 84 D»',
      'NINO «CE 40 73 16 B»',
      '"nino": "«QQ 12 34 56 C»"',
      'NI no «ce407316b»',
      'her record («CE 40 73 16 B»)',
      'national insurance «CE-40-73-16-B»',
    ],
    miss: ['NI is short for Northern Ireland', 'CE407316X'],
  },
})

/** Letters that are not given, and prefixes that are kept for other uses. */
function isValid(compacted: string): boolean {
  return /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(compacted)
}
