/**
 * Registration plates. Nearly no form is rare enough to stand alone, so words decide: behind "plate" anything like a plate is
 * one, near "car" what has the form of some state's plate.
 */
import { isWord } from '../characters.ts'
import { limitAhead } from '../labelled-number.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import {
  anyPlate,
  anyPlateInLowerCase,
  isBritish,
  isModel,
  isPlain,
  isPlate,
  nationalPlate,
  plateEnd,
  smallPlateEnd,
} from '../plates/forms.ts'
import { plateWords, trafficWords, vehiclesAhead, vehicleWords } from '../plates/words.ts'
import { type BuiltInRecognizer, type Findings, onLabel, onShape, onWord } from '../recognizer.ts'
import { CHECKED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { vinWords } from './vin.ts'

/** How far behind a word for "plate" one is looked for. */
const reach = 60
/** How far behind a word for a vehicle a plate ends. */
const shortReach = 24
/** How far before a plate between commas the vehicle may stand. */
const partReach = 48
/** How far around a plate a word may stand. */
const nearness = 80

export const licensePlate: BuiltInRecognizer = {
  name: 'license-plate',
  source: 'https://unece.org/distinguishing-signs-used-vehicles-international-traffic',
  types: ['LICENSE_PLATE'],
  context: [trafficWords],
  anchors: [
    onLabel(plateWords, findBehindPlateWord),
    onLabel(vehicleWords, findBehindVehicleWord),
    onWord(vehiclesAhead, findAhead),
    onShape(
      [
        ...[
          'AA-AA 9999',
          'AA-AA 999',
          'AA-AA 99',
          'A-AA 9999',
          'A-AA 999',
          'A-AA 99',
          'AAA-AA 999',
          'AAA-AA 99',
          'AAA-AA 9999',
          'A-A 9999',
          'A-A 999',
          'AA-A 999',
          'AA-A 9999',
          'AAA-A 999',
          'AAA-A 9999',
          'AAA-A 99',
          'AA-A 99',
          'A-AA 9999A',
          'AA-AA 999A',
          'A-AA 999A',
          'A-AA-9999',
          'A-AA-999',
          'AA-AA-999',
          'AA-AA-9999',
          'AA-A-999',
          'AA-AA999',
          'A-AA9999',
          'AA-AA9999',
          'AA-AA99',
          'A-AA99',
          'A-AA999',
          'AAA-AA99',
          'AA-A999',
          'A-A999',
          'A-A9999',
          'AA-A9999',
          'A-AAA999',
        ],
        ...['AA-999-AA', 'AA 999 AA', 'AA999AA'],
        ...[
          'AA-999-A',
          'A-999-AA',
          '99-AA-99',
          '99-99-AA',
          'AA-99-99',
          'AA-99-AA',
          '9-AAA-99',
          '99-AAA-9',
          'AA-AA-99',
          '99-AA-AA',
          'AAA-99-A',
          'A-99-AAA',
        ],
        ...[
          '9-AAA-999',
          '9 AAA 999',
          'AA 99 999',
          'AA 99 99 9',
          '99-A-9999',
          '999-A-9999',
          '999-AA-9999',
          '999-A-99999',
          '999-AA-999',
          '99-AA-9999',
          '999-A-999',
          '999-AA-99999',
        ],
        ...[
          'AAA-999',
          'AAA 999',
          'AAA-9999',
          '999 AAA',
          '999AAA',
          'AAAA-999',
          'AA AA-999',
          'AA-99999',
          'AA-9999',
          'AAA 99A',
          'AAA999',
          'AAA99A',
        ],
        ...['AA 9999 AA', 'AA9999AA', 'A 9999 AA', 'A9999AA', '9A9 9999', '9AA 9999', '9A99999', '9AA9999'],
        ...['9999 AAA', '9999-AAA', '9999AAA', 'AA99 AAA', 'AA99AAA', 'A999 AAA', 'A99 AAA', '9AAA999'],
        ...[
          'AA 9999A',
          'AAA 9999',
          'AA 99999',
          'AA 999AA',
          'AAA 99AA',
          'AAA 99999',
          'AA 9999AA',
          'AAA 9A99',
          'AA 9A999',
          'AAA A999',
          'AA 99 AAA',
          'AA-99-AAA',
          'A 99 AAA',
          'A 999 AAA',
          'AA 99-9AA',
          'AA 9999 A',
          'AA-9999A',
          'A-99999A',
          'A 99999',
          'AA-999AA',
          'AA-9999-AA',
          'AA 999-AA',
          'AA 9999-AA',
          'A-9999A',
          'A-999AAA',
          'AA 999 A',
        ],
      ],
      findShaped,
    ),
  ],
  examples: {
    match: [
      'amtl. Kennzeichen «GE-LM 2718», FIN',
      'Kennzeichen des Transporters: «F KT 317 E».',
      'Lieferwagen («W-37406L») steht',
      'mein Auto «M-AB 1234» steht',
      'Kontrollschild «ZH 639258»',
      'Kennzeichen «FL 63925»',
      'nummerplaat «1-ABC-234»',
      'Автомобил «Р 5263 МК» е',
      'рег. № «СВ 5263 МТ»',
      'RZ «5A7 5263» stálo',
      'varevognens nummerplade «BV 63 925» er',
      'naboens bil («DT 52 638») ved',
      'Auto «617 RTM».',
      'vehículo matrícula «5263 JFR» (bastidor',
      'matrícula «0317-FZC».',
      '"ajoneuvo":"«RTN-617»"',
      'véhicule immatriculé «EJ-617-RT» (n°',
      'le véhicule «DC 308 VN» garé',
      'registration «YD21 RMT» (VIN',
      'the camera read «MK70 EVF» there',
      'in a grey Skoda Fabia «HJ64 RTV».',
      'plate began «MK70», I',
      '"plate":"«6RTM318»"',
      'Το όχημα «ΝΒΕ-5263» ανήκει',
      'auto «ŠI 617-RT».',
      'rendszám: «AACE-617», a «BBDF-308» rendszámú autó',
      'Carr a athar: «172-MO-6175».',
      "dell'auto targata «FR 617 TM» (telaio",
      'automobilis «RTM 617», UAB',
      'plaque luxembourgeoise «RT 6175»',
      'auto «RT-6175», pase',
      'Karozza «RTM 617».',
      'kenteken «XN-617-T» (chassisnr.',
      'pojazd, nr rej. «CT 617RT», VIN',
      'auto «WU 5263R», VIN',
      'viatura «61-RT-75» (quadro',
      'Autoturismul «AR 61 RTN» (serie',
      'Bil: «PDR 61T».',
      'Reg. vozila «GO 61-7RT».',
      'Vozidlo «NR-617RT», OP',
      'regnr. «EK 63925»',
      'bíllinn «RT 617» er',
      'πινακίδα «ΡΤΜ 617»',
      'the plates: «6RTM318»',
      'valsts numurs «AB-1234»',
      'bil «EL 12345», bilen min «EK 12346»',
      'telaio e targa ignoti; «FT517RM»',
      'car reg «kx19 rdp», grey',
      'Kennzeichen «we-rt 617»',
      'immat. «gh-617-rt»,',
      'kenteken «gx-617-r».',
      'targa «gk 617 zp»,',
      'Kontrollschild «gr 41736»',
      'mein Töff: Kontrollschild «ZH 617 182».',
      'Auto: «cj 61 rtn».',
      'bilnr «SV 61752»',
    ],
    miss: [
      'the BMW 320 is a car',
      'Renault Clio 2012',
      'car no. 12',
      'registration opens at 09:30',
      'Audi A4 2000',
      'vehicle with 250 HP',
      'placa de 12 mm',
      'auto 12 000 km',
      'reg 0x7F',
      'part AB-123-CD',
      'Auto fährt 130 km/h',
      'Volvo XC90',
      'bus 4471',
      'registration number of the company is open',
      'tablice 12',
      'plate 3',
      'car park open 24/7',
      'VW ID 3000 km',
      'plate of 12 mm steel',
      'placa de 300 kg',
      'registration on 12 may',
      'matrícula el 12',
    ],
  },
}

function findBehindPlateWord(view: View, value: LabelledValue, findings: Findings): void {
  const limit = limitAhead(view, value, reach)
  const first = withCapitalsBefore(view, value)
  for (let at = first; at < limit; at++) {
    if (!isWord(view.unit(at)) || isWord(view.unit(at - 1))) continue
    const isFirst = at === first
    const isClear = value.link === 'cell' || value.link === 'hint' || (isFirst && value.link === 'pair')
    const capital = plateEnd(view, isClear ? anyPlateInLowerCase : anyPlate, at, limit)
    const end = isFirst ? Math.max(capital, smallPlateEnd(view, at, limit)) : capital
    if (end < 0 || (!isFirst && isModel(view, at, end))) continue
    findings.add(at, end, 'LICENSE_PLATE', CHECKED)
    addFurther(view, at, end, findings)
    return
  }
}

const mostFurther = 4
/** "M AB 1234 / M CD 567", "B-AB 12, B-CD 34 und B-EF 56" */
const further =
  /(?:,|;| ?[/+&|]| (?:und|and|et|y|e|en|i|a|og|och|ja|un|ir|\u00e9s|\u0219i|\u0438|\u03ba\u03b1\u03b9|oder|or|ou|o|of|lub|nebo|ili|ali)) ?(?=[\p{Lu}\d])/uy

/** Plates behind the first, of the same form. */
function addFurther(view: View, start: number, end: number, findings: Findings): void {
  const form = formOf(view.text.slice(start, end))
  let at = end
  for (let count = 0; count < mostFurther; count++) {
    const next = matchAt(view, further, at)
    const stop = next < 0 ? -1 : plateEnd(view, anyPlate, next, Math.min(view.length, next + shortReach))
    if (stop < 0 || formOf(view.text.slice(next, stop)) !== form) return
    findings.add(next, stop, 'LICENSE_PLATE', LIKELY)
    at = stop
  }
}

/** Letters and digits without how many there are. */
function formOf(plate: string): string {
  return plate.replace(/\p{L}+/gu, 'A').replace(/\d+/g, '9')
}

function findBehindVehicleWord(view: View, value: LabelledValue, findings: Findings): void {
  const limit = limitAhead(view, value, shortReach)
  // "bilen min EL 12345": one short word may stand between.
  const shortWord = matchAt(view, /\p{Ll}{1,4} (?=[\p{Lu}\d])/uy, value.start, limit)
  const start = shortWord < 0 ? withCapitalsBefore(view, value) : shortWord
  // "Auto: cj 77 ktb"
  const isParted = /^[\p{L}\d]{1,3}-[\p{L}\d]{1,3}-[\p{L}\d]{1,3}/u.test(view.text.slice(value.start, value.start + 12))
  const isBritish = matchAt(view, britishInSmallLetters, value.start, limit) >= 0
  const isMixed = matchAt(view, mixedInSmallLetters, value.start, limit) >= 0
  const small = value.link === 'pair' || isParted || isBritish || isMixed ? smallPlateEnd(view, value.start, limit) : -1
  if (small > 0) {
    findings.add(value.start, small, 'LICENSE_PLATE', LIKELY)
    return
  }
  if (addNationalPlate(view, start, limit, findings)) return
  const bracketed = matchAt(view, inBracket, value.labelEnd)
  if (bracketed > 0 && addNationalPlate(view, bracketed, bracketed + shortReach, findings)) return
  findAhead(view, value.labelStart, value.labelEnd, findings)
}

/** A plate that is a part of its own behind a word for a vehicle. */
function findAhead(view: View, _start: number, end: number, findings: Findings): void {
  const apposed = matchAt(view, inApposition, end)
  if (apposed > 0 && closesPart(view, apposed)) addNationalPlate(view, apposed, apposed + shortReach, findings)
}

/** "my car, a blue Golf, M-AB 1234, …": the plate is a part of its own between commas. */
const inApposition = /[^\n();!?\d]{0,40}[,:\u2013-] ?(?=\p{Lu}{1,3}[ -]?\p{Lu}{0,2}[ -]?\d|\d{1,4}[ -]?\p{Lu})/uy
const part = /[\p{Lu}\d]{1,8}(?:[ -][\p{Lu}\d]{1,6}){0,3}(?=[,.;:!?)\n]|$)/uy

function closesPart(view: View, start: number): boolean {
  return matchAt(view, part, start) >= 0
}

const britishInSmallLetters = /[a-z]{2}\d\d ?[a-z]{3}(?![\p{L}\d])/uy

/** "gh 417 kd", "4417klm", "kll417": letters on both sides, or joined to as many digits as no word has. */
const mixedInSmallLetters = /(?:[a-z]{2}[ -]?\d{3}[ -]?[a-z]{2}|\d{4}[a-z]{3}|[a-z]{3}\d{3})(?![\p{L}\d])/uy

/** "my car (a Panda, GB 417 XN)", "avto mu je crknil (KP 44-18K)" */
const inBracket = /[^\n().;!?\d]{0,40}\((?:[^\n()\d]{0,24}[, ] ?)?(?=\p{Lu}{1,3}[ -]?\d|\d{1,4}[ -]?\p{Lu})/uy

function addNationalPlate(view: View, start: number, limit: number, findings: Findings): boolean {
  const end = plateEnd(view, nationalPlate, start, limit)
  if (end < 0 || isModel(view, start, end)) return false
  const written = view.text.slice(start, end)
  if (written !== written.toUpperCase()) return false
  findings.add(start, end, 'LICENSE_PLATE', TYPICAL)
  return true
}

/** "bil EL 12345": short words between label and value ("el", "de", "la") may be the letters of a plate. */
function withCapitalsBefore(view: View, { labelEnd, start }: LabelledValue): number {
  const before = /(?:^|[^\p{L}\d])(\p{Lu}{1,3})[- ]$/u.exec(view.text.slice(Math.max(labelEnd, start - 5), start))
  return before === null ? start : start - before[1]!.length - 1
}

function findShaped(view: View, start: number, end: number, findings: Findings): void {
  const width = end - start + 2 * nearness
  const isNamed = view.isNear(plateWords.name, end + nearness, width)
  const written = view.text.slice(start, end)
  // A plate is not broken over lines; what stands below is the next label.
  if (written.includes('\n')) return
  const isSure = isNamed || isBritish(written)
  const isOther = isPlain(written) && !(isPart(view, start) && view.isNear(vehicleWords.name, start, partReach))
  if (!isSure && (isOther || !isNearVehicle(view, end + nearness, width))) return
  if (written !== written.toUpperCase() || !isPlate(view, start, end) || isModel(view, start, end)) return
  findings.add(start, end, 'LICENSE_PLATE', isNamed ? CHECKED : LIKELY)
}

/** Between commas or in brackets: "automobilis, mėlynas Golf, KBA 417." */
function isPart(view: View, start: number): boolean {
  const before = view.unit(start - 1) === 0x20 ? view.unit(start - 2) : view.unit(start - 1)
  return (before === 0x2c || before === 0x28 || before === 0x2013) && closesPart(view, start)
}

function isNearVehicle(view: View, end: number, width: number): boolean {
  return (
    view.isNear(vehicleWords.name, end, width) ||
    view.isNear(vinWords.name, end, width) ||
    view.isNear(trafficWords.name, end, width)
  )
}
