/**
 * The way of answer bytes back to the client: undo the content codings, restore, hand on. Pushed from one side and
 * received by a sink on the other; backpressure goes through in both directions. It holds at most what the zlib
 * transforms buffer. A coded answer that ends too early fails, it never ends cleanly.
 */
import type { Transform } from 'node:stream'
import { GuardError } from '../errors.ts'
import type { AnswerPlan } from '../types.ts'
import { assertDecodable, openDecoders } from './decoders.ts'

export interface AnswerSink {
  /** Takes restored bytes; `false` asks to hold back until `AnswerStream.resume`. */
  data(bytes: Uint8Array): boolean
  end(): void
  fail(error: unknown): void
  /** The stream, which had answered `false` to a write, takes bytes again. */
  ready(): void
}

export class AnswerStream {
  readonly #plan: AnswerPlan
  readonly #sink: AnswerSink
  #decoders: readonly Transform[] = []
  #received = false
  #ended = false
  #settled = false

  /** Throws where this Node version lacks a coding. */
  constructor(plan: AnswerPlan, sink: AnswerSink) {
    if (plan.body !== null) assertDecodable(plan.decode)
    this.#plan = plan
    this.#sink = sink
  }

  /** `false` asks the source to hold back until the sink is told `ready`, or asked for more. */
  write(chunk: Uint8Array): boolean {
    if (this.#settled || this.#ended) return true
    this.#received = true
    if (this.#plan.body === null || this.#plan.decode.length === 0) return this.#restore(chunk)
    if (this.#decoders.length === 0) this.#open(chunk)
    return this.#decoders[0]!.write(chunk)
  }

  end(): void {
    if (this.#settled || this.#ended) return
    this.#ended = true
    if (this.#decoders.length === 0) this.#finish()
    else this.#decoders[0]!.end()
  }

  /** The sink has room again. */
  resume(): void {
    this.#decoders.at(-1)?.resume()
  }

  /** Nothing more comes or is wanted; the sink hears nothing of it. */
  destroy(): void {
    this.#settled = true
    for (const decoder of this.#decoders) decoder.destroy()
  }

  #open(firstChunk: Uint8Array): void {
    const decoders = openDecoders(this.#plan.decode, firstChunk)
    for (const [index, decoder] of decoders.entries()) {
      decoder.on('error', () => this.#fail(new GuardError('ERR_GDPR_ANSWER_UNREADABLE', 'content encoding')))
      if (index > 0) decoders[index - 1]!.pipe(decoder)
    }
    const last = decoders[decoders.length - 1]!
    decoders[0]!.on('drain', () => this.#sink.ready())
    last.on('data', (chunk: Uint8Array) => {
      if (!this.#settled && !this.#restore(chunk)) last.pause()
    })
    last.on('end', () => this.#finish())
    this.#decoders = decoders
  }

  #restore(chunk: Uint8Array): boolean {
    try {
      const bytes = this.#plan.body === null ? chunk : this.#plan.body.write(chunk)
      return bytes.length === 0 || this.#sink.data(bytes)
    } catch (error) {
      this.#fail(error)
      return true
    }
  }

  #finish(): void {
    if (this.#settled) return
    try {
      // Answers to HEAD, 204 and 304 have no bytes whatever their headers say: there is nothing to judge.
      const tail = this.#received ? this.#plan.body?.end() : undefined
      if (tail !== undefined && tail.length > 0) this.#sink.data(tail)
    } catch (error) {
      this.#fail(error)
      return
    }
    this.#settled = true
    this.#sink.end()
  }

  #fail(error: unknown): void {
    if (this.#settled) return
    this.destroy()
    this.#sink.fail(error)
  }
}

/** A length that is no longer true makes clients wait for bytes, or take the answer for empty. */
export function withoutStaleLength(plan: AnswerPlan): AnswerPlan {
  if (plan.body === null) return plan
  return { ...plan, headers: plan.headers.filter(([name]) => name.toLowerCase() !== 'content-length') }
}
