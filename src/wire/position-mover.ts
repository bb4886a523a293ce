/** Moves the positions of one answer, or of one event, to where their words are in the restored texts. */
import type { Unit } from './extent.ts'
import type { GrownText } from './grown-texts.ts'
import type { JsonDocument } from './json-document.ts'
import { PositionTexts, type PositionTools, type StreamedTexts } from './position-texts.ts'
import type { ShownText } from './shown-text.ts'
import type { Step } from './walk.ts'

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
  #texts: PositionTexts | null = null
  #spans: Map<number, Span> | null = null

  constructor(document: JsonDocument, tools: PositionTools, streamed: StreamedTexts | null = null) {
    this.#document = document
    this.#tools = tools
    this.#streamed = streamed
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

  /** Most answers point into nothing: texts are looked up when the first position is moved. */
  get #positionTexts(): PositionTexts {
    this.#texts ??= new PositionTexts(this.#document, this.#tools, this.#streamed)
    return this.#texts
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
    const grown = this.#streamed?.byType(name => this.#fieldOf(span, name)) ?? this.#positionTexts.nearest(span.holder)
    // A complete answer without the text has nothing to point into, so nothing can have moved.
    if (grown.length === 0 && this.#streamed === null) return true
    const { unit } = this.#tools.positions
    const end = Math.max(this.#numberAt(span.start) ?? 0, this.#numberAt(span.end) ?? 0)
    if (!final && grown.some(({ shown, holding }) => holding() && shown.length[unit] < end)) return false
    const found = this.#agreeing(grown, span)
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
    const [first, ...others] = grown
    if (first === undefined) return null
    const isSure = this.#streamed === null || (others.length === 0 && end <= first.shown.length[unit])
    return isSure ? { shown: first.shown, unit } : null
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
    return this.#positionTexts.numberIn(holder.at, name)
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
