/** Names in logs of sign-ins, before a verb for signing in, and on command lines. */
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { CHECKED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common, isCoded, isName, isNameUnit, unixName } from './account-names.ts'

/** "Accepted publickey for jdoe from 10.0.0.1": where from, by whom or the end of the line has to follow. */
export function findInLog(view: View, value: LabelledValue, findings: Findings): void {
  const end = matchAt(view, unixName, value.start)
  if (end < 0 || !/^(?: from \S| by \(| port \d|\(uid|\s{0,2}\n|$)/.test(view.text.slice(end, end + 8))) return
  if (isName(view, view.text.slice(value.start, end), end)) findings.add(value.start, end, 'USERNAME', CHECKED)
}

/** The name before "logged in", with a sign that words do not have. */
export function findBefore(view: View, value: LabelledValue, findings: Findings): void {
  const end = value.labelStart - 1
  if (view.unit(end) !== 0x20) return
  let start = end
  while (start > end - 40 && isNameUnit(view.unit(start - 1))) start--
  const written = view.text.slice(start, end)
  // `CORP\\jdoe logged on`
  const isInDomain = view.unit(start - 1) === 0x5c && /^[a-z][\w.-]{2,31}$/.test(written)
  if (isInDomain || (isCoded(written) && written.length >= 4)) findings.add(start, end, 'USERNAME', TYPICAL)
}

const commands =
  /(?:^|[\s"'`$>])(?:ssh|scp|sftp|rsync|ssh-copy-id|mosh)(?: -[A-Za-z0-9]{1,6}(?: \S{1,40})?| \S{1,60}){0,3} $/

/** `ssh jo@host`: an address whose host has no dot is no e-mail address. */
export function findLogin(view: View, at: number, findings: Findings): void {
  let start = at
  while (start > at - 40 && isNameUnit(view.unit(start - 1))) start--
  if (view.unit(start - 1) !== 0x20 || !isWord(view.unit(at + 1))) return
  const written = view.text.slice(start, at)
  if (common.has(written.toLowerCase())) return
  const before = view.text.slice(Math.max(0, start - 80), start)
  if (commands.test(before) && isName(view, written, at)) findings.add(start, at, 'USERNAME', TYPICAL)
}
