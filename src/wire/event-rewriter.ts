/**
 * Restores a streamed answer event by event: nothing added, removed or put in another order. Texts that grow go through
 * their channels, everything else in an event is complete. Framing is not known here (sse.ts, ndjson.ts).
 */
import type { TextRestorer } from '../types.ts'
import type { SignedListener } from './answer-text.ts'
import { Channels } from './channels.ts'
import { EventQueue, type Frame, QueuedEvent } from './event-queue.ts'
import { EventVisitor } from './event-visitor.ts'
import type { WireFormat, WireLimits } from './format.ts'
import { JsonDocument } from './json-document.ts'
import { objectKind } from './json-tape.ts'
import { Runs } from './runs.ts'
import { SignedGroups } from './signed-groups.ts'
import { TextChannel } from './text-channel.ts'
import { walk } from './walk.ts'

export class EventRewriter {
  readonly #format: WireFormat
  readonly #restorer: TextRestorer
  readonly #limits: WireLimits
  readonly #onSigned: SignedListener
  readonly #channels = new Channels()
  readonly #queue = new EventQueue()
  readonly #runs = new Runs()
  readonly #signed: SignedGroups

  constructor(format: WireFormat, restorer: TextRestorer, limits: WireLimits, onSigned: SignedListener) {
    this.#format = format
    this.#restorer = restorer
    this.#limits = limits
    this.#onSigned = onSigned
    this.#signed = new SignedGroups(onSigned, limits.bodyBytes)
  }

  /** Takes the next event; gives the text of all events that may leave now. */
  take(frame: Frame): string {
    this.#queue.add(this.#rewrite(frame))
    let text = this.#queue.release()
    while (this.#queue.isFull(this.#channels.size) && this.#queue.oldest !== undefined) {
      this.#channels.flush(this.#queue.oldest)
      text += this.#queue.release()
    }
    return text
  }

  /** Nothing follows: gives what is left. */
  end(): string {
    this.#channels.endAll()
    this.#signed.endBelow('')
    return this.#queue.release()
  }

  #rewrite(frame: Frame): QueuedEvent {
    const { data } = frame
    if (data === null || isBlank.test(data)) return new QueuedEvent(frame, null)
    if (endMark.test(data)) {
      this.#channels.endAll()
      return new QueuedEvent(frame, null)
    }
    const mayParse = mayBeJson.test(data) && this.#format.textEvents?.includes(frame.name) !== true
    const document = mayParse ? JsonDocument.tryParse(data, this.#limits) : null
    return document === null ? this.#rewriteText(frame, data) : this.#rewriteJson(frame, document)
  }

  #rewriteJson(frame: Frame, document: JsonDocument): QueuedEvent {
    const event = new QueuedEvent(frame, document)
    const type = typeOf(document) ?? frame.name
    const visitor = new EventVisitor(
      event,
      document,
      type,
      this.#restorer,
      this.#channels,
      this.#signed,
      this.#onSigned,
      this.#runs,
      this.#format.channelIds,
    )
    walk(document.tape, this.#format.events, visitor)
    // After the texts of the event itself: a last piece may come with the news that it is the last.
    for (const path of visitor.ended) {
      this.#channels.endBelow(path)
      this.#signed.endBelow(path)
    }
    if (this.#endsByType(type)) {
      const { markers } = visitor.places
      this.#channels.endMarked(markers)
      this.#signed.endMarked(markers)
    }
    return event
  }

  /** Data that is no JSON: raw text in pieces, or JSON that broke off. */
  #rewriteText(frame: Frame, data: string): QueuedEvent {
    const event = new QueuedEvent(frame, null)
    const place = { name: `#${frame.name}`, markers: [] }
    this.#channels.grow(
      place,
      () => new TextChannel(this.#restorer),
      event,
      data,
      text => {
        event.text = text
      },
    )
    return event
  }

  #endsByType(type: string): boolean {
    return this.#format.endTypes.some(end => (end.startsWith('*') ? type.endsWith(end.slice(1)) : type === end))
  }
}

const isBlank = /^\s*$/
/** What closes a stream instead of an event. */
const endMark = /^\s*\[DONE\]\s*$/
const mayBeJson = /^\s*[{["]/

function typeOf({ tape }: JsonDocument): string | null {
  if (tape.kind(0) !== objectKind) return null
  const at = tape.member(0, 'type') ?? tape.member(0, 'event_type')
  return at !== null && tape.isString(at) ? tape.string(at) : null
}
