/** Bank identifier codes (SWIFT codes): ISO 9362, four letters, the country, the place, perhaps the branch. */
import { isWholeToken } from '../boundaries.ts'
import { classOf, isDigit, isWord, LOWER } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun } from '../recognizer.ts'
import { CERTAIN, CHECKED, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'

/** ISO 3166-1 alpha-2, and XK as banks use it. */
const countries = new Set(
  (
    'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR ' +
    'CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR ' +
    'HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM ' +
    'MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU ' +
    'WF WS XK YE YT ZA ZM ZW'
  ).split(' '),
)

const bicWords: LabelGroup = {
  name: 'BIC',
  words: {
    '*': 'bic|bics|swift|bic swift|swift bic|bic code|swift code|bank identifier|bank identifier code|bankleitcode',
    bg: 'бик|бик код|суифт|суифт код|свифт',
    el: 'κωδικός bic|κωδικός swift|σουιφτ',
    pl: 'kod swift|kod bic',
    pt: 'código swift|código bic',
  },
}

/** Words that make a code in capitals a bank's. */
const bankWords: LabelGroup = {
  name: 'BANK_NEAR',
  words: {
    '*': 'iban|sepa|bank|banka|banco|banca|banque|banque|banku|bankas|banki|pank|pankki|pangad|swift',
    bg: 'банка|банков*|сметка|превод*',
    cs: 'účet|účtu|bankovní|převod*',
    da: 'konto|bankkonto|kontonummer|overfør*|bankens',
    de: 'konto|kontoverbindung|bankverbindung|überweis*|kontoinhaber*|girokonto|blz|bankleitzahl|sparkasse|volksbank|lastschrift*',
    el: 'λογαριασμ*|τράπεζα*|τραπέζης|κατάθεση|έμβασμα',
    en: 'sort code|bank account|wire|wire transfer|bank transfer|account holder|beneficiary|routing|payee|direct debit',
    es: 'cuenta|transferencia*|bancaria|bancario|titular|domiciliación',
    et: 'konto|arvelduskonto|pangakonto|ülekan*',
    fi: 'tili|tilille|tilinumer*|pankkitil*|tilisiirto',
    fr: 'compte|virement*|bancaire*|rib|prélèvement*',
    ga: 'cuntas bainc|banc|aistriú',
    hr: 'račun|banka|uplat*|doznak*',
    hu: 'bankszáml*|számlaszám*|utalás*|átutal*|bankja',
    it: 'conto|bonifico|bonifici|bancario|bancari|accredito|coordinate bancarie',
    lt: 'sąskait*|bankas|banko|pervedim*',
    lv: 'konts|konta|kontu|banka|pārskait*',
    mt: 'kont|bank',
    nl: 'rekening|rekening~|bankrekening*|overmak*|overschrijv*',
    no: 'konto|kontonummer|overfør*',
    pl: 'rachun*|konto|konta|bankow*|przelew*',
    pt: 'conta|transferência*|bancária|bancário|nib',
    ro: 'cont|contul|contului|bancar|virament*|transfer*',
    sk: 'účet|účtu|bankový|prevod*',
    sl: 'račun|trr|banka|nakazil*',
    sv: 'konto|kontonummer|bankkonto|clearing|bankgiro|plusgiro|överför*',
  },
}

const form = /[A-Za-z]{4} ?[A-Za-z]{2} ?[A-Za-z0-9]{2}(?: ?[A-Za-z0-9]{3})?/y

export const bic: BuiltInRecognizer = {
  name: 'bic',
  source: 'https://www.iso9362.org/isobic/overview.html',
  types: ['BIC'],
  context: [bankWords],
  anchors: [onRun(8, 11, findCode, { made: ['A9', 'A'] }), onLabel(bicWords, findNamed)],
  examples: {
    match: [
      'BIC: «COBADEFFXXX»',
      'BIC/SWIFT: «NEDSZAJJ»',
      '"bic": "«deutdedbber»"',
      'pay to «DE89 3704 0044 0532 0130 00», «COBADEFF»',
      '«FR7630006000011234567890189» («AGRIFRPP882»)',
      'bank transfer via «RBOSGB2L»',
      'SWIFT code «DABADKKK»',
      'BIC «COBADEFF»; with our bank «PBNKDEFF» in Bonn',
      'swift_code=«HANDFIHH»',
    ],
    miss: [
      'PASSWORD',
      'the DOCUMENT and the STANDARD',
      'part KXABDE12',
      'BIC is an abbreviation',
      'the swift response of the bank',
      'REGISTER NOW',
    ],
  },
}

function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  const end = matchAt(view, form, value.start, value.limit)
  const whole = end > 0 && isWholeToken(view, value.start, end) ? end : shortEnd(view, value)
  if (whole < 0) return
  const written = view.text.slice(value.start, whole)
  const code = written.replaceAll(' ', '')
  if (!countries.has(code.slice(4, 6).toUpperCase())) return
  // "swift response": a word in small letters needs a sign between it and its label.
  const isCode = written === written.toUpperCase() || (value.link !== 'bare' && !written.includes(' '))
  if (isCode && (code.length === 8 || code.length === 11)) findings.add(value.start, whole, 'BIC', CERTAIN)
}

/** The eight letters alone, where the next word was taken for the branch. */
function shortEnd(view: View, value: LabelledValue): number {
  const end = value.start + 8
  return end <= value.limit && isWholeToken(view, value.start, end) ? end : -1
}

function findCode(view: View, start: number, end: number, findings: Findings): void {
  const length = end - start
  if (length !== 8 && length !== 11) return
  const code = view.text.slice(start, end)
  if (!/^[A-Z]{6}[A-Z2-9][A-Z0-9](?:[A-Z0-9]{3})?$/.test(code) || !countries.has(code.slice(4, 6))) return
  if (!isWholeToken(view, start, end)) return
  if (isBesideIban(view, start, end, code.slice(4, 6))) findings.add(start, end, 'BIC', CHECKED)
  else if (view.isNear(bankWords.name, start, isTelling(code) ? 80 : isBehindSmallLetter(view, start) ? 24 : 0))
    findings.add(start, end, 'BIC', LIKELY)
}

/** A digit in the place or the head office's XXX: no word has them. */
function isTelling(code: string): boolean {
  return isDigit(code.charCodeAt(6)) || isDigit(code.charCodeAt(7)) || code.endsWith('XXX')
}

/** "Postbank PBNKDEFF": capitals behind a word in small letters are no heading. */
function isBehindSmallLetter(view: View, start: number): boolean {
  return view.unit(start - 1) === 0x20 && (classOf(view.unit(start - 2)) & LOWER) !== 0
}

const reach = 72

/** Does an account number of the same country stand right before or behind? */
function isBesideIban(view: View, start: number, end: number, country: string): boolean {
  return (
    holdsIban(view.text.slice(Math.max(0, start - reach), start), country) ||
    holdsIban(view.text.slice(end, end + reach), country)
  )
}

function holdsIban(text: string, country: string): boolean {
  for (let at = text.indexOf(country); at >= 0; at = text.indexOf(country, at + 2)) {
    if (isDigit(text.charCodeAt(at + 2)) && isDigit(text.charCodeAt(at + 3)) && !isWord(text.charCodeAt(at - 1)))
      return true
  }
  return false
}
