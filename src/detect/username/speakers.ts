/** Speakers of chat logs. */
import { isLetter, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common, isCoded, isInitialled, isNameUnit, unixName } from './account-names.ts'
import { oddStart } from './labelled.ts'
import { nameWords } from './words.ts'

const longestSpeaker = 32
const window = 1500
const stamp =
  /^(?:[[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?[\])]?,? {1,2}(?:- )?|\[?\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? \d{1,2}[:.]\d\d(?::\d\d)?\]?:? (?:- )?|[-*>] )?$/

/** `boris_kn: …` at the start of a line, more than once, with other speakers between; a name with its initial once behind a time. */
export function findSpeaker(view: View, sign: number, end: number, findings: Findings): void {
  // "clem.bzh : …", as the French write.
  const at = view.unit(sign - 1) === 0x20 ? sign - 1 : sign
  if (view.unit(end) !== 0x20 || !isWord(view.unit(at - 1))) return
  let start = at
  let isOdd = false
  while (start > at - longestSpeaker && isNameUnit(view.unit(start - 1))) {
    start--
    isOdd ||= !isLetter(view.unit(start))
  }
  if (view.isNear(nameWords.name, at, 60) && isBehindQuestion(view, start)) findAnswer(view, end + 1, findings)
  if (!isOdd) isOdd = oddStart.test(view.text.slice(start, start + 4)) && at - start > 4
  if (!isOdd) return
  const before = view.unit(start - 1)
  if (before !== 0 && before !== 0x0a && before !== 0x20) return
  const written = view.text.slice(start, at)
  const isShort = isInitialled(written)
  const isMixed = mixed.test(written) && !isPartOfJob(written.toLowerCase())
  const isPlain = /^[a-z]{5,16}$/.test(written) && oddStart.test(written) && !isProgram(written)
  if ((!isShort && !isCoded(written) && !isMixed && !isPlain) || written.length < 4 || isPartOfJob(written)) return
  const lineStart = nearLineStart(view, start)
  if (lineStart < 0 || !stamp.test(view.text.slice(lineStart, start))) return
  const isSure = isShort
    ? lineStart < start || isAnswered(view, lineStart, end)
    : at < sign && isAnswered(view, lineStart, end)
  const talks = isSure && isTalk(view.text, end)
  if (talks || speaksAgain(view, lineStart, start, view.text.slice(start, end)))
    findings.add(start, at, 'USERNAME', TYPICAL)
}

/** `Bärbel_aus_BO`, `mod_Jez`, `frane.st`: parts with a low line or a dot between, capitals or not. */
const mixed = /^\p{L}[\p{L}\p{N}]{1,20}(?:_[\p{L}\p{N}]{1,20}){1,3}$|^\p{Ll}{2,20}\.\p{Ll}{2,20}\d{0,4}$/u

/** Programs that write to logs, and roles. */
function isProgram(written: string): boolean {
  return common.has(written) || programs.test(written)
}
const programs =
  /^(?:nginx|sshd|systemd|dhclient|dhcpd|mysqld|cron\w*|ntpd|rsyslogd?|kernel|kubelet|dnsmasq|vpn\w*|smtpd?|ftpd?|http\w*|ssl\w*|tls\w*|json|xml\w*|html|pdf\w*|svg|npm\w*|pnpm|rpm|dpkg|mkdir|chmod|chown|rm\w*|ls\w*|wget|ctrl|src|dst|msg|str|tmp|pwd|cfg|cmd|std\w*|std|txt|num|ptr|len|dev\w*|hr\w*|mr\w*|pt\w*|sr\w*|bg\w*|tz\w*|rgb\w*|cd\w*|db\w*|wx\w*|gtk\w*|gdb|gcc|ffmpeg|psql|sqlite)$/

/** "step_1: …", "worker-2: …" */
function isPartOfJob(written: string): boolean {
  return /^(?:step|stage|phase|part|task|job|worker|server|node|item|key|test|case|line|row|col|column|level|layer|round|epoch|question|answer|option|section|chapter|speaker|agent|thread|shard|replica|pod|instance|service|module|chunk|batch)[_-]?(?:\d+|[a-z])$/.test(
    written,
  )
}

/** Does another speaker with such a name stand on the line before or behind? */
function isAnswered(view: View, lineStart: number, end: number): boolean {
  const before = view.text.slice(Math.max(0, lineStart - 240), lineStart)
  const after = view.text.slice(end, end + 240)
  const previous = before.slice(before.lastIndexOf('\n', before.length - 2) + 1)
  const next = after.slice(after.indexOf('\n') + 1)
  return [previous, next].some(line => {
    const name = /^([\p{Ll}\d._-]{3,31}) ?: \S/u.exec(line)?.[1]
    return name !== undefined && (isInitialled(name) || isCoded(name)) && !isPartOfJob(name)
  })
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
  // Operators of a channel have a sign before their name.
  const open = view.unit(start - 1) === 0x40 || view.unit(start - 1) === 0x2b ? start - 2 : start - 1
  if (view.unit(open) !== 0x3c || at - start < 3) return
  const lineStart = nearLineStart(view, start)
  if (lineStart < 0 || !stamp.test(view.text.slice(lineStart, open))) return
  const written = view.text.slice(start, at)
  if (/^h[1-6]$/.test(written) || view.unit(end - 1) !== 0x20 || !/^\p{Ll}/u.test(written)) return
  const isOdd = isCoded(written) || isInitialled(written)
  const isStamped = /\d/.test(view.text.slice(lineStart, open))
  const isOther = open === start - 2 || isStamped
  if (isOther && (isOdd || !common.has(written)) && isTalk(view.text, end - 1))
    findings.add(start, at, 'USERNAME', TYPICAL)
  else if (isOdd && speaksAgain(view, lineStart, start, `${written}>`)) findings.add(start, at, 'USERNAME', TYPICAL)
}

/** Start of the line, if it is not far; -1 otherwise. */
function nearLineStart(view: View, at: number, furthest = 31): number {
  const from = Math.max(0, at - furthest)
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
  /(?:^|\n)(?:\[?\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? )?(?:[[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?:? {1,2}(?:- )?)?<?[_\p{L}][^\n:>]{0,40}[:>] ?\p{L}[^\n]{1,200} /u

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

/** `ghalvorsen  07:58` alone in a line, as Slack copies messages, `dora.z - 14.11.2026 12:03` as Discord does. */
export function findSlackSpeaker(view: View, start: number, end: number, findings: Findings): void {
  const after = matchAt(view, /(?: ?[AP]M)?(?:\r?\n|$)/y, end)
  if (after < 0 && end < view.text.length) return
  const lineStart = nearLineStart(view, start, 60)
  if (lineStart < 0) return
  const head = view.text.slice(lineStart, start)
  const spoken = dated.exec(head)
  if (spoken === null) return
  const written = spoken[1]!
  const isPlain = head.endsWith('  ') && head.length === written.length + 2
  if (isPlain || isCoded(written) || isInitialled(written))
    findings.add(lineStart, lineStart + written.length, 'USERNAME', TYPICAL)
}

const dated =
  /^([a-z][a-z0-9._-]{2,31})(?: {2}| ?[-\u2013\u2014] ?(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? |(?:Today|Yesterday|Heute|Gestern|Aujourd'hui|Hier|Hoy|Ayer|Oggi|Ieri|Vandaag|Gisteren)(?: (?:at|um|\u00e0|a las|alle|om))? )| \[)$/
