/** Accounts of Windows: behind their domain (`ACME\jharlow`), as folders of shares, and their security identifiers. */
import { isDigit, isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { CERTAIN, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common } from './account-names.ts'

const account = /\\?([a-z][a-z0-9_-]{1,30}(?:\.[a-z0-9_-]{1,30}){0,2})(?=["'`\]),;:!?<\s]|\.(?:\s|$)|$)/y
/** Parts of the registry and of the system. */
const system =
  /^(?:HKLM|HKCU|HKCR|HKU|HKCC|NT|BUILTIN|SOFTWARE|SYSTEM|SAM|SECURITY|PATH|DIR|TMP|TEMP|ROOT|REG|BIN|LIB|SRC|TEX|AMS|RE|REGEX|FOO|BAR)$/
/** Letters that stand for a sign behind a backslash in program text: `TOTAL\nitems`. */
const escaped = /^[nrtbfvux]/
const signedIn =
  /^["'`\]),;:]{0,2} (?:logged|failed|signed|was|is|has|connected|attempted|locked|wurde|ist|gesperrt|meldet|hat|s'est|est|a |ha |se |inici|kan|is |er |har|on |zosta|byl|bol|je |nie|log)/

/** The anchor is the backslash. */
export function findInDomain(view: View, at: number, _end: number, findings: Findings): void {
  let start = at
  while (start > at - 17 && isDomainUnit(view.unit(start - 1))) start--
  const domain = view.text.slice(start, at)
  const before = view.unit(start - 1)
  if (domain.length < 2 || isWord(before) || before === 0x5c || before === 0x2f || before === 0x24) return
  if (!/^[A-Z][A-Z0-9-]+$/.test(domain) || system.test(domain)) return
  account.lastIndex = at + 1
  const match = account.exec(view.text)
  if (match === null) return
  const written = match[1]!
  const stop = account.lastIndex
  if (common.has(written) || written.length < 3) return
  if (match[0] === written && escaped.test(written) && !isNamed(view, start, stop)) return
  findings.add(stop - written.length, stop, 'USERNAME', TYPICAL)
}

function isNamed(view: View, start: number, stop: number): boolean {
  return (
    signedIn.test(view.text.slice(stop, stop + 24)) ||
    /(?:user|account|login|logon|logged|konto|benutzer|anmeld|compte|cuenta|utente|gebruiker|domain|dom\u00e4n|runas)[^\n]{0,30}$/i.test(
      view.text.slice(Math.max(0, start - 44), start),
    )
  )
}

function isDomainUnit(unit: number): boolean {
  return isDigit(unit) || unit === 0x2d || (unit >= 0x41 && unit <= 0x5a)
}

const identifier = /S-1-5-21-\d{6,10}-\d{6,10}-\d{6,10}-\d{3,7}(?![\d-])/y

/** `S-1-5-21-…-1187`: who, within a domain. The anchor is the hyphen behind the first letter. */
export function findIdentifier(view: View, at: number, _end: number, findings: Findings): void {
  if (view.unit(at - 1) !== 0x53 || isWord(view.unit(at - 2))) return
  const end = matchAt(view, identifier, at - 1)
  if (end > 0) findings.add(at - 1, end, 'USERNAME', CERTAIN)
}

const folder =
  /\\{1,2}(?:homes?|profiles?|users?|userdata|redirected|home)\$?\\{1,2}([a-z][a-z0-9_.-]{2,30}?)(?=\.V\d|[\\"'`\s,;)]|$)/iy

/** `h` `p` `u` `r`, in any case: the first letters of these folders. */
function mayBeFolder(unit: number): boolean {
  const lower = unit | 0x20
  return lower === 0x68 || lower === 0x70 || lower === 0x75 || lower === 0x72
}

/** `\\fs01\homes$\jharlow`: a share with a folder for each person. */
export function findShare(view: View, at: number, _end: number, findings: Findings): void {
  if (isWord(view.unit(at - 1))) return
  let slash = at + 2
  while (slash < at + 34 && view.unit(slash) !== 0x5c && view.unit(slash) > 0x20) slash++
  if (!mayBeFolder(view.unit(slash + 1)) && !mayBeFolder(view.unit(slash + 2))) return
  folder.lastIndex = slash
  const match = folder.exec(view.text)
  if (match === null || common.has(match[1]!.toLowerCase())) return
  findings.add(folder.lastIndex - match[1]!.length, folder.lastIndex, 'USERNAME', TYPICAL)
}
