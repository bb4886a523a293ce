/** The growing texts of one stream. Each has a restorer of its own: choices, tool calls and blocks come interleaved. */
import type { ChannelRestorer } from '../types.ts'
import type { QueuedEvent } from './event-queue.ts'

interface Channel {
  readonly restorer: ChannelRestorer
  readonly markers: readonly string[]
  /** Where its last piece went. */
  last: Piece | null
}

interface Piece {
  readonly event: QueuedEvent
  readonly put: (text: string) => void
  text: string
}

/** What a channel is known by. */
export interface ChannelPlace {
  readonly name: string
  /** Index fields at the top of its events. */
  readonly markers: readonly string[]
}

/** More texts than any model grows at once. Beyond it all are ended, so that ending some stays cheap. */
const mostChannels = 1_024

export class Channels {
  readonly #channels = new Map<string, Channel>()

  get size(): number {
    return this.#channels.size
  }

  has(name: string): boolean {
    return this.#channels.has(name)
  }

  /** Does the channel hold an end of its text back? */
  isHolding(name: string): boolean {
    return this.#channels.get(name)?.restorer.holding === true
  }

  /**
   * Takes the next piece of a channel and puts what may be shown in its place. What earlier events of the channel held
   * back moves into this one, so they wait no longer.
   */
  grow(place: ChannelPlace, open: () => ChannelRestorer, event: QueuedEvent, piece: string, put: Piece['put']): void {
    const channel = this.#channels.get(place.name) ?? this.#add(place, open())
    if (channel.restorer.holding && channel.last !== null) channel.last.event.waitingFor--
    const text = channel.restorer.write(piece)
    if (channel.restorer.holding) event.waitingFor++
    if (text !== piece) put(text)
    channel.last = { event, put, text }
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

  /** Lets an event wait no longer: texts it waits for go on behind what they held back. */
  flush(event: QueuedEvent): void {
    for (const { last, restorer } of this.#channels.values()) {
      if (last?.event !== event || !restorer.holding) continue
      last.text += restorer.flush()
      last.put(last.text)
      event.waitingFor--
    }
  }

  endAll(): void {
    this.endMarked([])
  }

  #add({ name, markers }: ChannelPlace, restorer: ChannelRestorer): Channel {
    if (this.#channels.size >= mostChannels) this.endAll()
    const channel: Channel = { restorer, markers, last: null }
    this.#channels.set(name, channel)
    return channel
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
