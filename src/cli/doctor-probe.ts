/**
 * Loaded by `doctor` before an application: once that has settled, or wants to end, it measures what is guarded in its
 * process and writes a report for `doctor` to read. It changes nothing of the application.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isMainThread, Worker } from 'node:worker_threads'
import { type Coverage, measureCoverage } from '../coverage/index.ts'
import { installedGuards } from '../guard.ts'
import { calledPlaces, type FoundClient, findClients } from './doctor-clients.ts'

/** Where reports go, and how long to wait; set by `doctor`. */
export const folderVariable = 'LLM_GDPR_GUARD_DOCTOR'
export const waitVariable = 'LLM_GDPR_GUARD_DOCTOR_WAIT'
/** Set where the process exists for the check alone: then clients of the project are loaded, so that they are tried too. */
export const loadVariable = 'LLM_GDPR_GUARD_DOCTOR_LOAD'

export interface ProbeReport {
  /** The script of the process. */
  readonly script: string
  readonly hasGuard: boolean
  readonly coverage: Coverage
  readonly clients: readonly FoundClient[]
  readonly places: readonly { readonly by: string; readonly host: string; readonly isGuarded: boolean }[]
  /** Do threads load the guard: those made from a file, and those made from a text? */
  readonly threads: { readonly scripts: boolean; readonly texts: boolean }
}

const folder = process.env[folderVariable]
if (folder !== undefined && isMainThread && !isPackageManager(process.argv[1] ?? '')) watch(folder)

function watch(target: string): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    void probe().then(report => writeFileSync(join(target, `${process.pid}.json`), JSON.stringify(report)))
  }
  setTimeout(once, Number(process.env[waitVariable] ?? 3_000)).unref()
  process.once('beforeExit', once)
}

/** npm and its like start the application as a process of their own, which is the one that counts. */
function isPackageManager(script: string): boolean {
  return /[\\/](?:npm|npx|yarn|pnpm|pnpx|corepack)(?:-cli)?(?:\.c?js)?$/.test(script)
}

async function probe(): Promise<ProbeReport> {
  if (process.env[loadVariable] !== undefined) loadClients()
  const [guard] = installedGuards().slice(-1)
  // Without a guard everything counts as open.
  const settings = { mode: 'enforce', webSockets: 'block' } as const
  const coverage = await (guard?.coverage() ?? measureCoverage({ settings, opener: null, earlyHosts: [] }))
  const clients = findClients(process.cwd())
  const opener = guard?.pipeline.opener
  const places = calledPlaces(clients, process.env).map(({ by, url }) => ({
    by,
    host: url.host,
    // Not a path that is known on any host: what counts is that all of them are guarded.
    isGuarded: opener?.guards(new URL('models', withSlash(url)), 'GET', () => []) === true,
  }))
  const [scripts, texts] = [await threadHasGuard(false), await threadHasGuard(true)]
  const script = process.argv[1] ?? 'a process in this folder'
  return { script, hasGuard: guard !== undefined, coverage, clients, places, threads: { scripts, texts } }
}

function withSlash(url: URL): URL {
  return url.pathname.endsWith('/') ? url : new URL(`${url.href}/`)
}

/** What coverage tries where it is loaded. */
function loadClients(): void {
  const load = createRequire(join(process.cwd(), 'package.json'))
  for (const name of ['undici', '@aws-sdk/client-bedrock-runtime']) {
    try {
      load(name)
    } catch {
      // The project does not have it.
    }
  }
}

const question = `.postMessage((globalThis[Symbol.for('llm-gdpr-guard.intercept.1')]?.owners.length ?? 0) > 0)`
const asModule = `import { parentPort } from 'node:worker_threads'; parentPort${question}`
const asText = `require('node:worker_threads').parentPort${question}`

function threadHasGuard(isText: boolean): Promise<boolean> {
  return new Promise(resolve => {
    try {
      const worker = isText
        ? new Worker(asText, { eval: true })
        : new Worker(new URL(`data:text/javascript,${encodeURIComponent(asModule)}`))
      worker.once('message', answer => resolve(answer === true))
      worker.once('error', () => resolve(false))
      worker.once('exit', () => resolve(false))
    } catch {
      // Refused in strict mode: nothing runs unguarded.
      resolve(true)
    }
  })
}
