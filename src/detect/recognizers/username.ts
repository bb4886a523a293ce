/**
 * Names of accounts: behind their label, as `@handle`, as folder of a user (Filesystem Hierarchy Standard, `C:\Users`), as
 * speaker of a chat log, before a verb for signing in, and on command lines.
 */
import { runStart } from '../boundaries.ts'
import { isLetter, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onShape, onText } from '../recognizer.ts'
import { CHECKED, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import { isIdentifier } from '../secret-values.ts'
import type { View } from '../view.ts'

/** Words that mean the name of an account and nothing else. */
const nameWords: LabelGroup = {
  name: 'USERNAME',
  words: {
    '*': 'username|user name|usernames|userid|user id|uid name|login name|loginname|login id|user login|screen name|screenname|gamertag|psn id|steam id|discord tag|skype|skype id|snapchat|snap|telegram name|telegram handle|telegram|insta|instagram|tiktok|twitter handle|twitter|mastodon|bluesky|github user|gitlab user|nick|nickname|account name|samaccountname|upn|db user|dbuser|db username|database user|smtp user|mysql user|postgres user|pguser|pppoe user|ftp user|ssh user|remote user|run as user|sudo user|user principal name|wechat|wechat id|line id|twitch|xbox|psn|reddit user|kik',
    bg: 'потребителско име|потребителското име|потребителско|логин|никнейм|ник|юзър|юзърнейм|потребителското ми име|потребителско ми име|акаунт име',
    cs: 'uživatelské jméno|uživatelského jména|přihlašovací jméno|login|přezdívka|uživ jméno',
    da: 'brugernavn|brugernavnet|bruger id|brugerid|login|kaldenavn|kontonavn',
    de: 'benutzername|benutzernamen|benutzerkennung|anmeldename|loginname|nutzername|nutzerkennung|nutzername~|benutzer id|anmeldekennung|zugangskennung|user kennung|kennung|accountname|spielername',
    el: 'όνομα χρήστη|ονόματος χρήστη|αναγνωριστικό χρήστη|ψευδώνυμο|όνομα λογαριασμού',
    en: 'login username|your username|user account name|logon name|unix name|system user|linux user|windows user|account name',
    es: 'nombre de usuario|nombre de usuaria|usuario de acceso|usuario del router|id de usuario|usuario de login',
    et: 'kasutajanimi|kasutajanime|kasutajatunnus|kasutajanimega|konto nimi|kontonimi',
    fi: 'käyttäjätunnus|käyttäjätunnuksen|käyttäjätunnukseni|käyttäjänimi|käyttäjänimen|käyttäjänimeni|nimimerkki|kirjautumistunnus|käyttäjätunnuksesi|käyttäjänimesi|tunnuksesi',
    fr: "nom d'utilisateur|nom d utilisateur|nom utilisateur|identifiant|identifiant de connexion|pseudo|pseudonyme|nom de compte|nom de connexion",
    ga: 'ainm úsáideora|ainm úsáideoir|leasainm|ainm cuntais',
    hr: 'korisničko ime|korisničkog imena|korisničkim imenom|nadimak|ime korisnika',
    hu: 'felhasználónév|felhasználóneve|felhasználónevem|felhasználónevet|felhasználói név|belépési név|becenév|felhasználónevünk|felhasználó neve',
    is: 'notandanafn|notendanafn',
    it: 'nome utente|nome utente di accesso|id utente|nome account|nomeutente|soprannome',
    lt: 'vartotojo vardas|vartotojo vardą|naudotojo vardas|prisijungimo vardas|slapyvardis',
    lv: 'lietotājvārds|lietotājvārdu|lietotāja vārds|segvārds|konta nosaukums|konta vārds',
    mt: "isem tal-utent|isem l-utent|isem ta' utent",
    nl: 'gebruikersnaam|gebruikersnamen|inlognaam|loginnaam|gebruikers id|gebruikersid|schermnaam|accountnaam',
    no: 'brukernavn|brukernavnet|bruker id|brukerid|kallenavn',
    pl: 'nazwa użytkownika|nazwę użytkownika|nazwy użytkownika|nazwa konta|identyfikator użytkownika|login|loginem|ksywka|nick użytkownika|identyfikator logowania|identyfikator konta',
    pt: 'nome de utilizador|nome de usuário|nome de usuária|nome do utilizador|nome do usuário|id de utilizador|apelido de utilizador',
    ro: 'nume de utilizator|numele de utilizator|nume utilizator|id utilizator|poreclă|nume de cont',
    sk: 'používateľské meno|užívateľské meno|používateľského mena|prihlasovacie meno|prezývka',
    sl: 'uporabniško ime|uporabniškega imena|uporabniškim imenom|vzdevek|prijavno ime|ime uporabnika',
    sv: 'användarnamn|användarnamnet|användarnamnen|användar id|användarid|inloggningsnamn|smeknamn|kontonamn',
  },
}

/** Words that also stand before much else: a sign has to stand between, or the name has to look like one. */
const looseWords: LabelGroup = {
  name: 'USERNAME_LOOSE',
  words: {
    '*': 'user|users|login|handle|usr|account|principal|actor|owner|author|committer|assignee|assigned to|reviewer|reviewed by|reporter|created by|updated by|modified by|changed by|approved by|requested by|triggered by|deployed by|pushed by|merged by|opened by|closed by|creator|maintainer|todo|fixme|hack|xxx|whoami|logname|discord|steam|riot id|gamer id|uid|cn|sub|alias|cc|logged in as|login as|log in as|sign in as|authenticated as|auth|member|member name|performed by|by user|for user',
    bg: 'потребител|потребителят|потребителя|акаунт|профил',
    cs: 'uživatel|uživatele|uživatelka|účet|autor',
    da: 'bruger|brugeren|konto|forfatter',
    de: 'benutzer|nutzer|anwender|konto|autor|bearbeiter|angemeldet als|eingeloggt als|zuständig',
    el: 'χρήστης|χρήστη|λογαριασμός',
    es: 'usuario|usuaria|cuenta|autor|responsable',
    et: 'kasutaja|konto|autor',
    fi: 'käyttäjä|käyttäjän|tunnus|tunnuksen|tunnukseni|tili|tekijä',
    fr: 'utilisateur|utilisatrice|compte|auteur|connecté en tant que',
    ga: 'úsáideoir|cuntas|údar',
    hr: 'korisnik|korisnika|račun|autor',
    hu: 'felhasználó|fiók|szerző',
    is: 'notandi|notanda|höfundur',
    it: 'utente|account|autore|alias',
    lt: 'vartotojas|vartotojo|naudotojas|paskyra',
    lv: 'lietotājs|lietotāja|konts',
    mt: 'utent|kont',
    nl: 'gebruiker|gebruikers|account|auteur|ingelogd als',
    no: 'bruker|brukeren|konto|forfatter',
    pl: 'użytkownik|użytkownika|konto|autor',
    pt: 'utilizador|utilizadora|usuário|usuária|conta|autor',
    ro: 'utilizator|utilizatorul|utilizatorului|cont|autor',
    sk: 'používateľ|užívateľ|konto|autor',
    sl: 'uporabnik|uporabnika|račun|avtor',
    sv: 'användare|användaren|konto|författare|inloggning',
  },
}

/** How servers write sign-ins to their logs. */
const logWords: LabelGroup = {
  name: 'SIGN_IN_LOG',
  words: {
    '*': 'publickey for|password for|invalid user|opened for user|closed for user|interactive for|failure for|illegal user',
  },
}

/** Verbs behind a name: "h.dijkman ingelogd vanaf …". */
const signInWords: LabelGroup = {
  name: 'SIGNED_IN',
  words: {
    bg: 'влезе|излезе|се вписа',
    cs: 'přihlášen|přihlášena|odhlášen|se přihlásil|se přihlásila',
    da: 'loggede ind|logget ind|logget ud|loggede ud',
    de: 'angemeldet|abgemeldet|eingeloggt|ausgeloggt|hat sich angemeldet',
    en: 'logged in|logged out|signed in|signed out|logged on|logged off|log in failed|login failed|authenticated',
    es: 'inició sesión|cerró sesión|ha iniciado sesión|conectado desde',
    et: 'logis sisse|logis välja',
    fi: 'kirjautui|kirjautunut',
    fr: "connecté|déconnecté|s'est connecté|s'est connectée|connectée",
    hr: 'prijavljen|odjavljen|se prijavio|se prijavila',
    hu: 'bejelentkezett|kijelentkezett|belépett',
    it: 'ha effettuato|si è connesso|si è connessa|connesso da',
    lt: 'prisijungė|atsijungė',
    lv: 'pieslēdzās|ielogojās|atslēdzās',
    nl: 'ingelogd|uitgelogd|aangemeld|afgemeld',
    no: 'logget inn|logget ut',
    pl: 'zalogowany|zalogowana|wylogowany|wylogowana|zalogował się|zalogowała się',
    pt: 'iniciou sessão|terminou sessão|fez login|entrou em',
    ro: 's a autentificat|s-a conectat|s a deconectat|autentificat',
    sk: 'prihlásený|prihlásená|odhlásený|sa prihlásil|sa prihlásila',
    sl: 'prijavljen|odjavljen|se je prijavil|se je prijavila',
    sv: 'loggade in|loggade ut|inloggad|utloggad',
  },
}

/** Networks and words that make an `@name` a person's. */
const handleWords: LabelGroup = {
  name: 'HANDLE_NEAR',
  words: {
    '*': 'insta|instagram|twitter|telegram|tiktok|snap|snapchat|mastodon|threads|github|slack|discord|handle|cc|ping|dm|thanks|thx|follow|reviewer|assignee|bluesky|nick|username|twitch',
  },
}

/** Accounts of systems, roles and examples, and what stands in code where a name could. */
const common = new Set(
  (
    'root admin administrator administrators guest anonymous anon nobody none null nil undefined true false unknown system service user users ' +
    'username user_name name login test tester testuser demo example sample default public shared all everyone here channel me self this you ' +
    'postgres mysql mongodb redis oracle sa dbo www www-data nginx apache httpd http https daemon bin sys sync mail email e-mail news backup ' +
    'git github gitlab svn jenkins runner ubuntu debian centos ec2-user vagrant pi node npm app application server client deploy deployer ' +
    'circleci travis vscode docker container hadoop spark airflow tomcat ansible puppet circle ci cd bot robot support helpdesk info contact ' +
    'assistant tool function developer string str text varchar char integer int number bool boolean object array list dict any void optional required request response session ' +
    'config settings env process context ctx payload data body params props state model schema type id key value token password passwd secret ' +
    'new old yes no on off is was are not and or the a an to for of in at by with from has have can will must should may as if it its his her ' +
    'their your our my who what agent operator bruger benutzer usuario utente utilisateur gebruiker customer kunde client klant cliente ' +
    'default_user appuser db database localhost host org team owner author author_name members member group staff sales office marketing'
  ).split(' '),
)

const name =
  /[\p{L}\p{N}_](?:[\p{L}\p{N}_.+~-]{0,62}[\p{L}\p{N}])?(?:@[A-Za-z0-9](?:[\w.-]{0,80}[A-Za-z0-9])?|#\d{4}(?!\d))?/uy
const pathName = /[\p{L}\p{N}_](?:[\p{L}\p{N}_. +-]{0,60}[\p{L}\p{N}])?/uy
const unixName = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.+-]{0,60}[\p{L}\p{N}])?/uy
const handle = /[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,38}[A-Za-z0-9])(?:@[a-z0-9](?:[a-z0-9-]{0,60}\.){1,4}[a-z]{2,20})?/y

export const username: BuiltInRecognizer = {
  name: 'username',
  source: 'https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch03s08.html',
  types: ['USERNAME'],
  context: [handleWords],
  anchors: [
    onLabel(nameWords, findNamed),
    onLabel(looseWords, findLoose),
    onLabel(signInWords, findBefore),
    onLabel(logWords, findInLog),
    onText('~', findTilde),
    onText('@', findHandle),
    ...['/home/', '/Users/', '/var/mail/', '/var/spool/mail/', '/export/home/', '/var/spool/cron/', '/run/user/'].map(
      path => onText(path, findFolder),
    ),
    onText('/tmp/', findTemporary),
    ...[
      '\\Users\\',
      '\\\\Users\\\\',
      '\\Documents and Settings\\',
      '\\\\Documents and Settings\\\\',
      '\\home\\',
      '\\\\home\\\\',
    ].map(path => onText(path, findWindowsFolder)),
    onText(':', findSpeaker, ' '),
    onText('> ', findBracketSpeaker),
    onShape(['99:99'], findSlackSpeaker),
  ],
  examples: {
    match: [
      'username: «daisy_moor»',
      'Benutzername «anton_muell61», bitte',
      'user=«a.hawthorne» ip=',
      '{"user":"«lrenard»","x":1}',
      'bruger=«klarsen» ip',
      'gebruiker: «pvandam»',
      "nom d'utilisateur : «jdupont77»",
      'identifiant de connexion : «66120934».',
      'usuario del router «admin_jo»,',
      'nome utente «jrossi.92»',
      'nazwa użytkownika: «jkowalski»',
      'uživatelské jméno «jnovak12»',
      'felhasználónév: «kissp_77»',
      'nume de utilizator «jpopescu»',
      'потребителско име: «jo_petrov»',
      'όνομα χρήστη: «jo_pap»',
      'användarnamn «josve»',
      'käyttäjätunnus: «jovirta»',
      'kasutajanimi «jotamm1»',
      'lietotājvārds: «jo.ozols»',
      'vartotojo vardas: «jjonas»',
      'korisničko ime: «jhorvat»',
      'uporabniško ime «jnovak»',
      'používateľské meno «jkovac»',
      'brugernavn: «jhansen4»',
      'ainm úsáideora: «jomurchu»',
      'isem tal-utent: «jborg3»',
      'cc @«sven-b» @«jcarlton»',
      'on insta @«liv_parker_09», or',
      'Mastodon @«jo@social.example»',
      'Build folder: /home/«kmarchuk»/work',
      'saved as /Users/«rory.castell»/.ssh/deploy',
      'C:\\Users\\«uklein»\\git',
      '"C:\\\\Users\\\\«uklein»\\\\git"',
      'dump in /var/tmp/«edwin.marsh»/heap.hprof',
      'bot: your name\n«boris_kn»: hello I can not log in\nbot: name please\n«boris_kn»: it is me again',
      'Benutzername?\n[14:01] Kunde: «sunny_71»\n[14:02] «sunny_71»: hi my account is locked\n[14:03] agent: which one?\n[14:04] «sunny_71»: the first one',
      '<«manon.38»> hi there\n<bot> hello\n<«manon.38»> it is me',
      '#ops\n«ghalvorsen»  07:58\nis anyone awake?\n',
      'auth: «h.dijkman» ingelogd vanaf 10.0.0.1',
      'user=«jo.doe»\nAccepted publickey for «jdoe» from 10.0.0.1',
      'CORP\\\\«jdoe» logged on to it',
      'see ~«jdoe»/public_html',
      'TODO(«olga-t»): move this',
      'Author: «ptakacs» <48>\nReviewer «tmallory»: please remove it',
      'user=«jdoe»\n$ ssh «jdoe»@db01',
    ],
    miss: [
      'the user clicked on the button',
      'user: string, login: required',
      'username: <USERNAME>, user = "root"',
      '@app.route("/")',
      'npm i @scope/name and @types/node',
      '@Override public void run()',
      '* @param name the value',
      '@media (max-width: 10px)',
      'const user = getUser(id)',
      'user.name and user.id',
      'max_tokens: 5\nlog_level: debug\nmax_tokens: 6',
      '<h1> title\n<h1> title',
      '/home/user/app and /home/$USER/x',
      'at 10:30 we met',
      'login page',
      'the account was closed',
      '"user": "assistant"',
      'INFO server_1: started',
      'C:\\Users\\Public\\Documents',
      'key_1: value one two\nkey_2: value three four',
    ],
  },
}

/** Words of everyday language too: what follows has to look like a name of an account. */
const informal =
  /^(?:nick|snap|snapchat|telegram|insta|instagram|ig|tiktok|twitter|mastodon|bluesky|skype|twitch|xbox|psn|kik|wechat|pseudo|login|nickname)$/i

function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  const { link } = value
  const start = runStart(view, value.start, value.labelEnd)
  const end = nameEnd(view, start, value)
  if (end < 0) return
  const written = view.text.slice(start, end)
  const isField = link !== 'bare' && link !== 'number'
  const label = view.text.slice(value.labelStart, value.labelEnd)
  const isInformal =
    informal.test(label) && !(view.unit(value.labelStart - 1) === 0x28 && /[,)]/.test(view.text.charAt(end)))
  if (!isField && isInformal && !isCoded(written) && !/\d/.test(written)) return
  if (isField ? isName(view, written, end) || /^\d{5,14}$/.test(written) : looksLikeName(written)) {
    findings.add(start, end, 'USERNAME', written.includes('@') ? LABELLED : CHECKED)
  } else if (!isField) findBehindWords(view, value, findings)
}

/** "Identifiant de connexion : 66120934", "the Telegram handle @jo" (the sign is found for itself). */
function findBehindWords(view: View, value: LabelledValue, findings: Findings): void {
  const start = matchAt(view, /\p{L}[\p{L} ']{1,24} ?: ?["'`]?(?=[\p{L}\p{N}_])/uy, value.start)
  const end = start < 0 ? -1 : matchAt(view, name, start)
  if (end > 0 && looksLikeName(view.text.slice(start, end))) findings.add(start, end, 'USERNAME', LABELLED)
}

function findLoose(view: View, value: LabelledValue, findings: Findings): void {
  const { link, labelStart, labelEnd } = value
  const start = runStart(view, value.start, value.labelEnd)
  const end = nameEnd(view, start, value)
  if (end < 0) return
  const written = view.text.slice(start, end)
  const isInBrackets = view.unit(labelEnd) === 0x28 && view.unit(end) === 0x29 && start === labelEnd + 1
  const isField = link === 'pair' || link === 'cell' || link === 'hint' || isInBrackets
  if (isFlagOrUnion(view, value, start)) return
  const isNote = /^(?:todo|fixme|hack|xxx)$/i.test(view.text.slice(labelStart, labelEnd))
  if (isNote && !isInBrackets) return
  const isExpression = /^\s=\s$/.test(view.text.slice(start - 3, start)) && isIdentifier(written)
  const isVague = /^(?:handle|alias|sub|auth|member|owner|actor|principal|uid|cn)$/i.test(
    view.text.slice(labelStart, labelEnd),
  )
  if (
    isVague &&
    (isWord(view.unit(labelStart - 1)) ||
      view.unit(labelStart - 1) === 0x2e ||
      (link === 'bare' && isIdentifier(written)) ||
      (link === 'cell' && !/\d/.test(written)))
  )
    return
  if (link === 'cell' && written.length < 4) return
  const isGiven = isField && !isExpression && isName(view, written, end) && isInLowerCase(written)
  // "Reviewer tmallory:" stands at the start of its line.
  const isHead =
    /^(?:reviewer|assignee|author|maintainer|reporter|owner)$/i.test(view.text.slice(labelStart, labelEnd)) &&
    view.unit(end) === 0x3a &&
    isLineStart(view, labelStart) &&
    isInLowerCase(written)
  const isProse =
    view.unit(start - 1) !== 0x3d && view.unit(end) === 0x20 && isSmallWord(view, end + 1) && !/[\d_.-]/.test(written)
  const isSure =
    (isGiven && !isProse) || (isHead && isName(view, written, end)) || (isCoded(written) && isName(view, written, end))
  if (isSure && !(link === 'bare' && /^\d/.test(written)))
    findings.add(start, end, 'USERNAME', link === 'bare' ? LIKELY : TYPICAL)
}

/** `--reporter=lcov`, and `'user' | 'workspace'` as types are written. */
function isFlagOrUnion(view: View, value: LabelledValue, start: number): boolean {
  if (view.unit(value.labelStart - 1) === 0x2d && view.unit(value.labelStart - 2) === 0x2d) return true
  const between = view.text.slice(value.labelEnd, start)
  return between.includes('|') && /["'`]/.test(between)
}

/** End of the name behind a label; -1 where a call, a member access or a placeholder stands. */
function nameEnd(view: View, start: number, value: LabelledValue): number {
  const end = matchAt(view, name, start)
  if (end < 0) return -1
  const next = view.unit(end)
  // `(`, `[`, `{`, `/`, `\`, `=`, `<`: code and paths.
  if (next === 0x28 || next === 0x5b || next === 0x7b || next === 0x5c) return -1
  if ((next === 0x2f || next === 0x3d) && value.link !== 'cell') return -1
  // `"user": {"name": …`: a key; `users_email`: the label goes on.
  if (value.link === 'pair' && /^["'`] ?:/.test(view.text.slice(end, end + 3))) return -1
  if (start === value.labelEnd + 1 && view.unit(start - 1) === 0x5f) return -1
  const before = view.unit(start - 1)
  // `--scope`, and what stands in another line.
  if (before === 0x2d || (value.link === 'pair' && view.text.slice(value.labelEnd, start).includes('\n'))) return -1
  if (before === 0x24 || before === 0x3c || before === 0x7b || before === 0x2f || before === 0x5c) return -1
  return end
}

/** In a field: anything that is no role, no type and no expression. */
function isName(view: View, written: string, end: number): boolean {
  if (written.length < 2 || common.has(written.toLowerCase())) return false
  if (
    /^(?:\d{1,3}|(?:exports|module|[a-z])\.[a-z]+[A-Z]\w*|exports\..*|.*[a-z][A-Z].*[a-z][A-Z].*|\w+\.\w+\.\w+_\w+|(?:req|request|self|this|os|process|config|args|env|ctx|data|body|props|state|item|row|event|params|options|session|current_user|auth|event|doc|obj|user|users|account|settings)[._].*|\d{4}-\d\d-\d\d.*|[\d.]+|.*(?:_id|_name|Id|ID|Name)|(?:get|set|find|is|has|create|delete|load)[A-Z_].*)$/.test(
      written,
    )
  )
    return false
  // "Anna Kowalska": a person's name of two words.
  return !(/^\p{Lu}\p{Ll}+$/u.test(written) && /^ \p{Lu}\p{Ll}/u.test(view.text.slice(end, end + 3)))
}

/** In a sentence: digits, dots and the like, as no word has them. */
function looksLikeName(written: string): boolean {
  if (common.has(written.toLowerCase()) || written.length < 4) return false
  return (
    isCoded(written) ||
    /^\d{5,14}$/.test(written) ||
    written.includes('@') ||
    (/^[a-z]{5,20}$/.test(written) && !isCommonWord(written))
  )
}

/** Small letters with a digit, dot, dash or low line between. */
function isCoded(written: string): boolean {
  if (common.has(written.toLowerCase()) || /^\d{4}-\d\d-\d\d|^v?\d+(?:\.\d+)+$|^\d+\p{L}{1,3}$/u.test(written))
    return false
  return (
    /^\p{Ll}[\p{Ll}\p{N}]*(?:[._-]\p{Ll}[\p{Ll}\p{N}]*)*(?:[._-]?\d{1,5})?$/u.test(written) &&
    /[\d_]|\p{Ll}\.\p{Ll}{3}/u.test(written) &&
    !/^(?:e\.g|i\.e)/.test(written) &&
    !/\.(?:com|org|net|io|js|ts|py|json|md|txt|html|log|sh|java|php|rb|go|rs|yml|yaml|xml|csv|pdf|png|id|name|get|set|length)$/.test(
      written,
    )
  )
}

/** Behind "username" without a sign between: words of sentences. */
function isCommonWord(written: string): boolean {
  return /(?:ed|ing|tion|ment|ly|ness|able|ible|field|ist|wird|oder|nicht|sowie|wurde|pour|dans|avec|sont|field|para|como|exists|taken|cannot|which|where|there|again|before|after|because|about|contains|please|bitte|change)$/.test(
    written,
  )
}

function isInLowerCase(written: string): boolean {
  return !/\p{Lu}/u.test(written.charAt(0)) || /\d/.test(written)
}

function isLineStart(view: View, at: number): boolean {
  const before = view.unit(at - 1)
  return before === 0 || before === 0x0a
}

/** Does a word in small letters start here, so that a sentence goes on? */
function isSmallWord(view: View, at: number): boolean {
  const unit = view.unit(at)
  return (
    unit >= 0x61 && unit <= 0x7a && view.unit(at + 1) !== 0x3d && !/^[\w.]{1,30}[=:]/.test(view.text.slice(at, at + 32))
  )
}

/** "Accepted publickey for jdoe from 10.0.0.1": where from, by whom or the end of the line has to follow. */
function findInLog(view: View, value: LabelledValue, findings: Findings): void {
  const end = matchAt(view, unixName, value.start)
  if (end < 0 || !/^(?: from \S| by \(| port \d|\(uid|\s{0,2}\n|$)/.test(view.text.slice(end, end + 8))) return
  if (isName(view, view.text.slice(value.start, end), end)) findings.add(value.start, end, 'USERNAME', CHECKED)
}

/** `~jdoe/public_html` */
function findTilde(view: View, at: number, start: number, findings: Findings): void {
  const before = view.unit(at - 1)
  if (isWord(before) || before === 0x2f || before === 0x3d) return
  const end = matchAt(view, /[a-z][a-z0-9._-]{1,31}(?=\/[\w.])/y, start)
  if (end > 0 && !common.has(view.text.slice(start, end))) findings.add(start, end, 'USERNAME', LIKELY)
}

/** The name before "logged in", with a sign that words do not have. */
function findBefore(view: View, value: LabelledValue, findings: Findings): void {
  const end = value.labelStart - 1
  if (view.unit(end) !== 0x20) return
  let start = end
  while (start > end - 40 && isNameUnit(view.unit(start - 1))) start--
  const written = view.text.slice(start, end)
  // `CORP\\jdoe logged on`
  const isInDomain = view.unit(start - 1) === 0x5c && /^[a-z][\w.-]{2,31}$/.test(written)
  if (isInDomain || (isCoded(written) && written.length >= 4)) findings.add(start, end, 'USERNAME', TYPICAL)
}

function isNameUnit(unit: number): boolean {
  return isWord(unit) || unit === 0x5f || unit === 0x2e || unit === 0x2d
}

/** Words behind `@` in documentation comments, style sheets and languages with annotations. */
const directives = new Set(
  (
    'media import keyframes charset font-face supports layer tailwind apply include mixin extend function return returns param params throws ' +
    'type typedef see since deprecated override author version link example default private public protected internal todo property prop ' +
    'class module namespace template template_name ts-ignore ts-expect-error ts-nocheck jsx staticmethod classmethod dataclass pytest app ' +
    'router abstractmethod property lru_cache cached_property wraps fixture patch mock click task celery login_required use forelse foreach ' +
    'if else elseif endif end section yield extends csrf auth guest component slot push stack once php json inject latest next beta alpha ' +
    'rc canary types angular babel nestjs vue react aws-sdk google-cloud microsoft sentry main master head v1 v2 v3 v4 autoreleasepool ' +
    'interface implementation protocol synthesize selector available objc escaping discardableresult state binding published main'
  ).split(' '),
)

/** `@jo_doe`, `@jo@social.example`; not an address, a package, an annotation. */
function findHandle(view: View, at: number, _end: number, findings: Findings): void {
  const before = view.unit(at - 1)
  if (isWord(before)) {
    findLogin(view, at, findings)
    return
  }
  if (before === 0x2f || before === 0x2e || before === 0x40 || before === 0x2d || before === 0x5f || before === 0x24)
    return
  // `postgres://[USERNAME_1]:[SECRET_1]@host`, scrubbed before.
  if (before === 0x5d) return
  const start = at + 1
  const end = matchAt(view, handle, start)
  if (end < 0 || isWord(view.unit(end))) return
  const written = view.text.slice(start, end)
  const next = view.unit(end)
  if (
    next === 0x2f ||
    next === 0x28 ||
    next === 0x3d ||
    next === 0x7b ||
    next === 0x5c ||
    next === 0x5b ||
    next === 0x40
  )
    return
  if (written.includes('@')) {
    findings.add(start, end, 'USERNAME', 1)
    return
  }
  if (directives.has(written.toLowerCase()) || common.has(written.toLowerCase()) || !/[A-Za-z]/.test(written)) return
  const isNear =
    view.isNear(handleWords.name, at, 24) || (view.isNear(handleWords.name, at, 90) && isBehindHandle(view, at))
  const isTag = /(?:^|\n)[ \t]{0,12}(?:[*#;]|\/\/|\/\*|\/\*\*|--|-)?[ \t]{0,3}(?:\/\* ?)?$/.test(
    view.text.slice(Math.max(0, at - 24), at),
  )
  const isOdd = !isTag && /[\d_-]/.test(written) && /^[a-z]/.test(written)
  if (!isNear && (!isOdd || isCode(view, at, end))) return
  if (isNear && /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(written) && isCode(view, at, end)) return
  findings.add(start, end, 'USERNAME', isNear ? LABELLED : LIKELY)
}

/** "cc @a @b": the second of a row. */
function isBehindHandle(view: View, at: number): boolean {
  return /@[\w.-]{2,40},? (?:and |und |et |y |e |en |i |och |og |ja )?$/.test(view.text.slice(Math.max(0, at - 50), at))
}

/** Signs of program text in the line around. */
function isCode(view: View, start: number, end: number): boolean {
  const around = `${view.text.slice(Math.max(0, start - 60), start)}${view.text.slice(end, end + 60)}`
  return /[={};$\\]|\w\(|->|::|=>/.test(around)
}

const commands =
  /(?:^|[\s"'`$>])(?:ssh|scp|sftp|rsync|ssh-copy-id|mosh)(?: -[A-Za-z0-9]{1,6}(?: \S{1,40})?| \S{1,60}){0,3} $/

/** `ssh jo@host`: an address whose host has no dot is no e-mail address. */
function findLogin(view: View, at: number, findings: Findings): void {
  let start = at
  while (start > at - 40 && isNameUnit(view.unit(start - 1))) start--
  const written = view.text.slice(start, at)
  if (common.has(written.toLowerCase()) || view.unit(start - 1) !== 0x20 || !isWord(view.unit(at + 1))) return
  const before = view.text.slice(Math.max(0, start - 80), start)
  if (commands.test(before) && isName(view, written, at)) findings.add(start, at, 'USERNAME', TYPICAL)
}

function findFolder(view: View, at: number, start: number, findings: Findings): void {
  if (
    isWord(view.unit(at - 1)) &&
    /(?:https?:\/\/|www\.)[^\s"'<>]{1,90}$/.test(view.text.slice(Math.max(0, at - 100), at))
  )
    return
  const end = matchAt(view, unixName, start)
  const next = view.unit(end)
  if (end < 0 || isWord(next)) return
  const written = view.text.slice(start, end)
  // A folder of numbers or a file is nobody's.
  if (common.has(written.toLowerCase()) || /^(?:\d{1,9}|linuxbrew|.*\.(?:html?|php|js|aspx?|svg|png))$/.test(written))
    return
  if (
    next === 0x2e ||
    next === 0x2c ||
    next === 0x3a ||
    next === 0x2f ||
    next === 0x22 ||
    next === 0x27 ||
    next === 0x20 ||
    next === 0 ||
    next === 0x0a ||
    next === 0x60 ||
    next === 0x29 ||
    next === 0x3b ||
    next === 0x5c ||
    next === 0x3c ||
    next === 0x2a ||
    next === 0x5f ||
    next === 0x21 ||
    next === 0x3f ||
    next === 0x09
  ) {
    findings.add(start, end, 'USERNAME', CHECKED)
  }
}

/** Folders of users in those for temporary files have the form of a name. */
function findTemporary(view: View, _at: number, start: number, findings: Findings): void {
  const end = matchAt(view, /\p{Ll}{2,20}\.\p{Ll}{2,24}\//uy, start)
  if (end > 0) findings.add(start, end - 1, 'USERNAME', TYPICAL)
}

function findWindowsFolder(view: View, _at: number, start: number, findings: Findings): void {
  const end = matchAt(view, pathName, start)
  if (end < 0) return
  const isClosed = view.unit(end) === 0x5c
  const stop = isClosed ? end : matchAt(view, unixName, start)
  const written = view.text.slice(start, stop)
  if (!common.has(written.toLowerCase()) && !/^(?:all users|default user|publ?ic)$/i.test(written)) {
    findings.add(start, stop, 'USERNAME', CHECKED)
  }
}

const longestSpeaker = 32
const window = 1500
const stamp =
  /^(?:[[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?[\])]?,? {1,2}(?:- )?|\[?\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? \d{1,2}[:.]\d\d(?::\d\d)?\]?:? (?:- )?|[-*>] )?$/

/** `boris_kn: …` at the start of a line, more than once, with other speakers between. */
function findSpeaker(view: View, at: number, end: number, findings: Findings): void {
  if (view.unit(end) !== 0x20 || !isWord(view.unit(at - 1))) return
  let start = at
  let isOdd = false
  while (start > at - longestSpeaker && isNameUnit(view.unit(start - 1))) {
    start--
    isOdd ||= !isLetter(view.unit(start))
  }
  if (isBehindQuestion(view, start)) findAnswer(view, at, end + 1, findings)
  if (!isOdd) return
  const before = view.unit(start - 1)
  if (before !== 0 && before !== 0x0a && before !== 0x20) return
  const written = view.text.slice(start, at)
  if (!isCoded(written) || written.length < 4) return
  const lineStart = nearLineStart(view, start)
  if (lineStart < 0 || !stamp.test(view.text.slice(lineStart, start))) return
  if (speaksAgain(view, lineStart, start, `${written}:`)) findings.add(start, at, 'USERNAME', TYPICAL)
}

/** Does the line before end with a question mark? */
function isBehindQuestion(view: View, before: number): boolean {
  let at = before - 1
  while (at > before - 40 && view.unit(at) !== 0x0a) at--
  return view.unit(at) === 0x0a && (view.unit(at - 1) === 0x3f || view.unit(at - 2) === 0x3f)
}

/** "What is your username?" and, as the next line of the talk, "Customer: jonas88". */
function findAnswer(view: View, at: number, from: number, findings: Findings): void {
  if (!view.isNear(nameWords.name, at, 60)) return
  const start = Math.max(from, matchAt(view, /(?:["'`(*_>]{1,2}\s?|<\w{1,8}>|\s)/y, from))
  const end = matchAt(view, unixName, start)
  if (end > 0 && isCoded(view.text.slice(start, end))) {
    findings.add(start, end, 'USERNAME', LABELLED)
  }
}

/** `<manon.38> …`. The anchor is the closing sign. */
function findBracketSpeaker(view: View, at: number, end: number, findings: Findings): void {
  let start = at
  while (start > at - longestSpeaker && isNameUnit(view.unit(start - 1))) start--
  if (view.unit(start - 1) !== 0x3c || at - start < 3) return
  const lineStart = nearLineStart(view, start)
  if (lineStart < 0 || !stamp.test(view.text.slice(lineStart, start - 1))) return
  const written = view.text.slice(start, at)
  if (
    isCoded(written) &&
    !/^h[1-6]$/.test(written) &&
    view.unit(end - 1) === 0x20 &&
    speaksAgain(view, lineStart, start, `${written}>`)
  ) {
    findings.add(start, at, 'USERNAME', TYPICAL)
  }
}

/** Start of the line, if it is not far; -1 otherwise. */
function nearLineStart(view: View, at: number): number {
  const from = Math.max(0, at - 31)
  const breakAt = view.text.slice(from, at).lastIndexOf('\n')
  return breakAt >= 0 ? from + breakAt + 1 : from === 0 ? 0 : -1
}

/** Words follow, not the value of a key. */
function isTalk(text: string, from: number): boolean {
  return /^ ?["'(¿¡]?\p{L}[\p{L}'’]*[^\p{L}\n=:]{1,3}[\p{L}\d]|^ ?\p{L}+[!?.]{0,3}(?:\n|$)/u.test(
    text.slice(from, from + 60),
  )
}

/** Does another line start the same way, with a line of somebody else near? */
function speaksAgain(view: View, lineStart: number, start: number, head: string): boolean {
  const from = Math.max(0, lineStart - window)
  const before = view.text.slice(from, lineStart)
  const after = view.text.slice(start + head.length, start + head.length + window)
  const others = [...linesOf(before, head), ...linesOf(after, head)]
  if (others.length === 0) return false
  const talks = others.includes(true) || isTalk(view.text, start + head.length)
  return talks && otherSpeaker.test(`${before.slice(-240)}${after.slice(0, 240)}`)
}

const otherSpeaker =
  /(?:^|\n)(?:[[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]? {1,2})?<?[_\p{L}][^\n:>]{0,40}[:>] ?\p{L}[^\n]{1,200} /u

/** Lines that start with this, a time before it or not: for each, whether words follow. */
function linesOf(text: string, head: string): boolean[] {
  const talks: boolean[] = []
  for (let at = text.indexOf(head); at >= 0 && talks.length < 2; at = text.indexOf(head, at + head.length)) {
    const lineStart = text.lastIndexOf('\n', at) + 1
    const lead = text.slice(lineStart, Math.min(at, lineStart + 31))
    if (lead.length <= 30 && stamp.test(lead.endsWith('<') ? lead.slice(0, -1) : lead))
      talks.push(isTalk(text, at + head.length))
  }
  return talks
}

/** `ghalvorsen  07:58` alone in a line, as Slack copies messages. */
function findSlackSpeaker(view: View, start: number, end: number, findings: Findings): void {
  if (view.unit(start - 1) !== 0x20 || view.unit(start - 2) !== 0x20) return
  const after = matchAt(view, /(?: ?[AP]M)?(?:\r?\n|$)/y, end)
  if (after < 0 && end < view.text.length) return
  let from = start - 2
  const stop = from
  while (from > stop - longestSpeaker && isNameUnit(view.unit(from - 1))) from--
  if (isLineStart(view, from) && /^[a-z][a-z0-9._-]{2,31}$/.test(view.text.slice(from, stop))) {
    findings.add(from, stop, 'USERNAME', TYPICAL)
  }
}
