/** Puts all hooks on and takes all off. Safe to call any number of times, by any number of owners. */
import type { ExchangeOpener } from '../types.ts'
import { hookAwsClients } from './aws-clients.ts'
import { hookFetch } from './fetch.ts'
import { hookHttp2 } from './http2.ts'
import { hookClientRequest } from './node-http.ts'
import { addOwner } from './patches.ts'
import { hookSockets } from './sockets.ts'
import { hookStop } from './stop.ts'
import { hookGlobalDispatchers } from './undici.ts'
import { hookWorkers } from './workers.ts'

/**
 * Guards every call of the process that `opener` asks for, until `remove` is called. The hooks themselves are shared:
 * the first owner puts them on, the last one out restores what was there. With `strict`, connections and threads that no
 * hook can read are refused too.
 */
export function installHooks(opener: ExchangeOpener, { strict = false } = {}): { remove(): void } {
  const remove = addOwner(
    opener,
    () => [
      hookStop(),
      hookGlobalDispatchers(),
      hookFetch(),
      hookClientRequest(),
      hookHttp2(),
      hookAwsClients(),
      hookSockets(),
      hookWorkers(),
    ],
    strict,
  )
  return { remove }
}
