/**
 * Dispatchers hand a call on to each other: an Agent to a Pool, a Pool to a Client, at once or when a connection is free. Each
 * of their methods is hooked, and the call is judged by the first one only.
 */
import { isLiveMark } from './marks.ts'
import type { CallerHandler, Dispatch, DispatchOptions } from './undici-types.ts'

// Not the mark's header: anybody below can read that, and show it with another call. Copies of the options have it too.
const scrubbedBy = Symbol('llm-gdpr-guard.scrubbed')

interface NotedOptions extends DispatchOptions {
  readonly [scrubbedBy]?: string
}

/** From now on these options go through all hooks of dispatchers, as long as the mark lives. */
export function noteScrubbed(options: DispatchOptions, mark: string): void {
  // Of options that cannot be changed, a call that waits is scrubbed a second time.
  Reflect.defineProperty(options, scrubbedBy, { value: mark, enumerable: true, configurable: true, writable: true })
}

let handedOn: DispatchOptions | null = null
let ruledOut: DispatchOptions | null = null

/** True for a call that a hook further up has let through. */
export function wasJudged(options: DispatchOptions): boolean {
  if (options === handedOn) return true
  const mark = (options as NotedOptions)[scrubbedBy]
  return mark !== undefined && isLiveMark(mark)
}

/** Makes a call that has been judged: whatever hooks are shown the same options until it returns, it is that call. */
export function handOn(
  dispatch: Dispatch,
  dispatcher: object,
  options: DispatchOptions,
  handler: CallerHandler,
): boolean {
  const outer = handedOn
  handedOn = options
  try {
    return dispatch.call(dispatcher, options, handler)
  } finally {
    handedOn = outer
  }
}

/** The same for a call that is ruled out (destination.ts), which hangs on its names and its path alone. */
export function handOnForeign(
  dispatch: Dispatch,
  dispatcher: object,
  options: DispatchOptions,
  handler: CallerHandler,
): boolean {
  const outer = ruledOut
  ruledOut = options
  try {
    return handOn(dispatch, dispatcher, options, handler)
  } finally {
    ruledOut = outer
  }
}

/** Whether a request of undici goes where a call is ruled out that is made just now. */
export function isRuledOutNow(origin: unknown, path: string): boolean {
  return ruledOut !== null && ruledOut.origin === origin && ruledOut.path === path
}
