/**
 * Numbers of cases, orders and the like that their form tells, whatever word stands before them: capitals for the office or
 * the kind, a joint, digits. `RPT-884177`, `HB-2026/88204`, `CMP/0098812`. Registries and help desks number this way so that
 * a number is known for what it is; makers of parts do too, so that short ones need a word or sign for "number" before them.
 */
import { standsAlone } from '../boundaries.ts'
import { isDigit, isLetter, isWord } from '../characters.ts'
import { connectorAt } from '../connectors.ts'
import { THINGS } from '../context-words.ts'
import { isLawBefore } from '../laws.ts'
import { findNumberedThing } from '../numbered-things.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, onRun } from '../recognizer.ts'
import { LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

const code =
  /\p{Lu}{1,5}[-/](?:\p{Lu}{1,3}[-/])?(?:\p{Lu}\d{1,4}\/\p{Lu}\/)?\d{1,12}(?:[-/.]\d{1,10}){0,3}(?:[-/](?:\p{Lu}{1,3}(?:-\d{2,4}(?:-\d{1,8})?)?|(?=[\p{Lu}\d]{0,7}\d)[\p{Lu}\d]{2,8}))?(?!_?[\p{L}\p{N}])/uy
/** Norms, laws, registers of weaknesses: what anybody may know. */
const published = setOf(
  'ABI ADR AES BGB BIP BSI CVE CWE CWSS DES DIN DOC DOI DSGVO EAN ECMA EIP EN ERC ETSI FCC FIPS GDPR GHSA GOST GTIN HGB ICD IEC IEEE IFRS IPC ISBN ISO',
  'ISSN JEP JIS JSR KB KEP MIL MS NCT NF NIST OSI OWASP PAL PCI PCT PEP PSR RAL RFC RHSA SAE SEK SGB SHA STANAG STD SWD UL VDE WPA ZPO',
)
/** Kinds of things, units, states, clocks, files of cameras: codes of people begin with them as well, behind a word for "number". */
const common = setOf(
  'AMD AR ART AT BATCH BE BG BR CA CAS CH CHF CN COM COVID CPU CRC CY CZ CZK DDR DE DK DSC DVD EC EE EG EP EPR ES EU EUR FI FR FY GB GBP GE GHZ GPS',
  'GR HEX HR HS HTTP HU HUF IATA IBM IC ICAO IE IMG IP IPV IS IT JPEG LI LOT LT LTE LU LV MD MHZ MOV MP MSK MT NATO NL NO NOK OJ PART PL PLN PN PNG',
  'PT PXL QOS RAM REL REV RGB RO RON SD SE SI SK SKU SQL SSD TCP TLS TR TS TYPE UA UHF UK UN US USA USB USD USN UTC UTF VER VGA VHF VID VIN WHO WO',
)

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap(list => list.split(' ')))
}

/** What help desks, shops and insurers begin their numbers with: behind these a short number is one of theirs as well. */
const known = setOf(
  'ORD ORDER BKG BOOK RES RESA RSV INV FACT FAC RECH FAT FVT FAK CMD CDE PED ENC COM BEST AUF AUFTR ZAM OBJ ZAK NAR TCK TKT TIC TICK TICKET REQ RQ CASE CAS',
  'CLM CLAIM SIN SCHAD SKADE SCH REC REKL RMA RET DOS EXP PRAT DOSS PRT SUP SUPP HELP HD SD INC CUST CLI KD KND KUN KDNR KUNDE CLIENT MEMB MBR EMP STAFF PERS',
  'PAT POL VTR VERTR CTR CONTR SHP SHIP TRK PAY REF CRM OTRS GLPI SAV DSAR FOI GRV WO PO SO JOB',
)
const fewestOfKnown = 3

const roman = /^[IVXLC]{2,}$/
const date = /^(?:19|20)\d\d(?:[-/.]?(?:0[1-9]|1[0-2])(?:[-/.]?(?:[0-2]\d|3[01]))?)?$/
const fewestDigits = 4
/** Letters, groups of digits and joints behind the first joint. */
const longestNumbers = 64
/** So many digits are none of a size, a model or a norm. */
const manyDigits = 6
/** How far before the code a word says that it is that of a thing or a law. */
const distance = 24
const longestWord = 12

/** A blank or a sign behind a word, or a sign for "number". */
const besideWord = [
  'a ',
  '. ',
  ': ',
  '\u00ba ',
  '\u00b0 ',
  '\u2116 ',
  'a.',
  '# ',
  ' #',
  ' "',
  '\u2116',
  '\u00b0',
  '\u00ba',
]

export const referenceCode: BuiltInRecognizer = {
  name: 'reference-code',
  source: 'https://docs.peppol.eu/poacc/billing/3.0/bis/#_references',
  types: ['CASE_NUMBER'],
  anchors: [
    onRun(1, 5, findCode, { made: ['A'], after: ['-9', '/9', '-A', '/A'], notBefore: '-/.@9' }),
    onRun(2, 8, findDigitLed, { made: ['9'], after: ['-a', '-A', '/A', '/9'], notBefore: '-/.@9' }),
    onRun(1, 8, findTitled, { made: ['9', 'A'], after: ['-9', '/9', '-A', '/A'], before: ['a '] }),
    onRun(1, 8, findSigned, { made: ['9'], after: ['-9', '/9', '-A', '/A'], before: '#' }),
    onRun(8, 16, findServiceNumber, { made: ['A9'] }),
    onRun(3, 16, findNumberedThing, { made: ['9', '9A', 'A9'], before: besideWord }),
    onRun(1, 5, findNumberedThing, { made: ['A'], after: ['-9', '/9', '.9', ' 9', '-A', '/A'], before: besideWord }),
    onRun(1, 2, findNumberedThing, { made: ['9'], after: ['-9', '/9', '.9', ' 9', '-A', '/A'], before: besideWord }),
  ],
  examples: {
    match: [
      'Notiz #«RPT-884177» liegt',
      '[SEV2] «INC0044718» | open',
      'AML alert «TM-2026-118402», analyst',
      'she gave me reference «CMP/0098» and then',
      'który nadał numer «R-88204/11».',
      'Sorszáma «HB-2026/88204».',
      'event created id="«WB-10077»" done',
      'Last inv «FA-260417» still open',
      'LISTA n. «P-2026-04418»',
      '{"ref":"«ES-0417-99213»"}',
    ],
    miss: [
      'CVE-2024-10234',
      'ISO-27001/2022',
      'COVID-19/2020 rules',
      'IMG-20240417.jpg',
      'model RTX-4090',
      'Windows update KB-5034441',
      'UTC-20240417',
      'article no. AB-204417',
      'part number XR-118402',
      'build number BN-118402',
      'SHA-512/256',
      'REL-2024-04',
      'GPT-4/128',
      'DIN EN-60601-1',
      'FY-2024/2025',
      'Cass. civ., sez. III, n. 12345/2020, e Corte cost. n. 80/2021',
      'Uradni list RS, št. 163/22',
    ],
  },
}

function findCode(view: View, start: number, prefixEnd: number, findings: Findings): void {
  const prefix = view.text.slice(start, prefixEnd)
  const isKnown = known.has(prefix)
  if (findIssue(view, start, prefixEnd, findings)) return
  if (countDigits(view, prefixEnd + 1) < (isKnown ? fewestOfKnown : fewestDigits)) return
  if (published.has(prefix) || roman.test(prefix)) return
  const end = matchAt(view, code, start)
  if (end < 0) return
  const numbers = view.text.slice(prefixEnd + 1, end)
  // `S-1-5-21-…` is an account of Windows.
  if (prefix === 'S' && numbers.startsWith('1-')) return
  const digits = digitsIn(numbers)
  if (digits < (isKnown ? fewestOfKnown : fewestDigits) || date.test(numbers)) return
  const word = numberWordBefore(view, start)
  if (word === start && !isKnown && (digits < manyDigits || !isTypical(prefix, numbers)) && !isSpokenOf(view, start))
    return
  if (word === start && common.has(prefix)) return
  if (word === start && isInTable(view, start)) return
  if (view.isNear(THINGS.name, word, distance) || isLawBefore(view, word)) return
  findings.add(start, end, 'CASE_NUMBER', LIKELY)
}

/** `#118/26/AB`, "Notiz #88204-26": the sign for a number, and joints, which colours and requests to merge have none of. */
function findSigned(view: View, start: number, _end: number, findings: Findings): void {
  if (isWord(view.unit(start - 2)) || view.isNear(THINGS.name, start, distance)) return
  const end = matchAt(view, titled, start)
  if (end > 0 && isOwn(view.text.slice(start, end))) findings.add(start, end, 'CASE_NUMBER', LIKELY)
}

/** What a report, a note or a record is headed with: "Wartungsbericht WB-4471/26" alone in its line, or before a dash. */
function findTitled(view: View, start: number, _end: number, findings: Findings): void {
  const line = lineBefore(view, start)
  const isSpoken = isBehindTracker(view, start)
  if (line < 0 && !isSpoken) return
  const end = matchAt(view, titled, start)
  if (isSpoken && end > 0 && isOwn(view.text.slice(start, end)) && !isLawBefore(view, start))
    findings.add(start, end, 'CASE_NUMBER', LIKELY)
  if (line < 0 || end < 0 || matchAt(view, endOfTitle, end) < 0 || !isOwn(view.text.slice(start, end))) return
  const head = view.text.slice(line, start)
  if (!title.test(head) || view.isNear(THINGS.name, start, distance) || isLawBefore(view, start)) return
  findings.add(start, end, 'CASE_NUMBER', LIKELY)
}

/** Letters, digits and joints, with at least five digits. */
const titled =
  /(?=(?:[^\d\n ]{0,4}\d){5})(?:\p{Lu}{1,5}[-/])?[\p{Lu}\d]{1,10}(?:[-/.][\p{Lu}\d]{1,10}){1,4}(?![\p{L}\p{N}]|[-./]\d)/uy
const endOfTitle = /\.?(?=[\n\r]|$| - | \| )/uy
/** Words, the last one no abbreviation in capitals as norms begin with, and no article of a sentence. */
const title =
  /^[#*> ]{0,4}\p{Lu}[\p{L}'-]{2,30}(?: [\p{L}'-]{1,20}){0,3}(?<!(?:^| )\p{Lu}{1,5})(?: n[.r\u00b0]{1,2})? $/u
const longestTitle = 48

/** Start of the line, where only words stand between; -1 where anything else does. */
function lineBefore(view: View, start: number): number {
  let at = start
  while (at > 0 && view.unit(at - 1) !== 0x0a) {
    if (start - at > longestTitle || isDigit(view.unit(at - 1))) return -1
    at--
  }
  return at
}

/** No date, no span of years, and a prefix of nothing that is published. */
function isOwn(written: string): boolean {
  const prefix = /^\p{Lu}+/u.exec(written)?.[0] ?? ''
  if (published.has(prefix) || common.has(prefix) || roman.test(prefix) || month.test(written)) return false
  const numbers = prefix === '' ? written : written.slice(prefix.length + 1)
  return !date.test(numbers) && !calendar.test(written)
}
const calendar =
  /^(?:[0-3]?\d[-/.][01]?\d[-/.](?:19|20)?\d\d|(?:19|20)\d\d[-/](?:19|20)?\d\d|[01]?\d[-/](?:19|20)\d\d|\d{1,2}\.\d{1,2}\.\d{1,4}|0\d{1,5}[-/]\d{3,9}(?:-\d+)?)$/

/** Keys of issues as trackers write them, beside a verb of trackers: "closed by OPS-1187", "tracked in PAY-2210". */
function findIssue(view: View, start: number, prefixEnd: number, findings: Findings): boolean {
  if (prefixEnd - start < 2) return false
  const end = matchAt(view, issue, prefixEnd)
  const prefix = view.text.slice(start, prefixEnd)
  if (end < 0 || published.has(prefix) || common.has(prefix) || ofLogs.has(prefix)) return false
  if (!opensLine(view, start, end) && !isBehindTracker(view, start)) return false
  findings.add(start, end, 'CASE_NUMBER', LIKELY)
  return true
}
/** `[PAY-2210] crash at login`, `PAY-2210: crash at login` */
function opensLine(view: View, start: number, end: number): boolean {
  const isBracketed = view.unit(start - 1) === 0x5b && view.unit(end) === 0x5d && view.unit(end + 1) === 0x20
  const before = view.unit(isBracketed ? start - 2 : start - 1)
  const isFirst = before === 0 || before === 0x0a
  return isFirst && (isBracketed || (view.unit(end) === 0x3a && view.unit(end + 1) === 0x20))
}

const ofLogs = setOf('HTTP ERR ERROR WARN INFO DEBUG TRACE FATAL LOG STEP TEST PHASE PART LEVEL CODE CASE NOTE')
function isBehindTracker(view: View, start: number): boolean {
  if (view.unit(start - 1) !== 0x20 || !mayEndVerb(view, start - 1)) return false
  return ofTracker.test(view.text.slice(Math.max(0, start - longestVerb), start))
}

/** Each of the verbs ends with one of these words, a dot or a colon behind it or not, or another issue stands there. */
function mayEndVerb(view: View, end: number): boolean {
  const last = view.unit(end - 1)
  const wordStop = last === 0x2e || last === 0x3a ? end - 1 : end
  let start = wordStop
  while (start > end - longestVerb && isLetter(view.unit(start - 1))) start--
  if (start === wordStop) return isDigit(last) || last === 0x2c
  return lastWords.has(view.text.slice(start, wordStop).toLowerCase())
}
const lastWords = setOf(
  'by in with as under blocks duplicate duplicates of to ref refs resolves reopened reopens opened see and siehe mit durch von zu voir dans par ver en con',
  'vgl cf vedi zie zob patrz viz vezi katso se',
)

const issue = /-\d{2,6}(?![\p{L}\p{N}]|[-./]\d)/uy
const longestVerb = 28
const ofTracker =
  /(?:^|[^\p{L}])(?:clos(?:ed|es) (?:by|in|with|as)|fix(?:ed|es) (?:by|in|with)|track(?:ed|s) (?:by|in|as|under)|blocked by|blocks|duplicates?(?: of)?|dupe of|relates to|related to|linked to|refs?:?|resolves|resolved (?:in|by|with)|reopen(?:ed|s)(?: as)?|moved to|escalated (?:to|as|in)|logged (?:as|in|under)|raised (?:as|in|under)|filed (?:as|under)|opened (?:as)?|see|(?:and|,) \p{Lu}{2,5}-\d{2,6},? (?:and)?|siehe|erledigt (?:mit|in|durch)|behoben (?:mit|in)|vgl\.|dublette (?:von|zu)|wie in|voir|cf\.|suivi dans|bloqu\u00e9 par|ver|cerrad[oa] (?:en|con)|vedi|chius[oa] con|zie|opgelost in|zob\.|patrz|viz|vezi|katso|se) $/iu

/** A word for a case, an order or an office stands before it in the same sentence: "blocked by it since March: FL-0441". */
function isSpokenOf(view: View, start: number): boolean {
  return named.some(group => view.isNear(group, start, sentence))
}
const named = [
  'CASE_NUMBER',
  'CASE_NUMBER-numbered',
  'COURT',
  'REFERENCE',
  'ORDER_NUMBER',
  'CUSTOMER_ID',
  'INVOICE_NUMBER',
]
const sentence = 60

function digitsIn(written: string): number {
  let digits = 0
  for (let index = 0; index < written.length; index++) if (isDigit(written.charCodeAt(index))) digits++
  return digits
}

/** Codes that begin with digits and hold letters between joints: `2026-KL-0448`, `22/01187/HOU`, `448812/26-KL`. */
const digitLed =
  /(?:(?:19|20)\d\d[-/]\p{Lu}{1,4}[-/]\d{3,8}(?:[-/]\d{2,4})?|\d{2,4}\/\p{Lu}{1,4}\/\d{3,8}|\d{2}\/\d{4,6}\/\p{Lu}{2,5}|(?:19|20)\d\d\/\d{4,5}\/\p{Lu}{1,4}|\d{4,8}\/\d{2}-\p{Lu}{1,3}|\d{3}\/\d\p{Lu}\/\d{6,8}\/\d{4}|\d{2}-(?:cv|cr|mc|md|mj|bk|ap|po|CV|CR|BK|AP)-\d{4,5}(?:-\p{Lu}{2,4}){0,3})(?![\p{L}\p{N}]|[-/.]\d)/uy
const month =
  /[-/](?:JAN|FEB|FEV|MAR|M\u00c4R|MRZ|APR|AVR|ABR|MAI|MAY|MAJ|MEI|JUN|JUIN|JUL|JUIL|AUG|AOU|AGO|SEP|SEPT|OCT|OKT|OTT|NOV|DEC|DEZ|DIC|KW|Q|W|H|V|R|T|M|CE|EU|EC|EG|UE|WE|ES|EK|EEC|EWG|ISO|EN)[-/]/

function findDigitLed(view: View, start: number, _end: number, findings: Findings): void {
  const end = matchAt(view, digitLed, start)
  if (end < 0 || !standsAlone(view, start, end) || isInTable(view, start)) return
  const written = view.text.slice(start, end)
  if (month.test(written) || written.replace(/\D/g, '').length < manyDigits) return
  if (view.isNear(THINGS.name, start, distance) || isLawBefore(view, start)) return
  findings.add(start, end, 'CASE_NUMBER', LIKELY)
}

/** Digits of the code that may go on from here: counted up to what none holds. */
function countDigits(view: View, from: number): number {
  let digits = 0
  for (let at = from; at < from + longestNumbers && digits < fewestDigits; at++) {
    const unit = view.unit(at)
    if (isDigit(unit)) digits++
    else if (unit !== 0x2d && unit !== 0x2e && unit !== 0x2f && !isLetter(unit)) break
  }
  return digits
}

/** Columns of lists of parts: behind a bar or three blanks. */
function isInTable(view: View, start: number): boolean {
  const before = view.unit(start - 1)
  if (before !== 0x20) return before === 0x7c
  const further = view.unit(start - 2)
  return further === 0x7c || (further === 0x20 && view.unit(start - 3) === 0x20)
}

/** As help desks number incidents, requests, changes and cases: a kind, then seven digits or more without a joint. */
const service = /(?:INC|RITM|CHG|PRB|REQ|SCTASK|TASK|CASE|TKT|WO|HD|CS|CSM|SR|GWF|NFRC|CMP|CLM|SIN|RMA)\d{6,12}/y

function findServiceNumber(view: View, start: number, end: number, findings: Findings): void {
  if (matchAt(view, service, start) === end && standsAlone(view, start, end)) {
    findings.add(start, end, 'CASE_NUMBER', TYPICAL)
  }
}

/** One letter says little: a year beside the number says more. */
function isTypical(prefix: string, numbers: string): boolean {
  return prefix.length > 1 || /\d[-/]\d|(?:^|[-/.])(?:19|20)\d\d(?:[-/.]|$)/.test(numbers)
}

/** Start of "no. ", "nr ", `#`, `№`, `id="`, `ref: ` before a code; `start` where none stands there. */
function numberWordBefore(view: View, start: number): number {
  let at = start
  if (view.unit(at - 1) === 0x3e) at = tagStart(view, at)
  while (at > start - longestFrame && isFrame(view.unit(at - 1))) at--
  const sign = view.unit(at - 1)
  if (sign === 0x23 || sign === 0x2116 || sign === 0xb0 || sign === 0xba) return at - 1
  let word = at
  while (word > at - longestWord && isLetter(view.unit(word - 1))) word--
  const isNumberWord = word < at && at < start && connectorAt(view.units, word, at)?.kind === 'number'
  return isNumberWord ? word : start
}

const longestFrame = 8

/** Start of `<b>` that ends here; the same offset where none does. */
function tagStart(view: View, end: number): number {
  for (let at = end - 2; at > end - longestFrame; at--) if (view.unit(at) === 0x3c) return at
  return end
}

/** Blanks, quotes, brackets and signs that stand between a word and its number, by unit. */
const frames = new Set(Array.from(' \t"\'`:=.(*_>«„“', sign => sign.charCodeAt(0)))

function isFrame(unit: number): boolean {
  return frames.has(unit)
}
