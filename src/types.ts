/**
 * The nouns every part shares. Types only: this file has no run-time content and knows no other part.
 * Offsets are UTF-16 code units, half open, so that `text.slice(start, end)` is the value.
 */

/** Labels the package knows. Users add their own as plain strings in upper case with underscores. */
export type KnownEntityType =
  | 'ADDRESS'
  | 'AGE'
  | 'BANK_ACCOUNT'
  | 'BIC'
  | 'CARD_CVV'
  | 'CASE_NUMBER'
  | 'CREDIT_CARD'
  | 'CRYPTO_ADDRESS'
  | 'CUSTOMER_ID'
  | 'DATE_OF_BIRTH'
  | 'DEVICE_ID'
  | 'DRIVER_LICENSE'
  | 'EMAIL'
  | 'EMPLOYEE_ID'
  | 'GEO_COORDINATES'
  | 'HEALTH_ID'
  | 'IBAN'
  | 'INVOICE_NUMBER'
  | 'IP_ADDRESS'
  | 'LICENSE_PLATE'
  | 'LOCATION'
  | 'MAC_ADDRESS'
  | 'NATIONAL_ID'
  | 'ORDER_NUMBER'
  | 'ORGANIZATION'
  | 'PASSPORT'
  | 'PERSON'
  | 'PERSONAL_URL'
  | 'PHONE'
  | 'SALARY'
  | 'SECRET'
  | 'SESSION_ID'
  | 'TAX_ID'
  | 'USERNAME'
  | 'VAT_ID'
  | 'VIN'

export type EntityType = KnownEntityType | (string & {})

/** What happens to a finding. `redact` is one-way: the value never comes back. `block` refuses the call. */
export type EntityAction = 'replace' | 'redact' | 'block' | 'allow'

/** balanced: every type that identifies a person by itself; strict: quasi identifiers too; structured: fixed forms only. */
export type Profile = 'balanced' | 'strict' | 'structured'

/**
 * A span of text with an entity type, a score and the recognizer that found it. It holds no value, so it may be kept.
 * `canonicalStart`/`canonicalEnd` mark the part of the span that is the value itself when the span has a frame:
 * `#12345` is replaced whole, its canonical value is `12345`.
 */
export interface Finding {
  readonly start: number
  readonly end: number
  readonly type: EntityType
  /** 0 to 1. */
  readonly score: number
  readonly recognizer: string
  readonly canonicalStart?: number
  readonly canonicalEnd?: number
}

/** Where a text stands in a structured body; evidence for recognizers, never text to redact. */
export interface FieldHint {
  /** The nearest object key above the text, as written: `customer_email`. */
  readonly key?: string
  /** Keys from the root to the text, array positions left out. */
  readonly path?: readonly string[]
  /** What a field beside the text says that this one holds: `Customer number` of `{"name": "Customer number", "value": "88213"}`. */
  readonly label?: string
}

export interface RecognizerContext {
  readonly hint?: FieldHint
}

/**
 * Finds one family of entities. Users' own recognizers have this shape; they may be asynchronous.
 * Offsets out of range, negative or reversed spans are an error (ERR_GDPR_RECOGNIZER_FAILED), not ignored. The text is the one
 * a reader sees: `Ren\u00e9e` of JSON, `&eacute;` of HTML and `%C3%A9` of a URL come as the characters they stand for.
 */
export interface Recognizer {
  readonly name: string
  readonly types: readonly EntityType[]
  recognize(text: string, context: RecognizerContext): readonly Finding[] | Promise<readonly Finding[]>
}

/** Finds what is to be replaced in one text: sorted by start, never overlapping, on code-point borders. */
export interface Detector {
  detect(text: string, hint?: FieldHint): readonly Finding[] | Promise<readonly Finding[]>
}

declare const scrubbed: unique symbol
/** Text in which detected values have been replaced. Only scrubbing makes it; senders take nothing else. */
export type ScrubbedText = string & { readonly [scrubbed]: true }
/** What takes the place of a part of a text. Offsets are UTF-16 code units. */
export interface TextCut {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The bytes of a scrubbed body. */
export type ScrubbedBytes = Uint8Array & { readonly [scrubbed]: true }

/** How many JSON string levels lie between a restored value and the text it is put into. */
export type EscapeLevel = 0 | 1 | 2

/** Puts values back into the texts of one answer. mask/ implements it, wire/ is handed it. */
export interface TextRestorer {
  /** Nothing has been replaced, for good or not, so every text is as it was. */
  readonly idle: boolean
  /** A text that is complete. */
  whole(text: string, level: EscapeLevel): string
  /** Could a string of this JSON text, which is not parsed yet, be changed? It may say yes too often, never no. */
  mayChange(json: string): boolean
  /** A text that grows piece by piece. `log` is told what happens to it. */
  channel(level: EscapeLevel, log?: RestoreLog): ChannelRestorer
  /** The same for texts that were restored before, to learn how: what it does is not counted. */
  uncounted(): TextRestorer
  /** The same for texts of the request: values as it had them, nothing counted. */
  exact(): TextRestorer
  /** Does a text that was sent hold the mark of a value that was replaced for good? Nothing tells how long that was. */
  holdsRedacted(text: string): boolean
}

/** Is told what restoring does to a text, in order and without a gap. */
export interface RestoreLog {
  /** So much stayed as it came. */
  kept(text: string): void
  /** A placeholder gave way to its value, written as the text has it. */
  replaced(placeholder: string, value: string): void
}

/** One growing text. Holds back only a suffix that can still become a placeholder of this scope. */
export interface ChannelRestorer {
  /** Takes the next piece; gives the text that is safe to show now (may be empty). */
  write(piece: string): string
  /** Gives what was held back. The channel may be written again afterwards (a new text begins). */
  end(): string
  /** Gives what was held back although the text goes on: a placeholder cut here is shown bent. */
  flush(): string
  /** True while a suffix is held back. */
  readonly holding: boolean
}

export type HeaderPairs = readonly (readonly [name: string, value: string])[]

/** An outbound request as a client made it. The body is complete; `null` means none. */
export interface RawRequest {
  readonly method: string
  readonly url: URL
  readonly headers: HeaderPairs
  readonly body: Uint8Array | null
}

/** The same request as it may leave the process. Headers carry the right content-length and no transfer-encoding. */
export interface ScrubbedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: HeaderPairs
  readonly body: ScrubbedBytes | null
}

/**
 * Turns answer bytes into restored bytes, in order. Synchronous. May return an empty array. `end` gives what is left;
 * it throws a GuardError where the answer cannot be read.
 */
export interface BodyRestorer {
  write(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
}

export interface AnswerPlan {
  readonly status: number
  /** Headers for the client: content-length and content-encoding are gone where the body changes. */
  readonly headers: HeaderPairs
  /** What the carrier has to undo, in this order, before it feeds `body`: `gzip`, `br`, `deflate`. Usually empty. */
  readonly decode: readonly ContentCoding[]
  /** `null`: the answer has no body, or none that is read (pass the bytes through). */
  readonly body: BodyRestorer | null
}

export type ContentCoding = 'gzip' | 'br' | 'deflate' | 'zstd'

/** One outbound call to a provider and its answer. Whoever opened it calls `close` exactly once. */
export interface Exchange {
  readonly request: ScrubbedRequest
  /**
   * Calls `listener` when the scope ends early (client gone), never at once; the carrier then aborts the upstream call with
   * the reason. Calling the function given back ends that.
   */
  onAbort(listener: (reason: unknown) => void): () => void
  /** Nothing ends the scope early: `onAbort` never tells anything. Default: it may. */
  readonly standsAlone?: boolean
  /** Called once with the status line and headers of the answer. Throws a GuardError where it cannot be given back. */
  answer(status: number, headers: HeaderPairs): AnswerPlan
  /** `done` after the last byte; `aborted` when the client went away; `failed` when upstream broke. */
  close(outcome: 'done' | 'aborted' | 'failed'): void
}

/** What carriers know of the pipeline. */
export interface ExchangeOpener {
  /** Is this call bound for a guarded provider? Cheap and synchronous: asked for every outbound call of the process. */
  guards(url: URL, method: string, headers: () => HeaderPairs): boolean
  /**
   * True only where `guards` would be false for every call to this host (lower case, as a URL has it, without port), whatever its
   * method, port and headers. Costs less than the URL that `guards` is asked with. Missing: nothing is ruled out.
   */
  rulesOut?(host: string, pathname: string): boolean
  /** Scrubs the request. Rejects with a GuardError; then nothing may be sent. */
  open(request: RawRequest): Promise<Exchange>
  /** Are there guarded calls to this host and port? Asked for connections, which have no path yet. Missing: none are known. */
  guardsHost?(host: string, port: number): boolean
  /** Lets WebSockets to guarded hosts pass unread. Default false. */
  readonly allowsWebSockets?: boolean
  /** Largest body a carrier may collect before it must refuse, in bytes. */
  readonly bodyBytes: number
}

/** What one exchange did, without any value. */
export interface ExchangeSummary {
  readonly provider: string
  /** Host of the provider, without port and path. */
  readonly host: string
  readonly format: string
  /** As the request named it; `null` where it names none. Cut to 100 characters, replaced if it holds a detected value. */
  readonly model: string | null
  readonly streamed: boolean
  readonly status: number | null
  readonly outcome: 'done' | 'aborted' | 'failed' | 'refused'
  /** The error code of a refusal. */
  readonly code?: string
  /** Values replaced, per entity type: distinct placeholders in the request. */
  readonly counts: Readonly<Record<string, number>>
  /** Placeholders put back in the answer (occurrences). */
  readonly restored: number
  /** Placeholders of this request that the answer did not use. */
  readonly dropped: number
  /** Placeholder-like words in the answer that this scope never issued. */
  readonly invented: number
  readonly requestBytes: number
  readonly answerBytes: number
  /** Milliseconds the guard itself added before sending. */
  readonly scrubMs: number
  /** Milliseconds the guard itself spent on the answer. */
  readonly restoreMs: number
  /** Milliseconds from the first byte asked to the end of the answer. */
  readonly totalMs: number
}
