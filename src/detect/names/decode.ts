/** From label probabilities to findings: runs of tokens above their threshold, trimmed and split where a name ends. */
import type { Finding } from '../../types.ts'
import * as shapes from './shapes.ts'
import { BREAK_BEFORE, SPACE_BEFORE, type Tokens } from './tokens.ts'

export function isWord(shape: number): boolean {
  return shape <= shapes.WORD_LIMIT
}

/** Symbols that may stand inside a name when nothing blank is beside them. */
export function joinsNames(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]!
  if (shape === shapes.DOT || shape === shapes.COMMA) return true
  return shape === shapes.HYPHEN || shape === shapes.APOSTROPHE
}

/**
 * Turns marked tokens (`marks[at]` is a label, 0 for none) into findings. A run ends at a line break; symbols at its edges are
 * left out, except the dot of an initial.
 */
export function collect(
  tokens: Tokens,
  marks: Uint8Array,
  label: number,
  type: string,
  scoreOf: (from: number, to: number) => number,
  findings: Finding[],
): void {
  let at = 0
  while (at < tokens.count) {
    if (marks[at] !== label || !isWord(tokens.shape[at]!)) {
      at++
      continue
    }
    let last = at
    for (let next = at + 1; next < tokens.count && marks[next] === label; next++) {
      if ((tokens.spacing[next]! & BREAK_BEFORE) !== 0) break
      if (isWord(tokens.shape[next]!)) last = next
    }
    const end = endOf(tokens, last)
    findings.push({ start: tokens.start[at]!, end, type, score: scoreOf(at, last), recognizer: 'names' })
    at = last + 1
  }
}

/** The dot after a final initial belongs to the name: `Anna K.` */
function endOf(tokens: Tokens, last: number): number {
  const next = last + 1
  const isInitial = tokens.shape[last] === shapes.INITIAL
  if (!isInitial || next >= tokens.count || tokens.shape[next] !== shapes.DOT) return tokens.end[last]!
  return (tokens.spacing[next]! & (SPACE_BEFORE | BREAK_BEFORE)) === 0 ? tokens.end[next]! : tokens.end[last]!
}
