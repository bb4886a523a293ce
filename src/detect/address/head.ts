/** What stands before a street or a postal code and belongs to the address, part by part. */
import type { View } from '../view.ts'
import { careOfStart } from './care-of.ts'
import { type Evidence, evidenceOf, hasDigit } from './evidence.ts'
import { leadingCodeEnd } from './postcode.ts'
import { type Segment, segmentBefore } from './segments.ts'
import { ENGLISH, WEAK } from './street-words.ts'
import { isCapital, wordBefore } from './words.ts'

const mostSegments = 6

/** "Station Road" without a number: the name of the house stands before it. */
function isEnglishStreet(view: View, { start, end }: Segment): boolean {
  const last = wordBefore(view, end)
  if (last === null || last.start <= start || hasDigit(view, start, end)) return false
  const kind = last.facts
  return (kind & ENGLISH) !== 0 && (kind & WEAK) === 0 && isCapital(view, last.start)
}

interface Part {
  readonly place: number
  readonly segment: Segment | null
  readonly found: Evidence
}

/** A prime: rows of addresses of one length do not meet in one slot. */
const mostKept = 31
/** The last parts that were read, by where they end: addresses stand close together, and each reads those before it. No text. */
const kept: (Part | undefined)[] = new Array<Part | undefined>(mostKept).fill(undefined)
let keptView = 0

function partBefore(view: View, place: number): Part {
  if (keptView !== view.id) {
    keptView = view.id
    kept.fill(undefined)
  }
  const slot = place % mostKept
  const known = kept[slot]
  if (known?.place === place) return known
  const segment = segmentBefore(view, place)
  const part = { place, segment, found: segment === null ? ('none' as const) : evidenceOf(view, segment) }
  kept[slot] = part
  return part
}

/** Start of the address whose last part starts at `from`: the leftmost part that speaks for it, and all between. */
export function headFrom(view: View, from: number): { start: number; evidence: Evidence } {
  let start = from
  let best: Evidence = 'none'
  let needsHouse = false
  let wasPlain = false
  let at = from
  for (let count = 0; count < mostSegments; count++) {
    const { segment, found } = partBefore(view, at)
    if (segment === null) break
    // The end of another address further up: its code and town, with a name between.
    if (wasPlain && leadingCodeEnd(view, segment.start) >= 0) break
    const evidence = found === 'none' && needsHouse && isCapital(view, segment.start) ? 'some' : found
    needsHouse = found !== 'none' && isEnglishStreet(view, segment)
    wasPlain = evidence === 'none'
    if (evidence !== 'none') {
      start = segment.start
      if (best !== 'sure') best = evidence
    }
    if (segment.isLast) break
    at = segment.start
  }
  return { start: careOfStart(view, start), evidence: best }
}
