/** The second stage: names, found beside what the first stage knows. Long texts go through the tagger piece by piece. */
import type { FieldHint, Finding } from '../types.ts'
import { KnownValues } from './known-values.ts'
import { type NameOptions, tagNames } from './names/index.ts'
import { mergeOverlaps } from './overlaps.ts'

/** Longest piece, in units: some milliseconds of work. */
const longestPiece = 65_536
/** A piece ends at a line break, else at a blank, if one stands in its last units. */
const borderReach = 4_096

export interface NameStageOptions extends Omit<NameOptions, 'findings' | 'hint'> {
  readonly hint: FieldHint | undefined
}

/** Names outside `known`, sorted, without overlaps. Pauses between pieces at each `yield`. */
export function* findNames(
  text: string,
  known: readonly Finding[],
  options: NameStageOptions,
): Generator<void, Finding[]> {
  if (text.length <= longestPiece) return tagPiece(text, known, options)
  const names: Finding[] = []
  let index = 0
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start)
    const from = index
    while (index < known.length && known[index]!.start < end) index++
    for (const name of tagPiece(text.slice(start, end), within(known.slice(from, index), start, end), options)) {
      names.push({ ...name, start: name.start + start, end: name.end + start })
    }
    start = end
    if (start < text.length) yield
  }
  return repeatNames(text, names, known)
}

function tagPiece(text: string, findings: readonly Finding[], options: NameStageOptions): Finding[] {
  const { profile, sensitivity, hint } = options
  return tagNames(
    text,
    hint === undefined ? { profile, sensitivity, findings } : { profile, sensitivity, findings, hint },
  )
}

function pieceEnd(text: string, start: number): number {
  const end = start + longestPiece
  if (end >= text.length) return text.length
  for (const border of ['\n', ' ']) {
    const at = text.lastIndexOf(border, end)
    if (at > end - borderReach) return at + 1
  }
  return end
}

/** Findings as the piece has them; one that crosses its end is cut there. */
function within(findings: readonly Finding[], start: number, end: number): Finding[] {
  return findings.map(({ type, score, recognizer, ...span }) => ({
    start: Math.max(0, span.start - start),
    end: Math.min(end, span.end) - start,
    type,
    score,
    recognizer,
  }))
}

/** The tagger repeats a name inside a piece; a name of one piece is also looked for in the others. */
function repeatNames(text: string, names: readonly Finding[], known: readonly Finding[]): Finding[] {
  const values = new KnownValues()
  for (const { start, end, type, score } of names) values.add(text.slice(start, end), type, score)
  const repeated = values.find(text).map(finding => ({ ...finding, recognizer: 'names' }))
  return outside(mergeOverlaps([...names, ...repeated]), known)
}

/** Those of a sorted list that touch nothing of another sorted list. */
export function outside(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  let index = 0
  return findings.filter(({ start, end }) => {
    while (index < others.length && others[index]!.end <= start) index++
    return index === others.length || others[index]!.start >= end
  })
}
