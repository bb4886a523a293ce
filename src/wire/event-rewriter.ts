/**
 * Restores a streamed answer event by event: nothing added, removed or put in another order. Texts that grow go through
 * their channels, everything else in an event is complete. Framing is not known here (sse.ts, ndjson.ts).
 */
import type { TextRestorer } from '../types.ts'
import type { SignedListener } from './answer-text.ts'
import { Channels } from './channels.ts'
import { FormedEvent } from './event-form.ts'
import { EventForms, FormNote } from './event-forms.ts'
import { EventQueue, type Frame, QueuedEvent } from './event-queue.ts'
import { EventVisitor, type StreamTools } from './event-visitor.ts'
import type { WireFormat, WireLimits } from './format.ts'
import { GrownTexts } from './grown-texts.ts'
import { JsonDocument } from './json-document.ts'
import { objectKind } from './json-tape.ts'
import type { PositionMover } from './position-mover.ts'
import { Runs } from './runs.ts'
import type { SentTexts } from './sent-texts.ts'
import { SignedGroups } from './signed-groups.ts'
import { TextChannel } from './text-channel.ts'
import { walk } from './walk.ts'

export class EventRewriter {
  readonly #format: WireFormat
  readonly #limits: WireLimits
  readonly #tools: StreamTools
  readonly #queue = new EventQueue()
  readonly #forms = new EventForms()
  /** Events with positions in texts that are not known to their end. */
  #unsettled: { readonly event: QueuedEvent; readonly mover: PositionMover }[] = []

  constructor(
    format: WireFormat,
    restorer: TextRestorer,
    limits: WireLimits,
    onSigned: SignedListener,
    sent: SentTexts,
  ) {
    this.#format = format
    this.#limits = limits
    const channels = new Channels()
    const { positions, channelIds = [] } = format
    const grown = new GrownTexts(name => channels.isHolding(name))
    this.#tools = {
      restorer,
      channels,
      signed: new SignedGroups(onSigned, limits.bodyBytes),
      onSigned,
      runs: new Runs(),
      channelIds,
      positions: positions === undefined ? null : { positions, restorer, sent, grown },
    }
  }

  /** Takes the next event; gives the text of all events that may leave now. */
  take(frame: Frame): string {
    this.#queue.add(this.#rewrite(frame))
    this.#settle(null)
    let text = this.#queue.release()
    while (this.#queue.isFull(this.#tools.channels.size) && this.#queue.oldest !== undefined) {
      this.#tools.channels.flush(this.#queue.oldest)
      this.#settle(this.#queue.oldest)
      text += this.#queue.release()
    }
    return text
  }

  /** Nothing follows: gives what is left. */
  end(): string {
    this.#tools.channels.endAll()
    this.#tools.signed.endBelow('')
    this.#settle(null)
    return this.#queue.release()
  }

  /** Moves positions whose texts are known by now; those of one event in any case. */
  #settle(urgent: QueuedEvent | null): void {
    if (this.#unsettled.length === 0) return
    this.#unsettled = this.#unsettled.filter(({ event, mover }) => {
      const settled = mover.settle(event === urgent)
      if (settled) event.waitingFor--
      return !settled
    })
  }

  #rewrite(frame: Frame): QueuedEvent {
    const { data } = frame
    if (data === null || isBlank.test(data)) return new QueuedEvent(frame, null)
    const known = this.#goOn(frame, data)
    if (known !== null) return known
    if (endMark.test(data)) {
      this.#tools.channels.endAll()
      return new QueuedEvent(frame, null)
    }
    const mayParse = mayBeJson.test(data) && this.#format.textEvents?.includes(frame.name) !== true
    const document = mayParse ? JsonDocument.tryParse(data, this.#limits) : null
    return document === null ? this.#rewriteText(frame, data) : this.#rewriteJson(frame, document)
  }

  /** An event that only lets texts grow as one before it did; `null` for any other. */
  #goOn(frame: Frame, data: string): QueuedEvent | null {
    const { channels, positions } = this.#tools
    const known = this.#forms.match(frame.name, data)
    if (known === null || !known.places.every(({ name }) => channels.has(name))) return null
    const { form, places } = known
    const formed = new FormedEvent(data, places)
    const event = new QueuedEvent(frame, formed)
    for (const [index, { name, piece }] of places.entries()) {
      channels.grow({ name, markers: form.markers }, unopened, event, piece, text => formed.put(index, text))
      positions?.grown.count(piece.length)
    }
    return event
  }

  #rewriteJson(frame: Frame, document: JsonDocument): QueuedEvent {
    const event = new QueuedEvent(frame, document)
    const type = typeOf(document) ?? frame.name
    const visitor = new EventVisitor(event, document, type, this.#tools)
    const { isLearning } = this.#forms
    const note = isLearning ? new FormNote(visitor, document, type, this.#tools.channelIds) : null
    walk(document.tape, this.#format.events, note ?? visitor)
    // After the texts of the event itself: a last piece may come with the news that it is the last.
    for (const path of visitor.ended) {
      this.#tools.channels.endBelow(path)
      this.#tools.signed.endBelow(path)
    }
    if (this.#endsByType(type)) {
      const { markers } = visitor.places
      this.#tools.channels.endMarked(markers)
      this.#tools.signed.endMarked(markers)
    }
    const form = this.#endsByType(type) ? null : (note?.formOf(frame.name) ?? null)
    if (form !== null) this.#forms.learn(form)
    if (visitor.mover?.settle(false) === false) {
      event.waitingFor++
      this.#unsettled.push({ event, mover: visitor.mover })
    }
    return event
  }

  /** Data that is no JSON: raw text in pieces, or JSON that broke off. */
  #rewriteText(frame: Frame, data: string): QueuedEvent {
    const event = new QueuedEvent(frame, null)
    const place = { name: `#${frame.name}`, markers: [] }
    this.#tools.channels.grow(
      place,
      () => new TextChannel(this.#tools.restorer),
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

/** For channels that are there. */
function unopened(): never {
  throw new TypeError('the channel of a known form has ended')
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
