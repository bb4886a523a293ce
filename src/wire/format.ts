/**
 * What a wire format is: which strings of a message are human text, which are not, and how its streams grow.
 * The facts stand as data in `providers/`; this file only names the parts.
 */
import type { FieldHint, TextCut } from '../types.ts'
import type { JsonDocument } from './json-document.ts'
import type { Positions } from './positions.ts'
import type { Rules } from './rules.ts'

/**
 * What a leaf is to the pipeline.
 * TEXT: written by or about people, scrubbed. NAME: the same, in a field with a restricted alphabet (file and speaker
 * names). TITLE: the same, where brackets and hyphens are allowed and underscores are not. URL: may carry personal data in path and query. IDENT: names the end user or the client; removed or replaced
 * by a pseudonym. MEDIA: image, audio or file content nobody can read here. ID: names the protocol matches on.
 * TOKEN: the number of a token, where a text could stand. OPAQUE: signed, encrypted or hashed. SECRET: a credential for another system.
 */
export type LeafClass = 'TEXT' | 'IDENT' | 'NAME' | 'TITLE' | 'ID' | 'OPAQUE' | 'MEDIA' | 'TOKEN' | 'URL' | 'SECRET'

/** One place of a body that holds something to look at. Edits take effect in `JsonDocument.toText`. */
export interface Leaf {
  readonly class: LeafClass
  /** The decoded string; of a number its digits as written; of a subtree its JSON text. */
  readonly text: string
  /** Evidence for recognizers. Holds keys of the body as written: not for errors or logs. */
  readonly hint: FieldHint
  /** `messages[2].content`: field names the format knows and positions; any other key prints as `*`. Safe to show. */
  readonly place: string
  /** `key`: the text is an object key. `subtree`: one leaf for everything under a field. */
  readonly kind: 'string' | 'number' | 'key' | 'subtree'
  /**
   * The provider's signature over this text, which must then go back byte for byte as the provider wrote it; `null` where
   * there is none.
   */
  readonly signed: string | null
  /** Puts a JSON string in place of the leaf (also of a number or a subtree). */
  replace(text: string): void
  /** Puts texts in place of parts of a string; the rest of it stays as it is written. */
  replaceParts(cuts: readonly TextCut[]): void
  /** The text as it is now. */
  readonly current: string
  /** Lets go of what was read; it is read again when it is asked for. */
  forget(): void
  /** Takes the field or array element out. A key cannot be removed. */
  remove(): void
}

export interface WireFormat {
  /** As it appears in summaries: `openai-chat`, `anthropic-messages`, `generic`. */
  readonly name: string
  /** Bodies on the way out. */
  readonly request: Rules
  /** Top-level fields of a request in the order in which the model reads them; any other field comes after them. */
  readonly promptOrder: readonly string[]
  /** Complete bodies on the way back, errors included. */
  readonly answer: Rules
  /** Events of a streamed answer. */
  readonly events: Rules
  /**
   * Types of events that end what grows under the same index fields (`*` stands for anything in front). An event without
   * index fields ends everything, as do the end of the stream and `[DONE]`.
   */
  readonly endTypes: readonly string[]
  /** An answer that is a JSON array is a stream, each element an event. */
  readonly streamsArrays?: true
  /** Names of events whose data is text, also where it looks like JSON. */
  readonly textEvents?: readonly string[]
  /** String fields at the top of an event that tell texts apart, where a stream has no index fields. */
  readonly channelIds?: readonly string[]
  /** What the positions that the rules name count, and which texts they point into. */
  readonly positions?: Positions
  /** The model as the request names it. */
  readModel(document: JsonDocument): string | null
  /** Tells the model something beside the conversation; does nothing where the format has no place for it. */
  addNote(document: JsonDocument, note: string): void
}

/** Bounds for reading one body. */
export interface WireLimits {
  readonly bodyBytes: number
  readonly depth: number
}
