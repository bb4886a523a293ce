/** Which handler answers a request: who may call, the check of the input, the work, the answer. */
import { GuardError } from '../errors.ts'
import { type Pipeline, ScopeState, TextScope } from '../pipeline/index.ts'
import type { Dialect } from './dialects/index.ts'
import { Handles } from './handles.ts'
import { type ApiAnswer, type ApiRequest, type Caller, jsonAnswer } from './message.ts'
import { openApi } from './openapi.ts'
import { ApiProblem, problemAnswer } from './problem.ts'
import { proxy } from './proxy.ts'
import { readInput } from './read-input.ts'
import { restore } from './restore.ts'
import { proxyRequest, restoreRequest, scrubRequest } from './schemas.ts'
import { scrub } from './scrub.ts'

export interface ApiProvider {
  readonly dialect: Dialect
  readonly baseUrl: string
  readonly apiKey: string | (() => string | Promise<string>)
}

/** What the handlers work with. */
export interface ApiParts {
  readonly pipeline: Pipeline
  /** The guard's own. */
  readonly fetch: typeof fetch
  readonly providers: ReadonlyMap<string, ApiProvider>
  readonly prefix: string
  /** Are maps kept under handles? */
  readonly handles: boolean
  readonly bodyBytes: number
  readonly timeoutMs: number
}

export interface ApiRouter {
  /** True for paths that are ours: everything else below the prefix belongs to the application. */
  owns(path: string): boolean
  answer(request: ApiRequest): Promise<ApiAnswer>
}

type Handler = (request: ApiRequest, caller: Caller) => Promise<ApiAnswer>

export function createRouter(parts: ApiParts): ApiRouter {
  const handles = new Handles()
  const { settings, opener } = parts.pipeline
  const limits = { bodyBytes: parts.bodyBytes, depth: settings.limits.depth }
  const description = openApi(parts.prefix)

  const posts: Readonly<Record<string, Handler>> = {
    '/scrub': async (request, caller) => {
      const input = await readInput(request, scrubRequest, limits)
      const scope = new TextScope(new ScopeState(settings.limits.findings, opener), parts.pipeline)
      try {
        return await scrub(input, caller, scope, parts.handles ? handles : null)
      } finally {
        scope.close()
      }
    },
    '/restore': async (request, caller) => restore(await readInput(request, restoreRequest, limits), caller, handles),
    '/proxy': async (request, _caller) => proxy(await readInput(request, proxyRequest, limits), request, parts),
  }
  const owned = new Set([...Object.keys(posts), '/openapi.json'])

  async function route(request: ApiRequest): Promise<ApiAnswer> {
    if (request.path === '/openapi.json') return requireMethod(request, ['GET', 'HEAD'], () => jsonAnswer(description))
    const handler = posts[request.path]
    if (handler === undefined) throw new GuardError('ERR_GDPR_NOT_FOUND')
    return requireMethod(request, ['POST'], async () => handler(request, await callerOf(request)))
  }

  return {
    owns: path => owned.has(path),
    answer: async request => {
      const answer = await route(request).catch((error: unknown) => problemAnswer(error, request.id))
      return { ...answer, headers: { ...fixedHeaders, ...answer.headers } }
    },
  }
}

/** Governance G-2.2. */
const fixedHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

async function requireMethod(
  request: ApiRequest,
  methods: readonly string[],
  work: () => ApiAnswer | Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  if (methods.includes(request.method)) return work()
  throw new ApiProblem('ERR_GDPR_METHOD_NOT_ALLOWED', {}, { allow: methods.join(', ') })
}

/** Operators look after the service; they have no business with texts. */
async function callerOf(request: ApiRequest): Promise<Caller> {
  const caller = await request.authenticate()
  if (caller === null) throw new ApiProblem('ERR_GDPR_UNAUTHENTICATED')
  if (caller.role !== 'service' && caller.role !== 'subject') throw new GuardError('ERR_GDPR_FORBIDDEN')
  return caller
}
