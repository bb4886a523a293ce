/**
 * Addresses without a street: a farm, a village, a parish, a district ("Metsa talu, Luunja vald", `"Liepkalni", Kaives pagasts`,
 * "com. Florești, sat Luna de Sus, nr. 774"), and parts in front of a code that is as exact as a street (Ireland, the United Kingdom).
 */
import { isDigit, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { LabelGroup } from '../recognizer.ts'
import type { View } from '../view.ts'
import { isCountry } from './places.ts'
import { leadingCodeEnd, trailingCodeEnd } from './postcode.ts'
import { type Segment, segmentBefore } from './segments.ts'
import { isDwelling, isStop, wordAt } from './words.ts'

/** Words for places below a town, as the parts of such addresses carry them. */
export const ruralWords: LabelGroup = {
  name: 'RURAL_PLACE',
  words: {
    bg: 'общ|община|село',
    et: 'küla|vald|talu|alevik|külas|maakond',
    ga: 'co',
    hu: 'tanya|puszta|megye',
    lt: 'km|kaimas|kaime|mstl|miestelis|sen|seniūnija|sav|savivaldybė|raj|rajonas|vs',
    lv: 'pagasts|pagastā|pag|novads|novadā|nov|ciems|viensēta',
    pl: 'gm|gmina|kolonia|wieś',
    ro: 'com|comuna|sat|satul|jud|județul',
    uk: 'смт|село|обл|область|район',
  },
}

/** A part that says what place it names. */
const place =
  /["']?(?:(?:com|comuna|sat|satul|jud|jude\u021bul|judetul|or\u0219|mun|gm|gmina|powiat|woj|Co|County|\u043e\u0431\u0449|\u043e\u0431\u0449\u0438\u043d\u0430|\u043e\u0431\u043b|\u0441|\u0441\u043c\u0442|\u0441\u0435\u043b\u043e|\u043c|\u0433\u0440)\.? ?\p{Lu}[\p{L}'-]{1,24}(?: (?:de |la |\u043f\u043e\u0434 )?\p{Lu}[\p{L}'-]{1,20}){0,2}(?: (?:nr\.? ?|\u2116 ?)?\d{1,4}[A-Za-z]?)?|\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}?[\p{L}'-]{1,20})? (?:k\u00fcla|vald|talu|alevik|maakond|pagasts|pag\.?|novads|nov\.?|ciems|k\.|km\.|kaimas|mstl\.|sen\.|r\. ?sav\.|sav\.|raj\.|rajonas|tanya|puszta|megye|\u0440-\u043d|\u0440\u0430\u0439\u043e\u043d|\u043e\u0431\u043b\u0430\u0441\u0442\u044c|\u043e\u0431\u043b\.)|\p{Lu}[\p{L}-]{2,20}maa(?: \d{5})?|\p{Lu}[\p{L}-]{1,24} vs\.)(?![\p{L}\d])/uy
/** A part beside such a one: a name, a name in quotes, a number. */
const beside =
  /(?:["'\u201e]{1,2}(?:\p{Lu}[\p{L}' -]{1,30})["'\u201c]|(?:\p{Lu}[\p{L}'-]{1,24} ?){1,3}(?:\d{1,6}[a-z]?(?:[-/]\d{1,4})?)?|nr\.? ?\d{1,4}[a-z]?|(?:ap|bl|sc|et)\.? ?\d{1,4})(?=[,.;\n)]|$)/uy
const mostParts = 8
const longestPart = 60

export interface RuralAddress {
  readonly start: number
  readonly end: number
  /** Parts that say what place they name. */
  readonly places: number
  /** A postal code or a house number. */
  readonly hasNumber: boolean
}

/** The address with the word for a place between two offsets in it; `null` where it is no list of such parts. */
export function ruralAddress(view: View, at: number): RuralAddress | null {
  let start = partStart(view, at)
  if (matchAt(view, place, start) < 0) return null
  let places = 0
  let hasNumber = false
  for (let count = 0; count < mostParts; count++) {
    const before = partBefore(view, start)
    if (before < 0 || (matchAt(view, place, before) < 0 && matchAt(view, beside, before) < 0)) break
    start = before
  }
  let end = -1
  let next = start
  for (let count = 0; count < mostParts; count++) {
    const named = matchAt(view, place, next)
    const other = named >= 0 ? -1 : Math.max(matchAt(view, beside, next), codeEnd(view, next))
    const stop = Math.max(named, other)
    if (stop < 0) break
    if (named >= 0) places++
    else if (hasDigit(view, next, stop)) hasNumber = true
    end = stop
    if (view.unit(end) !== 0x2c || view.unit(end + 1) !== 0x20) break
    next = end + 2
  }
  return end < 0 ? null : { start, end, places, hasNumber }
}

function codeEnd(view: View, start: number): number {
  return Math.max(trailingCodeEnd(view, start), leadingCodeEnd(view, start))
}

function hasDigit(view: View, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigit(view.unit(at))) return true
  return false
}

/** Where the part that holds `at` begins: behind a comma, a colon or a line break, or at the first capital or short form. */
function partStart(view: View, at: number): number {
  let start = at
  for (let from = at; from > at - longestPart && from > 0; from--) {
    const unit = view.unit(from - 1)
    if (unit === 0x2c || unit === 0x3a || unit === 0x0a || unit === 0x3b || unit === 0x28) break
    if (!isWord(unit) && unit !== 0x2d && matchAt(view, place, from) >= at) start = from
    if (from === 1 && matchAt(view, place, 0) >= at) start = 0
  }
  return start
}

/** Start of the part before the comma before `start`; -1 where none stands. */
function partBefore(view: View, start: number): number {
  if (view.unit(start - 1) !== 0x20 || view.unit(start - 2) !== 0x2c) return -1
  const stop = start - 2
  let found = -1
  for (let from = stop - 1; from > stop - longestPart && from >= 0; from--) {
    const isEdge = !isWord(view.unit(from - 1)) && view.unit(from - 1) !== 0x2d
    if (isEdge && (matchAt(view, place, from) === stop || matchAt(view, beside, from) === stop)) found = from
    const unit = view.unit(from - 1)
    if (unit === 0x2c || unit === 0x3a || unit === 0x0a || unit === 0x3b || unit === 0x28) break
  }
  return found
}

const mostPlainParts = 5

/** Start of the capitalised parts before a code: "An Tulach, Gaoth Dobhair, F92 KT20"; with how many there are. */
export function plainHead(
  view: View,
  from: number,
  overLines = false,
): { readonly start: number; readonly parts: number } {
  let start = from
  let parts = 0
  for (let at = from; parts < mostPlainParts; ) {
    const segment: Segment | null = segmentBefore(view, at)
    if (segment === null || !isPlain(view, segment)) break
    if (!overLines && view.text.slice(segment.end, at).includes('\n')) break
    start = at = segment.start
    parts++
    if (segment.isLast) break
  }
  return { start, parts }
}

function isPlain(view: View, { start, end }: Segment): boolean {
  const first = wordAt(view, start)
  if (first === null || isStop(first) || isDwelling(first)) return false
  const written = view.text.slice(start, end)
  return end - start <= 40 && plainPart.test(written) && !isCountry(written)
}
/** A house or a place: at most a number before and a short one behind, no other sign. */
const plainPart = /^(?:\d{1,4}[a-z]? )?\p{Lu}[\p{L}'. -]*(?: \d{1,3}[a-z]?)?$/u
