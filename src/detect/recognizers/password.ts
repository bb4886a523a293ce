/** Passwords beside their label, in prose, forms, configuration and code. NIST SP 800-63B calls them memorized secrets. */
import { connectorAt } from '../connectors.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel } from '../recognizer.ts'
import { LABELLED, LIKELY } from '../scores.ts'
import { isPlaceholder, looksSecret, openingQuote, secretEnd, tokenEnd } from '../secret-values.ts'
import type { View } from '../view.ts'

const passwordWords: LabelGroup = {
  name: 'PASSWORD',
  words: {
    '*': 'password|passwords|passwd|pwd|passphrase|passcode|pass|pw|userpass|dbpass|wifi key|wlan key|psk',
    bg: 'парола|паролата|parola',
    cs: 'heslo|hesla|heslem',
    da: 'adgangskode|adgangskoden|kodeord|kodeordet|kode|koden',
    de: 'passwort|passworts|kennwort|zugangscode|passwörter|wlan schlüssel|netzwerkschlüssel|wlan passwort',
    el: 'κωδικός|κωδικό|κωδικός πρόσβασης|συνθηματικό',
    en: 'wifi password|login password|master password|pass phrase|network key',
    es: 'contraseña|clave|clave wifi|clave de acceso|contrasena',
    et: 'parool|parooli|salasõna',
    fi: 'salasana|salasanan|salasanani|salasanaksi',
    fr: 'mot de passe|mdp|mots de passe|clé wifi|code wifi',
    ga: 'pasfhocal|focal faire',
    hr: 'lozinka|lozinku|zaporka|zaporku',
    hu: 'jelszó|jelszava|jelszavam|jelszót',
    it: 'parola chiave|password provvisoria|chiave wifi|parola d ordine',
    lt: 'slaptažodis|slaptažodį',
    lv: 'parole|paroli',
    mt: 'password|kelma sigrieta',
    nl: 'wachtwoord|wachtwoorden|wifi wachtwoord',
    pl: 'hasło|hasła|hasłem',
    pt: 'senha|palavra passe|palavra chave|senha provisória',
    ro: 'parola|parolă|parolei',
    sk: 'heslo|hesla|heslom',
    sl: 'geslo|gesla|geslom',
    sv: 'lösenord|lösenordet|lösen|lösenkod',
  },
}

/** Up to three words between the label and "is": "parola veche era …". */
const wordsBetween = /(?:\p{L}{1,14}[ \t]){0,3}(\p{L}{1,14})[ \t]{1,2}(?:["'`(*_]{1,2} ?|<\w{1,8}>)?/uy
const shortest = 4

export const password: BuiltInRecognizer = {
  name: 'password',
  source: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  types: ['SECRET'],
  anchors: [onLabel(passwordWords, findPassword)],
  examples: {
    match: [
      'Passwort: «Hafen-Kran-93!»',
      'my password is «Sommer2031», please check',
      'DB_PASSWORD="«winter-otter»"',
      '{"password": "«s3cr3t pass»", "n": 1}',
      'pass «gr33nkettle» and then',
      'hasło ("«Zima-2031-nowe»")',
      'parola veche era «Mici&Mustar9» si mailul',
      'smtp_pwd=«aB3xYz12» host=mail',
      '/login?password=«aB3xYz12»&next=/',
      'passphrase is «correct-mule-battery»; then',
    ],
    miss: [
      'the password is wrong',
      'password must have 8 characters',
      'password: string, token: string',
      'password = "<PASSWORD>"; password: $DB_PASSWORD',
      'password: ********',
      'reset the password for all users, pass 3 tests',
      'if (password.length < 12) throw new Error("password too short")',
      'Password: required',
    ],
  },
}

function findPassword(view: View, value: LabelledValue, findings: Findings): void {
  const { start, link } = value
  const end = secretEnd(view, value)
  const written = view.text.slice(start, end)
  const isField = link === 'cell' || link === 'hint' || (link === 'pair' && openingQuote(view, value) !== 0)
  const isClear = isField ? !/^\s*$/.test(written) : looksSecret(written)
  if (written.length >= shortest && isClear && !isPlaceholder(written)) {
    findings.add(start, end, 'SECRET', LABELLED)
  } else if (link === 'bare') findBehindWords(view, value, findings)
}

/** "password of the old account is X": a copula has to stand right before what looks like a secret. */
function findBehindWords(view: View, value: LabelledValue, findings: Findings): void {
  wordsBetween.lastIndex = value.start
  const lastWord = wordsBetween.exec(view.text)?.[1]
  if (lastWord === undefined || connectorAt(lastWord, 0, lastWord.length)?.kind !== 'filler') return
  const start = wordsBetween.lastIndex
  const end = tokenEnd(view, start, Math.min(view.text.length, start + 60))
  const written = view.text.slice(start, end)
  if (looksSecret(written) && !isPlaceholder(written)) findings.add(start, end, 'SECRET', LIKELY)
}
