/** Users and passwords as arguments of calls: `login("jo", "…")`, `fill('#password', '…')`, `new NetworkCredential("jo", "…")`. */
import { type BuiltInRecognizer, type Findings, type LabelGroup, onWord } from '../recognizer.ts'
import { CHECKED, LABELLED } from '../scores.ts'
import { couldBeSecret, isIdentifier, isPlaceholder } from '../secret-values.ts'
import { common } from '../username/account-names.ts'
import type { View } from '../view.ts'

/** Calls whose last two strings are a user and a password. */
const callWords: LabelGroup = {
  name: 'SIGN_IN_CALL',
  words: {
    '*': 'login|log in|logon|signin|sign in|authenticate|networkcredential|network credential|passwordauthentication|password authentication|usernamepasswordcredentials|username password credentials|usernamepasswordauthenticationtoken|httpbasicauth|http basic auth|httpdigestauth|basicauth|basic auth|basicauthentication|auth|get connection|getconnection|connect|credentials|set credentials|addlogin|sp addlogin|withcredentials|with credentials|pscredential|plainauth|plain auth',
  },
}

/** A password as the name of a field, in quotes. */
const fieldWords: LabelGroup = {
  name: 'PASSWORD_FIELD',
  words: {
    '*': 'password|passwd|passwort|pwd|pass|passphrase|contrasena|motdepasse|mot de passe|wachtwoord|haslo|heslo|senha|lozinka|salasana|jelszo|parola|losenord|adgangskode|keystorepassword|key store password|truststorepassword|api key|x api key|apikey|token|x auth token|secret',
  },
}

const literal = `@?(["'])([^"'\\n]{1,64})`
/** Up to two other arguments, then strings. */
const call = new RegExp(
  `^\\w{0,16}\\(\\s{0,8}(?:[^"'()\\n]{1,40},\\s{0,8})?${literal}\\1\\s{0,4},\\s{0,8}${literal}\\3(?:\\s{0,4},\\s{0,8}${literal}\\5)?`,
)
const procedure = /^ N?'([^'\n]{1,64})'\s?,\s?N?'([^'\n]{4,64})'/
const field =
  /^[\w-]{0,12}\]?["'`]\]?\)?\s{0,2}(?:,\s{0,8}|\)?\.(?:type|fill|send_?[kK]eys|set[A-Za-z]{0,5}|sendText|clear\(\)\.type)\()@?["'`]([^"'`\n]{4,64})["'`]/

export const signInCall: BuiltInRecognizer = {
  name: 'sign-in-call',
  source: 'https://www.rfc-editor.org/rfc/rfc7617',
  types: ['SECRET', 'USERNAME'],
  anchors: [onWord(callWords, findCall), onWord(fieldWords, findField)],
  isEmbedded: true,
  examples: {
    match: [
      'client.login("«kim.ode»", "«Otter!flow77»")',
      'conn = MySQLdb.connect("db1", "«kerro»", "«otterflow9»", "shop")',
      'new NetworkCredential("«kerro»", "«Otter!flow»")',
      'DriverManager.getConnection(url, "«kerro»", "«otterflow»");',
      "requests.get(u, auth=('«kerro»', '«otterflow77»'))",
      "await page.fill('#password', '«Otter!flow77»')",
      "cy.get('[data-test=password]').type('«Otter!flow77»')",
      'driver.find_element(By.ID, "password").send_keys("«Otter!flow77»")',
      'request.setHeader("X-Api-Key", "«9f8e7d6c5b4a39281706»")',
      "EXEC sp_addlogin '«kerro»', '«otterflow77»'",
    ],
    miss: [
      'login("user", "password")',
      'connect("click", "onSave")',
      "t('password', 'Password')",
      '["password", "token"]',
      'auth("basic", "bearer")',
      "fields: ['password', 'passwordConfirmation2']",
    ],
  },
}

function findCall(view: View, _start: number, end: number, findings: Findings): void {
  const next = view.unit(end)
  if (next === 0x20) {
    const said = procedure.exec(view.text.slice(end, end + 150))
    if (said !== null) addPair(view, end, said[0], said[1]!, said[2]!, findings)
    return
  }
  const begin = next === 0x3d ? end + 1 : end
  const piece = view.text.slice(begin, begin + 320)
  if (!/^\w{0,16}\(/.test(piece)) return
  const match = call.exec(piece)
  if (match === null) return
  const [whole, , first = '', , second = '', , third] = match
  // `connect("host", "user", "password")`
  if (third === undefined) addPair(view, begin, whole, first, second, findings)
  else if (/^\w{0,16}\(\s{0,8}@?["'][^"']{1,64}["']/.test(whole)) addPair(view, begin, whole, second, third, findings)
}

function addPair(view: View, from: number, whole: string, user: string, secret: string, findings: Findings): void {
  if (/\s/.test(user) || /\s/.test(secret) || secret.length < 4 || isPlaceholder(secret)) return
  if (!couldBeSecret(secret) && !/^\p{Ll}{6,}$/u.test(secret)) return
  const isField = isIdentifier(secret) || /^(?:on[A-Z]|[a-z]+[A-Z]|https?:|\/|\.)/.test(secret) || secret === user
  const isClear = couldBeSecret(secret) && /[\d!#$%&*+?^~@]/.test(secret)
  if (isField || (!isClear && !isCredential(view, from))) return
  const secretAt = from + whole.lastIndexOf(secret)
  findings.add(secretAt, secretAt + secret.length, 'SECRET', LABELLED)
  const userAt = from + whole.lastIndexOf(user, whole.lastIndexOf(secret) - 1)
  if (!common.has(user.toLowerCase()) && !isPlaceholder(user) && /^[\p{L}\d][\p{L}\d._@+-]{1,63}$/u.test(user))
    findings.add(userAt, userAt + user.length, 'USERNAME', LABELLED)
}

/** Calls that take nothing else. */
function isCredential(view: View, from: number): boolean {
  return /(?:credentials?|authentication|getConnection|BasicAuth)=?$/i.test(
    view.text.slice(Math.max(0, from - 24), from),
  )
}

function findField(view: View, start: number, end: number, findings: Findings): void {
  const before = view.text.slice(Math.max(0, start - 40), start)
  if (!/["'`][^"'`\n]{0,38}$/.test(before)) return
  const match = field.exec(view.text.slice(end, end + 110))
  if (match === null) return
  const secret = match[1]!
  const isClear = couldBeSecret(secret) && /\d/.test(secret) && !/\s/.test(secret)
  if (
    !isClear ||
    isPlaceholder(secret) ||
    isIdentifier(secret) ||
    /^[a-z]+(?:_[a-z\d]+)+$|^[a-z]+[A-Z][A-Za-z]*\d?$/.test(secret)
  )
    return
  const at = end + match[0].length - 1 - secret.length
  findings.add(at, at + secret.length, 'SECRET', CHECKED)
}
