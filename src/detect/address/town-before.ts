/** The town before its street: "residente a Padova, via Altinate 45", "Szeged, Kárász utca 17", "Jelgava, Lielā iela 6, LV-3001". */
import { lazily } from '../patterns.ts'
import type { View } from '../view.ts'
import { segmentBefore } from './segments.ts'

/** One to four words with capitals, small ones between, a sign for "town" before them or not. */
const town = lazily(
  () =>
    /^(?:(?:\u0433\u0440|\u0441|\u043c|\u0441\u043c\u0442|m|v|k|mun|com|sat|loc)\. ?)?\p{Lu}[\p{L}'-]{1,24}(?: (?:\p{Ll}{1,4} )?\p{Lu}[\p{L}'-]{1,24}){0,3}$/u,
)
/** Prepositions of place, and verbs of living, moving and sending, right before the town. */
const ledIn = lazily(
  () =>
    /(?:^|[^\p{L}])(?:in|im|aus|nach|a|\u00e0|en|em|de|no|na|w|we|z|v|ve|do|u|iz|ul|i|te|til|fra|p\u00e5|fr\u00e5n|\u00een|din|la|\u03c3\u03c4[\u03b7\u03bf\u03b1]\u03bd?|\u0432|\u0432\u044a\u0432|\u0434\u043e|\u0438\u0437|\u0443|\u012f|i\u0161|no|uz|fi|f|sa|i|comune di|city of|at) $/u,
)
const longestLead = 12

/** Start of the town that stands before the comma before a street; `from` where none does. */
export function townBefore(view: View, from: number, isOpened: boolean, isNamed = false): number {
  if (view.unit(from - 1) !== 0x20 || view.unit(from - 2) !== 0x2c) return from
  const segment = segmentBefore(view, from)
  if (segment === null || !town().test(view.text.slice(segment.start, segment.end))) return from
  const before = view.text.slice(Math.max(0, segment.start - longestLead), segment.start)
  return isNamed || ledIn().test(before) || (isOpened && opensClause(before)) ? segment.start : from
}

/** The beginning of a text, a line or a clause. */
function opensClause(before: string): boolean {
  return before === '' || /[\n:(] ?$|^["']$/.test(before)
}
