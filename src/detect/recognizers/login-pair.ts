/** User and password side by side: "log in as `jo` / `…`", and the arguments of calls that open a database. */
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onText } from '../recognizer.ts'
import { CHECKED, LABELLED } from '../scores.ts'
import { couldBeSecret, isPlaceholder, looksSecret } from '../secret-values.ts'
import type { View } from '../view.ts'

const loginWords: LabelGroup = {
  name: 'LOGIN_PAIR',
  words: {
    cs: 'přihlašovací údaje|přihlášení',
    da: 'log ind som|login oplysninger',
    de: 'zugang|zugangsdaten|anmeldedaten|login daten|logindaten|anmelden als',
    en: 'log in as|login as|sign in as|log in with|login with|sign in with|credentials|creds|login|logins',
    es: 'credenciales',
    fi: 'kirjautumistiedot|tunnukset',
    fr: 'identifiants',
    hu: 'belépési adatok',
    it: 'credenziali',
    nl: 'inloggegevens|inloggen als',
    pl: 'dane logowania|zaloguj się jako',
    pt: 'credenciais',
    ro: 'date de logare|date de conectare',
    sv: 'inloggningsuppgifter|logga in som',
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
  /^[^\w\n]{1,4}(?:\p{L}{1,12} ){0,2}["'`]?([\p{L}\p{N}_.@-]{2,40})["'`]?(?: ?[/:|] ?)["'`]?(?!\/)([^\s"'`<>]{4,60})/u
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
    onText('-p', findPasswordOption),
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

function findPair(view: View, value: LabelledValue, findings: Findings): void {
  const { labelEnd } = value
  const match = pair.exec(view.text.slice(labelEnd, labelEnd + 160))
  if (match === null) return
  const [whole, user = '', written = ''] = match
  const secret = written.replace(/[.,;)]+$/, '')
  if (!(looksSecret(secret) || /^\p{Lu}\p{L}{2,20}-\d{1,4}$/u.test(secret)) || isPlaceholder(secret)) return
  const secretStart = labelEnd + whole.length - written.length
  const userStart = labelEnd + whole.lastIndexOf(user, whole.length - written.length - 1)
  findings.add(userStart, userStart + user.length, 'USERNAME', LABELLED)
  findings.add(secretStart, secretStart + secret.length, 'SECRET', LABELLED)
}

const userOption = /^[^\n;|&]{0,120}?\s(?:-u|--user)[ =]?["']?([\w.@-]{1,40}):([^\s"']{3,80})/
const commandBefore =
  /(?:^|[\s`$"'|;&(>*_])(?:(mysql\w{0,6}|mariadb\w{0,6})|sshpass|docker login|htpasswd|smbclient|mongosh)(?: [^\n;|&]{0,120})? $/
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
