import type { Exchange } from '../types.ts'
import { onAbort } from './abort-signals.ts'

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
    forget()
    exchange.close(outcome)
  }
  const stop = () => {
    if (!open) return
    close('aborted')
    abandon(signal.reason)
  }
  const forget = onAbort(signal, stop)
  if (signal.aborted) queueMicrotask(stop)
  return close
}
