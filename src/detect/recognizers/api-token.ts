/** Keys and tokens without a form of their own, beside their label: RFC 6750 bearer tokens, keys in env, YAML, JSON and code. */
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel } from '../recognizer.ts'
import { LABELLED } from '../scores.ts'
import { isIdentifier, isLabelPart, isOperand, isPlaceholder, looksSecret, secretEnd } from '../secret-values.ts'
import type { View } from '../view.ts'

const tokenWords: LabelGroup = {
  name: 'API_TOKEN',
  words: {
    '*': 'token|secret|key|bearer|jwt|apikey|api key|api token|api secret|access key|secret key|secret access key|client secret|auth token|access token|refresh token|private token|webhook secret|signing secret|signing key|encryption key|account key|subscription key|master key|license key|session secret|app secret|shared secret|deploy token|bot token|accountkey|sharedaccesskey|shared access key|sig|sas token|credential|client key|auth key|authkey|token api|api klic|klic api|clave api|chiave api|cle api|klucz api|nyckel api|avain api|kulcs api|kljuc api|cheie api|chave api|nogle api|sleutel api|schluessel api|schlüssel api|amz signature|2fa key|totp secret|totp key|2fa secret|authenticator key|key for the authenticator|license code|licence key|licence code|product key|serial key|activation key|windows key|cd key|keys rotated|new key|prod key|prod keys|api keys|access keys|cle|clef|privatni kljuc|private key|verification key|vpn token|reset token|token vpn|token reset|token resetare',
    bg: 'ключ|api ключ',
    cs: 'klíč|api klíč',
    da: 'nøgle|api nøgle',
    de: 'produktschlüssel|produktkey|lizenzcode|aktivierungsschlüssel|schlüssel|api schlüssel|zugangsschlüssel|lizenzschlüssel',
    el: 'κλειδί|κλειδί api',
    es: 'clave api|clave secreta',
    fi: 'avain|api avain',
    fr: 'jeton|clé api|clé secrète|clé',
    hr: 'ključ|api ključ',
    hu: 'kulcs|api kulcs',
    it: 'chiave api|chiave segreta',
    nl: 'sleutel|api sleutel',
    pl: 'klucz|klucz api',
    pt: 'chave api|chave secreta|chave de api',
    ro: 'cheie|cheia|cheie api',
    sk: 'kľúč|api kľúč',
    sl: 'ključ|api ključ',
    sv: 'nyckel|api nyckel',
  },
}
const wifiWords: LabelGroup = {
  name: 'WIFI',
  words: { '*': 'wifi|wi fi|wlan|ssid|wpa|hotspot|router|вайфай|вай фай|уайфай' },
}

const authorizationWords: LabelGroup = { name: 'AUTHORIZATION', words: { '*': 'authorization|proxy authorization' } }

const characters = /^[\w+/=.~:@!#$%^&*-]+$/
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const nearWifi = 60

export const apiToken: BuiltInRecognizer = {
  name: 'api-token',
  source: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1',
  types: ['SECRET'],
  context: [wifiWords],
  anchors: [
    onLabel(tokenWords, findToken),
    onLabel(wifiWords, findWifiKey),
    onLabel(authorizationWords, findAuthorization),
  ],
  examples: {
    match: [
      `JWT_SECRET=«${'3c62059a'.repeat(3)}»`,
      `aws_secret_access_key: «${'dTq4/mzub+K7'.repeat(3)}»`,
      `Authorization: Bearer «${'aB3dE6gH'.repeat(3)}»`,
      `token=«${'aB3dE6gH'.repeat(3)}» Authorization: Basic «${'am86czNj'.repeat(3)}==»`,
      `{"clientSecret":"«${'aB3dE6gH'.repeat(2)}»"}`,
      `token=«${'xY9zW2vU'.repeat(3)}», API key for the shop (production): «${'aB3dE6gH'.repeat(3)}»`,
      'SSID "Home" WPA2 key «blackberry1974»',
      'Wifi key «gast4711»; Wifi: GuestNet / «welcome2031»',
      'WLAN im Lesesaal: «Pusteblume!2031».',
    ],
    miss: [
      'token: string, secret: unknown, key: value',
      'token count 4096, max_token=4096',
      'the key is in the drawer; a secret recipe',
      'for key "users_email_unique"',
      'key: 0b8f7c1e-5a2d-4c3b-9e8f-7a6b5c4d3e2f',
      'secret: <SECRET>, apiKey: env.API_KEY',
      's3 key=photos/2031/img_0012_large_version.jpg',
      'WLAN kanal: 5180 MHz',
    ],
  },
}

/** Seeds of one-time codes as they are shown: "JBSW Y3DP EHPK 3PXP". */
const seedGroups =
  /(?:[A-Z2-7]{4}[ -]){3,15}[A-Z2-7]{4}(?![A-Za-z0-9])|(?:[a-z2-7]{4}[ -]){3,15}[a-z2-7]{4}(?![A-Za-z0-9])/y

function findToken(view: View, value: LabelledValue, findings: Findings): void {
  const { start } = value
  const written = view.text.slice(start, secretEnd(view, value)).replace(/[!?]+$/, '')
  const end = start + written.length
  const label = view.text.slice(value.labelStart, value.labelEnd).toLowerCase()
  const seed = /totp|2fa|authenticator|secret/.test(label) ? matchAt(view, seedGroups, start) : -1
  if (seed > 0 && /\d/.test(view.text.slice(start, seed))) {
    findings.add(start, seed, 'SECRET', LABELLED)
    return
  }
  // Neither a key nor that of a network is shorter.
  if (written.length < 8 && isGeneric(label)) return
  if (!characters.test(written) || written.includes('://') || isPlaceholder(written)) return
  if (isLabelPart(view, value) || isIdentifier(written) || isOperand(view, start, end)) return
  if (isNamedAlike(written, label) || isOptionPart(view, value)) return
  const isOwnKey = label !== 'key' || view.unit(value.labelStart - 1) === 0x5f
  const isIssued = isOwnKey && value.link === 'pair' && issued.test(written)
  if (isIssued || isClear(written, value, isGeneric(label)) || isWifiKey(view, value, written)) {
    findings.add(start, end, 'SECRET', LABELLED)
  } else if (!isGeneric(label)) findBehindWords(view, value, findings)
}

/** `this.usedApiKey = initialApiKey`: a name in program text ends like the name it is given to. */
function isNamedAlike(written: string, label: string): boolean {
  if (!/^[A-Za-z_$][\w$.]*$/.test(written)) return false
  return plain(written).endsWith(plain(label)) && /[_.]|[a-z][A-Z]/.test(written)
}

function plain(written: string): string {
  return written.replace(/[^A-Za-z\d]/g, '').toLowerCase()
}

/** `--read-token-secret-version=…`: the name of an option goes on behind the label. */
function isOptionPart(view: View, { start, labelEnd }: LabelledValue): boolean {
  return start === labelEnd + 1 && view.unit(labelEnd) === 0x2d && matchAt(view, restOfOption, start) >= 0
}
const restOfOption = /[a-z]{1,20}(?:-[a-z]{1,20}){0,4}[=:]/y

/** `vpn-6a24fa0a`, `rst-77b5-26q0-18zz`, `pk_mistle_11458e7683b8`, `wetter75031c2z`: letters and digits mixed behind a word. */
const issued =
  /^(?=(?:[^\d\n]*\d){4})(?:[A-Za-z]{2,10}[-_](?:[a-z]{2,12}[-_])?(?=[\d-]*[a-z])[a-z\d-]{6,40}|[a-z]{3,12}\d{3,}[a-z\d]*[a-z][a-z\d]*)$/
const issuedBehind =
  /^(?:[ :=]{1,2}["'`(]?|[,;] |["'`]? )(?:[\p{L}'\u2019]{1,16},? ){0,7}["'`(]?([A-Za-z]{2,12}[-_\d][\w-]{6,60})(?![\w.@/=(-]*[\w=(])/u

function findIssued(view: View, labelEnd: number, findings: Findings): void {
  if (!view.hasDigitWithin(140, labelEnd)) return
  const match = issuedBehind.exec(view.text.slice(labelEnd, labelEnd + 200))
  const written = match?.[1] ?? ''
  if (match === null || !issued.test(written) || isIdentifier(written)) return
  const end = labelEnd + match[0].length
  findings.add(end - written.length, end, 'SECRET', LABELLED)
}

/** "API key for the shop (production): …": some words, then what only a key looks like. */
const behindWords = /^[^\n]{1,60}?[\s:="'`(]([\w+/=~-]{20,200})(?![\w.+/=~-]*[\w/])/

function findBehindWords(view: View, value: LabelledValue, findings: Findings): void {
  findIssued(view, value.labelEnd, findings)
  const match = behindWords.exec(view.text.slice(value.labelEnd, value.labelEnd + 280))
  const written = match?.[1] ?? ''
  const isKey = /\d/.test(written) && /[a-z]/.test(written) && /[A-Z]/.test(written)
  if (match === null || !isKey || isPlaceholder(written) || isIdentifier(written)) return
  const end = value.labelEnd + match[0].length
  findings.add(end - written.length, end, 'SECRET', LABELLED)
}

/** Words that name many other things too: the value itself has to look like a key. */
function isGeneric(label: string): boolean {
  return generic.test(label)
}
const generic =
  /^(?:key|cl[eé]|klucz|sleutel|schl[uü]ssel|ключ|kl[ií][cč]|n[oø]gle|κλειδ[ιί]|avain|klju[cč]|kulcs|chei[ea]|k[lľ][uú][cč]|nyckel)$/

function isClear(written: string, value: LabelledValue, isGenericLabel: boolean): boolean {
  const hasDigit = /\d/.test(written)
  const isMixed = hasDigit && /[A-Za-z]/.test(written)
  if (isGenericLabel) return isMixed && written.length >= 20 && /^[\w+=-]+$/.test(written) && !uuid.test(written)
  if (value.link === 'bare') return isMixed && written.length >= 16
  const isLongMixedCase =
    written.length >= 20 && /[a-z]/.test(written) && /[A-Z]/.test(written) && /^[\w+/=-]+$/.test(written)
  return (isMixed && written.length >= 8) || isLongMixedCase
}

function isWifiKey(view: View, value: LabelledValue, written: string): boolean {
  return written.length >= 8 && looksSecret(written) && view.isNear(wifiWords.name, value.labelStart, nearWifi)
}

const scheme = /(?:Basic|Bearer|Token|ApiKey|Key) {1,2}/iy

/** `Authorization: Basic …`, RFC 7617 and RFC 6750. */
function findAuthorization(view: View, value: LabelledValue, findings: Findings): void {
  // `{"name": "Authorization", "value": "Basic …"}`
  const paired = value.link === 'pair' ? matchAt(view, scheme, value.start) : -1
  if (paired > 0) {
    const close = matchAt(view, /[\w+/=.~:-]{8,2000}/y, paired)
    if (close > 0 && !isPlaceholder(view.text.slice(paired, close))) findings.add(paired, close, 'SECRET', LABELLED)
    return
  }
  const { labelEnd } = value
  const match = /^["']?\s?[:=]\s?["']?(?:Basic|Bearer|Token|ApiKey|Key) {1,2}([\w+/=.~:-]{8,2000})/i.exec(
    view.text.slice(labelEnd, labelEnd + 2040),
  )
  if (match === null || isPlaceholder(match[1]!)) return
  const end = labelEnd + match[0].length
  findings.add(end - match[1]!.length, end, 'SECRET', LABELLED)
}

/** "WLAN for guests: …": the colon may stand some words behind the label. */
function findWifiKey(view: View, value: LabelledValue, findings: Findings): void {
  const { labelEnd } = value
  findAnsweredKey(view, labelEnd, findings)
  const match =
    /^[^\n:=]{0,50}[:=][ \t]{0,2}(?:["'`(*_]{1,2} ?|<\w{1,8}>)?(\d{4}(?: \d{4}){2,4}|[^\s"'`<>]{8,63})(?: ?\/ ?([^\s"'`<>]{8,63}))?/.exec(
      view.text.slice(labelEnd, labelEnd + 120),
    )
  if (match === null) return
  const read = match[2] ?? match[1]!
  const written = read.replace(/[.,;:)*_?]+$/, '')
  const start = labelEnd + match[0].length - read.length
  const isGrouped = /^\d{4}(?: \d{4}){2,4}$/.test(written)
  if ((looksSecret(written) || isGrouped) && !written.includes('://'))
    findings.add(start, start + written.length, 'SECRET', LABELLED)
}

/** "whats the wifi at yours" and in the next line of the chat "Theo: goldfinch-lamp-21". */
const answered = /[^\n:]{0,60}\n[^\n]{0,50}?(?<!\d): (?=([^\s"'`<>]{8,40})(?:[\s.!]|$))/y

function findAnsweredKey(view: View, labelEnd: number, findings: Findings): void {
  const start = matchAt(view, answered, labelEnd)
  if (start < 0) return
  const written = view.text
    .slice(start, start + 40)
    .replace(/[\s"'`<>][\s\S]*$/, '')
    .replace(/[.,!?]+$/, '')
  const isKey = /\d/.test(written) && /\p{L}{3}/u.test(written) && looksSecret(written) && !/[@/:]/.test(written)
  if (isKey && !isIdentifier(written)) findings.add(start, start + written.length, 'SECRET', LABELLED)
}
