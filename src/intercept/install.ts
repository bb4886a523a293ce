/** Puts all hooks on and takes all off. Safe to call any number of times, by any number of owners. */
import type { ExchangeOpener } from '../types.ts'
import { hookAwsClients } from './aws-clients.ts'
import { hookFetch } from './fetch.ts'
import { hookHttp2 } from './http2.ts'
import { hookClientRequest } from './node-http.ts'
import { addOwner, hasStrictOwner, hooksAreInstalled } from './patches.ts'
import { hookSockets } from './sockets.ts'
import { hookStop } from './stop.ts'
import { hookGlobalDispatchers } from './undici.ts'
import { hookDispatcherClasses } from './undici-classes.ts'
import { hookWorkers } from './workers.ts'

interface Hook {
  /** What its clients are called by those who read the start-up line. */
  readonly carriers: readonly string[]
  /** Gives back how the hook is undone. */
  readonly put: () => () => void
  /** Watches for strict owners only. */
  readonly isStrict?: true
}

/** In the order in which they are put on. */
const hooks: readonly Hook[] = [
  { carriers: [], put: hookStop },
  { carriers: ['undici'], put: hookDispatcherClasses },
  { carriers: [], put: hookGlobalDispatchers },
  { carriers: ['fetch'], put: hookFetch },
  { carriers: ['http', 'https'], put: hookClientRequest },
  { carriers: ['http2'], put: hookHttp2 },
  { carriers: ['AWS clients'], put: hookAwsClients },
  { carriers: ['sockets'], put: hookSockets, isStrict: true },
  { carriers: ['worker threads'], put: hookWorkers, isStrict: true },
]

/**
 * Guards every call of the process that `opener` asks for, until `remove` is called. The hooks themselves are shared:
 * the first owner puts them on, the last one out restores what was there. With `strict`, connections and threads that no
 * hook can read are refused too.
 */
export function installHooks(opener: ExchangeOpener, { strict = false } = {}): { remove(): void } {
  const remove = addOwner(opener, () => hooks.map(({ put }) => put()), strict)
  return { remove }
}

/** What is watched in this process now. */
export function hookedCarriers(): string[] {
  if (!hooksAreInstalled()) return []
  return hooks.filter(({ isStrict }) => isStrict !== true || hasStrictOwner()).flatMap(({ carriers }) => carriers)
}
