/** What no canary can tell: the order of installation, other code that reads prompts, threads without the guard. */
import * as http from 'node:http'
import * as https from 'node:https'
import { createRequire } from 'node:module'
import type { CoverageProblem, ProblemCode } from './coverage.ts'

export interface Circumstances {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Names of loaded files. */
  readonly modules: readonly string[]
  /** Providers to which connections were open before the guard was installed. */
  readonly earlyHosts: readonly string[]
  readonly isClosed: boolean
  readonly isExplicit: boolean
  readonly hasForeignDispatcher: boolean
  readonly workers: { readonly guarded: number; readonly bare: number }
  readonly workersArePreloaded: boolean
}

/** File names of all CommonJS modules of the process, which is how tracing packages come. */
export function loadedModules(): string[] {
  return Object.keys(createRequire(import.meta.url).cache)
}

export function findProblems(circumstances: Circumstances): CoverageProblem[] {
  const { isClosed, isExplicit, earlyHosts, hasForeignDispatcher, workers } = circumstances
  const problems: CoverageProblem[] = [...capturing(circumstances), ...debugging(circumstances)]
  const add = (code: ProblemCode, severity: CoverageProblem['severity'], title: string, fix: string) =>
    problems.push({ code, severity, title, fix })
  if (isClosed) add('GUARD_CLOSED', 'leak', 'The guard was closed', 'Close it only when the process ends.')
  if (isExplicit) return problems
  if (earlyHosts.length > 0)
    add(
      'LATE_INSTALLATION',
      'leak',
      `Calls had gone to ${earlyHosts.join(', ')} before the guard was installed`,
      'Start with `node --import llm-gdpr-guard/register`, or create the guard before the first call.',
    )
  if (hasForeignDispatcher)
    add(
      'FOREIGN_DISPATCHER',
      'notice',
      'setGlobalDispatcher was called after the guard was installed',
      'Nothing to do: it is guarded from its first call. Where undici is bundled into the application, that one call is refused.',
    )
  if (workers.bare > 0)
    add(
      'BARE_WORKERS',
      'leak',
      `${workers.bare} worker thread${workers.bare === 1 ? ' runs' : 's run'} without the guard`,
      'Start the process with `node --import llm-gdpr-guard/register`, whose threads inherit it, or create a guard in each.',
    )
  else if (!circumstances.workersArePreloaded)
    add(
      'NO_PRELOAD_FOR_WORKERS',
      'notice',
      'Worker threads would start without the guard',
      'If there are any, start the process with `node --import llm-gdpr-guard/register`.',
    )
  return problems
}

interface Capture {
  readonly by: string
  readonly isOn: (circumstances: Circumstances) => boolean
  readonly fix: string
}

const isSet = (text: string | undefined) => text !== undefined && !/^(?:|0|false|no|no_content|off|none)$/i.test(text)
const loads = (name: RegExp) => (circumstances: Circumstances) =>
  circumstances.modules.some(file => name.test(file.replaceAll('\\', '/')))

/** Tracing that reads prompts in the process, before any call leaves, and sends them elsewhere. */
const captures: readonly Capture[] = [
  {
    by: 'OpenTelemetry (OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT)',
    isOn: ({ environment }) => isSet(environment['OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT']),
    fix: 'Unset OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT.',
  },
  {
    by: 'LangSmith (LANGSMITH_TRACING, LANGCHAIN_TRACING_V2)',
    isOn: ({ environment }) =>
      ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'].some(name =>
        isSet(environment[name]),
      ) && !(isSet(environment['LANGSMITH_HIDE_INPUTS']) && isSet(environment['LANGSMITH_HIDE_OUTPUTS'])),
    fix: 'Unset it, or set LANGSMITH_HIDE_INPUTS and LANGSMITH_HIDE_OUTPUTS to true.',
  },
  {
    by: 'OpenLLMetry',
    isOn: circumstances =>
      loads(/\/@traceloop\/node-server-sdk\//)(circumstances) &&
      circumstances.environment['TRACELOOP_TRACE_CONTENT'] !== 'false',
    fix: 'Set TRACELOOP_TRACE_CONTENT=false.',
  },
  {
    by: 'OpenInference',
    isOn: circumstances =>
      loads(/\/@arizeai\/openinference-instrumentation-/)(circumstances) &&
      !isSet(circumstances.environment['OPENINFERENCE_HIDE_INPUTS']),
    fix: 'Set OPENINFERENCE_HIDE_INPUTS=true and OPENINFERENCE_HIDE_OUTPUTS=true.',
  },
]

function capturing(circumstances: Circumstances): CoverageProblem[] {
  return captures
    .filter(({ isOn }) => isOn(circumstances))
    .map(({ by, fix }) => ({
      code: 'CAPTURED_PROMPTS',
      severity: 'leak',
      title: `${by} records prompts before they are scrubbed`,
      fix,
    }))
}

/** Switches that print headers and bodies as the client made them. */
function debugging({ environment }: Circumstances): CoverageProblem[] {
  const sections = (environment['NODE_DEBUG'] ?? '').toLowerCase().split(/[\s,]+/)
  const names = sections.some(name => /^(?:\*|http\d?|https|net|tls|stream|fetch|undici)$/.test(name))
    ? ['NODE_DEBUG']
    : []
  for (const name of ['OPENAI_LOG', 'ANTHROPIC_LOG']) {
    if (environment[name]?.toLowerCase() === 'debug') names.push(name)
  }
  return names.map(name => ({
    code: 'DEBUG_OUTPUT',
    severity: 'leak',
    title: `${name} prints calls before they are scrubbed`,
    fix: `Unset ${name}.`,
  }))
}

type GuardsHost = (host: string, port: number) => boolean

/** Providers to which this process has connections: asked when a guard is installed, they show that it comes late. */
export function connectedProviders(guardsHost: GuardsHost): string[] {
  const places = [...agentPlaces(), ...dispatcherPlaces()]
  return [...new Set(places.filter(({ host, port }) => guardsHost(host, port)).map(({ host }) => host))].sort()
}

interface Place {
  readonly host: string
  readonly port: number
}

/** Keys of an agent's pools begin with `host:port:`. */
function agentPlaces(): Place[] {
  return [http.globalAgent, https.globalAgent].flatMap(({ sockets, freeSockets, requests }) =>
    [sockets, freeSockets, requests].flatMap(pool =>
      Object.keys(pool).flatMap(key => {
        const [, host, port] = /^([^:]+):(\d+):/.exec(key) ?? []
        return host === undefined ? [] : [{ host, port: Number(port) }]
      }),
    ),
  )
}

/** undici keeps its pools in a Map under a symbol called `clients`, by origin. */
function dispatcherPlaces(): Place[] {
  const dispatcher: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))
  if (typeof dispatcher !== 'object' || dispatcher === null) return []
  const key = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === 'clients')
  const clients: unknown = key === undefined ? undefined : Reflect.get(dispatcher, key)
  if (!(clients instanceof Map)) return []
  return [...clients.keys()].flatMap(origin => {
    if (!URL.canParse(String(origin))) return []
    const { hostname, port, protocol } = new URL(String(origin))
    return [{ host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) }]
  })
}
