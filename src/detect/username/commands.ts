/** Names in commands that manage accounts, in lists of queries, and before what belongs to them. */
import { isLetter } from '../characters.ts'
import type { Findings, LabelGroup } from '../recognizer.ts'
import { LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common, isCoded, isDotted, isName } from './account-names.ts'

/** Commands whose argument is an account. */
export const accountCommands: LabelGroup = {
  name: 'ACCOUNT_COMMAND',
  words: {
    '*': 'useradd|adduser|usermod|userdel|deluser|chage|chown|gpasswd|get aduser|set aduser|unlock adaccount|disable adaccount|enable adaccount|remove aduser|get mailbox|set mailbox|net user|dsquery user|ldappasswd|smbpasswd|kinit|loginctl',
  },
}

const argument =
  /^(?: -{1,2}[\w-]{1,20}(?:[ =](?!-)[\w,/.:-]{1,40})?){0,4} ["']?([a-z_][a-z0-9_.-]{2,31})["']?(?=$|[\s;&|:,)`])/i

export function findAccountCommand(view: View, start: number, end: number, findings: Findings): void {
  const before = view.unit(start - 1)
  if (before !== 0 && before !== 0x0a && before !== 0x20 && before !== 0x60 && before !== 0x24) return
  const match = argument.exec(view.text.slice(end, end + 140))
  if (match === null) return
  const written = match[1]!
  const stop = end + match[0].replace(/["']$/, '').length
  if (common.has(written.toLowerCase()) || !/[a-z]/.test(written) || /^(?:www|http|[a-z]{3,8}d)$/.test(written)) return
  if (isName(view, written, stop)) findings.add(stop - written.length, stop, 'USERNAME', LIKELY)
}

const listed =
  /(?:^|[\s.("`[])[\w]{0,20}(?:user|login|benutzer|nutzer|utente|usuario|utilisateur|bruger|gebruiker|anvandare|kayttaja|uzytkownik|uzivatel|korisnik|nick|konto|account)[\w]{0,12}["`\]]? (?:not )?in $/i
const compared =
  /(?:^|[\s.("`[])[\w]{0,20}(?:user|login|benutzer|nutzer|utente|usuario|utilisateur|bruger|gebruiker|anvandare|kayttaja|uzytkownik|uzivatel|korisnik|nick|konto|account)[\w]{0,12}["`\]]? ?(?:<>|!=) ?$/i
const quoted = /\s{0,2}'([\w.@-]{3,40})'(,?)/y

/** `benutzer IN ('wahlers79', 'w.ahlers')`: the anchor is the bracket. */
export function findInList(view: View, at: number, _end: number, findings: Findings): void {
  if (!listed.test(view.text.slice(Math.max(0, at - 48), at))) return
  quoted.lastIndex = at + 1
  for (let count = 0; count < mostListed; count++) {
    const match = quoted.exec(view.text)
    if (match === null) return
    const stop = quoted.lastIndex - match[2]!.length - 1
    if (!common.has(match[1]!.toLowerCase())) findings.add(stop - match[1]!.length, stop, 'USERNAME', TYPICAL)
    if (match[2] === '') return
  }
}
const mostListed = 40

/** `login != 'rbak_admin'`: the anchor is the quote. */
export function findCompared(view: View, at: number, _end: number, findings: Findings): void {
  const before = view.unit(at - 1) === 0x20 ? view.unit(at - 2) : view.unit(at - 1)
  if (before !== 0x3d && before !== 0x3e) return
  if (!compared.test(view.text.slice(Math.max(0, at - 44), at))) return
  quoted.lastIndex = at
  const match = quoted.exec(view.text)
  if (match === null || common.has(match[1]!.toLowerCase())) return
  const stop = quoted.lastIndex - match[2]!.length - 1
  findings.add(stop - match[1]!.length, stop, 'USERNAME', TYPICAL)
}

const owned =
  /^['\u2019]s (?:[a-z]{3,10} )?(?:scratch|home|dir|directory|folder|branch|account|mailbox|profile|inbox|login|password|session|laptop|workstation|desktop|share|commit|key|token|repo|fork|pr)(?![a-z])/
const commonOwners =
  /^(?:user|customer|client|browser|server|today|company|project|team|device|everyone|someone|anybody|other|patient|employee|provider|vendor|partner|member|sender|owner|author)$/

/** "tquirke's scratch dir": two consonants that begin no word, digits or a dot. The anchor is the apostrophe. */
export function findOwner(view: View, at: number, _end: number, findings: Findings): void {
  if (!owned.test(view.text.slice(at, at + 40))) return
  let start = at
  while (start > at - 32 && (isLetter(view.unit(start - 1)) || /[\d_.]/.test(view.text.charAt(start - 1)))) start--
  const written = view.text.slice(start, at)
  if (!/^[a-z][a-z\d._]{3,30}$/.test(written) || common.has(written) || commonOwners.test(written)) return
  const isOdd =
    /^(?:[bcdfghjklmnpqrstvwxz]{4}|t[bcdfgkmnpqx]|[bcdfghjkmpqtvxz][bcdfgkmnpqtvwxz]|j[a-z]?[bcdfghkmnpqrstvwxz]{2}|k[bcdfgmpqtwxz]|m[bcdfghkpqstvwz]|n[bcdfghkmpqrstvw]|r[bcdfgkmnpqstv]|s[bdfgrxz])/.test(
      written,
    )
  if (isOdd || isCoded(written) || isDotted(written)) findings.add(start, at, 'USERNAME', LIKELY)
}
