/**
 * Positions in texts, as data: citations and annotations say by numbers which part of a text they belong to. Restoring
 * changes lengths, so the numbers are moved with the text. The rules call the numbers START, END (and SENT_START, SENT_END
 * where they count in a document of the request); what they count, and which text they point into, stands here.
 */
import type { Unit } from './extent.ts'
import type { JsonDocument } from './json-document.ts'

export interface Positions {
  /** What is counted. Where a provider repeats the words between two positions, the unit that gives those words wins. */
  readonly unit: Unit
  /**
   * The text that positions point into: the way to it from the nearest object above them that has it, `content.parts[partIndex].text`.
   * In brackets the field beside the positions that numbers an element; without the field it is the first.
   */
  readonly texts: readonly string[]
  /** In streams: events whose positions point into what other events grow, by the type of the event. */
  readonly streamed?: Readonly<Record<string, readonly StreamedText[]>>
  /** Documents of a request by the numbers under which answers cite them; `null`: it cannot be read here. */
  readonly documents?: (request: JsonDocument) => Documents
  /** The fields that say which document, from the outer list to the inner; `a|b` where one has two names. */
  readonly documentIndex?: readonly string[]
  /**
   * What becomes of a position into a text that cannot be known: the field goes, or, where clients take no answer without
   * it, both are 0, which marks nothing.
   */
  readonly unknown: 'remove' | 'zero'
}

/** A list of texts, or of lists of them. */
export type Documents = readonly (string | null | Documents)[]

/** Texts that grew in events of one type, at the same index fields. */
export interface StreamedText {
  readonly type: string
  /** Index fields of the text, by the fields beside the positions that name them. Default: those of the event itself. */
  readonly indices?: Readonly<Record<string, string>>
}

/** The targets of rules that are positions. */
export const positionTargets: ReadonlySet<string> = new Set(['END', 'SENT_END', 'SENT_START', 'START'])
