/**
 * Hook: `dispatch` of undici's dispatcher classes, in Node's own copy and in those that are installed. Apply: a dispatcher
 * that has just become the global one is wrapped at its first call, which is guarded like all that follow.
 * Undo: the methods are put back. Cannot see: copies that are bundled into the application; their first call is stopped.
 */
import { type Package, watchCopies } from './loaded-copies.ts'
import { replaceProperty } from './patches.ts'
import { dispatchersAreWrapped, guardDispatch, originalDispatchers, wrapGlobalDispatchers } from './undici.ts'
import type { CallerHandler, Dispatcher, DispatchOptions } from './undici-types.ts'

type Dispatch = Dispatcher['dispatch']

const undici: Package = { name: /^undici\w*$/, file: /[\\/]node_modules[\\/]undici\w*[\\/]index\.js$/ }

export function hookDispatcherClasses(): () => void {
  const patched = new Map<object, () => void>()
  for (const dispatcher of originalDispatchers()) watchClass(Object.getPrototypeOf(dispatcher), patched)
  const unwatch = watchCopies(undici, exported => {
    if (!isObject(exported)) return
    for (const value of Object.values(exported)) if (typeof value === 'function') watchClass(value.prototype, patched)
  })
  return () => {
    unwatch()
    for (const undo of patched.values()) undo()
  }
}

/** Most classes inherit the method from one; only the place that has it is changed. */
function watchClass(prototype: unknown, patched: Map<object, () => void>): void {
  let owner: unknown = prototype
  while (isObject(owner) && !Object.hasOwn(owner, 'dispatch')) owner = Object.getPrototypeOf(owner)
  if (!isObject(owner) || patched.has(owner)) return
  const dispatch: unknown = Reflect.get(owner, 'dispatch')
  if (typeof dispatch === 'function') patched.set(owner, watchDispatch(owner, dispatch as Dispatch))
}

function watchDispatch(owner: object, original: Dispatch): () => void {
  return replaceProperty(owner, 'dispatch', function (this: unknown, options: DispatchOptions, handler: CallerHandler) {
    if (dispatchersAreWrapped()) return Reflect.apply(original, this, [options, handler])
    wrapGlobalDispatchers()
    const bare: Dispatcher = { dispatch: (...call) => Reflect.apply(original, this, call) }
    return guardDispatch(bare, options, handler)
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
