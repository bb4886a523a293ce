/** `withGuard` for Next.js: route handlers of the App Router and API routes of the Pages Router, both on Node. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createGuard, type Guard, isGuard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'

/**
 * Guards every model call that the handler makes, also while its answer is streamed. The scope ends with the answer.
 *
 *     export const POST = withGuard(async request => …)       // app/…/route.ts
 *     export default withGuard(async (req, res) => …)          // pages/api/….ts
 *
 * Without a second argument all handlers of the process share one guard; the same options object gives the same guard.
 * Options are checked at once: ERR_GDPR_OPTIONS_INVALID lists all problems.
 */
export function withGuard<Args extends unknown[], Result>(
  handler: (...args: Args) => Result | Promise<Result>,
  options?: GuardOptions | Guard,
): (...args: Args) => Promise<Result> {
  const guard = isGuard(options) ? options : sharedGuard(options)
  return (...args) => {
    const [request, response]: unknown[] = args
    const work = async () => handler(...args)
    if (isServerResponse(response)) return guard.handle(request as IncomingMessage, response, work)
    return guard.answer(signalOf(request), work)
  }
}

interface SharedGuards {
  standard: Guard | null
  readonly byOptions: WeakMap<GuardOptions, Guard>
}

// On the global object: Next.js bundles each route by itself, so a module may be loaded once for each of them.
const guardsKey = Symbol.for('llm-gdpr-guard.next.1')

function sharedGuard(options: GuardOptions | undefined): Guard {
  const holder = globalThis as { [guardsKey]?: SharedGuards }
  holder[guardsKey] ??= { standard: null, byOptions: new WeakMap() }
  const guards = holder[guardsKey]
  if (options === undefined) {
    guards.standard ??= createGuard()
    return guards.standard
  }
  const guard = guards.byOptions.get(options) ?? createGuard(options)
  guards.byOptions.set(options, guard)
  return guard
}

function isServerResponse(value: unknown): value is ServerResponse {
  return typeof value === 'object' && value !== null && 'writableFinished' in value && 'setHeader' in value
}

/** Server actions have a first argument of their own making; route handlers have a Request. */
function signalOf(request: unknown): { signal?: AbortSignal } {
  if (typeof request !== 'object' || request === null || !('signal' in request)) return {}
  return request.signal instanceof AbortSignal ? { signal: request.signal } : {}
}
