/** Collects streamed texts that the provider signs, until the signature is complete. */
import type { RestoreLog } from '../types.ts'
import type { SignedListener } from './answer-text.ts'
import type { ChannelPlace } from './channels.ts'

interface Group {
  readonly markers: readonly string[]
  text: string
  /** What the application is shown; `null` where that is not followed. */
  shown: string | null
  seal: string
}

/** More signed texts than any model writes at once. */
const mostGroups = 1_024

export class SignedGroups {
  readonly #onSigned: SignedListener
  readonly #mostUnits: number
  /** By the place of the object that text and signature share. */
  readonly #groups = new Map<string, Group>()
  #units = 0

  constructor(onSigned: SignedListener, mostUnits: number) {
    this.#onSigned = onSigned
    this.#mostUnits = mostUnits
  }

  add(object: ChannelPlace, text: string): void {
    const group = this.#group(object, text.length)
    if (group !== null) group.text += text
  }

  /** What is told of the restoring of a text whose pieces are added here. */
  follow(object: ChannelPlace): RestoreLog {
    const show = (text: string) => {
      const group = this.#group(object, text.length)
      if (group !== null) group.shown = (group.shown ?? '') + text
    }
    return { kept: show, replaced: (_placeholder, value) => show(value) }
  }

  seal(object: ChannelPlace, seal: string): void {
    const group = this.#group(object, seal.length)
    if (group !== null) group.seal += seal
  }

  endBelow(path: string): void {
    for (const [name, group] of this.#groups) {
      if (name.startsWith(path)) this.#report(name, group)
    }
  }

  endMarked(markers: readonly string[]): void {
    for (const [name, group] of this.#groups) {
      if (markers.every(marker => group.markers.includes(marker))) this.#report(name, group)
    }
  }

  /** `null` beyond the bounds: then nothing is reported, and the text is scrubbed anew when it comes back. */
  #group({ name, markers }: ChannelPlace, units: number): Group | null {
    this.#units += units
    if (this.#units > this.#mostUnits || this.#groups.size > mostGroups) {
      this.#groups.clear()
      return null
    }
    const group = this.#groups.get(name) ?? { markers, text: '', shown: null, seal: '' }
    this.#groups.set(name, group)
    return group
  }

  #report(name: string, { text, shown, seal }: Group): void {
    this.#groups.delete(name)
    if (seal !== '') this.#onSigned(seal, text, shown)
  }
}
