/** The providers of `/api/proxy` in the gateway: those whose dialect is known, at the addresses of the gateway. */
import { type ApiProviderOptions, dialectNames, dialects } from '../api/index.ts'

export function apiProviders(
  upstreams: ReadonlyMap<string, string>,
  keys: Readonly<Record<string, string>>,
): Record<string, ApiProviderOptions> {
  const providers: Record<string, ApiProviderOptions> = {}
  for (const name of dialectNames) {
    const upstream = upstreams.get(name)
    if (upstream === undefined) continue
    // The gateway's addresses are without the version; a dialect's own has it where clients expect it.
    const version = new URL(dialects[name].baseUrl).pathname.replace(/\/$/, '')
    const apiKey = keys[name]
    providers[name] = { baseUrl: upstream.replace(/\/+$/, '') + version, ...(apiKey === undefined ? {} : { apiKey }) }
  }
  return providers
}
