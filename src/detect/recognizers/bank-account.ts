/**
 * Domestic bank accounts and the codes of banks and branches, as they were written before IBAN and still are. The basic
 * account numbers of the countries are listed in the IBAN registry; those with check digits are known without words.
 */
import {
  isBelgianNumber,
  isCroatianNumber,
  isCzechNumber,
  isDutchNumber,
  isFrenchNumber,
  isHungarianNumber,
  isMexicanNumber,
  isNorwegianNumber,
  isPolishNumber,
  isPortugueseNumber,
  isRoutingNumber,
  isSlovenianNumber,
  isSpanishNumber,
} from '../bank-checksums.ts'
import { isWholeToken, standsAlone } from '../boundaries.ts'
import { isDigit, isWord } from '../characters.ts'
import { compact } from '../compact.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { lazily, matchAt } from '../patterns.ts'
import {
  type BuiltInRecognizer,
  type Finder,
  type Findings,
  type LabelGroup,
  onLabel,
  onRun,
  onShape,
} from '../recognizer.ts'
import { CHECKED, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

/** Words that name an account or a bank's code and nothing else. */
const accountWords: LabelGroup = {
  name: 'BANK_ACCOUNT',
  words: {
    '*': 'sort code|sortcode|routing|routing number|routing code|routing transit number|rtn|aba|aba number|bank account|bank account number|bank acct|bban|clabe|bsb|ifsc|bankgiro|plusgiro|postgiro|bankgirot|bank code|branch code',
    bg: 'банкова сметка|банковата сметка|номер на сметка|банков код|разплащателна сметка|бае',
    cs: 'č ú|číslo účtu|čísla účtu|bankovní účet|bankovního účtu|bankovní spojení|č účtu|kód banky|na účet|z účtu',
    da: 'bankkonto|kontonummer|kontonr|konto nr|reg|reg nr|regnr|registreringsnummer|girokonto|gironummer|lønkonto|nemkonto|budgetkonto',
    de: 'kto|kto nr|ktonr|konto~|kontonummer|bankleitzahl|blz|girokonto|girokonto~|depot|depot~|depotnummer|wertpapierdepot|sparkonto|hausgeldkonto|mietkonto|kautionskonto|mietkautionskonto|lohnkonto|gehaltskonto|treuhandkonto|anderkonto|spendenkonto|tagesgeldkonto|festgeldkonto|sparbuch|sparbuch~|postkonto|pc konto|postcheckkonto|postscheckkonto|tagesgeldkonto|kontoverbindung|bankverbindung|gehaltskonto|bc nummer|bc nr|clearing~|clearingnummer',
    el: 'αριθμός λογαριασμού|αρ λογαριασμού|τραπεζικός λογαριασμός|τραπεζικού λογαριασμού|λογαριασμός μισθοδοσίας|αριθμό λογαριασμού|αρ λογ',
    en: 'checking account|savings account|current account|acct|acct no|checking|account and sort code|wire to account|cheque~|cheque number|transit number|institution number|giro|building society roll number|roll number|custody account|securities account|brokerage account|isa account|acc no|a c no',
    es: 'número de cuenta|n.º de cuenta|cuenta corriente|cuenta bancaria|cuenta de ahorro|código cuenta cliente|ccc|cta|cta cte|cuenta nómina|número de cheque|cuenta de valores',
    et: 'kontonumber|kontonumbri|pangakonto|arvelduskonto|arveldusarve|arve konto|väärtpaberikonto',
    fi: 'tilinumero|tilinumeron|tilinro|pankkitili|pankkitilin|tilin numero|käyttötili|arvo osuustili',
    fr: 'rib|rib banque|rib guichet|rib compte|coordonnées bancaires|relevé d identité bancaire|code banque|code guichet|numéro de compte|n° de compte|compte bancaire|compte courant|compte n|compte chèque|compte chèques|compte chèques postal|ccp|compte titres|livret a|clé rib|chèque n|chèque numéro|numéro de chèque|compte épargne',
    ga: 'cuntas bainc|uimhir chuntais|uimhir an chuntais|cód sórtála|cuntas reatha|cuntas taisce|uimhir chuntais bainc',
    hr: 'broj računa|žiro račun|žiroračun|tekući račun|bankovni račun|transakcijski račun|račun broj|brojem računa|vbdi',
    hu: 'számlaszám|számlaszám*|bankszámla|bankszámlaszám*|bankszáml*|folyószáml*|giro|giro kód|pénzforgalmi jelzőszám',
    is: 'reikningsnúmer|reikningsnr|bankareikningur|bankareikning|banki hb reikn|banki|höfuðbók|launareikningur',
    it: 'conto corrente|conto corrente postale|numero di conto|numero conto|n. conto|conto n|ccp|abi|cab|cin|conto bancario|c c bancario|deposito titoli|assegno n|numero assegno|assegno numero|libretto postale',
    lt: 'sąskaitos numeris|sąskaitos nr|banko sąskaita|banko sąskaitos|banko sąskaitą|atsiskaitomoji sąskaita|banko kodas',
    lv: 'konta numurs|konta nr|bankas konts|bankas konta|bankas kontu|norēķinu konts|bankas kods',
    mt: 'numru tal-kont|kont tal-bank|kont bankarju|kont kurrenti',
    nl: 'rekeningnummer|rekeningnr|bankrekening|bankrekeningnummer|bankrekeningnr|rek nr|reknr|gironummer|girorekening|postgiro|betaalrekening|spaarrekening|pasnummer|effectenrekening|rekening nr',
    no: 'kontonummer|kontonr|bankkonto|bankkontonummer|lønnskonto|til konto|sparekonto',
    pl: 'nr rachunku|numer rachunku|numeru rachunku|rachunek bankowy|rachunku bankowego|rachunek nr|nrb|nr konta|numer konta|konto bankowe|konta bankowego|numer rozliczeniowy|konto nr|na konto|na rachunek|wpłaty|wpłat|rachunek maklerski',
    pt: 'nib|número de conta|n.º de conta|conta bancária|conta corrente|conta à ordem|conta n|número da conta|conta poupança|conta ordenado|número de cheque|c c|agência|agencia e conta',
    ro: 'cont bancar|contul bancar|număr de cont|numărul de cont|numărul contului|nr cont|cont curent|contului bancar|cont iban',
    sk: 'číslo účtu|čísla účtu|bankový účet|bankového účtu|bankové spojenie|č účtu|kód banky|na účet|z účtu',
    sl: 'številka računa|številko računa|transakcijski račun|transakcijskega računa|transakcijskem računu|trr|št računa|bančni račun|osebni račun|bančnega računa',
    sv: 'kontonummer|kontonr|bankkonto|bankkontonummer|clearing|clearingnummer|clearingnr|cl nr|lönekonto|sparkonto|personkonto|privatkonto|depå|depånummer|autogiro|till konto|bg|pg|bgnr',
    uk: 'номер рахунку|банківський рахунок|розрахунковий рахунок|поточний рахунок|мфо|р р',
  },
}

/** Words that also name an account with a shop, or a bill. */
const looseWords: LabelGroup = {
  name: 'BANK_ACCOUNT_LOOSE',
  words: {
    bg: 'сметка|сметката|сметки',
    cs: 'účet|účtu|účtem|účtě',
    da: 'konto|kontoen|giro',
    de: 'konto|konten|kontos|konto lautend',
    el: 'λογαριασμός|λογαριασμού|λογαριασμό',
    en: 'account|account no|account number|acc|acc no|accountnumber|clearing|transit|routing and account',
    es: 'cuenta|cuentas|cheque',
    et: 'konto|kontole|kontolt|konto nr',
    fi: 'tili|tilille|tililtä|tilin|tililleni',
    fr: 'compte|comptes|guichet|banque|livret|chèque|clé|clé rib',
    ga: 'cuntas',
    hr: 'račun|računa|računu',
    hu: 'számla|számlára|számlámra|számlájára|számláról',
    is: 'reikningur|reikning|reikningi|reikn',
    it: 'conto|conti|assegno|libretto',
    lt: 'sąskaita|sąskaitos|sąskaitą|sąskaitoje',
    lv: 'konts|konta|kontu|kontā',
    mt: 'kont|kontijiet',
    nl: 'rekening|giro|bank',
    no: 'konto|kontoen',
    pl: 'konto|konta|rachunek|rachunku',
    pt: 'conta|contas|cheque',
    ro: 'cont|contul|contului',
    sk: 'účet|účtu|účte',
    sl: 'račun|računa|računu',
    sv: 'konto|kontot|giro',
    uk: 'рахунок|рахунку',
  },
}

const bankWords = 'BANK_NEAR'
const near = 120

/** Digits in groups; the last letters and the one in front are those of Italian and French accounts. */
const written =
  /(?:[A-Z] ?(?=\d{5} ?\d{5}))?\d{1,30}(?:(?:[ ./]| - |-|\n {0,8})(?:[A-Z0-9]{11}(?= \d\d(?![0-9]))|\d{1,16}|[xX](?![A-Za-z])))*/y
const bounded = new RegExp(written.source.replace(/\)\*$/, '){0,8}'), 'y')
const dateOrAmount =
  /^(?:[0-3]?\d[-./][01]?\d[-./]\d{2,4}|(?:19|20)\d\d[-./][01]?\d(?:[-./][0-3]?\d)?|[0-3]?\d[-./][01]?\d\.?|\d{1,3}(?:[. ]\d{3})*[.,]\d\d|(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?)$/

type Check = (digits: string) => boolean

/** Written forms with check digits: known without a word, if the check is strong or the form rare. */
const checkedShapes: readonly (readonly [shapes: readonly string[], check: Check])[] = [
  [
    ['99 9999 9999 9999 9999 9999 9999', '99999999999999999999999999', '99-9999-9999-9999-9999-9999-9999'],
    isPolishNumber,
  ],
  [['99999999-99999999-99999999', '99999999-99999999', '99999999 99999999 99999999'], isHungarianNumber],
  [
    [
      '9999 9999 99 9999999999',
      '9999-9999-99-9999999999',
      '9999.9999.99.9999999999',
      '9999/9999/99/9999999999',
      '99999999999999999999',
    ],
    isSpanishNumber,
  ],
  [['99999 99999 99999999999 99', '99999-99999-99999999999-99', '99999999999999999999999'], isFrenchNumber],
  [['9999 9999 99999999999 99', '9999.9999.99999999999.99', '9999-9999-99999999999-99'], isPortugueseNumber],
  [['999-9999999-99'], isBelgianNumber],
  [['9999.99.99999'], isNorwegianNumber],
  [['99999-9999999999', '99999-9999999-999'], isSlovenianNumber],
  [['9999999-9999999999'], isCroatianNumber],
]

/** Czech and Slovak accounts: prefix, number, code of the bank. */
const czechShapes: string[] = []
for (let length = 6; length <= 10; length++) {
  czechShapes.push(`${'9'.repeat(length)}/9999`)
  for (let prefix = 1; prefix <= 6; prefix++) czechShapes.push(`${'9'.repeat(prefix)}-${'9'.repeat(length)}/9999`)
}

/** Codes of banks, Czech and Slovak (lists of the Česká národní banka and the Národná banka Slovenska). */
const czechBanks = new Set(
  (
    '0100 0200 0300 0600 0710 0720 0800 0900 1100 1111 2010 2020 2030 2060 2070 2100 2200 2220 2250 2260 2275 2600 2700 3000 3030 3050 3060 ' +
    '3100 3500 4000 4300 5200 5500 5600 5800 5900 6000 6100 6200 6210 6300 6363 6500 6700 6800 7300 7500 7910 7930 7950 7960 7970 7990 8030 ' +
    '8040 8050 8060 8090 8100 8120 8130 8150 8160 8170 8180 8190 8198 8199 8200 8220 8230 8240 8250 8255 8265 8270 8280 8293 8299 8320 8330 ' +
    '8360 8370 8410 8420 8430 8450 8500 9950'
  ).split(' '),
)

export const bankAccount: BuiltInRecognizer = {
  name: 'bank-account',
  source: 'https://www.swift.com/standards/data-standards/iban-international-bank-account-number',
  types: ['BANK_ACCOUNT'],
  anchors: [
    ...checkedShapes.map(([shapes, check]) => onShape(shapes, findChecked(check))),
    onShape(czechShapes, findCzech),
    onShape(['99-99-99', '99 99 99'], findSortCode),
    onShape(['99-99-99 99999999', '99 99 99 99999999'], findSortCodeAndAccount),
    onRun(6, 12, findAbbreviated, { made: ['9', '9A'], before: ' :' }),
    onLabel(accountWords, (view, value, findings) => findNamed(view, value, false, findings)),
    onLabel(looseWords, findLoose),
  ],
  examples: {
    match: [
      'sort code «20-00-00», account «55779911»',
      'sort code «200000»',
      'Sort code: «60-16-13» a/c «31926819»',
      'account «60-16-13 31926819»',
      'Kto. «532013000», BLZ «370 400 44»',
      'Depot «0071 2290 45»',
      'ABA routing «021000021», acct «6620184435»',
      '"routing_number": "«011401533»"',
      'účet «19-2000145399/0800»',
      'zaplaťte na «2000145399/0800»',
      'na účet «1234567890/0200»',
      'Wpłaty: «61 1090 1014 0000 0712 1981 2874»',
      'przelew «61109010140000071219812874»',
      'Számlaszám: «11773016-11111018-00000000»',
      'CCC: «2100 0418 45 0200051332»',
      'CLABE «032180000118359719»',
      'RIB : «20041 01005 0500013M026 06»',
      'NIB «0002 0123 12345678901 54»',
      'rekening «539-0075470-34»',
      'rekeningnummer «73.61.60.221»',
      'kontonummer «8601.11.17947»',
      'bankgiro «5805-6201», clearing «8105-9», konto «923 118 407-5»',
      'Plusgiro: «28 65 43-4»',
      'reg. «3409» konto «0440116243»',
      'TRR: «26330-0012039086»',
      'tilinumero «159030-776»',
      'reikningsnúmer «0133-26-012345»',
      'conto corrente «000000123456», ABI «05428», CAB «11101»',
      'cont bancar «2511012345678»',
      'банкова сметка «1234567890»',
      'αριθμός λογαριασμού «0110 1250 0000 0001»',
      'banko sąskaitos nr. «1000 0111 0100»',
      'konta numurs: «4350 1234 5678»',
      'kontonumber «221020145685»',
      'uimhir chuntais «12345678»',
      'tekući račun «1234567890»',
      'rekening «12.34.56.789»',
      'PC-Konto «80-2-2»',
      'kont tal-bank «40012345678»',
      'refund to my bank, account «55810392»',
      'αρ. λογαριασμού «0110 1250 0000 0001», λογαριασμός Εθνικής Τράπεζας «104/471234-56»',
      'sort «20-40-60» acc «12345678»\nname,account_number,sort_code\nx,«12345678»,«204060»',
      'CCC anterior: «2100 0418 45 0200051332»',
      '(«30-90-12» / «41736655»)',
      'pay «60-83-71 44152290» today',
      'RIB : banque «30004» guichet «00823» compte «00041736655» clé «43»',
    ],
    miss: [
      'account manager since 2019',
      'your account 2 days ago',
      'konto 12',
      '12-34-56',
      '12-11-24 20241112',
      'zie blz. 118',
      'tel 20-31-58',
      'účet 819 Kč',
      'Konto seit 01.02.2023',
      'account balance 1.250,00',
      'sort code 12.04.2024',
      'account DE-1234',
      '12345678-12345678',
      'routing table 10',
      'reg. 1',
    ],
  },
}

function findChecked(check: Check): Finder {
  return (view, start, end, findings) => {
    if (check(compact(view, start, end))) findings.add(start, end, 'BANK_ACCOUNT', CHECKED)
  }
}

function findCzech(view: View, start: number, end: number, findings: Findings): void {
  if (!czechBanks.has(view.text.slice(end - 4, end))) return
  const parts = view.text.slice(start, end - 5).split('-')
  const isNear = view.isNear(bankWords, start, near)
  // 999999/9999 is also a Czech personal number.
  if (parts.every(isCzechNumber) && (isNear || parts.length > 1 || parts[0]!.length > 6)) {
    findings.add(start, end, 'BANK_ACCOUNT', isNear ? CHECKED : TYPICAL)
  } else if (parts.length > 1 && parts[1]!.length > 4) {
    // Mistyped: a prefix, a number and the code of a bank are nothing else.
    findings.add(start, end, 'BANK_ACCOUNT', LIKELY)
  }
}

const sortWord = lazily(() => /(?:^|[^\p{L}])(?:sort|s\/c)(?: ?code)?[:# ]{1,3}(?:["'`(*_>]{1,2}\s?|<\w{1,8}>|\t)?$/iu)
/** Up to the end of the account number: ", account 12345678", " / 12345678". */
const accountBehind =
  /[,;]? {0,2}(?:and |[/|-] ?)?(?:a\/c|acc|acct|account)?(?: ?(?:no|number|num)\.?)?[:# ]{0,3}\d{8}/iy

/** A sort code is known by the account that follows, or by words before. */
function findSortCode(view: View, start: number, end: number, findings: Findings): void {
  const isNamed =
    view.isNear(accountWords.name, start, 40) || sortWord().test(view.text.slice(Math.max(0, start - 20), start))
  if (!isNamed) {
    findBritishPair(view, start, end, findings)
    return
  }
  findings.add(start, end, 'BANK_ACCOUNT', TYPICAL)
  const account = matchAt(view, accountBehind, end)
  if (account > 0 && isWholeToken(view, account - 8, account))
    findings.add(account - 8, account, 'BANK_ACCOUNT', LABELLED)
}

function findSortCodeAndAccount(view: View, start: number, end: number, findings: Findings): void {
  const isNamed = isNearBank(view, start) || view.isLabelled(looseWords.name, start)
  if (isNamed || (view.unit(start + 2) === 0x2d && !mayBeDate(view.text.slice(start, start + 8))))
    findings.add(start, end, 'BANK_ACCOUNT', CHECKED)
}

const shortForm = lazily(() => /(?:^|[^\p{L}\p{N}])[acАC]\/[acC](?: ?(?:n[or°º]?\.?|nr\.?|number|#))?[ :]{0,3}$/iu)

/** "a/c 31926819", "c/c n. 654321". */
function findAbbreviated(view: View, start: number, end: number, findings: Findings): void {
  const sign = view.unit(start - 1)
  if ((sign !== 0x20 && sign !== 0x3a) || !isDigit(view.unit(start)) || !holdsSlash(view, start)) return
  if (shortForm().test(view.text.slice(Math.max(0, start - 16), start)) && standsAlone(view, start, end)) {
    findings.add(start, end, 'BANK_ACCOUNT', LABELLED)
  }
}

function holdsSlash(view: View, before: number): boolean {
  let at = before - 1
  while (at > before - 12 && view.unit(at) !== 0x2f) at--
  return at > before - 12
}

function mayBeDate(written: string): boolean {
  const [first = 0, second = 0, third = 0] = written.split('-').map(Number)
  return (first <= 31 && second <= 12) || (second <= 12 && third <= 31) || (first <= 12 && second <= 31)
}

/** "30-90-12 / 41806655": a British sort code with its account, as nothing else is written. */
function findBritishPair(view: View, start: number, end: number, findings: Findings): void {
  const account = matchAt(view, britishAccount, end)
  if (account < 0 || view.unit(start + 2) !== 0x2d) return
  findings.add(start, end, 'BANK_ACCOUNT', TYPICAL)
  findings.add(account - 8, account, 'BANK_ACCOUNT', TYPICAL)
}
const britishAccount = / ?[/|] ?\d{8}(?![\p{L}\p{N}]|[-./]\d)/uy

function isNearBank(view: View, at: number): boolean {
  const { name } = accountWords
  return view.isNear(bankWords, at, near) || view.isNear(name, at, near) || view.isNear('IBAN', at, near)
}

function findLoose(view: View, value: LabelledValue, findings: Findings): void {
  const { labelStart } = value
  // Words around tell a bank's account: those before, or an account number right before or behind.
  if (isNearBank(view, labelStart) || isNearBank(view, labelStart + near)) findNamed(view, value, true, findings)
  else if (value.link !== 'cell' && value.link !== 'hint') findChecks(view, value, findings)
}

/** Without any word for a bank a check digit has to say it. */
function findChecks(view: View, value: LabelledValue, findings: Findings): void {
  const end = numberEnd(view, value)
  if (end < 0) return
  const digits = compact(view, value.start, end)
  const isGrouped = digits.length < end - value.start
  if ((isGrouped && isDutchNumber(digits)) || isMexicanNumber(digits) || isNorwegianNumber(digits)) {
    findings.add(value.start, end, 'BANK_ACCOUNT', LIKELY)
  }
}

const longestNumber = 60
/** "λογαριασμός Εθνικής Τράπεζας 104/471234": two words at most, then a long number. */
const wordsBetween = /(?:\p{L}\p{Ll}[\p{L}.'-]{0,20} ){1,2}(?=\d[\d /.-]{6,24}\d)/uy
/** "CCC anterior: 2100 …", "Konto der Mutter: 532 …". */
const moreWords = /\p{L}[^\n:;.,0-9]{1,32}: {0,3}(?:["'`(*_>]{1,2}\s?|<\w{1,8}>|\t)?(?=\d)/uy

function findNamed(view: View, named: LabelledValue, isLoose: boolean, findings: Findings): void {
  const behind = Math.max(matchAt(view, moreWords, named.start), matchAt(view, wordsBetween, named.start))
  const value =
    behind < 0 ? named : { ...named, start: behind, limit: Math.min(view.text.length, behind + longestNumber) }
  const end = numberEnd(view, value)
  if (end < 0) return
  const digits = compact(view, value.start, end)
  const label = view.text.slice(value.labelStart, value.labelEnd).toLowerCase()
  // `--popup-bg: #161923`: the colour of a background.
  if (label === 'bg' && view.unit(value.start - 1) === 0x23) return
  const shortest = fewestDigits(label, isLoose)
  if (digits.length < shortest || digits.length > 30) return
  const isRight = isRoutingNumber(digits) || isMexicanNumber(digits)
  findings.add(value.start, end, 'BANK_ACCOUNT', isRight || !isLoose ? CHECKED : LABELLED)
  addNeighbour(view, end, findings)
}

/** Codes of banks and branches are shorter than accounts. */
function fewestDigits(label: string, isLoose: boolean): number {
  if (/^cl\u00e9/.test(label)) return 2
  // "blz." is a Dutch page as well.
  if (/^blz/.test(label)) return 5
  if (isCodeOfBank(label)) return isLoose ? 5 : 3
  return isLoose ? 6 : 5
}

function isCodeOfBank(label: string): boolean {
  return /^(?:clé|reg|clearing|cl|blz|bankleit|bc|code|bank|abi|cab|guichet|banque|kód|kod|postkonto|pc|bankgiro|bg|plusgiro|pg|branch|transit|inst|höfuð|sort)/.test(
    label,
  )
}

/** Number and code one after the other: "370 400 44 / 532013000", "3409 0440116243". */
function addNeighbour(view: View, end: number, findings: Findings): void {
  const start = matchAt(view, /(?: ?[/,;|] ?| - )(?=\d{6,12}(?![0-9.,:/-]\d)(?! ?[€$£%]))/y, end)
  const stop = start < 0 ? -1 : matchAt(view, /\d{6,12}/y, start)
  if (stop > 0 && standsAlone(view, start, stop)) findings.add(start, stop, 'BANK_ACCOUNT', LIKELY)
}

/** End of the number a word names; -1 where a date, an amount or something else stands. */
function numberEnd(view: View, value: LabelledValue): number {
  const { start } = value
  if (isWord(view.unit(start - 1))) return -1
  let end = matchAt(view, bounded, start)
  if (end > value.limit) end = isDigit(view.unit(value.limit - 1)) ? value.limit : -1
  if (end < 0 || isWord(view.unit(end))) return -1
  const read = view.text.slice(start, end)
  if (dateOrAmount.test(read)) return -1
  if (end === value.limit) return end
  const after = view.text.slice(end, end + 6)
  return /^(?:[.,:]\d| ?[%€$£]| (?:Kč|Ft|zł|kr|lei|EUR|USD|GBP|CHF|лв))/.test(after) ? -1 : end
}
