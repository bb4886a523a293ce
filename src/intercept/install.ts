/** Puts all hooks on and takes all off. Safe to call any number of times, by any number of owners. */
import type { ExchangeOpener } from '../types.ts'
import { hookFetch } from './fetch.ts'
import { hookClientRequest } from './node-http.ts'
import { addOwner } from './patches.ts'
import { hookStop } from './stop.ts'
import { hookGlobalDispatchers } from './undici.ts'

/**
 * Guards every call of the process that `opener` asks for, until `remove` is called. The hooks themselves are shared:
 * the first owner puts them on, the last one out restores what was there.
 */
export function installHooks(opener: ExchangeOpener): { remove(): void } {
  const remove = addOwner(opener, () => [hookStop(), hookGlobalDispatchers(), hookFetch(), hookClientRequest()])
  return { remove }
}
