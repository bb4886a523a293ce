/** The user's own lists: values that are never replaced (`allow`), and values that always are (`deny`). */
import type { EntityType, Finding } from '../types.ts'
import { isWord } from './characters.ts'

/** `true` for values that are never replaced: exact strings, or expressions that match the whole value. */
export function createAllowList(allow: readonly (string | RegExp)[]): (value: string) => boolean {
  const exact = new Set(allow.filter(entry => typeof entry === 'string'))
  const whole = allow.filter(entry => entry instanceof RegExp).map(matchingWhole)
  return value => exact.has(value) || whole.some(expression => expression.test(value))
}

function matchingWhole(expression: RegExp): RegExp {
  return new RegExp(`^(?:${expression.source})$`, expression.flags.replace(/[gy]/g, ''))
}

/** Finds the values of `deny`: strings as whole words, expressions anywhere. */
export function createDenyList(
  deny: Readonly<Record<string, readonly (string | RegExp)[]>>,
): (text: string) => Finding[] {
  const searches = Object.entries(deny).flatMap(([type, entries]) => entries.map(entry => searchFor(type, entry)))
  return text => searches.flatMap(search => search(text))
}

function searchFor(type: EntityType, entry: string | RegExp): (text: string) => Finding[] {
  const finding = (start: number, end: number): Finding => ({ start, end, type, score: 1, recognizer: 'deny-list' })
  if (typeof entry === 'string') return text => wordsAt(text, entry).map(start => finding(start, start + entry.length))
  const expression = new RegExp(entry.source, entry.flags.includes('g') ? entry.flags : `${entry.flags}g`)
  return text => {
    const matches = [...text.matchAll(expression)].filter(match => match[0] !== '')
    return matches.map(match => finding(match.index, match.index + match[0].length))
  }
}

function wordsAt(text: string, word: string): number[] {
  const starts: number[] = []
  const guardsStart = isWord(word.charCodeAt(0))
  const guardsEnd = isWord(word.charCodeAt(word.length - 1))
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    const touchesBefore = guardsStart && at > 0 && isWord(text.charCodeAt(at - 1))
    const touchesAfter = guardsEnd && end < text.length && isWord(text.charCodeAt(end))
    if (!touchesBefore && !touchesAfter) starts.push(at)
  }
  return starts
}
