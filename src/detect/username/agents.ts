/** Who did it: a name with its initial behind a preposition, a verb or a role ("by priya.n", "analyst rosalind.k"), a name with digits behind "as". */
import { foldWord, isLetter, isWord } from '../characters.ts'
import type { Findings } from '../recognizer.ts'
import { LIKELY } from '../scores.ts'
import type { View } from '../view.ts'
import { isInitialled, isLowerLetter } from './account-names.ts'

const longestPart = 20
const longestLead = 16

/** By, for, of; created, changed, approved; user, agent, analyst: folded. */
const leads = folded(
  'by for of from as user users agent agents analyst analysts operator admin engineer technician clerk handler manager mailbox account accounts login owner approver banned unbanned suspended cc ' +
    'von durch fur als an benutzer nutzer bearbeiter sachbearbeiter konto par pour de comme utilisateur agente compte por para como usuario analista cuenta ' +
    'da di per come utente operatore door voor van aan gebruiker medewerker af til som bruger bruker av till for anvandare handlaggare przez dla jako uzytkownik uzytkownika uzytkownikiem konto zmienil zmienila utworzyl utworzyla usunal zatwierdzil ' +
    'vytvoril vytvorila zmenil zmenila upravil upravila schvalil schvalila ulozil uzivatel uzivatele uzivatelem pouzivatel ako jako ' +
    'ustvaril ustvarila uredil odobril uporabnik uporabnika kot kreirao kreirala izmijenio odobrio korisnik korisnika kao ' +
    'letrehozta modositotta torolte jovahagyta felhasznalo creat modificat sters aprobat ca utilizatorul utilizator от за потребител потребителят създал създаде промени από για χρηστης χρηστη τον την ' +
    'sukure pakeite patvirtino istryne vartotojas vartotojo izveidoja mainija apstiprinaja lietotajs lietotaja kasutaja kasutajalt loi muutis kinnitas ' +
    'muokannut luonut hyvaksynyt poistanut kayttaja kayttajan muokkasi loi hyvaksyi minn utent ag',
)

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldWord))
}

/** The dot of a name with an initial: exactly one letter stands on one of its sides. */
export function findInitialled(view: View, at: number, _end: number, findings: Findings): void {
  if (!isLowerLetter(view.unit(at - 1)) || !isLowerLetter(view.unit(at + 1))) return
  const isFirst = !isWord(view.unit(at - 2))
  const isLast = !isWord(view.unit(at + 2))
  if (isFirst === isLast) return
  let start = at
  while (start > at - longestPart && isLetter(view.unit(start - 1))) start--
  let end = at + 1
  while (end < at + longestPart && isWord(view.unit(end))) end++
  if (!opens(view.unit(start - 1)) || !closes(view, end)) return
  if (isLead(view, start) && isInitialled(view.text.slice(start, end))) findings.add(start, end, 'USERNAME', LIKELY)
}

/** Blank, quote, bracket. */
function opens(unit: number): boolean {
  return unit === 0x20 || unit === 0x22 || unit === 0x27 || unit === 0x60 || unit === 0x28
}

/** No call, no member, no path, no address behind it. */
function closes(view: View, end: number): boolean {
  const next = view.unit(end)
  if (next === 0x2e || next === 0x2d || next === 0x3a) return !isWord(view.unit(end + 1)) && view.unit(end + 1) !== 0x2f
  return (
    !isWord(next) && next !== 0x28 && next !== 0x5b && next !== 0x3d && next !== 0x2f && next !== 0x5c && next !== 0x40
  )
}

/** Does the word before a name lead to it? A colon and a quote may stand between. */
function isLead(view: View, start: number): boolean {
  let at = start
  while (at > start - 4 && (opens(view.unit(at - 1)) || view.unit(at - 1) === 0x3a)) at--
  const end = at
  while (at > end - longestLead && isLetter(view.unit(at - 1))) at--
  if (at === end || isWord(view.unit(at - 1))) return false
  const word = view.text.slice(at, end)
  return leads.has(foldWord(word)) || (joins.has(word) && isBehindOther(view, at))
}

const joins: ReadonlySet<string> = new Set(
  'and und et y e en og och i a ja un ir \u00e9s \u0219i \u0438 \u03ba\u03b1\u03b9 or oder ou'.split(' '),
)

/** "ahmed.r and lisa.m" */
function isBehindOther(view: View, at: number): boolean {
  const other = /(?:^|[ '"(])([\p{Ll}._]{4,24})['"]?,? $/u.exec(view.text.slice(Math.max(0, at - 28), at))
  return other !== null && isInitialled(other[1]!)
}

const asWords = folded('as als comme come como jako ako kao kot ca som nimella som kaip ka bhala mar sem като ως')
/** Standards, formats and parts of systems with a number. */
const numbered =
  /^(?:sha|md|utf|base|log|win|java|python|http|ipv|mp|iso|rfc|cp|latin|version|level|step|phase|part|line|page|item|test|user|node|port|host|server|worker|file|table|column|col|row|group|type|class|val|arg|param|tmp|temp|key|option|variant|plan|tier|room|grade|unit|area|zone|team|rev|build|draft|model|gpt|claude|llama|covid|sars|admin|guest|root|agent|customer|client|person|int|uint|float|char|vec|mat|enum|case|rule|role|tab|slot|stage|task|job|lane|day|week|note|figure|chapter|section|table|article|number)\d+$/

/** "set you up as tpenrose2"; "a 2nd account, kb1992x" */
export function findNumbered(view: View, start: number, end: number, findings: Findings): void {
  if (!isLowerLetter(view.unit(start)) || !isLowerLetter(view.unit(start + 1)) || !closes(view, end)) return
  const written = view.text.slice(start, end)
  if (
    !/^[a-z]{4,20}\d{1,4}$|^[a-z]{2,12}\d{2,4}[a-z]{0,4}$|^[a-z]{3,12}\d[a-z]{3,12}$/.test(written) ||
    numbered.test(written)
  )
    return
  const before = view.text.slice(Math.max(0, start - 20), start)
  if (
    behindAccount.test(before) ||
    (agentNumbered.test(written) && behindSignIn.test(view.text.slice(Math.max(0, start - 34), start))) ||
    isBehind(before, asWords) ||
    (agentNumbered.test(written) && isBehind(before, byWords))
  )
    findings.add(start, end, 'USERNAME', LIKELY)
}

function isBehind(before: string, words: ReadonlySet<string>): boolean {
  const word = /(?:^|[^\p{L}])(\p{L}{2,8}):? ["'`]?$/u.exec(before)
  return word !== null && words.has(foldWord(word[1]!))
}

const byWords = folded('by von durch par por door przez av af')
/** Letters and a number, and none of a program. */
const agentNumbered =
  /^(?!oauth|react|angular|postgres|mysql|mariadb|windows|ubuntu|debian|fedora|rails|django|flask|spring|laravel|symfony|tensorflow|pytorch|opencv|openssl|webpack|bootstrap|jquery|tailwind|svelte|gemini|mistral|sonnet|opus|haiku|qwen|bert|whisper|android|chrome|firefox|safari|office|redis|kafka|nginx|apache|tomcat|lambda|stable|dalle|imagen|nova|grok|about|over|nearly|almost)[a-z]{4,20}\d{1,4}$/

/** "me conecto con mperez7", "Anmeldung mit krause4" */
const behindSignIn =
  /(?:conect|anmeld|einlog|eingelog|log(?:ged|ging)? ?in|sign(?:ed|ing)? ?in|acced|entro|inlog|ingelog|loguj|zalog|p\u0159ihl|prihl|prijav|bejelent|kirjaut|logga|logge|connect)\p{L}{0,8} (?:mit|con|with|avec|met|med|z|s|cu|com|za|as|als|como|jako) ["'`]?$/iu

const behindAccount =
  /(?:^|[^\p{L}])(?:account|accounts|konto|kontos|konta|compte|cuenta|conta|conto|account|tili|tililt\u00e4|fi\u00f3k|fi\u00f3kom|fi\u00f3kja|kontoen|kontot|kontoet|contul|contului|ra\u010duna|profilul|profilen|profilu|paskyra|profilo|profil|profile|ra\u010dun|\u00fa\u010det|cont|\u043f\u0440\u043e\u0444\u0438\u043b|\u03bb\u03bf\u03b3\u03b1\u03c1\u03b9\u03b1\u03c3\u03bc\u03cc\u03c2?),? ["'`(]?$/iu
