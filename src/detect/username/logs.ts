/**
 * Names of accounts where systems print them: access logs (Common Log Format), cron and sudo, `id`, `ls -l`, `ps`, prompts of
 * shells, grants of databases, options of commands.
 */
import { isAsciiLetter, isDigit, isLetter, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { CHECKED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common, isDotted, isName, isNameUnit } from './account-names.ts'

const longest = 32

/** Start of the name that ends at `end`; `end` where none does. */
function nameStartBefore(view: View, end: number): number {
  let start = end
  while (start > end - longest && isNameUnit(view.unit(start - 1))) start--
  return start
}

function add(view: View, start: number, end: number, score: number, findings: Findings): void {
  if (end - start < 2 || !/[\p{L}]/u.test(view.text.slice(start, end))) return
  if (isName(view, view.text.slice(start, end), end)) findings.add(start, end, 'USERNAME', score)
}

/** `203.0.113.7 - frank [10/Oct/2031:13:55:36 +0000]` */
export function findInAccessLog(view: View, at: number, _end: number, findings: Findings): void {
  if (view.unit(at - 1) !== 0x20 || matchAt(view, /\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:/y, at) < 0) return
  const start = nameStartBefore(view, at - 1)
  if (view.unit(start - 1) === 0x20 && view.unit(start - 3) === 0x20) add(view, start, at - 1, CHECKED, findings)
}

/** `session opened for user root by jdoe(uid=1000)` */
export function findBeforeId(view: View, at: number, end: number, findings: Findings): void {
  const start = nameStartBefore(view, at)
  if (isDigit(view.unit(end)) && view.unit(start - 1) === 0x20) add(view, start, at, CHECKED, findings)
}

/** `uid=1001(jdoe)` */
export function findInIds(view: View, at: number, _end: number, findings: Findings): void {
  const before = view.text.slice(Math.max(0, at - 16), at)
  if (!/(?:[ug]id=|groups=|,)\d{1,10}$/.test(before)) return
  const end = matchAt(view, /[a-z_][\w.-]{1,31}(?=\))/iy, at + 1)
  if (end > 0) add(view, at + 1, end, CHECKED, findings)
}

/** `CRON[22911]: (jdoe) CMD (…)` */
export function findInCron(view: View, at: number, _end: number, findings: Findings): void {
  const start = nameStartBefore(view, at)
  if (view.unit(start - 1) === 0x28) add(view, start, at, CHECKED, findings)
}

/** `sudo: jdoe : TTY=pts/0` */
export function findInSudo(view: View, at: number, _end: number, findings: Findings): void {
  if (view.unit(at - 1) !== 0x20) return
  const start = nameStartBefore(view, at - 1)
  if (view.unit(start - 1) === 0x20) add(view, start, at - 1, CHECKED, findings)
}

const rights = /[-bcdlps][-r][-w][-xsS][-r][-w][-xsS][-r][-w][-xtT][.+@]? {1,3}$/
const owner = / {1,4}([a-zA-Z_][\w.-]{1,31}) {1,12}[\w.-]{2,32} {1,12}\d/y

/** `drwxr-xr-x 2 jdoe staff 4096`: the anchor is the number of links. */
export function findInListing(view: View, start: number, end: number, findings: Findings): void {
  const before = view.unit(start - 2)
  const isRight = before === 0x20 || before === 0x2d || before === 0x78 || before === 0x74 || before === 0x2e
  if (!isRight || !rights.test(view.text.slice(Math.max(0, start - 16), start))) return
  owner.lastIndex = end
  const found = owner.exec(view.text)
  if (found === null) return
  const at = end + found[0].indexOf(found[1]!)
  add(view, at, at + found[1]!.length, CHECKED, findings)
}

/** `jdoe   4211  0.0  0.1 …` at the start of a line: the anchor is the first share. */
export function findInProcesses(view: View, start: number, end: number, findings: Findings): void {
  const from = Math.max(0, start - 48)
  const before = view.text.slice(from, start)
  const lineStart = before.lastIndexOf('\n') + 1
  if (lineStart === 0 && from > 0) return
  const name = /^([a-z_][\w.-]{1,31}) {1,20}\d{1,8} {1,6}$/.exec(before.slice(lineStart))
  if (name === null || matchAt(view, / {1,4}\d{1,3}\.\d {1,8}\d/y, end) < 0) return
  const at = from + lineStart
  add(view, at, at + name[1]!.length, CHECKED, findings)
}

const promptInBrackets = /@[\w.-]{1,40} [~/\w.-]{1,60}\][$#]/y
const promptWithColon = /@[\w.-]{1,40}:[~/][^\s$#]{0,60}[$#](?: |$)/y

/** `jdoe@build-07:~$`, `[jdoe@vps ~]$`, `'jdoe'@'localhost'`; `at` is the sign. */
export function findAtHost(view: View, at: number, findings: Findings): boolean {
  const isQuoted = isQuote(view.unit(at - 1)) && view.unit(at - 1) === view.unit(at + 1)
  const end = isQuoted ? at - 1 : at
  const behind = isQuoted ? 0 : view.unit(hostEnd(view, at + 1))
  if (!isQuoted && behind !== 0x20 && behind !== 0x3a) return false
  const start = nameStartBefore(view, end)
  if (isQuoted) {
    if (view.unit(start - 1) !== view.unit(at - 1)) return false
  } else {
    const isInBrackets = view.unit(start - 1) === 0x5b
    if (behind !== (isInBrackets ? 0x20 : 0x3a)) return false
    if (matchAt(view, isInBrackets ? promptInBrackets : promptWithColon, at) < 0) return false
  }
  add(view, start, end, CHECKED, findings)
  return true
}

/** `2031-02-27 22:14:05 | login ok | zuzka.mrazova | 192.0.2.9`: in a line with a time. */
export function findBetweenBars(view: View, at: number, _end: number, findings: Findings): void {
  const end = matchAt(view, dottedInBars, at)
  if (end < 0) return
  const lead = view.text.slice(Math.max(0, at - 70), at)
  const line = lead.slice(lead.lastIndexOf('\n') + 1)
  if (/\d\d:\d\d/.test(line) && isDotted(view.text.slice(at + 2, end))) findings.add(at + 2, end, 'USERNAME', TYPICAL)
}
const dottedInBars = /\| \p{Ll}{2,20}[._]\p{Ll}{2,20}\d{0,3}(?= \|)/uy

/** `giniesta@81.45.203.117`: no address of mail. */
export function findAtAddress(view: View, at: number, findings: Findings): boolean {
  if (!isDigit(view.unit(at + 1)) || matchAt(view, address, at + 1) < 0) return false
  const start = nameStartBefore(view, at)
  const before = view.unit(start - 1)
  if (at - start < 3) return false
  if (before !== 0x20 && before !== 0 && before !== 0x0a && !isQuote(before) && before !== 0x2f) return false
  add(view, start, at, CHECKED, findings)
  return true
}

const address = /\d{1,3}(?:\.\d{1,3}){3}(?![\w.-])/y

/** `203.0.113.7 - frank "GET /…`: no date between. */
export function findBeforeRequest(view: View, at: number, _end: number, findings: Findings): void {
  const start = nameStartBefore(view, at - 1)
  if (start < at - 1 && /[\da-f] - $/.test(view.text.slice(start - 4, start)))
    add(view, start, at - 1, CHECKED, findings)
}

/** Behind the letters, digits, low lines, dots and hyphens of a host. */
function hostEnd({ units }: View, start: number): number {
  let end = start
  while (end <= start + longestHost && isHostUnit(units[end]!)) end++
  return end
}

const longestHost = 40

function isHostUnit(unit: number): boolean {
  return isAsciiLetter(unit) || isDigit(unit) || unit === 0x5f || unit === 0x2e || unit === 0x2d
}

function isQuote(unit: number): boolean {
  return unit === 0x27 || unit === 0x60 || unit === 0x22
}

const commands =
  /(?:^|[\s"'`$>;|&(])(?:mysql\w{0,8}|mariadb[\w-]{0,8}|sudo|psql|pg_\w{2,12}|createdb|dropdb|ssh|runuser|smbclient|htpasswd|svn|ldapsearch|crontab|su|mongosh?|redis-cli|clickhouse-client)(?: [^\s|;&]{1,60}){0,6} $/

/** `mysql -u jdoe`, `psql -U jdoe`, `ssh -l jdoe` */
export function findOption(view: View, at: number, end: number, findings: Findings): void {
  if (view.unit(at - 1) !== 0x20 || !isLetter(view.unit(end))) return
  const stop = matchAt(view, /[a-zA-Z_][\w.-]{1,31}(?![\w=(])/y, end)
  if (stop < 0 || common.has(view.text.slice(end, stop).toLowerCase())) return
  if (commands.test(view.text.slice(Math.max(0, at - 120), at))) add(view, end, stop, TYPICAL, findings)
}

/** `u/kirkman_77`, as Reddit writes them */
export function findRedditor(view: View, at: number, _end: number, findings: Findings): void {
  if (
    view.unit(at - 1) !== 0x75 ||
    isWord(view.unit(at - 2)) ||
    view.unit(at - 2) === 0x2e ||
    view.unit(at - 2) === 0x2d
  )
    return
  const end = matchAt(view, /[\w-]{3,20}(?![\w/.(=+])|[\w-]{3,20}(?=\.(?:\s|$))/y, at + 1)
  if (end > 0 && /[\d_-]|[a-z][A-Z]/.test(view.text.slice(at + 1, end))) add(view, at + 1, end, TYPICAL, findings)
}
