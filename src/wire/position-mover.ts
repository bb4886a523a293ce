/** Moves the positions of one answer, or of one event, to where their words are in the restored texts. */
import type { TextRestorer } from '../types.ts'
import type { Unit } from './extent.ts'
import type { GrownText } from './grown-texts.ts'
import type { JsonDocument } from './json-document.ts'
import { arrayKind, numberKind, objectKind } from './json-tape.ts'
import type { Positions } from './positions.ts'
import type { SentTexts } from './sent-texts.ts'
import { ShownText } from './shown-text.ts'
import { TextChannel } from './text-channel.ts'
import type { Step } from './walk.ts'
import { type Way, wayOf } from './way.ts'

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

/** A pair of positions, or one alone, in the object that holds them. */
interface Span {
  readonly holder: Step
  readonly fromRequest: boolean
  start: number | null
  end: number | null
}

export class PositionMover {
  readonly #document: JsonDocument
  readonly #tools: PositionTools
  readonly #streamed: StreamedTexts | null
  readonly #ways: readonly Way[]
  #spans: Map<number, Span> | null = null
  /** Texts of the document that positions point into, by tape index. */
  readonly #texts = new Map<number, ShownText>()
  /** Members of objects that were looked for, so that many positions below one cost one look. */
  readonly #members = new Map<string, number | null>()
  /** Elements of lists, by tape index of the list. */
  readonly #elements = new Map<number, readonly number[]>()

  constructor(document: JsonDocument, tools: PositionTools, streamed: StreamedTexts | null = null) {
    this.#document = document
    this.#tools = tools
    this.#streamed = streamed
    this.#ways = tools.positions.texts.map(wayOf)
  }

  /** Takes a number that the rules call a position. */
  add(at: number, target: string, { parent }: Step): void {
    if (parent === null) return
    this.#spans ??= new Map()
    const known = this.#spans.get(parent.at)
    const span = known ?? { holder: parent, fromRequest: target.startsWith('SENT'), start: null, end: null }
    if (target.endsWith('START')) span.start = at
    else span.end = at
    this.#spans.set(parent.at, span)
  }

  /**
   * Moves what can be moved; `false` while a text that a position points into is not known to its end. `final`: it will
   * not be known better.
   */
  settle(final: boolean): boolean {
    if (this.#spans === null || this.#tools.restorer.idle) return true
    for (const [at, span] of this.#spans) {
      if (span.fromRequest) this.#moveInRequest(span)
      else if (!this.#moveInAnswer(span, final)) continue
      this.#spans.delete(at)
    }
    return this.#spans.size === 0
  }

  #moveInRequest(span: Span): void {
    const { positions, sent } = this.#tools
    const names = positions.documentIndex ?? [noField]
    const numbers = names.map(alternatives => {
      const fields = alternatives.split('|').map(name => this.#fieldOf(span, name))
      return Number(fields.find(field => field !== null) ?? 0)
    })
    const shown = sent.find(numbers, positions)
    if (shown === null) this.#forget(span)
    else this.#move(span, shown, this.#unitIn(shown, span) ?? positions.unit)
  }

  #moveInAnswer(span: Span, final: boolean): boolean {
    const grown = this.#streamed?.byType(name => this.#fieldOf(span, name)) ?? this.#nearestTexts(span)
    // A complete answer without the text has nothing to point into, so nothing can have moved.
    if (grown.length === 0 && this.#streamed === null) return true
    const { unit } = this.#tools.positions
    const end = Math.max(this.#numberAt(span.start) ?? 0, this.#numberAt(span.end) ?? 0)
    if (!final && grown.some(({ shown, holding }) => holding() && shown.length[unit] < end)) return false
    const [first] = grown
    const found = first === undefined ? null : this.#agreeing(grown, span)
    if (found !== null) this.#move(span, found.shown, found.unit)
    else this.#forget(span)
    return true
  }

  /** The text, and the unit, in which the words between the positions are those that the provider repeats. */
  #agreeing(grown: readonly GrownText[], span: Span): { shown: ShownText; unit: Unit } | null {
    for (const { shown } of grown) {
      const unit = this.#unitIn(shown, span)
      if (unit !== null) return { shown, unit }
    }
    const end = this.#numberAt(span.end) ?? this.#numberAt(span.start) ?? 0
    const { unit } = this.#tools.positions
    const [only, ...others] = grown
    const isSure =
      only !== undefined && others.length === 0 && (this.#streamed === null || end <= only.shown.length[unit])
    return isSure ? { shown: only.shown, unit } : null
  }

  #unitIn(shown: ShownText, span: Span): Unit | null {
    const { tape } = this.#document
    const start = this.#numberAt(span.start) ?? 0
    const end = this.#numberAt(span.end)
    if (end === null) return null
    for (const name of repeating) {
      const at = tape.member(span.holder.at, name)
      if (at === null || !tape.isString(at)) continue
      const words = tape.string(at)
      return this.#units.find(unit => this.#reads(shown, words, start, end, unit)) ?? null
    }
    return null
  }

  #reads(shown: ShownText, words: string, start: number, end: number, unit: Unit): boolean {
    if (this.#tools.outbound === undefined) return shown.reads(words, start, end, unit)
    return shown.reads(words, shown.writtenAt(start, unit, 'start'), shown.writtenAt(end, unit, 'end'), unit)
  }

  get #units(): readonly Unit[] {
    const { unit } = this.#tools.positions
    return [unit, ...allUnits.filter(other => other !== unit)]
  }

  /** The texts at the first of the ways from an object above the list that the positions stand in. */
  #nearestTexts({ holder }: Span): readonly GrownText[] {
    const { tape } = this.#document
    let above: Step | null = holder
    while (above !== null && tape.kind(above.at) !== arrayKind) above = above.parent
    for (; above !== null; above = above.parent) {
      if (tape.kind(above.at) !== objectKind) continue
      for (const way of this.#ways) {
        const grown = this.#streamed?.at(above, way) ?? []
        if (grown.length > 0) return grown
        const at = this.#follow(above.at, way, holder.at)
        if (at === null) continue
        if (this.#tools.outbound === true && this.#isUnclear(at)) return []
        return this.#streamed?.isPiece(at) === true ? [] : [{ shown: this.#trace(at), holding: () => false }]
      }
    }
    return []
  }

  /** The string at the end of a way, or null. */
  #follow(object: number, way: Way, holder: number): number | null {
    const { tape } = this.#document
    let at: number | null = object
    for (const part of way) {
      if (tape.kind(at) !== objectKind) return null
      at = this.#memberOf(at, part.key)
      if (at === null || part.numberedBy === null) {
        if (at === null) return null
        continue
      }
      if (tape.kind(at) !== arrayKind) return null
      const elements: readonly number[] = this.#elements.get(at) ?? tape.entries(at)
      this.#elements.set(at, elements)
      const number = part.numberedBy.map(name => this.#member(holder, name)).find(field => field !== null)
      at = elements[Number(number ?? 0)] ?? null
      if (at === null) return null
    }
    return tape.isString(at) ? at : null
  }

  /** Nothing tells how long a value was that was replaced for good. */
  #isUnclear(at: number): boolean {
    return this.#tools.restorer.holdsRedacted(this.#document.tape.string(at))
  }

  #memberOf(object: number, key: string): number | null {
    const name = `${object} ${key}`
    const known = this.#members.get(name)
    if (known !== undefined) return known
    const found = this.#document.tape.member(object, key)
    this.#members.set(name, found)
    return found
  }

  #trace(at: number): ShownText {
    const known = this.#texts.get(at)
    if (known !== undefined) return known
    const shown = new ShownText()
    const { restorer, outbound } = this.#tools
    // What is scrubbed is scrubbed as it stands, whatever is in it.
    const channel =
      outbound === true ? restorer.exact().channel(0, shown) : new TextChannel(restorer.uncounted(), shown)
    channel.write(this.#document.tape.string(at))
    channel.end()
    this.#texts.set(at, shown)
    return shown
  }

  #move({ start, end }: Span, shown: ShownText, unit: Unit): void {
    for (const [at, edge] of [
      [start, 'start'],
      [end, 'end'],
    ] as const) {
      const position = this.#numberAt(at)
      if (at === null || position === null) continue
      const isOutbound = this.#tools.outbound === true
      const moved = isOutbound ? shown.writtenAt(position, unit, edge) : shown.shownAt(position, unit, edge)
      if (moved !== position) this.#document.replaceNumber(at, moved)
    }
  }

  #forget({ holder, start, end }: Span): void {
    // Nothing can be told of them, and a provider may insist on them.
    if (this.#tools.outbound === true) return
    for (const at of [start, end]) {
      if (at === null) continue
      if (this.#tools.positions.unknown === 'zero') this.#document.replaceNumber(at, 0)
      else this.#document.remove(holder.at, at - 2)
    }
  }

  #fieldOf({ holder }: Span, name: string): string | null {
    return this.#member(holder.at, name)
  }

  #member(object: number, name: string): string | null {
    const { tape } = this.#document
    const at = tape.member(object, name)
    return at !== null && tape.kind(at) === numberKind ? tape.raw(at) : null
  }

  #numberAt(at: number | null): number | null {
    const digits = at === null ? '' : this.#document.tape.raw(at)
    return /^\d{1,15}$/.test(digits) ? Number(digits) : null
  }
}

/** One document, which has no number. */
const noField = ''

const allUnits: readonly Unit[] = ['characters', 'units', 'bytes']

/** Fields beside positions in which providers repeat the words between them. */
const repeating = ['cited_text', 'text', 'word', 'answer']
