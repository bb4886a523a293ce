/** VAT numbers with the prefix of their state and its check digit, and numbers behind words for "VAT". */

import { standsAlone } from '../boundaries.ts'
import { isDigit } from '../characters.ts'
import { isLuhnValid, isMod11Of10Valid, numberAt, remainder, weightedSum } from '../checksums.ts'
import { compact, compactEnd } from '../compact.ts'
import { labelledNumber } from '../labelled-number.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun } from '../recognizer.ts'
import { pairs } from '../run-filter.ts'
import { CERTAIN, LABELLED } from '../scores.ts'
import type { View } from '../view.ts'
import { isBulgarianCompanyNumber } from './bg/company-number.ts'
import { isCypriotTaxNumber } from './cy/tax-number.ts'
import { isBirthNumber } from './cz/birth-number.ts'
import { isCzechCompanyNumber } from './cz/company-number.ts'
import { isSpanishCompanyNumber } from './es/company-number.ts'
import { isSpanishIdentityNumber } from './es/identity-number.ts'
import { isFinnishBusinessId } from './fi/business-id.ts'
import { isGreekTaxNumber } from './gr/tax-number.ts'
import { isHungarianTaxNumber } from './hu/tax-number.ts'
import { isIrishNumber } from './ie/personal-public-service.ts'
import { isItalianVatNumber } from './it/vat-number.ts'
import { isDutchServiceNumber } from './nl/citizen-service-number.ts'
import { isPolishTaxNumber } from './pl/tax-number.ts'
import { isPortugueseTaxNumber } from './pt/tax-number.ts'
import { isRomanianCompanyNumber } from './ro/company-number.ts'
import { isSlovenianTaxNumber } from './si/tax-number.ts'

const vatWords: LabelGroup = {
  name: 'VAT_ID',
  words: {
    '*': 'vat|vat id|vat number|vat no|vat reg|vatid|vat~|vat registration|vat registration number|tva~',
    bg: 'ддс|ддс №|ин по ддс|номер по ддс|идентификационен номер по ддс',
    cs: 'dič|daňové identifikační číslo',
    da: 'moms|momsnr|moms~|cvr|cvr~|cvrnr|se nummer',
    de: 'ust|ust id|ust id nr|ustid|ustidnr|ust idnr|umsatzsteuer id|umsatzsteuer~|umsatzsteuer identifikationsnummer|umsatzsteueridentifikationsnummer|mwst|mwst~|atu',
    el: 'αφμ|α φ μ|αφμ φπα|αριθμός φπα|φπα',
    es: 'nif iva|iva|número de iva|nif intracomunitario|cif',
    et: 'kmkr|kmkr~|käibemaksukohustuslase~|käibemaksukohustuslase number|km kohustuslase',
    fi: 'alv|alv~|alv tunnus|alv numero|arvonlisäverotunniste|arvonlisävero~',
    fr: 'tva|tva intracommunautaire|numéro de tva|n tva|tva intra|tva intracom|btw tva',
    ga: 'cbl|uimhir cbl|uimhir chláraithe cbl',
    hr: 'pdv|pdv id|pdv id broj|pdv~|pdv identifikacijski broj',
    hu: 'áfa|közösségi adószám|eu adószám|áfa szám|adószám',
    is: 'vsk|vsk~|vsk númer|virðisaukaskattsnúmer',
    it: 'p iva|piva|partita iva|part iva|iva|partitaiva',
    lt: 'pvm|pvm kodas|pvm mokėtojo kodas|pvm mokėtojo',
    lv: 'pvn|pvn numurs|pvn reģ|pvn reģistrācijas|pvn reģ nr|pvn maksātāja',
    mt: 'vat|numru tal-vat|numru tal vat',
    nl: 'btw|btw~|btw id|btw nummer|btwnummer|btw identificatienummer|omzetbelasting~|ob~|btw nr',
    no: 'mva|mva~|mva nummer|momsregister',
    pl: 'nip|nip ue|vat ue|numer vat',
    pt: 'nipc|iva|número de iva|contribuinte',
    ro: 'cod tva|cif|cui|cod fiscal|tva|cod de tva',
    sk: 'ič dph|ičdph|ič pre daň|dph|dič',
    sl: 'id za ddv|ddv|ddv id|identifikacijska številka za ddv|id št za ddv',
    sv: 'moms|momsreg|momsreg~|momsregistrerings~|momsregistreringsnummer|vatnr|momsnr|moms~',
  },
}

interface State {
  /** How many letters and digits follow the prefix; the longest first. */
  readonly lengths: readonly number[]
  readonly form: RegExp
  /** Of the part behind the prefix. */
  readonly isValid?: (number: string) => boolean
}

/** By prefix; rules as the Commission's VIES and the states publish them. */
const states: Readonly<Record<string, State>> = {
  AT: { lengths: [9], form: /^U\d{8}$/, isValid: isAustrian },
  BE: {
    lengths: [10],
    form: /^[01]\d{9}$/,
    isValid: number => 97 - remainder(number.slice(0, 8), 97) === numberAt(number, 8, 10),
  },
  BG: {
    lengths: [10, 9],
    form: /^\d{9,10}$/,
    isValid: number => number.length === 10 || isBulgarianCompanyNumber(number),
  },
  CY: { lengths: [9], form: /^\d{8}[A-Z]$/, isValid: isCypriotTaxNumber },
  CZ: {
    lengths: [10, 9, 8],
    form: /^\d{8,10}$/,
    isValid: number =>
      number.length === 8 ? isCzechCompanyNumber(number) : number.startsWith('6') || isBirthNumber(number),
  },
  DE: { lengths: [9], form: /^[1-9]\d{8}$/, isValid: isMod11Of10Valid },
  DK: {
    lengths: [8],
    form: /^[1-9]\d{7}$/,
    isValid: number => weightedSum(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  EE: {
    lengths: [9],
    form: /^10\d{7}$/,
    isValid: number => weightedSum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  },
  EL: { lengths: [9], form: /^\d{9}$/, isValid: isGreekTaxNumber },
  ES: {
    lengths: [9],
    form: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
    isValid: number =>
      /^[A-HJNP-SUVW]/.test(number) ? isSpanishCompanyNumber(number) : isSpanishIdentityNumber(number),
  },
  FI: { lengths: [8], form: /^\d{8}$/, isValid: isFinnishBusinessId },
  FR: { lengths: [11], form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, isValid: isFrench },
  GB: { lengths: [12, 9], form: /^\d{9}(?:\d{3})?$/, isValid: isBritish },
  GR: { lengths: [9], form: /^\d{9}$/, isValid: isGreekTaxNumber },
  HR: { lengths: [11], form: /^\d{11}$/, isValid: isMod11Of10Valid },
  HU: { lengths: [8], form: /^\d{8}$/, isValid: isHungarianTaxNumber },
  IE: {
    lengths: [9, 8],
    form: /^\d[0-9A-Z+*]\d{5}[A-W][A-I]?$/,
    isValid: number => !/^\d{7}/.test(number) || isIrishNumber(number),
  },
  IT: { lengths: [11], form: /^\d{11}$/, isValid: isItalianVatNumber },
  LT: { lengths: [12, 9], form: /^\d{7}1\d$|^\d{10}1\d$/, isValid: isLithuanian },
  LU: {
    lengths: [8],
    form: /^\d{8}$/,
    isValid: number => remainder(number.slice(0, 6), 89) === numberAt(number, 6, 8),
  },
  LV: {
    lengths: [11],
    form: /^\d{11}$/,
    isValid: number =>
      number.startsWith('32') ||
      /^[0-3]/.test(number) ||
      weightedSum(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3,
  },
  MT: {
    lengths: [8],
    form: /^[1-9]\d{7}$/,
    isValid: number => 37 - (weightedSum(number, [3, 4, 6, 7, 8, 9]) % 37) === numberAt(number, 6, 8),
  },
  NL: { lengths: [12], form: /^\d{9}B\d{2}$/, isValid: isDutch },
  NO: {
    lengths: [12, 9],
    form: /^\d{9}(?:MVA)?$/,
    isValid: number => (11 - (weightedSum(number, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === numberAt(number, 8, 9),
  },
  PL: { lengths: [10], form: /^\d{10}$/, isValid: isPolishTaxNumber },
  PT: { lengths: [9], form: /^\d{9}$/, isValid: isPortugueseTaxNumber },
  RO: { lengths: [10, 9, 8, 7, 6], form: /^[1-9]\d{5,9}$/, isValid: isRomanianCompanyNumber },
  SE: { lengths: [12], form: /^\d{10}01$/, isValid: number => isLuhnValid(number.slice(0, 10)) },
  SI: { lengths: [8], form: /^[1-9]\d{7}$/, isValid: isSlovenianTaxNumber },
  SK: { lengths: [10], form: /^[1-9]\d[2-47-9]\d{7}$/, isValid: number => remainder(number, 11) === 0 },
  XI: { lengths: [12, 9], form: /^\d{9}(?:\d{3})?$/, isValid: isBritish },
}

const separators = ' -.'
const findNumber = labelledNumber({
  type: 'VAT_ID',
  form: new RegExp(
    `^(?:${Object.keys(states).join('|')}|CHE|ATU|EU)?[A-Z]?\\d{7,12}(?:B\\d\\d|MVA|MWST|TVA|IVA|[A-Z]{1,2})?$`,
  ),
})

export const vatId: BuiltInRecognizer = {
  name: 'vat-id',
  source: 'https://ec.europa.eu/taxation_customs/vies/',
  types: ['VAT_ID'],
  anchors: [
    onRun(2, 15, findPrefixed, { made: ['A9'] }),
    // "DE 811 569 869", "FR X3 443061841", "ATU 12345675"
    onRun(2, 2, findPrefixed, { made: ['A'], after: pairs(separators, '9a') }),
    onRun(3, 3, findPrefixed, { made: ['A'], after: pairs(separators, '9') }),
    onLabel(vatWords, (view, value, findings) => {
      // "Faktura VAT nr 27/2024": the number of the invoice.
      if (!/\w\/\w/.test(view.text.slice(value.start, value.start + 14))) findNumber(view, value, findings)
    }),
  ],
  examples: {
    match: [
      'USt-IdNr. «DE811569869»',
      'VAT «DE 811 569 869»',
      'firm «DE811569869», Berlin',
      'UID «ATU12345675»',
      'BTW «BE 0403.170.701»',
      'ДДС № «BG131071587»',
      'ΦΠΑ «CY10259033P»',
      'DIČ «CZ27182819»',
      'DIČ «CZ8556123455»',
      'moms «DK28765436»',
      'KMKR «EE100931558»',
      'Α.Φ.Μ. «EL 123456783»',
      'NIF-IVA «ESB58312349»',
      'ALV «FI23456780»',
      'TVA «FR 64 443061841»',
      'VAT reg «GB 123 4567 82»',
      'PDV ID «HR12345678903»',
      'közösségi adószám «HU23456787»',
      'VAT no «IE3546789V»',
      'cliente «IT 02459870347»',
      'PVM kodas «LT119511515»',
      'TVA «LU26375245»',
      'PVN reģ. Nr. «LV40003521600»',
      'VAT No. «MT11679112»',
      'btw «NL004495445B01»',
      '"vat":"«NO 923 456 783 MVA»"',
      'kontrahent «PL 773-145-78-29»',
      'NIPC «PT234567899»',
      'client «RO 2345677», prin',
      'momsreg.nr «SE556677889901»',
      'kupec «SI87654326»',
      'IČ DPH «SK2023456776»',
      'VSK-númer «6392584»',
    ],
    miss: [
      'VAT 20 %',
      'inkl. 19 % MwSt. 1.234,56 €',
      'DE811569860',
      'TVA 20,00 %',
      'DE 2024',
      'moms 25 %',
      'IVA 1234567,89',
      'FR 12 34',
      'NO 12345678',
      'SE 123',
    ],
  },
}

function findPrefixed(view: View, start: number, _end: number, findings: Findings): void {
  if (!isState(view.unit(start), view.unit(start + 1)) || !mayStartNumber(view, start + 2)) return
  const state = states[view.text.slice(start, start + 2)]
  if (state === undefined) return
  for (const length of state.lengths) {
    const end = compactEnd(view, start, length + 2, separators)
    if (end < 0 || !standsAlone(view, start, end)) continue
    const number = compact(view, start, end).slice(2)
    if (!state.form.test(number)) continue
    if (state.isValid === undefined || state.isValid(number)) findings.add(start, end, 'VAT_ID', CERTAIN)
    else if (view.isNear(vatWords.name, start, 24)) findings.add(start, end, 'VAT_ID', LABELLED)
    return
  }
}

/** One for the letters of each state, as capitals. */
const stateOfPair = new Uint8Array(26 * 26)
for (const state of Object.keys(states)) stateOfPair[placeOf(state.charCodeAt(0), state.charCodeAt(1))] = 1

function placeOf(first: number, second: number): number {
  return (first - 0x41) * 26 + second - 0x41
}

function isState(first: number, second: number): boolean {
  const isPair = first >= 0x41 && first <= 0x5a && second >= 0x41 && second <= 0x5a
  return isPair && stateOfPair[placeOf(first, second)] === 1
}

/** A digit, or a letter and a digit: what follows the prefix soon shows whether it is one. */
function mayStartNumber(view: View, at: number): boolean {
  const unit = view.unit(at)
  const from = unit === 0x20 || unit === 0x2d || unit === 0x2e ? at + 1 : at
  return isDigit(view.unit(from)) || isDigit(view.unit(from + 1)) || isDigit(view.unit(from + 2))
}

function isAustrian(number: string): boolean {
  let sum = 4
  for (let index = 1; index < 8; index++) {
    const product = numberAt(number, index, index + 1) * (index % 2 === 0 ? 2 : 1)
    sum += (product % 10) + Math.floor(product / 10)
  }
  return (10 - (sum % 10)) % 10 === numberAt(number, 8, 9)
}

/** Two digits: the key of the number behind them; with letters in the key any number goes. */
function isFrench(number: string): boolean {
  const siren = number.slice(2)
  if (!isLuhnValid(siren)) return false
  return !/^\d\d/.test(number) || (12 + 3 * remainder(siren, 97)) % 97 === numberAt(number, 0, 2)
}

function isBritish(number: string): boolean {
  const sum = weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) + numberAt(number, 7, 9)
  return sum % 97 === 0 || sum % 97 === 42 || sum % 97 === 55
}

/** The number of the firm passes the test of eleven; that of sole traders since 2020 the rest by 97 of all, letters counted. */
function isDutch(number: string): boolean {
  if (isDutchServiceNumber(number.slice(0, 9))) return true
  return remainder(`2321${number.slice(0, 9)}11${number.slice(10)}`, 97) === 1
}

function isLithuanian(number: string): boolean {
  const last = number.length - 1
  const weights = Array.from({ length: last }, (_, index) => (index % 9) + 1)
  const first = weightedSum(number, weights) % 11
  const second =
    weightedSum(
      number,
      Array.from({ length: last }, (_, index) => ((index + 2) % 9) + 1),
    ) % 11
  return (first < 10 ? first : second % 10) === numberAt(number, last, last + 1)
}
