/** What the name of an account looks like, and what is none: roles, types, expressions, words. */
import { classOf, isWord, LOWER } from '../characters.ts'
import type { View } from '../view.ts'

/** Accounts of systems, roles and examples, and what stands in code where a name could. */
export const common = new Set(
  (
    'root admin administrator administrators guest anonymous anon nobody none null nil undefined true false unknown system service user users ' +
    'username user_name name login test tester testuser demo example sample default public shared all everyone everything anything something here channel me self this you ' +
    'postgres mysql mongodb redis oracle sa dbo www www-data nginx apache httpd http https daemon bin sys sync mail email e-mail news backup ' +
    'git github gitlab svn jenkins runner ubuntu debian centos ec2-user vagrant pi node npm app application server client deploy deployer ' +
    'circleci travis vscode docker container hadoop spark airflow tomcat ansible puppet circle ci cd bot robot support helpdesk info contact ' +
    'assistant tool function developer string str text varchar char integer int number bool boolean object array list dict any void optional required request response session ' +
    'config settings env process context ctx payload data body params props state model schema type id key value token password passwd secret ' +
    'new old yes no on off is was are not and or the a an to for of in at by with from has have can will must should may as if it its his her ' +
    'their your our my who what agent operator bruger benutzer usuario utente utilisateur gebruiker customer kunde client klant cliente ' +
    'abstract add alias arguments assert async attr await begin bind break bytes cache case cast catch class clone command const constructor continue copy count ' +
    'debug delete docs edge else end endif enum event exports export extends extern factory false final finally flag force foreach from function generate handler if ' +
    'ignore import include index inline inner insert instance interface interfaces internal item iterator join label lambda left length library list local lock loop map ' +
    'match method mixed mod module move next nil noop op open operator option out output override package page parameter path print private process processes ' +
    'promise property protected proto prototype proxy pure purge push query raise range raw read record reducer ref refresh reject release remove replace reset ' +
    'resolve rest result return revert right row run save scope select send set shape show skip slice sort source speech split stack start startup state static ' +
    'status step stream sub subscription super swap switch table tag target task template text then this throw token trait transform trigger trim trunk try type ' +
    'typeof undefined union unit unless until update upload use using utils validate value var version view virtual visit void volatile wait watch while with wrap ' +
    'write yield ' +
    'clearing iban bic saldo default_user appuser db database localhost host org team owner author author_name members member group staff sales office marketing'
  ).split(' '),
)

export const name =
  /[\p{L}\p{N}_](?:[\p{L}\p{N}_.+~-]{0,62}[\p{L}\p{N}])?(?:@[A-Za-z0-9](?:[\w.-]{0,80}[A-Za-z0-9])?|#\d{4}(?!\d))?/uy

export const pathName = /[\p{L}\p{N}_](?:[\p{L}\p{N}_. +-]{0,60}[\p{L}\p{N}])?/uy

export const unixName = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.+-]{0,60}[\p{L}\p{N}])?/uy

/** Groups and machines: `platform-team`, `deploy-bot`. */
const team =
  /[-_.](?:team|teams|group|groups|squad|bot|service|svc|admins|ops|prod|staging|readers|writers|owners|users|leads|oncall)$/i
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** In a field: anything that is no role, no type and no expression. */
export function isName(view: View, written: string, end: number): boolean {
  if (written.length < 2 || common.has(written.toLowerCase()) || uuid.test(written) || team.test(written)) return false
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
export function looksLikeName(written: string): boolean {
  if (common.has(written.toLowerCase()) || written.length < 4) return false
  return (
    isCoded(written) ||
    /^\d{5,14}$|#\d{4}$/.test(written) ||
    written.includes('@') ||
    (/^[a-z]{5,20}$/.test(written) && !isCommonWord(written))
  )
}

/** Small letters with a digit, dot, dash or low line between. */
export function isCoded(written: string): boolean {
  if (!hasSign(written)) return false
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

/** A digit, a dot or a low line: without one a name is a word like any other. */
function hasSign(written: string): boolean {
  for (let index = 0; index < written.length; index++) {
    const unit = written.charCodeAt(index)
    if (unit === 0x5f || unit === 0x2e || (unit >= 0x30 && unit <= 0x39)) return true
  }
  return false
}

const notDotted =
  /^(?:e\.g|i\.e|z\.b|d\.h|u\.a|p\.ex|bl\.a|m\.fl|np\.)|\.(?:com|org|net|io|de|fr|nl|it|es|pl|eu|example|js|ts|py|json|md|txt|html?|log|sh|java|php|rb|go|rs|ya?ml|xml|csv|pdf|png|jpg|id|name|get|set|length|db|local|internal|lan)$/

/** "vlastimil.h", "leo.barquin", "mazur44", "k_olsen": no word of a sentence. */
export function isDotted(written: string): boolean {
  if (!hasSign(written) || common.has(written.toLowerCase()) || notDotted.test(written)) return false
  return /^(?:\p{Ll}{2,20}[._]\p{Ll}{1,20}\d{0,4}|\p{Ll}[._]\p{Ll}{3,20}\d{0,4}|\p{Ll}{4,20}\d{1,4})$/u.test(written)
}

/** Behind "username" without a sign between: words of sentences. */
function isCommonWord(written: string): boolean {
  return /(?:ed|ing|tion|ment|ly|ness|able|ible|field|ist|wird|oder|nicht|sowie|wurde|pour|dans|avec|sont|field|para|como|exists|taken|cannot|which|where|there|again|before|after|because|about|contains|please|bitte|change)$/.test(
    written,
  )
}

export function isNameUnit(unit: number): boolean {
  return isWord(unit) || unit === 0x5f || unit === 0x2e || unit === 0x2d
}

export function isLineStart(view: View, at: number): boolean {
  const before = view.unit(at - 1)
  return before === 0 || before === 0x0a
}

/** What a sentence says about the name of an account instead of naming it, and what nouns go with "user", in all languages. */
const saidOfNames = new Set(
  (
    'wrong right correct incorrect invalid valid missing required unknown taken used unavailable available empty case sensitive broken expired locked ' +
    'unlocked blocked disabled enabled active inactive deleted gone lost down slow working okay fine same unchanged optional mandatory visible hidden ' +
    'see below above here soon closed open pending follow hot weak none only also still very just about there already different another someone somebody ' +
    'profile page link channel group handle name names field form value interface error errors manual guide input agent story stories defined mode space ' +
    'experience settings level levels request requests side facing friendly supplied provided generated consent table expected intended usual described instructed role roles rights count counts list ' +
    'object model type login logout sign signed feedback journey research testing flow flows base journey needs access management support ' +
    'today yesterday now never ago heute gestern nie jetzt ' +
    'falsch richtig gleich unbekannt vergeben gesperrt erforderlich leer korrekt ungültig gültig nötig identisch bekannt abgelaufen aktiv inaktiv frei ' +
    'faux correcte incorrecte incorrect obligatoire indispensable inconnu inconnue requis vide invalide valide bloqué bloquée inchangé identique expiré ' +
    'incorrecto incorrecta correcto obligatorio desconocido inválido válido bloqueado bloqueada nuevo nueva mismo misma distinto necesario vacío activo ' +
    'errato errata sbagliato corretto obbligatorio sconosciuto bloccato bloccata nuovo valido invariato necessario vuoto scaduto attivo stesso diverso ' +
    'incorreto errado correto obrigatório desconhecido inválido bloqueado novo igual mesmo diferente vazio ativo ' +
    'onjuist onbekend verplicht geblokkeerd hetzelfde gewijzigd ongewijzigd leeg nodig geldig ongeldig bezet actief juist fout ' +
    'forkert ukendt påkrævet spærret uændret samme optaget tom ugyldig gyldig aktiv rigtigt forkerte fel okänt spärrat samma oförändrat tomt ogiltigt upptaget feil ukjent sperret uendret ugyldig opptatt ' +
    'błędny błędna nieznany nieprawidłowy niepoprawny poprawny zajęty zajęta wymagany wymagana zablokowany aktywny pusty podstawa nowy inny niezmieniony ' +
    'špatné neplatné neplatný stejné stejný neznámý obsazené povinné zablokovaný aktivní prázdné nové nesprávné rovnaké rovnaký neznámy povinný aktívny ' +
    'pogrešno neispravno isto zauzeto obavezno nepoznat blokiran aktivan prazno napačno neveljavno enako zasedeno obvezno neznan zaklenjen aktiven ' +
    'hibás érvénytelen ismeretlen kötelező foglalt üres azonos helyes aktív változatlan zárolva ' +
    'incorect incorectă greșit obligatoriu necunoscut blocat ocupat același activ gol invalid ' +
    'väärä virheellinen pakollinen tuntematon sama lukittu varattu tyhjä aktiivinen vale kohustuslik tundmatu sama lukus hõivatud tühi ' +
    'neteisingas nežinomas privalomas užimtas užblokuotas toks tas tuščias nepareizs nezināms obligāts aizņemts bloķēts tukšs ' +
    'грешно невалидно задължително заето същото непознато блокиран празно λάθος άγνωστο υποχρεωτικό ίδιο κλειδωμένος κενό ħażin meħtieġ mhux mícheart rangt óþekkt'
  ).split(' '),
)

/** Is this a word that is said of the name of an account, and none itself? */
export function isSaidOfNames(written: string): boolean {
  return saidOfNames.has(written.toLowerCase())
}

/** Halves of expressions in program text: `e.target`, `p.value`, `self.x`. */
const members = new Set(
  'value values length name names id ids key keys data target type types map text next prev index size item items node self this time json body test user args path file href src style html left right top log min max get set has add run start stop end state props props url code math std app obj arr ctx row col the'.split(
    ' ',
  ),
)

/** "rosalind.k", "h.oosterhof", "mara_k": a name and an initial. */
export function isInitialled(written: string): boolean {
  const parts = /^(\p{Ll}{1,20})[._](\p{Ll}{1,20})\d{0,3}$/u.exec(written)
  if (parts === null || common.has(written.toLowerCase())) return false
  const [, first, last] = parts
  const isOne = (first!.length === 1 && last!.length > 2) || (last!.length === 1 && first!.length > 2)
  return isOne && !members.has(first!) && !members.has(last!)
}

/** Words that join two names. */
const conjunction =
  /^ (?:and|with|or|und|mit|et|avec|y|con|e|com|en|met|og|med|och|i|oraz|z|a|s|in|is|és|și|cu|ja|un|ir|su|и|с|και|με|u|agus|from|fra|fr\u00e5n|till|til)(?![\p{L}\d])/u

/** The clause ends behind a name, or goes on with "and …". */
export function closesName(view: View, end: number): boolean {
  const next = view.unit(end)
  if (next === 0x20) return !isWord(view.unit(end + 1)) || conjunction.test(view.text.slice(end, end + 8))
  return !isWord(next) && !((next === 0x2e || next === 0x3a || next === 0x2d) && isWord(view.unit(end + 1)))
}

export function isLowerLetter(unit: number): boolean {
  return (classOf(unit) & LOWER) !== 0
}
