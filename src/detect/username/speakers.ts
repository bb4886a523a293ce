/** Speakers of chat logs. */
import { isLetter, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { isCoded, isLineStart, isNameUnit, unixName } from './account-names.ts'
import { nameWords } from './words.ts'

const longestSpeaker = 32
const window = 1500
const stamp =
  /^(?:[[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?[\])]?,? {1,2}(?:- )?|\[?\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? \d{1,2}[:.]\d\d(?::\d\d)?\]?:? (?:- )?|[-*>] )?$/

/** `boris_kn: …` at the start of a line, more than once, with other speakers between. */
export function findSpeaker(view: View, at: number, end: number, findings: Findings): void {
  if (view.unit(end) !== 0x20 || !isWord(view.unit(at - 1))) return
  let start = at
  let isOdd = false
  while (start > at - longestSpeaker && isNameUnit(view.unit(start - 1))) {
    start--
    isOdd ||= !isLetter(view.unit(start))
  }
  if (view.isNear(nameWords.name, at, 60) && isBehindQuestion(view, start)) findAnswer(view, end + 1, findings)
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
function findAnswer(view: View, from: number, findings: Findings): void {
  const start = Math.max(from, matchAt(view, /(?:["'`(*_>]{1,2}\s?|<\w{1,8}>|\s)/y, from))
  const end = matchAt(view, unixName, start)
  if (end > 0 && isCoded(view.text.slice(start, end))) {
    findings.add(start, end, 'USERNAME', LABELLED)
  }
}

/** `<manon.38> …`. The anchor is the closing sign. */
export function findBracketSpeaker(view: View, at: number, end: number, findings: Findings): void {
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
export function findSlackSpeaker(view: View, start: number, end: number, findings: Findings): void {
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
