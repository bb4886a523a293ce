/**
 * The growing texts of one stream. Each has a restorer of its own, since choices, tool calls and content blocks come
 * interleaved. A channel is known by its place and the index fields on the way there, never by ids: some gateways send
 * another id with every event of one item.
 */
import type { ChannelRestorer } from '../types.ts'
import type { QueuedEvent } from './event-queue.ts'
import { type JsonTape, numberKind, objectKind } from './json-tape.ts'
import type { Step } from './walk.ts'

interface Channel {
  readonly restorer: ChannelRestorer
  readonly markers: readonly string[]
  /** Where its last piece went. */
  last: Piece | null
}

interface Piece {
  readonly event: QueuedEvent
  readonly put: (text: string) => void
  readonly text: string
}

/** Where a text stands in its event. */
export interface ChannelPlace {
  /** The way to the text with index fields in place of positions, and the type of the event. */
  readonly name: string
  /** Index fields at the top of the event: `output_index=0`. */
  readonly markers: readonly string[]
}

export class Channels {
  readonly #channels = new Map<string, Channel>()

  /**
   * Takes the next piece of a channel and puts what may be shown in its place. What earlier events of the channel held
   * back moves into this one, so they wait no longer.
   */
  grow(
    place: ChannelPlace,
    open: () => ChannelRestorer,
    event: QueuedEvent,
    piece: string,
    put: (text: string) => void,
  ): void {
    const channel = this.#channels.get(place.name) ?? { restorer: open(), markers: place.markers, last: null }
    this.#channels.set(place.name, channel)
    const waiting = channel.restorer.holding
    const text = channel.restorer.write(piece)
    if (waiting && channel.last !== null) channel.last.event.waitingFor--
    if (channel.restorer.holding) event.waitingFor++
    if (text !== piece) put(text)
    channel.last = { event, put, text }
  }

  get size(): number {
    return this.#channels.size
  }

  /** Ends the channels below a place. */
  endBelow(name: string): void {
    for (const [channelName, channel] of this.#channels) {
      if (channelName.startsWith(name)) this.#end(channelName, channel)
    }
  }

  /** Ends the channels under the same index fields; all where there are none. */
  endMarked(markers: readonly string[]): void {
    for (const [name, channel] of this.#channels) {
      if (markers.every(marker => channel.markers.includes(marker))) this.#end(name, channel)
    }
  }

  endAll(): void {
    this.endMarked([])
  }

  /** The rest of a text goes where its last piece went: that event is still here, it waited for this. */
  #end(name: string, channel: Channel): void {
    this.#channels.delete(name)
    if (!channel.restorer.holding || channel.last === null) return
    const { event, put, text } = channel.last
    put(text + channel.restorer.end())
    event.waitingFor--
  }
}

export function placeOf(tape: JsonTape, step: Step, eventType: string): ChannelPlace {
  return { name: `${pathOf(tape, step)}#${eventType}`, markers: indexFields(tape, 0) }
}

/** The way from the root to a value, with index fields of the objects on it. */
export function pathOf(tape: JsonTape, step: Step | null): string {
  const parts: string[] = []
  for (; step !== null; step = step.parent) {
    const marks = tape.kind(step.at) === objectKind ? indexFields(tape, step.at) : []
    if (marks.length > 0) parts.push(`{${marks.join()}}`)
    if (typeof step.key === 'string') parts.push(`.${step.key}`)
    else if (marks.length === 0) parts.push(`[${step.key}]`)
  }
  return parts.reverse().join('')
}

/** Number fields called `index`, `…_index` or `…Index`, sorted: senders do not agree on the order. */
export function indexFields(tape: JsonTape, object: number): string[] {
  const fields: string[] = []
  if (tape.kind(object) !== objectKind) return fields
  const end = tape.next(object)
  for (let entry = tape.firstChild(object); entry < end; entry = tape.next(entry + 2)) {
    if (tape.kind(entry + 2) !== numberKind || !tape.text.startsWith('ndex"', tape.end(entry) - 5)) continue
    if (indexName.test(tape.string(entry))) fields.push(`${tape.string(entry)}=${tape.raw(entry + 2)}`)
  }
  return fields.length > 1 ? fields.sort() : fields
}

const indexName = /(?:^i|_i|I)ndex$/
