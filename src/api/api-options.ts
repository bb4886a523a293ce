/** Options of the HTTP endpoints, checked at mount. */
import * as z from 'zod'
import { GuardError } from '../errors.ts'
import { runsInProduction } from '../options.ts'
import { type DialectName, dialectNames, dialects } from './dialects/index.ts'
import type { Caller } from './message.ts'
import type { Authenticate } from './node.ts'
import type { ApiProvider } from './router.ts'

export interface ApiProviderOptions {
  /** How the provider is spoken to. Default: its name, where that is a dialect. */
  dialect?: DialectName
  /** Default: the provider's own address. */
  baseUrl?: string
  /** Its key, or how to get it. Default: none. */
  apiKey?: string | (() => string | Promise<string>)
}

/** The part of the options that is about the endpoints themselves. */
export interface ApiSettingsOptions {
  /**
   * Says who calls, or `null` for nobody. Required. `'none-development-only'` lets everybody in, and is refused where
   * `NODE_ENV` is `production`. Give each tenant a `subjectId` of its own: it keeps their handles apart.
   */
  authenticate: Authenticate | 'none-development-only'
  /** Providers that `/proxy` may use. Requests can bring no address and no key. Default: none. */
  providers?: Record<string, ApiProviderOptions>
  /** Where the endpoints are, below the path of mounting. Default `/api`. */
  prefix?: string
  /**
   * Keep maps under handles, in the memory of this process. Default true. Say `false` where several processes answer the
   * requests of one caller: a handle that only one of them knows would be lost by chance.
   */
  handles?: boolean
  /** Largest request body in bytes. Default 1,048,576 (1 MiB). */
  bodyBytes?: number
  /** How long a provider may be silent, in milliseconds. Default 120,000. */
  timeoutMs?: number
}

export interface ApiSettings {
  readonly authenticate: Authenticate
  readonly providers: ReadonlyMap<string, ApiProvider>
  readonly prefix: string
  readonly handles: boolean
  readonly bodyBytes: number
  readonly timeoutMs: number
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
const providerName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const schema = z.strictObject({
  authenticate: z.union(
    [z.custom<Authenticate>(isFunction), z.literal('none-development-only')],
    'is required: a function (req) => ({ role, subjectId? }) or null',
  ),
  providers: z
    .record(
      providerName,
      z.strictObject({
        dialect: z.enum(dialectNames).exactOptional(),
        baseUrl: z.url({ protocol: /^https?$/ }).exactOptional(),
        apiKey: z.union([z.string(), z.custom<() => string | Promise<string>>(isFunction)]).exactOptional(),
      }),
    )
    .default({}),
  prefix: z
    .string()
    .regex(/^(?:\/[A-Za-z0-9._~-]+)*$/, 'must be empty, or begin with a slash and end without')
    .default('/api'),
  handles: z.boolean().default(true),
  bodyBytes: z.int().positive().default(1_048_576),
  timeoutMs: z.int().positive().max(2_147_483_647).default(120_000),
})

export function parseApiOptions(options: unknown): ApiSettings {
  const result = schema.safeParse(options)
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `\`${path.map(String).join('.') || 'options'}\`: ${message}`,
    )
    throw new GuardError('ERR_GDPR_OPTIONS_INVALID', problems.join(' \u00b7 '))
  }
  const { authenticate, providers, ...rest } = result.data
  return {
    ...rest,
    authenticate: authenticate === 'none-development-only' ? everybody() : authenticate,
    providers: new Map(Object.entries(providers).map(([name, provider]) => [name, compileProvider(name, provider)])),
  }
}

function everybody(): () => Caller {
  if (runsInProduction()) {
    throw new GuardError('ERR_GDPR_OPTIONS_INVALID', '`authenticate`: `none-development-only` is refused in production')
  }
  return () => ({ role: 'service' })
}

function compileProvider(name: string, { dialect, baseUrl, apiKey = '' }: ApiProviderOptions): ApiProvider {
  const wanted = dialect ?? dialectNames.find(candidate => candidate === name)
  if (wanted === undefined) {
    throw new GuardError('ERR_GDPR_OPTIONS_INVALID', `\`providers.${name}.dialect\`: one of ${dialectNames.join(', ')}`)
  }
  return { dialect: dialects[wanted], baseUrl: baseUrl ?? dialects[wanted].baseUrl, apiKey }
}
