/** Names behind their label: in a field, in a sentence, at the head of a line. */
import { runStart } from '../boundaries.ts'
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { CHECKED, LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import { isIdentifier } from '../secret-values.ts'
import type { View } from '../view.ts'
import { isCoded, isDotted, isLineStart, isName, looksLikeName, name } from './account-names.ts'

/** Words of everyday language too: what follows has to look like a name of an account. */
const informal =
  /^(?:nick|snap|snapchat|telegram|insta|instagram|ig|tiktok|twitter|mastodon|bluesky|skype|twitch|xbox|psn|kik|wechat|pseudo|login|nickname)$/i

export function findNamed(view: View, value: LabelledValue, findings: Findings): void {
  const { link } = value
  const start = runStart(view, value.start, value.labelEnd)
  const end = nameEnd(view, start, value)
  if (end < 0) return
  const written = view.text.slice(start, end)
  const isField = link !== 'bare' && link !== 'number'
  const label = view.text.slice(value.labelStart, value.labelEnd)
  const isInformal =
    informal.test(label) && !(view.unit(value.labelStart - 1) === 0x28 && /[,)]/.test(view.text.charAt(end)))
  if (!isField && isInformal && !isCoded(written) && !/\d/.test(written)) return
  const isNamed = isField ? isName(view, written, end) || /^\d{5,14}$/.test(written) : looksLikeName(written)
  if (isNamed || isDotted(written)) {
    findings.add(start, end, 'USERNAME', written.includes('@') ? LABELLED : CHECKED)
  } else if (!isField && !findCodedBehindWords(view, value, findings)) findBehindWords(view, value, findings)
}

/** "Login w sklepie mazur44", "Usuario de la web: leo.barquin": small words, then what no word looks like. */
const smallWords = /(?:\p{Ll}[\p{L}'-]{0,14} ){0,4}(?:\p{L}[\p{L}-]{0,14} ?: ?)?["'`(]?(?=[\p{Ll}])/uy

function findCodedBehindWords(view: View, value: LabelledValue, findings: Findings): boolean {
  const start = matchAt(view, smallWords, value.start)
  const end = start < 0 ? -1 : matchAt(view, name, start)
  if (end < 0 || !/[,;.)\n"'`]|$/.test(view.text.charAt(end)) || isWord(view.unit(start - 1))) return false
  const written = view.text.slice(start, end)
  if (!isDotted(written) || isIdentifier(written)) return false
  findings.add(start, end, 'USERNAME', LIKELY)
  return true
}

/** "Identifiant de connexion : 66120934", "the Telegram handle @jo" (the sign is found for itself). */
function findBehindWords(view: View, value: LabelledValue, findings: Findings): void {
  const start = matchAt(view, /\p{L}[\p{L} ']{1,24} ?: ?["'`]?(?=[\p{L}\p{N}_])/uy, value.start)
  const end = start < 0 ? -1 : matchAt(view, name, start)
  if (end > 0 && looksLikeName(view.text.slice(start, end))) findings.add(start, end, 'USERNAME', LABELLED)
}

export function findLoose(view: View, value: LabelledValue, findings: Findings): void {
  const { link, labelStart, labelEnd } = value
  const start = runStart(view, value.start, value.labelEnd)
  const end = nameEnd(view, start, value)
  if (end < 0) return
  const written = view.text.slice(start, end)
  if (link === 'bare' && !isCoded(written) && findCodedBehindWords(view, value, findings)) return
  const isInBrackets = view.unit(labelEnd) === 0x28 && view.unit(end) === 0x29 && start === labelEnd + 1
  const isField = link === 'pair' || link === 'cell' || link === 'hint' || isInBrackets
  if (isFlagOrUnion(view, value, start)) return
  const isNote = /^(?:todo|fixme|hack|xxx)$/i.test(view.text.slice(labelStart, labelEnd))
  if (isNote && !isInBrackets) return
  const isExpression = /^\s=\s$/.test(view.text.slice(start - 3, start)) && isIdentifier(written)
  const isVague = /^(?:handle|alias|sub|auth|member|owner|actor|principal|uid|cn)$/i.test(
    view.text.slice(labelStart, labelEnd),
  )
  if (
    isVague &&
    (isWord(view.unit(labelStart - 1)) ||
      view.unit(labelStart - 1) === 0x2e ||
      (link === 'bare' && isIdentifier(written)) ||
      (link === 'cell' && !/\d/.test(written)))
  )
    return
  if (link === 'cell' && written.length < 4) return
  const isGiven = isField && !isExpression && isName(view, written, end) && isInLowerCase(written)
  // "Reviewer tmallory:" stands at the start of its line.
  const isHead =
    /^(?:reviewer|assignee|author|maintainer|reporter|owner)$/i.test(view.text.slice(labelStart, labelEnd)) &&
    view.unit(end) === 0x3a &&
    isLineStart(view, labelStart) &&
    isInLowerCase(written)
  const isProse =
    view.unit(start - 1) !== 0x3d && view.unit(end) === 0x20 && isSmallWord(view, end + 1) && !/[\d_.-]/.test(written)
  const isSure =
    (isGiven && !isProse) || (isHead && isName(view, written, end)) || (isCoded(written) && isName(view, written, end))
  if (isSure && !(link === 'bare' && /^\d/.test(written)))
    findings.add(start, end, 'USERNAME', link === 'bare' ? LIKELY : TYPICAL)
}

/** `--reporter=lcov`, and `'user' | 'workspace'` as types are written. */
function isFlagOrUnion(view: View, value: LabelledValue, start: number): boolean {
  if (view.unit(value.labelStart - 1) === 0x2d && view.unit(value.labelStart - 2) === 0x2d) return true
  const between = view.text.slice(value.labelEnd, start)
  return between.includes('|') && /["'`]/.test(between)
}

/** End of the name behind a label; -1 where a call, a member access or a placeholder stands. */
function nameEnd(view: View, start: number, value: LabelledValue): number {
  const end = matchAt(view, name, start)
  if (end < 0) return -1
  const next = view.unit(end)
  // `(`, `[`, `{`, `/`, `\`, `=`, `<`: code and paths.
  const closes = next === 0x5c && (view.unit(end + 1) === 0x22 || view.unit(end + 1) === 0x27)
  if (next === 0x28 || next === 0x5b || next === 0x7b || (next === 0x5c && !closes)) return -1
  if ((next === 0x2f || next === 0x3d) && value.link !== 'cell') return -1
  // `"user": {"name": …`: a key; `users_email`: the label goes on.
  if (value.link === 'pair' && /^["'`] ?:/.test(view.text.slice(end, end + 3))) return -1
  if (start === value.labelEnd + 1 && view.unit(start - 1) === 0x5f) return -1
  const before = view.unit(start - 1)
  // `--scope`, and what stands in another line.
  if (before === 0x2d || (value.link === 'pair' && view.text.slice(value.labelEnd, start).includes('\n'))) return -1
  if (before === 0x24 || before === 0x3c || before === 0x7b || before === 0x2f || before === 0x5c) return -1
  return end
}

function isInLowerCase(written: string): boolean {
  return !/\p{Lu}/u.test(written.charAt(0)) || /\d/.test(written)
}

/** Does a word in small letters start here, so that a sentence goes on? */
function isSmallWord(view: View, at: number): boolean {
  const unit = view.unit(at)
  return (
    unit >= 0x61 && unit <= 0x7a && view.unit(at + 1) !== 0x3d && !/^[\w.]{1,30}[=:]/.test(view.text.slice(at, at + 32))
  )
}
