/** Picks how an answer is read: by its content type, and by how it begins where types are wrong or missing. */
import { isAscii } from 'node:buffer'
import { GuardError } from '../errors.ts'
import type { BodyRestorer, TextRestorer } from '../types.ts'
import { AnswerVisitor, type SignedListener } from './answer-text.ts'
import { AwsEventStreamRewriter, awsEventStream } from './aws-event-stream.ts'
import { latin1Of } from './encoding.ts'
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
  const rewriters = new Rewriters(format, restorer, limits, onSigned, new SentTexts(sent, restorer, limits))
  if (contentType === awsEventStream) return new AwsEventStreamRewriter(rewriters.events(), restorer, limits)
  if (contentType !== 'application/octet-stream') return new BytesRewriter(new SniffingRewriter(contentType, rewriters))
  return new UnknownBytesRewriter(() => new BytesRewriter(new SniffingRewriter(contentType, rewriters)))
}

const byteOrderMark = '\uFEFF'

type Framing = 'array' | 'sse' | 'ndjson' | 'json' | 'text'

/** Makes what an answer turns out to need. */
class Rewriters {
  readonly format: WireFormat
  readonly #restorer: TextRestorer
  readonly #limits: WireLimits
  readonly #onSigned: SignedListener
  readonly #sent: SentTexts

  constructor(
    format: WireFormat,
    restorer: TextRestorer,
    limits: WireLimits,
    onSigned: SignedListener,
    sent: SentTexts,
  ) {
    this.format = format
    this.#restorer = restorer
    this.#limits = limits
    this.#onSigned = onSigned
    this.#sent = sent
  }

  events(): EventRewriter {
    return new EventRewriter(this.format, this.#restorer, this.#limits, this.#onSigned, this.#sent)
  }

  open(framing: Framing): TextRewriter {
    switch (framing) {
      case 'sse':
        return new SseRewriter(this.events(), this.#limits)
      case 'ndjson':
        return new NdjsonRewriter(this.events(), this.#limits)
      case 'array':
        return new JsonArrayRewriter(this.events(), this.#limits)
      case 'json':
        return new JsonRewriter(this.format, this.#restorer, this.#limits, this.#onSigned, this.#sent, this)
      case 'text':
        return textRewriter(this.#restorer)
    }
  }
}

const noBytes = new Uint8Array()

class BytesRewriter implements BodyRestorer {
  readonly #rewriter: TextRewriter
  #decoder: InstanceType<typeof TextDecoder> | null = null
  /** The last chunk may have ended within a character. */
  #isCut = false
  /** The first chunk of ASCII, as long as it is the only one: an answer that stays as it is need not be written down again. */
  #only: { readonly text: string; readonly chunk: Uint8Array } | null = null
  #isBegun = false

  constructor(rewriter: TextRewriter) {
    this.#rewriter = rewriter
  }

  write(chunk: Uint8Array): Uint8Array {
    const isPlain = !this.#isCut && isAscii(chunk)
    const text = isPlain ? latin1Of(chunk) : this.#decode(chunk)
    this.#only = isPlain && !this.#isBegun ? { text, chunk } : null
    this.#isBegun = true
    const shown = this.#rewriter.write(text)
    if (shown === '') return noBytes
    this.#only = null
    return Buffer.from(shown, 'utf8')
  }

  /** ASCII needs none of this, which takes longer for a small chunk than all the rest of it. */
  #decode(chunk: Uint8Array): string {
    this.#isCut = (chunk.at(-1) ?? 0x80) >= 0x80
    this.#decoder ??= new TextDecoder('utf-8', { ignoreBOM: true })
    return this.#decoder.decode(chunk, { stream: true })
  }

  end(): Uint8Array {
    const last = this.#decoder?.decode() ?? ''
    const shown = last === '' ? '' : this.#rewriter.write(last)
    const text = shown + this.#rewriter.end()
    if (text === '') return noBytes
    return text === this.#only?.text ? this.#only.chunk : Buffer.from(text, 'utf8')
  }
}

/** Waits for the first unit that is no blank, then chooses. */
class SniffingRewriter implements TextRewriter {
  readonly #contentType: string
  readonly #rewriters: Rewriters
  #chosen: TextRewriter | null = null
  #blanks = ''

  constructor(contentType: string, rewriters: Rewriters) {
    this.#contentType = contentType
    this.#rewriters = rewriters
  }

  write(piece: string): string {
    if (this.#chosen !== null) return this.#chosen.write(piece)
    const text = this.#blanks + piece
    // \s holds U+FEFF too, the byte order mark.
    const first = text.startsWith('{') ? '{' : /\S/.exec(text)?.[0]
    if (first === undefined) {
      this.#blanks = text
      return ''
    }
    this.#blanks = ''
    const framing = framingOf(this.#contentType, first)
    const isArray = framing === 'json' && first === '[' && this.#rewriters.format.streamsArrays === true
    this.#chosen = this.#rewriters.open(isArray ? 'array' : framing)
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
  readonly #rewriters: Rewriters
  readonly #pieces: string[] = []
  #units = 0

  constructor(
    format: WireFormat,
    restorer: TextRestorer,
    limits: WireLimits,
    onSigned: SignedListener,
    sent: SentTexts,
    rewriters: Rewriters,
  ) {
    this.#format = format
    this.#restorer = restorer
    this.#limits = limits
    this.#onSigned = onSigned
    this.#sent = sent
    this.#rewriters = rewriters
  }

  write(piece: string): string {
    this.#units += piece.length
    if (this.#units > this.#limits.bodyBytes) throw new GuardError('ERR_GDPR_BODY_TOO_LARGE')
    this.#pieces.push(piece)
    return ''
  }

  end(): string {
    const text = this.#pieces.length === 1 ? this.#pieces[0]! : this.#pieces.join('')
    if (!this.#mayChange(text)) return text
    const document = JsonDocument.tryParse(text, this.#limits)
    if (document !== null) return this.#restore(document)
    // Some servers call JSON lines by the type of JSON; what is neither is text.
    if (!/^\s*\{.*\}\s*\n\s*\{/.test(text)) return restoreText(this.#restorer, text)
    const lines = this.#rewriters.open('ndjson')
    return lines.write(text) + lines.end()
  }

  /** Most answers hold no placeholder, nothing that was signed and no position in the request: they need not be parsed. */
  #mayChange(text: string): boolean {
    const { answer, positions } = this.#format
    if (answer.holdRuns || positions?.documents !== undefined) return true
    for (const name of sealNames) if (text.includes(name)) return true
    return this.#restorer.mayChange(text)
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
