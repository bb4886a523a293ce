/** Puts values back into the strings of a JSON value that is complete. */
import type { TextRestorer } from '../types.ts'
import type { JsonDocument } from './json-document.ts'
import { leafClass } from './leaf-class.ts'
import type { PositionMover } from './position-mover.ts'
import { positionTargets } from './positions.ts'
import type { RuleClass } from './rules.ts'
import { TextChannel } from './text-channel.ts'
import type { Step, Visitor } from './walk.ts'
import { restoreJsonText, restoreText } from './whole-text.ts'

/**
 * Called with each text a provider signed, as the provider wrote it, and as it is shown; `null` where it came in pieces.
 */
export type SignedListener = (signature: string, text: string, shown: string | null) => void

/** Restores everything that `walk` shows it of `document`. */
export class AnswerVisitor implements Visitor {
  readonly #document: JsonDocument
  readonly #restorer: TextRestorer
  readonly #onSigned: SignedListener
  readonly #mover: PositionMover | null
  /** Strings that were restored together with their neighbours. */
  #joined: Set<number> | null = null

  constructor(
    document: JsonDocument,
    restorer: TextRestorer,
    onSigned: SignedListener,
    mover: PositionMover | null = null,
  ) {
    this.#document = document
    this.#restorer = restorer
    this.#onSigned = onSigned
    this.#mover = mover
  }

  string(at: number, target: RuleClass, step: Step): void {
    if (leftAlone.has(target) || this.#joined?.has(at) === true) return
    const text = this.#document.tape.string(at)
    if (text === '' || (target === 'ID' && leafClass('ID', text) === 'ID')) return
    const restored = jsonTexts.has(target) ? restoreJsonText(this.#restorer, text) : restoreText(this.#restorer, text)
    const seal = this.#document.sealOver(step, target)
    if (seal !== null && seal !== '') this.#onSigned(seal, text, restored)
    if (restored !== text) this.#document.replace(at, restored)
  }

  number(at: number, target: RuleClass, step: Step): void {
    if (positionTargets.has(target)) this.#mover?.add(at, target, step)
  }

  /** A list of pieces of one text: a placeholder may take several elements. */
  run(at: number): void {
    const { tape } = this.#document
    const entries = tape.entries(at)
    if (entries.length === 0 || !entries.every(entry => tape.isString(entry))) return
    const channel = new TextChannel(this.#restorer)
    this.#joined ??= new Set()
    for (const [index, entry] of entries.entries()) {
      const piece = tape.string(entry)
      const text = channel.write(piece) + (index === entries.length - 1 ? channel.end() : '')
      this.#joined.add(entry)
      if (text !== piece) this.#document.replace(entry, text)
    }
  }

  key(step: Step): void {
    const key = String(step.key)
    const restored = this.#restorer.whole(key, 0)
    if (restored !== key) this.#document.replace(step.entry, restored)
  }
}

const leftAlone: ReadonlySet<RuleClass> = new Set(['BASE64', 'FIXED', 'MEDIA', 'OPAQUE', 'SEAL'])
const jsonTexts: ReadonlySet<RuleClass> = new Set(['JSONTEXT', 'JSON_GROWS'])
