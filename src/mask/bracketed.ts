/** Reads placeholders between brackets of any kind. */
import type { EscapeLevel } from '../types.ts'
import { closerAt, openerAt, skipBackslashes, startOfBackslashes } from './brackets.ts'
import { isWordBefore } from './characters.ts'
import { type Core, readCore } from './core.ts'
import type { Reader, Reading, Token } from './token.ts'

/**
 * A token whose opening bracket, escapes aside, stands at `at`. Nothing before `floor` is taken; it is only looked at.
 */
export function readBracketed(text: string, at: number, floor: number, reader: Reader): Reading {
  const first = openerAt(text, at)
  if (first === 0) return null
  const start = startOfBackslashes(text, at, floor)
  if (first < 0) return reader.final ? null : { pendingFrom: start }
  const inside = at + first
  const secondAt = skipBackslashes(text, inside)
  const second = openerAt(text, secondAt)
  if (!reader.final && (second < 0 || secondAt === text.length)) return { pendingFrom: start }
  const core = readCore(text, second > 0 ? secondAt + second : inside, reader)
  if (core === null) return null
  if (core === 'more') return { pendingFrom: start }
  if (core.lower && isIndexBefore(text, start, reader.level)) return null
  const outerStart = escapesBelong(text, start, core, reader.level) ? start : at
  return second > 0 ? withOuter(text, outerStart, secondAt, core, reader) : tokenOf(core, outerStart, core.end, at)
}

/** Two brackets before: are there two after? */
function withOuter(text: string, outerStart: number, innerStart: number, core: Core, { final }: Reader): Reading {
  const outerAt = skipBackslashes(text, core.end)
  const outer = closerAt(text, outerAt)
  const end = outerAt + outer
  if (!final && (outer < 0 || outerAt === text.length || end === text.length)) return { pendingFrom: outerStart }
  const next = text.charAt(end)
  // `[[PERSON_1]](https://…)` is a Markdown link whose text is the placeholder: the outer pair is the link's.
  if (outer <= 0 || next === '(' || next === '[') return tokenOf(core, innerStart, core.end, innerStart)
  return tokenOf(core, outerStart, end, innerStart)
}

function tokenOf(core: Core, start: number, end: number, innerStart: number): Token {
  return { start, end, innerStart, innerEnd: core.end, key: core.key, number: core.number }
}

/** `list[person_1]` is an index expression of a program, not a placeholder in lower case. */
function isIndexBefore(text: string, at: number, level: EscapeLevel): boolean {
  return text.charAt(at - 1) === ')' || isWordBefore(text, at, level)
}

/** Backslashes before the bracket are its escape, unless they look like the end of a path: `C:\Users\[USERNAME_1]`. */
function escapesBelong(text: string, start: number, core: Core, level: EscapeLevel): boolean {
  if (core.escaped || start === 0) return true
  return !isWordBefore(text, start, level) && !':.\\'.includes(text.charAt(start - 1))
}
