/** What speaks for a telephone number that no label names: a verb of reaching somebody, a preposition, an e-mail address beside it. */
import { isWord } from '../characters.ts'
import { lazily } from '../patterns.ts'
import type { View } from '../view.ts'
import type { FormatStrength } from './formats.ts'
import { callWords, phoneWords, plainNumberWords, reachWords } from './words.ts'

const reach = 40
/** A word right before the number speaks for it even where a noun could follow. */
const rightBefore = 14
const nearby = 48
const furthestBefore = 80
const furthestBehind = 60

/** "al 347 555 0182", "ringede fra 51 55 01 84", "fuq 2155 0117" */
const preposition = lazily(
  () =>
    /(?:^|[^\p{L}\p{N}])(?:on|at|op|onder|unter|auf|au|sur|al|allo|sul|en el|no|ao|pelo|pe|la|na|pod|p\u00e5|fra|til|fr\u00e5n|till|\u00e1|\u00ed|pa|uz|par|fuq|ar|\u03c3\u03c4\u03bf|\u03c3\u03b5|\u03b1\u03c0\u03cc|\u043d\u0430|\u043e\u0442|el|de|o|le|a|az|preko|putem|przez|pres) $/iu,
)

const or =
  'or|oder|ou|o|of|eller|lub|nebo|alebo|ali|ili|vai|arba|v\u00f5i|tai|vagy|sau|\u0438\u043b\u0438|\u03ae|jew|n\u00f3|oppure|and|und|et|e|y|i|a|og|och|ja|un|ir|\u00e9s|\u0219i|\u0438|\u03ba\u03b1\u03b9|u|agus'
const mailBefore = lazily(
  () =>
    new RegExp(
      `(?:[\\w.+-]{1,40}@[\\w.-]{2,40}\\w|e-?mail\\p{L}{0,2}|\\bmail)(?: ?[,;|\\u00b7\\u2022/\\u2013-] ?| (?:${or}) |\\n)$`,
      'iu',
    ),
)
const mailBehind = lazily(
  () => new RegExp(`^(?: ?[,;|\\u00b7\\u2022/\\u2013-] ?| (?:${or}) |\\n)[\\w.+-]{1,40}@\\w`, 'iu'),
)

/** Another number before it on the line: "+356 7955 0184 or the neighbours on 2155 0117". */
const numberBefore = /(?:\+|(?<!\d)0)\d[\d ()/.-]{6,16}\d[^\d\n]{1,32}$/

/** Units and currencies: "22 550 18 z\u0142" is an amount. */
const unitBehind = lazily(
  () =>
    /^(?:,\d|:\d|,-|[ \u00a0]?(?:[%\u20ac$\u00a3\u00b0]|(?:kr|z\u0142|K\u010d|K\u010ds|Ft|lei|\u043b\u0432|eur\w{0,2}|usd|pln|czk|huf|dkk|sek|nok|chf|mm|cm|dm|m|km|kg|g|mg|t|l|ml|ha|kwh|mwh|kw|mw|hz|[kmgt]i?b|bytes?|ms|sec|rows?|m2|m\u00b2|m\u00b3|st|pcs|stk|szt|ks|kus\w{0,3}|st\u00fcck)(?![\p{L}\p{N}])))/iu,
)

export function hasUnitBehind(view: View, end: number): boolean {
  return isUnitAt(view.text, end)
}

export function isUnitAt(text: string, at: number): boolean {
  return unitBehind().test(text.slice(at, at + 12))
}

/** The clause ends behind the number: no noun follows that would be counted by it. */
export function closesClause(view: View, end: number): boolean {
  const after = view.unit(end)
  return !isWord(after) && !(joints.has(after) && isWord(view.unit(end + 1)))
}

/** Blank, full stop, comma, colon, hyphen, slash, low line, equals sign. */
const joints: ReadonlySet<number> = new Set([...' .,:-/_='].map(sign => sign.charCodeAt(0)))

/** A cheap look before the costly one: "mail" in any case, or an address. */
function namesMail(before: string): boolean {
  return before.includes('@') || /mail/i.test(before)
}

/** Do the words around a number of this form say that somebody is reached there? */
export function isReached(view: View, start: number, end: number, strength: FormatStrength): boolean {
  if (strength === 'none' || hasUnitBehind(view, end)) return false
  const closes = closesClause(view, end)
  if (strength === 'clear' && closes) return true
  const needed = strength === 'amount' && !closes ? 2 : 1
  let cues = !view.isNear(reachWords.name, start, reach) ? 0 : view.isNear(reachWords.name, start, rightBefore) ? 2 : 1
  if (cues >= needed) return true
  const before = view.text.slice(Math.max(0, start - furthestBefore), start)
  const behind = view.text.slice(end, end + furthestBehind)
  if (namesMail(before) && mailBefore().test(before)) return true
  if (behind.includes('@') && mailBehind().test(behind)) return true
  if (numberBefore.test(before)) cues++
  if (cues < needed && preposition().test(before.slice(-12))) cues++
  return cues >= needed
}

/** Does a word of calling, of telephones or for "number" stand before it? */
export function isNearCall(view: View, start: number): boolean {
  if (view.isNear(callWords.name, start, nearby) || view.isNear(phoneWords.name, start, nearby)) return true
  return view.isNear(plainNumberWords.name, start, rightBefore)
}
