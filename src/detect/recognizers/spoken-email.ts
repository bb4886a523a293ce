/** E-mail addresses that are said or disguised: "gwen dot pike at mail dot example", "jo (at) firm (dot) example": RFC 5321. */
import { fold, isWord } from '../characters.ts'
import { HashTable } from '../hash-table.ts'
import { lazily, matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onText, onWord } from '../recognizer.ts'
import { onceInRows } from '../rows.ts'
import { NONE, nameStart, saidAt, saidDot, saidSign, saidStart, UNREADABLE } from '../said-address.ts'
import { LABELLED, TYPICAL } from '../scores.ts'
import { numbersInWords } from '../spoken-numbers.ts'
import type { View } from '../view.ts'
import { hashSpan, hashText } from '../words.ts'

/** What people say for the dot. */
const dotWords: LabelGroup = {
  name: 'SPOKEN_DOT',
  words: {
    '*': 'dot|punkt|punt|punto|point|ponto|piste|kropka|tečka|bodka|pont|punct|točka|taškas|punkts|tikka|точка|τελεία|pika|prick',
  },
}

const at = `(?:${saidAt})`
const dot = `(?:${saidDot}|\\.)`
const open = '[ \\t]?[\\[({<][ \\t]?'
const close = '[ \\t]?[\\])}>][ \\t]?'
const host = '[\\p{L}\\d][\\p{L}\\d-]{0,40}'
const part = '[\\p{L}\\d][\\p{L}\\d_+-]{0,40}'

/** The first two letters of each word for "at", folded: brackets hold other words nearly everywhere. */
const atStarts = new HashTable(saidAt.split('|').map(word => [pairOf(word.charCodeAt(0), word.charCodeAt(1)), 1]))

function pairOf(first: number, second: number): number {
  return (fold(first) << 16) | fold(second)
}

/** May a word for "at" begin here? */
function startsAt(view: View, start: number): boolean {
  const first = view.unit(start)
  return first === 0x40 || atStarts.get(pairOf(first, view.unit(start + 1))) !== 0
}

/** "(at)" and what follows it, at the bracket. */
const bracketedAt = lazily(() => new RegExp(`[\\[({<] ?${at} ?[\\])}>] ?`, 'iuy'))
const domain = lazily(() => new RegExp(`${host}(?:(?:\\.|${open}${dot}${close}| ${dot} )${host}){1,4}`, 'iuy'))
const localBefore = lazily(
  () => new RegExp(`(?:${part}(?:\\.|${open}${dot}${close}| ${dot} )){0,3}${part}[ \\t]?$`, 'iu'),
)

const between = `(?: ${dot} | (?:${saidSign}) |\\.)`
const hostSaid = `(?:${part} ${dot} ){0,3}${part} $`

/** All before the last dot of a said address. */
const saidBefore = lazily(() => new RegExp(`(?:${part}${between}){0,4}${part} ${at} ${hostSaid}`, 'iu'))
/** The same, up to a word before the one for "at". */
const chainBefore = lazily(() => new RegExp(`(?:${part}${between}){0,4}${part} $`, 'iu'))

/** Said of what is written without blanks: "bego trueba, all one word, at". */
const together =
  ',? (?:all one word|one word|no spaces?|all together|todo junto|junto|tutto attaccato|attaccato|tout attach\u00e9|zusammen|in einem wort|aan elkaar|aaneen|razem|tudo junto|dohromady|spolu|skupaj|zajedno|egybe|yhteen|kokku|ihop|ud i \u00e9t|legat)(?: geschrieben|geschreven|pisane|\u00edrva|kirjoitettuna|skrivet)?,?'
const isTogether = lazily(() => new RegExp(`${together} ${at} `, 'iu'))
const togetherBefore = lazily(() => new RegExp(`${part}(?: ${part}){0,3}${together} ${at} ${hostSaid}`, 'iu'))

const mostNumbers = 6
/** Numbers beside those that are no ordinary words. */
const smallNumbers: ReadonlySet<string> = new Set(['zero', 'oh', 'null', 'nul', 'z\u00e9ro', 'cero'])

const topLevel = lazily(
  () =>
    /(?:com|org|net|info|eu|io|dev|co dot uk|co|me|app|example|test|biz|gmbh|email|edu|gov|online|de|at|ch|fr|it|es|pt|nl|be|lu|uk|ie|pl|cz|sk|hu|ro|bg|gr|cy|mt|hr|si|ee|lv|lt|fi|se|dk|no|is|us|br|mx|ar|cat|d e|c o m|f r|i t|com dot \p{L}{2})(?![\p{L}\d])/iuy,
)
const reach = 110

export const spokenEmail: BuiltInRecognizer = {
  name: 'spoken-email',
  source: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2',
  types: ['EMAIL'],
  anchors: [
    onText('(', findBracketed, 'A @'),
    onText('[', findBracketed, 'A @'),
    onText('{', findBracketed, 'A @'),
    onText('<', findBracketed, 'A @'),
    onWord(dotWords, onceInRows(findSaid)),
  ],
  examples: {
    match: [
      'it is «nora dot finch at cloudpost dot com» in small letters',
      'Mail: «jo.doe (at) firma (dot) de»',
      'schreib an «jo [ät] firma [punkt] de»',
      'escribe a «jo arroba correo punto es»',
      'scrivi a «mario punto rossi chiocciola posta punto it»',
      'pisz na «anna małpa poczta kropka pl»',
      'écris à «jo point doe arobase courriel point fr»',
      'mail «jan apenstaartje bedrijf punt nl»',
      'to «jo(at)firm.example»',
      'it is «tracey dot quarn fifty one at fernmail dot example»',
      'a mi hija, «bego trueba, todo junto, arroba buzon punto example»',
    ],
    miss: [
      'look at the dot com bubble',
      'f(at) + g(at)',
      'we met at the point of sale',
      'der Punkt ist klar',
      'array[at] = 3',
      'version 2 dot 4',
    ],
  },
}

function findBracketed(view: View, bracket: number, end: number, findings: Findings): void {
  if (!startsAt(view, view.unit(end) === 0x20 ? end + 1 : end)) return
  const behind = matchAt(view, bracketedAt(), bracket)
  if (behind < 0) return
  const stop = matchAt(view, domain(), behind)
  if (stop < 0 || isWord(view.unit(stop))) return
  const from = Math.max(0, bracket - reach)
  const local = localBefore().exec(view.text.slice(from, bracket))
  if (local === null || isWord(view.unit(from + local.index - 1))) return
  if (!/\p{L}{2,}$/u.test(view.text.slice(behind, stop))) return
  findings.add(from + local.index, stop, 'EMAIL', LABELLED)
}

function findSaid(view: View, start: number, end: number, findings: Findings): void {
  if (view.unit(start - 1) !== 0x20 || view.unit(end) !== 0x20) return
  const stop = matchAt(view, topLevel(), end + 1)
  if (stop < 0) return
  const from = Math.max(0, start - reach)
  const first = startOfSaid(view, start, from)
  if (first < 0 || isWord(view.unit(first - 1))) return
  const words = view.text.slice(first, start)
  // "look at the dot com bubble"
  if (
    /(?:^| )(?:look|at|be|is|are|was|met|meet|the|this|all) (?:at|et) /i.test(words) ||
    / (?:at|et) (?:the|a|an|this|that) $/i.test(words)
  )
    return
  findings.add(first, stop, 'EMAIL', TYPICAL)
}

/** Where the address begins that is said up to its last dot, not before `least`; -1 where none is. */
function startOfSaid(view: View, end: number, least: number): number {
  const start = saidStart(view, end - 1, least)
  if (start === NONE) return -1
  const number = start === UNREADABLE ? -1 : nameBeforeNumbers(view, start, least)
  if (number >= 0) return number
  const before = view.text.slice(least, end)
  const joined = isTogether().test(before) ? togetherBefore().exec(before) : null
  const said = joined ?? saidBefore().exec(before)
  if (said === null) return -1
  return least + (joined === null ? behindNumbers(before, said.index) : joined.index)
}

/** The same as `behindNumbers` where the walk can read it; -1 where it cannot. */
function nameBeforeNumbers(view: View, start: number, least: number): number {
  const { units } = view
  let at = start
  let end = start
  while (units[end] !== 0x20) end++
  for (let count = 0; count < mostNumbers && isNumberAt(view, at, end); count++) {
    if (at <= least || units[at - 1] !== 0x20) return start
    end = at - 1
    at = end
    while (at > least && units[at - 1] !== 0x20) at--
  }
  if (at === start) return start
  const name = nameStart(view, end, least)
  return name === NONE ? start : name
}

/** "tracey dot quarn fifty one at": where the name begins that numbers in words end; `start` where none do. */
function behindNumbers(before: string, start: number): number {
  let at = start
  let end = wordEndIn(before, start)
  for (let count = 0; count < mostNumbers && isNumber(before.slice(at, end)); count++) {
    end = at - 1
    at = before.lastIndexOf(' ', end - 1) + 1
    if (before.charAt(end) !== ' ') return start
  }
  if (at === start) return start
  const chain = chainBefore().exec(before.slice(0, end + 1))
  return chain === null ? start : chain.index
}

function wordEndIn(text: string, start: number): number {
  const end = text.indexOf(' ', start)
  return end === -1 ? text.length : end
}

/** What numbers look like without their accents: nearly all words are none, and need not be cut out. */
const numberHashes = new HashTable(
  [...numbersInWords, ...smallNumbers].map(word => [hashText(word, 0, word.length), 1]),
)

function isNumberAt(view: View, start: number, end: number): boolean {
  return numberHashes.get(hashSpan(view.units, start, end)) !== 0 && isNumber(view.text.slice(start, end))
}

function isNumber(word: string): boolean {
  const small = word.toLowerCase()
  return numbersInWords.has(small) || smallNumbers.has(small)
}
