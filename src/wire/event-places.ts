/**
 * Where things stand in one event, in words that mean the same in every event of the stream: index fields in place of
 * positions, never ids, since some gateways send another id with every event of one item.
 */
import { type JsonTape, numberKind, objectKind } from './json-tape.ts'
import type { Step } from './walk.ts'

export class EventPlaces {
  readonly #tape: JsonTape
  readonly #channelIds: readonly string[]
  /** By tape index, so that many texts in one object cost one look at its fields. Most events hold one text only. */
  #paths: Map<number, string> | null = null
  #asked = 0
  #markers: readonly string[] | undefined
  /** What elements of lists are called in place of their position, by tape index. */
  #labels: Map<number, string> | null = null

  constructor(tape: JsonTape, channelIds: readonly string[] = []) {
    this.#tape = tape
    this.#channelIds = channelIds
  }

  /** Index fields at the top of the event: `output_index=0`. */
  get markers(): readonly string[] {
    this.#markers ??= this.#marksOf(0)
    return this.#markers
  }

  /** Gives an element of a list another name than its position. */
  label(element: number, label: string): void {
    this.#labels ??= new Map()
    this.#labels.set(element, label)
  }

  /** The way from the root to a value; below an object it begins with the object's own. */
  pathOf(step: Step | null): string {
    if (this.#asked++ > 0) this.#paths ??= new Map()
    const missing: Step[] = []
    let above = step
    while (above !== null && this.#paths?.has(above.at) !== true) {
      missing.push(above)
      above = above.parent
    }
    let path = above === null ? '' : (this.#paths?.get(above.at) ?? '')
    for (const below of missing.reverse()) {
      path += this.#part(below)
      if (this.#tape.isContainer(below.at)) this.#paths?.set(below.at, path)
    }
    return path
  }

  /** Index fields of an object; at the top also the ids that the format names. */
  #marksOf(at: number): string[] {
    if (this.#tape.kind(at) !== objectKind) return []
    const marks = indexFields(this.#tape, at)
    if (at > 0) return marks
    for (const name of this.#channelIds) {
      const id = this.#tape.member(0, name)
      if (id !== null && this.#tape.isString(id)) marks.push(`${name}=${this.#tape.raw(id)}`)
    }
    return marks
  }

  #part({ key, at }: Step): string {
    const label = this.#labels?.get(at)
    if (label !== undefined) return label
    const marks = at === 0 ? this.markers : this.#marksOf(at)
    const mark = marks.length === 0 ? '' : `{${marks.join()}}`
    if (typeof key === 'string') return `.${key}${mark}`
    return mark === '' ? `[${key}]` : mark
  }
}

/**
 * Number fields called `index`, `…_index` or `…Index`, and the JSONPath by which Gemini says which argument a piece belongs
 * to; sorted: senders do not agree on the order.
 */
function indexFields(tape: JsonTape, object: number): string[] {
  const fields: string[] = []
  if (tape.kind(object) !== objectKind) return fields
  const end = tape.next(object)
  for (let entry = tape.firstChild(object); entry < end; entry = tape.next(entry + 2)) {
    if (isIndexField(tape, entry)) fields.push(`${tape.string(entry)}=${tape.raw(entry + 2)}`)
  }
  return fields.length > 1 ? fields.sort() : fields
}

/** The end of the name tells most fields apart without a copy of it. */
export function isIndexField(tape: JsonTape, entry: number): boolean {
  if (tape.kind(entry + 2) === numberKind) {
    return tape.text.startsWith('ndex"', tape.end(entry) - 5) && indexName.test(tape.string(entry))
  }
  return tape.text.startsWith('ath"', tape.end(entry) - 4) && pathName.test(tape.string(entry))
}

const pathName = /^json(?:P|_p)ath$/
const indexName = /(?:^i|_i|I)ndex$/
