/**
 * The text as its reader would see it, where it holds characters in a written-out form: `Ren\u00e9e` in JSON, `Ren&eacute;e`
 * in HTML, `Ren%C3%A9e` in a URL, `Ren=C3=A9e` in mail, colours of a terminal. People paste logs, mails and records as they
 * are. Everything is looked for in the decoded text; findings are mapped back and take whole escapes.
 */
import { type Escape, type EscapeReader, escapeReaders } from './escape-forms.ts'
import type { NormalText } from './normalize.ts'

/** `null`: nothing is written out. */
export function decodeEscapes(text: string): NormalText | null {
  const escapes = escapeReaders.flatMap(reader => escapesOf(text, reader))
  if (escapes.length === 0) return null
  escapes.sort((left, right) => left.start - right.start)
  return decoded(text, escapes)
}

function escapesOf(text: string, { lead, read }: EscapeReader): readonly Escape[] {
  const found: Escape[] = []
  let at = text.indexOf(lead)
  while (at >= 0) {
    const written = read(text, at)
    if (written !== null) found.push(written)
    at = text.indexOf(lead, written?.end ?? at + 1)
  }
  return found
}

function decoded(text: string, escapes: readonly Escape[]): NormalText {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const taken: Escape[] = []
  let from = 0
  let length = 0
  for (const written of escapes) {
    if (written.start < from) continue
    pieces.push(text.slice(from, written.start), written.shown)
    length += written.start - from
    starts.push(length)
    length += written.shown.length
    ends.push(length)
    taken.push(written)
    from = written.end
  }
  pieces.push(text.slice(from))

  /** The last escape whose text begins at or before a unit; -1 where there is none. */
  function escapeAt(offset: number): number {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (starts[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  return {
    text: pieces.join(''),
    isOriginal: false,
    originalStart(offset) {
      const index = escapeAt(offset)
      if (index < 0) return offset
      return offset < ends[index]! ? taken[index]!.start : taken[index]!.end + offset - ends[index]!
    },
    originalEnd(offset) {
      const index = escapeAt(offset - 1)
      if (index < 0) return offset
      return offset <= ends[index]! ? taken[index]!.end : taken[index]!.end + offset - ends[index]!
    },
  }
}
