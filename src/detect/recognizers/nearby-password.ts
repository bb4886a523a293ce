/**
 * Passwords in the line of a sentence that speaks of one, wherever they stand in it: "the new one is Heron-Oven-38, the old
 * password no longer works". Only what people make up as a password and hardly anything else looks like is taken.
 */

import { isDigit, isLetter } from '../characters.ts'
import { spokenOfWords } from '../password-words.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, onWord } from '../recognizer.ts'
import { SUPPOSED } from '../scores.ts'
import { fewestLetters, isInvented } from '../secret-values.ts'
import { isCoded, isDotted, isInitialled } from '../username/account-names.ts'
import type { View } from '../view.ts'

export const nearbyPassword: BuiltInRecognizer = {
  name: 'nearby-password',
  source: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  types: ['SECRET', 'USERNAME'],
  anchors: [onWord(spokenOfWords, findNearby)],
  examples: {
    match: [
      'My old password no longer works, the new one is «Heron-Oven-38».',
      'Einloggen können Sie sich mit «Winterhafer22»',
      'The zip is locked, type «Custard!Cream9», please',
      'The password was one of these: «Snuggles#12» or «Snuggles#13»',
      'Ik kan niet inloggen, ook niet met «Fietsbel!88»',
      'Heslo nefunguje, zkoušel jsem «Kocour_1987» i «Kocour1987».',
    ],
    miss: [
      'the password is hashed with argon2id, sha256 or base64url',
      'log in to Windows11 or Office365 with the password of Outlook2019',
      'Passwords need 8 characters: A-Z, 0-9 and !#$%&',
      'password = hash(user.name1 + "x!9")',
      'the passwords of COVID-19 wards, PDF/A-3 and UTF-16 files',
      'login(user1, #section2) at page.html?x=1',
      'The login of 24 users took 300ms, see #4417 and PR#88',
    ],
  },
}

/** How far from the word it may stand. */
const reach = 100
/** Blanks, quotes, angle brackets, braces and the semicolon. */
const between = /[\s"'`\u00ab\u00bb\u201e\u201c\u201d\u2018\u2019<>{};]/
const shortestToken = 6
const longestToken = 60
const openers = /^[([*_]+/
const settings = /^[\p{L}_]{2,20}=/u
const closers = /[.,:)\]*_?-]+$/

/** What was looked through of a view: one line speaks of its password more than once, and nothing in it is read twice. */
let [readView, readFrom, readTo] = [0, 0, 0]

function findNearby(view: View, labelStart: number, labelEnd: number, findings: Findings): void {
  const from = lineStart(view, labelStart)
  const to = lineEnd(view, labelEnd)
  if (!view.hasDigitWithin(to - from, from)) return
  const isFurther = readView === view.id && from >= readFrom && from <= readTo
  if (isFurther && to <= readTo) return
  const first = isFurther ? readTo : from
  ;[readView, readFrom, readTo] = [view.id, isFurther ? readFrom : from, to]
  let start = first
  let letters = 0
  let digits = 0
  for (let at = first; at <= to; at++) {
    const unit = at < to ? view.unit(at) : 0x20
    const isBetween = endsToken(unit)
    if (isBetween || at - start === longestToken) {
      // A token without both is looked at no further: most words and most numbers.
      if (digits > 0 && letters >= fewestLetters && at - start >= shortestToken) readToken(view, start, at, findings)
      start = isBetween ? at + 1 : at
      letters = 0
      digits = 0
    }
    if (isDigit(unit)) digits++
    else if (unit >= 0x80 || isLetter(unit)) letters++
  }
}

function endsToken(unit: number): boolean {
  return unit < 0x80
    ? endingUnits[unit] === 1
    : unit < 0xc0 || unit >= 0x1680
      ? between.test(String.fromCharCode(unit))
      : false
}
const endingUnits = Uint8Array.from({ length: 0x80 }, (_, unit) => (between.test(String.fromCharCode(unit)) ? 1 : 0))

function readToken(view: View, tokenStart: number, end: number, findings: Findings): void {
  const token = view.text.slice(tokenStart, end)
  // `nove=NanaMraz37`
  const opened = (settings.exec(token) ?? openers.exec(token))?.[0].length ?? 0
  const written = token.slice(opened).replace(closers, '')
  if (!isInvented(written)) return
  const start = tokenStart + opened
  findings.add(start, start + written.length, 'SECRET', SUPPOSED)
  findUserBefore(view, start, findings)
}

function lineStart(view: View, labelStart: number): number {
  const stop = Math.max(0, labelStart - reach)
  let at = labelStart
  while (at > stop && view.unit(at - 1) !== 0x0a) at--
  if (at > 0 && at === stop) while (at < labelStart && view.unit(at - 1) !== 0x20) at++
  return at
}

function lineEnd(view: View, labelEnd: number): number {
  const stop = Math.min(view.length, labelEnd + reach)
  let at = labelEnd
  while (at < stop && view.unit(at) !== 0x0a) at++
  if (at === stop && stop < view.length) while (at > labelEnd && view.unit(at) !== 0x20) at--
  return at
}

/** "m.dorn und Winterhafer22", `mdorn7 / Winterhafer22` */
const before =
  /(?:^|[\s"'`(])([\p{L}\p{N}][\p{L}\p{N}._-]{2,31})(?::|["'`]?(?: ?[/|,&+] ?| (?:and|und|et|y|e|en|og|och|i|a|ja|\u00e9s|\u0219i|\u0438|\u03ba\u03b1\u03b9|un|ir|in|u|agus|with|mit|avec|con|med|z|s|cu) )["'`]?)$/u

function findUserBefore(view: View, secretStart: number, findings: Findings): void {
  const from = Math.max(0, secretStart - 44)
  const match = before.exec(view.text.slice(from, secretStart))
  if (match === null) return
  const name = match[1]!
  if (!isCoded(name) && !isDotted(name) && !isInitialled(name)) return
  const start = from + match.index + match[0].indexOf(name)
  if (matchAt(view, /\d+(?![\w])/y, start) < 0) findings.add(start, start + name.length, 'USERNAME', SUPPOSED)
}
