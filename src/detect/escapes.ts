/**
 * The text as its reader would see it, where it holds characters in a written-out form: `Ren\u00e9e` in JSON, `Ren&eacute;e`
 * in HTML, `Ren%C3%A9e` in a URL, `Ren=C3=A9e` in mail, colours of a terminal. People paste logs, mails and records as they
 * are. Everything is looked for in the decoded text; findings are mapped back and take whole escapes.
 */
import { type Escape, escapeForms, type ReadEscape } from './escape-forms.ts'
import type { NormalText } from './normalize.ts'

/** `null`: nothing is written out. */
export function decodeEscapes(text: string): NormalText | null {
  const leads = leadsOf(text)
  let isPlain = true
  for (const lead of leads) {
    settle(text, lead, text.length)
    isPlain &&= lead.found === null
  }
  if (isPlain) return null
  const steps = decodeFrom(text, leads)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same with pauses, for long texts. */
export function* decodeInSteps(text: string): Generator<void, NormalText | null> {
  const leads = leadsOf(text)
  return leads.length === 0 ? null : yield* decodeFrom(text, leads)
}

function leadsOf(text: string): readonly Lead[] {
  const leads: Lead[] = []
  for (const { lead, reader } of escapeForms) {
    const at = text.indexOf(lead)
    if (at >= 0) leads.push({ lead, unit: lead.charCodeAt(0), read: reader(), at, found: null })
  }
  return leads
}

/** Leads looked at between two pauses: about a millisecond. */
const slice = 8_192

/** A form's lead, its reader, and its next escape: behind all others where there is none. */
interface Lead {
  readonly lead: string
  readonly unit: number
  readonly read: ReadEscape
  at: number
  found: Escape | null
}

/** Goes on to the next escape of a form, past so many leads at most; is it there, or the end of the text? */
function settle(text: string, lead: Lead, most: number): boolean {
  if (lead.found !== null) return true
  const { unit, read } = lead
  let { at } = lead
  let isSettled = false
  for (let count = 0; count < most; count++) {
    if (at >= text.length) {
      isSettled = true
      break
    }
    lead.found = read(text, at)
    if (lead.found !== null) {
      isSettled = true
      break
    }
    at = nextOf(text, lead.lead, unit, at + 1)
  }
  lead.at = at
  return isSettled
}

/** All leads in one pass, in the order of the text. */
function* decodeFrom(text: string, leads: readonly Lead[]): Generator<void, NormalText | null> {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const originalStarts: number[] = []
  const originalEnds: number[] = []
  let from = 0
  let length = 0
  let count = 0
  for (const lead of leads) while (!settle(text, lead, slice)) yield
  for (let lead = firstOf(leads); lead.found !== null; lead = firstOf(leads)) {
    if (++count % slice === 0) yield
    const { start, end, shown } = lead.found
    lead.found = null
    lead.at = nextOf(text, lead.lead, lead.unit, end)
    while (!settle(text, lead, slice)) yield
    // Inside of an escape with another lead.
    if (start < from) continue
    pieces.push(text.slice(from, start), shown)
    length += start - from
    starts.push(length)
    length += shown.length
    ends.push(length)
    originalStarts.push(start)
    originalEnds.push(end)
    from = end
  }
  if (starts.length === 0) return null
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
      return offset < ends[index]! ? originalStarts[index]! : originalEnds[index]! + offset - ends[index]!
    },
    originalEnd(offset) {
      const index = escapeAt(offset - 1)
      if (index < 0) return offset
      return offset <= ends[index]! ? originalEnds[index]! : originalEnds[index]! + offset - ends[index]!
    },
  }
}

function nextOf(text: string, lead: string, unit: number, from: number): number {
  if (text.charCodeAt(from) === unit) return from
  const at = text.indexOf(lead, from)
  return at < 0 ? text.length : at
}

function firstOf(leads: readonly Lead[]): Lead {
  let first = leads[0]!
  for (let index = 1; index < leads.length; index++) if (leads[index]!.at < first.at) first = leads[index]!
  return first
}
