/** Security codes of payment cards: three or four digits, ISO/IEC 7813 and the schemes' rules. They are told by their words only. */
import { isWholeToken, standsAlone } from '../boundaries.ts'
import { isDigit } from '../characters.ts'
import { isLuhnValid } from '../checksums.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onShape, onText } from '../recognizer.ts'
import { CHECKED, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'

/** Words that mean this code and nothing else. */
const codeWords: LabelGroup = {
  name: 'CARD_CVV',
  words: {
    '*': 'cvv|cvc|cvn|cvx|csc|cav|cvv code|cvc code|cvv number|card verification|card verification value|card verification code|verification value',
    bg: 'цвв|код за сигурност на картата',
    da: 'kontrolcifre|kontrolcifrene|kortets sikkerhedskode',
    de: 'kartenprüf~|kartenprüfzahl|kartensicherheitscode|kartenprüfziffer',
    en: 'card security code|card code',
    fr: 'cryptogramme|cryptogramme visuel',
    hu: 'kártyaellenőrző',
    nl: 'kaartverificatie|cvc nummer',
    pl: 'kod cvv|kod cvc',
    pt: 'código cvv',
    uk: 'код безпеки картки',
  },
}

/** Words that may mean another code; a card has to be near. */
const looseWords: LabelGroup = {
  name: 'CARD_CVV_LOOSE',
  words: {
    '*': 'cid',
    bg: 'код за сигурност|защитен код|контролен код',
    cs: 'bezpečnostní kód|ověřovací kód|kontrolní kód',
    da: 'sikkerhedskode|sikkerhedskoden|kontrolkode|bekræftelseskode|cifre på bagsiden',
    de: 'prüfziffer|prüfnummer|prüfzahl|sicherheitscode|sicherheitsnummer|kontrollziffer|ziffern auf der rückseite|code auf der rückseite',
    el: 'κωδικός ασφαλείας|κωδικό ασφαλείας|κωδικός επαλήθευσης|τριψήφιος κωδικός',
    en: 'security code|security number|verification code|code on the back|three digits on the back|last three digits on the back|signature panel|three digits|digits on the back|number on the back',
    es: 'código de seguridad|código de verificación|cód seguridad|código seguridad|dígitos del reverso|código del reverso',
    et: 'turvakood|kontrollkood|turvakoodi',
    fi: 'turvakoodi|turvaluku|turvanumero|tarkistenumero|varmistusnumero|tarkiste',
    fr: 'code de sécurité|code sécurité|code de vérification|numéro de contrôle|code au dos|chiffres au dos',
    ga: 'cód slándála',
    hr: 'sigurnosni kod|kontrolni broj|sigurnosni broj',
    hu: 'biztonsági kód|biztonsági kódja|ellenőrző kód',
    is: 'öryggisnúmer|öryggiskóði',
    it: 'codice di sicurezza|codice sicurezza|cod sicurezza|codice di verifica|codice sul retro|cifre sul retro',
    lt: 'saugos kodas|apsaugos kodas|saugumo kodas',
    lv: 'drošības kods|kontroles kods',
    mt: "kodiċi ta' sigurtà|kodiċi tas-sigurtà",
    nl: 'beveiligingscode|veiligheidscode|verificatiecode|controlecode|kaartcode',
    no: 'sikkerhetskode|kontrollsifre',
    pl: 'kod zabezpieczający|kod bezpieczeństwa|kod weryfikacyjny',
    pt: 'código de segurança|cód segurança|código segurança',
    ro: 'cod de securitate|codul de securitate|cod securitate',
    sk: 'bezpečnostný kód|overovací kód',
    sl: 'varnostna koda|varnostna številka|kontrolna številka',
    sv: 'säkerhetskod|säkerhetskoden|kontrollsiffra|kontrollsiffror|verifieringskod|siffror på baksidan',
  },
}

/** Any code; the number of a card has to stand right before. */
const anyWords: LabelGroup = {
  name: 'CARD_CVV_ANY',
  words: {
    '*': 'cod|kod',
    bg: 'код',
    cs: 'kód|vzadu',
    da: 'bagpå|bagsiden|på bagsiden|kontrol',
    de: 'hinten|rückseite|pruef|prüf|prüfnr|prüfnummer|pz',
    el: 'κωδικός|κωδικό|πίσω',
    en: 'back|code',
    es: 'cód|código|reverso|detrás|el de detrás',
    et: 'taga',
    fi: 'koodi|takana',
    fr: 'dos|au dos|derrière|crypto',
    hr: 'straga|pozadi|otraga|kod straga',
    hu: 'hátul|hátoldalán|hátán|hátoldalon|kód',
    it: 'codice|retro|dietro',
    lt: 'kodas',
    lv: 'kods',
    nl: 'achterop|achterkant',
    pl: 'z tyłu|tył',
    pt: 'código|verso|atrás',
    ro: 'codul|spate',
    sk: 'kód|vzadu',
    sl: 'koda|zadaj',
    sv: 'kod|baksidan',
  },
}

const cardGroup = 'CREDIT_CARD'
/** `cvv2: 123`, and the word beside the first one: "CVC/CVV", "CVV2-Code", "cvv (3 digits)". */
const wayOn =
  /(?:2(?![0-9]))?(?:-(?:ul|ului|en|et|n|t|a|u|om|em|ja))?(?:[ /]{0,3}(?:cvv|cvc|code|kód|kod|koodi|kode|código|codice|κωδικός|код)2?)?(?: (?:is|are|was|ist|sind|lautet|sont|est|es|son|è|sono|is|zijn|är|er|on|to|je|jest|e|este|ir|yra|hija|\u03b5\u03af\u03bd\u03b1\u03b9|\u0435))?["'`]?\s{0,3}(?:[:=]\s{0,3})?(?:["'`(*_>]{1,2}\s?|<\w{1,8}>|\t)? ?(?=\d)/iy
const code = /\d{3,4}(?![0-9])/y

export const cardCvv: BuiltInRecognizer = {
  name: 'card-cvv',
  source: 'https://docs-prv.pcisecuritystandards.org/PCI%20DSS/Standard/PCI-DSS-v4_0_1.pdf',
  types: ['CARD_CVV'],
  anchors: [
    onLabel(codeWords, findCodeAhead),
    onLabel(looseWords, findNearCard),
    onLabel(anyWords, findBehindCard),
    onShape(
      [
        '9999999999999999|99|99|999',
        '9999999999999999|99|9999|999',
        '9999999999999999|99/99|999',
        '999999999999999|99|99|9999',
        '9999999999999999 99/99 999',
        '9999999999999999 99/9999 999',
        '9999 9999 9999 9999 999',
        '9999 9999 9999 9999 99/99 999',
        '9999 9999 9999 9999 99/9999 999',
      ],
      findInDump,
    ),
    onText('(', findInBrackets, '9'),
  ],
  examples: {
    match: [
      'cvv=«318»',
      '"cvc": "«7373»"',
      'CVV2: «123»',
      'le cryptogramme «082»',
      'card «4111 1111 1111 1111», security code «447»',
      'Karte «5555555555554444», Prüfziffer «914»',
      'tarjeta «4111-1111-1111-1111», código de seguridad: «123»',
      'CVC-Code: «209»',
      'cvv «123», or the three digits on the back are «318», card «4111 1111 1111 1111»',
      '«4111111111111111» 08/27 «123»',
      'Karte «4111 1111 1111 1111» («447»)',
      'karta «4111 1111 1111 1111» «447»\nok',
      'la card «4111 1111 1111 1111», cod «813», expirat',
      'Karte «4111 1111 1111 1111», die drei Ziffern hinten («558»)',
      'cvn: «551»\nname,card_cvc\nx,«551»',
    ],
    miss: [
      'Prüfziffer 914 des Strichcodes',
      'security code 447 of the gate',
      'room code 447 (118)',
      'CVV checks failed 3 times',
      'cvc: 12345',
      'CID 4402 of the sensor',
      'cvv 3.14',
    ],
  },
}

/** "cvv tez?\nklient: 630", "cvc, kom ihåg, är 318": three digits that close their clause, a few words behind. */
const fewWords =
  /[^\d.;|{}<>]{1,28}(?<![\p{L}\d.,:/-])(?=\d{3}(?:[\n;)"'!?]|[.,](?!\d)|$| (?:and|und|et|y|e|i|a|og|och|ja|\p{Lu})))/uy

/** Behind a word that means this code and nothing else, digits a few words further on. */
function findCodeAhead(view: View, value: LabelledValue, findings: Findings): void {
  findCode(view, value, findings)
  const start = matchAt(view, fewWords, value.labelEnd)
  if (
    start > 0 &&
    value.link !== 'cell' &&
    value.link !== 'hint' &&
    hasCardNumber(view, value.labelStart, furthestCard)
  )
    findings.add(start, start + 3, 'CARD_CVV', LIKELY)
}
const furthestCard = 400

function findCode(view: View, value: LabelledValue, findings: Findings): void {
  const start = codeStart(view, value)
  const end = start < 0 ? -1 : matchAt(view, code, start)
  const isCell = value.link === 'cell' || value.link === 'hint'
  if (end > 0 && (isCell ? isWholeToken(view, start, end) : standsAlone(view, start, end)))
    findings.add(start, end, 'CARD_CVV', CHECKED)
}

function findNearCard(view: View, value: LabelledValue, findings: Findings): void {
  if (
    view.isNear(cardGroup, value.start, 100) ||
    hasCardNumber(view, value.labelStart) ||
    hasCardNumber(view, value.start + 72)
  )
    findCode(view, value, findings)
}

function findBehindCard(view: View, value: LabelledValue, findings: Findings): void {
  if (value.start - value.labelEnd < 12 && hasCardNumber(view, value.labelStart)) findCode(view, value, findings)
}

/** `4111 1111 1111 1111 (447)` */
function findInBrackets(view: View, _start: number, end: number, findings: Findings): void {
  const stop = matchAt(view, bracketed, end)
  if (stop > 0 && hasCardNumber(view, end - 1)) findings.add(end, stop - 1, 'CARD_CVV', LIKELY)
}
const bracketed = /\d{3,4}\)/y

/** Behind "2", "code" and the like; -1 where no digits follow. */
function codeStart(view: View, value: LabelledValue): number {
  const isPlain =
    (value.link === 'cell' || value.link === 'hint' || value.start !== value.labelEnd) &&
    matchAt(view, /\d{3,4}/y, value.start) > 0
  if (isPlain) return value.start
  return matchAt(view, wayOn, value.labelEnd)
}

/** Do sixteen or fifteen digits with a right check digit stand shortly before? */
function hasCardNumber(view: View, at: number, reach = 60): boolean {
  const before = view.text.slice(Math.max(0, at - reach), at)
  const match = /(?:^|[^0-9])(\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{4}|3\d{3}[ -]?\d{6}[ -]?\d{5})(?![0-9])/.exec(before)
  return match !== null && isLuhnValid(match[1]!)
}

/** `4111111111111111|08|27|123`: how stolen cards are listed. */
function findInDump(view: View, start: number, end: number, findings: Findings): void {
  let last = end
  while (isDigit(view.unit(last - 1))) last--
  const number = /^\d{4} ?\d{4} ?\d{4} ?\d{3,4}/.exec(view.text.slice(start, end))?.[0] ?? ''
  if (isLuhnValid(number)) findings.add(last, end, 'CARD_CVV', LIKELY)
}
