/**
 * An answer of the provider on its way to the client: restored, with backpressure, never ended cleanly after a failure.
 * Whoever makes an `AnswerRelay` has opened the exchange; the relay closes it. It holds no bytes but those of a JSON answer
 * until they have come in whole.
 */
import type { ServerResponse } from 'node:http'
import { GuardError, isGuardError } from '../errors.ts'
import { AnswerStream, closeOnce } from '../intercept/index.ts'
import type { AnswerPlan, Exchange, HeaderPairs } from '../types.ts'
import type { AnswerReceiver, AnswerSource, Destroyable } from './call.ts'
import { endToEnd } from './headers.ts'
import { inTurnOfAnswers } from './turns.ts'

export interface RelayEnds {
  /** Answers the client in place of the provider, or cuts its connection where it has seen the head of an answer. */
  refuse(error: unknown): void
  /** The provider has answered, or will not: called once, and before `refuse`. */
  settle(): void
}

export class AnswerRelay implements AnswerReceiver {
  readonly #exchange: Exchange
  readonly #res: ServerResponse
  readonly #ends: RelayEnds
  readonly #close: (outcome: 'done' | 'aborted' | 'failed') => void
  /** The call to the provider, then its answer: whatever has to be destroyed now when the client goes away. */
  #call: Destroyable | null = null
  #source: AnswerSource | null = null
  #stream: AnswerStream | null = null
  #isOver = false
  #isDropped = false

  constructor(exchange: Exchange, res: ServerResponse, ends: RelayEnds) {
    this.#exchange = exchange
    this.#res = res
    this.#ends = ends
    this.#close = closeOnce(exchange, () => this.#drop())
  }

  hold(call: Destroyable): void {
    this.#call = call
    if (this.#isDropped) call.destroy()
  }

  head(status: number, rawHeaders: readonly string[], source: AnswerSource): void {
    this.#ends.settle()
    this.hold(source)
    this.#source = source
    if (this.#isDropped) return
    try {
      this.#stream = this.#begin(status, endToEnd(rawHeaders), source)
    } catch (error) {
      this.fail(error)
    }
  }

  data(chunk: Uint8Array): void {
    if (this.#stream?.write(chunk) === false) this.#source?.pause()
  }

  end(): void {
    inTurnOfAnswers(() => {
      if (this.#isDropped) return
      try {
        this.#stream?.end()
      } catch (error) {
        this.fail(error)
      }
    })
  }

  fail(error: unknown): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#stream?.destroy()
    this.#close('failed')
    this.#drop()
    this.#ends.settle()
    this.#ends.refuse(isGuardError(error) ? error : new GuardError('ERR_GDPR_UPSTREAM_ERROR'))
  }

  #drop(): void {
    this.#isDropped = true
    this.#call?.destroy()
  }

  #begin(status: number, headers: [string, string][], source: AnswerSource): AnswerStream {
    if (isRedirect(status, headers)) throw new GuardError('ERR_GDPR_REDIRECT_REFUSED')
    const res = this.#res
    const plan = this.#exchange.answer(status, headers)
    /** JSON is given back when it has come in whole: it then goes out in one piece, with its length. */
    let whole: Uint8Array | null = null
    const hasJson = isJson(headers)
    let waits = plan.body !== null && hasJson

    const stream = new AnswerStream(plan, {
      data(bytes) {
        if (!waits) return res.write(bytes)
        if (whole === null) {
          whole = bytes
          return true
        }
        waits = false
        res.writeHead(status, headFields(plan, null))
        res.write(whole)
        return res.write(bytes)
      },
      end: () => {
        if (waits) res.writeHead(status, headFields(plan, whole?.length ?? 0))
        if (waits && whole !== null) res.end(whole)
        else res.end()
        this.#isOver = true
        this.#close('done')
      },
      fail: error => this.fail(error),
      ready: () => source.resume(),
    })
    // The client learns at once that a stream has begun; the head of a whole answer goes with its body.
    if (!waits) {
      res.writeHead(status, headFields(plan, null))
      if (!hasJson) res.flushHeaders()
    }
    res.on('drain', () => {
      stream.resume()
      source.resume()
    })
    return stream
  }
}

function headFields(plan: AnswerPlan, length: number | null): string[] {
  const fields: string[] = []
  for (const [name, value] of plan.headers) {
    // A length that is no longer true makes clients wait for bytes, or take the answer for empty.
    if (plan.body === null || name.toLowerCase() !== 'content-length') fields.push(name, value)
  }
  if (length !== null) fields.push('content-length', String(length))
  return fields
}

function isJson(headers: HeaderPairs): boolean {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return /^\s*application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)
}

/** A client that follows one sends its own, raw body to wherever it points: past the proxy. */
function isRedirect(status: number, headers: HeaderPairs): boolean {
  return status >= 300 && status < 400 && status !== 304 && headers.some(([name]) => name.toLowerCase() === 'location')
}
