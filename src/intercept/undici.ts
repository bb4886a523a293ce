/**
 * Hook: the global dispatchers of undici, which every undici copy of the process and Node's own fetch share.
 * Apply: where the class of one is not hooked (undici-classes.ts), a Proxy over the value, with `dispatch` guarded: dispatchers
 * composed with interceptors, of copies that are bundled, and of a class of the user's own.
 * Undo: the plain dispatcher is put back.
 * Cannot see: what is not global; a foreign `setGlobalDispatcher`, which the stop (stop.ts) notices.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ExchangeOpener } from '../types.ts'
import { absoluteHost, findGuard, type Guarded, isRuledOut, nameInOrigin } from './destination.ts'
import { handOn, handOnForeign, noteScrubbed } from './handed-on.ts'
import { markHeader, passMark } from './marks.ts'
import { hooksAreInstalled, installedOpeners } from './patches.ts'
import { refuseDispatch, startDispatchExchange } from './undici-exchange.ts'
import { readHeader, readHeaders } from './undici-headers.ts'
import { type Close, closingLate } from './undici-pending.ts'
import type { CallerHandler, Dispatch, Dispatcher, DispatchOptions } from './undici-types.ts'
import { dispatchUrl } from './undici-url.ts'

// undici 5 to 7 use .1; 7.30 and later .2 as well, so that handlers of the new kind only have a place of their own.
const globalKeys = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')] as const

const originals = new WeakMap<object, Dispatcher>()
const proxies = new WeakMap<object, Dispatcher>()

/** Wraps the global dispatchers and keeps them wrapped. Gives back how that is undone. */
export function hookGlobalDispatchers(): () => void {
  wrapGlobalDispatchers()
  // The property is not configurable, so no accessor can watch it. A look at the start of each inbound request is cheap.
  subscribe('http.server.request.start', wrapGlobalDispatchers)
  return () => {
    unsubscribe('http.server.request.start', wrapGlobalDispatchers)
    knownDispatchers.length = 0
    for (const key of globalKeys) {
      const original = originals.get(Reflect.get(globalThis, key) ?? {})
      if (original !== undefined) replaceDispatcher(key, original)
    }
  }
}

/** Those that were found guarded when they were last looked at. */
const knownDispatchers: unknown[] = []

/** Wraps what a later `setGlobalDispatcher` may have put there. Two property reads when all is as it should be. */
export function wrapGlobalDispatchers(): void {
  if (!hooksAreInstalled()) return
  for (let index = 0; index < globalKeys.length; index++) {
    const key = globalKeys[index]!
    const current: unknown = Reflect.get(globalThis, key)
    if (current === knownDispatchers[index]) continue
    if (isUnguarded(current)) replaceDispatcher(key, guardedDispatcher(current))
    knownDispatchers[index] = Reflect.get(globalThis, key)
  }
}

function isUnguarded(value: unknown): value is Dispatcher {
  return isDispatcher(value) && !originals.has(value) && !guardedMethods.has(value.dispatch)
}

/** The methods of hooked classes. */
const guardedMethods = new WeakSet<object>()

/** From now on dispatchers with this method need no Proxy. */
export function noteGuardedMethod(dispatch: object): void {
  guardedMethods.add(dispatch)
}

/** True while no `setGlobalDispatcher` has gone unseen. */
export function dispatchersAreWrapped(): boolean {
  return globalKeys.every(key => !isUnguarded(Reflect.get(globalThis, key)))
}

/** What Node and undici have put there. */
export function globalDispatchers(): Dispatcher[] {
  // Node loads its undici with the first use of one of its classes; before that there is no dispatcher.
  void globalThis.Response
  return globalKeys.map((key): unknown => Reflect.get(globalThis, key)).filter(isDispatcher)
}

function isDispatcher(value: unknown): value is Dispatcher {
  return typeof value === 'object' && value !== null && 'dispatch' in value && typeof value.dispatch === 'function'
}

function replaceDispatcher(key: symbol, dispatcher: Dispatcher): void {
  // Only the value: the property is not configurable, but writable.
  if (Object.getOwnPropertyDescriptor(globalThis, key)?.writable)
    Object.defineProperty(globalThis, key, { value: dispatcher })
}

// These reach the network through `this.dispatch`, so they must be called on the Proxy. All others are called on the
// dispatcher itself: some of them use private fields.
const callsDispatch = new Set<PropertyKey>(['compose', 'connect', 'pipeline', 'request', 'stream', 'upgrade'])

function guardedDispatcher(original: Dispatcher): Dispatcher {
  const known = proxies.get(original)
  if (known !== undefined) return known
  const bare: Dispatch = (options, handler) => original.dispatch(options, handler)
  const dispatch = (options: DispatchOptions, handler: CallerHandler) =>
    guardDispatch(bare, original, options, options, handler)
  const proxy = new Proxy(original, {
    get(target, name) {
      if (name === 'dispatch') return dispatch
      const value: unknown = Reflect.get(target, name, target)
      if (name === 'close' && typeof value === 'function') return closingLate(value as Close).bind(target)
      return typeof value === 'function' && name !== 'constructor' && !callsDispatch.has(name)
        ? value.bind(target)
        : value
    },
  })
  originals.set(proxy, original)
  proxies.set(original, proxy)
  return proxy
}

/**
 * Judges a call, and hands it on as it is or scrubbed. `named`: the same options, with the origin that the dispatcher adds
 * where they name none.
 */
export function guardDispatch(
  dispatch: Dispatch,
  dispatcher: object,
  options: DispatchOptions,
  named: DispatchOptions,
  handler: CallerHandler,
): boolean {
  const openers = installedOpeners()
  if (openers.length === 0) return dispatch.call(dispatcher, options, handler)
  const mark = readHeader(options.headers, markHeader)
  // Whatever shows a mark was scrubbed by the hook above, so nobody is asked about it.
  if (mark !== undefined && passMark(mark, 'dispatch')) {
    noteScrubbed(options, mark)
    return handOn(dispatch, dispatcher, options, handler)
  }
  if (isForeign(openers, named)) return handOnForeign(dispatch, dispatcher, options, handler)
  const guarded = findDispatchGuard(openers, named)
  if (guarded === null || (options.upgrade === 'websocket' && guarded.opener.allowsWebSockets === true))
    return handOn(dispatch, dispatcher, options, handler)
  if (options.upgrade || options.method === 'CONNECT')
    return refuseDispatch(options, handler, 'ERR_GDPR_UPGRADE_REFUSED')
  const bare = { dispatch: (...call: Parameters<Dispatch>) => dispatch.apply(dispatcher, call) }
  return startDispatchExchange(bare, dispatcher, named, handler, guarded)
}

function findDispatchGuard(openers: readonly ExchangeOpener[], options: DispatchOptions): Guarded | null {
  const url = dispatchUrl(options)
  if (url === null) return null
  const headers = () => readHeaders(options.headers)
  const isConnect = options.method === 'CONNECT'
  const aliases = isConnect ? [] : [readHeader(options.headers, 'host')]
  const target = isConnect ? undefined : absoluteHost(options.path)
  return findGuard(openers, { url, method: options.method, headers, target, aliases })
}

/** Most calls of a process go to hosts that nobody guards. */
function isForeign(
  openers: readonly ExchangeOpener[],
  { origin, path, method, headers, query }: DispatchOptions,
): boolean {
  const name = nameInOrigin(origin)
  if (name === null || method === 'CONNECT' || (query !== undefined && query !== null)) return false
  return isRuledOut(openers, [name, readHeader(headers, 'host')], path)
}
