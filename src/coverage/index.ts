/** Proof of what is guarded: a canary through every carrier of this process, and a look at what surrounds them. */
import {
  countWorkers,
  dispatchersAreWrapped,
  hooksAreInstalled,
  installedOpeners,
  workersArePreloaded,
} from '../intercept/index.ts'
import { environment, type Settings } from '../options.ts'
import type { ExchangeOpener } from '../types.ts'
import { openCanary } from './canary.ts'
import { awsCarriers, type Carrier, nodeCarriers, undiciCarriers } from './carriers.ts'
import { type CarrierCoverage, type CarrierState, type Coverage, isComplete } from './coverage.ts'
import { findProblems, loadedModules } from './problems.ts'

export { carriersOfBedrock, carriersOfUndici } from './carriers.ts'
export type { CarrierCoverage, CarrierState, Coverage, CoverageProblem, ProblemCode } from './coverage.ts'
export { isCoverage } from './coverage.ts'
export { connectedProviders } from './problems.ts'
export { startLines } from './start.ts'

/** Whose coverage is measured. */
export interface CoverageSubject {
  readonly settings: Pick<Settings, 'mode' | 'webSockets'>
  /** `null`: there is no guard, and what the process does without one is measured. */
  readonly opener: ExchangeOpener | null
  /** Providers to which connections were open before the guard was installed. */
  readonly earlyHosts: readonly string[]
}

/**
 * Sends one canary through each carrier, one after the other, within the process and over the loopback interface.
 * Rejects only where no port of the loopback interface can be opened.
 */
export async function measureCoverage({ settings, opener, earlyHosts }: CoverageSubject): Promise<Coverage> {
  // Asked first: the canary looks at the dispatchers too, and so wraps what is new.
  const hasForeignDispatcher = hooksAreInstalled() && !dispatchersAreWrapped()
  const isExplicit = settings.mode === 'explicit'
  const canary = await openCanary(settings.webSockets)
  const carriers: CarrierCoverage[] = []
  try {
    for (const carrier of [...nodeCarriers(canary.opener), ...undiciCarriers(), ...awsCarriers()]) {
      const state = carrier.send === null ? 'absent' : await canary.send(carrier.send)
      carriers.push(describe(carrier, judge(carrier, state, settings), isExplicit))
    }
  } finally {
    canary.close()
  }
  const workers = countWorkers()
  const problems = findProblems({
    environment: environment(),
    modules: loadedModules(),
    earlyHosts,
    isClosed: !isExplicit && opener !== null && !installedOpeners().includes(opener),
    isExplicit,
    hasForeignDispatcher,
    workers,
    workersArePreloaded: workersArePreloaded(),
  })
  const found = { carriers, problems }
  return { node: process.version, mode: settings.mode, ...found, workers, complete: isComplete(found) }
}

/** What passes by the user's own choice is no leak. */
function judge(
  { carrier, isExplicit }: Carrier,
  state: CarrierState,
  { mode, webSockets }: CoverageSubject['settings'],
): CarrierState {
  if (state !== 'open') return state
  const isChosen =
    (mode === 'explicit' && isExplicit !== true) ||
    (carrier === 'sockets' && mode !== 'strict') ||
    (carrier === 'WebSocket' && webSockets === 'allow')
  return isChosen ? 'unwatched' : 'open'
}

const handFetch = 'Mode `explicit` intercepts nothing: hand `guard.fetch` to the client.'

function describe({ carrier, version, fix }: Carrier, state: CarrierState, isExplicit: boolean): CarrierCoverage {
  const needsFix = state === 'open' || state === 'broken' || state === 'unwatched'
  return { carrier, version, state, fix: needsFix ? (isExplicit ? handFetch : fix) : null }
}
