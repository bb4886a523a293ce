/** What a password was set to, some words behind it: "my password failed so i changed it to Buttercup9! yesterday". */
import type { LabelledValue } from '../labelled-values.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onWord } from '../recognizer.ts'
import { LIKELY } from '../scores.ts'
import { couldBeSecret, isIdentifier, isPlaceholder, looksSecret, tokenEnd } from '../secret-values.ts'
import type { View } from '../view.ts'

const changedWords: LabelGroup = {
  name: 'CHANGED_TO',
  words: {
    '*': 'changed it to|changed to|change it to|reset it to|reset to|set it to|set to|switched it to|updated it to',
    cs: 'změnil jsem ho na|změnila jsem ho na|změněno na|změnil na|změnila na|dala|dal',
    da: 'ændret det til|ændret til|skiftet til|sat til',
    de: 'geändert auf|geändert in|geändert zu|gesetzt auf|zurückgesetzt auf|umgestellt auf|pw geändert|passwort geändert',
    es: 'cambiado a|la cambié a|la he cambiado a|lo cambié a|puesto|puse',
    fi: 'vaihdettu|vaihdoin sen|muutin sen|vaihdoin',
    fr: "changé en|changé par|remplacé par|mis à|j'ai mis|modifié en",
    hu: 'megváltoztattam|átállítottam|módosítottam|átírtam',
    it: 'cambiata in|cambiato in|impostata a|impostata su|ho messo',
    nl: 'veranderd in|gewijzigd in|aangepast naar|ingesteld op|veranderd naar|gewijzigd naar',
    pl: 'zmieniłam na|zmieniłem na|zmienione na|zmieniono na|ustawione na|ustawiłam|ustawiłem',
    pt: 'mudei para|alterada para|alterei para|mudada para',
    ro: 'am schimbat o în|schimbată în|am pus',
    sk: 'zmenil som ho na|zmenila som ho na|zmenené na',
    sv: 'ändrat det till|ändrat till|bytt till|satt till',
  },
}

/** Behind "as the". */
const behindWords: LabelGroup = {
  name: 'PASSWORD_BEHIND',
  words: {
    '*': 'password|passwort|kennwort|mot de passe|mdp|contraseña|clave|wachtwoord|hasło|heslo|adgangskode|lösenord|salasana|jelszó|parolă|parola|senha|palavra passe|lozinka|geslo|парола|κωδικό|parool|slaptažodį|paroli|passord|pw|pin|passcode|passphrase',
  },
}

/** How far before it the password may be spoken of. */
const nearPassword = 160

export const setPassword: BuiltInRecognizer = {
  name: 'set-password',
  source: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  types: ['SECRET', 'USERNAME'],
  anchors: [onLabel(changedWords, findChanged), onWord(behindWords, findBefore)],
  isEmbedded: true,
  examples: {
    match: [
      'try «Welcome2026!» as the password',
      "j'ai mis «Framboise!26» comme mot de passe",
      'Zugangsdaten lauten: «fdorn» (Benutzer) und «Ahornsirup!3» (Passwort)',
      'use «bluebottle» (user) / «periwinkle» (password)',
      'the password failed, so i changed it to «Buttercup9!» yesterday',
      'das Passwort ging nicht, hab dir das pw geändert: «Sonne2026#»',
    ],
    miss: [
      'the date was changed to 2026-04-17',
      'the password policy was changed to require 12 characters',
      'timeout reset to 3000ms after the password prompt',
    ],
  },
}

function findChanged(view: View, value: LabelledValue, findings: Findings): void {
  if (value.link === 'cell' || value.link === 'hint') return
  const start = value.start
  const end = tokenEnd(view, start, Math.min(view.text.length, start + 60))
  const written = view.text.slice(start, end)
  const isStrong = /\p{L}/u.test(written) && /\d/.test(written) && /\p{Lu}|[!#$%&*+?@^~]/u.test(written)
  if (!isStrong || written.length < 6 || !looksSecret(written) || isPlaceholder(written) || isIdentifier(written))
    return
  if (view.isNear('PASSWORD', start, nearPassword)) findings.add(start, end, 'SECRET', LIKELY)
}

/** "try Welcome2026! as the password", "j'ai mis Framboise!26 comme mot de passe": the word stands behind. */
const saidBefore =
  /(?:^|[\s"'`(\u00ab\u201e\u201c])([^\s"'`<>()\u00ab\u00bb\u201e\u201c\u201d]{6,40})["'`\u00bb\u201d\u201c]? (?:as|is|als|comme|como|come|jako|som|kao|kot|mint|ca|kaip|k\u0101|\u03c9\u03c2|\u043a\u0430\u0442\u043e|ist|est|es|\u00e8|\u00e9) (?:(?:the|my|a|her|his|their|your|new|temp|temporary|default|das|mein|meinem|dem|neues|le|mon|la|mi|il|mia|minha|nieuw|mijn|nowe|nov\u00e9|mit|mitt|nyt|nytt) ){0,2}$/u

function findBefore(view: View, labelStart: number, end: number, findings: Findings): void {
  const from = Math.max(0, labelStart - 70)
  if (view.unit(labelStart - 1) === 0x28) findBeforeBracket(view, labelStart, end, findings)
  if (view.unit(labelStart - 1) !== 0x20) return
  const match = saidBefore.exec(view.text.slice(from, labelStart))
  if (match === null) return
  const written = match[1]!.replace(/[,.;:]+$/, '')
  const start = from + match.index + match[0].indexOf(match[1]!)
  if (looksSecret(written) && !isPlaceholder(written) && !isIdentifier(written))
    findings.add(start, start + written.length, 'SECRET', LIKELY)
}

/** "fdorn (Benutzer) und Ahornsirup!3 (Passwort)", "tulpenfeld (Passwort)" */
const bracketed = /(?:^|[\s"'`:])([^\s"'`()<>]{4,40})["'`]? $/

function findBeforeBracket(view: View, labelStart: number, labelEnd: number, findings: Findings): void {
  if (view.unit(labelEnd) !== 0x29) return
  const from = Math.max(0, labelStart - 44)
  const match = bracketed.exec(view.text.slice(from, labelStart - 1))
  if (match === null) return
  const written = match[1]!
  const start = from + match.index + match[0].indexOf(written)
  const isPin = /^\d{4,8}$/.test(written)
  if (!isPin && !couldBeSecret(written) && !isBehindUser(view, start)) return
  if (isPlaceholder(written)) return
  findings.add(start, start + written.length, 'SECRET', LIKELY)
  const named = namedUser.exec(view.text.slice(Math.max(0, start - 60), start))
  if (named === null) return
  const userStart = Math.max(0, start - 60) + named.index + named[0].indexOf(named[1]!)
  findings.add(userStart, userStart + named[1]!.length, 'USERNAME', LIKELY)
}

/** The name of the account stands in the same way before it. */
const namedUser =
  /(?:^|[\s"'`:])([\p{L}\p{N}][\p{L}\p{N}.@_-]{1,40})["'`]? \((?:user|login|benutzer|nutzer|username|identifiant|utilisateur|usuario|utente|gebruiker|bruger|anv\u00e4ndare|u\u017cytkownik|u\u017eivatel|pou\u017e\u00edvate\u013e|korisnik|uporabnik|felhaszn\u00e1l\u00f3|utilizator|utilizador|k\u00e4ytt\u00e4j\u00e4|kasutaja)\p{L}{0,6}\)(?:,|;| \/)? ?(?:\p{L}{1,3} )?["'`]?$/iu

function isBehindUser(view: View, start: number): boolean {
  return namedUser.test(view.text.slice(Math.max(0, start - 60), start))
}
