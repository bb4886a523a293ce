/**
 * The text as its reader would see it, where it holds characters in a written-out form: `Ren\u00e9e` in JSON, `Ren&eacute;e`
 * in HTML, `Ren%C3%A9e` in a URL, `Ren=C3=A9e` in mail, colours of a terminal. People paste logs, mails and records as they
 * are. Everything is looked for in the decoded text; findings are mapped back and take whole escapes.
 */
import { escapeForms, type ReadEscape } from './escape-forms.ts'
import type { NormalText } from './normalize.ts'

/** `null`: nothing is written out. */
export function decodeEscapes(text: string): NormalText | null {
  const leads = leadsOf(text)
  if (leads.length === 0) return null
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
  return escapeForms.flatMap(({ lead, reader }) => {
    const at = text.indexOf(lead)
    return at < 0 ? [] : [{ lead, read: reader(), at }]
  })
}

/** Leads looked at between two pauses: about a millisecond. */
const slice = 8_192

/** A form's lead, its reader, and the next place where the lead stands; behind all others where there is none. */
interface Lead {
  readonly lead: string
  readonly read: ReadEscape
  at: number
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
  for (let lead = firstOf(leads); lead.at < text.length; lead = firstOf(leads)) {
    if (++count % slice === 0) yield
    const written = lead.read(text, lead.at)
    lead.at = nextOf(text, lead, written === null ? lead.at + 1 : written.end)
    // Inside of an escape with another lead.
    if (written === null || written.start < from) continue
    const { start, end, shown } = written
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

function nextOf(text: string, { lead }: Lead, from: number): number {
  if (text[from] === lead) return from
  const at = text.indexOf(lead, from)
  return at < 0 ? text.length : at
}

function firstOf(leads: readonly Lead[]): Lead {
  let first = leads[0]!
  for (let index = 1; index < leads.length; index++) if (leads[index]!.at < first.at) first = leads[index]!
  return first
}
