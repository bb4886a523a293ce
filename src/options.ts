/**
 * Every option: what it does, its default, and its check at start. After `parseOptions` the code trusts what it has.
 */
import { en } from 'zod/locales'
import * as z from 'zod/mini'
import { GuardError } from './errors.ts'
import type { EntityAction, Profile, Recognizer } from './types.ts'

/** Families of wire formats that can be given to an added provider: each covers all paths of that API. */
export const wireFormatNames = [
  'openai',
  'anthropic',
  'gemini',
  'mistral',
  'cohere',
  'ollama',
  'bedrock',
  'huggingface',
  'langsmith',
  'replicate',
  'vercel',
  'voyage',
] as const
export type WireFormatName = (typeof wireFormatNames)[number]

export interface ProviderOptions {
  /** Origin and path prefix: `http://127.0.0.1:8000/v1`. Calls to it are guarded. Default: the provider's own hosts. */
  baseUrl?: string
  /** How its bodies are read. Default: by the provider's name, else by the path of the call. */
  format?: WireFormatName
  /** Further outbound header names that may leave, beside the built-in allow-list. */
  headers?: string[]
}

export interface GuardOptions {
  /**
   * Which entity types are replaced. `balanced` (default): every type that identifies a person by itself. `strict`: also what
   * identifies only together with other facts (places, organisations, ages, salaries). `structured`: only fixed forms and check digits.
   */
  profile?: Profile
  /** How little evidence is enough for a name: `high` leaks less and replaces more by mistake. Default `normal`. */
  sensitivity?: 'low' | 'normal' | 'high'
  /** Per type: `replace` (default), `redact` (one-way, never restored), `block` (refuse the call), `allow` (leave it). */
  entities?: { [type: string]: EntityAction }
  /** Your own recognizers, run beside the built-in ones. */
  recognizers?: Recognizer[]
  /** Values that are never replaced: exact strings, or expressions that match the whole value. */
  allow?: (string | RegExp)[]
  /** Values that are always replaced, per type: exact strings (whole words), or expressions. */
  deny?: { [type: string]: (string | RegExp)[] }
  /** Providers to add, or known ones at another address. */
  providers?: Record<string, ProviderOptions>
  /**
   * `enforce` (default): what cannot be scrubbed is refused. `warn`: it is let through and reported by the `exchange` event.
   * `strict`: as `enforce`, and connections to providers that no hook reads, and worker threads without the guard, are refused.
   * `explicit`: nothing is intercepted; only `guard.fetch` and scopes work.
   */
  mode?: 'enforce' | 'warn' | 'strict' | 'explicit'
  /** Images, audio, opaque files and token ids in a request. Default `block`. */
  media?: 'block' | 'allow'
  /**
   * Files uploaded to train a model (`purpose: fine-tune`): `block` (default) refuses them, since what a model has learnt cannot
   * be taken back; `allow` scrubs and sends them.
   */
  training?: 'block' | 'allow'
  /** WebSockets to providers, whose messages cannot be read: `block` (default) refuses them, `allow` lets them pass unread. */
  webSockets?: 'block' | 'allow'
  /**
   * Calls that lean on what the provider remembers (`previous_response_id`, conversations, threads, stored answers, caches, batches, files):
   * `block` (default) refuses them outside the scope that began them, since placeholders of an ended scope mean nothing;
   * `memory` keeps the maps of such calls in this process, encrypted, for `limits.stateMinutes`, at most `limits.states` of them.
   */
  state?: 'block' | 'memory'
  /** Model calls outside any request: `ephemeral` (default) gives each its own scope, `block` refuses. */
  outsideScope?: 'ephemeral' | 'block'
  limits?: {
    /** Largest body read, in bytes. Default 33,554,432 (32 MiB). */
    bodyBytes?: number
    /** Deepest JSON nesting read. Default 200. */
    depth?: number
    /** Most distinct values in one scope. Default 50,000; at most 900,000. */
    findings?: number
    /** Most maps kept with `state: 'memory'`. Default 10,000. */
    states?: number
    /** How long such a map is kept, in minutes. Default 60. */
    stateMinutes?: number
  }
  /** Adds a short system note that asks the model to keep placeholders as they are. Default false. */
  hint?: boolean
  /**
   * Key of the pseudonyms that replace client identifiers such as `user`. Without it they are removed. With it, embeddings,
   * rerank, vector stores and files get placeholders whose number depends on the value alone (docs/state.md says what that costs).
   * At least 16 characters; keep it secret and stable. Default none.
   */
  pseudonymKey?: string
}

export interface Limits {
  readonly bodyBytes: number
  readonly depth: number
  readonly findings: number
  readonly states: number
  readonly stateMinutes: number
}

/** Options after the check, every default filled in. */
export interface Settings {
  readonly profile: Profile
  readonly sensitivity: 'low' | 'normal' | 'high'
  readonly entities: Readonly<Record<string, EntityAction>>
  readonly recognizers: readonly Recognizer[]
  readonly allow: readonly (string | RegExp)[]
  readonly deny: Readonly<Record<string, readonly (string | RegExp)[]>>
  readonly providers: Readonly<Record<string, ProviderOptions>>
  readonly mode: 'enforce' | 'warn' | 'strict' | 'explicit'
  readonly media: 'block' | 'allow'
  readonly training: 'block' | 'allow'
  readonly state: 'block' | 'memory'
  readonly webSockets: 'block' | 'allow'
  readonly outsideScope: 'ephemeral' | 'block'
  readonly limits: Limits
  readonly hint: boolean
  readonly pseudonymKey: string | null
}

// The small form of zod has no messages of its own.
z.config(en())

const entityType = z
  .string()
  .check(z.regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'must be upper-case letters, digits and underscores'))
const pattern = z.union(
  [z.string().check(z.minLength(1, 'must not be empty')), z.instanceof(RegExp)],
  'must be a string or a RegExp',
)
const action = z.enum(['replace', 'redact', 'block', 'allow'])
const baseUrl = z.string().check(
  z.refine(value => {
    const url = URL.canParse(value) ? new URL(value) : null
    return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === ''
  }, 'must be an http or https URL without query and user, such as https://llm.example.com/v1'),
)
const recognizer = z.custom<Recognizer>(
  value =>
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Recognizer).name === 'string' &&
    Array.isArray((value as Recognizer).types) &&
    typeof (value as Recognizer).recognize === 'function',
  'must have `name`, `types` and `recognize(text, context)`',
)
const provider = z.strictObject({
  baseUrl: z.exactOptional(baseUrl),
  format: z.exactOptional(z.enum(wireFormatNames)),
  headers: z.exactOptional(
    z.array(z.string().check(z.regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'must be a header name'))),
  ),
})
const providerName = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be a short lower-case name'))
const key = z.string().check(z.minLength(16, 'must have at least 16 characters'))
const or = z._default

const schema = z.strictObject({
  profile: or(z.enum(['balanced', 'strict', 'structured']), 'balanced'),
  sensitivity: or(z.enum(['low', 'normal', 'high']), 'normal'),
  entities: or(z.record(entityType, action), {}),
  recognizers: or(z.array(recognizer), []),
  allow: or(z.array(pattern), []),
  deny: or(z.record(entityType, z.array(pattern)), {}),
  providers: or(z.record(providerName, provider), {}),
  mode: or(z.enum(['enforce', 'warn', 'strict', 'explicit']), 'enforce'),
  media: or(z.enum(['block', 'allow']), 'block'),
  training: or(z.enum(['block', 'allow']), 'block'),
  state: or(z.enum(['block', 'memory']), 'block'),
  webSockets: or(z.enum(['block', 'allow']), 'block'),
  outsideScope: or(z.enum(['ephemeral', 'block']), 'ephemeral'),
  limits: z.prefault(
    z.strictObject({
      bodyBytes: or(z.int().check(z.positive()), 33_554_432),
      depth: or(z.int().check(z.positive(), z.maximum(2_000)), 200),
      findings: or(z.int().check(z.positive(), z.maximum(900_000)), 50_000),
      states: or(z.int().check(z.positive()), 10_000),
      stateMinutes: or(z.number().check(z.positive()), 60),
    }),
    {},
  ),
  hint: or(z.boolean(), false),
  pseudonymKey: or(z.nullable(key), null),
})

/** Checks options and fills in defaults. Throws one ERR_GDPR_OPTIONS_INVALID that lists every problem. */
export function parseOptions(options: GuardOptions = {}): Settings {
  const result = schema.safeParse(options)
  if (result.success) return result.data
  const problems = result.error.issues.flatMap(describeIssue)
  throw new GuardError(
    'ERR_GDPR_OPTIONS_INVALID',
    `${problems.length} problem${problems.length === 1 ? '' : 's'}: ${problems.join(' · ')}`,
  )
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const place = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return [`\`${place || 'options'}\`: ${issue.message}`]
  const known = knownKeys(issue.path)
  return issue.keys.map(key => {
    const name = place === '' ? key : `${place}.${key}`
    const near = nearest(key, known)
    return `\`${name}\` is not an option${near === undefined ? '' : `, did you mean \`${near}\`?`}`
  })
}

function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(schema.shape)
  if (path[0] === 'limits') return ['bodyBytes', 'depth', 'findings', 'states', 'stateMinutes']
  if (path[0] === 'providers') return ['baseUrl', 'format', 'headers']
  return []
}

function nearest(key: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = 4
  for (const candidate of known) {
    const distance = editDistance(key.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= Math.min(from.length, 40); i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const substitution = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, substitution))
    }
    row = next
  }
  return row[to.length]!
}

/** True where the environment says that this process serves real users. */
export function runsInProduction(): boolean {
  return process.env['NODE_ENV'] === 'production'
}

/** The environment, for parts that judge it: what it holds never leaves them. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env
}
