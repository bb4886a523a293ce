/** The ways a square bracket comes back from a model: escaped for Markdown or JSON, as an entity, percent-encoded, full-width. */
import { backslash } from './characters.ts'

/** HTML names and numbers: https://html.spec.whatwg.org/multipage/named-characters.html */
const openers = ['&#91;', '&#x5b;', '&lbrack;', '&lsqb;', '%5b']
const closers = ['&#93;', '&#x5d;', '&rbrack;', '&rsqb;', '%5d']
const longestUnit = 8

/** A bracket escaped for Markdown inside two levels of JSON has four backslashes. */
const mostBackslashes = 4

/** The first characters of openers: where a search for placeholders stops. */
export const openerStarts = ['[', '&', '%', '\uff3b', '\u3010'] as const

/** Length of the opening bracket at `at`; 0 where there is none, -1 where the text ends inside one. */
export function openerAt(text: string, at: number): number {
  const first = text.charAt(at)
  if (first === '[' || first === '\uff3b' || first === '\u3010') return 1
  return first === '&' || first === '%' ? unitAt(text, at, openers) : 0
}

/** The same for a closing bracket. */
export function closerAt(text: string, at: number): number {
  const first = text.charAt(at)
  if (first === ']' || first === '\uff3d' || first === '\u3011') return 1
  return first === '&' || first === '%' ? unitAt(text, at, closers) : 0
}

function unitAt(text: string, at: number, units: readonly string[]): number {
  const here = text.slice(at, at + longestUnit).toLowerCase()
  for (const unit of units) {
    if (here.startsWith(unit)) return unit.length
    if (here.length < unit.length && at + here.length === text.length && unit.startsWith(here)) return -1
  }
  return 0
}

/** The position after the backslashes at `at`, as many as can belong to one bracket. */
export function skipBackslashes(text: string, at: number): number {
  let next = at
  while (next < at + mostBackslashes && text.charCodeAt(next) === backslash) next++
  return next
}

/** The position of the first of the backslashes before `at`, as many as can belong to one bracket. */
export function startOfBackslashes(text: string, at: number, floor: number): number {
  let start = at
  while (start > floor && start > at - mostBackslashes && text.charCodeAt(start - 1) === backslash) start--
  return start
}

/** Does the text before `at` end in something a tolerant reader could take as part of a bracket? */
export function endsInBracket(text: string, at: number): boolean {
  const last = text.charAt(at - 1)
  if (last === '\\' || last === '[' || last === '\uff3b' || last === '\u3010') return true
  if (last !== ';' && last !== 'b' && last !== 'B') return false
  const before = text.slice(Math.max(0, at - longestUnit), at).toLowerCase()
  return openers.some(unit => before.endsWith(unit))
}
