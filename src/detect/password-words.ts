/** Words for passwords as they are said in sentences: inflected, and at the end of longer words. */
import type { LabelGroup } from './recognizer.ts'

/** All words that begin with one of the first and end with one of the last: "Startpasswort", "Zugangskennwort". */
function joined(first: string, last: string): string {
  return first
    .split(' ')
    .flatMap(one => last.split(' ').map(other => one + other))
    .join('|')
}

const germanFirst =
  'initial start standard einmal erst erstanmelde zugangs anmelde login benutzer nutzer user master haupt admin administrator router portal mail email vpn pdf zip app konto kunden online handy computer pc windows server system geräte gast gäste wlan telefon notfall excel datei archiv schul uni büro firmen wiki forum shop root datenbank web cloud drucker netzwerk sftp ftp ssh account elster bank internet homepage domain hosting wordpress netflix'

/** By language, words that end with one for a password. */
const compounds: Readonly<Record<string, string>> = {
  da: joined(
    'engangs start standard admin bruger gæste wifi wlan app mail',
    'kodeord kodeordet adgangskode adgangskoden password',
  ),
  de: joined(germanFirst, 'passwort kennwort passwörter'),
  et: joined('alg ajutis kasutaja admin', 'parool parooli salasõna'),
  fi: joined(
    'kertakäyttö alku oletus käyttäjän wifi wlan pää hallinta palvelin reititin verkko sähköposti',
    'salasana salasanan salasanani',
  ),
  hu: joined('alap kezdő mester admin wifi', 'jelszó jelszava jelszót'),
  is: joined('aðgangs upphafs', 'lykilorð'),
  nl: joined(
    'begin start standaard nood hoofd beheer gast router portaal mail computer app zip admin account wifi',
    'wachtwoord',
  ),
  no: joined('engangs start standard admin bruker gjeste wifi', 'passord passordet'),
  sv: joined(
    'engångs start standard huvud gäst admin administratörs användar dator wifi wlan router',
    'lösenord lösenordet',
  ),
}

/** The words of a group, and in each language the longer words that end with one for a password. */
export function withCompounds(words: Readonly<Record<string, string>>): Record<string, string> {
  const all: Record<string, string> = { ...words }
  for (const [language, joinedWords] of Object.entries(compounds)) {
    const own = all[language]
    all[language] = own === undefined ? joinedWords : `${own}|${joinedWords}`
  }
  return all
}

/** A password is spoken of: what looks like nothing but one stands in the same line. */
export const spokenOfWords: LabelGroup = {
  name: 'PASSWORD_SPOKEN_OF',
  words: withCompounds({
    '*': 'password|passwords|passwd|pwd|pw|pass|passphrase|passcode|psk|wifi|wi fi|wlan|hotspot|login|logins|log in|logged in|signed in|sign in|zip|rar|pdf|encrypted|vpn|router|modem|netflix|spotify|disney|icloud|apple id|google account|decrypt|unzip|unrar',
    bg: 'парола|паролата|пароли|паролите|влизам|влиза|вход|влезете|влезте',
    cs: 'heslo|hesla|heslem|heslu|hesly|přihlásit|přihlaste|přihlas|přihlašuji|přihlášení',
    da: 'adgangskode|adgangskoden|kodeord|kodeordet|routeren|wifien|logge ind|log ind|logger ind|logget ind|krypteret',
    de: 'passwort|passworts|passwörter|kennwort|kennworts|kennwörter|einloggen|anmelden|eingeloggt|angemeldet|einwählen|verschlüsselt|entschlüsseln|entsperren|entsperrt|logge|loggen|melde',
    el: 'κωδικός|κωδικό|κωδικοί|κωδικούς|συνθηματικό|σύνδεση|συνδεθείτε|συνδέομαι|μπαίνω',
    en: 'get in|logging in|unlock|unlocks|sign on|log on|password protected',
    es: 'contraseña|contraseñas|contrasena|clave|claves|entrar|acceder|entra|accede|inicia sesión|iniciar sesión|cifrado|cifrada',
    et: 'ruuteri|parool|parooli|parooliga|paroolid|salasõna|sisse logida|logi sisse|logisin',
    fi: 'reitittimen|salasana|salasanan|salasanaa|salasanalla|salasanani|salasanasi|salasanaksi|kirjautua|kirjaudu|kirjaudun|kirjautuminen',
    fr: 'mot de passe|mots de passe|mdp|connecter|connectez|connecte|chiffré|protégé|déchiffrer|déverrouiller',
    ga: 'pasfhocal|logáil isteach|focal faire',
    hr: 'lozinka|lozinku|lozinke|lozinkom|zaporka|zaporku|zaporkom|prijavi|prijaviti|prijavite|prijava',
    hu: 'jelszó|jelszót|jelszava|jelszavam|jelszavát|jelszóval|jelszavak|belépni|lépj be|lépek be|belépés',
    is: 'lykilorð|lykilorðið|aðgangsorð|skrá inn',
    it: 'password|parola chiave|accedere|accedi|accedo|entrare|entra|entro|cifrato|protetto',
    lt: 'maršrutizatoriaus|slaptažodis|slaptažodį|slaptažodžio|slaptažodžiu|slaptažodžiai|prisijungti|prisijunk|prisijungimas|jungiuosi',
    lv: 'parole|paroli|paroles|pieslēgties|pieslēdzies|pieteikties|piekļuve',
    mt: 'password|kelma sigrieta|tidħol|nidħol',
    nl: 'wachtwoord|wachtwoorden|ww|inloggen|inlogt|ingelogd|versleuteld|aanmelden',
    no: 'ruteren|passord|passordet|logge inn|logg inn|logger inn|logget inn|kryptert',
    pl: 'hasło|hasła|hasłem|hasłu|haseł|zalogować|zaloguj|loguję|logować|logowanie|zalogowałam|zalogowałem|szyfrowane',
    pt: 'senha|senhas|palavra passe|palavras passe|entrar|aceder|acessar|entra|cifrado',
    ro: 'parola|parolă|parolei|parole|parolele|conectez|conectați|intru|intra|autentifica|loghez',
    sk: 'heslo|hesla|heslom|heslu|heslá|prihlásiť|prihlás|prihláste|prihlasujem|prihlásenie',
    sl: 'geslo|gesla|geslom|gesli|prijaviti|prijavi|prijavite|prijavim|prijava',
    sv: 'routern|wifit|engångslösen|startlösen|lösenord|lösenordet|lösen|lösenkod|logga in|loggar in|loggade in|inloggad|krypterad',
    uk: 'пароль|пароля|паролем|паролю|увійти|вхід',
  }),
}
