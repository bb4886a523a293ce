/** A time-out that starts anew with each sign of life, joined with the caller's own wish to stop. */
export class Deadline {
  readonly #aborter = new AbortController()
  readonly #timer: NodeJS.Timeout
  readonly #caller: AbortSignal
  readonly #stop = () => this.#aborter.abort(this.#caller.reason)
  /** True once the time ran out, as opposed to the caller having gone. */
  isOver = false

  constructor(milliseconds: number, caller: AbortSignal) {
    this.#caller = caller
    this.#timer = setTimeout(() => {
      this.isOver = true
      this.#aborter.abort()
    }, milliseconds)
    if (caller.aborted) this.#stop()
    else caller.addEventListener('abort', this.#stop, { once: true })
  }

  get signal(): AbortSignal {
    return this.#aborter.signal
  }

  refresh(): void {
    this.#timer.refresh()
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#caller.removeEventListener('abort', this.#stop)
  }
}
