/** Addresses and their parts behind a label: in prose, in a form, in fields of their own. */
import type { LabelledValue } from '../labelled-values.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import {
  addressStart,
  fieldEnd,
  hasFieldBeside,
  isAddressLike,
  isAnswerOrLine,
  isFieldLike,
  isHousePart,
  labelledAddress,
} from './fields.ts'
import { codedAddressEnd } from './labelled-code.ts'
import { houseLabels, postcodeLabels, streetLabels, townLabels } from './labels.ts'
import { regionEnd, tailFrom, townEnd } from './parts.ts'
import { leadingCodeEnd, namedCodeEnd } from './postcode.ts'
import { smallAddressEnd } from './small-letters.ts'
import { spelled } from './spoken.ts'
import { townBefore } from './town-before.ts'

/** Behind the address itself a field may hold this much more: "bei Meier", "rear building". */
const longestRest = 24

const fieldGroups = [streetLabels, postcodeLabels, townLabels, houseLabels].map(({ name }) => name)

/** The address that a label names: the whole field where it is little more than that. */
export function findLabelled(view: View, value: LabelledValue, findings: Findings): void {
  // `ADDR_STRINGS`: a name in program text goes on behind the label.
  if (value.start === value.labelEnd + 1 && view.unit(value.labelEnd) === 0x5f) return
  const read = labelledAddress(view, value.start)
  const end = fieldEnd(view, value)
  const isWhole = end > value.start && isAddressLike(view, value.start, end)
  const isOwnField = value.link === 'cell' || value.link === 'hint' || isQuoted(view, value.start)
  const isOwn = isOwnField || isAnswerOrLine(view, value, end)
  if (isWhole && (isOwn || (read !== null && end - read.end <= longestRest))) {
    findings.add(value.start, end, 'ADDRESS', LABELLED)
  } else if (read !== null) findings.add(townInFront(view, value.start, read.start), read.end, 'ADDRESS', LABELLED)
  if (!isWhole) {
    const start = addressStart(view, value.start)
    const coded = isOwnField ? -1 : codedAddressEnd(view, start)
    if (
      coded >= 0 &&
      (read === null || (read.end <= coded && (read.start === start || regionEnd(view, read.start) === coded)))
    )
      findings.add(start, Math.max(coded, tailFrom(view, coded, true).end), 'ADDRESS', LABELLED)
    const small = smallAddressEnd(view, start)
    if (small >= 0) findings.add(start, small, 'ADDRESS', TYPICAL)
  }
}

/** "elan Tallinnas, Narva mnt 12", "bývam v Žiline, Hurbanova 12": a town in the case of a place, or behind a preposition. */
function townInFront(view: View, labelled: number, start: number): number {
  if (start <= labelled || start - labelled > longestTown) return start
  const isLocative = locative().test(view.text.slice(labelled, start))
  const isOpened = domicile().test(view.text.slice(Math.max(0, labelled - longestTown), labelled))
  return isLocative || (isOpened && townBefore(view, start, true, true) === labelled)
    ? labelled
    : townBefore(view, start, false)
}
const longestTown = 28
/** Words of deeds behind which the town stands first: "trvale bytom Hn\u00fa\u0161\u0165a, Hlavn\u00e1 229/7". */
const domicile = lazily(
  () =>
    /(?:bytem|bytom|wohnhaft|zam\.|zamieszka\u0142\p{L}{1,3}|lakos|lakik|lakcíme?:?|elukoht:?|elab|gyv\.|gyvena|dzīvo|domiciliat\p{L}?|stanujoč\p{L}?|κάτοικος|живущ\p{L}{0,2}) ?$/iu,
)
const locative = lazily(
  () => /^\p{Lu}[\p{L}-]{2,20}(?:ss[a\u00e4]|ll[a\u00e4]|b[ae]n|[uyo\u0117]je|[\u0101\u0113\u012b]|[aeiu]s|[ou]n), $/u,
)

function isQuoted(view: View, start: number): boolean {
  const open = view.unit(start - 1)
  return open === 0x22 || open === 0x27 || open === 0x60 || open === 0x3e
}

/** A line of an address in a field of its own. */
export function findField(view: View, value: LabelledValue, findings: Findings): void {
  const end = fieldEnd(view, value)
  if (end > value.start && isFieldLike(view, value, end) && !isTableHead(view, value, end))
    findings.add(value.start, end, 'ADDRESS', LABELLED)
}

const codeForm = lazily(() => /(?:[A-Z]{1,3}-)?(?=[A-Z\d -]{0,9}\d)[A-Z\d]{2,8}(?:[ -][A-Z\d]{2,4})?(?![\p{L}\d])/iuy)

/** A postal code in a field of its own, a town behind it included. */
export function findCode(view: View, value: LabelledValue, findings: Findings): void {
  // "postcode s a seven three h d": single letters may be taken for a short "number".
  const voiced = matchAt(view, spelled(), value.labelEnd + 1)
  if (voiced >= 0) {
    findings.add(value.labelEnd + 1, voiced, 'ADDRESS', TYPICAL)
    return
  }
  const { start } = value
  // `cp === 0x2A`: a code point.
  if (view.unit(start) === 0x30 && /[xX]/.test(view.text.charAt(start + 1))) return
  const trailing = namedCodeEnd(view, start)
  const known = trailing >= 0 ? trailing : leadingCodeEnd(view, start)
  const code = known >= 0 ? known : matchAt(view, codeForm(), start)
  // "código postal 1050-187", "irányítószám 6720": the word for a code holds one for "number".
  if (code < 0 || (known < 0 && value.link !== 'pair' && value.link !== 'cell' && value.link !== 'hint')) return
  const field = fieldEnd(view, value)
  if (field >= start && code > field) return
  // "kod" is any code, but beside a street.
  if (value.labelEnd - value.labelStart === 3 && /^kod$/i.test(view.text.slice(value.labelStart, value.labelEnd)))
    if (known < 0 || !hasFieldBeside(view, value)) return
  if (field > code && (value.link === 'cell' || value.link === 'hint')) return
  const town = trailing < 0 && view.unit(code) === 0x20 ? townEnd(view, code + 1) : -1
  // `cp1252` is a table of characters.
  if (value.link === 'bare' && start === value.labelEnd && town < 0) return
  const end = town >= 0 && (field < 0 || town <= field) ? town : code
  findings.add(start, end, 'ADDRESS', value.link === 'bare' || value.link === 'number' ? LIKELY : TYPICAL)
}

/** The number of the house, the floor, the flat in fields of their own beside the street's. */
export function findHousePart(view: View, value: LabelledValue, findings: Findings): void {
  const number = saidNumberEnd(view, value)
  if (number >= 0) {
    findings.add(value.start, number, 'ADDRESS', LIKELY)
    return
  }
  const end = fieldEnd(view, value)
  if (end <= value.start || isTableHead(view, value, end) || !isHousePart(view, value, end)) return
  if (hasFieldBeside(view, value, true)) findings.add(value.start, end, 'ADDRESS', TYPICAL)
}

/** "Nr | PLZ | Ort": the next head of a table; its cells are values of their own. */
function isTableHead(view: View, { labelEnd, start, link }: LabelledValue, end: number): boolean {
  if (link !== 'pair' || !view.text.slice(labelEnd, start).includes('|')) return false
  return fieldGroups.some(group => view.isNear(group, end, end - start))
}

const houseNumberWord = lazily(
  () =>
    /^(?:house ?(?:number|no)|haus(?:nummer|nr)|huis(?:nummer|nr)|hus(?:nummer|nr)|nr domu|numer domu|\u010d\u00edslo (?:popisn\u00e9|domu)|s\u00fapisn\u00e9 \u010d\u00edslo|h\u00e1zsz\u00e1m|ku\u0107ni broj|hi\u0161na \u0161tevilka|n\u00famero (?:de casa|da porta)|num\u00e9ro de (?:voie|rue)|numero civico|civico|namo nr|maja number)$/iu,
)
const saidNumber = /\d{1,4}(?: ?[a-z](?!\p{L}))?(?:[-/]\d{1,4}[a-z]?)?(?![\p{L}\d]|[.,:]\d)/uy

/** "postcode 3512AB huisnummer 14", "my postcode is SA4 7LJ and the house number is 17"; -1 for other numbers. */
function saidNumberEnd(view: View, value: LabelledValue): number {
  if (value.link !== 'bare' && value.link !== 'number') return -1
  const isNamed = houseNumberWord().test(view.text.slice(value.labelStart, value.labelEnd))
  if (!isNamed && !codeBefore.test(view.text.slice(Math.max(0, value.labelStart - longestCode), value.labelStart)))
    return -1
  const isBeside = view.isNear(postcodeLabels.name, value.labelStart, besideCode) || isCodeBehind(view, value.start)
  return isBeside ? matchAt(view, saidNumber, value.start) : -1
}
const besideCode = 60
const longestCode = 16
/** "8584 KL nr 11" */
const codeBefore =
  /(?:^|[^\dA-Za-z])(?:\d{4} ?[A-Za-z]{2}|\d\d-\d{3}|\d{5}|\d{3} \d\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}),? {1,3}(?:en |and |i |und |et )?$/

/** "huisnummer 14, postcode 3512 AB" */
function isCodeBehind(view: View, start: number): boolean {
  return view.isNear(postcodeLabels.name, start + besideCode, besideCode)
}

/** "80079 Procida NA": a postal code and a town in the field of the town. */
function startsWithCode(view: View, start: number): boolean {
  const code = leadingCodeEnd(view, start)
  return code > start && view.unit(code) === 0x20 && townEnd(view, code + 1) >= 0
}

/** The town beside a street or a postal code in fields of their own; elsewhere it is a place like any other. */
export function findTown(view: View, value: LabelledValue, findings: Findings): void {
  const end = fieldEnd(view, value)
  if (end <= value.start || !isFieldLike(view, value, end) || isTableHead(view, value, end)) return
  if (hasFieldBeside(view, value) || startsWithCode(view, value.start)) {
    findings.add(value.start, end, 'ADDRESS', TYPICAL)
  }
}
