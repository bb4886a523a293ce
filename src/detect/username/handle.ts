/** `@handle`: beside the name of a network, or of a form that words do not have. */
import { isWord } from '../characters.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'
import { common, isDotted, isInitialled } from './account-names.ts'
import { findAtAddress, findAtHost } from './logs.ts'
import { findLogin } from './sign-in.ts'
import { handleWords } from './words.ts'

const handle = /[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,38}[A-Za-z0-9])(?:@[a-z0-9](?:[a-z0-9-]{0,60}\.){1,4}[a-z]{2,20})?/y

/** Words behind `@` in documentation comments, style sheets and languages with annotations. */
const directives = new Set(
  (
    'media import keyframes charset font-face supports layer tailwind apply include mixin extend function return returns param params throws ' +
    'type typedef see since deprecated override author version link example default private public protected internal todo property prop ' +
    'class module namespace template template_name ts-ignore ts-expect-error ts-nocheck jsx staticmethod classmethod dataclass pytest app ' +
    'router abstractmethod property lru_cache cached_property wraps fixture patch mock click task celery login_required use forelse foreach ' +
    'if else elseif endif end section yield extends csrf auth guest component slot push stack once php json inject latest next beta alpha ' +
    'rc canary types angular babel nestjs vue react aws-sdk google-cloud microsoft sentry main master head v1 v2 v3 v4 autoreleasepool ' +
    'interface implementation protocol synthesize selector available objc escaping discardableresult state binding published main'
  ).split(' '),
)

/** `@jo_doe`, `@jo@social.example`; not an address, a package, an annotation. */
export function findHandle(view: View, at: number, _end: number, findings: Findings): void {
  const before = view.unit(at - 1)
  if (isWord(before)) {
    if (!findAtHost(view, at, findings) && !findAtAddress(view, at, findings)) findLogin(view, at, findings)
    return
  }
  // `'jdoe'@'localhost'`
  if (before !== 0x40 && before === view.unit(at + 1) && findAtHost(view, at, findings)) return
  if (before === 0x2f || before === 0x2e || before === 0x40 || before === 0x2d || before === 0x5f || before === 0x24)
    return
  // `postgres://[USERNAME_1]:[SECRET_1]@host`, scrubbed before.
  if (before === 0x5d) return
  const start = at + 1
  const end = matchAt(view, handle, start)
  if (end < 0 || isWord(view.unit(end))) return
  const written = view.text.slice(start, end)
  const next = view.unit(end)
  if (
    next === 0x2f ||
    next === 0x28 ||
    next === 0x3d ||
    next === 0x7b ||
    next === 0x5c ||
    next === 0x5b ||
    next === 0x40
  )
    return
  if (written.includes('@')) {
    findings.add(start, end, 'USERNAME', 1)
    return
  }
  if (directives.has(written.toLowerCase()) || common.has(written.toLowerCase()) || !/[A-Za-z]/.test(written)) return
  const isNear =
    view.isNear(handleWords.name, at, 24) || (view.isNear(handleWords.name, at, 90) && isBehindHandle(view, at))
  const isTag = /(?:^|\n)[ \t]{0,12}(?:[*#;]|\/\/|\/\*|\/\*\*|--|-)?[ \t]{0,3}(?:\/\* ?)?$/.test(
    view.text.slice(Math.max(0, at - 24), at),
  )
  const isOdd = !isTag && /[\d_-]/.test(written) && /^[a-z]/.test(written)
  if (isMention(view, written, end, isTag) && !isCode(view, at, end)) {
    findings.add(start, end, 'USERNAME', LIKELY)
    return
  }
  if (!isNear && (!isOdd || isCode(view, at, end))) return
  if (isNear && /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(written) && isCode(view, at, end)) return
  findings.add(start, end, 'USERNAME', isNear ? LABELLED : LIKELY)
}

/** "@effie.dunn, 29", `<@winston.ng> offer went out`: two names, or a name and an initial. At the start of a line talk follows. */
function isMention(view: View, written: string, end: number, isTag: boolean): boolean {
  if (!isInitialled(written) && !isDotted(written)) return false
  return !isTag || mentioned().test(view.text.slice(end, end + 24))
}

const mentioned = lazily(() => /^(?:,|:|>|!|\?)? ?\p{L}{1,20}(?:[ ,.!?]|$)/u)

/** "cc @a @b": the second of a row. */
function isBehindHandle(view: View, at: number): boolean {
  return /@[\w.-]{2,40},? (?:and |und |et |y |e |en |i |och |og |ja )?$/.test(view.text.slice(Math.max(0, at - 50), at))
}

/** Signs of program text in the line around. */
function isCode(view: View, start: number, end: number): boolean {
  const around = `${view.text.slice(Math.max(0, start - 60), start)}${view.text.slice(end, end + 60)}`
  return /[={};$\\]|\w\(|->|::|=>/.test(around)
}
