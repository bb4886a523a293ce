/**
 * Events on their way to the client, in order. An event waits only while a text in it may still get a last piece, that is
 * while one of its channels holds back the beginning of a placeholder; what comes behind it waits with it.
 */

/** One event of a stream. `write` gives its bytes' text, with other data where the data has changed. */
export interface Frame {
  /** Name of the event by its framing (`event:`), `''` where it has none. */
  readonly name: string
  /** `null` for a comment or a lone blank line. */
  readonly data: string | null
  write(data: string | null): string
}

/** The data of an event with what was put into it. */
export interface EventData {
  toText(): string
}

export class QueuedEvent {
  readonly frame: Frame
  readonly document: EventData | null
  /** New data of an event that is no JSON. */
  text: string | null = null
  /** Channels whose held back suffix belongs here if nothing follows. */
  waitingFor = 0

  constructor(frame: Frame, document: EventData | null) {
    this.frame = frame
    this.document = document
  }

  toText(): string {
    const { data } = this.frame
    const changed = this.document?.toText() ?? this.text
    return this.frame.write(changed === data ? null : changed)
  }
}

/**
 * Beyond either bound the stream goes on without waiting: a client that gets nothing is worse than a bent placeholder.
 * Texts may come in turns, one character an event; each of them then needs as many events as a placeholder is long.
 */
const eventsPerChannel = 40
const mostUnits = 1_048_576

export class EventQueue {
  readonly #events: QueuedEvent[] = []
  #units = 0

  add(event: QueuedEvent): void {
    this.#events.push(event)
    this.#units += event.frame.data?.length ?? 0
  }

  isFull(channels: number): boolean {
    return this.#events.length > Math.max(1, channels) * eventsPerChannel || this.#units > mostUnits
  }

  /** What everything behind it waits with. */
  get oldest(): QueuedEvent | undefined {
    return this.#events[0]
  }

  /** The text of all events in front that wait for nothing. */
  release(): string {
    let count = 0
    let text = ''
    for (const event of this.#events) {
      if (event.waitingFor > 0) break
      count++
      text += event.toText()
      this.#units -= event.frame.data?.length ?? 0
    }
    if (count > 0) this.#events.splice(0, count)
    return text
  }
}
