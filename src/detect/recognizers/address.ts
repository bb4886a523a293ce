/** Postal addresses of private people and contacts: Universal Postal Union, S42 and the country sheets. */

import { boxEnd, boxStartBefore } from '../address/boxes.ts'
import {
  fieldEnd,
  hasFieldBeside,
  isAddressLike,
  isAnswerOrLine,
  isFieldLike,
  isHousePart,
  labelledAddress,
} from '../address/fields.ts'
import { headFrom } from '../address/head.ts'
import { addressWords, houseLabels, postcodeLabels, streetLabels, townLabels } from '../address/labels.ts'
import { mayFollowStreet, mayLeadStreet, streetLandmarks } from '../address/landmarks.ts'
import { type Tail, tailFrom, townEnd, townStart } from '../address/parts.ts'
import { britishCodeEnd, leadingCodeEnd, trailingCodeEnd } from '../address/postcode.ts'
import { plainHead, ruralAddress, ruralWords } from '../address/rural.ts'

import { spokenAddress } from '../address/spoken.ts'
import type { Street } from '../address/street.ts'
import { streetAfter } from '../address/street-after.ts'
import { streetBefore } from '../address/street-before.ts'
import { isCapital } from '../address/words.ts'
import { isDigit, isLetter, isWord } from '../characters.ts'
import { THINGS } from '../context-words.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { lazily, matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, onLabel, onRun, onWord } from '../recognizer.ts'
import { pairs } from '../run-filter.ts'
import { LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import { spokenNumbers } from '../spoken-numbers.ts'
import type { View } from '../view.ts'

export const address: BuiltInRecognizer = {
  name: 'address',
  source: 'https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions',
  types: ['ADDRESS'],
  landmarks: streetLandmarks,
  anchors: [
    // A word, a short form or a sign for "number" stands before it, not another number: "Seeweg 3", "nr.12", "nº 4".
    onRun(1, 8, findBehindWord, {
      made: ['9', '9A'],
      before: ' .#\u00b0\u00ba\u2116',
      notBefore: ['9 ', '  '],
      notAfter: ['.9', ',9', ':9'],
    }),
    // "16 Quarry", "27 bis, rue", "12, Triq".
    onRun(1, 8, findBeforeWord, {
      made: ['9', '9A'],
      after: [...pairs('-/', '9a'), ',', ' a'],
      notBefore: ['.', '#', '\u00b0', '\u00ba', '\u2116', ...pairs('a.,:;-/()+_$"\'=|!@%\n', ' ')],
    }),
    // "35037 M", "61-881", "779 00", "1016 GV".
    onRun(4, 6, findAtCode, { made: ['9'], after: [' A', '-9'] }),
    onRun(4, 6, findMixedCode, { made: ['9A'] }),
    onRun(3, 3, findSplitCode, { made: ['9', '9A'], after: [' 9'] }),
    onRun(2, 2, findJoinedCode, { made: ['9', '9A'], after: ['-9'] }),
    // "HX7", "OH 45409", "LV-1011".
    onRun(2, 8, findCodeOfLetters, { made: ['A9'] }),
    onRun(2, 3, findAtCode, { made: ['A'], after: [' 9', '-9'] }),
    // "Pf. 774", "PO Box 12".
    onRun(1, 6, findBoxed, { made: ['9'], before: ['. ', 'A ', 'A.', '.'] }),
    onLabel(addressWords, findLabelled),
    onLabel(streetLabels, findField),
    onLabel(postcodeLabels, findCode),
    onLabel(townLabels, findTown),
    onLabel(houseLabels, findHousePart),
    onWord(ruralWords, findRural),
    onWord(spokenNumbers, findSpoken),
  ],
  examples: {
    match: [
      'zugestellt wurde es in der «Birkenstraße 27b, 96047 Bamberg».',
      'Send it to «23 Orchard Row, Todmorden, OL14 8QT» please',
      'Livrer ici : «34 bis, rue des Deux-Ponts, 38000 Grenoble».',
      'en su piso, «calle del Fresno 27, 2.º D, 47003 Valladolid», donde',
      'residente in «via Solferino 48, 24121 Bergamo»',
      'Bezorgen bij «Nieuwegracht 418-hs, 3512 LT Utrecht».',
      'In Bad Nauheim, «Mühlenstraße zwölf». Termin',
      'Client : «sept rue du Four-Banal», à Guingamp',
      'Adresse: «Am Schlossberg 5\n36037 Fulda»',
      '{"street":"«Seeweg 3»","zip":"«12345»","city":"«Kleinstadt»"}',
      'name,postcode\nAnn,«LS7 3RT»\nBob,«M16 7DN»',
      '«1600 Pennsylvania Ave NW, Washington, DC 20500»',
      '«PO Box 1234, Austin, TX 78701»',
      '«12 Downing Street, London SW1A 2AA»',
      '«Calle Mayor, 12, 2º B, 28013 Madrid»',
      '«Rua Haddock, 2417, ap. 63, Cerqueira, Campinas - SP, 13015-204»',
      '«Carrera 7 # 71-21, Bogotá»',
      '«Rua Garrett, 120, 1.º Esq., 1200-273 Lisboa»',
      '«Storgatan 12 A, lgh 1101, 111 20 Stockholm»',
      '«Vesterbrogade 12, 3. th., 1620 København V»',
      '«Karl Johans gate 22, 0026 Oslo»',
      '«Laugavegur 26, 101 Reykjavík»',
      '«Hämeenkatu 27 C 18, 33200 Tampere»',
      '«Pärnu mnt 10-5, 10148 Tallinn, Eesti»',
      '«Lāčplēša iela 47-15, Rīga, LV-1011»',
      '«Savanorių pr. 26-31, LT-44255 Kaunas»',
      '«Na Poříčí 1358/24, 110 00 Praha 1»',
      '«Hviezdoslavova 13, 974 01 Banská Bystrica»',
      '«6720 Szeged, Kárász utca 17. 2/5.», csengő',
      '«Dunajska cesta 12, 1000 Ljubljana»',
      '«Frankopanska 36, 21000 Split»',
      '«Str. Vasile Alecsandri nr. 27, bl. D5, sc. B, ap. 16, 700054 Iași»',
      '«бул. Витоша 15, вх. Б, ет. 3, 1000 София»',
      '«Λεωφόρος Αλεξάνδρας 25, 114 73 Αθήνα»',
      '«15, Triq il-Kbira, Attard ATD 1020»',
      '«24 Sráid Uí Chonaill, Baile Átha Cliath 1, D01 X2P3»',
      '«Hernalser Gürtel 37/5/21, 1170 Wien», Tel.',
      '«Bahnhofstrasse 12, CH-8001 Zürich»',
      '«Gentsesteenweg 64 bus 5, 9300 Aalst», gsm',
      '«15, rue de la Gare, L-1611 Luxembourg»',
      'Wysłać na: «ul. Wierzbowa 27 m. 14, 90-312 Łódź».',
      'bytem «U Nové studny 612/4, 301 00 Plzeň 1». Tel',
      'lives at «The Old Bakery, Vicarage Lane, Ledbury HR8 1DH» and',
      'lives in «An Cnoc, Baile na hAbhann, Co. na Gaillimhe, H91 X2P3» now',
      'domiciliat în «com. Vama, sat Prisaca, nr. 12, jud. Suceava»',
      'Adrese: «"Kalniņi", Drustu pagasts, LV-4132»',
      'elukoht «Kase talu, Aru küla, Luunja vald»',
      'Levelezési cím: «7400 Kaposvár, Pf. 112»',
      'adresas:\n«Beržų sodų 20, Klaipėda»',
      '{"ulica":"«Lipowa»","nr_domu":"«12»","kod":"x"}',
      'адреса: «вул. Івана Франка, буд. 18, кв. 4, м. Львів, 79005»',
      'bor «Smedegade 41, baghuset, 5700 Svendborg»',
    ],
    miss: [
      'He lives for ten way better days',
      'Seite 12, Kapitel 4',
      'in 2024 Berlin hosted 12 events',
      'version 3, 10000 users',
      'GROUP BY 1,2,3 HAVING COUNT(*) > 10',
      'as required by Article 12(3)',
      'Na 5 stranách a za 3 dny',
      '{"number": "12", "door": "3", "sku": "x"}',
      'BP 132/84, HR 78',
    ],
  },
}

function findBehindWord(view: View, start: number, end: number, findings: Findings): void {
  const before = mayFollowStreet(view, start) ? streetBefore(view, start) : null
  // "résidence Les Tilleuls, 24 rue Daumier": the number belongs to what follows it.
  const isSplit = before === null || view.unit(start - 2) === 0x2c
  const after = isSplit && leadsToWord(view, end) && mayLeadStreet(view, end) ? streetAfter(view, start) : null
  const street = after ?? before
  if (street !== null) addStreet(view, street, findings)
}

function findBeforeWord(view: View, start: number, end: number, findings: Findings): void {
  // "08:28 voie B" is a platform at a time.
  if (view.unit(start - 1) === 0x3a && isDigit(view.unit(start - 2))) return
  if (followsWord(view, start) || !leadsToWord(view, end) || !mayLeadStreet(view, end)) return
  const street = streetAfter(view, start)
  if (street !== null) addStreet(view, street, findings)
}

function findAtCode(view: View, start: number, _end: number, findings: Findings): void {
  addCode(view, start, findings)
}

function findMixedCode(view: View, start: number, end: number, findings: Findings): void {
  const after = view.unit(end)
  const isLed = after === 0x20 ? isCapital(view, end + 1) : after === 0x2d && isDigit(view.unit(end + 1))
  if (isLed || (after !== 0x20 && !isDigit(view.unit(end - 1)))) addCode(view, start, findings)
}

function findSplitCode(view: View, start: number, end: number, findings: Findings): void {
  if (isDigit(view.unit(end + 2)) && view.unit(end + 3) === 0x20) addCode(view, start, findings)
}

function findJoinedCode(view: View, start: number, end: number, findings: Findings): void {
  if (isDigit(view.unit(end + 3)) && view.unit(end + 4) === 0x20) addCode(view, start, findings)
}

function findCodeOfLetters(view: View, start: number, end: number, findings: Findings): void {
  const isJoined = view.unit(end) === 0x20 || view.unit(end) === 0x2d
  const mayBeCode =
    isDigit(view.unit(start + 1)) ||
    isDigit(view.unit(start + 2)) ||
    (end - start <= 3 && isJoined && isDigit(view.unit(end + 1)))
  if (mayBeCode) addCode(view, start, findings)
}

/** A word, a short form, a comma or a sign for "number" stands before it, not another number. */
function followsWord(view: View, number: number): boolean {
  const before = view.unit(number - 1)
  if (before === 0x2e || before === 0xb0 || before === 0xba || before === 0x2116 || before === 0x23) return true
  return before === 0x20 && !isDigit(view.unit(number - 2)) && view.unit(number - 2) !== 0x20
}

/** "16 Quarry", "27 bis, rue", "12, Triq". */
function leadsToWord(view: View, end: number): boolean {
  const after = view.unit(end)
  if (after === 0x2d || after === 0x2f) return true
  const at = after === 0x2c ? end + 2 : end + 1
  return (after === 0x20 || after === 0x2c) && isLetter(view.unit(at))
}

/** How far before an address its label may stand. */
const labelReach = 80

/** "a lo largo de 1987", "The 2007 Bowling Green" */
const year = /(?:^|\D)(?:19|20)\d\d$/

/** From a street outwards. */
function addStreet(view: View, street: Street, findings: Findings): void {
  // "Tlf. 44 17 88 20, mail jo@firm.example": "mail" is a French street as well.
  if (view.unit(street.end) === 0x40) return
  const tail = tailFrom(view, street.end)
  const head = headFrom(view, street.start)
  const isCertain = tail.hasCode || head.evidence !== 'none'
  const isSure =
    street.isSure &&
    !year.test(view.text.slice(street.end - 5, street.end)) &&
    !year.test(view.text.slice(street.start - 1, street.start + 4))
  if (!isSure && isOtherValue(view, street)) return
  const isPlaced = isSure || isCertain || isSettled(view, street, tail)
  if (!isPlaced && !isAsked(view, street, tail)) return
  findings.add(head.start, tail.end, 'ADDRESS', isCertain ? LABELLED : TYPICAL)
}

/** A word for an address before it, or what is at the door behind it: "Feldweg 9, klingeln bei Brandt". */
function isAsked(view: View, street: Street, tail: Tail): boolean {
  const isNamed = street.isBare !== true && view.isNear(addressWords.name, street.start, labelReach)
  return isNamed || atDoor().test(view.text.slice(tail.end, tail.end + 28))
}

const atDoor = lazily(
  () =>
    /^[,;.]? (?:\p{L}{1,10} )?(?:klingel|sonnez|sonnette|digicode|interphone|zvon|citofono|suona|ovikood|timbre|telefonillo|portero|bell|buzzer|door code|dzwonek|domofon|cseng|kaputelefon|interfon|deurbel|bel aan|aanbellen|uksekood|durvju kod|dur\u0173 kod|porttelefon|portkod|d\u00f8rklokke|ring p\u00e5|zvonec|zvono|\u03ba\u03bf\u03c5\u03b4\u03bf\u03cd\u03bd|\u0437\u0432\u044a\u043d)/iu,
)

/** A town behind it makes a street of what only looks like one: "Cankarjeva 18, Koper"; no score: "Polska 2, Niemcy 1". */
function isSettled(view: View, street: Street, tail: Tail): boolean {
  if (year.test(view.text.slice(street.end - 5, street.end))) return false
  const written = view.text.slice(street.end, tail.end)
  if (!tail.hasTown) return street.isBare === true && tail.hasUnit
  return (!/\d$/.test(written) || district.test(written)) && !scored.test(view.text.slice(tail.end, tail.end + 4))
}

/** Towns whose districts have numbers. */
const district =
  /(?:Praha|Praze|Prague|Prag|Brno|Bratislava|Ko\u0161ice|Dublin|Paris|Lyon|Marseille|Wien|Budapest|Warszawa) \d{1,2}$/u
const scored = /^ ?[-:–] ?\d|^ \d/

const ownGroups: ReadonlySet<string> = new Set(
  [addressWords, streetLabels, postcodeLabels, townLabels, houseLabels].map(({ name }) => name),
)

/** "Sygesikring 8077 4021": the word before the number names something else. */
function isOtherValue(view: View, { start, end }: Street): boolean {
  for (const value of view.labelsOf(end - 1)) {
    // "43 B 14": one letter is rather that of a stair.
    const isWritten = value.labelEnd - value.labelStart > 1
    if (isWritten && !ownGroups.has(value.group) && value.start > start && value.labelStart >= start) return true
  }
  return false
}

/** From a postal code outwards. */
function addCode(view: View, start: number, findings: Findings): void {
  if (isDigit(view.unit(start))) {
    const code = leadingCodeEnd(view, start)
    if (code >= 0 && view.unit(code) === 0x20) {
      const town = townEnd(view, code + 1)
      if (town >= 0) addLeadingCode(view, start, town, findings)
    }
  } else {
    const british = britishCodeEnd(view, start)
    if (british >= 0) {
      addTrailingCode(view, start, british, true, findings)
      return
    }
  }
  const code = trailingCodeEnd(view, start)
  if (code >= 0) addTrailingCode(view, start, code, false, findings)
}

/** "Am Schlossberg 5, 36037 Fulda": the part before it must be that of a street. */
function addLeadingCode(view: View, start: number, town: number, findings: Findings): void {
  let from = start
  // "D-35037", "LT-01103"
  if (view.unit(start - 1) === 0x2d) while (from > start - 4 && (isWord(view.unit(from - 1)) || from === start)) from--
  const head = headFrom(view, from)
  if (head.evidence === 'none') {
    // "3300 Eger, Pf. 774"
    const box = view.unit(town) === 0x2c && view.unit(town + 1) === 0x20 ? boxEnd(view, town + 2) : -1
    if (box >= 0) findings.add(from, box, 'ADDRESS', LABELLED)
    return
  }
  if (head.evidence === 'some' && isCounted(view, start, town)) return
  const tail = tailFrom(view, town, true)
  findings.add(head.start, Math.max(town, tail.end), 'ADDRESS', head.evidence === 'sure' ? LABELLED : LIKELY)
}

/** A post office box: with a town behind it, or a word for an address before it. */
function findBoxed(view: View, start: number, _end: number, findings: Findings): void {
  const box = boxStartBefore(view, start)
  if (box < 0) return
  const end = boxEnd(view, box)
  if (end < 0) return
  const tail = tailFrom(view, end)
  if (tail.end > end || view.isNear(addressWords.name, box, labelReach)) {
    findings.add(box, Math.max(end, tail.end), 'ADDRESS', tail.hasCode ? LABELLED : TYPICAL)
  }
}

/** Farms, villages and parishes: two of them, or one with a number or a word for an address. */
function findRural(view: View, start: number, _end: number, findings: Findings): void {
  const address = ruralAddress(view, start)
  if (address === null) return
  const isNamed = view.isNear(addressWords.name, address.start, 24)
  const isSure = address.places > 1 ? address.hasNumber || isNamed : address.hasNumber && isNamed
  if (isSure) findings.add(address.start, address.end, 'ADDRESS', TYPICAL)
}

/** Ireland's code names a single house: https://www.eircode.ie/what-is-eircode */
function isEircode(view: View, start: number): boolean {
  return matchAt(view, eircode, start) >= 0
}
const eircode = /(?:[AC-FHKNPRTV-Y]\d\d|D6W) [AC-FHKNPRTV-Y\d]{4}(?![\p{L}\d])/uy

/** "Version 3, 10000 Nutzer": a thing with a number, or a number of things. */
const counted =
  /^\d{4,6} (?:Nutzer|User|Users|G\u00e4ste|Besucher|Euro|EUR|St\u00fcck|W\u00f6rter|Zeichen|Einwohner|Mitarbeiter|Teilnehmer|Exemplare|Kilometer|Meter|Zeilen|Dateien|Personen|Kunden|Mark|Dollar|Franken|Pl\u00e4tze|Seiten|Jahre|Stunden|Zuschauer|Punkte|Schritte|Menschen|Umdrehungen|Kalorien|[KMGT]i?B|Hz|Watt|Items|Rows|Requests|Points)(?!\p{L})/u

function isCounted(view: View, start: number, town: number): boolean {
  return counted.test(view.text.slice(start, town)) || view.isNear(THINGS.name, start, 24)
}

/** "Haywards Heath RH17 7QT", "Dayton, OH 45409". */
function addTrailingCode(view: View, start: number, end: number, isSure: boolean, findings: Findings): void {
  let from = start
  if (view.unit(from - 1) === 0x20) {
    const town = townStart(view, from - 1)
    if (town >= 0) from = town
  }
  const head = headFrom(view, from)
  const tail = tailFrom(view, end, true)
  const stop = Math.max(end, tail.end)
  const plain = isSure || isEircode(view, start) ? plainHead(view, from) : { start: from, parts: 0 }
  const isNamed = view.isNear(addressWords.name, plain.start, 24)
  // As exact as a street: what stands before it in capitals belongs to it, behind a word for an address or in three parts.
  if (plain.parts > 0 && (isNamed || plain.parts > 2) && plain.start <= head.start) {
    findings.add(plain.start, stop, 'ADDRESS', LABELLED)
  } else if (head.evidence !== 'none') findings.add(head.start, stop, 'ADDRESS', LABELLED)
  else if (isSure && (endsClause(view, end) || view.isNear(addressWords.name, from, labelReach)))
    findings.add(from, Math.max(end, tail.end), 'ADDRESS', TYPICAL)
}

/** Behind the address itself a field may hold this much more: "bei Meier", "rear building". */
const longestRest = 24

/** The address that a label names: the whole field where it is little more than that. */
function findLabelled(view: View, value: LabelledValue, findings: Findings): void {
  const read = labelledAddress(view, value.start)
  const end = fieldEnd(view, value)
  const isWhole = end > value.start && isAddressLike(view, value.start, end)
  const isOwnField = value.link === 'cell' || value.link === 'hint' || isQuoted(view, value.start)
  const isOwn = isOwnField || isAnswerOrLine(view, value, end)
  if (isWhole && (isOwn || (read !== null && end - read.end <= longestRest))) {
    findings.add(value.start, end, 'ADDRESS', LABELLED)
  } else if (read !== null) findings.add(read.start, read.end, 'ADDRESS', LABELLED)
}

function isQuoted(view: View, start: number): boolean {
  const open = view.unit(start - 1)
  return open === 0x22 || open === 0x27 || open === 0x60 || open === 0x3e
}

/** A number in words beside a street. */
function findSpoken(view: View, start: number, end: number, findings: Findings): void {
  const mayBeAddress =
    mayFollowStreet(view, start) || mayLeadStreet(view, end) || view.isNear(addressWords.name, start, labelReach)
  if (!mayBeAddress) return
  const spoken = spokenAddress(view, start, end)
  if (spoken === null) return
  // "twenty-two Orchard Rise, B S nine three T K"
  const joint = view.unit(spoken.end) === 0x2c ? spoken.end + 2 : spoken.end + 1
  const code = matchAt(view, spelled(), joint)
  findings.add(spoken.start, Math.max(spoken.end, code), 'ADDRESS', TYPICAL)
}

const spelled = lazily(
  () =>
    /(?:(?:[a-z]|zero|oh|one|two|three|four|five|six|seven|eight|nine|double [a-z])[ ,.-]{1,2}){4,8}(?:[a-z]|zero|one|two|three|four|five|six|seven|eight|nine)(?!\p{L})/iuy,
)

/** A line of an address in a field of its own. */
function findField(view: View, value: LabelledValue, findings: Findings): void {
  const end = fieldEnd(view, value)
  if (end > value.start && isFieldLike(view, value, end)) findings.add(value.start, end, 'ADDRESS', LABELLED)
}

const codeForm = lazily(() => /(?:[A-Z]{1,3}-)?(?=[A-Z\d -]{0,9}\d)[A-Z\d]{2,8}(?:[ -][A-Z\d]{2,4})?(?![\p{L}\d])/iuy)

/** A postal code in a field of its own, a town behind it included. */
function findCode(view: View, value: LabelledValue, findings: Findings): void {
  // "postcode s a seven three h d": single letters may be taken for a short "number".
  const voiced = matchAt(view, spelled(), value.labelEnd + 1)
  if (voiced >= 0) {
    findings.add(value.labelEnd + 1, voiced, 'ADDRESS', TYPICAL)
    return
  }
  if (value.link === 'number') return
  const { start } = value
  const trailing = trailingCodeEnd(view, start)
  const known = trailing >= 0 ? trailing : leadingCodeEnd(view, start)
  const code = known >= 0 ? known : matchAt(view, codeForm(), start)
  if (code < 0 || (known < 0 && value.link === 'bare')) return
  const field = fieldEnd(view, value)
  if (field >= start && code > field) return
  if (field > code && value.link !== 'pair') return
  const town = trailing < 0 && view.unit(code) === 0x20 ? townEnd(view, code + 1) : -1
  const end = town >= 0 && (field < 0 || town <= field) ? town : code
  findings.add(start, end, 'ADDRESS', value.link === 'bare' ? LIKELY : TYPICAL)
}

/** The number of the house, the floor, the flat in fields of their own beside the street's. */
function findHousePart(view: View, value: LabelledValue, findings: Findings): void {
  const end = fieldEnd(view, value)
  if (end <= value.start || !isHousePart(view, value, end)) return
  if (hasFieldBeside(view, value, true)) findings.add(value.start, end, 'ADDRESS', TYPICAL)
}

/** "80079 Procida NA": a postal code and a town in the field of the town. */
function startsWithCode(view: View, start: number): boolean {
  const code = leadingCodeEnd(view, start)
  return code > start && view.unit(code) === 0x20 && townEnd(view, code + 1) >= 0
}

/** The town beside a street or a postal code in fields of their own; elsewhere it is a place like any other. */
function findTown(view: View, value: LabelledValue, findings: Findings): void {
  const end = fieldEnd(view, value)
  if (end <= value.start || !isFieldLike(view, value, end)) return
  if (hasFieldBeside(view, value) || startsWithCode(view, value.start)) {
    findings.add(value.start, end, 'ADDRESS', TYPICAL)
  }
}

/** No further word in small letters: "M25 4AA battery" is a part. */
function endsClause(view: View, end: number): boolean {
  return view.unit(end) !== 0x20 || isCapital(view, end + 1) || !isWord(view.unit(end + 1))
}
