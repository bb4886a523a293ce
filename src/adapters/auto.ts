/**
 * One `gdprGuard()` for Express, Connect and Koa: frameworks call a middleware with (req, res, next) or (ctx, next), and
 * the third argument tells which. Each request gets a scope that ends with its response.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createGuard, type Guard, isGuard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'

/** The part of a Koa context that is used. */
export interface KoaContext {
  readonly req: IncomingMessage
  readonly res: ServerResponse
}

export type ExpressMiddleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void
export type KoaMiddleware = (context: KoaContext, next: () => Promise<unknown>) => Promise<unknown>

/**
 * Guards every model call made while a request is handled. Mount it first.
 * Options are checked at once: ERR_GDPR_OPTIONS_INVALID lists all problems. Pass a guard to share it between apps.
 */
export function gdprGuard(options?: GuardOptions | Guard): ExpressMiddleware & KoaMiddleware {
  const guard = isGuard(options) ? options : createGuard(options)

  function middleware(req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void
  function middleware(context: KoaContext, next: () => Promise<unknown>): Promise<unknown>
  function middleware(
    first: IncomingMessage | KoaContext,
    second: ServerResponse | (() => Promise<unknown>),
    third?: (error?: unknown) => void,
  ): unknown {
    if (third !== undefined) return guard.handle(first as IncomingMessage, second as ServerResponse, third)
    const { req, res } = first as KoaContext
    return guard.handle(req, res, second as () => Promise<unknown>)
  }
  return middleware
}
