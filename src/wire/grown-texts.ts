/** What the growing texts of one stream were, for positions that point into them. They outlive their channels. */
import { ShownText } from './shown-text.ts'

/** A text as far as it has come. */
export interface GrownText {
  readonly shown: ShownText
  /** Its restorer holds an end of it back, so that its length is not known yet. */
  readonly holding: () => boolean
}

interface Grown extends GrownText {
  readonly name: string
  readonly markers: readonly string[]
  readonly type: string
}

/** Longer than any answer. Beyond either bound the texts are forgotten, and positions into them are not known. */
const mostUnits = 2_097_152
const mostTexts = 1_024

export class GrownTexts {
  readonly #texts = new Map<string, Grown>()
  readonly #isHolding: (name: string) => boolean
  #units = 0

  constructor(isHolding: (name: string) => boolean) {
    this.#isHolding = isHolding
  }

  /** The text of a channel; one that ended and goes on is the same text. */
  open(name: string, markers: readonly string[], type: string): ShownText | undefined {
    if (this.#isFull) return undefined
    const known = this.#texts.get(name)
    if (known !== undefined) return known.shown
    const shown = new ShownText()
    this.#texts.set(name, { name, markers, type, shown, holding: () => this.#isHolding(name) })
    return shown
  }

  /** Counts what a channel takes in. */
  count(units: number): void {
    this.#units += units
    if (this.#isFull) this.#texts.clear()
  }

  named(name: string): GrownText | undefined {
    return this.#texts.get(name)
  }

  /** Those under a list of increments, where elements have no numbers. */
  between(before: string, after: string): GrownText[] {
    const found = [...this.#texts.values()].filter(({ name }) => name.startsWith(before) && name.endsWith(after))
    return found.filter(({ name }) => /^<\d+>$/.test(name.slice(before.length, name.length - after.length)))
  }

  /** Those that grow in events of a type, under no other index fields than these. */
  ofType(type: string, markers: readonly string[]): GrownText[] {
    const all = [...this.#texts.values()]
    return all.filter(text => text.type === type && text.markers.every(marker => markers.includes(marker)))
  }

  get #isFull(): boolean {
    return this.#units > mostUnits || this.#texts.size >= mostTexts
  }
}
