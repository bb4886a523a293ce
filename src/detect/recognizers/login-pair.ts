/** User and password side by side: "log in as `jo` / `…`", and the arguments of calls that open a database. */
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onText } from '../recognizer.ts'
import { CHECKED, LABELLED, LIKELY } from '../scores.ts'
import { couldBeSecret, isIdentifier, isPlaceholder, looksSecret } from '../secret-values.ts'
import type { View } from '../view.ts'

const loginWords: LabelGroup = {
  name: 'LOGIN_PAIR',
  words: {
    cs: 'přihlašovací údaje|přihlášení|přístup|přístupové údaje|přihlas se jako|přihlas se|přihlašuji se',
    da: 'log ind som|login oplysninger|adgang|login er|loginoplysninger|log ind med|login med',
    de: 'einloggen mit|anmelden mit|melde dich an mit|zugang|zugangsdaten|anmeldedaten|login daten|logindaten|anmelden als|login lautet|login ist|zugang zum portal|zugang ist|login für',
    en: 'my netflix is|my amazon is|account is|log in using|entered|log in as|login as|sign in as|log in with|login with|sign in with|credentials|creds|login|logins|login is|login details|login for|portal access|user and password|username and password|netflix|amazon prime|disney plus|spotify|router|nas|vpn|webmail|portal|acct|icloud|hbo|fritzbox|log on with',
    es: 'entra con|entrar con|credenciales|acceso|datos de acceso|usuario y contraseña|usuario y clave',
    fi: 'kirjautumistiedot|tunnukset|tunnukset ovat|kirjautuminen|kirjaudu|kirjaudu tunnuksella',
    fr: 'connexion|connecte toi avec|connectez vous avec|identifiants|accès|codes d accès|identifiants de connexion|identifiant et mot de passe',
    hu: 'belépési adatok|hozzáférés|bejelentkezési adatok|lépj be|belépés',
    it: 'entra con|accedi con|credenziali|accesso|dati di accesso|utente e password',
    nl: 'inloggegevens|inloggen als|toegang|login is|inlog|inlog is|inloggen met|log in met|ingelogd met',
    pl: 'dane logowania|zaloguj się jako|dostęp|dane dostępowe|login i hasło|loguj się|zaloguj się|logowanie',
    pt: 'credenciais|acesso|dados de acesso|entra com|entrar com',
    ro: 'date de logare|date de conectare|acces|date de acces|intră cu|logare',
    sv: 'inloggningsuppgifter|logga in som|inlogg|inloggning|inloggningen|logga in med',
    bg: 'данни за вход|вход като',
    el: 'στοιχεία σύνδεσης|στοιχεία εισόδου',
    et: 'sisselogimise andmed|kasutaja ja parool',
    hr: 'podaci za prijavu|pristupni podaci',
    lt: 'prisijungimas|prisijungimo duomenys',
    lv: 'piekļuve|pieejas dati',
    no: 'innlogging|påloggingsinformasjon',
    sk: 'prístup|prihlasovacie údaje',
    sl: 'dostop|podatki za prijavo',
    uk: 'дані для входу|доступ',
  },
}
const openWords: LabelGroup = {
  name: 'OPEN_DATABASE',
  words: { '*': 'pdo|mysqli|mysqli connect|mysql connect|pg connect|oci connect' },
}

const commandWords: LabelGroup = {
  name: 'COMMAND_LINE',
  words: {
    '*': 'curl|wget',
  },
}

const pair =
  /^(?: [\p{L}-]{1,14}){0,3}(?!-\p{L})[^\w\n/]{1,4}(?:\p{L}{1,12} ){0,2}["'`]?([\p{L}\p{N}_.@-]{2,40})["'`]?(?: ?[/:|] ?)["'`]?(?!\/)([^\s"'`<>]{4,60})/u
const call =
  /^\(\s{0,4}(['"])[^'"\n]{0,200}\1\s{0,4},\s{0,4}(['"])([^'"\n]{1,64})\2\s{0,4},\s{0,4}(['"])([^'"\n]{1,64})\4/

export const loginPair: BuiltInRecognizer = {
  name: 'login-pair',
  source: 'https://www.php.net/manual/en/pdo.construct.php',
  types: ['SECRET', 'USERNAME'],
  anchors: [
    onLabel(loginWords, findPair),
    onLabel(openWords, findArguments),
    onLabel(commandWords, findOptions),
    onText('-p', findPasswordOption, undefined, ' '),
    onText('-P ', (view, at, from, findings) => findPasswordOption(view, at, from - 1, findings), undefined, ' '),
    onText('-k ', (view, at, from, findings) => findPasswordOption(view, at, from - 1, findings), undefined, ' '),
  ],
  isEmbedded: true,
  examples: {
    match: [
      'log in as `«qa_jo»` / `«Probe4321!»` on staging',
      'Zugangsdaten: «jdoe» / «Sommer!2031»',
      'curl -s -u «jo»:«t0psecret!» https://api.firm.example',
      "mysql -u root -p'«Passw0rd!»' shop",
      "sshpass -p '«Qwertz99»' scp a b",
      "new PDO('mysql:host=sql1;dbname=erp', '«crm_jo»', '«xsw2@CDE-app»')",
    ],
    miss: [
      'log in as admin or guest',
      'login page / sign-up page',
      'credentials expired / renewed',
      "new PDO('sqlite:db', null, null)",
    ],
  },
}

/** `pages/functions/use-router` */
const path = /^[a-z-]{1,40}(?:\/[a-z_-]{1,40})+$/
const reach = 160
const longestPair = 140
/** No sign that divides a pair stands between these two: what the last looks found, and in what view. */
let [clearView, clearFrom, clearTo] = [0, 0, 0]

/** Does a stroke, a colon or a bar stand in reach? */
function isDivided(view: View, labelEnd: number): boolean {
  if (clearView !== view.id || labelEnd < clearFrom || labelEnd > clearTo) {
    ;[clearView, clearFrom, clearTo] = [view.id, labelEnd, labelEnd]
  }
  const stop = Math.min(view.length, labelEnd + reach)
  while (clearTo < stop && !divides(view.units[clearTo]!)) clearTo++
  return clearTo < stop
}

function divides(unit: number): boolean {
  return unit === 0x2f || unit === 0x3a || unit === 0x7c
}

function findPair(view: View, value: LabelledValue, findings: Findings): void {
  findJoined(view, value, findings)
  const { labelEnd } = value
  const match = isDivided(view, labelEnd) ? pair.exec(view.text.slice(labelEnd, labelEnd + reach)) : null
  if (match === null) return
  const [whole, user = '', written = ''] = match
  const secret = written.replace(/[.,;)]+$/, '')
  if (
    !(looksSecret(secret) || /^\p{Lu}\p{L}{2,20}-\d{1,4}$/u.test(secret)) ||
    isPlaceholder(secret) ||
    path.test(secret)
  )
    return
  const secretStart = labelEnd + whole.length - written.length
  const userStart = labelEnd + whole.lastIndexOf(user, whole.length - written.length - 1)
  findings.add(userStart, userStart + user.length, 'USERNAME', LABELLED)
  findings.add(secretStart, secretStart + secret.length, 'SECRET', LABELLED)
}

/** "log in with jharlow and Tr33house", "my Netflix is jo@firm.example and popcorn1" */
const joined =
  /^(?: [\p{L}-]{1,14}){0,2}[ :]{1,2}["'`]?([\p{L}\p{N}_.-]{2,30}(?:@[\w.-]{3,40})?)["'`]? (?:and|und|et|y|e|en|i|a|ja|\u00e9s|\u0219i|och|og|in|ir|un|ba|\u0438|\u03ba\u03b1\u03b9)(?= )(?: (?:the|das|la|le|il|het|with|mit|con|avec|met)? ?(?:password|pw|passwort|clave|contrase\u00f1a|mdp|wachtwoord|has\u0142o)?)? ?["'`]?([^\s"'`<>]{6,40})/iu

function findJoined(view: View, { labelEnd }: LabelledValue, findings: Findings): void {
  if (!view.hasDigitWithin(longestPair, labelEnd)) return
  const match = joined.exec(view.text.slice(labelEnd, labelEnd + longestPair))
  if (match === null) return
  const [whole, user = '', written = ''] = match
  const secret = written.replace(/[.,;)?]+$/, '')
  const isStrong = /\p{L}/u.test(secret) && /\d/.test(secret) && looksSecret(secret) && !isPlaceholder(secret)
  if (!isStrong || isIdentifier(secret) || /^[\w.-]+@/.test(secret)) return
  const secretStart = labelEnd + whole.length - written.length
  findings.add(secretStart, secretStart + secret.length, 'SECRET', LIKELY)
  if (user.includes('@') || !/^[a-z][\w.-]{2,}$/i.test(user)) return
  const userStart = labelEnd + whole.indexOf(user)
  findings.add(userStart, userStart + user.length, 'USERNAME', LIKELY)
}

const userOption = /^[^\n;|&]{0,120}?\s(?:-u|--user)[ =]?["']?([\w.@-]{1,40}):([^\s"']{3,80})/
const commandBefore =
  /(?:^|[\s`$"'|;&(>*_])(?:(mysql\w{0,6}|mariadb\w{0,6}|7z [a-z]|rar [a-z])|sshpass|docker login|htpasswd|smbclient|mongosh|unzip|zip|openssl|ldapsearch|ipmitool)(?: [^\n;|&]{0,120})? $/
const passwordArgument = / ?(["']?)([^\s"']{4,80})\1/y

/** `curl -u user:password` */
function findOptions(view: View, value: LabelledValue, findings: Findings): void {
  const { labelEnd } = value
  const match = userOption.exec(view.text.slice(labelEnd, labelEnd + 220))
  if (match === null || isPlaceholder(match[2]!)) return
  const end = labelEnd + match[0].length
  const start = end - match[2]!.length
  findings.add(start, end, 'SECRET', LABELLED)
  if (!isPlaceholder(match[1]!)) findings.add(start - 1 - match[1]!.length, start - 1, 'USERNAME', LABELLED)
}

/** `mysql -pPassword` without a blank, `sshpass -p Password` with one. */
function findPasswordOption(view: View, at: number, from: number, findings: Findings): void {
  if (view.unit(at - 1) !== 0x20) return
  const command = commandBefore.exec(view.text.slice(Math.max(0, at - 140), at))
  const end = command === null ? -1 : matchAt(view, passwordArgument, from)
  if (end < 0 || (command?.[1] !== undefined) === (view.unit(from) === 0x20)) return
  const argument = view.text.slice(from, end)
  const secret = argument.replace(/^ ?["']?|["']$/g, '')
  const start = from + argument.indexOf(secret)
  if (!isPlaceholder(secret) && couldBeSecret(secret)) findings.add(start, start + secret.length, 'SECRET', LABELLED)
}

/** The second and third argument: user and password. */
function findArguments(view: View, value: LabelledValue, findings: Findings): void {
  const { labelEnd } = value
  const match = call.exec(view.text.slice(labelEnd, labelEnd + 400))
  if (match === null) return
  const [whole, , , user = '', , secret = ''] = match
  const secretStart = labelEnd + whole.length - 1 - secret.length
  const userStart = labelEnd + whole.lastIndexOf(user, whole.length - secret.length - 3)
  if (!isPlaceholder(user)) findings.add(userStart, userStart + user.length, 'USERNAME', CHECKED)
  if (!isPlaceholder(secret)) findings.add(secretStart, secretStart + secret.length, 'SECRET', CHECKED)
}
