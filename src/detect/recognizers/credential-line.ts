/**
 * Users and passwords on command lines and in the files that programs read them from: options of commands that sign in, `echo … |
 * sudo -S`, `.netrc`, `.pgpass`, `htpasswd` and `shadow`, hosts of `ssh`.
 */
import { isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onText, onWord } from '../recognizer.ts'
import { CHECKED, TYPICAL } from '../scores.ts'
import { couldBeSecret, isPlaceholder } from '../secret-values.ts'
import { common } from '../username/account-names.ts'
import type { View } from '../view.ts'

const commandWords: LabelGroup = {
  name: 'SIGN_IN_COMMAND',
  words: {
    '*': 'redis cli|docker login|podman login|helm registry login|oc login|az login|cf login|htpasswd|useradd|net user|net use|sshpass|unrar|keytool|jarsigner|http|https|wget|mysql|mysqldump|mysqladmin|mariadb|sqlplus|mongosh|mongo|psql|ldapsearch|smbclient|winexe|xfreerdp|rdesktop|vncviewer|ncftp|lftp|cadaver|kinit|chpasswd|machine',
  },
}

/** A password right behind the account. */
const shortWords: LabelGroup = { name: 'PASSWORD_SHORT', words: { '*': 'p|pw|pwd|pass|password|passwort' } }

const value = `["']?([^\\s"'|;&<>]{3,80})["']?`
const user = `["']?([A-Za-z][\\w.@\\\\-]{1,40})["']?`
const rest = '[^\\n|;]{0,120}? '
/** By command: what stands behind it, `u` a user and `s` a secret, in the order of the groups. */
const forms: readonly (readonly [command: RegExp, form: RegExp, groups: string])[] = [
  [/^redis.cli$/i, new RegExp(`^${rest}-a ${value}`), 's'],
  [/login$/i, new RegExp(`^${rest}(?:-u|--username)[ =]${user} (?:-p|--password)[ =]${value}`), 'us'],
  [/login$/i, new RegExp(`^${rest}(?:-u|--username)[ =]${user}`), 'u'],
  [/^htpasswd$/i, new RegExp(`^ -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} \\S{1,60} ${user} ${value}`), 'us'],
  [/^useradd$/i, new RegExp(`^${rest}-p ${value}`), 's'],
  [/^net user$/i, new RegExp(`^ ${user} (?!/)${value}`), 'us'],
  [/^net use$/i, new RegExp(`^${rest}/user:(?:[\\w.-]{1,30}\\\\)?${user} (?!/)${value}`), 'us'],
  [/^net use$/i, new RegExp(`^ \\S{3,60} (?!/)${value} /user:(?:[\\w.-]{1,30}\\\\)?${user}`), 'su'],
  [/^(?:sshpass|unrar)$/i, new RegExp(`^[^\\n|;]{0,40}? -p ?${value}`), 's'],
  [/^(?:keytool|jarsigner)$/i, new RegExp(`^${rest}-storepass ${value}(?:${rest}-keypass ${value})?`), 'ss'],
  [/^https?$/, new RegExp(`^ -a ${user}:${value}`), 'us'],
  [/^wget$/i, new RegExp(`^${rest}--(?:http-|ftp-)?user[ =]${user}`), 'u'],
  [/^(?:mysql\w*|mariadb)$/i, new RegExp(`^${rest}-u${user}`), 'u'],
  [/^sqlplus$/i, new RegExp(`^ (?:-\\w{1,3} ){0,3}${user}/([^\\s"'@|;&]{3,60})@`), 'us'],
  [/^machine$/i, new RegExp(`^ \\S{2,80}\\s{1,8}login ${user}\\s{1,8}password ${value}`), 'us'],
  [/^(?:xfreerdp|rdesktop|winexe)$/i, new RegExp(`^${rest}[/-]u[: ]${user}(?:${rest}[/-]p[: ]${value})?`), 'us'],
]

export const credentialLine: BuiltInRecognizer = {
  name: 'credential-line',
  source: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
  types: ['SECRET', 'USERNAME'],
  anchors: [
    onWord(commandWords, findOptions),
    onWord(shortWords, findShortPair),
    onText('| sudo -S', findEchoed),
    onText('| chpasswd', findEchoed),
    onText('--password-stdin', findEchoed),
    onText(':$', findHash),
    onText('$2', findBareHash, undefined, ' ="\''),
    onText('$argon2', findBareHash),
    onText(':5432:', findPassFile),
    onText(':6432:', findPassFile),
    onText(':*:', findPassFile),
  ],
  isEmbedded: true,
  examples: {
    match: [
      'redis-cli -h q1 -a «otterflow77»',
      'docker login -u «kerro» -p «otterflow77» registry.example',
      'echo "«otterflow77»" | docker login -u «kerro» --password-stdin',
      "echo '«kerro»:«otterflow77»' | chpasswd",
      'echo «otterflow77» | sudo -S apt update',
      'htpasswd -b .htpasswd «kerro» «otterflow77»',
      'net user «kerro» «Otterflow77» /add',
      'keytool -storepass «otterflow77» -keypass «otterflow78»',
      'mysql -h db -u«kerro» shop',
      'sqlplus «kerro»/«otterflow77»@db',
      'machine api.example login «kerro» password «otterflow77»',
      'db1:5432:shop:«kerro»:«otterflow77»',
      '«kerro»:«$apr1$8sdf7s6d$Kj2h3k4j5h6g7f8d9s0a1.»',
    ],
    miss: [
      'redis-cli -p 6379 ping',
      'echo hello | sudo -S',
      'net user list',
      'the machine login page password field',
      'localhost:5432:5432',
      'price:$40',
      'http -a and more',
    ],
  },
}

function findOptions(view: View, start: number, end: number, findings: Findings): void {
  if (view.unit(end) !== 0x20) return
  const before = view.unit(start - 1)
  if (isWord(before) || before === 0x2d || before === 0x2e) return
  const command = view.text.slice(start, end)
  const line = view.text.slice(end, end + 240)
  for (const [name, form, groups] of forms) {
    if (!name.test(command)) continue
    const match = form.exec(line)
    if (match === null) continue
    let from = 0
    for (let group = 1; group < match.length; group++) {
      const written = match[group]
      if (written === undefined) continue
      from = match[0].indexOf(written, from)
      add(view, end + from, written, groups.charAt(group - 1), findings)
      from += written.length
    }
  }
}

function add(_view: View, at: number, written: string, kind: string, findings: Findings): void {
  if (isPlaceholder(written) || /^[-$%<{[(]/.test(written)) return
  if (kind === 's') findings.add(at, at + written.length, 'SECRET', TYPICAL)
  else if (!common.has(written.toLowerCase())) findings.add(at, at + written.length, 'USERNAME', TYPICAL)
}

/** `echo "…" | sudo -S`; of a pair the user, too. */
const echoed =
  /(?:echo|printf)(?: -[ne]{1,2})? (["']?)([^\s"'|]{4,80})\1 ?(?:\| ?(?:docker|podman|helm)[^\n|]{0,100})?$/

function findEchoed(view: View, at: number, end: number, findings: Findings): void {
  const from = Math.max(0, at - 200)
  const before = view.text.slice(from, at)
  const match = echoed.exec(before)
  if (match === null) return
  const written = match[2]!
  const start = from + match.index + match[0].indexOf(written)
  const colon = /chpasswd$/.test(view.text.slice(at, end)) ? written.indexOf(':') : -1
  if (colon > 0) add(view, start, written.slice(0, colon), 'u', findings)
  const secret = written.slice(colon + 1)
  if (colon > 0 || /\d|[^\w]/.test(secret)) add(view, start + colon + 1, secret, 's', findings)
}

const hash = /\$(?:apr1|2[abxy]|argon2\w{1,2}|y|gy|7|scrypt|sha512|[156])\$[\w./$=,+-]{12,300}/y

/** `jo:$6$…` of `htpasswd` and `shadow`. */
function findHash(view: View, at: number, _end: number, findings: Findings): void {
  const stop = matchAt(view, hash, at + 1)
  if (stop < 0) return
  findings.add(at + 1, stop, 'SECRET', CHECKED)
  const name = /(?:^|[\s"'`(>*_])([A-Za-z][\w.-]{1,31})$/.exec(view.text.slice(Math.max(0, at - 40), at))
  if (name !== null) add(view, at - name[1]!.length, name[1]!, 'u', findings)
}

function findBareHash(view: View, at: number, _end: number, findings: Findings): void {
  const stop = matchAt(view, hash, at)
  if (stop > at + 40) findings.add(at, stop, 'SECRET', CHECKED)
}

/** `u: kerro p: otterflow77`, "id kerro pw otterflow77" */
const shortUser =
  /(?:^|[\s("'])(?:u|user|usr|id|login|name|uid|acc)(:|=)? ?["']?([A-Za-z][\w.@-]{2,40})["']?(?: ?[,/;|]| )\s?$/i
const shortSecret = /([:=])? ?["']?([^\s"',;)]{4,60})/y

function findShortPair(view: View, start: number, end: number, findings: Findings): void {
  const from = Math.max(0, start - 60)
  const before = shortUser.exec(view.text.slice(from, start))
  if (before === null) return
  shortSecret.lastIndex = end
  const behind = shortSecret.exec(view.text)
  if (behind === null) return
  const [, sign, name = ''] = before
  const secret = behind[2]!
  const isSigned = sign !== undefined && behind[1] !== undefined
  if (!couldBeSecret(secret) && !isSigned) return
  if (end - start === 1 && !isSigned) return
  const userAt = from + before.index + before[0].lastIndexOf(name)
  add(view, userAt, name, 'u', findings)
  add(view, shortSecret.lastIndex - secret.length, secret, 's', findings)
}

/** `host:5432:database:user:password` */
const passFile = /:[\w*.-]{1,60}:([A-Za-z][\w.-]{1,40}):([^\s:"'`<>()*]{4,80})(?=[\s"'`<)*]|$)/y

function findPassFile(view: View, _start: number, end: number, findings: Findings): void {
  passFile.lastIndex = end - 1
  const match = passFile.exec(view.text)
  if (match === null) return
  const stop = passFile.lastIndex
  const [, name = '', secret = ''] = match
  add(view, stop - secret.length, secret, 's', findings)
  add(view, stop - secret.length - 1 - name.length, name, 'u', findings)
}
