/** Picks how an answer is read: by its content type, and by how it begins where types are wrong or missing. */
import { isAscii } from 'node:buffer'
import { GuardError } from '../errors.ts'
import type { BodyRestorer, TextRestorer } from '../types.ts'
import { AnswerVisitor, type SignedListener } from './answer-text.ts'
import { AwsEventStreamRewriter, awsEventStream } from './aws-event-stream.ts'
import { EventRewriter } from './event-rewriter.ts'
import type { WireFormat, WireLimits } from './format.ts'
import { JsonArrayRewriter } from './json-array.ts'
import { JsonDocument, sealNames } from './json-document.ts'
import { NdjsonRewriter } from './ndjson.ts'
import { PositionMover } from './position-mover.ts'
import { SentTexts } from './sent-texts.ts'
import { SseRewriter } from './sse.ts'
import { TextChannel } from './text-channel.ts'
import type { TextRewriter } from './text-rewriter.ts'
import { UnknownBytesRewriter } from './unknown-bytes.ts'
import { walk } from './walk.ts'
import { restoreText } from './whole-text.ts'

/**
 * Restores one answer of a provider. `contentType` is the type alone, in lower case (`''` where there is none).
 * Holds at most `limits.bodyBytes` of an answer in JSON, or of one event; more throws ERR_GDPR_BODY_TOO_LARGE.
 * `sent` gives the request as it left, for citations that count in its documents. Text is UTF-8; other bytes become U+FFFD, as every client reads them.
 */
export function createAnswerRewriter(
  format: WireFormat,
  contentType: string,
  restorer: TextRestorer,
  limits: WireLimits,
  onSigned: SignedListener = () => {},
  sent: () => Uint8Array | null = () => null,
): BodyRestorer {
  const sentTexts = new SentTexts(sent, restorer, limits)
  const events = () => new EventRewriter(format, restorer, limits, onSigned, sentTexts)
  if (contentType === awsEventStream) return new AwsEventStreamRewriter(events(), restorer, limits)
  const rewriters: Rewriters = {
    sse: () => new SseRewriter(events(), limits),
    ndjson: () => new NdjsonRewriter(events(), limits),
    array: () => new JsonArrayRewriter(events(), limits),
    json: () =>
      new JsonRewriter(format, restorer, limits, onSigned, sentTexts, () => new NdjsonRewriter(events(), limits)),
    text: () => textRewriter(restorer),
  }
  const text = () => new BytesRewriter(new SniffingRewriter(format, contentType, rewriters))
  return contentType === 'application/octet-stream' ? new UnknownBytesRewriter(text) : text()
}

const byteOrderMark = '\uFEFF'

type Framing = 'array' | 'sse' | 'ndjson' | 'json' | 'text'
type Rewriters = Readonly<Record<Framing, () => TextRewriter>>

class BytesRewriter implements BodyRestorer {
  readonly #rewriter: TextRewriter
  #decoder: InstanceType<typeof TextDecoder> | null = null
  /** The last chunk may have ended within a character. */
  #isCut = false

  constructor(rewriter: TextRewriter) {
    this.#rewriter = rewriter
  }

  write(chunk: Uint8Array): Uint8Array {
    return Buffer.from(this.#rewriter.write(this.#decode(chunk)), 'utf8')
  }

  /** ASCII needs no decoder, which takes longer for a small chunk than all the rest of it. */
  #decode(chunk: Uint8Array): string {
    if (!this.#isCut && isAscii(chunk)) {
      return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    }
    this.#isCut = (chunk.at(-1) ?? 0x80) >= 0x80
    this.#decoder ??= new TextDecoder('utf-8', { ignoreBOM: true })
    return this.#decoder.decode(chunk, { stream: true })
  }

  end(): Uint8Array {
    const last = this.#decoder?.decode() ?? ''
    const shown = last === '' ? '' : this.#rewriter.write(last)
    return Buffer.from(shown + this.#rewriter.end(), 'utf8')
  }
}

/** Waits for the first unit that is no blank, then chooses. */
class SniffingRewriter implements TextRewriter {
  readonly #format: WireFormat
  readonly #contentType: string
  readonly #rewriters: Rewriters
  #chosen: TextRewriter | null = null
  #blanks = ''

  constructor(format: WireFormat, contentType: string, rewriters: Rewriters) {
    this.#format = format
    this.#contentType = contentType
    this.#rewriters = rewriters
  }

  write(piece: string): string {
    if (this.#chosen !== null) return this.#chosen.write(piece)
    const text = this.#blanks + piece
    // \s holds U+FEFF too, the byte order mark.
    const first = /\S/.exec(text)
    if (first === null) {
      this.#blanks = text
      return ''
    }
    this.#blanks = ''
    const framing = framingOf(this.#contentType, first[0])
    const isArray = framing === 'json' && first[0] === '[' && this.#format.streamsArrays === true
    this.#chosen = this.#rewriters[isArray ? 'array' : framing]()
    return text.startsWith(byteOrderMark) ? byteOrderMark + this.#chosen.write(text.slice(1)) : this.#chosen.write(text)
  }

  end(): string {
    return this.#chosen === null ? this.#blanks : this.#chosen.end()
  }
}

function framingOf(contentType: string, first: string): Framing {
  const opensJson = first === '{' || first === '['
  switch (contentType) {
    case 'text/event-stream':
      // No field of an event begins like that; an error in JSON does, under the type of the stream it replaces.
      return first === '{' ? 'json' : 'sse'
    case 'application/x-ndjson':
    case 'application/ndjson':
    case 'application/jsonl':
    case 'application/x-jsonlines':
    case 'application/stream+json':
      return 'ndjson'
    case 'text/plain':
    case 'text/html':
      return first === '{' ? 'json' : 'text'
  }
  if (opensJson || first === '"') return 'json'
  return first === ':' || first === 'd' || first === 'e' ? 'sse' : 'text'
}

/** A complete JSON answer, errors included. */
class JsonRewriter implements TextRewriter {
  readonly #format: WireFormat
  readonly #restorer: TextRestorer
  readonly #limits: WireLimits
  readonly #onSigned: SignedListener
  readonly #sent: SentTexts
  readonly #lines: () => TextRewriter
  readonly #pieces: string[] = []
  #units = 0

  constructor(
    format: WireFormat,
    restorer: TextRestorer,
    limits: WireLimits,
    onSigned: SignedListener,
    sent: SentTexts,
    lines: () => TextRewriter,
  ) {
    this.#format = format
    this.#restorer = restorer
    this.#limits = limits
    this.#onSigned = onSigned
    this.#sent = sent
    this.#lines = lines
  }

  write(piece: string): string {
    this.#units += piece.length
    if (this.#units > this.#limits.bodyBytes) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
    this.#pieces.push(piece)
    return ''
  }

  end(): string {
    const text = this.#pieces.join('')
    if (!this.#mayChange(text)) return text
    const document = JsonDocument.tryParse(text, this.#limits)
    if (document !== null) return this.#restore(document)
    // Some servers call JSON lines by the type of JSON; what is neither is text.
    if (!/^\s*\{.*\}\s*\n\s*\{/.test(text)) return restoreText(this.#restorer, text)
    const lines = this.#lines()
    return lines.write(text) + lines.end()
  }

  /** Most answers hold no placeholder, nothing that was signed and no position in the request: they need not be parsed. */
  #mayChange(text: string): boolean {
    const { answer, positions } = this.#format
    if (answer.holdRuns || positions?.documents !== undefined) return true
    return sealNames.some(name => text.includes(name)) || this.#restorer.mayChange(text)
  }

  #restore(document: JsonDocument): string {
    const { answer, positions } = this.#format
    const tools = { restorer: this.#restorer, sent: this.#sent }
    const mover = positions === undefined ? null : new PositionMover(document, { ...tools, positions })
    walk(document.tape, answer, new AnswerVisitor(document, this.#restorer, this.#onSigned, mover))
    mover?.settle(true)
    return document.toText()
  }
}

function textRewriter(restorer: TextRestorer): TextRewriter {
  const channel = new TextChannel(restorer)
  return { write: piece => channel.write(piece), end: () => channel.end() }
}
