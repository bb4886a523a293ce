/**
 * Events that wrap a model's own event: `{"bytes":"<base64>","p":"…"}`, as InvokeModelWithResponseStream and agents send
 * them. What is inside is the data; what stands beside it (padding, and citations of agents) is complete.
 */
import type { TextRestorer } from '../types.ts'
import { AnswerVisitor } from './answer-text.ts'
import { readBase64Text } from './base64-text.ts'
import type { Frame } from './event-queue.ts'
import { JsonDocument } from './json-document.ts'
import { compileRules } from './rules.ts'
import { walk } from './walk.ts'

/** `p` pads the event, so that its length does not tell the length of a token. */
const besideRules = compileRules({ root: { bytes: 'FIXED', p: 'FIXED' } })

export function isBytesEvent({ name, data }: Frame): boolean {
  return name === 'chunk' && data !== null
}

export class BytesEvent implements Frame {
  /** The events inside have names of their own. */
  readonly name = ''
  readonly data: string
  readonly #outer: Frame
  readonly #document: JsonDocument
  readonly #at: number

  private constructor(outer: Frame, document: JsonDocument, at: number, data: string) {
    this.data = data
    this.#outer = outer
    this.#document = document
    this.#at = at
  }

  /** The event inside, or the frame as it is where it holds no bytes that are text. */
  static open(outer: Frame, restorer: TextRestorer, limits: { readonly depth: number }): Frame {
    const document = JsonDocument.tryParse(outer.data ?? '', limits)
    const at = document?.field('bytes') ?? null
    if (document === null || at === null || !document.tape.isString(at)) return outer
    const data = readBase64Text(document.tape.string(at))
    if (data === null) return outer
    walk(document.tape, besideRules, new AnswerVisitor(document, restorer, () => {}))
    return new BytesEvent(outer, document, at, data)
  }

  write(data: string | null): string {
    if (data !== null) this.#document.replace(this.#at, Buffer.from(data, 'utf8').toString('base64'))
    const payload = this.#document.toText()
    return this.#outer.write(payload === this.#outer.data ? null : payload)
  }
}
