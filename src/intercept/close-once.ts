import type { Exchange } from '../types.ts'

export type Outcome = Parameters<Exchange['close']>[0]

/**
 * Closes an exchange exactly once, and hears of its scope: when that ends early, `abandon` is called with the reason and
 * the exchange counts as aborted.
 */
export function closeOnce(exchange: Exchange, abandon: (reason: unknown) => void): (outcome: Outcome) => void {
  let open = true
  const close = (outcome: Outcome) => {
    if (!open) return
    open = false
    forget()
    exchange.close(outcome)
  }
  const forget = exchange.onAbort(reason => {
    if (!open) return
    close('aborted')
    abandon(reason)
  })
  return close
}
