/** Passwords beside their label, in prose, forms, configuration and code. NIST SP 800-63B calls them memorized secrets. */
import { connectorOf } from '../connectors.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { isSaidOfPasswords, namedPassword } from '../named-passwords.ts'
import { withCompounds } from '../password-words.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onShape } from '../recognizer.ts'
import { LABELLED, LIKELY } from '../scores.ts'
import {
  couldBeSecret,
  isIdentifier,
  isLabelPart,
  isLinkOrCall,
  isOperand,
  isPlaceholder,
  isVariable,
  looksSecret,
  openingQuote,
  secretEnd,
  tokenEnd,
} from '../secret-values.ts'
import type { View } from '../view.ts'

const passwordWords: LabelGroup = {
  name: 'PASSWORD',
  words: withCompounds({
    '*': 'pgpassword|pgpass|requirepass|masterauth|rootpw|userpw|dbpassword|dbpasswd|dbpwd|smtppass|mailpass|adminpass|adminpassword|rootpassword|http password|zip password|pdf password|file password|pwds|parool|identified by|password hash|password|passwords|passwd|pwd|passphrase|passcode|pass|pw|userpass|dbpass|wifi key|wlan key|psk',
    bg: 'парола|паролата|parola|парола за|паролата за|парола за wifi|временна парола|новата парола|нова парола|парола за вход',
    cs: 'heslo|hesla|heslem|heslo k wifi|heslo na wifi|heslo k wi fi|dočasné heslo|nové heslo|heslo do|heslo k účtu',
    da: 'adgangskode|adgangskoden|kodeord|kodeordet|kode|koden|wifi koden|wifi kode|wifikode|wifikoden|wlan kode',
    de: 'passwort|passworts|kennwort|zugangscode|passwörter|wlan schlüssel|netzwerkschlüssel|wlan passwort|initialpasswort|einmalpasswort|startpasswort|standardpasswort|einmalkennwort|erstpasswort|wlan kennwort|zugangspasswort|zugangspasswörter|anmeldepasswort|admin passwort',
    el: 'κωδικός|κωδικό|κωδικός πρόσβασης|συνθηματικό|κωδικός wifi|κωδικός wi fi|κωδικός του wifi|προσωρινός κωδικός|νέος κωδικός|ο κωδικός μου',
    en: 'wifi password|wifi code|wifi pass|wlan code|login password|master password|pass phrase|network key',
    es: 'contraseña|clave|clave wifi|clave de acceso|contrasena|contraseña temporal|contraseña provisional|contraseña del wifi|contraseña wifi|contraseña inicial|nueva contraseña|clave del wifi',
    et: 'parool|parooli|salasõna|ajutine parool|uus parool|wifi parool|wifi salasõna',
    fi: 'salasana|salasanan|salasanani|salasanaksi|salasanasi|salasanamme|tilapäinen salasana|väliaikainen salasana|uusi salasana|wifi salasana|wifin salasana',
    fr: "clé de la box|clé du wifi|clé wpa|clé de sécurité|clé réseau|code de la box|mot de passe de la box|mot de passe|mdp|mots de passe|clé wifi|code wifi|mot de passe provisoire|mot de passe temporaire|mot de passe wifi|mot de passe wi fi|nouveau mot de passe|mot de passe initial|code d accès wifi|code d'accès wifi",
    ga: 'pasfhocal|focal faire',
    hr: 'lozinka|lozinku|zaporka|zaporku|lozinka za wifi|lozinka za|nova lozinka|privremena lozinka|lozinka je|lozinka od',
    hu: 'jelszó|jelszava|jelszavam|jelszót|ideiglenes jelszó|új jelszó|wifi jelszó|wifi jelszava',
    it: 'parola chiave|password provvisoria|chiave wifi|parola d ordine|password wifi|password temporanea|nuova password|password iniziale|password wi fi',
    is: 'lykilorð|lykilorðið|aðgangsorð',
    lt: 'slaptažodis|slaptažodį|slaptažodžio|laikinas slaptažodis|naujas slaptažodis|wifi slaptažodis',
    lv: 'parole|paroli|pagaidu parole|jaunā parole|wifi parole',
    mt: 'password|kelma sigrieta|password temporanja|password ġdida|password tal-wifi',
    nl: 'wachtwoord|wachtwoorden|wifi wachtwoord|ww|tijdelijk wachtwoord|nieuw wachtwoord|wachtwoord wifi|wachtwoord van de wifi',
    no: 'passord|passordet|midlertidig passord|nytt passord|wifi passord|wifi kode|wifi koden',
    pl: 'hasło|hasła|hasłem|hasło tymczasowe|hasło do wifi|hasło do wi fi|hasło do konta|nowe hasło|hasło startowe|hasło jednorazowe|hasło do poczty|hasło do systemu',
    pt: 'senha|palavra passe|palavra chave|senha provisória|palavra passe do wifi|senha do wifi|senha do wi fi|senha temporária|nova senha|palavra passe temporária|nova palavra passe|palavra passe provisória|palavra passe wifi|senha wifi',
    ro: 'parola|parolă|parolei|parola temporară|parola wifi|parola nouă|noua parolă|parola inițială|parola de acces|parola contului',
    sk: 'heslo|hesla|heslom|heslo na wifi|heslo k wifi|dočasné heslo|nové heslo|heslo do|heslo k účtu',
    sl: 'geslo|gesla|geslom|geslo za wifi|geslo za|začasno geslo|novo geslo|geslo od',
    sv: 'lösenord|lösenordet|lösen|lösenkod|wifi kod|wifi koden|wifikod|wifikoden',
    uk: 'пароль|паролем|паролю|тимчасовий пароль',
  }),
}

/** Up to three words between the label and "is": "parola veche era …"; up to four before a colon: "hasło do poczty: …". */
/** "Kennwort wurde auf X zurückgesetzt", "the temp password you texted (X)", "wachtwoord van de beamer is nog steeds X" */
const moreWords =
  /(?:[\p{L}'-]{1,16} ){1,6}(?:["'`(*_>]{1,2} ?|<\w{1,8}>|\s)?(?=[^\s]{0,24}[\d!#$%&*+=?@^~][^\s]{0,24}(?:[\s)<]|$))/uy
const wordsBetween = /(?:[\p{L}-]{1,16} ){0,3}(\p{L}{1,14})(?: ?(:)\s{0,2}| )(?:["'`(*_>]{1,2} ?|<\w{1,8}>|\s)?/uy
/** "passphrase teasel moth barn owl" */
const phraseWords = /\p{Ll}{3,12}(?: \p{Ll}{3,12}){3,7}(?=["'`.,;)\n]|$)/uy
/** Keys of routers are often digits in groups of four. */
const networkKey = /\d{4}(?:[ -]?\d{4}){2,4}(?![0-9])/y
/** Words that name much else too. */
const looseLabels = /^(?:pass|kode|koden|clave|parole|passcode|κωδικ.{1,3}|psk|heslem|hasłem)$/iu
const showsSign = /\p{Lu}|\d.*\p{L}|[!#$%&*+=?@^~]/u
const shortest = 4

export const password: BuiltInRecognizer = {
  name: 'password',
  source: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  types: ['SECRET'],
  anchors: [onLabel(passwordWords, findPassword), onShape(['99999 99999 99999 99999'], findRouterKey)],
  examples: {
    match: [
      'Passwort: «Moor-Falke-58!»',
      'Kennwort: «Ahorn47Blatt»',
      'WPA2-Schlüssel «48811 20477 11820 44719», Admin',
      'my password is «Sommer2031», please check',
      'DB_PASSWORD="«winter-otter»"',
      '{"password": "«s3cr3t pass»", "n": 1}',
      'pass «r3dlantern» and then',
      'hasło ("«Zima-2031-nowe»")',
      'parola veche era «Ciorba&Smoc4» si mailul',
      'smtp_pwd=«aB3xYz12» host=mail',
      'hasło do poczty: «Bocian#2031»',
      "ALTER USER jo WITH PASSWORD '«tiger-7»';",
      "password: '«it''s-me»'",
      'Password=«Xy9!kk2»;Encrypt=True',
      'DB_PASSWORD=«sunflower»',
      'Passwort: «Nebel#77», davor Passwort: «19841203»',
      'passordet er «Fjord#2211»',
      'lykilorð: «Jökull-44»',
      'nieuw wachtwoord wordt «Fietsbel-22»',
      '<password>«sommer22»</password>',
      '/login?password=«aB3xYz12»&next=/',
      'passphrase is «plain-otter-window»; then',
      'Kennwort wurde auf «Regenbogen44» zurückgesetzt',
      'the temp password you texted («Heron-Tulip-83») is wrong',
      'wachtwoord van de beamer is nog steeds «Tulp&Klomp7» toch',
    ],
    miss: [
      'the password is wrong',
      'password must have 8 characters',
      'password: string, token: string',
      'password = "<PASSWORD>"; password: $DB_PASSWORD',
      'password: ********',
      'password: Uint8Array',
      'reset the password for all users, pass 3 tests',
      'if (password.length < 12) throw new Error("password too short")',
      'Password: required',
      'password: {{ vault_password2 }}',
    ],
  },
}

const wireless =
  /wpa|wlan|wi-?fi|ssid|schl\u00fcssel|\bkey|cl\u00e9|clave|chiave|sleutel|klucz|kl\u00ed\u010d|netz|network/i

/** As printed on routers: "WPA2-Schlüssel 48811 20477 11820 44719". */
function findRouterKey(view: View, start: number, end: number, findings: Findings): void {
  if (wireless.test(view.text.slice(Math.max(0, start - 40), start))) findings.add(start, end, 'SECRET', LABELLED)
}

function findPassword(view: View, value: LabelledValue, findings: Findings): void {
  const { start, link } = value
  const end = secretEnd(view, value)
  const written = view.text.slice(start, end)
  const isField = link === 'cell' || link === 'hint' || (link === 'pair' && openingQuote(view, value) !== 0)
  if (isVariable(view, start) || isLabelPart(view, value) || isLinkOrCall(written) || isOperand(view, start, end))
    return
  const named = isField ? null : namedPassword(view, value)
  if (named !== null && !isLooseLabel(view, value) && !isTaken(named.written)) {
    findings.add(named.start, named.start + named.written.length, 'SECRET', LIKELY)
    return
  }
  const label = view.text.slice(value.labelStart, value.labelEnd)
  // `$PWD/lib` is a folder.
  if (/^pwd$/i.test(label) && written.startsWith('/')) return
  const isQuoted = openingQuote(view, value) !== 0 || /\s["'`]$/.test(view.text.slice(start - 2, start))
  const isLoose = isLooseLabel(view, value)
  if (isLoose && isOther(view, value, written)) return
  // A colon, a copula, quotes: what follows is the password, whatever it looks like.
  const isSure = link !== 'bare' || isQuoted || (start - value.labelEnd > 2 && !isLoose) || /\p{Lu}.*\d/u.test(written)
  const isCode = (!isQuoted || isLoose) && link !== 'cell' && link !== 'hint' && isIdentifier(written)
  const isClear = isField
    ? !/^\s*$/.test(written) && (link !== 'cell' || isCellSecret(view, value, written))
    : isSure && (!isLoose || (link === 'pair' && !/^κ/i.test(label)))
      ? couldBeSecret(written)
      : looksSecret(written)
  const isWordAndNumber =
    /^\p{L}{4,}\d{2,4}$/u.test(written) &&
    !isLoose &&
    !/^(?:sha|aes|base|utf|bcrypt|argon|md|win|version|rfc)/i.test(written)
  const isNumber = isWordAndNumber || (isSure && /^\d{4,12}$/.test(written))
  const isPlain =
    (!isLoose && (isNumber || isAssigned(view, value, written) || isWordBesideLogin(view, value, written, end))) ||
    (isLoose && view.isNear('WIFI', value.labelStart, nearLogin) && isWordBesideLogin(view, value, written, end))
  const groups = /w-?lan|wi-?fi|wpa|netz|network/i.test(label) ? matchAt(view, networkKey, start) : -1
  const words = /phrase|frase|phrasen?|fras$/i.test(label) ? matchAt(view, phraseWords, start) : -1
  if (words > 0) findings.add(start, words, 'SECRET', LABELLED)
  else if (groups > 0) findings.add(start, groups, 'SECRET', LABELLED)
  else if (written.length >= shortest && (isClear || isPlain) && !isCode && !isTaken(written)) {
    findings.add(start, end, 'SECRET', LABELLED)
  } else if (!isField) findBehindWords(view, value, findings)
}

/** "pass ssl=True", "pass --fast", "pass in these options." and a list below: something else is passed. */
function isOther(view: View, { labelEnd, start, link }: LabelledValue, written: string): boolean {
  if (link === 'bare') return /^\w{1,30}=/.test(written) || view.text.slice(start - 2, start) === '--'
  return link === 'pair' && /[.!?]\s/.test(view.text.slice(labelEnd, start))
}

/** "Benutzer: akrause, Passwort: tulpenfeld": a plain word is one where an account or a network stands before it. */
function isWordBesideLogin(view: View, value: LabelledValue, written: string, end: number): boolean {
  // "Wifi: GuestHouse, password seawaves"
  const isListed = value.link === 'bare' && /[,;/|\n] ?$/.test(view.text.slice(value.labelStart - 2, value.labelStart))
  if (value.link !== 'pair' && !isListed) return false
  if (!/^\p{L}{5,24}(?:-\p{L}{2,20}){0,3}$/u.test(written) || isSaidOfPasswords(written)) return false
  if (!/^(?:["'`),.;\n|<]|$)/.test(view.text.slice(end, end + 1))) return false
  const label = view.text.slice(value.labelStart, value.labelEnd)
  if (/w-?lan|wi-?fi|mdp/i.test(label) || (label === label.toUpperCase() && view.unit(value.labelStart - 1) === 0x5f))
    return true
  if (isListed) return view.isNear('WIFI', value.labelStart, nearLogin)
  const before = view.text.slice(Math.max(0, value.labelStart - nearLogin), value.labelStart)
  return /[\w.]@[\w-]+\.\w/.test(before) || loginGroups.some(group => view.isNear(group, value.labelStart, nearLogin))
}
const nearLogin = 60
const loginGroups = ['USERNAME', 'USERNAME_LOOSE', 'WIFI']

/** Stands in the place of a secret, or beside a placeholder, as in `PWD=/home/[USERNAME_1]/exports`: it was no secret before the text was scrubbed. */
function isTaken(written: string): boolean {
  return isPlaceholder(written) || /\[[A-Z][A-Z0-9_]{1,39}_\d{1,7}\]/.test(written)
}

/** `DB_PASSWORD=sunflower`: no blanks around the sign, no call around it. A word is enough then. */
function isAssigned(view: View, value: LabelledValue, written: string): boolean {
  const isTight = view.unit(value.labelEnd) === 0x3d && value.start === value.labelEnd + 1
  const before = view.text.slice(Math.max(0, value.labelStart - 60), value.labelStart)
  return isTight && /^[\p{L}\d]{5,64}$/u.test(written) && !/\([^)\n]*$/.test(before)
}

/** The head of a column says nothing but "pass": not "must pass". */
function heads(view: View, value: LabelledValue): boolean {
  return (
    !isLooseLabel(view, value) ||
    !/\p{L} ?$/u.test(view.text.slice(Math.max(0, value.labelStart - 2), value.labelStart))
  )
}

/** Lists in program text look like tables: a word in quotes is no password. */
function isCellSecret(view: View, value: LabelledValue, written: string): boolean {
  if (written.startsWith('|')) return false
  const before = view.unit(value.start - 1)
  const isPlain =
    before !== 0x22 && before !== 0x27 && before !== 0x60 && heads(view, value) && /^[^\s"'`()[\]]{4,}$/.test(written)
  // `VALUES ('jo', 'otterflow')`
  const isInserted =
    before === 0x27 && /values[\s(][^;]{0,300}$/i.test(view.text.slice(Math.max(0, value.start - 320), value.start))
  return (
    isPlain ||
    (isInserted && /^[^\s'`()]{4,}$/.test(written)) ||
    (couldBeSecret(written) && !isIdentifier(written) && !/[`'"]/.test(written))
  )
}

/** "password of the old account is X": a copula has to stand right before what looks like a secret. */
function findBehindWords(view: View, value: LabelledValue, findings: Findings): void {
  wordsBetween.lastIndex = value.start
  const match = wordsBetween.exec(view.text)
  if (match === null || !isNamedBehind(view, value, match, findings)) findFurther(view, value, findings)
}

/** A token with capital and digit, or with a sign that no word has, some words behind a sure label. */
function findFurther(view: View, value: LabelledValue, findings: Findings): void {
  if (looseLabels.test(view.text.slice(value.labelStart, value.labelEnd)) || value.link !== 'bare') return
  const start = matchAt(view, moreWords, value.start)
  if (start < 0) return
  const end = tokenEnd(view, start, Math.min(view.text.length, start + 60))
  const written = view.text.slice(start, end)
  const isMixed =
    /\p{Lu}/u.test(written) &&
    /\p{Ll}/u.test(written) &&
    /[\d!#$%&*+=?@^~_]/.test(written) &&
    /\p{L}.*[\d!#$%&*+=?@^~]|[\d!#$%&*+=?@^~].*\p{L}/u.test(written)
  if (isMixed && written.length >= 8 && looksSecret(written) && !isPlaceholder(written) && !isIdentifier(written))
    findings.add(start, end, 'SECRET', LIKELY)
}

/** `DB_PASS` is a part of a longer key and no other word. */
function isLooseLabel(view: View, { labelStart, labelEnd }: LabelledValue): boolean {
  return view.unit(labelStart - 1) !== 0x5f && looseLabels.test(view.text.slice(labelStart, labelEnd))
}

/** Is there one right behind a copula or one word? */
function isNamedBehind(view: View, value: LabelledValue, match: RegExpExecArray, findings: Findings): boolean {
  const lastWord = match[1]!
  const isLoose = isLooseLabel(view, value)
  const isNamed = (match[2] !== undefined && !isLoose) || connectorOf(lastWord)?.kind === 'filler'
  const isNext = /^[\p{L}-]{1,16}(?:[^\p{L}]{0,6}|\s{0,2}<\w{1,8}>)$/u.test(match[0])
  const start = wordsBetween.lastIndex
  const end = tokenEnd(view, start, Math.min(view.text.length, start + 60))
  const written = view.text.slice(start, end)
  // "password temporanea Vespa50!": one word between, and what no word has.
  if (!isNamed && !(isNext && !isLoose && showsSign.test(written))) return false
  if (!looksSecret(written) || isPlaceholder(written) || isIdentifier(written)) return false
  findings.add(start, end, 'SECRET', LIKELY)
  return true
}
