/** Names that people of forums and chats give themselves: before "wrote:", beside "I am" and "here", behind "posted by". */
import { foldWord, isLetter } from '../characters.ts'
import type { Findings, LabelGroup } from '../recognizer.ts'
import { LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common, isCoded, isDotted, isNameUnit } from './account-names.ts'

/** As programs of mail and forums put it before what they quote. */
export const wroteWords: LabelGroup = {
  name: 'WROTE',
  words: {
    '*': 'wrote|posted|said|schrieb|schreibt|a écrit|écrit|escribió|dijo|ha scritto|scrive|schreef|skrev|kirjoitti|írta|a scris|napisał|napisała|pisze|napsal|napsala|napísal|napísala|написа|έγραψε|escreveu|napisao|napisala|rašė|rakstīja|kirjutas|scríobh|kiteb',
  },
}

/** What somebody says who names himself. */
export const selfWords: LabelGroup = {
  name: 'SELF',
  words: {
    '*': "ici|here|hier|sunt|i'm|im|i am|bin ich|ich bin|ich heiße|heiße dort|je suis|c'est|me llamo|soy|sono|sou|ik ben|ben ik|jag är|jeg er|jeg hedder|jag heter|olen|vagyok|jestem|jsem|som|sam|sem|съм|είμαι|esu|esmu|is mise|jien|sul forum|known as|bekannt als|connu comme|posted by|written by|post by|beitrag von|geschrieben von|gepostet von|posté par|publié par|publicado por|escrito por|pubblicato da|scritto da|geplaatst door|opublikowane przez|napisane przez|dodał|postat av|skrevet af|scris de",
  },
}

/** "As", and what letters end with. */
const leading: ReadonlySet<string> = new Set(
  'unter under profil konto compte cuenta profilo perfil konta kontot kontoen contul fiókom as als como comme come jako ako kao kot ca som mint kaip kui mar kā bħala ως като nimellä gruß grüße lg vg regards cheers saludos cordialement bises groetjes groeten pozdrawiam pozdrav mvh hilsen hälsningar terveisin üdv saluti abraços lp pzdr yours jeg jag ich ik chiama appelle'
    .split(' ')
    .map(foldWord),
)
const wordBefore = /(?:^|[^\p{L}\p{N}_])(\p{L}{2,14}),?[ \n]["'`@(]?$/u

/** "Nidħol bħala cetta_g", "Gruß, siggi_wetterfrosch": a low line in a sentence. The anchor is the first low line. */
export function findSigned(view: View, at: number, _end: number, findings: Findings): void {
  let start = at
  while (start > at - 24 && isNameUnit(view.unit(start - 1))) {
    start--
    if (view.unit(start) === 0x5f) return
  }
  const before = view.unit(start - 1)
  const isSpaced = before === 0x20 || before === 0x0a
  if (!isSpaced && view.unit(start - 2) !== 0x20 && view.unit(start - 2) !== 0x0a) return
  if (!isSpaced && !/["'`@(]/.test(view.text.charAt(start - 1))) return
  const word = wordBefore.exec(view.text.slice(Math.max(0, start - 20), start))
  if (word === null || !leading.has(foldWord(word[1]!))) return
  let stop = at
  while (stop < start + 34 && isNameUnit(view.unit(stop))) stop++
  while (stop > at && /[.-]/.test(view.text.charAt(stop - 1))) stop--
  if (isOwnName(view, start, stop)) findings.add(start, stop, 'USERNAME', LIKELY)
}

/** `Zenek_z_Radomia napisał(a):` at the start of a line. */
export function findWriter(view: View, start: number, end: number, findings: Findings): void {
  if (!/^(?:\(a\))?(?: on [^\n:]{4,40}| am [^\n:]{4,40})? ?:/.test(view.text.slice(end, end + 50))) return
  const name = tokenBefore(view, start)
  if (name < 0) return
  const written = view.text.slice(name, start - 1)
  const before = view.unit(name - 1)
  if (before !== 0 && before !== 0x0a && !/(?:^|\n)[>#*\s]{1,4}$/.test(view.text.slice(Math.max(0, name - 5), name)))
    return
  if (isNick(written)) findings.add(name, start - 1, 'USERNAME', TYPICAL)
}

/** "Mimi_du_Hainaut ici", "ich heiße dort sonnenkind88", "Posted by voltgranny on 12 Jan". */
export function findSelf(view: View, start: number, end: number, findings: Findings): void {
  const isPost =
    /(?:by|von|par|por|da|door|przez|a\u0142|av|af|de)$/iu.test(view.text.slice(start, end)) && end - start > 5
  const name = tokenBefore(view, start)
  const opens = /(?:^|[,.!?:\n]) ?$/.test(view.text.slice(Math.max(0, name - 2), name))
  if (name >= 0 && !isPost && opens && isOwnName(view, name, start - 1))
    findings.add(name, start - 1, 'USERNAME', LIKELY)
  if (view.unit(end) !== 0x20 && view.unit(end) !== 0x3a) return
  let from = view.unit(end + 1) === 0x20 ? end + 2 : end + 1
  if (/["'`@(]/.test(view.text.charAt(from))) from++
  const stop = tokenEnd(view, from)
  if (stop - from < 4) return
  const written = view.text.slice(from, stop)
  const isPlain = isPost && /^\p{Ll}[\p{L}\d_.-]{3,30}$/u.test(written) && dated.test(view.text.slice(stop, stop + 12))
  if (isPlain ? !common.has(written) : isOwnName(view, from, stop)) findings.add(from, stop, 'USERNAME', LIKELY)
}

const dated = /^(?: (?:on|at|am|um|le|el|il|op|den|\(|\u00bb|\u00b7|\||-|\d)|,|\n|$)/u

function tokenBefore(view: View, start: number): number {
  if (view.unit(start - 1) !== 0x20) return -1
  let at = start - 1
  while (at > start - 34 && isNameUnit(view.unit(at - 1))) at--
  return start - 1 - at < 4 || !isLetter(view.unit(at)) ? -1 : at
}

function tokenEnd(view: View, from: number): number {
  let at = from
  while (at < from + 34 && isNameUnit(view.unit(at))) at++
  while (at > from && /[.-]/.test(view.text.charAt(at - 1))) at--
  return at
}

/** A low line between letters, or digits behind them: no word of a sentence. */
function isNick(written: string): boolean {
  return withLowLine.test(written) || isCoded(written) || isDotted(written)
}
const withLowLine = /^\p{L}{2,20}(?:_\p{L}{1,20}){1,4}_?\d{0,4}$|^\p{L}{3,20}_\d{1,4}$/u

/** The same in a sentence, where snake_case is program text: nothing of it stands around. */
function isOwnName(view: View, start: number, end: number): boolean {
  const written = view.text.slice(start, end)
  if (!withLowLine.test(written) && !/^\p{Ll}{4,20}\d{2,4}$/u.test(written)) return false
  if (common.has(written.toLowerCase()) || things.test(written)) return false
  const before = view.text.slice(Math.max(0, start - 40), start)
  return !/[={}()<>;`$[\]]/.test(before.slice(before.lastIndexOf('\n') + 1) + view.text.slice(end, end + 20))
}
const things =
  /^(?:sha|utf|base|log|win|java|python|version|level|step|phase|part|line|page|test|user|node|port|host|server|table|column|type|gpt|claude|llama|covid|iso|rfc|room|model)/i
