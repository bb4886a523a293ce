/**
 * How an address for mail is said: "nora dot finch at cloudpost dot com", read from its last dot to the left, word by word. What an
 * expression would look for from each letter on is here one walk.
 */
import { HashTable } from './hash-table.ts'
import type { View } from './view.ts'
import { hashSpan, hashText } from './words.ts'

/** Said for the dot. */
export const saidDot =
  'dot|punkt|punt|punto|point|ponto|piste|kropka|tečka|tecka|bodka|pont|punct|točka|tocka|taškas|punkts|tikka|точка|τελεία|prick'
/** Said for other signs. */
export const saidSign = 'underscore|dash|minus|hyphen|bindestrich|unterstrich|tiret|guion|trattino|kreska|streepje'
/** Said for `@`, as parts of an expression; two of them are two words. */
export const saidAt =
  'at|ät|att|@|arroba|arobase|chiocciola|apenstaartje|apestaartje|małpa|malpa|zavináč|zavinac|kukac|snabel-?a|snabela|alfa-?krøll|krøllalfa|afna|majmun|et|ät-merkki|miukumauku|maimuță|arond|a rond|klammeraffe|маймунско а|кльомба|παπάκι|eta|mačka|afrună|kaķītis|at-merkki|ätt|ar'
/** The last words of what is said of a name without blanks: "bego trueba, all one word, at". */
const togetherEnds =
  'word spaces space together junto attaccato attach\u00e9 zusammen wort elkaar aaneen razem dohromady spolu skupaj zajedno egybe yhteen kokku ihop \u00e9t legat geschrieben geschreven pisane \u00edrva kirjoitettuna skrivet'

const DOT = 1
const SIGN = 2
const AT = 4
/** The second of two words for `@`. */
const AT_BEHIND_WORD = 8
const TOGETHER = 16

const kinds: ReadonlyMap<string, number> = listKinds()
/** By the folded word: nearly all words of a text are none of these, and need not be cut out. */
const foldedKinds = new HashTable([...kinds].map(([word, kind]) => [hashText(word, 0, word.length), kind]))
const longestWord = 16

function listKinds(): Map<string, number> {
  const list = new Map<string, number>([['.', DOT]])
  const add = (word: string, kind: number) => list.set(word, (list.get(word) ?? 0) | kind)
  for (const word of saidDot.split('|')) add(word, DOT)
  for (const word of saidSign.split('|')) add(word, SIGN)
  for (const word of togetherEnds.split(' ')) add(word, TOGETHER)
  for (const words of saidAt.split('|')) {
    const [first = '', second] = words.split(' ')
    if (second !== undefined) add(second, AT_BEHIND_WORD)
    else for (const hyphen of ['', '-']) add(first.replace('-?', hyphen), AT)
  }
  return list
}

/** What the word between two offsets is said for, case aside. */
function kindOf(view: View, start: number, end: number): number {
  if (end - start > longestWord || foldedKinds.get(hashSpan(view.units, start, end)) === 0) return 0
  return kinds.get(view.text.slice(start, end).toLowerCase()) ?? 0
}

/** No address is said. */
export const NONE = -1
/** Letters of other scripts, or of two words: an expression has to read it. */
export const UNREADABLE = -2

const mostHostParts = 4
const mostNameParts = 5
const longestPart = 41

/**
 * Start of the address that is said up to its last dot, which stands behind `end`; not before `least`. Several may be read: the one
 * that begins first.
 */
export function saidStart(view: View, end: number, least: number): number {
  let found = NONE
  let stop = end
  for (let count = 0; count < mostHostParts; count++) {
    const start = wordStart(view, stop, least)
    if (start === UNREADABLE) return UNREADABLE
    if (start <= least || !isPart(view, start, stop)) return found
    const behind = start - 1
    const before = wordStart(view, behind, least)
    if (before === UNREADABLE) return UNREADABLE
    if (before <= least) return found
    const kind = kindOf(view, before, behind)
    if ((kind & AT_BEHIND_WORD) !== 0) return UNREADABLE
    if ((kind & AT) !== 0) {
      const name = nameStart(view, before - 1, least)
      if (name === UNREADABLE || isTogether(view, before - 1, least)) return UNREADABLE
      if (name >= 0 && (found < 0 || name < found)) found = name
    }
    if ((kind & DOT) === 0) return found
    stop = before - 1
  }
  return found
}

/** Start of the words with dots and signs between them that end at `end`: "nora dot finch", "nora.finch". */
export function nameStart(view: View, end: number, least: number): number {
  const { units } = view
  let start = NONE
  let stop = end
  for (let count = 0; count < mostNameParts; count++) {
    const furthest = Math.max(least, stop - longestPart)
    let from = stop
    while (from > furthest && isPartUnit(units[from - 1]!)) from--
    if (from > least && classOf(units[from - 1]!) === FOREIGN) return UNREADABLE
    let first = from
    while (first < stop && classOf(units[first]!) === INNER) first++
    if (first === stop) return start
    start = first
    if (first > from || from <= least) return start
    const before = units[from - 1]!
    if (before === 0x2e) {
      stop = from - 1
      continue
    }
    if (before !== 0x20) return start
    const sign = wordStart(view, from - 1, least)
    if (sign === UNREADABLE) return UNREADABLE
    if (sign <= least || (kindOf(view, sign, from - 1) & (DOT | SIGN)) === 0) return start
    stop = sign - 1
  }
  return start
}

/** Start of what stands between a blank and `end`; `least` where no blank stands before it. */
function wordStart({ units }: View, end: number, least: number): number {
  let start = end
  while (start > least && units[start - 1] !== 0x20) {
    if (classOf(units[start - 1]!) === FOREIGN) return UNREADABLE
    start--
  }
  return start
}

function isPart({ units }: View, start: number, end: number): boolean {
  if (end === start || end - start > longestPart || classOf(units[start]!) !== FIRST) return false
  for (let at = start + 1; at < end; at++) if (!isPartUnit(units[at]!)) return false
  return true
}

/** ", all one word, at" */
function isTogether(view: View, end: number, least: number): boolean {
  const stop = view.units[end - 1] === 0x2c ? end - 1 : end
  const start = wordStart(view, stop, least)
  return start === UNREADABLE || (kindOf(view, start, stop) & TOGETHER) !== 0
}

const OTHER = 0
/** A letter or a digit: what a part begins with. */
const FIRST = 1
/** `_` `+` `-` */
const INNER = 2
/** What is no plain Latin, Greek or Cyrillic letter. */
const FOREIGN = 3

const classes = new Uint8Array(0x460).fill(FOREIGN)
for (let unit = 0; unit < 0x80; unit++) {
  const sign = String.fromCharCode(unit)
  classes[unit] = /[A-Za-z\d]/.test(sign) ? FIRST : /[_+-]/.test(sign) ? INNER : OTHER
}
for (const [first, last] of [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x17e],
  [0x388, 0x38a],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x45f],
] as const)
  classes.fill(FIRST, first, last + 1)

function classOf(unit: number): number {
  return unit < classes.length ? classes[unit]! : FOREIGN
}

function isPartUnit(unit: number): boolean {
  const unitClass = classOf(unit)
  return unitClass === FIRST || unitClass === INNER
}
