import type { Exchange } from '../types.ts'

export type Outcome = Parameters<Exchange['close']>[0]

/**
 * Closes an exchange exactly once, and hears its signal: when the scope ends early, `abandon` is called with the reason
 * and the exchange counts as aborted.
 */
export function closeOnce(exchange: Exchange, abandon: (reason: unknown) => void): (outcome: Outcome) => void {
  const { signal } = exchange
  let open = true
  const close = (outcome: Outcome) => {
    if (!open) return
    open = false
    signal.removeEventListener('abort', onAbort)
    exchange.close(outcome)
  }
  const onAbort = () => {
    close('aborted')
    abandon(signal.reason)
  }
  if (signal.aborted) queueMicrotask(onAbort)
  else signal.addEventListener('abort', onAbort, { once: true })
  return close
}
