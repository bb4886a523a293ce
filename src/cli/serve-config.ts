/** What `serve` is told: by options, by a file, by the environment; in this order, the first that says something counts. */
import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { GuardOptions } from '../options.ts'
import { providerOrigins } from '../proxy/index.ts'
import { UsageError } from './command.ts'

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const url = z.url({ protocol: /^https?$/ })
const seconds = z.number().positive().max(86_400)

const schema = z.strictObject({
  port: z.int().min(0).max(65_535).default(8787),
  host: z.string().default('127.0.0.1'),
  upstreams: z.record(name, url).default({}),
  /** Checked where the guard is made. */
  guard: z.custom<GuardOptions>(value => typeof value === 'object' && value !== null).default({}),
  keys: z.record(name, z.string()).default({}),
  token: z.string().min(16).nullable().default(null),
  upstreamTimeoutSeconds: seconds.default(600),
  requestTimeoutSeconds: seconds.default(120),
  headersTimeoutSeconds: seconds.default(20),
  graceSeconds: seconds.default(60),
  connections: z.int().positive().default(10_000),
  workers: z.int().min(1).max(256).default(1),
})

export type ServeConfig = z.output<typeof schema>

/** Variables in which SDKs of the providers look for their key. */
const keyVariables: Readonly<Record<string, string>> = {
  anthropic: 'ANTHROPIC_API_KEY',
  cohere: 'CO_API_KEY',
  gemini: 'GEMINI_API_KEY',
  mistral: 'MISTRAL_API_KEY',
  ollama: 'OLLAMA_API_KEY',
  openai: 'OPENAI_API_KEY',
}

export const tokenVariable = 'LLM_GDPR_GUARD_TOKEN'

type Environment = Readonly<Record<string, string | undefined>>

export async function readServeConfig(
  file: string | undefined,
  options: Record<string, unknown>,
  upstreams: readonly string[],
  env: Environment,
): Promise<ServeConfig> {
  const given = file === undefined ? {} : await readConfigFile(file)
  const token = env[tokenVariable]
  const merged = {
    ...(token === undefined ? {} : { token }),
    ...given,
    ...options,
    upstreams: { ...record(given['upstreams']), ...Object.fromEntries(upstreams.map(readUpstream)) },
    keys: { ...keysOf(env), ...record(given['keys']) },
  }
  const result = schema.safeParse(merged)
  if (result.success) return result.data
  throw new UsageError(result.error.issues.map(problemOf).join('; '))
}

/** Names places and forms; values such as keys are not repeated. */
function problemOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') return `${place}: ${issue.message}`
  return `${issue.keys.join(', ')}: no such setting; there are ${Object.keys(schema.shape).join(', ')}`
}

/** Known providers at their own addresses, and what the configuration adds or moves. */
export function upstreamsOf(config: ServeConfig): ReadonlyMap<string, string> {
  return new Map(Object.entries({ ...providerOrigins, ...config.upstreams }))
}

async function readConfigFile(file: string): Promise<Record<string, unknown>> {
  const path = resolve(file)
  try {
    if (extname(path) === '.json') return record(JSON.parse(await readFile(path, 'utf8')))
    const module: unknown = await import(pathToFileURL(path).href)
    return record(typeof module === 'object' && module !== null && 'default' in module ? module.default : null)
  } catch {
    throw new UsageError(`cannot read the configuration ${file}`)
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function readUpstream(text: string): [string, string] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new UsageError('--upstream takes NAME=URL')
  return [text.slice(0, equals), text.slice(equals + 1)]
}

function keysOf(env: Environment): Record<string, string> {
  const pairs = Object.entries(keyVariables).map(([provider, variable]) => [provider, env[variable]] as const)
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined))
}
