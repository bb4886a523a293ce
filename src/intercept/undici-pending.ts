/**
 * Calls that a dispatcher was given and that are still being scrubbed. The dispatcher knows nothing of them, so a `close` right
 * after a call would come before it, while without the guard it waits for all calls made.
 */
const pendingKey = Symbol('llm-gdpr-guard.pending')

/** Under a symbol, not in a map: `compose` gives a Proxy, through which the same property is seen. */
interface BusyDispatcher {
  readonly [pendingKey]?: Set<Promise<void>>
}

/** `handedOver` settles when the dispatcher has the scrubbed call, or never will. */
export function notePending(dispatcher: object, handedOver: Promise<void>): void {
  const pending = (dispatcher as BusyDispatcher)[pendingKey] ?? new Set()
  if (!Reflect.has(dispatcher, pendingKey)) Reflect.defineProperty(dispatcher, pendingKey, { value: pending })
  pending.add(handedOver)
  handedOver.finally(() => pending.delete(handedOver))
}

export type Close = (this: object, callback?: unknown) => unknown

/** `close` that waits until the dispatcher has all calls made before it. */
export function closingLate(close: Close): Close {
  return function (this: object, callback?: unknown): unknown {
    const pending = (this as BusyDispatcher)[pendingKey]
    const isAskedWell = callback === undefined || typeof callback === 'function'
    if (pending === undefined || pending.size === 0 || !isAskedWell) return close.call(this, callback)
    const closed = Promise.allSettled(pending).then(() => close.call(this, callback))
    return callback === undefined ? closed : undefined
  }
}
