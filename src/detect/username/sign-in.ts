/** Names in logs of sign-ins, before a verb for signing in, and on command lines. */
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { CHECKED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common, isCoded, isInitialled, isName, isNameUnit, unixName } from './account-names.ts'

/** "Accepted publickey for jdoe from 10.0.0.1": where from, by whom or the end of the line has to follow. */
export function findInLog(view: View, value: LabelledValue, findings: Findings): void {
  const label = view.text.slice(value.labelStart, value.labelEnd)
  if (isStatement.test(label)) {
    // `CREATE USER jdoe WITH …`: in capitals only.
    const end = matchAt(view, unixName, value.start)
    if (end > 0 && label === label.toUpperCase() && /^["'`]?(?:\s|;|@|$)/.test(view.text.slice(end, end + 2))) {
      if (isName(view, view.text.slice(value.start, end), end)) findings.add(value.start, end, 'USERNAME', CHECKED)
    }
    return
  }
  const end = matchAt(view, unixName, value.start)
  if (end < 0 || !/^(?: from \S| by \(| port \d|\(uid|\.?\s{0,2}\n|\.?$)/.test(view.text.slice(end, end + 8))) return
  if (isName(view, view.text.slice(value.start, end), end)) findings.add(value.start, end, 'USERNAME', CHECKED)
}

const isStatement = /^(?:create|alter|drop) (?:user|role|login)$/i

/** The name before "logged in", with a sign that words do not have. */
export function findBefore(view: View, value: LabelledValue, findings: Findings): void {
  const blank = value.labelStart - 1
  if (view.unit(blank) !== 0x20) return
  const end = withoutHost(view, blank)
  let start = end
  while (start > end - 40 && isNameUnit(view.unit(start - 1))) start--
  const written = view.text.slice(start, end)
  // `CORP\\jdoe logged on`
  const isInDomain = view.unit(start - 1) === 0x5c && /^[a-z][\w.-]{2,31}$/.test(written)
  const isSigned = isCoded(written) || isInitialled(written)
  // `* trollmor82 has joined #support`, `-!- kurt [kurt@host] has quit`
  const isEvent = /(?:^|\n)(?:[[(]?\d\d?:\d\d(?::\d\d)?[\])]? )?(?:\*{1,3}|-!-|-->|<--|→|←) $/.test(
    view.text.slice(Math.max(0, start - 16), start),
  )
  if (isEvent && isName(view, written, end) && /^[\w[\]\\`^{}|.-]{3,31}$/.test(written) && !isPlainEvent(view, value)) {
    findings.add(start, end, 'USERNAME', TYPICAL)
    return
  }
  const isFrom =
    /^[a-z][a-z\d_-]{3,30}$/.test(written) && fromAddress.test(view.text.slice(value.labelEnd, value.labelEnd + 24))
  if (isFrom && isName(view, written, end)) {
    findings.add(start, end, 'USERNAME', TYPICAL)
    return
  }
  if (isInDomain || (isSigned && written.length >= 4)) findings.add(start, end, 'USERNAME', TYPICAL)
}

/** "cbeaumanoir connecté depuis 176.158.20.91" */
const fromAddress =
  /^ (?:from|depuis|von|vanaf|desde|da|od|z|fra|fr\u00e5n|osoitteesta|din|de|no|\u043e\u0442|\u03b1\u03c0\u03cc) (?:IP )?\[?\d{1,3}\.\d/iu

/** `kurt [~kurt@host] has quit`: before what stands in brackets. */
function withoutHost(view: View, end: number): number {
  const close = view.unit(end - 1)
  if (close !== 0x29 && close !== 0x5d) return end
  const opening = close === 0x29 ? 0x28 : 0x5b
  for (let at = end; at > end - longestHost && at >= 0; at--)
    if (view.unit(at) === 0x20 && view.unit(at + 1) === opening) return at
  return end
}

const longestHost = 90

/** "* item has quit working" is a point of a list. */
function isPlainEvent(view: View, { labelEnd }: LabelledValue): boolean {
  return !/^(?: [#(+-]| (?:the )?(?:channel|chat|room|server)|\s*\n|$)/.test(view.text.slice(labelEnd, labelEnd + 20))
}

const commands =
  /(?:^|[\s"'`$>])(?:ssh|scp|sftp|rsync|ssh-copy-id|mosh)(?: -[A-Za-z0-9]{1,6}(?: \S{1,40})?| \S{1,60}){0,3} $/

/** `ssh jo@host`: an address whose host has no dot is no e-mail address. */
export function findLogin(view: View, at: number, findings: Findings): void {
  if (!isWord(view.unit(at + 1))) return
  let start = at
  while (start > at - 40 && isNameUnit(view.unit(start - 1))) start--
  if (view.unit(start - 1) !== 0x20) return
  const written = view.text.slice(start, at)
  if (common.has(written.toLowerCase())) return
  const before = view.text.slice(Math.max(0, start - 80), start)
  if (commands.test(before) && isName(view, written, at)) findings.add(start, at, 'USERNAME', TYPICAL)
}
