/** Finds the texts that positions point into, and how they were restored: in the document of the positions, or in its stream. */
import type { TextRestorer } from '../types.ts'
import type { GrownText } from './grown-texts.ts'
import type { JsonDocument } from './json-document.ts'
import { arrayKind, numberKind, objectKind } from './json-tape.ts'
import type { Positions } from './positions.ts'
import type { SentTexts } from './sent-texts.ts'
import { ShownText } from './shown-text.ts'
import { TextChannel } from './text-channel.ts'
import type { Step } from './walk.ts'
import { type Way, type WayPart, wayOf } from './way.ts'

export interface PositionTools {
  readonly positions: Positions
  readonly restorer: TextRestorer
  readonly sent: SentTexts
  /** The positions are those of a request: they count in the texts that the client sees, and stand beside those that leave. */
  readonly outbound?: true
}

/** What an event knows beyond itself: the texts that grew before it. */
export interface StreamedTexts {
  /** Where the format says by the type of the event which texts are meant; `null` where it does not. */
  byType(fieldOf: (name: string) => string | null): readonly GrownText[] | null
  /** At a way from an object of the event. */
  at(object: Step, way: Way): readonly GrownText[]
  /** Is the string at a place of the event only a piece of a text? */
  isPiece(at: number): boolean
}

export class PositionTexts {
  readonly #document: JsonDocument
  readonly #tools: PositionTools
  readonly #streamed: StreamedTexts | null
  readonly #ways: readonly Way[]
  /** By tape index; `null` for a text that tells nothing. */
  readonly #texts = new Map<number, GrownText | null>()
  /** Members of objects that were looked for, so that many positions below one cost one look. */
  readonly #members = new Map<string, number | null>()
  /** Elements of lists, by tape index of the list. */
  readonly #elements = new Map<number, readonly number[]>()

  constructor(document: JsonDocument, tools: PositionTools, streamed: StreamedTexts | null) {
    this.#document = document
    this.#tools = tools
    this.#streamed = streamed
    this.#ways = tools.positions.texts.map(wayOf)
  }

  /** The texts at the ways from the nearest object that has any, above the list that the positions stand in. */
  nearest(holder: Step): readonly GrownText[] {
    const { tape } = this.#document
    let above: Step | null = holder
    while (above !== null && tape.kind(above.at) !== arrayKind) above = above.parent
    for (; above !== null; above = above.parent) {
      if (tape.kind(above.at) !== objectKind) continue
      const object = above
      const found = this.#ways.map(way => this.#textsAt(object, way, holder.at)).filter(texts => texts !== null)
      if (found.length > 0) return found.flat()
    }
    return []
  }

  /** The digits of a number field; `null` where there is none. */
  numberIn(object: number, name: string): string | null {
    const { tape } = this.#document
    const at = tape.member(object, name)
    return at !== null && tape.kind(at) === numberKind ? tape.raw(at) : null
  }

  /** `null`: nothing stands there. An empty list: something that tells nothing. */
  #textsAt(object: Step, way: Way, holder: number): readonly GrownText[] | null {
    const grown = this.#streamed?.at(object, way) ?? []
    if (grown.length > 0) return grown
    const at = this.#follow(object.at, way, holder)
    if (at === null) return null
    const text = this.#streamed?.isPiece(at) === true ? null : this.#trace(at)
    return text === null ? [] : [text]
  }

  /** The string at the end of a way, or null. */
  #follow(object: number, way: Way, holder: number): number | null {
    let at: number | null = object
    for (const part of way) {
      if (at === null || this.#document.tape.kind(at) !== objectKind) return null
      const value = this.#member(at, part.key)
      at = part.numberedBy === null || value === null ? value : this.#element(value, part.numberedBy, holder)
    }
    return at !== null && this.#document.tape.isString(at) ? at : null
  }

  #element(list: number, numberedBy: NonNullable<WayPart['numberedBy']>, holder: number): number | null {
    const { tape } = this.#document
    if (tape.kind(list) !== arrayKind) return null
    const elements = this.#elements.get(list) ?? tape.entries(list)
    this.#elements.set(list, elements)
    const number = numberedBy.map(name => this.numberIn(holder, name)).find(field => field !== null)
    return elements[Number(number ?? 0)] ?? null
  }

  #member(object: number, key: string): number | null {
    const name = `${object} ${key}`
    const known = this.#members.get(name)
    if (known !== undefined) return known
    const found = this.#document.tape.member(object, key)
    this.#members.set(name, found)
    return found
  }

  #trace(at: number): GrownText | null {
    const known = this.#texts.get(at)
    if (known !== undefined) return known
    const text = this.#document.tape.string(at)
    const shown = this.#tools.outbound === true ? this.#traceSent(text) : this.#traceShown(text)
    const traced = shown === null ? null : { shown, holding: () => false }
    this.#texts.set(at, traced)
    return traced
  }

  #traceShown(text: string): ShownText {
    const shown = new ShownText()
    const channel = new TextChannel(this.#tools.restorer.uncounted(), shown)
    channel.write(text)
    channel.end()
    return shown
  }

  /** What is scrubbed is scrubbed as it stands, whatever is in it. Nothing tells how long a value was that went for good. */
  #traceSent(text: string): ShownText | null {
    if (this.#tools.restorer.holdsRedacted(text)) return null
    const shown = new ShownText()
    const channel = this.#tools.restorer.exact().channel(0, shown)
    channel.write(text)
    channel.end()
    return shown
  }
}
