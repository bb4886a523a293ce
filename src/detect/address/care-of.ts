/** "c/o Familie Reents, Moorstr. 4": who takes the post in is part of the address. */
import type { View } from '../view.ts'

const longest = 52
const careOf = /(?:^|[^\p{L}\d])((?:c\/o|C\/O|\u2105) ?[^,\n:;@]{2,40}(?:,|,? ?\n) ?)$/u

/** Start of "c/o" and a name that end at `start`; `start` where none do. */
export function careOfStart(view: View, start: number): number {
  const before = view.unit(start - 1)
  if (before !== 0x20 && before !== 0x0a && before !== 0x2c) return start
  const text = view.text.slice(Math.max(0, start - longest), start)
  if (!text.includes('/') && !text.includes('\u2105')) return start
  const found = careOf.exec(text)
  return found === null ? start : start - found[1]!.length
}
