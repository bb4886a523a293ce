/** Hungarian names a number after it: "a HU-2031-0736 számú rendelés", "az 3627/2031. sz. ügy". */

import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import { lazily } from '../patterns.ts'

const numbered = lazily(() => /(?:-\p{L}{1,3})?\.? (?:számú|szamu|számmal|sz\.)[ \n]$/iu)
const longestValue = 40

export function addValuesBefore(
  text: string,
  hits: readonly LabelHit[],
  groups: readonly string[],
  values: LabelledValue[],
): void {
  for (const hit of hits) {
    if (!endsLikeWord(text, hit.start - 2)) continue
    const value = numberBefore(text, hit, groups[hit.group]!)
    if (value !== null) values.push(value)
  }
}

/** The last two letters of the words above, so that nearly all labels are passed with one look. */
function endsLikeWord(text: string, last: number): boolean {
  const before = text.charCodeAt(last - 1) | 0x20
  switch (text.charCodeAt(last)) {
    case 0xfa: // \u00fa
    case 0x75: // u
      return before === 0x6d
    case 0x6c: // l
      return before === 0x61
    case 0x2e: // .
      return before === 0x7a
    default:
      return false
  }
}

function numberBefore(text: string, hit: LabelHit, group: string): LabelledValue | null {
  const from = Math.max(0, hit.start - longestValue - 14)
  const match = numbered().exec(text.slice(from, hit.start))
  if (match === null) return null
  const limit = from + match.index
  let start = limit
  while (start > from && !/\s/.test(text.charAt(start - 1))) start--
  while (start < limit && !isWord(text.charCodeAt(start))) start++
  if (start >= limit) return null
  const frame = { frameStart: start, labelStart: hit.start, labelEnd: hit.end }
  return { group, start, limit, ...frame, link: 'number', quoted: false, numbered: true }
}
