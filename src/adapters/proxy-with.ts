/** `gdprProxy` around a given http-proxy-middleware: its majors differ in nothing that is used here. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GuardError } from '../errors.ts'
import { createGuard, type Guard, isGuard } from '../guard.ts'
import type { GuardOptions, ProviderOptions } from '../options.ts'
import {
  type FindTarget,
  fixedTarget,
  forward,
  type HpmOptions,
  type ProxyFactory,
  providerOrigins,
  sendByHpm,
  targetByProvider,
} from '../proxy/index.ts'
import type { ExpressMiddleware, KoaContext, KoaMiddleware } from './auto.ts'

export interface ProxyOptions extends HpmOptions {
  /** The guard to share, or options of one for this route alone. Default: a guard that intercepts nothing else. */
  guard?: Guard | GuardOptions
  /** Forward everything below this address. Default: by the first path segment, see `providers`. */
  target?: string
  /** Addresses by first path segment, beside the known providers: `{ openai: 'https://llm.example.com' }`. */
  providers?: Record<string, string>
  /** Rewrites the path before anything else looks at it: pairs of expression and replacement, or a function. */
  pathRewrite?: Record<string, string> | ((path: string) => string)
}

export type ProxyMiddleware = ExpressMiddleware & {
  /** The same route for Koa 2 and 3. */
  koa(): KoaMiddleware
}

const known = new Set([
  'agent',
  'guard',
  'headers',
  'localAddress',
  'logger',
  'pathRewrite',
  'providers',
  'proxyTimeout',
  'secure',
  'ssl',
  'target',
])

/** Why options that http-proxy-middleware has are refused. */
const reasons: Readonly<Record<string, string>> = {
  followRedirects: 'a redirect would take the body to an address nobody chose',
  on: 'handlers would see answers before they are restored; listen to the `exchange` event of the guard',
  pathFilter: 'mount the proxy at the path instead',
  responseInterceptor: 'it buffers streams and hides broken answers',
  router: 'use `providers`',
  selfHandleResponse: 'answers are relayed by the guard, which puts the values back',
  ws: 'WebSocket messages are not scrubbed',
  xfwd: 'it tells the provider who the client is',
}

export function proxyWith(createProxyMiddleware: ProxyFactory): (options?: ProxyOptions | Guard) => ProxyMiddleware {
  return given => {
    const options: ProxyOptions = isGuard(given) ? { guard: given } : (given ?? {})
    refuseOptions(options)
    const { guard: chosen, target, providers = {}, pathRewrite, ...hpmOptions } = options
    const guard = isGuard(chosen) ? chosen : createGuard(guardOptions(chosen, target, providers))
    const begin = (res: ServerResponse) => guard.carry(res)
    const findTarget = targets(target, providers)
    const parts = { begin, findTarget, send: sendByHpm(createProxyMiddleware, hpmOptions) }
    const rewrite = rewriter(pathRewrite)

    function middleware(req: IncomingMessage, res: ServerResponse): void {
      const path = rewrite(req.url ?? '/')
      void forward(parts, req, res, path, Reflect.get(req, 'body'))
    }

    async function koaMiddleware(context: KoaContext): Promise<unknown> {
      const { req, res } = context
      Reflect.set(context, 'respond', false)
      const request: unknown = Reflect.get(context, 'request')
      const parsed = typeof request === 'object' && request !== null ? Reflect.get(request, 'body') : undefined
      return forward(parts, req, res, rewrite(req.url ?? '/'), parsed)
    }

    return Object.assign(middleware, { koa: () => koaMiddleware })
  }
}

function refuseOptions(options: object): void {
  const problems = Object.keys(options)
    .filter(name => !known.has(name))
    .map(name => `\`${name}\`: ${Object.hasOwn(reasons, name) ? reasons[name] : 'is not an option of gdprProxy'}`)
  if (problems.length > 0) throw new GuardError('ERR_GDPR_OPTIONS_INVALID', problems.join(' \u00b7 '))
}

function targets(target: string | undefined, providers: Record<string, string>): FindTarget {
  for (const url of [...(target === undefined ? [] : [target]), ...Object.values(providers)]) {
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) continue
    throw new GuardError('ERR_GDPR_OPTIONS_INVALID', '`target` and `providers` are http or https URLs')
  }
  if (target !== undefined) return fixedTarget(target)
  return targetByProvider(new Map(Object.entries({ ...providerOrigins, ...providers })))
}

/** Addresses of one's own are guarded like those of known providers. */
function guardOptions(
  options: GuardOptions = {},
  target: string | undefined,
  providers: Record<string, string>,
): GuardOptions {
  const named: [string, ProviderOptions][] = Object.entries({
    ollama: providerOrigins['ollama']!,
    ...providers,
    ...(target === undefined ? {} : { target }),
  }).map(([name, baseUrl]) => [name, { baseUrl, ...options.providers?.[name] }])
  return { mode: 'explicit', ...options, providers: { ...options.providers, ...Object.fromEntries(named) } }
}

function rewriter(rewrite: ProxyOptions['pathRewrite']): (path: string) => string {
  if (rewrite === undefined) return path => path
  if (typeof rewrite === 'function') return rewrite
  const rules = Object.entries(rewrite).map(([from, to]) => [new RegExp(from), to] as const)
  return path => {
    const rule = rules.find(([from]) => from.test(path))
    return rule === undefined ? path : path.replace(rule[0], rule[1])
  }
}
