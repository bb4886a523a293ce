/** What one event of a stream knows of the texts that positions in it may point into. */
import type { EventPlaces } from './event-places.ts'
import type { GrownText, GrownTexts } from './grown-texts.ts'
import type { StreamedTexts } from './position-texts.ts'
import type { Positions } from './positions.ts'
import type { ShownText } from './shown-text.ts'
import type { Step } from './walk.ts'
import type { Way } from './way.ts'

export class EventTexts implements StreamedTexts {
  readonly #type: string
  readonly #places: EventPlaces
  readonly #positions: Positions
  readonly #grown: GrownTexts
  #pieces: Set<number> | null = null

  constructor(
    type: string,
    places: EventPlaces,
    { positions, grown }: { readonly positions: Positions; readonly grown: GrownTexts },
  ) {
    this.#type = type
    this.#places = places
    this.#positions = positions
    this.#grown = grown
  }

  /** The record of a text that begins, or goes on, in a channel of this event. */
  open(name: string): ShownText | undefined {
    return this.#grown.open(name, this.#places.markers, this.#type)
  }

  /** A string of this event was a piece of a text. */
  grew(at: number, units: number): void {
    this.#pieces ??= new Set()
    this.#pieces.add(at)
    this.#grown.count(units)
  }

  isPiece(at: number): boolean {
    return this.#pieces?.has(at) === true
  }

  byType(fieldOf: (name: string) => string | null): readonly GrownText[] | null {
    const streamed = this.#positions.streamed?.[this.#type]
    if (streamed === undefined) return null
    return streamed.flatMap(({ type, indices }) => {
      const named = Object.entries(indices ?? {}).map(([index, field]) => `${index}=${fieldOf(field) ?? '0'}`)
      return this.#grown.ofType(type, indices === undefined ? this.#places.markers : named)
    })
  }

  at(object: Step, way: Way): readonly GrownText[] {
    let before = this.#places.pathOf(object)
    for (const [index, { key, numberedBy }] of way.entries()) {
      before += `.${key}`
      if (numberedBy === null) continue
      const after = way.slice(index + 1).map(part => `.${part.key}`)
      return this.#grown.between(before, `${after.join('')}#${this.#type}`)
    }
    const grown = this.#grown.named(`${before}#${this.#type}`)
    return grown === undefined ? [] : [grown]
  }
}
