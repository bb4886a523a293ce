/** Numbers of laws, decrees, regulations, norms and patents are everybody's: "Regulation 2016/679", "zákon č. 110/2019". */
import { lazily } from './patterns.ts'
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

/** Does the word for a law stand right before this place? */
export function isLawBefore(view: View, at: number): boolean {
  const before = view.text.slice(Math.max(0, at - distance), at)
  return law().test(before) || ofUnion().test(before)
}
