/**
 * Hook: the global dispatchers of undici, which every undici copy of the process and Node's own fetch share.
 * Apply: a Proxy over each value, with `dispatch` guarded. Clients that captured `fetch` earlier end here.
 * Undo: the plain dispatcher is put back.
 * Cannot see: explicit Pools, Clients and Agents, which are refused by the stop (stop.ts), and a foreign `setGlobalDispatcher`,
 * which undici-classes.ts notices.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ExchangeOpener } from '../types.ts'
import { absoluteHost, findGuard, type Guarded, isRuledOut, nameInOrigin } from './destination.ts'
import { markHeader, passMark } from './marks.ts'
import { hooksAreInstalled, installedOpeners } from './patches.ts'
import { refuseDispatch, startDispatchExchange } from './undici-exchange.ts'
import { readHeader, readHeaders } from './undici-headers.ts'
import type { CallerHandler, Dispatcher, DispatchOptions } from './undici-types.ts'
import { dispatchUrl } from './undici-url.ts'

// undici 5 to 7 use .1; 7.30 and later .2 as well, so that handlers of the new kind only have a place of their own.
const globalKeys = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')] as const

const originals = new WeakMap<object, Dispatcher>()
const proxies = new WeakMap<object, Dispatcher>()

/** Wraps the global dispatchers and keeps them wrapped. Gives back how that is undone. */
export function hookGlobalDispatchers(): () => void {
  // Node loads its undici with the first use of one of its classes; before that there is no dispatcher to wrap.
  void globalThis.Response
  wrapGlobalDispatchers()
  // The property is not configurable, so no accessor can watch it. A look at the start of each inbound request is cheap.
  subscribe('http.server.request.start', wrapGlobalDispatchers)
  return () => {
    unsubscribe('http.server.request.start', wrapGlobalDispatchers)
    for (const key of globalKeys) {
      const original = originals.get(Reflect.get(globalThis, key) ?? {})
      if (original !== undefined) replaceDispatcher(key, original)
    }
  }
}

/** Wraps what a later `setGlobalDispatcher` may have put there. Two property reads when all is as it should be. */
export function wrapGlobalDispatchers(): void {
  if (!hooksAreInstalled()) return
  for (const key of globalKeys) {
    const current: unknown = Reflect.get(globalThis, key)
    if (isUnwrapped(current)) replaceDispatcher(key, guardedDispatcher(current))
  }
}

/** Asked for every call; known by identity first, since every look at a Proxy costs more than the rest of the question. */
function isUnwrapped(value: unknown): value is Dispatcher {
  return typeof value === 'object' && value !== null && !originals.has(value) && isDispatcher(value)
}

/** True while no `setGlobalDispatcher` has gone unseen. */
export function dispatchersAreWrapped(): boolean {
  return globalKeys.every(key => !isUnwrapped(Reflect.get(globalThis, key)))
}

/** The dispatchers below the wrapped ones. */
export function originalDispatchers(): Dispatcher[] {
  return globalKeys.flatMap(key => originals.get(Reflect.get(globalThis, key) ?? {}) ?? [])
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
  const dispatch = (options: DispatchOptions, handler: CallerHandler) => guardDispatch(original, options, handler)
  const proxy = new Proxy(original, {
    get(target, name) {
      if (name === 'dispatch') return dispatch
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' && name !== 'constructor' && !callsDispatch.has(name)
        ? value.bind(target)
        : value
    },
  })
  originals.set(proxy, original)
  proxies.set(original, proxy)
  return proxy
}

/** `original` sends what is scrubbed, and what nobody guards. */
export function guardDispatch(original: Dispatcher, options: DispatchOptions, handler: CallerHandler): boolean {
  const guarded = findDispatchGuard(options)
  if (guarded === null) return original.dispatch(options, handler)
  if (options.upgrade === 'websocket' && guarded.opener.allowsWebSockets === true)
    return original.dispatch(options, handler)
  if (options.upgrade || options.method === 'CONNECT')
    return refuseDispatch(options, handler, 'ERR_GDPR_UPGRADE_REFUSED')
  return startDispatchExchange(original, options, handler, guarded)
}

function findDispatchGuard(options: DispatchOptions): Guarded | null {
  const openers = installedOpeners()
  if (openers.length === 0) return null
  // Whatever shows a mark was scrubbed by the hook above, so nobody is asked about it.
  if (passMark(readHeader(options.headers, markHeader), 'dispatch')) return null
  if (isForeign(openers, options)) return null
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
