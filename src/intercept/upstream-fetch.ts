/**
 * The call below a guarded fetch, and how it is ended. A signal is made only where somebody may give up before the answer
 * is there: on Node 20 it costs a call as much as reading the call does. Later, to cancel the body ends it too.
 */
export class UpstreamFetch {
  readonly #controller: AbortController | null
  #response: Response | null = null
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null
  #isAborted = false

  constructor(isAbortable: boolean) {
    this.#controller = isAbortable ? new AbortController() : null
  }

  get signal(): AbortSignal | null {
    return this.#controller?.signal ?? null
  }

  get isAborted(): boolean {
    return this.#isAborted
  }

  answered(response: Response): void {
    this.#response = response
  }

  /** The body has a reader, which alone may cancel it from now on. */
  readBy(reader: ReadableStreamDefaultReader<Uint8Array>): void {
    this.#reader = reader
  }

  abort(reason: unknown): void {
    this.#isAborted = true
    if (this.#controller !== null) this.#controller.abort(reason)
    // Rejects where the body has failed already.
    else (this.#reader ?? this.#response?.body)?.cancel(reason).catch(() => undefined)
  }
}
