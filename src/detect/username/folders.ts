/** Folders of users: Filesystem Hierarchy Standard, `C:\Users`, `~name`. */
import { isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { CHECKED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { common, pathName, unixName } from './account-names.ts'

/** `~jdoe/public_html` */
export function findTilde(view: View, at: number, start: number, findings: Findings): void {
  const before = view.unit(at - 1)
  // `GET /~jdoe/`
  const isPath = before === 0x2f && (view.unit(at - 2) === 0x20 || view.unit(at - 2) === 0x22)
  if (isWord(before) || (before === 0x2f && !isPath) || before === 0x3d) return
  const end = matchAt(view, /[a-z][a-z0-9._-]{1,31}(?=\/[\w.])|[a-z][a-z0-9._-]{1,31}(?=\/[\s"])/y, start)
  if (end > 0 && !common.has(view.text.slice(start, end))) findings.add(start, end, 'USERNAME', LIKELY)
}

export function findFolder(view: View, at: number, start: number, findings: Findings): void {
  if (
    isWord(view.unit(at - 1)) &&
    /(?:https?:\/\/|www\.)[^\s"'<>]{1,90}$/.test(view.text.slice(Math.max(0, at - 100), at))
  )
    return
  const end = matchAt(view, unixName, start)
  const next = view.unit(end)
  if (end < 0 || isWord(next)) return
  const written = view.text.slice(start, end)
  // A folder of numbers or a file is nobody's.
  if (common.has(written.toLowerCase()) || /^(?:\d{1,9}|linuxbrew|.*\.(?:html?|php|js|aspx?|svg|png))$/.test(written))
    return
  if (
    next === 0x2e ||
    next === 0x2c ||
    next === 0x3a ||
    next === 0x2f ||
    next === 0x22 ||
    next === 0x27 ||
    next === 0x20 ||
    next === 0 ||
    next === 0x0a ||
    next === 0x60 ||
    next === 0x29 ||
    next === 0x3b ||
    next === 0x5c ||
    next === 0x3c ||
    next === 0x2a ||
    next === 0x5f ||
    next === 0x21 ||
    next === 0x3f ||
    next === 0x09
  ) {
    findings.add(start, end, 'USERNAME', CHECKED)
  }
}

/** Folders of users in those for temporary files have the form of a name. */
export function findTemporary(view: View, _at: number, start: number, findings: Findings): void {
  const end = matchAt(view, /\p{Ll}{2,20}\.\p{Ll}{2,24}\//uy, start)
  if (end > 0) findings.add(start, end - 1, 'USERNAME', TYPICAL)
}

export function findWindowsFolder(view: View, _at: number, start: number, findings: Findings): void {
  const end = matchAt(view, pathName, start)
  if (end < 0) return
  const isClosed = view.unit(end) === 0x5c
  const stop = isClosed ? end : matchAt(view, unixName, start)
  const written = view.text.slice(start, stop)
  if (!common.has(written.toLowerCase()) && !/^(?:all users|default user|publ?ic)$/i.test(written)) {
    findings.add(start, stop, 'USERNAME', CHECKED)
  }
}
