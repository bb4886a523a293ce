/**
 * The form of an event: everything in it but the texts and numbers that change from one event of a stream to the next. Of
 * thousands of events nearly all have the form of one before them. What the rules say of those places holds again where
 * all the rest is the same to the byte, so such an event is neither parsed nor walked.
 */

/** A string or number of an event whose content decides nothing about the rest of it. */
export interface FormPlace {
  /** In the data: of a string what is between the quotes. */
  readonly start: number
  readonly end: number
  /** `grows`: the next piece of a text. `whole`: complete in itself. `free`: left alone whatever it is. */
  readonly kind: 'grows' | 'whole' | 'free' | 'number'
  /** The channel of a text that grows. */
  readonly name: string
}

/** What an event of a known form has at its places. */
export interface MatchedPlace extends FormPlace {
  /** The text of a string that grows, its escapes undone. */
  readonly piece: string
}

export class EventForm {
  /** Of the event by its framing. */
  readonly frameName: string
  readonly markers: readonly string[]
  readonly places: readonly FormPlace[]
  /** What stands before each place that changes, and behind the last. */
  readonly #steady: readonly string[]
  readonly #changing: readonly FormPlace[]
  readonly #data: string

  /** `isSteady`: of places that may change, those that have not changed so far. */
  constructor(
    frameName: string,
    data: string,
    markers: readonly string[],
    places: readonly FormPlace[],
    isSteady: (place: number) => boolean,
  ) {
    this.frameName = frameName
    this.markers = markers
    this.places = places
    this.#data = data
    this.#changing = places.filter(({ kind }, index) => kind === 'grows' || !isSteady(index))
    const starts = [0, ...this.#changing.map(({ end }) => end)]
    this.#steady = starts.map((start, index) => data.slice(start, this.#changing[index]?.start))
  }

  /** The places of an event that has this form; `null` where it has not, or where that is not sure. */
  match(data: string): MatchedPlace[] | null {
    const matched: MatchedPlace[] = []
    let position = 0
    for (const [index, place] of this.#changing.entries()) {
      const steady = this.#steady[index]!
      if (!data.startsWith(steady, position)) return null
      const start = position + steady.length
      const end = place.kind === 'number' ? endOfNumber(data, start) : endOfString(data, start)
      if (end === -1) return null
      const piece = place.kind === 'number' ? '' : textBetween(data, start, end)
      if (piece === null || (place.kind === 'whole' && mayHoldPlaceholder(piece))) return null
      if (place.kind === 'grows') matched.push({ start, end, kind: 'grows', name: place.name, piece })
      position = end
    }
    const last = this.#steady.at(-1)!
    return data.length === position + last.length && data.endsWith(last) ? matched : null
  }

  /** The form of both: what differs between them is what changes. `null` where they are not of one form. */
  merge(other: EventForm): EventForm | null {
    if (other.frameName !== this.frameName || other.places.length !== this.places.length) return null
    if (other.markers.join() !== this.markers.join()) return null
    let mine = 0
    let others = 0
    const changed = new Set<number>(this.#changing.map(place => this.places.indexOf(place)))
    for (const [index, place] of this.places.entries()) {
      const its = other.places[index]!
      if (its.kind !== place.kind || its.name !== place.name) return null
      if (this.#data.slice(mine, place.start) !== other.#data.slice(others, its.start)) return null
      if (this.#data.slice(place.start, place.end) !== other.#data.slice(its.start, its.end)) changed.add(index)
      mine = place.end
      others = its.end
    }
    if (this.#data.slice(mine) !== other.#data.slice(others)) return null
    return new EventForm(other.frameName, other.#data, other.markers, other.places, index => !changed.has(index))
  }
}

/** Whether anything in a complete text is a reason to look closer: a bracket in any form, or the underscore of a number. */
export function mayHoldPlaceholder(text: string): boolean {
  return /[[&%\\\uff3b\u3010]|[A-Z\d_]_\d/.test(text)
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function endOfNumber(data: string, start: number): number {
  number.lastIndex = start
  return number.test(data) ? number.lastIndex : -1
}

/** The closing quote of a string, -1 where there is none. */
function endOfString(data: string, start: number): number {
  let end = data.indexOf('"', start)
  while (end !== -1 && isEscaped(data, start, end)) end = data.indexOf('"', end + 1)
  return end
}

function isEscaped(data: string, start: number, at: number): boolean {
  let before = at
  while (before > start && data.charCodeAt(before - 1) === 0x5c) before--
  return (at - before) % 2 === 1
}

const special = /[\u0000-\u001f\\]/

/** What a string says; `null` where it is no string of JSON. */
function textBetween(data: string, start: number, end: number): string | null {
  const raw = data.slice(start, end)
  if (!special.test(raw)) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return null
  }
}

/** An event of a known form, with the texts that were put in place of its own. */
export class FormedEvent {
  readonly #data: string
  readonly #places: readonly MatchedPlace[]
  readonly #texts: (string | null)[]

  constructor(data: string, places: readonly MatchedPlace[]) {
    this.#data = data
    this.#places = places
    this.#texts = places.map(() => null)
  }

  put(place: number, text: string): void {
    this.#texts[place] = text
  }

  toText(): string {
    let text = ''
    let copied = 0
    for (const [index, { start, end }] of this.#places.entries()) {
      const own = this.#texts[index]
      if (own === null || own === undefined) continue
      text += this.#data.slice(copied, start) + JSON.stringify(own).slice(1, -1)
      copied = end
    }
    return copied === 0 ? this.#data : text + this.#data.slice(copied)
  }
}
