/**
 * Hook: `dispatch` and `close` of undici's dispatcher classes, in Node's own copy and in those that are installed. Apply: a call to a
 * guarded host is scrubbed, by whichever dispatcher of theirs it is made: the global one, Pools, Clients and Agents; they close when they have all calls made before (undici-pending.ts).
 * Undo: the methods are put back. Cannot see: copies that are bundled into the application; their global dispatcher gets a
 * Proxy (undici.ts), calls by all others are stopped.
 */
import { wasJudged } from './handed-on.ts'
import { type Package, watchCopies } from './loaded-copies.ts'
import { replaceProperty } from './patches.ts'
import { globalDispatchers, guardDispatch, noteGuardedMethod } from './undici.ts'
import { type Close, closingLate } from './undici-pending.ts'
import type { CallerHandler, Dispatch, DispatchOptions } from './undici-types.ts'

const undici: Package = { name: /^undici\w*$/, file: /[\\/]node_modules[\\/]undici\w*[\\/]index\.js$/ }

export function hookDispatcherClasses(): () => void {
  const patched = new Map<object, () => void>()
  for (const dispatcher of globalDispatchers()) hookClass(Object.getPrototypeOf(dispatcher), patched)
  const unwatch = watchCopies(undici, exported => {
    if (!isObject(exported)) return
    for (const value of Object.values(exported)) if (typeof value === 'function') hookClass(value.prototype, patched)
  })
  return () => {
    unwatch()
    for (const undo of patched.values()) undo()
  }
}

/** Most classes inherit the method from one; only the place that has it is changed. */
function hookClass(prototype: unknown, patched: Map<object, () => void>): void {
  let owner: unknown = prototype
  while (isObject(owner) && !Object.hasOwn(owner, 'dispatch')) owner = Object.getPrototypeOf(owner)
  if (!isObject(owner) || patched.has(owner)) return
  const dispatch: unknown = Reflect.get(owner, 'dispatch')
  if (typeof dispatch === 'function') patched.set(owner, hookDispatch(owner, dispatch as Dispatch))
}

function hookDispatch(owner: object, original: Dispatch): () => void {
  function dispatch(this: object, options: DispatchOptions, handler: CallerHandler): boolean {
    if (!isObject(options) || wasJudged(options)) return original.call(this, options, handler)
    return guardDispatch(original, this, options, withOrigin(options, this), handler)
  }
  noteGuardedMethod(dispatch)
  const undo = [replaceProperty(owner, 'dispatch', dispatch)]
  const close: unknown = Object.hasOwn(owner, 'close') ? Reflect.get(owner, 'close') : undefined
  if (typeof close === 'function') undo.push(replaceProperty(owner, 'close', closingLate(close as Close)))
  return () => {
    for (const step of undo) step()
  }
}

/** Pools and Clients have their origin under a symbol called `url`. Where there is none, the stop finds out where it goes. */
function withOrigin(options: DispatchOptions, dispatcher: object): DispatchOptions {
  if (options.origin !== undefined && options.origin !== null) return options
  const key = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === 'url')
  const url: unknown = key === undefined ? undefined : Reflect.get(dispatcher, key)
  return url instanceof URL ? { ...options, origin: url.origin } : options
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
