/**
 * The machine-readable zone of passports, visas and identity cards, as scanners and text recognition give it: two lines of 44
 * or 36 units or three of 30, capitals, digits and `<` only. It holds name, number, nationality, birth date and sex.
 */
import { classOf, isDigit, UPPER } from '../characters.ts'
import { type BuiltInRecognizer, type Findings, onText } from '../recognizer.ts'
import { CERTAIN } from '../scores.ts'
import type { View } from '../view.ts'

const filler = 0x3c
const longest = 44
/** Units of a line, and how many lines there are (ICAO 9303, parts 4 to 7). */
const forms: ReadonlyMap<number, number> = new Map([
  [44, 2],
  [36, 2],
  [30, 3],
])

export const machineReadableZone: BuiltInRecognizer = {
  name: 'machine-readable-zone',
  source: 'https://www.icao.int/publications/doc-series/doc-9303',
  types: ['NATIONAL_ID', 'PASSPORT'],
  anchors: [onText('<<', findZone)],
  examples: {
    match: [
      'Scan:\n«P<UTOSPECIMEN<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10»\nEnde',
      '«I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nSPECIMEN<<ANNA<MARIA<<<<<<<<<<»',
    ],
    miss: ['cout << "x" << endl', 'A<<B', 'P<UTO<<SHORT\nNEXT', '<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<'],
  },
}

function findZone(view: View, at: number, _end: number, findings: Findings): void {
  if (view.unit(at - 1) === filler) return
  const start = lineStart(view, at)
  const length = start < 0 ? 0 : lineLength(view, start)
  const lines = forms.get(length)
  if (lines === undefined) return
  let first = start
  for (let above = 1; above < lines; above++) {
    const before = first - length - 1
    if (before < 0 || view.unit(first - 1) !== 0x0a || lineLength(view, before) !== length) break
    first = before
  }
  let end = first + length
  for (let below = 1; below < lines; below++) {
    if (view.unit(end) !== 0x0a || !isLineOf(view, end + 1, length)) return
    end += length + 1
  }
  if (!hasDigit(view, first, end)) return
  const isPassport = view.unit(first) === 0x50 || view.unit(first) === 0x56
  findings.add(first, end, isPassport ? 'PASSPORT' : 'NATIONAL_ID', CERTAIN)
}

/** Start of the line of such units; -1 where it is longer than one. */
function lineStart(view: View, at: number): number {
  let start = at
  while (start > 0 && isZoneUnit(view.unit(start - 1))) if (--start < at - longest) return -1
  return start
}

function lineLength(view: View, start: number): number {
  let end = start
  while (end - start <= longest && isZoneUnit(view.unit(end))) end++
  return end - start
}

/** The `<` of a tag may stand behind the last line. */
function isLineOf(view: View, start: number, length: number): boolean {
  const found = lineLength(view, start)
  return found === length || (found === length + 1 && view.unit(start + length) === filler)
}

function isZoneUnit(unit: number): boolean {
  return unit === filler || isDigit(unit) || (unit < 0x80 && (classOf(unit) & UPPER) !== 0)
}

function hasDigit(view: View, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigit(view.unit(at))) return true
  return false
}
