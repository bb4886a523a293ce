/** International bank account numbers: ISO 13616, lengths from the SWIFT IBAN registry (release 98). */
import { isAsciiLetter, isDigit, isWord } from '../characters.ts'
import { mod97 } from '../checksums.ts'
import { compactEnd } from '../compact.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onRun } from '../recognizer.ts'
import { CERTAIN, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'

/** Length by country. */
const lengths: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22 },
  ...{ CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22 },
  ...{ GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30 },
  ...{ KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20 },
  ...{ MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22 },
  ...{ RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26 },
  ...{ UA: 29, VA: 22, VG: 24, XK: 20, YE: 30 },
}

/** The same by the places of both letters in the alphabet; 0 for no country. */
const lengthOfPair = new Uint8Array(26 * 26)
for (const [country, length] of Object.entries(lengths))
  lengthOfPair[placeOf(country.charCodeAt(0), country.charCodeAt(1))] = length

function placeOf(first: number, second: number): number {
  return ((first & 0x5f) - 0x41) * 26 + (second & 0x5f) - 0x41
}

const ibanWords: LabelGroup = { name: 'IBAN', words: { '*': 'iban' } }

export const iban: BuiltInRecognizer = {
  name: 'iban',
  source: 'https://www.swift.com/standards/data-standards/iban-international-bank-account-number',
  types: ['IBAN'],
  context: [ibanWords],
  anchors: [onRun(4, 34, findIban, { made: ['A9'] })],
  examples: {
    match: [
      'IBAN «DE89 3704 0044 0532 0130 00» bitte',
      'to «NL91ABNA0417164300», thanks',
      'konto:«DK43 3000 0736 2815 94»',
      'sur «FR14-2004-1010-0505-0001-3M02-606».',
      'IBAN: «DE89 3704 0044\n  0532 0130 00»',
      "f'«mt84 malt 0110 0001 2345 mtlc ast0 01s».",
      'Lastschrift von «DE88 3704 0044 0532 0130 00», danke',
      // One digit wrong: still somebody's account, told by its label.
      'IBAN «DE88 3704 0044 0532 0130 00»',
    ],
    miss: ['part DE12 3456', 'AB12 3456 7890 1234 5678 90', 'token DE88370400440532013000x', 'XDE89370400440532013000'],
  },
}

function findIban(view: View, start: number, _end: number, findings: Findings): void {
  const isHead = isAsciiLetter(view.unit(start)) && isAsciiLetter(view.unit(start + 1))
  if (!isHead || !isDigit(view.unit(start + 2)) || !isDigit(view.unit(start + 3))) return
  const length = lengthOfPair[placeOf(view.unit(start), view.unit(start + 1))]!
  if (length === 0) return
  const end = compactEnd(view, start, length, ' -.')
  if (end < 0 || isWord(view.unit(end))) return
  // The first four move to the end before the rest is taken.
  const rest = mod97(view.text, start, start + 4, mod97(view.text, start + 4, end))
  if (rest === 1) findings.add(start, end, 'IBAN', CERTAIN)
  else if (isPrinted(view, start, end) || view.isNear(ibanWords.name, start, 20))
    findings.add(start, end, 'IBAN', LIKELY)
}

const inFours = /[A-Z]{2}\d\d(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?(?![A-Za-z0-9])/y

/** In fours, as banks print it: with a digit mistyped it is still somebody's account. */
function isPrinted(view: View, start: number, end: number): boolean {
  return matchAt(view, inFours, start) === end
}
