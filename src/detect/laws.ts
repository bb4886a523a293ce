/** Numbers of laws, decrees, regulations, norms and patents are everybody's: "Regulation 2016/679", "zákon č. 110/2019". */
import { isLetter } from './characters.ts'
import { lazily } from './patterns.ts'
import type { Units } from './units.ts'
import type { View } from './view.ts'

/** How far before a number its law stands. */
const distance = 24
/** Laws, decrees, regulations, norms and patents, by how the words begin. */
const law = lazily(
  () =>
    /(?:^|[^\p{L}])(?:law|act|bill|decree|directive|regulation|standard|patent|gesetz|verordnung|richtlinie|erlass|norm|loi|d\u00e9cret|arr\u00eat\u00e9|r\u00e8glement|ley|real decreto|orden|reglamento|legge|decreto|regolamento|direttiv|wet|besluit|verordening|richtlijn|lov|bekendtg|forskrift|lag|f\u00f6rordning|laki|asetus|t\u00f6rv\u00e9ny|rendelet|lege|ordin|hot\u0103r\u00e2r|z\u00e1kon|vyhl\u00e1\u0161|na\u0159\u00edzen|nariaden|ustaw|rozporz|zakon|uredb|pravilnik|\u012fstatym|nutarim|likum|noteikum|seadus|m\u00e4\u00e4rus|lei|portaria|\u043d\u0430\u0440\u0435\u0434\u0431|\u0437\u0430\u043a\u043e\u043d|\u03bd\u03cc\u03bc|\u03c6\u03b5\u03ba)\p{L}{0,8}[^\p{L}]{0,3}$/iu,
)

/** "Regulation (EU) 2016/679", "nařízení (EU) č. 1215/2012" */
const ofUnion = lazily(
  () =>
    /(?:^|[^\p{L}])\(?(?:EU|EG|EC|CE|UE|EK|ES|E\u00da|EB|EF|EZ|EEC|EWG|Euratom|\u0395\u0395|\u0415\u0421)\)?,? (?:\p{L}{1,3}[.\u00b0\u00ba]{0,2} ?)?$/u,
)

/** Does the word for a law stand right before this place? Its first letters say no of most words. */
export function isLawBefore(view: View, at: number): boolean {
  const from = Math.max(0, at - distance)
  const before = view.text.slice(from, at)
  return (mayBeLaw(view.units, from, at) && law().test(before)) || (mayBeOfUnion(before) && ofUnion().test(before))
}

/** More signs than stand between the word and the number. */
const mostSigns = 4
/** The first two letters of the words above, as far as they are ASCII. */
const lawStarts: ReadonlySet<number> = new Set(
  'la ac bi de di re st pa ge ve ri er no lo ar le or we be fo as ho vy na us ro za ur pr nu li se po'
    .split(' ')
    .map(pair => (pair.charCodeAt(0) << 8) | pair.charCodeAt(1)),
)

function mayBeLaw(units: Units, from: number, end: number): boolean {
  let at = end
  while (at > end - mostSigns && at > from && !isLetter(units[at - 1]!)) at--
  while (at > from && isLetter(units[at - 1]!)) at--
  const first = units[at]! | 0x20
  const second = units[at + 1]! | 0x20
  return first >= 0x80 || second >= 0x80 || lawStarts.has((first << 8) | second)
}

/** Each of the signs of the union holds one of these, or is not Latin. */
function mayBeOfUnion(before: string): boolean {
  return before.includes('E') || before.includes('U') || nonAscii.test(before)
}

const nonAscii = /[^\p{ASCII}]/u

/** How far before a number the journal that printed it, or the court whose decisions are printed, may stand. */
const printedReach = 44
/** Official journals, and the highest courts as they are cited: "Cass. civ., sez. III, n. 12345/2020", "Uradni list RS, \u0161t. 163/22". */
const printedIn = lazily(
  () =>
    /(?:^|[^\p{L}])(?:Cass|Corte cost|Corte costituzionale|Cons\. (?:Stato|const)|Conseil d.\u00c9tat|Uradni list|Ur\. ?l|Narodne novine|Dz\. ?U|M\. ?Of|Monitorul|Journal officiel|JORF|BOE|Gazzetta|Di\u00e1rio|Bundesgesetzblatt|BGBl|BT-Drs|BR-Drs|STJ|\u03a6\u0395\u039a|\u0414\u0412|D\. ?Lgs|D\.?P\.?R|D\.?P\.?C\.?M|RD|RDL|LO|DL|OUG|HG)[^\p{L}\d]{1,2}(?:[\p{L}.,'\u00b0\u00ba]{1,12} ?){0,4}$/u,
)

/** Is this the number of something that is printed for everybody? Asked only of what would else be somebody's. */
export function isPrinted(view: View, at: number): boolean {
  return printedIn().test(view.text.slice(Math.max(0, at - printedReach), at))
}
