/** What the self-test tells. Nothing in it comes from a request: names of carriers, versions, hosts of providers, advice. */

/**
 * guarded: scrubbed and restored. refused: an error, nothing left. open: text left as it was. unwatched: passes in this
 * mode by design. broken: the call failed, or its answer was not restored. absent: this process has no such client.
 */
export type CarrierState = 'guarded' | 'refused' | 'open' | 'unwatched' | 'broken' | 'absent'

export interface CarrierCoverage {
  /** `fetch`, `node:http`, `undici` … */
  readonly carrier: string
  /** Of an installed client; `null` for what comes with Node. */
  readonly version: string | null
  readonly state: CarrierState
  /** What to change, `null` where nothing is wrong. */
  readonly fix: string | null
}

export interface CoverageProblem {
  readonly code: ProblemCode
  /** leak: text can leave, or be kept, unread. notice: nothing leaves by that alone. */
  readonly severity: 'leak' | 'notice'
  readonly title: string
  readonly fix: string
}

export type ProblemCode =
  | 'BARE_WORKERS'
  | 'CAPTURED_PROMPTS'
  | 'DEBUG_OUTPUT'
  | 'FOREIGN_DISPATCHER'
  | 'GUARD_CLOSED'
  | 'LATE_INSTALLATION'
  | 'NO_PRELOAD_FOR_WORKERS'

/** The result of `guard.coverage()`. */
export interface Coverage {
  /** `v20.20.2` */
  readonly node: string
  readonly mode: string
  readonly carriers: readonly CarrierCoverage[]
  readonly problems: readonly CoverageProblem[]
  /** Threads that run now, and whether they have the guard. */
  readonly workers: { readonly guarded: number; readonly bare: number }
  /** No carrier is open or broken, and no problem is a leak. */
  readonly complete: boolean
}

export function isComplete({ carriers, problems }: Pick<Coverage, 'carriers' | 'problems'>): boolean {
  return (
    carriers.every(({ state }) => state !== 'open' && state !== 'broken') &&
    problems.every(({ severity }) => severity !== 'leak')
  )
}

/** For a coverage that came over the network: enough of its shape to be shown. */
export function isCoverage(value: unknown): value is Coverage {
  if (typeof value !== 'object' || value === null) return false
  if (!('carriers' in value && 'problems' in value && 'complete' in value && 'node' in value)) return false
  const { carriers, problems } = value
  return [carriers, problems].every(list => Array.isArray(list) && list.every(isNamed))
}

function isNamed(entry: unknown): boolean {
  const holds = (name: string) =>
    typeof entry === 'object' && entry !== null && typeof Reflect.get(entry, name) === 'string'
  return (holds('carrier') && holds('state')) || (holds('title') && holds('fix'))
}
