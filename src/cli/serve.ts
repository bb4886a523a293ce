/** `serve`: the gateway for a whole company, by base URL only. */
import cluster from 'node:cluster'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Writable } from 'node:stream'
import { type ApiOptions, gdprApi } from '../adapters/api.ts'
import type { Caller } from '../api/index.ts'
import { createGuard, type Guard } from '../guard.ts'
import { type Gateway, startGateway } from '../proxy/index.ts'
import { apiProviders } from './api-providers.ts'
import { type Command, readArguments, type Terminal, UsageError, write } from './command.ts'
import { supervise } from './pool.ts'
import { joinPool } from './pool-worker.ts'
import { readServeConfig, type ServeConfig, tokenVariable, upstreamsOf } from './serve-config.ts'

const help = `Usage: llm-gdpr-guard serve [options]

Forwards to model providers: /openai/v1/…, /anthropic/v1/…, /gemini/v1beta/… go to that provider, scrubbed on the way
out and restored on the way back. Point a client at it by base URL alone: OPENAI_BASE_URL=http://127.0.0.1:8787/openai/v1

Options:
  --port N             port, default 8787; 0 takes a free one
  --host ADDRESS       address to listen on, default 127.0.0.1
  --upstream NAME=URL  add a provider, or move a known one; may be repeated
  --config FILE        JSON, or a module with a default export: port, host, upstreams, guard (options), keys, token,
                       upstreamTimeoutSeconds, requestTimeoutSeconds, headersTimeoutSeconds, graceSeconds, connections, workers
  --workers N          processes that share the port, default 1
  -h, --help           show this text

Also served: /healthz, /readyz, /metrics, and /api/scrub, /api/restore, /api/proxy, /api/openapi.json. Callers of the API
send the token of ${tokenVariable} as "Authorization: Bearer …"; without one the API answers on loopback addresses only.
/api/proxy takes provider keys from the configuration or from OPENAI_API_KEY, ANTHROPIC_API_KEY and so on.

SIGTERM and SIGINT let running answers end first; a second one ends at once.
Exit codes: 0 stopped · 1 failed to start · 2 wrong use
`

export const serve: Command = {
  name: 'serve',
  summary: 'run the gateway: provider routes, API, health, metrics',
  help,
  async run(args, terminal) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        upstream: { type: 'string', multiple: true },
        config: { type: 'string' },
        workers: { type: 'string' },
      },
    })
    if (positionals.length > 0) throw new UsageError('serve takes options only')
    const numbers = { ...numberOption('port', values.port), ...numberOption('workers', values.workers) }
    const host = values.host === undefined ? {} : { host: values.host }
    const config = await readServeConfig(values.config, { ...numbers, ...host }, values.upstream ?? [], terminal.env)
    const { worker } = cluster
    if (worker !== undefined) {
      // The channel to the parent would keep a worker alive.
      return serveUntilStopped(config, quietTerminal(worker, terminal)).finally(() => worker.disconnect())
    }
    if (config.workers === 1) return serveUntilStopped(config, terminal)
    if (config.guard.state === 'memory') {
      throw new UsageError('`state: "memory"` of the guard is kept in one process: use one worker')
    }
    // Wrong options are complained about once, here.
    await guardFor(config, upstreamsOf(config)).close()
    return supervise(config.workers, terminal)
  },
}

function numberOption(name: string, value: string | undefined): Record<string, number> {
  if (value === undefined) return {}
  if (!/^\d{1,5}$/.test(value)) throw new UsageError(`--${name} takes a whole number`)
  return { [name]: Number(value) }
}

async function serveUntilStopped(config: ServeConfig, terminal: Terminal): Promise<number> {
  const upstreams = upstreamsOf(config)
  const guard = guardFor(config, upstreams)
  let gateway: Gateway | null = null
  const pool = cluster.worker === undefined ? null : joinPool(cluster.worker, () => gateway?.metrics() ?? '')
  const signal = terminal.stopSignal()
  const stop = pool === null ? signal : AbortSignal.any([signal, pool.stop])
  gateway = await open(config, guard, upstreams, pool?.sum ?? null, terminal)
  if (gateway === null) return 1
  await write(terminal.stdout, `listening on ${gateway.url}\n`)
  await new Promise<void>(resolve => {
    if (stop.aborted) resolve()
    else stop.addEventListener('abort', () => resolve(), { once: true })
  })
  await write(terminal.stdout, 'stopping: running answers may end\n')
  await gateway.stop()
  await guard.close()
  return 0
}

/** The parent says where the workers listen; what they all would complain about is said by the first. */
function quietTerminal({ id }: { readonly id: number }, terminal: Terminal): Terminal {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  return { ...terminal, stdout: nowhere, stderr: id === 1 ? terminal.stderr : nowhere }
}

function guardFor({ guard }: ServeConfig, upstreams: ReadonlyMap<string, string>): Guard {
  const named = [...upstreams].map(([name, baseUrl]) => [name, { ...guard.providers?.[name], baseUrl }])
  return createGuard({ ...guard, mode: 'explicit', providers: { ...guard.providers, ...Object.fromEntries(named) } })
}

async function open(
  config: ServeConfig,
  guard: Guard,
  upstreams: ReadonlyMap<string, string>,
  allMetrics: (() => Promise<string>) | null,
  { stderr }: Terminal,
): Promise<Gateway | null> {
  const api = apiFor(config, guard, upstreams)
  if (api === null) {
    await write(stderr, `the API is off: set ${tokenVariable} to offer it beyond loopback addresses\n`)
  }
  try {
    return await startGateway({
      guard,
      upstreams,
      api,
      host: config.host,
      port: config.port,
      upstreamTimeoutMs: config.upstreamTimeoutSeconds * 1_000,
      requestTimeoutMs: config.requestTimeoutSeconds * 1_000,
      headersTimeoutMs: config.headersTimeoutSeconds * 1_000,
      graceMs: config.graceSeconds * 1_000,
      connections: Math.ceil(config.connections / config.workers),
      allMetrics,
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    await write(stderr, `cannot listen on ${config.host}:${config.port} (${code})\n`)
    return null
  }
}

function apiFor(
  config: ServeConfig,
  guard: Guard,
  upstreams: ReadonlyMap<string, string>,
): ReturnType<typeof gdprApi> | null {
  const isLocal = loopbackHosts.has(config.host)
  if (config.token === null && !isLocal) return null
  const authenticate: ApiOptions['authenticate'] = config.token === null ? onlyLocal : bearerOf(config.token)
  // What one worker keeps, the others do not know.
  const handles = config.workers === 1
  return gdprApi({ guard, authenticate, handles, providers: apiProviders(upstreams, config.keys) })
}

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost'])

/** A page that a browser on this machine shows could have its own name resolve to a loopback address; its Host tells. */
function onlyLocal({ headers }: IncomingMessage): Caller | null {
  const host = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return loopbackHosts.has(host) ? { role: 'service' } : null
}

function bearerOf(token: string): (req: IncomingMessage) => Caller | null {
  const expected = digest(`Bearer ${token}`)
  return ({ headers }) => (timingSafeEqual(digest(headers.authorization ?? ''), expected) ? { role: 'service' } : null)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
