/** Number of the Italian identity card, electronic (CB60713FD) or of paper (AX1234567). */
import { identifier } from '../../identifier.ts'

export const itIdentityCard = identifier({
  name: 'it-identity-card',
  source: 'https://www.cartaidentita.interno.gov.it/',
  type: 'NATIONAL_ID',
  words: {
    it: 'carta d identità|carta d identita|carta identità|documento d identità|documento di identità|documento di riconoscimento|cie|carta d identità elettronica|documento',
  },
  acronyms: 'CI|C I',
  lengths: [9],
  form: /^(?:[A-Z]{2}\d{5}[A-Z]{2}|[A-Z]{2}\d{7})$/,
  examples: {
    match: [
      "carta d'identità «CB60713FD», rilasciata",
      "carta d'identità n. «AX1234567»",
      'CIE: «CB60713FD»',
      'C.I. «AX 1234567»',
      'documento «CB60713FD»',
    ],
    miss: ["carta d'identità smarrita", 'CB60713FD'],
  },
})
