/** What `/healthz` tells those who ask for JSON: the coverage of this process, measured at most once a minute. */

export interface Measured {
  /** Nothing that should be guarded is open. */
  readonly complete: boolean
}

const freshMs = 60_000

/** Many callers at once share one measurement. `now` gives milliseconds. */
export function rememberCoverage<T extends Measured>(
  measure: () => Promise<T>,
  now = () => performance.now(),
): () => Promise<T> {
  let last: { readonly at: number; readonly coverage: Promise<T> } | null = null
  return () => {
    if (last !== null && now() - last.at < freshMs) return last.coverage
    const coverage = measure()
    last = { at: now(), coverage }
    // A failure is not kept: the next caller measures again.
    coverage.catch(() => {
      if (last?.coverage === coverage) last = null
    })
    return coverage
  }
}

export function asksForJson(accept: string | undefined): boolean {
  return accept?.includes('application/json') === true
}
