/** Collects streamed texts that the provider signs, until the signature is complete. */
import type { SignedListener } from './answer-text.ts'
import { indexFields, pathOf } from './channels.ts'
import type { JsonTape } from './json-tape.ts'
import type { Step } from './walk.ts'

interface Group {
  readonly markers: readonly string[]
  text: string
  seal: string
}

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

  add(tape: JsonTape, step: Step, text: string): void {
    this.#units += text.length
    // Beyond the bound nothing is reported: the text is scrubbed anew when it comes back.
    if (this.#units <= this.#mostUnits) this.#group(tape, step).text += text
    else this.#groups.clear()
  }

  seal(tape: JsonTape, step: Step, seal: string): void {
    if (seal !== '' && this.#units <= this.#mostUnits) this.#group(tape, step).seal += seal
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

  #group(tape: JsonTape, step: Step): Group {
    const name = pathOf(tape, step.parent)
    const group = this.#groups.get(name) ?? { markers: indexFields(tape, 0), text: '', seal: '' }
    this.#groups.set(name, group)
    return group
  }

  #report(name: string, { text, seal }: Group): void {
    this.#groups.delete(name)
    if (seal !== '') this.#onSigned(seal, text)
  }
}
