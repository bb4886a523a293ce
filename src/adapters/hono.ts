/** `gdprGuard` as a Hono middleware: `app.use(gdprGuard())`. For Hono 4 on Node. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { createGuard, type Guard, isGuard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'

/** What @hono/node-server hands in beside the request. */
interface NodeBindings {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
}

/**
 * Guards every model call made while a request is handled, also those that a streamed answer makes later. Mount it first.
 * Options are checked at once: ERR_GDPR_OPTIONS_INVALID lists all problems.
 */
export function gdprGuard(options?: GuardOptions | Guard): MiddlewareHandler {
  const guard = isGuard(options) ? options : createGuard(options)
  return async (context, next) => {
    if (hasNodeBindings(context.env)) return guard.handle(context.env.incoming, context.env.outgoing, next)
    // Below another server (a Next.js route, a test) there is only the answer itself to tell when the request is over.
    const { method, signal } = context.req.raw
    // Hono drops the body of an answer to HEAD unread.
    if (method === 'HEAD') return guard.run({ signal }, next)
    context.res = await guard.answer({ signal }, async () => {
      await next()
      return context.res
    })
  }
}

function hasNodeBindings(env: unknown): env is NodeBindings {
  return typeof env === 'object' && env !== null && 'incoming' in env && 'outgoing' in env
}
