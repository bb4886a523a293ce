/** `gdprApi` for Express, Connect and plain Node; `.koa()` for Koa. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApiProvider, type ApiSettingsOptions, answerNode, createRouter, parseApiOptions } from '../api/index.ts'
import { GuardError } from '../errors.ts'
import { createGuard, type Guard, isGuard } from '../guard.ts'
import type { GuardOptions } from '../options.ts'
import type { ExpressMiddleware, KoaContext, KoaMiddleware } from './auto.ts'

export interface ApiOptions extends ApiSettingsOptions {
  /** The guard to share, or options of one for the endpoints alone. Default: a guard that intercepts nothing else. */
  guard?: Guard | GuardOptions
}

/** The endpoints `/scrub`, `/restore`, `/proxy` and `/openapi.json` below `prefix`. Other paths go on to the application. */
export type ApiMiddleware = ExpressMiddleware & {
  /** The same endpoints for Koa 2 and 3. */
  koa(): KoaMiddleware
}

/** Throws ERR_GDPR_OPTIONS_INVALID at mount, also where a provider of `providers` would not be guarded. */
export function gdprApi(options: ApiOptions): ApiMiddleware {
  const { guard: given, ...own } = options
  const settings = parseApiOptions(own)
  const guard = isGuard(given) ? given : createGuard(guardOptions(given, settings.providers))
  refuseUnguarded(guard, settings.providers)
  const router = createRouter({ ...settings, pipeline: guard.pipeline, fetch: guard.fetch })

  function middleware(req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void): void {
    const path = ownPath(req)
    if (path === null && next !== undefined) next()
    else void answerNode(router, settings.authenticate, req, res, path ?? '/', Reflect.get(req, 'body'))
  }

  async function koaMiddleware(context: KoaContext, next: () => Promise<unknown>): Promise<unknown> {
    const path = ownPath(context.req)
    if (path === null) return next()
    Reflect.set(context, 'respond', false)
    const request: unknown = Reflect.get(context, 'request')
    const parsed = typeof request === 'object' && request !== null ? Reflect.get(request, 'body') : undefined
    return answerNode(router, settings.authenticate, context.req, context.res, path, parsed)
  }

  function ownPath({ url = '/' }: IncomingMessage): string | null {
    const path = url.split('?', 1)[0]!
    if (!path.startsWith(`${settings.prefix}/`)) return null
    const below = path.slice(settings.prefix.length)
    return router.owns(below) ? below : null
  }

  return Object.assign(middleware, { koa: () => koaMiddleware })
}

function guardOptions(options: GuardOptions = {}, providers: ReadonlyMap<string, ApiProvider>): GuardOptions {
  const known = Object.entries(options.providers ?? {})
  const named = [...providers]
    .filter(([name]) => options.providers?.[name]?.baseUrl === undefined)
    .map(([name, { baseUrl }]) => [name, { ...options.providers?.[name], baseUrl }] as const)
  return { mode: 'explicit', ...options, providers: Object.fromEntries([...known, ...named]) }
}

/** A provider that the guard does not know would be sent the text as it is. */
function refuseUnguarded(guard: Guard, providers: ReadonlyMap<string, ApiProvider>): void {
  for (const [name, { baseUrl, dialect }] of providers) {
    const ask = { model: 'm', messages: [], stream: false, params: {} }
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}${dialect.path(ask)}`)
    if (guard.pipeline.opener.guards(url, 'POST', () => [])) continue
    throw new GuardError(
      'ERR_GDPR_OPTIONS_INVALID',
      `\`providers.${name}.baseUrl\`: name it under \`providers\` of the guard too`,
    )
  }
}
