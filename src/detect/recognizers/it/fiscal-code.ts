/** Italian tax code (codice fiscale): letters of the names, birth date, place, check letter. */
import { identifier } from '../../identifier.ts'
import { CERTAIN } from '../../scores.ts'

export const itFiscalCode = identifier({
  name: 'it-fiscal-code',
  source:
    'https://www.agenziaentrate.gov.it/portale/web/guest/schede/istanze/richiesta-ts_cf/informazioni-codificazione-pf',
  type: 'TAX_ID',
  words: {
    de: 'steuernummer italien|italienische steuernummer',
    en: 'italian tax code|fiscal code',
    it: 'codice fiscale|cod fiscale|cod fisc|codfisc|codicefiscale',
  },
  acronyms: 'CF|C F',
  lengths: [16],
  form: /^[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/,
  isValid,
  shapes: ['AAAAAA99A99A999A', 'AAA AAA 99A99 A999A'],
  alone: CERTAIN,
  examples: {
    match: [
      'codice fiscale: «BNCLRA82E55F205E»',
      'CF «BNCLRA82E55F205E»',
      'C.F. «BNC LRA 82E55 F205E»',
      'nato a Milano, «bnclra82e55f205e»',
      'cod. fisc. «BNCLRA82E55F205E»',
      'codice fiscale «BNCLRA82E55F205X»',
    ],
    miss: ['CF da definire', 'BNCLRA82E55F205X'],
  },
})

/** What a sign counts in odd places, `0` to `9` and `A` to `Z` in turn. */
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
const oddLetters = [...odd, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

function isValid(compacted: string): boolean {
  let sum = 0
  for (let index = 0; index < 15; index++) {
    const unit = compacted.charCodeAt(index)
    const place = unit < 0x41 ? unit - 0x30 : unit - 0x41
    sum += index % 2 === 0 ? oddLetters[place]! : place
  }
  return (sum % 26) + 0x41 === compacted.charCodeAt(15)
}
